//! The sentence of a diagnostic, and its help.

use crate::diagnostic::Diagnostic;
use crate::locale::{Locale, Message, Value};

/// The sentence of a diagnostic, behind the title of the session that it is about where that is known.
#[must_use]
pub fn sentence(diagnostic: &Diagnostic, locale: &Locale) -> String {
    let sentence = locale.find(&diagnostic.code.message_id(), None, &diagnostic.values).unwrap_or_default();
    match diagnostic.values.iter().find(|(name, _)| *name == "session") {
        Some(session) => {
            locale.with(Message::OfSession, &[session.clone(), ("sentence", Value::text(&sentence))])
        }
        None => sentence,
    }
}

/// The lines of help: what was probably meant comes first, then how to write it, as this very line where that is known.
#[must_use]
pub fn help(diagnostic: &Diagnostic, locale: &Locale) -> Vec<String> {
    let is_known = |value| diagnostic.values.iter().any(|(name, _)| *name == value);
    let say = |message| locale.with(message, &diagnostic.values);
    let meant = is_known("meant").then(|| say(Message::DidYouMean));
    let write = is_known("write").then(|| say(Message::WriteThis));
    let one_of = is_known("words").then(|| say(Message::OneOf));
    let of_code = || locale.find(&diagnostic.code.message_id(), Some("help"), &diagnostic.values);
    meant.into_iter().chain(write.or(one_of).or_else(of_code)).collect()
}
