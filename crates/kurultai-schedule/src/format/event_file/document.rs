//! Merges the sections of a file into one document, and reports what TOML forbids across sections.

use std::borrow::Cow;

use super::header::Header;
use super::sections::{Section, sections};
use super::spanned::{Entry, Kind, Table, TableOrigin, Value};
use super::vocabulary::Vocabulary;
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span};

/// Parses a text; never fails. Returns the same document as the `toml` crate if there are no mistakes.
pub(super) fn document<'a>(text: &'a str, known: Vocabulary<'_>) -> (Table<'a>, Vec<Diagnostic>) {
    let (sections, diagnostics) = sections(text, known);
    let mut document =
        Document { root: Table::new(TableOrigin::Header, Span::default()), known, diagnostics };
    for section in sections {
        document.add(section);
    }
    (document.root, document.diagnostics)
}

struct Document<'a, 'k> {
    root: Table<'a>,
    known: Vocabulary<'k>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Document<'a, '_> {
    fn add(&mut self, section: Section<'a>) {
        let Some(header) = section.header else {
            self.root.entries = section.body.entries;
            self.root.lost = section.body.lost;
            self.root.has_mistakes = section.has_mistakes;
            return;
        };
        let header = self.correct_name(header);
        let header = self.correct_brackets(header);
        let Table { entries, lost, .. } = section.body;
        let has_mistakes = section.has_mistakes;
        let body = Table { form: TableOrigin::Header, span: header.span, has_mistakes, lost, entries };
        let Some((name, above)) = header.path.split_last() else { return };
        let parent = above.iter().try_fold(&mut self.root, |table, key| descend(table, key, &body));
        let is_array = above.is_empty() && self.known.arrays.contains(&name.as_str());
        let is_free = parent.is_some_and(|parent| insert(parent, name, header.is_double, is_array, body));
        if !is_free {
            let code = if is_array && header.is_double { Code::MixedTable } else { Code::DuplicateTable };
            let name = MessageArg::text(&header.to_string());
            self.diagnostics.push(Diagnostic::new(code, header.span).with("header", name));
        }
    }

    /// Reads `[[Agenda]]` and `[[agendas]]` as `[[agenda]]`, and reports them.
    fn correct_name(&mut self, mut header: Header) -> Header {
        let Some(table) = header.path.first().and_then(|name| self.known.guess_table(name)) else {
            return header;
        };
        let written = MessageArg::text(&header.to_string());
        table.clone_into(&mut header.path[0]);
        if header.path.len() == 1 {
            header.is_double = self.known.arrays.contains(&table);
        }
        let corrected = MessageArg::text(&header.to_string());
        let diagnostic = Diagnostic::new(Code::MisspeltTable, header.span);
        self.diagnostics.push(diagnostic.with("written", written).with("header", corrected));
        header
    }

    /// Reads `[agenda]` as `[[agenda]]` and `[[venue]]` as `[venue]`, and reports them.
    fn correct_brackets(&mut self, header: Header) -> Header {
        let [name] = header.path.as_slice() else { return header };
        let code = if !header.is_double && self.known.arrays.contains(&name.as_str()) {
            Code::OneBracket
        } else if header.is_double && self.known.tables.contains(&name.as_str()) {
            Code::TwoBrackets
        } else {
            return header;
        };
        let diagnostic = Diagnostic::new(code, header.span).with("table", MessageArg::text(name));
        self.diagnostics.push(diagnostic);
        Header { is_double: !header.is_double, ..header }
    }
}

/// Returns the table that `key` names in `table` (the last one of an array), adding a missing one. `None` if
/// the key has a value of another type. `body` is the table about to be placed inside.
fn descend<'t, 'a>(table: &'t mut Table<'a>, key: &str, body: &Table<'a>) -> Option<&'t mut Table<'a>> {
    let at = table.entries.position(key).unwrap_or_else(|| {
        let inner = Table::new(TableOrigin::Implicit, body.span);
        table.entries.push(entry(key, Kind::Table(Box::new(inner)), body.span));
        table.entries.len() - 1
    });
    let inner = match &mut table.entries[at].value.kind {
        Kind::Table(inner) if inner.form != TableOrigin::Inline => inner,
        Kind::Tables(tables) => tables.last_mut()?,
        _ => return None,
    };
    inner.has_mistakes |= body.has_mistakes;
    Some(inner)
}

/// Inserts a table under its key. Returns `false` if the key has a value of another type; both are then kept
/// as far as possible.
fn insert<'a>(parent: &mut Table<'a>, key: &str, is_double: bool, is_array: bool, body: Table<'a>) -> bool {
    let Some(known) = parent.get_mut(key) else {
        let span = body.span;
        let kind = if is_double { Kind::Tables(vec![body]) } else { Kind::Table(Box::new(body)) };
        parent.entries.push(entry(key, kind, span));
        return true;
    };
    match &mut known.value.kind {
        Kind::Tables(tables) => {
            tables.push(body);
            is_double
        }
        Kind::Table(table) if !is_double => {
            let was_implicit = table.form == TableOrigin::Implicit;
            let had = table.entries.len();
            if was_implicit {
                (table.form, table.span) = (body.form, body.span);
            }
            table.has_mistakes |= body.has_mistakes;
            table.lost.extend(body.lost);
            let total = had + body.entries.len();
            for entry in body.entries {
                if table.get(&entry.key).is_none() {
                    table.entries.push(entry);
                }
            }
            was_implicit && table.entries.len() == total
        }
        kind if is_double && is_array => {
            // `agenda = [{ … }]` or `[agenda.title]` before `[[agenda]]`: the tables in it become elements.
            let tables = match std::mem::replace(kind, Kind::Boolean(false)) {
                Kind::Array(values) => values.into_iter().filter_map(Value::into_table).collect(),
                Kind::Table(table) => vec![*table],
                _ => Vec::new(),
            };
            *kind = Kind::Tables(tables.into_iter().chain([body]).collect());
            false
        }
        // A value of any other type is kept as it is.
        _ => false,
    }
}

fn entry<'a>(key: &str, kind: Kind<'a>, span: Span) -> Entry<'a> {
    Entry { key: Cow::Owned(key.to_owned()), key_span: span, value: Value { kind, span } }
}
