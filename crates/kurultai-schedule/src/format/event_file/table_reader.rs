//! [`TableReader`] reads the values of one table. A value of the wrong kind is reported and costs only its own key.

mod entities;
mod key_hints;
mod scalars;
mod tables;
mod texts;
mod top;

pub(super) use key_hints::suggest_key;
pub(super) use scalars::is_shown;

use std::collections::HashSet;
use std::hash::Hash;

use super::read_context::ReadContext;
use super::spanned::{Kind, Table, Value};
use crate::diagnostic::{Code, Diagnostic, MessageArg, Severity, Span};
use crate::text::SafeText;

pub(super) struct TableReader<'t, 'c> {
    pub(super) table: &'t Table<'t>,
    /// The name of the table in diagnostics.
    pub(super) name: &'static str,
    pub(super) context: &'c mut ReadContext,
    /// The number of diagnostics before this table was read.
    before: usize,
}

impl<'t, 'c> TableReader<'t, 'c> {
    /// Opens a table; reports keys that are not among `keys`.
    pub(super) fn new(
        table: &'t Table<'t>,
        name: &'static str,
        keys: &[&'static str],
        context: &'c mut ReadContext,
    ) -> Self {
        let mut reader = Self::open(table, name, context);
        for entry in table.entries.iter().filter(|entry| !keys.contains(&&*entry.key)) {
            let diagnostic = Diagnostic::new(Code::UnknownKey, entry.key_span)
                .with("table", MessageArg::Word(name))
                .with("key", MessageArg::text(&entry.key));
            reader.report(suggest_key(diagnostic, entry, keys));
        }
        reader
    }

    /// Opens a table without reporting unknown keys.
    pub(super) fn open(table: &'t Table<'t>, name: &'static str, context: &'c mut ReadContext) -> Self {
        let before = context.diagnostics.len();
        Self { table, name, context, before }
    }

    /// True if this table has mistakes that may hide or change something on the screen.
    pub(super) fn has_mistakes(&self) -> bool {
        self.table.has_mistakes || self.errors() > 0
    }

    /// Returns the number of errors found in this table so far.
    pub(super) fn errors(&self) -> usize {
        let severities = self.context.diagnostics.iter().skip(self.before).map(Diagnostic::severity);
        severities.filter(|severity| *severity == Severity::Error).count()
    }

    pub(super) fn diagnostics(&mut self) -> &mut [Diagnostic] {
        self.context.diagnostics.get_mut(self.before..).unwrap_or_default()
    }

    /// Returns the span of a key's value, or of the whole table if it lacks the key.
    pub(super) fn span(&self, key: &str) -> Span {
        self.table.get(key).map_or(self.table.span, |entry| entry.value.span)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.context.diagnostics.push(diagnostic);
    }

    fn require(&mut self, key: &'static str) -> &mut Self {
        if !self.has(key) {
            self.missing(key);
        }
        self
    }

    /// True if the statement of this key could not be parsed; that is already reported.
    fn is_lost(&self, key: &str) -> bool {
        self.table.lost.iter().any(|lost| lost == key)
    }

    pub(super) fn missing(&mut self, key: &'static str) {
        if !self.is_lost(key) {
            let diagnostic = Diagnostic::new(Code::MissingKey, self.table.span)
                .with("table", MessageArg::Word(self.name))
                .with("key", MessageArg::Word(key));
            self.report(diagnostic);
        }
    }

    /// Adds an entity with `declare`, which returns `false` for a duplicate id.
    pub(super) fn declare(&mut self, id: Option<&SafeText>, declare: impl FnOnce(&mut ReadContext) -> bool) {
        if !declare(self.context)
            && let Some(id) = id
        {
            self.duplicate_id(id);
        }
    }

    pub(super) fn duplicate_id(&mut self, id: &SafeText) {
        let diagnostic = Diagnostic::new(Code::DuplicateId, self.span("id"));
        self.report(diagnostic.with("id", MessageArg::from(id)));
    }

    fn value(&self, key: &str) -> Option<&'t Value<'t>> {
        Some(&self.table.get(key)?.value)
    }

    /// Returns the elements of a list, or a single value as a list of one.
    fn list(&self, key: &str) -> &'t [Value<'t>] {
        match self.value(key) {
            Some(Value { kind: Kind::Array(values), .. }) => values,
            Some(value) => std::slice::from_ref(value),
            None => &[],
        }
    }

    fn type_mismatch(&mut self, key: &str, expected: &'static str, value: &Value) {
        let diagnostic = Diagnostic::new(Code::WrongType, value.span)
            .with("key", MessageArg::text(key))
            .with("expected", MessageArg::Word(expected))
            .with("found", MessageArg::Word(kind_word(&value.kind)));
        self.report(diagnostic);
    }

    fn invalid(&mut self, code: Code, written: &str, span: Span) {
        self.report(Diagnostic::new(code, span).with("value", MessageArg::text(written)));
    }
}

fn kind_word(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text(_) => "text",
        Kind::Integer(_) | Kind::Float(_) => "number",
        Kind::Boolean(_) => "boolean",
        Kind::Datetime(_) => "date",
        Kind::Array(_) => "list",
        Kind::Table(_) | Kind::Tables(_) => "table",
    }
}

/// Removes duplicates from a list.
pub(super) fn unique<T: Clone + Eq + Hash>(mut list: Vec<T>) -> Vec<T> {
    let mut seen = HashSet::new();
    list.retain(|item| seen.insert(item.clone()));
    list
}
