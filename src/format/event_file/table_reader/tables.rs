//! Tables among the keys of a table.

use super::TableReader;
use crate::format::event_file::spanned::{Kind, Table, Value};

/// An entry of a list that takes both.
#[derive(Debug, Clone, Copy)]
pub(in crate::format::event_file) enum TextOrTable<'t> {
    Text(&'t Value),
    Table(&'t Table),
}

impl<'t> TableReader<'t, '_> {
    /// The table of a key that has one.
    pub(in crate::format::event_file) fn table(&mut self, key: &'static str) -> Option<&'t Table> {
        let mut found = None;
        for entry in self.texts_or_tables(key, "venue") {
            match entry {
                TextOrTable::Text(value) => self.type_mismatch(key, "venue", value),
                TextOrTable::Table(table) => found = found.or(Some(table)),
            }
        }
        found
    }

    /// The tables of a list; anything else in it is said.
    pub(in crate::format::event_file) fn tables(&mut self, key: &'static str) -> Vec<&'t Table> {
        let entries = self.texts_or_tables(key, "tables").into_iter();
        entries
            .filter_map(|entry| match entry {
                TextOrTable::Table(table) => Some(table),
                TextOrTable::Text(_) => None,
            })
            .collect()
    }

    /// The entries of a list, for keys that take texts and tables; `expected` is the word for that, or `tables` when
    /// texts are none of them.
    pub(in crate::format::event_file) fn texts_or_tables(
        &mut self,
        key: &'static str,
        expected: &'static str,
    ) -> Vec<TextOrTable<'t>> {
        let mut entries = Vec::new();
        for value in self.list(key) {
            match &value.kind {
                Kind::Table(table) => entries.push(TextOrTable::Table(table)),
                Kind::Tables(many) => entries.extend(many.iter().map(TextOrTable::Table)),
                Kind::Text(_) if expected != "tables" => entries.push(TextOrTable::Text(value)),
                _ => self.type_mismatch(key, expected, value),
            }
        }
        entries
    }

    /// A table inside this one.
    pub(in crate::format::event_file) fn inner<'i>(
        &mut self,
        table: &'i Table,
        name: &'static str,
        keys: &'static [&'static str],
    ) -> TableReader<'i, '_> {
        TableReader::new(table, name, keys, self.diagnostics)
    }
}
