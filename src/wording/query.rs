//! What somebody looks for: what is wrong with it, and what it can be made of.

use super::Wording;
use crate::index::{Choice, Is, Key, Mistake, Wrong};
use crate::locale::{Locale, Message, Value};
use crate::model::Kind;
use crate::text::Clean;

/// What is wrong with a query, and what was probably meant, in a sentence or two.
#[must_use]
pub fn query_mistake(mistake: &Mistake, locale: &Locale) -> String {
    let key = |key: &Key| ("key", Value::text(key.word()));
    let written = |written: &str| ("written", Value::text(written));
    let said = match &mistake.what {
        Wrong::UnknownKey { written: word, .. } => locale.with(Message::QueryUnknownKey, &[written(word)]),
        Wrong::UnknownIs { written: word, .. } => locale.with(Message::QueryUnknownIs, &[written(word)]),
        Wrong::BadTime { key: of, written: word } => {
            locale.with(Message::QueryBadTime, &[key(of), written(word)])
        }
        Wrong::NoValue { key: of } => locale.with(Message::QueryNoValue, &[key(of)]),
        Wrong::NoSuch { key: of, written: word, .. } => {
            locale.with(Message::QueryNoSuch, &[key(of), written(word)])
        }
    };
    let did_you_mean = |meant: &str| locale.with(Message::DidYouMean, &[("meant", Value::text(meant))]);
    let help = match &mistake.what {
        Wrong::UnknownKey { meant, .. } => Some(did_you_mean(&format!("{}:", meant.word()))),
        Wrong::UnknownIs { meant: Some(meant), .. } => Some(did_you_mean(meant.word())),
        Wrong::UnknownIs { meant: None, .. } => {
            let words: Vec<&str> = Is::ALL.iter().map(|is| is.word()).collect();
            Some(locale.with(Message::OneOf, &[("words", Value::text(&words.join(", ")))]))
        }
        Wrong::NoSuch { meant, .. } => meant.as_deref().map(did_you_mean),
        Wrong::BadTime { .. } | Wrong::NoValue { .. } => None,
    };
    [said].into_iter().chain(help).collect::<Vec<_>>().join(" ")
}

/// What a key is about, as the head of its values.
#[must_use]
pub fn query_key(key: Key, locale: &Locale) -> String {
    locale.with(Message::QueryKey, &[("key", Value::text(key.word()))])
}

impl Wording<'_> {
    /// What a value is called that can be chosen for a key.
    #[must_use]
    pub fn choice(&self, key: Key, choice: &Choice) -> String {
        let label = Clean::line(&choice.label);
        match key {
            Key::Day => {
                let Some(date) = choice.date else { return label.to_string() };
                let title = (*label != *date.to_string()).then(|| label.to_string());
                [self.locale.weekday_day(date)].into_iter().chain(title).collect::<Vec<_>>().join(" · ")
            }
            Key::Lang => self.locale.with(Message::LanguageName, &[("code", Value::from(&label))]),
            Key::Kind => self.kind(&Kind::from_word(&label)),
            Key::Is => self.locale.with(Message::QueryIs, &[("is", Value::from(&label))]),
            _ => label.to_string(),
        }
    }
}
