//! Splits CSV (RFC 4180) with any separator into cells with spans.
//!
//! A parser of our own, because diagnostics need the position of each cell in the file, which the `csv` crate does not
//! keep.

use crate::diagnostic::Span;

/// The separators of spreadsheets: commas, semicolons where the comma is in numbers, and tabs.
pub(super) const SEPARATORS: [u8; 3] = *b",;\t";

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// The text without quotes and without blanks around it.
    pub(super) text: String,
    /// The text in the file, with quotes.
    pub(super) span: Span,
}

/// Splits the row that begins at `start`. Returns its cells and the position of the next row. A quote that is not
/// closed ends with the file.
pub(super) fn row(text: &str, start: usize, separator: u8) -> (Vec<Cell>, usize) {
    let bytes = text.as_bytes();
    let (mut cells, mut at) = (Vec::new(), start);
    loop {
        let from = at;
        let mut is_quoted = false;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => is_quoted = !is_quoted,
                b'\n' | b'\r' if !is_quoted => break,
                byte if *byte == separator && !is_quoted => break,
                _ => {}
            }
            at += 1;
        }
        cells.push(cell(text, from, at));
        match bytes.get(at) {
            Some(byte) if *byte == separator => at += 1,
            Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => return (cells, at + 2),
            Some(_) => return (cells, at + 1),
            None => return (cells, at),
        }
    }
}

fn cell(text: &str, start: usize, end: usize) -> Cell {
    let written = text.get(start..end).unwrap_or_default();
    let trimmed = written.trim();
    let start = start + written.len() - written.trim_start().len();
    let inside =
        trimmed.strip_prefix('"').map(|rest| rest.strip_suffix('"').unwrap_or(rest).replace("\"\"", "\""));
    let unquoted = inside.unwrap_or_else(|| trimmed.to_owned());
    Cell { text: unquoted.trim().to_owned(), span: Span::new(start, start + trimmed.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, separator: u8) -> Vec<Vec<String>> {
        let (mut rows, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let (cells, next) = row(text, at, separator);
            rows.push(cells.into_iter().map(|cell| cell.text).collect());
            at = next;
        }
        rows
    }

    #[test]
    fn quotes_contain_separators_quotes_and_lines() {
        let text = "a,\"b, \"\"c\"\"\",\r\n\"d\ne\", f ,g";
        assert_eq!(rows(text, b','), [vec!["a", "b, \"c\"", ""], vec!["d\ne", "f", "g"]]);
        assert_eq!(rows("a;b\rc;\"d", b';'), [vec!["a", "b"], vec!["c", "d"]]);
        assert_eq!(rows("a\t\tb\n\n", b'\t'), [vec!["a", "", "b"], vec![""]]);
    }

    #[test]
    fn spans_are_those_of_the_written_text() {
        let text = "a, \"b\" ,c";
        let (cells, _) = row(text, 0, b',');
        let written: Vec<&str> = cells.iter().map(|cell| &text[cell.span.start..cell.span.end]).collect();
        assert_eq!(written, ["a", "\"b\"", "c"]);
    }
}
