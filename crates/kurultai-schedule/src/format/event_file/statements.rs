//! Splits a TOML text into statements without parsing them.
//!
//! A statement is a header line, a `key = value` up to the end of its last line, or a blank or comment line.
//! The scanner recognizes only strings, comments and brackets.

use crate::diagnostic::Span;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// From the first non-blank byte to the end of the last line.
    pub(super) span: Span,
    pub(super) kind: StatementKind,
    /// The first `=` outside of strings and brackets.
    pub(super) equals: Option<usize>,
    /// The opening quote of a one-line string that is not closed on its line.
    pub(super) broken_string: Option<usize>,
    /// The outermost bracket or string still open at the end of the text.
    pub(super) unclosed: Option<Opener>,
    /// The first string or bracket that continues on the next line.
    pub(super) spanning: Option<Opener>,
    /// A typographic quote outside of strings.
    pub(super) smart_quote: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StatementKind {
    /// Blanks and comments.
    Blank,
    /// A line that begins with `[`.
    Header,
    /// A line in brackets that is not a header.
    Note,
    /// Anything else.
    Pair,
}

/// The opening mark of a string or bracket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opener {
    pub(super) at: usize,
    /// `"""`, `'''`, `[` or `{`.
    pub(super) mark: &'static str,
}

impl Opener {
    pub(super) fn is_string(self) -> bool {
        matches!(self.mark, "\"\"\"" | "'''")
    }
}

impl Statement {
    /// A statement that is only a header line.
    pub(super) fn header(span: Span) -> Self {
        Self {
            span,
            kind: StatementKind::Header,
            equals: None,
            broken_string: None,
            unclosed: None,
            spanning: None,
            smart_quote: None,
        }
    }
}

/// Returns the statement that begins at `start`, the beginning of a line.
pub(super) fn statement(text: &str, start: usize) -> Statement {
    let bytes = text.as_bytes();
    let first = skip_blanks(bytes, start);
    let kind = match bytes.get(first) {
        None | Some(b'\n' | b'#') => StatementKind::Blank,
        Some(b'\r') if bytes.get(first + 1) == Some(&b'\n') => StatementKind::Blank,
        Some(b'[') => StatementKind::Header,
        Some(_) => StatementKind::Pair,
    };
    let mut scan = Scan {
        text,
        at: first,
        open: Vec::new(),
        statement: Statement { kind, ..Statement::header(Span::new(first, first)) },
    };
    match kind {
        StatementKind::Pair => scan.pair(),
        // Headers and comments end with their line.
        StatementKind::Header | StatementKind::Note | StatementKind::Blank => {
            scan.at = line_end(bytes, first);
        }
    }
    scan.statement.span.end = scan.at;
    scan.statement
}

/// Returns the start of the line after that of `at`.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |newline| at + newline + 1)
}

fn skip_blanks(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    open: Vec<Opener>,
    statement: Statement,
}

impl Scan<'_> {
    fn pair(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b'\n' => {
                    self.at += 1;
                    let Some(opener) = self.open.first() else { return };
                    self.statement.spanning.get_or_insert(*opener);
                }
                b'#' => self.at += bytes[self.at..].iter().take_while(|byte| **byte != b'\n').count(),
                b'"' => self.string(b'"', "\"\"\""),
                b'\'' => self.string(b'\'', "'''"),
                b'[' => self.bracket("["),
                b'{' => self.bracket("{"),
                b']' => self.close("["),
                b'}' => self.close("{"),
                b'=' => {
                    if self.open.is_empty() {
                        self.statement.equals.get_or_insert(self.at);
                    }
                    self.at += 1;
                }
                0x80.. => self.letter(),
                _ => self.at += 1,
            }
        }
        self.statement.unclosed = self.statement.unclosed.or(self.open.first().copied());
    }

    fn letter(&mut self) {
        let Some(c) = self.text[self.at..].chars().next() else { return };
        if matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚') {
            self.statement.smart_quote.get_or_insert(self.at);
        }
        self.at += c.len_utf8();
    }

    fn bracket(&mut self, mark: &'static str) {
        self.open.push(Opener { at: self.at, mark });
        self.at += 1;
    }

    fn close(&mut self, mark: &str) {
        // The parser reports a closing bracket without an opening one.
        if self.open.last().is_some_and(|opener| opener.mark == mark) {
            self.open.pop();
        }
        self.at += 1;
    }

    fn string(&mut self, quote: u8, long: &'static str) {
        if self.text[self.at..].starts_with(long) {
            self.long_string(quote, long);
        } else {
            self.short_string(quote);
        }
    }

    fn short_string(&mut self, quote: u8) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        self.at += 1;
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b'\n' => {
                    self.statement.broken_string.get_or_insert(start);
                    return;
                }
                b'\\' if quote == b'"' && bytes.get(self.at + 1) != Some(&b'\n') => self.at += 2,
                _ if *byte == quote => {
                    self.at += 1;
                    return;
                }
                _ => self.at += 1,
            }
        }
        self.at = bytes.len();
        self.statement.broken_string.get_or_insert(start);
    }

    fn long_string(&mut self, quote: u8, long: &'static str) {
        let bytes = self.text.as_bytes();
        let opener = Opener { at: self.at, mark: long };
        self.at += 3;
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b'\\' if quote == b'"' => self.at += 2,
                b'\n' => {
                    self.statement.spanning.get_or_insert(opener);
                    self.at += 1;
                }
                _ if *byte == quote && self.text.as_bytes()[self.at..].starts_with(long.as_bytes()) => {
                    // Up to two quotes before the closing three belong to the string.
                    let quotes = bytes[self.at..].iter().take(5).take_while(|byte| **byte == quote).count();
                    self.at += quotes;
                    return;
                }
                _ => self.at += 1,
            }
        }
        self.at = bytes.len();
        self.statement.unclosed.get_or_insert(opener);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let statement = statement(text, at);
            at = statement.span.end;
            if statement.kind != StatementKind::Blank {
                found.push(&text[statement.span.start..statement.span.end]);
            }
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn statements_end_with_their_last_line() {
        check(
            "a = 1\n\n# c [\n  [[b]] # x\nc = [\n [[1]],\n]\nd=2",
            &["a = 1\n", "[[b]] # x\n", "c = [\n [[1]],\n]\n", "d=2"],
        );
        check(
            "a = \"\"\"\n[[b]]\n\\\"\"\" x\n\"\"\"\"\"\nb = 1\n",
            &["a = \"\"\"\n[[b]]\n\\\"\"\" x\n\"\"\"\"\"\n", "b = 1\n"],
        );
        check(
            "a = '''\\'''\nb = 'x\\'\nc = \"#[\\\"\" # [\n",
            &["a = '''\\'''\n", "b = 'x\\'\n", "c = \"#[\\\"\" # [\n"],
        );
    }

    #[test]
    fn open_strings_and_brackets_are_found() {
        let open = |text| statement(text, 0).unclosed.map(|opener| (opener.at, opener.mark));
        assert_eq!(open("a = [\n{\n"), Some((4, "[")));
        assert_eq!(open("a = '''\n"), Some((4, "'''")));
        assert_eq!(open("a = \"x\n"), None);
        assert_eq!(statement("a = \"x\nb", 0).broken_string, Some(4));
        assert_eq!(statement("a = “x”\n", 0).smart_quote, Some(4));
    }
}
