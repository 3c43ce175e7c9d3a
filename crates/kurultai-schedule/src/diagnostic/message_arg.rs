//! [`MessageArg`]: the arguments of messages.

use crate::text::{Lang, SafeText};

/// An argument of a message: `{ $count }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessageArg {
    /// A text, displayed unchanged.
    Text(SafeText),
    /// A number, which also selects the plural form.
    Number(i64),
    /// A selector of variants, never displayed.
    Word(&'static str),
}

/// The arguments of a message, by name.
pub type MessageArgs<'a> = &'a [(&'static str, MessageArg)];

impl MessageArg {
    /// Sanitizes `text` to one line.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(SafeText::line(text))
    }

    /// Converts a count.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<&SafeText> for MessageArg {
    fn from(text: &SafeText) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&Lang> for MessageArg {
    fn from(lang: &Lang) -> Self {
        Self::text(lang.as_str())
    }
}
