//! Returns the message, the help and the severity of a diagnostic.

use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::diagnostic::{Code, Diagnostic, Severity};

/// Returns the message of a diagnostic, prefixed with the session's title if it has one.
#[must_use]
pub fn sentence(diagnostic: &Diagnostic, locale: &Locale) -> String {
    let sentence = locale.find(&diagnostic.code.message_id(), None, &diagnostic.args).unwrap_or_default();
    match diagnostic.args.iter().find(|(name, _)| *name == "session") {
        Some(session) => {
            locale.with(Message::OfSession, &[session.clone(), ("sentence", MessageArg::text(&sentence))])
        }
        None => sentence,
    }
}

/// Returns the lines of help: the suggestion first, then how to write it.
#[must_use]
pub fn help(diagnostic: &Diagnostic, locale: &Locale) -> Vec<String> {
    let is_known = |value| diagnostic.args.iter().any(|(name, _)| *name == value);
    let text_of = |message| locale.with(message, &diagnostic.args);
    let meant = is_known("meant").then(|| text_of(Message::DidYouMean));
    let how = if is_known("also") { Message::WriteBoth } else { Message::WriteThis };
    let write = is_known("write").then(|| text_of(how));
    let one_of = is_known("words").then(|| text_of(Message::OneOf));
    // A suggested key needs no further help.
    let is_enough = meant.is_some() && diagnostic.code == Code::UnknownKey;
    let of_code = || locale.find(&diagnostic.code.message_id(), Some("help"), &diagnostic.args);
    let how_to_write = write.or(one_of).or_else(|| of_code().filter(|_| !is_enough));
    meant.into_iter().chain(how_to_write).collect()
}

/// Returns the word for a severity.
#[must_use]
pub fn severity(severity: Severity, locale: &Locale) -> String {
    locale.text(match severity {
        Severity::Error => Message::SeverityError,
        Severity::Warning => Message::SeverityWarning,
        Severity::Hint => Message::SeverityHint,
    })
}
