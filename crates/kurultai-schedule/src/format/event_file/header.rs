//! Parses header lines, `[table]` and `[[array]]`, and guesses the meaning of broken ones.

use toml::de::{DeTable, DeValue};

use super::vocabulary::{Vocabulary, bare_key};
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    /// The names from the outermost table to the innermost.
    pub(super) path: Vec<String>,
    /// True for double brackets.
    pub(super) is_double: bool,
    /// The header without the rest of its line.
    pub(super) span: Span,
}

/// The deepest nesting of tables, slightly below the limit of the `toml` crate.
const DEPTH: usize = 32;

/// Parses the header in `line`. Reports a malformed header and guesses its meaning.
pub(super) fn read_header(text: &str, line: Span, known: Vocabulary<'_>) -> (Header, Option<Diagnostic>) {
    let written = text[line.start..line.end].trim_end();
    let span = Span::new(line.start, line.start + written.len());
    let header = plain_header(written, span).or_else(|| quoted_header(written, span));
    let Some(header) = header else {
        let header = broken_header(written, span, known);
        let diagnostic = Diagnostic::new(Code::BrokenHeader, header.span);
        let diagnostic = diagnostic.with("header", MessageArg::text(&header.to_string()));
        return (header, Some(diagnostic));
    };
    if header.path.len() > DEPTH {
        let cut = Header { path: header.path[..DEPTH].to_vec(), ..header };
        let diagnostic = Diagnostic::new(Code::TooDeep, span);
        return (cut, Some(diagnostic));
    }
    (header, None)
}

/// Parses a header of bare keys with nothing after the brackets.
fn plain_header(written: &str, span: Span) -> Option<Header> {
    let (inside, is_double) = match written.strip_prefix("[[") {
        Some(inside) => (inside.strip_suffix("]]")?, true),
        None => (written.strip_prefix('[')?.strip_suffix(']')?, false),
    };
    let is_bare = |key: &str| !key.is_empty() && bare_key(key).1.is_empty();
    if !inside.split('.').all(is_bare) {
        return None;
    }
    Some(Header { path: inside.split('.').map(str::to_owned).collect(), is_double, span })
}

/// Parses any header that the `toml` crate accepts: with quoted keys, spaces, a comment.
fn quoted_header(written: &str, span: Span) -> Option<Header> {
    let table = DeTable::parse(written).ok()?;
    let mut path = Vec::new();
    let mut table = table.get_ref();
    loop {
        let (key, value) = table.iter().next()?;
        path.push(key.get_ref().clone().into_owned());
        let end = span.start + value.span().end;
        match value.get_ref() {
            DeValue::Table(inner) if inner.is_empty() => {
                return Some(Header { path, is_double: false, span: Span::new(span.start, end) });
            }
            DeValue::Table(inner) => table = inner,
            DeValue::Array(_) => {
                return Some(Header { path, is_double: true, span: Span::new(span.start, end) });
            }
            _ => return None,
        }
    }
}

/// True if a line in brackets is a note rather than a header: `[to be confirmed]`, `[x] booked`.
pub(super) fn is_note(text: &str, line: Span, known: Vocabulary<'_>) -> bool {
    let written = text[line.start..line.end].trim_end();
    let span = Span::new(line.start, line.start + written.len());
    if plain_header(written, span).is_some() || quoted_header(written, span).is_some() {
        return false;
    }
    let name = bare_key(written.trim_start_matches(['[', ' ', '\t'])).0;
    !known.has_table(name) && known.guess_table(name).is_none() && known.table_in_brackets(written).is_none()
}

/// Guesses the meaning of a header with the wrong brackets.
fn broken_header(written: &str, span: Span, known: Vocabulary<'_>) -> Header {
    let trimmed = || written.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let name = known.table_in_brackets(written).unwrap_or_else(trimmed);
    let mut path = Vec::new();
    let mut rest = name;
    loop {
        let (key, after) = bare_key(rest);
        path.push(key.to_owned());
        match after.strip_prefix('.') {
            Some(next) if path.len() < DEPTH => rest = next,
            _ => break,
        }
    }
    if let Some(table) = known.guess_table(&path[0]) {
        table.clone_into(&mut path[0]);
    }
    let is_known = path.len() == 1 && known.has_table(&path[0]);
    let is_double =
        if is_known { known.arrays.contains(&path[0].as_str()) } else { written.starts_with("[[") };
    Header { path, is_double, span }
}

impl std::fmt::Display for Header {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = self.path.join(".");
        if self.is_double { write!(f, "[[{path}]]") } else { write!(f, "[{path}]") }
    }
}
