//! Messages that name a key. The name is empty if no key is bound.

use crate::i18n::{Locale, Message, MessageArg};

/// Formats a message with the name of a key.
#[must_use]
pub fn with_key(message: Message, key: &str, locale: &Locale) -> String {
    locale.with(message, &[("key", argument(key))])
}

/// Formats a message with a number and the name of a key.
#[must_use]
pub fn count_with_key(message: Message, count: usize, key: &str, locale: &Locale) -> String {
    locale.with(message, &[("count", MessageArg::count(count)), ("key", argument(key))])
}

/// Returns the notice for an unbound key. `help` is the key that opens the help.
#[must_use]
pub fn unbound_key(key: &str, help: &str, locale: &Locale) -> String {
    locale.with(Message::NoticeUnboundKey, &[("key", MessageArg::text(key)), ("help", argument(help))])
}

/// Returns the name of a key, or the word `none`.
pub(super) fn argument(key: &str) -> MessageArg {
    if key.is_empty() { MessageArg::Word("none") } else { MessageArg::text(key) }
}
