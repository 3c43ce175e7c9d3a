//! The brief form: one line, for lists of files.

use super::sentence;
use crate::diagnostic::Diagnostic;
use crate::locale::{Locale, Message, Value};

/// A finding in one line, with the line of the file, counted from 1: ``line 14: `9:30` is no time.``
#[must_use]
pub fn brief(diagnostic: &Diagnostic, line: usize, locale: &Locale) -> String {
    let sentence = sentence(diagnostic, locale);
    locale.with(Message::MistakeInLine, &[("line", Value::count(line)), ("sentence", Value::text(&sentence))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Span};

    #[test]
    fn line_and_sentence() {
        let finding = Diagnostic::new(Code::BadTime, Span::new(0, 0)).with("value", Value::text("9:30"));
        assert_eq!(brief(&finding, 14, &Locale::english()), "line 14: `9:30` is no time.");
    }
}
