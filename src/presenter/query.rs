//! Formats errors, keys and values of queries.

use super::Presenter;
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::index::{Choice, Is, Key, QueryError, QueryErrorKind};
use kurultai_schedule::model::Kind;
use kurultai_schedule::text::SafeText;

/// Formats an error in a query, with a suggestion.
#[must_use]
pub fn query_error(mistake: &QueryError, locale: &Locale) -> String {
    let key = |key: &Key| ("key", MessageArg::text(key.word()));
    let written = |written: &str| ("written", MessageArg::text(written));
    let message = match &mistake.what {
        QueryErrorKind::UnknownKey { written: word, .. } => {
            locale.with(Message::QueryUnknownKey, &[written(word)])
        }
        QueryErrorKind::UnknownIs { written: word, .. } => {
            locale.with(Message::QueryUnknownIs, &[written(word)])
        }
        QueryErrorKind::BadTime { key: of, written: word } => {
            locale.with(Message::QueryBadTime, &[key(of), written(word)])
        }
        QueryErrorKind::NoValue { key: of } => locale.with(Message::QueryNoValue, &[key(of)]),
        QueryErrorKind::NoSuch { key: of, written: word, .. } => {
            locale.with(Message::QueryNoSuch, &[key(of), written(word)])
        }
    };
    let did_you_mean = |meant: &str| locale.with(Message::DidYouMean, &[("meant", MessageArg::text(meant))]);
    let help = match &mistake.what {
        QueryErrorKind::UnknownKey { meant, .. } => Some(did_you_mean(&format!("{}:", meant.word()))),
        QueryErrorKind::UnknownIs { meant: Some(meant), .. } => Some(did_you_mean(meant.word())),
        QueryErrorKind::UnknownIs { meant: None, .. } => {
            let words: Vec<&str> = Is::ALL.iter().map(|is| is.word()).collect();
            Some(locale.with(Message::OneOf, &[("words", MessageArg::text(&words.join(", ")))]))
        }
        QueryErrorKind::NoSuch { meant, .. } => meant.as_deref().map(did_you_mean),
        QueryErrorKind::BadTime { .. } | QueryErrorKind::NoValue { .. } => None,
    };
    [message].into_iter().chain(help).collect::<Vec<_>>().join(" ")
}

/// Returns the heading of the values of a key.
#[must_use]
pub fn query_key(key: Key, locale: &Locale) -> String {
    locale.with(Message::QueryKey, &[("key", MessageArg::text(key.word()))])
}

impl Presenter<'_> {
    /// Formats a value that can be chosen for a key.
    #[must_use]
    pub fn choice(&self, key: Key, choice: &Choice) -> String {
        let label = SafeText::line(&choice.label);
        match key {
            Key::Day => {
                let Some(date) = choice.date else { return label.to_string() };
                let title = (*label != *date.to_string()).then(|| label.to_string());
                [self.locale.weekday_day(date)].into_iter().chain(title).collect::<Vec<_>>().join(" · ")
            }
            Key::Lang => self.locale.with(Message::LanguageName, &[("code", MessageArg::from(&label))]),
            Key::Kind => self.kind(&Kind::from_word(&label)),
            Key::Is => self.locale.with(Message::QueryIs, &[("is", MessageArg::from(&label))]),
            _ => label.to_string(),
        }
    }
}
