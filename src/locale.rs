//! The words of the interface, in the reader's language.
//!
//! Every word that this program says of its own stands in `locales/*.ftl`, in the format of Project Fluent. Code names
//! a word by a [`Message`], a finding by its code; what a program file says comes from the file, in its own language.

mod date;
mod message;

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::text::{Clean, Lang};
use date::DateNames;
pub use message::Message;

const ENGLISH: &str = include_str!("../locales/en.ftl");

/// The words and dates of one language.
pub struct Locale {
    bundle: FluentBundle<FluentResource>,
    dates: DateNames,
}

/// A value that stands in a message: `{ $count }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text; shown as it is.
    Text(Clean),
    /// A number; it chooses the plural form, too.
    Number(i64),
    /// One of a few words that a message tells apart; never shown.
    Word(&'static str),
}

/// The values of a message, by name.
pub type Values<'a> = &'a [(&'static str, Value)];

impl Locale {
    /// English, as it is written outside of America: `1 December 2023`, `09:30`.
    #[must_use]
    pub fn english() -> Self {
        Self::from_words(ENGLISH, "en-GB")
    }

    /// A language from its words, in the format of Fluent, and its tag, for dates; a later word takes the place of an
    /// earlier one with its name.
    #[must_use]
    pub fn from_words(words: &str, tag: &str) -> Self {
        // A mistake in a word file is caught by the tests of this module; at run time the rest of the words serve.
        let resource = FluentResource::try_new(words.to_owned()).unwrap_or_else(|(partial, _)| partial);
        let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { bundle, dates: DateNames::new(tag) }
    }

    /// A message without values.
    #[must_use]
    pub fn text(&self, message: Message) -> String {
        self.with(message, &[])
    }

    /// A message with its values.
    #[must_use]
    pub fn with(&self, message: Message, values: Values) -> String {
        self.find(message.id(), None, values).unwrap_or_else(|| message.id().to_owned())
    }

    /// A message that says how many there are of something.
    #[must_use]
    pub fn count(&self, message: Message, count: usize) -> String {
        self.with(message, &[("count", Value::count(count))])
    }

    /// A message that has a text in it.
    #[must_use]
    pub fn quoting(&self, message: Message, text: &str) -> String {
        self.with(message, &[("text", Value::text(text))])
    }

    /// Whether the language has a message with this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message by its id, or one of its attributes (`.help`); `None` when the language does not have it.
    #[must_use]
    pub fn find(&self, id: &str, attribute: Option<&str>, values: Values) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        Some(text.into_owned())
    }
}

impl<'a> From<&'a Value> for FluentValue<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Text(text) => FluentValue::from(text.as_str()),
            Value::Number(number) => FluentValue::from(*number),
            Value::Word(word) => FluentValue::from(*word),
        }
    }
}

impl Value {
    /// A text that is made safe to show.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(Clean::line(text))
    }

    /// A number of things.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<&Clean> for Value {
    fn from(text: &Clean) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&Lang> for Value {
    fn from(lang: &Lang) -> Self {
        Self::text(lang.as_str())
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_word_file_has_no_mistakes() {
        let errors = FluentResource::try_new(ENGLISH.to_owned()).err().map(|(_, errors)| errors);
        assert_eq!(errors, None);
    }

    #[test]
    fn every_message_is_there_and_none_is_unused() {
        let written: BTreeSet<&str> = ENGLISH
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .filter(|id| !id.starts_with("finding-"))
            .collect();
        let used: BTreeSet<&str> = Message::ALL.iter().map(|message| message.id()).collect();
        assert_eq!(
            used.difference(&written).collect::<Vec<_>>(),
            Vec::<&&str>::new(),
            "not in locales/en.ftl"
        );
        assert_eq!(written.difference(&used).collect::<Vec<_>>(), Vec::<&&str>::new(), "not in Message");
    }

    #[test]
    fn values_are_not_wrapped_in_isolates() {
        let locale = Locale::from_words(
            "greet = Hello, { $name }: { $n ->\n    [one] one\n   *[other] many\n }\n",
            "en",
        );
        let values = [("name", Value::text("Айжан")), ("n", Value::count(1))];
        assert_eq!(locale.find("greet", None, &values).as_deref(), Some("Hello, Айжан: one"));
    }

    #[test]
    fn a_locale_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Locale>();
    }
}
