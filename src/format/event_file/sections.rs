//! A TOML text in sections, one a header, each read on its own: a mistake costs the statement it is in, and no other.
//!
//! A section without mistakes goes through the `toml` crate in one piece. One with mistakes is read statement by
//! statement. What is hard then is a string or bracket that nobody closes: to a parser it swallows everything up to the
//! next quote of its kind, and from there on text and TOML change places. It is found by what it swallowed: a line that
//! is a header, or a key, of this format is taken for what it is unless reading on says otherwise ([`Parser::resolve_unclosed`]).

use toml::de::DeTable;

use super::explain::{ParseFailure, explain};
use super::fixups::mend;
use super::header::{Header, is_note, read_header};
use super::partial_array::partial;
use super::spanned::{Entry, Kind, OutOfRange, Table, TableOrigin, shift};
use super::statements::{Opener, Statement, StatementKind, line_end, statement};
use super::vocabulary::{Vocabulary, bare_key};
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span};

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
/// So far is read on, in bytes, to decide what an unclosed string or bracket is; and so far in all of a file.
const LOOK_AHEAD: usize = 64 << 10;
const LOOKED: usize = 4 << 20;
/// A section that is longer, in bytes, is read statement by statement.
const WHOLE: usize = 256 << 10;
/// Of the statements of a file so many bytes are parsed again to put slips right.
const MENDED: usize = 4 << 20;
/// A text with the quotes of one line is searched for its end so many lines far.
const LONGEST_TEXT: usize = 100;

/// Reads a text into sections; never fails.
pub(super) fn sections(text: &str, known: Vocabulary<'_>) -> (Vec<Section>, Vec<Diagnostic>) {
    let mut reader = Reader {
        text,
        known,
        header: None,
        unclosed: 0,
        faulty: 0,
        looked: 0,
        mendable: MENDED,
        diagnostics: Vec::new(),
    };
    let mut sections = Vec::new();
    let mut at = 0;
    loop {
        let before = reader.diagnostics.len();
        let Body { table: body, end, is_forgotten } = reader.body(at);
        let has_mistakes = reader.diagnostics.len() > before;
        let header = reader.header.clone();
        sections.push(Section { header, body, has_mistakes });
        at = end;
        if end >= text.len() {
            return (sections, reader.diagnostics);
        }
        let line = reader.statement(end);
        if is_forgotten {
            reader.forgotten_header(&line);
            continue;
        }
        let (read, diagnostic) = read_header(text, line.span, known);
        reader.diagnostics.extend(diagnostic);
        reader.header = Some(read);
        at = line.span.end;
    }
}

/// What stands under a header.
struct Body {
    table: Table,
    /// Where the next header begins.
    end: usize,
    /// Whether that header is missing: the keys of the table begin again there.
    is_forgotten: bool,
}

struct Reader<'a> {
    text: &'a str,
    known: Vocabulary<'a>,
    /// The header of the section that is being read.
    header: Option<Header>,
    /// How many strings and brackets nobody closed.
    unclosed: usize,
    /// Up to here the text has mistakes.
    faulty: usize,
    /// How many bytes were read ahead to decide what something is.
    looked: usize,
    /// The number of bytes that may still be parsed to repair typos.
    mendable: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// The statement that begins at a line. What only looks like a header is a note, and what was meant for one is one.
    fn statement(&self, at: usize) -> Statement {
        let line = line_end(self.text.as_bytes(), at);
        let end = if self.unclosed < UNCLOSED { self.text.len() } else { line };
        let mut found = statement(&self.text[..end], at);
        let has_no_equals = found.equals.is_none_or(|equals| equals >= line);
        let first_line = &self.text[found.span.start..line.max(found.span.start)];
        if found.kind == StatementKind::Pair
            && has_no_equals
            && self.known.table_in_brackets(first_line).is_some()
        {
            found = Statement::header(Span::new(found.span.start, line));
        } else if found.kind == StatementKind::Header && is_note(self.text, found.span, self.known) {
            found.kind = StatementKind::Note;
        }
        found
    }

    fn body(&mut self, start: usize) -> Body {
        // What was found to have mistakes is not looked at as a whole again.
        if start < self.faulty {
            return self.parse_by_statement(start, self.faulty);
        }
        let mut end = start;
        let mut is_clean = true;
        while end < self.text.len() {
            let statement = self.statement(end);
            if statement.kind == StatementKind::Header {
                break;
            }
            is_clean &= statement.unclosed.is_none() && statement.kind != StatementKind::Note;
            end = statement.span.end;
        }
        if is_clean && let Some(table) = self.parse_whole(start, end) {
            return Body { table, end, is_forgotten: false };
        }
        self.faulty = end;
        self.parse_by_statement(start, end)
    }

    /// A body without mistakes.
    fn parse_whole(&mut self, start: usize, end: usize) -> Option<Table> {
        // The parser keeps all that it reads, and blank lines are most of some files.
        if end - start > WHOLE {
            return None;
        }
        let table = DeTable::parse(&self.text[start..end]).ok()?;
        Table::convert(table.get_ref(), self.text, start).ok()
    }

    /// A body statement by statement; what cannot be read is said and left out.
    fn parse_by_statement(&mut self, start: usize, limit: usize) -> Body {
        let mut table = Table::new(TableOrigin::Header, Span::new(start, start));
        let mut at = start;
        while at < self.text.len() {
            let statement = self.statement(at);
            at = match statement.kind {
                StatementKind::Header => return Body { table, end: at, is_forgotten: false },
                StatementKind::Blank => statement.span.end,
                StatementKind::Note => {
                    let line = self.text[statement.span.start..statement.span.end].trim_end().len();
                    let span = Span::new(statement.span.start, statement.span.start + line);
                    self.diagnostics.push(Diagnostic::new(Code::NotToml, span));
                    statement.span.end
                }
                StatementKind::Pair if self.is_missing_header(&statement, &table) => {
                    return Body { table, end: at, is_forgotten: true };
                }
                StatementKind::Pair => self.pair(&statement, limit, &mut table),
            };
        }
        Body { table, end: at, is_forgotten: false }
    }

    /// Whether a table that comes many times begins again here, for want of a header: with its first key, and with
    /// another one of its keys after it.
    fn is_missing_header(&self, statement: &Statement, body: &Table) -> bool {
        let is_array = self.header.as_ref().is_some_and(|header| header.is_double && header.path.len() == 1);
        // A dotted key adds to what is there: `name.ky` and `name.en` are one name.
        let key = |statement: &Statement| {
            let (key, rest) = bare_key(&self.text[statement.span.start..]);
            if rest.starts_with('.') { "" } else { key }
        };
        let is_first = body.entries.first().is_some_and(|first| first.key == key(statement));
        if !is_array || !is_first || body.entries.len() < 2 {
            return false;
        }
        let next = self.statement(statement.span.end);
        next.kind == StatementKind::Pair && key(&next) != key(statement) && body.get(key(&next)).is_some()
    }

    fn forgotten_header(&mut self, line: &Statement) {
        let header = self.header.as_ref().map(ToString::to_string).unwrap_or_default();
        let end = line.equals.unwrap_or(line.span.end);
        let span = Span::new(line.span.start, self.text[..end].trim_end().len());
        self.diagnostics
            .push(Diagnostic::new(Code::ForgottenHeader, span).with("header", MessageArg::text(&header)));
        if let Some(header) = &mut self.header {
            header.span = span;
        }
    }

    /// One `key = value`; gives where to read on.
    fn pair(&mut self, statement: &Statement, limit: usize, body: &mut Table) -> usize {
        let parsed = self.parse(statement);
        let key = bare_key(&self.text[statement.span.start..]).0;
        if let Some((opener, resume)) = self.resolve_unclosed(statement, parsed.is_ok(), limit) {
            self.unclosed += 1;
            body.lost.push(key.to_owned());
            // A quote that its line does not close explains the bracket after it.
            let (at, mark) = match statement.broken_string.filter(|at| *at < resume) {
                Some(at) => (at, &self.text[at..=at]),
                None => (opener.at, opener.mark),
            };
            let span = Span::new(at, at + mark.len());
            let code = if matches!(mark, "[" | "{") { Code::UnclosedBracket } else { Code::UnclosedText };
            self.diagnostics.push(Diagnostic::new(code, span).with("mark", MessageArg::text(mark)));
            return resume;
        }
        if parsed.is_err()
            && statement.unclosed.is_none()
            && let Some((table, diagnostics)) = mend(self.text, statement, &mut self.mendable)
                .or_else(|| partial(self.text, statement, self.known))
        {
            self.diagnostics.extend(diagnostics);
            self.merge(body, table);
            return statement.span.end;
        }
        match parsed {
            Ok(table) => {
                self.merge(body, table);
                statement.span.end
            }
            Err(fault) => {
                body.lost.push(key.to_owned());
                self.diagnostics.push(explain(self.text, statement, fault, self.known));
                self.end_of_broken_text(statement)
            }
        }
    }

    /// A text in one pair of quotes that goes on over several lines ends where the quotes do, if nothing in between is
    /// a line of the file; then it is one mistake.
    fn end_of_broken_text(&self, statement: &Statement) -> usize {
        let end = statement.span.end;
        let Some(quote) =
            statement.broken_string.filter(|quote| statement.equals.is_some_and(|at| at < *quote))
        else {
            return end;
        };
        let quote = char::from(self.text.as_bytes()[quote]);
        let mut at = end;
        for line in self.text[end..].split_inclusive('\n').take(LONGEST_TEXT) {
            let is_line = self.known.is_known_line(line) || self.known.table_in_brackets(line).is_some();
            if is_line || line.trim_start().starts_with(['[', '#']) {
                return end;
            }
            at += line.len();
            // The line that closes the text has nothing but an end after its quote.
            if let Some((_, rest)) = line.split_once(quote) {
                let is_end = rest.trim().is_empty() || rest.trim_start().starts_with('#');
                return if is_end { at } else { end };
            }
        }
        end
    }

    fn parse(&self, statement: &Statement) -> Result<Table, ParseFailure> {
        if statement.unclosed.is_some() {
            return Err(ParseFailure::Unclosed);
        }
        let start = statement.span.start;
        let text = &self.text[start..statement.span.end];
        let fault = |error: &toml::de::Error| {
            let span = error.span().map_or(statement.span, |span| shift(span, start));
            ParseFailure::Syntax(span, error.message().to_owned())
        };
        // Of a long statement only one mistake is asked for: there may be as many as it has words.
        if text.len() > WHOLE {
            let table = DeTable::parse(text).map_err(|error| fault(&error))?;
            return Table::convert(table.get_ref(), self.text, start)
                .map_err(|OutOfRange(span)| ParseFailure::Number(span));
        }
        let (table, mut errors) = DeTable::parse_recoverable(text);
        errors.sort_by_key(|error| error.span().map(|span| span.start));
        if let Some(error) = errors.first() {
            return Err(fault(error));
        }
        Table::convert(table.get_ref(), self.text, start)
            .map_err(|OutOfRange(span)| ParseFailure::Number(span))
    }

    /// Whether a statement of several lines is an opener that nobody closed; if so, which, and where reading goes on.
    ///
    /// Both readings are tried on what follows, up to where the section would end: the one with fewer mistakes is what
    /// was meant. A reading without mistakes is always right, and one with them that swallows a header never.
    fn resolve_unclosed(
        &mut self,
        statement: &Statement,
        is_valid: bool,
        limit: usize,
    ) -> Option<(Opener, usize)> {
        let openers = statement.unclosed.into_iter().chain(statement.spanning);
        let opener = openers.min_by_key(|opener| opener.at)?;
        let Some(marker) = self.marker(opener.at, statement.span.end) else {
            let end = statement.span.end;
            return statement.unclosed.map(|opener| (opener, end));
        };
        let swallowed = &self.text[marker..statement.span.end];
        let has_header = swallowed.lines().any(|line| self.known.has_header(line));
        if statement.unclosed.is_some() || (!is_valid && has_header) {
            return Some((opener, marker));
        }
        // A text that ends on a line of its own was closed there: what a forgotten end runs into is a key's line.
        let last_line = swallowed.trim_end().lines().next_back().unwrap_or_default();
        if is_valid && opener.is_string() && last_line.trim() == opener.mark {
            return None;
        }
        let limit = limit.min(statement.span.end.saturating_add(LOOK_AHEAD)).max(statement.span.end);
        if self.looked > LOOKED {
            return None;
        }
        self.looked += 2 * (limit - marker);
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
                StatementKind::Note => 1,
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
            if self.known.is_known_line(&self.text[at..end]) {
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
                    if into.form == TableOrigin::Dotted
                        && matches!(&value.kind, Kind::Table(table) if table.form == TableOrigin::Dotted) =>
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
        let name = MessageArg::text(&self.text[key.start..key.end]);
        self.diagnostics.push(Diagnostic::new(Code::DuplicateKey, key).with("key", name));
    }
}
