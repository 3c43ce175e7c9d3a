//! A TOML text in sections, one a header, each read on its own: a mistake costs the statement it is in, and no other.
//!
//! A section without mistakes goes through the `toml` crate in one piece. One with mistakes is read statement by
//! statement. What is hard then is a string or bracket that nobody closes: to a parser it swallows everything up to the
//! next quote of its kind, and from there on text and TOML change places. It is found by what it swallowed: a line that
//! is a header, or a key, of this format is taken for what it is unless reading on says otherwise ([`Reader::decide`]).

use toml::de::DeTable;

use super::blame::{Fault, blame};
use super::header::{Header, read_header};
use super::scan::{Opener, Statement, StatementKind, line_end, statement};
use super::tree::{Entry, Form, Kind, OutOfRange, Table, shift};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::locale::Value;

/// What the format of the file calls its tables and keys; it tells a swallowed line from a line of prose.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// The tables at the top that come once.
    pub(super) tables: &'a [&'a str],
    /// The tables at the top that come in double brackets.
    pub(super) arrays: &'a [&'a str],
    /// The keys of all of them.
    pub(super) keys: &'a [&'a [&'a str]],
}

/// A header and what stands under it; the top of the file has no header.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) header: Option<Header>,
    pub(super) body: Table,
    /// Whether something in it could not be read.
    pub(super) has_mistakes: bool,
}

/// So many unclosed strings and brackets are searched for where they end; after them a line ends every statement, so
/// that a file of nothing else does not take the square of its length.
const UNCLOSED: usize = 100;
/// So far is read on, in bytes, to decide what an unclosed string or bracket is.
const LOOK_AHEAD: usize = 64 << 10;

/// Reads a text into sections; never fails.
pub(super) fn sections(text: &str, known: Known<'_>) -> (Vec<Section>, Vec<Diagnostic>) {
    let mut reader = Reader { text, known, unclosed: 0, findings: Vec::new() };
    let mut sections = Vec::new();
    let mut header = None;
    let mut at = 0;
    loop {
        let before = reader.findings.len();
        let (body, end) = reader.body(at);
        let has_mistakes = reader.findings.len() > before;
        sections.push(Section { header, body, has_mistakes });
        if end >= text.len() {
            return (sections, reader.findings);
        }
        let line = statement(text, end);
        let (read, finding) = read_header(text, line.span, known);
        reader.findings.extend(finding);
        header = Some(read);
        at = line.span.end;
    }
}

struct Reader<'a> {
    text: &'a str,
    known: Known<'a>,
    unclosed: usize,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn statement(&self, at: usize) -> Statement {
        if self.unclosed < UNCLOSED {
            return statement(self.text, at);
        }
        statement(&self.text[..line_end(self.text.as_bytes(), at)], at)
    }

    /// What stands under a header, and where the next header begins.
    fn body(&mut self, start: usize) -> (Table, usize) {
        let mut end = start;
        let mut is_closed = true;
        while end < self.text.len() {
            let statement = self.statement(end);
            if statement.kind == StatementKind::Header {
                break;
            }
            is_closed &= statement.unclosed.is_none();
            end = statement.span.end;
        }
        if is_closed && let Some(table) = self.whole(start, end) {
            return (table, end);
        }
        self.piecemeal(start, end)
    }

    /// A body without mistakes other than keys that are given twice.
    fn whole(&mut self, start: usize, end: usize) -> Option<Table> {
        let (table, errors) = DeTable::parse_recoverable(&self.text[start..end]);
        let twice = |error: &toml::de::Error| error.span().filter(|_| error.message() == "duplicate key");
        let spans: Vec<_> = errors.iter().map(twice).collect::<Option<_>>()?;
        let table = Table::convert(table.get_ref(), self.text, start).ok()?;
        for span in spans {
            self.given_twice(shift(span, start));
        }
        Some(table)
    }

    /// A body statement by statement; what cannot be read is said and left out.
    fn piecemeal(&mut self, start: usize, limit: usize) -> (Table, usize) {
        let mut body = Table::new(Form::Header, Span::new(start, start));
        let mut at = start;
        while at < self.text.len() {
            let statement = self.statement(at);
            at = match statement.kind {
                StatementKind::Header => return (body, at),
                StatementKind::Blank => statement.span.end,
                StatementKind::Pair => self.pair(&statement, limit, &mut body),
            };
        }
        (body, at)
    }

    /// One `key = value`; gives where to read on.
    fn pair(&mut self, statement: &Statement, limit: usize, body: &mut Table) -> usize {
        let parsed = self.parse(statement);
        if let Some((opener, resume)) = self.decide(statement, parsed.is_ok(), limit) {
            self.unclosed += 1;
            // A quote that its line does not close explains the bracket after it.
            let (at, mark) = match statement.broken_string.filter(|at| *at < resume) {
                Some(at) => (at, &self.text[at..=at]),
                None => (opener.at, opener.mark),
            };
            let span = Span::new(at, at + mark.len());
            let code = if matches!(mark, "[" | "{") { Code::UnclosedBracket } else { Code::UnclosedText };
            self.findings.push(Diagnostic::new(code, span).with("mark", Value::text(mark)));
            return resume;
        }
        match parsed {
            Ok(table) => self.merge(body, table),
            Err(fault) => self.findings.push(blame(self.text, statement, fault, self.known)),
        }
        statement.span.end
    }

    fn parse(&self, statement: &Statement) -> Result<Table, Fault> {
        if statement.unclosed.is_some() {
            return Err(Fault::Unclosed);
        }
        let start = statement.span.start;
        let (table, mut errors) = DeTable::parse_recoverable(&self.text[start..statement.span.end]);
        errors.sort_by_key(|error| error.span().map(|span| span.start));
        if let Some(error) = errors.first() {
            let span = error.span().map_or(statement.span, |span| shift(span, start));
            return Err(Fault::Syntax(span, error.message().to_owned()));
        }
        Table::convert(table.get_ref(), self.text, start).map_err(|OutOfRange(span)| Fault::Number(span))
    }

    /// Whether a statement of several lines is an opener that nobody closed; if so, which, and where reading goes on.
    ///
    /// Both readings are tried on what follows, up to where the section would end: the one with fewer mistakes is what
    /// was meant. A reading without mistakes is always right.
    fn decide(&self, statement: &Statement, is_valid: bool, limit: usize) -> Option<(Opener, usize)> {
        let opener = statement.unclosed.or(statement.spanning)?;
        let Some(marker) = self.marker(opener.at, statement.span.end) else {
            let end = statement.span.end;
            return statement.unclosed.map(|opener| (opener, end));
        };
        if statement.unclosed.is_some() {
            return Some((opener, marker));
        }
        let limit = limit.min(statement.span.end.saturating_add(LOOK_AHEAD)).max(statement.span.end);
        let if_closed = usize::from(!is_valid) + self.mistakes(statement.span.end, limit);
        if if_closed == 0 {
            return None;
        }
        let if_unclosed = 1 + self.mistakes(marker, limit);
        let is_open = if opener.is_string() { if_unclosed <= if_closed } else { if_unclosed < if_closed };
        is_open.then_some((opener, marker))
    }

    /// How many statements between two places cannot be read.
    fn mistakes(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        let mut count = 0;
        while at < end {
            let statement = self.statement(at);
            count += match statement.kind {
                StatementKind::Blank => 0,
                StatementKind::Header => {
                    usize::from(read_header(self.text, statement.span, self.known).1.is_some())
                }
                StatementKind::Pair => usize::from(self.parse(&statement).is_err()),
            };
            at = statement.span.end;
        }
        count
    }

    /// The first line after that of `from` that is a header or a key of this format.
    fn marker(&self, from: usize, to: usize) -> Option<usize> {
        let mut at = line_end(self.text.as_bytes(), from);
        while at < to {
            let end = line_end(self.text.as_bytes(), at);
            if self.known.has_line(&self.text[at..end]) {
                return Some(at);
            }
            at = end;
        }
        None
    }

    fn merge(&mut self, body: &mut Table, from: Table) {
        for entry in from.entries {
            let Some(known) = body.get_mut(&entry.key) else {
                body.entries.push(entry);
                continue;
            };
            match (&mut known.value.kind, entry) {
                (Kind::Table(into), Entry { value, .. })
                    if into.form == Form::Dotted
                        && matches!(&value.kind, Kind::Table(table) if table.form == Form::Dotted) =>
                {
                    if let Kind::Table(table) = value.kind {
                        self.merge(into, table);
                    }
                }
                (_, entry) => self.given_twice(entry.key_span),
            }
        }
    }

    fn given_twice(&mut self, key: Span) {
        let name = Value::text(&self.text[key.start..key.end]);
        self.findings.push(Diagnostic::new(Code::DuplicateKey, key).with("key", name));
    }
}

impl Known<'_> {
    pub(super) fn has_key(&self, name: &str) -> bool {
        self.keys.iter().any(|keys| keys.contains(&name))
    }

    /// Whether a line is a header of a known table, or begins with a known key and `=` (or the `:` of a slip).
    fn has_line(&self, line: &str) -> bool {
        let line = line.trim_start_matches([' ', '\t']);
        let (name, rest) = bare_key(line.trim_start_matches('['));
        if line.starts_with('[') {
            let is_table = self.tables.contains(&name) || self.arrays.contains(&name);
            return is_table && rest.starts_with(['.', ']', ' ', '\t']);
        }
        self.has_key(name) && rest.trim_start_matches([' ', '\t']).starts_with(['=', ':'])
    }
}

/// The bare key that a text begins with, and the rest.
pub(super) fn bare_key(text: &str) -> (&str, &str) {
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let end = text.find(|c: char| !is_key(c)).unwrap_or(text.len());
    text.split_at(end)
}
