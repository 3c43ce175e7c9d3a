//! Fixes one-character typos: a missing comma, `;` instead of a comma, `:` instead of `=`, `==`, parentheses
//! around a list, a non-breaking space.
//!
//! Every fix is reported. A replacement has as many bytes as the original, so spans remain valid.

use toml::de::DeTable;

use super::explain::MISSING_COMMA;
use super::spanned::Table;
use super::statements::Statement;
use super::vocabulary::bare_key;
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span};

/// The largest number of typos to fix in one statement.
const MAX_FIXUPS: usize = 50;

/// Returns the fixed statement and its diagnostics. `None` if it has other mistakes or if more than `left`
/// bytes would have to be parsed.
pub(super) fn fix(
    text: &str,
    statement: &Statement,
    left: &mut usize,
) -> Option<(Table<'static>, Vec<Diagnostic>)> {
    let span = statement.span;
    if span.end - span.start > *left {
        return None;
    }
    let mut fixup =
        Fixup { start: span.start, text: text[span.start..span.end].to_owned(), diagnostics: Vec::new() };
    if let Some(equals) = statement.equals {
        fixup.fix_start(equals - span.start);
    }
    let mut before = None;
    for _ in 0..MAX_FIXUPS {
        *left = left.checked_sub(fixup.text.len())?;
        let (table, mut errors) = DeTable::parse_recoverable(&fixup.text);
        errors.sort_by_key(|error| error.span().map(|span| span.start));
        let Some(error) = errors.first() else {
            let table = Table::convert(table.get_ref(), text, span.start).ok()?;
            fixup.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
            return (!fixup.diagnostics.is_empty()).then_some((table, fixup.diagnostics));
        };
        let place = error.span()?;
        // The next mistake must come after the fixed one.
        if before.is_some_and(|before| before >= place.start) {
            return None;
        }
        before = Some(place.start);
        let message = error.message().to_owned();
        fixup.fix_at(place.start, &message)?;
    }
    None
}

struct Fixup {
    /// The position of the text in the file.
    start: usize,
    text: String,
    diagnostics: Vec<Diagnostic>,
}

impl Fixup {
    fn replace(&mut self, at: usize, len: usize, with: &str) {
        let blanks = " ".repeat(len.saturating_sub(with.len()));
        self.text.replace_range(at..at + len, &format!("{with}{blanks}"));
    }

    fn report(&mut self, code: Code, at: usize, len: usize, arg: Option<(&'static str, MessageArg)>) {
        let diagnostic = Diagnostic::new(code, Span::new(self.start + at, self.start + at + len));
        self.diagnostics.push(match arg {
            Some((name, value)) => diagnostic.with(name, value),
            None => diagnostic,
        });
    }

    /// Fixes the beginning of a statement.
    fn fix_start(&mut self, equals: usize) {
        if let Some(len) = odd_blank(&self.text, 0) {
            self.report(Code::OddBlank, 0, len, None);
            self.replace(0, len, "");
        }
        let key = bare_key(self.text.trim_start()).0.to_owned();
        if self.text[equals + 1..].starts_with('=') {
            self.report(Code::DoubledEquals, equals, 2, Some(("key", MessageArg::text(&key))));
            self.replace(equals + 1, 1, "");
        }
        let value = self.text[equals + 1..].trim_start();
        let open = self.text.len() - value.len();
        let end = value.trim_end();
        if end.starts_with('(') && end.ends_with(')') {
            let (len, close) = (end.len(), open + end.len() - 1);
            self.report(Code::RoundBrackets, open, len, Some(("key", MessageArg::text(&key))));
            self.replace(open, 1, "[");
            self.replace(close, 1, "]");
        }
    }

    /// Fixes the mistake at the position of a parser message; `None` if that is not possible.
    fn fix_at(&mut self, at: usize, message: &str) -> Option<()> {
        // The reported position may be inside a character.
        let (before, behind) = self.text.split_at_checked(at)?;
        if let Some(len) = odd_blank(&self.text, at) {
            self.report(Code::OddBlank, at, len, None);
            self.replace(at, len, "");
        } else if message.contains(MISSING_COMMA) {
            let is_semicolon = behind.starts_with(';');
            let mark = if is_semicolon { "semicolon" } else { "nothing" };
            let gap = if is_semicolon { at } else { at.checked_sub(1)? };
            if !is_semicolon && !before.ends_with([' ', '\t', '\n']) {
                return None;
            }
            self.report(Code::MissingComma, at, 1, Some(("mark", MessageArg::Word(mark))));
            self.replace(gap, 1, ",");
        } else if behind.starts_with(':') {
            let before = before.trim_end();
            let rest = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-');
            let key = before[rest.len()..].to_owned();
            if key.is_empty() || rest.is_empty() {
                return None;
            }
            self.report(Code::ColonForEquals, at, 1, Some(("key", MessageArg::text(&key))));
            self.replace(at, 1, "=");
        } else {
            return None;
        }
        Some(())
    }
}

/// Returns the length of a whitespace character that TOML does not allow.
fn odd_blank(text: &str, at: usize) -> Option<usize> {
    let c = text.get(at..)?.chars().next()?;
    let is_odd = !c.is_ascii() && (c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
    is_odd.then(|| c.len_utf8())
}
