//! Statements with a slip that takes one character to put right: a missing comma, `;` for it, `:` for `=`, `==`, round
//! brackets around a list, a blank that only word processors write.
//!
//! Each is said, and what was meant is read. Every character is replaced by as many bytes as it had, so places hold.

use toml::de::DeTable;

use super::spanned::{Table, shift};
use super::statements::Statement;
use super::vocabulary::bare_key;
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span};

/// So many slips in one statement are mended; who has more has another problem.
const MOST: usize = 50;

/// The statement as it was meant, and what is wrong with it; `None` where something else is, too, and where more than
/// `left` bytes would have to be parsed for it.
pub(super) fn mend(text: &str, statement: &Statement, left: &mut usize) -> Option<(Table, Vec<Diagnostic>)> {
    let span = statement.span;
    if span.end - span.start > *left {
        return None;
    }
    let mut mending =
        Fixup { at: span.start, text: text[span.start..span.end].to_owned(), diagnostics: Vec::new() };
    if let Some(equals) = statement.equals {
        mending.before_the_value(equals - span.start);
    }
    let mut before = None;
    for _ in 0..MOST {
        *left = left.checked_sub(mending.text.len())?;
        let (table, mut errors) = DeTable::parse_recoverable(&mending.text);
        errors.sort_by_key(|error| error.span().map(|span| span.start));
        let Some(error) = errors.first() else {
            let table = Table::convert(table.get_ref(), text, span.start).ok()?;
            mending.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
            return (!mending.diagnostics.is_empty()).then_some((table, mending.diagnostics));
        };
        let place = error.span()?;
        // What was mended stays mended: the next mistake is behind it.
        if before.is_some_and(|before| before >= place.start) {
            return None;
        }
        before = Some(place.start);
        let message = error.message().to_owned();
        let place = shift(place, 0);
        mending.at_place(place, &message)?;
    }
    None
}

struct Fixup {
    /// Where the text begins in the file.
    at: usize,
    text: String,
    diagnostics: Vec<Diagnostic>,
}

impl Fixup {
    fn replace(&mut self, at: usize, len: usize, with: &str) {
        let blanks = " ".repeat(len.saturating_sub(with.len()));
        self.text.replace_range(at..at + len, &format!("{with}{blanks}"));
    }

    fn say(&self, code: Code, at: usize, len: usize) -> Diagnostic {
        Diagnostic::new(code, Span::new(self.at + at, self.at + at + len))
    }

    /// What can be wrong with the beginning of a statement.
    fn before_the_value(&mut self, equals: usize) {
        if let Some(len) = odd_blank(&self.text, 0) {
            let diagnostic = self.say(Code::OddBlank, 0, len);
            self.diagnostics.push(diagnostic);
            self.replace(0, len, "");
        }
        let key = bare_key(self.text.trim_start()).0.to_owned();
        if self.text[equals + 1..].starts_with('=') {
            let diagnostic = self.say(Code::DoubledEquals, equals, 2).with("key", MessageArg::text(&key));
            self.diagnostics.push(diagnostic);
            self.replace(equals + 1, 1, "");
        }
        let value = self.text[equals + 1..].trim_start();
        let open = self.text.len() - value.len();
        let end = value.trim_end();
        if end.starts_with('(') && end.ends_with(')') {
            let diagnostic =
                self.say(Code::RoundBrackets, open, end.len()).with("key", MessageArg::text(&key));
            let close = open + end.len() - 1;
            self.diagnostics.push(diagnostic);
            self.replace(open, 1, "[");
            self.replace(close, 1, "]");
        }
    }

    /// Mends what the parser complains about.
    fn at_place(&mut self, place: Span, message: &str) -> Option<()> {
        let at = place.start;
        // A place that the parser gives need not be one where a character begins.
        let (before, behind) = self.text.split_at_checked(at)?;
        if let Some(len) = odd_blank(&self.text, at) {
            let diagnostic = self.say(Code::OddBlank, at, len);
            self.diagnostics.push(diagnostic);
            self.replace(at, len, "");
        } else if message.contains("missing comma") {
            let is_semicolon = behind.starts_with(';');
            let mark = if is_semicolon { "semicolon" } else { "nothing" };
            let gap = if is_semicolon { at } else { at.checked_sub(1)? };
            if !is_semicolon && !before.ends_with([' ', '\t', '\n']) {
                return None;
            }
            let diagnostic = self.say(Code::MissingComma, at, 1).with("mark", MessageArg::Word(mark));
            self.diagnostics.push(diagnostic);
            self.replace(gap, 1, ",");
        } else if behind.starts_with(':') {
            let before = before.trim_end();
            let rest = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-');
            let key = before[rest.len()..].to_owned();
            if key.is_empty() || rest.is_empty() {
                return None;
            }
            let diagnostic = self.say(Code::ColonForEquals, at, 1).with("key", MessageArg::text(&key));
            self.diagnostics.push(diagnostic);
            self.replace(at, 1, "=");
        } else {
            return None;
        }
        Some(())
    }
}

/// How long a blank is that TOML does not take for one.
fn odd_blank(text: &str, at: usize) -> Option<usize> {
    let c = text.get(at..)?.chars().next()?;
    let is_odd = !c.is_ascii() && (c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
    is_odd.then(|| c.len_utf8())
}
