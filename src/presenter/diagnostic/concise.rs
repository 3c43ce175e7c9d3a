//! Formats diagnostics on one line.

use super::sentence;
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::diagnostic::Diagnostic;

/// Formats a diagnostic on one line, with its line number.
#[must_use]
pub fn concise(diagnostic: &Diagnostic, line: usize, locale: &Locale) -> String {
    let sentence = sentence(diagnostic, locale);
    locale.with(
        Message::MistakeInLine,
        &[("line", MessageArg::count(line)), ("sentence", MessageArg::text(&sentence))],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurultai_schedule::diagnostic::{Code, Span};

    #[test]
    fn line_and_sentence() {
        let diagnostic =
            Diagnostic::new(Code::BadTime, Span::new(0, 0)).with("value", MessageArg::text("9:30"));
        assert_eq!(concise(&diagnostic, 14, &Locale::english()), "line 14: `9:30` is not a valid time.");
    }
}
