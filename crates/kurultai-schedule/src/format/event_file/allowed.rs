//! `allow = ["…"]`: the diagnostics that a file or one of its tables does not want to hear about.

use super::spanned::{Entry, Kind, Table, TableOrigin, Value};
use crate::diagnostic::{Code, Diagnostic, MessageArg, Severity, Span, closest_match};

/// The key, which every table may have.
pub(super) const ALLOW: &str = "allow";

/// Removes `allow` from all tables. Returns the codes, each with the part of the file in which it is allowed: the
/// whole file, the text up to the next header, or an inline table.
pub(super) fn take_allowed(root: &mut Table, diagnostics: &mut Vec<Diagnostic>) -> Vec<(Span, Code)> {
    let mut starts: Vec<usize> = root
        .entries
        .iter()
        .flat_map(|entry| match &entry.value.kind {
            Kind::Tables(tables) => &tables[..],
            Kind::Table(table) => std::slice::from_ref(&**table),
            _ => &[],
        })
        .filter(|table| matches!(table.form, TableOrigin::Header | TableOrigin::Implicit))
        .map(|table| table.span.start)
        .collect();
    starts.sort_unstable();
    let mut allowed = Allowed { starts, codes: Vec::new(), diagnostics };
    allowed.take(root, Span::new(0, usize::MAX));
    for entry in root.entries.iter_mut() {
        allowed.visit(&mut entry.value, None);
    }
    allowed.codes
}

struct Allowed<'a> {
    /// The starts of all tables with a header.
    starts: Vec<usize>,
    codes: Vec<(Span, Code)>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Allowed<'_> {
    /// Visits a value. `part` is that of the table around it.
    fn visit(&mut self, value: &mut Value, part: Option<Span>) {
        match &mut value.kind {
            Kind::Tables(tables) => tables.iter_mut().for_each(|table| self.table(table, part)),
            Kind::Table(table) => self.table(table, part),
            Kind::Array(values) => values.iter_mut().for_each(|value| self.visit(value, part)),
            _ => {}
        }
    }

    fn table(&mut self, table: &mut Table, around: Option<Span>) {
        let part = match (table.form, around) {
            (TableOrigin::Inline, _) => table.span,
            (_, Some(around)) => around,
            (_, None) => {
                let next = self.starts.partition_point(|start| *start <= table.span.start);
                Span::new(table.span.start, self.starts.get(next).copied().unwrap_or(usize::MAX))
            }
        };
        self.take(table, part);
        for entry in table.entries.iter_mut() {
            self.visit(&mut entry.value, Some(part));
        }
    }

    fn take(&mut self, table: &mut Table, part: Span) {
        for entry in table.entries.extract(|entry| entry.key == ALLOW) {
            self.read(&entry, part);
        }
    }

    fn read(&mut self, entry: &Entry, part: Span) {
        let values = match &entry.value.kind {
            Kind::Array(values) => &values[..],
            _ => std::slice::from_ref(&entry.value),
        };
        for value in values {
            let Kind::Text(text) = &value.kind else {
                let diagnostic = Diagnostic::new(Code::BadAllow, value.span);
                self.diagnostics.push(diagnostic.with("how", MessageArg::Word("not-text")));
                continue;
            };
            match Code::from_name(text) {
                Some(code) if code.severity() != Severity::Error => self.codes.push((part, code)),
                known => {
                    let how = if known.is_some() { "error" } else { "unknown" };
                    let names = Code::ALL.iter().map(|code| code.as_str());
                    let meant = closest_match(text, names).filter(|_| known.is_none());
                    let diagnostic = Diagnostic::new(Code::BadAllow, value.span);
                    let diagnostic = diagnostic.with("how", MessageArg::Word(how));
                    self.diagnostics.push(diagnostic.with("code", MessageArg::text(text)).meant(meant));
                }
            }
        }
    }
}
