//! Splits a TOML text into sections, one per header, and parses each one: a mistake costs only its own
//! statement.
//!
//! A section without mistakes is parsed as a whole by the `toml` crate, one with mistakes statement by
//! statement. An unclosed string or bracket would swallow everything up to the next quote or bracket of its
//! kind. It is detected by a known header or key among the swallowed lines
//! ([`SectionParser::resolve_unclosed`]).

use std::thread::{self, ScopedJoinHandle};

use memchr::memmem;
use toml::de::DeTable;

use super::explain::{ParseFailure, explain};
use super::fixups::fix;
use super::header::{Header, is_note, read_header};
use super::partial_array::parse_partial_array;
use super::plain::{self, Line};
use super::spanned::{Entry, Kind, OutOfRange, Table, TableOrigin, shift};
use super::statements::{Opener, Statement, StatementKind, line_end, statement};
use super::vocabulary::{Vocabulary, bare_key};
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span};

/// A header and the statements under it; the top of the file has no header.
#[derive(Debug)]
pub(super) struct Section<'a> {
    pub(super) header: Option<Header>,
    pub(super) body: Table<'a>,
    /// True if something in it could not be parsed.
    pub(super) has_mistakes: bool,
}

/// The number of unclosed strings and brackets after which every statement ends with its line. It keeps the
/// parser linear on files full of them.
const MAX_UNCLOSED: usize = 100;
/// The number of bytes to parse ahead when deciding if a string or bracket is unclosed.
const LOOK_AHEAD: usize = 64 << 10;
/// The number of bytes per file to parse ahead.
const MAX_LOOK_AHEAD: usize = 4 << 20;
/// The size in bytes of the largest section to parse as a whole.
const MAX_WHOLE: usize = 256 << 10;
/// The number of bytes per file to parse again when fixing typos.
const MAX_FIXED: usize = 4 << 20;
/// The size in bytes from which a text is read on two threads.
const LONG: usize = 256 << 10;
/// The number of lines with a bracket among which the header in the middle is searched.
const MAX_BRACKETS: usize = 100;
/// The number of lines to search for the end of a one-line string.
const MAX_TEXT: usize = 100;

/// Parses a text into sections; never fails. The second half of a long text is read on another thread at the same time,
/// as far as it is plain.
pub(super) fn sections<'a>(text: &'a str, known: Vocabulary<'_>) -> (Vec<Section<'a>>, Vec<Diagnostic>) {
    let parser = SectionParser::new(text, known);
    let Some(middle) = middle_header(text, known) else { return parser.sections(None) };
    thread::scope(|scope| {
        // The name tells apart panics of readers, which cost only their file.
        let name = thread::current().name().unwrap_or_default().to_owned();
        let read = move || SectionParser::new(text, known).plain_sections(middle);
        let second = thread::Builder::new().name(name).spawn_scoped(scope, read);
        parser.sections(second.ok().map(|second| (middle, second)))
    })
}

/// Returns the position of a header in the middle of a long text. It may be inside a string.
fn middle_header(text: &str, known: Vocabulary<'_>) -> Option<usize> {
    let middle = text.len() / 2;
    let mut brackets = memmem::find_iter(text.as_bytes().get(middle..)?, b"\n[").take(MAX_BRACKETS);
    let line = |bracket: usize| text[middle + bracket + 1..].lines().next().unwrap_or_default();
    let bracket = brackets.find(|bracket| text.len() > LONG && known.has_header(line(*bracket)));
    bracket.map(|bracket| middle + bracket + 1)
}

/// Plain sections that another thread reads, with their end.
type SecondHalf<'scope, 'a> = ScopedJoinHandle<'scope, (Vec<Section<'a>>, usize)>;

/// The statements under a header.
struct Body<'a> {
    table: Table<'a>,
    /// The start of the next header.
    end: usize,
    /// True if the keys of the table start over without a new header.
    is_header_missing: bool,
}

struct SectionParser<'a, 'k> {
    text: &'a str,
    known: Vocabulary<'k>,
    header: Option<Header>,
    /// The number of unclosed strings and brackets so far.
    unclosed: usize,
    /// The end of the text that is already known to contain mistakes.
    faulty: usize,
    /// The number of bytes parsed ahead so far.
    looked_ahead: usize,
    /// The number of bytes that may still be parsed to fix typos.
    fixable: usize,
    diagnostics: Vec<Diagnostic>,
}

impl<'a, 'k> SectionParser<'a, 'k> {
    fn new(text: &'a str, known: Vocabulary<'k>) -> Self {
        Self {
            text,
            known,
            header: None,
            unclosed: 0,
            faulty: 0,
            looked_ahead: 0,
            fixable: MAX_FIXED,
            diagnostics: Vec::new(),
        }
    }

    /// Parses all sections. Those of the second half, which begins at a given position, are used if a section begins there.
    fn sections(
        mut self,
        mut second: Option<(usize, SecondHalf<'_, 'a>)>,
    ) -> (Vec<Section<'a>>, Vec<Diagnostic>) {
        let mut sections = Vec::new();
        let mut at = 0;
        loop {
            let before = self.diagnostics.len();
            let Body { table: body, mut end, is_header_missing } = self.body(at);
            let has_mistakes = self.diagnostics.len() > before;
            sections.push(Section { header: self.header.clone(), body, has_mistakes });
            // Elsewhere, plain sections are read in the same way.
            let is_usual = !is_header_missing && self.unclosed < MAX_UNCLOSED && self.faulty <= end;
            if let Some((_, second)) = second.take_if(|(start, _)| *start == end && is_usual)
                && let Ok((mut plain, next)) = second.join()
                && let Some(last) = plain.last()
            {
                self.header.clone_from(&last.header);
                sections.append(&mut plain);
                end = next;
            }
            at = end;
            if end >= self.text.len() {
                return (sections, self.diagnostics);
            }
            let line = self.statement(end);
            if is_header_missing {
                self.report_missing_header(&line);
                continue;
            }
            let (read, diagnostic) = read_header(self.text, line.span, self.known);
            self.diagnostics.extend(diagnostic);
            self.header = Some(read);
            at = line.span.end;
        }
    }

    /// Parses the sections from a header to the first section that is not plain; returns its position, too.
    fn plain_sections(&self, start: usize) -> (Vec<Section<'a>>, usize) {
        let mut sections = Vec::new();
        let mut at = start;
        while at < self.text.len() {
            let line = self.statement(at);
            let (header, None) = read_header(self.text, line.span, self.known) else { break };
            let Some(body) = self.plain_body(line.span.end).filter(|_| line.kind == StatementKind::Header)
            else {
                break;
            };
            sections.push(Section { header: Some(header), body: body.table, has_mistakes: false });
            at = body.end;
        }
        (sections, at)
    }

    /// Scans the statement that begins on this line and corrects its kind: a line in brackets may be a note,
    /// and a malformed line may be a header.
    fn statement(&self, at: usize) -> Statement {
        let line = line_end(self.text.as_bytes(), at);
        let end = if self.unclosed < MAX_UNCLOSED { self.text.len() } else { line };
        let mut statement = statement(&self.text[..end], at);
        let has_no_equals = statement.equals.is_none_or(|equals| equals >= line);
        let first_line = &self.text[statement.span.start..line.max(statement.span.start)];
        if statement.kind == StatementKind::Pair
            && has_no_equals
            && self.known.table_in_brackets(first_line).is_some()
        {
            statement = Statement::header(Span::new(statement.span.start, line));
        } else if statement.kind == StatementKind::Header && is_note(self.text, statement.span, self.known) {
            statement.kind = StatementKind::Note;
        }
        statement
    }

    fn body(&mut self, start: usize) -> Body<'a> {
        // Text known to contain mistakes is not parsed as a whole again.
        if start < self.faulty {
            return self.parse_by_statement(start, self.faulty);
        }
        if let Some(body) = self.plain_body(start) {
            return body;
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
            return Body { table, end, is_header_missing: false };
        }
        self.faulty = end;
        self.parse_by_statement(start, end)
    }

    /// Parses a body of plain statements with different keys; `None` for any other.
    fn plain_body(&self, start: usize) -> Option<Body<'a>> {
        if self.unclosed >= MAX_UNCLOSED {
            return None;
        }
        let mut table = Table::new(TableOrigin::Header, Span::new(start, start));
        let mut end = start;
        while end < self.text.len() {
            let (line, next) = plain::line(self.text, end)?;
            match line {
                Line::Blank => {}
                Line::Header => break,
                Line::Pair(entry) if table.get(&entry.key).is_none() => table.entries.push(entry),
                Line::Pair(_) => return None,
            }
            end = next;
        }
        Some(Body { table, end, is_header_missing: false })
    }

    /// Parses a body as a whole; `None` if it contains mistakes.
    fn parse_whole(&mut self, start: usize, end: usize) -> Option<Table<'a>> {
        // The parser allocates for everything that it reads, even blank lines, and some files are mostly
        // blank lines.
        if end - start > MAX_WHOLE {
            return None;
        }
        let table = DeTable::parse(&self.text[start..end]).ok()?;
        Table::convert(table.get_ref(), self.text, start).ok()
    }

    /// Parses a body statement by statement; reports and omits the statements that cannot be parsed.
    fn parse_by_statement(&mut self, start: usize, limit: usize) -> Body<'a> {
        let mut table = Table::new(TableOrigin::Header, Span::new(start, start));
        let mut at = start;
        while at < self.text.len() {
            let statement = self.statement(at);
            at = match statement.kind {
                StatementKind::Header => return Body { table, end: at, is_header_missing: false },
                StatementKind::Blank => statement.span.end,
                StatementKind::Note => {
                    let line = self.text[statement.span.start..statement.span.end].trim_end().len();
                    let span = Span::new(statement.span.start, statement.span.start + line);
                    self.diagnostics.push(Diagnostic::new(Code::NotToml, span));
                    statement.span.end
                }
                StatementKind::Pair if self.is_missing_header(&statement, &table) => {
                    return Body { table, end: at, is_header_missing: true };
                }
                StatementKind::Pair => self.pair(&statement, limit, &mut table),
            };
        }
        Body { table, end: at, is_header_missing: false }
    }

    /// True if the header of the next table of an array is missing here: the first key is repeated and
    /// another repeated key follows.
    fn is_missing_header(&self, statement: &Statement, body: &Table) -> bool {
        let is_array = self.header.as_ref().is_some_and(|header| header.is_double && header.path.len() == 1);
        // Dotted keys such as `name.ky` and `name.en` are parts of one value, not repetitions.
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

    fn report_missing_header(&mut self, line: &Statement) {
        let header = self.header.as_ref().map(ToString::to_string).unwrap_or_default();
        let end = line.equals.unwrap_or(line.span.end);
        let span = Span::new(line.span.start, self.text[..end].trim_end().len());
        self.diagnostics
            .push(Diagnostic::new(Code::ForgottenHeader, span).with("header", MessageArg::text(&header)));
        if let Some(header) = &mut self.header {
            header.span = span;
        }
    }

    /// Parses a `key = value`; returns the position of the next statement.
    fn pair(&mut self, statement: &Statement, limit: usize, body: &mut Table<'a>) -> usize {
        let parsed = self.parse(statement);
        let key = bare_key(&self.text[statement.span.start..]).0;
        if let Some((opener, resume)) = self.resolve_unclosed(statement, parsed.is_ok(), limit) {
            self.unclosed += 1;
            body.lost.push(key.to_owned());
            // A quote that is not closed on its line explains an unclosed bracket after it.
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
            && let Some((table, diagnostics)) = fix(self.text, statement, &mut self.fixable)
                .or_else(|| parse_partial_array(self.text, statement, self.known))
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

    /// Returns the end of a one-line string that was continued over several lines: its closing quote, unless
    /// a known header or key comes first.
    fn end_of_broken_text(&self, statement: &Statement) -> usize {
        let end = statement.span.end;
        let Some(quote) =
            statement.broken_string.filter(|quote| statement.equals.is_some_and(|at| at < *quote))
        else {
            return end;
        };
        let quote = char::from(self.text.as_bytes()[quote]);
        let mut at = end;
        for line in self.text[end..].split_inclusive('\n').take(MAX_TEXT) {
            let is_line = self.known.is_known_line(line) || self.known.table_in_brackets(line).is_some();
            if is_line || line.trim_start().starts_with(['[', '#']) {
                return end;
            }
            at += line.len();
            // The line with the closing quote ends after the quote.
            if let Some((_, rest)) = line.split_once(quote) {
                let is_end = rest.trim().is_empty() || rest.trim_start().starts_with('#');
                return if is_end { at } else { end };
            }
        }
        end
    }

    fn parse(&self, statement: &Statement) -> Result<Table<'a>, ParseFailure> {
        if statement.unclosed.is_some() {
            return Err(ParseFailure::Unclosed);
        }
        let start = statement.span.start;
        let text = &self.text[start..statement.span.end];
        let fault = |error: &toml::de::Error| {
            let span = error.span().map_or(statement.span, |span| shift(span, start));
            ParseFailure::Syntax(span, error.message().to_owned())
        };
        // A long statement may have as many mistakes as words; report only one.
        if text.len() > MAX_WHOLE {
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

    /// Returns the unclosed string or bracket of a multi-line statement, and the position of the next
    /// statement.
    ///
    /// Parses the rest of the section both ways and chooses the interpretation with fewer mistakes. One
    /// without mistakes is always right; one that swallows a header and has mistakes never is.
    fn resolve_unclosed(
        &mut self,
        statement: &Statement,
        is_valid: bool,
        limit: usize,
    ) -> Option<(Opener, usize)> {
        let openers = statement.unclosed.into_iter().chain(statement.spanning);
        let opener = openers.min_by_key(|opener| opener.at)?;
        let Some(known_line) = self.known_line(opener.at, statement.span.end) else {
            let end = statement.span.end;
            return statement.unclosed.map(|opener| (opener, end));
        };
        let swallowed = &self.text[known_line..statement.span.end];
        let has_header = swallowed.lines().any(|line| self.known.has_header(line));
        if statement.unclosed.is_some() || (!is_valid && has_header) {
            return Some((opener, known_line));
        }
        // Quotes alone on a line close a text; an unclosed text continues into a line with a key.
        let last_line = swallowed.trim_end().lines().next_back().unwrap_or_default();
        if is_valid && opener.is_string() && last_line.trim() == opener.mark {
            return None;
        }
        let limit = limit.min(statement.span.end.saturating_add(LOOK_AHEAD)).max(statement.span.end);
        if self.looked_ahead > MAX_LOOK_AHEAD {
            return None;
        }
        self.looked_ahead += 2 * (limit - known_line);
        let if_closed = usize::from(!is_valid) + self.count_mistakes(statement.span.end, limit);
        if if_closed == 0 {
            return None;
        }
        let if_unclosed = 1 + self.count_mistakes(known_line, limit);
        let is_open = if opener.is_string() { if_unclosed <= if_closed } else { if_unclosed < if_closed };
        is_open.then_some((opener, known_line))
    }

    /// Counts the unparsable statements between two positions.
    fn count_mistakes(&self, start: usize, end: usize) -> usize {
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

    /// Returns the first line after the line of `from` that has a known header or key.
    fn known_line(&self, from: usize, to: usize) -> Option<usize> {
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

    fn merge(&mut self, body: &mut Table<'a>, from: Table<'a>) {
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
                        self.merge(into, *table);
                    }
                }
                (_, entry) => self.report_duplicate(entry.key_span),
            }
        }
    }

    fn report_duplicate(&mut self, key: Span) {
        let name = MessageArg::text(&self.text[key.start..key.end]);
        self.diagnostics.push(Diagnostic::new(Code::DuplicateKey, key).with("key", name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Vocabulary<'_> = Vocabulary {
        tables: &[],
        arrays: &["agenda"],
        keys: &[&["title", "abstract"]],
        has_form: |_, _| false,
        synonym: |_| None,
    };

    /// Returns a file of `count` sessions, with `mistake` in one of them.
    fn with_mistake(count: usize, place: usize, mistake: &str) -> String {
        let session = |n: usize| {
            let mistake = if n == place { mistake } else { "" };
            let text = "About it.\n".repeat(20);
            format!("[[agenda]]\ntitle = \"{n}\"\n{mistake}abstract = \"\"\"\n{text}\"\"\"\n\n")
        };
        (0..count).map(session).collect()
    }

    #[test]
    fn two_threads_read_the_same_as_one() {
        let is_read_on_two_threads = |text: &str| middle_header(text, KNOWN).is_some();
        assert!(!is_read_on_two_threads(&with_mistake(100, 0, "")));
        let mistakes = [
            "",
            "room = \n",
            "title = 'again'\n",
            "note = \"\"\"\n",
            "list = [\n",
            "[[agenda]]\n",
            "[[agenda]\n",
            "[ noted ]\n",
            "escaped = \"\\u00e9\"\n",
        ];
        for mistake in mistakes {
            for place in [0, 500, 999, 1000, 1001, 1999] {
                let text = with_mistake(2000, place, mistake);
                assert!(is_read_on_two_threads(&text));
                let one = SectionParser::new(&text, KNOWN).sections(None);
                let two = sections(&text, KNOWN);
                assert_eq!(format!("{two:?}"), format!("{one:?}"), "{mistake:?} at {place}");
            }
        }
    }

    #[test]
    fn a_header_in_a_text_begins_no_second_half() {
        let text = format!("text = '''\n{}'''\n[[agenda]]\n", with_mistake(2000, 0, ""));
        assert!(middle_header(&text, KNOWN).is_some());
        let (sections, diagnostics) = sections(&text, KNOWN);
        assert_eq!((sections.len(), diagnostics), (2, Vec::new()));
    }
}
