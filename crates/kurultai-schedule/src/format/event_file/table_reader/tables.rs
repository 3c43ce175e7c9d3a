//! Nested tables and lists of tables.

use super::TableReader;
use crate::format::event_file::record::Record;
use crate::format::event_file::spanned::{Kind, Table, Value};
use crate::model::Link;

/// An entry of a list that accepts both.
#[derive(Debug, Clone, Copy)]
pub(crate) enum TextOrTable<'t> {
    Text(&'t Value<'t>),
    Table(&'t Table<'t>),
}

impl<'t> TableReader<'t, '_> {
    /// Reads a nested table.
    pub(super) fn inner<T: Record>(&mut self, table: &Table, name: &'static str) -> Option<T> {
        T::read(&mut TableReader::new(table, name, T::KEYS, self.context))
    }

    pub(crate) fn table<T: Record>(&mut self, key: &'static str) -> Option<T> {
        let mut first = None;
        for entry in self.texts_or_tables(key, "venue") {
            match entry {
                TextOrTable::Text(value) => self.type_mismatch(key, "venue", value),
                TextOrTable::Table(table) => first = first.or(Some(table)),
            }
        }
        self.inner(first?, key)
    }

    pub(crate) fn tables<T: Record>(&mut self, key: &'static str) -> Vec<T> {
        self.raw_tables(key).into_iter().filter_map(|table| self.inner(table, key)).collect()
    }

    /// Returns the tables of a list; reports all other elements.
    pub(crate) fn raw_tables(&mut self, key: &'static str) -> Vec<&'t Table<'t>> {
        let table = |entry| match entry {
            TextOrTable::Table(table) => Some(table),
            TextOrTable::Text(_) => None,
        };
        self.texts_or_tables(key, "tables").into_iter().filter_map(table).collect()
    }

    /// Reads a list of URLs and of tables with a URL.
    pub(crate) fn links(&mut self, key: &'static str) -> Vec<Link> {
        let mut links = Vec::new();
        for entry in self.texts_or_tables(key, "links") {
            links.extend(match entry {
                TextOrTable::Text(value) => self.url_value(key, value).map(|url| Link { label: None, url }),
                TextOrTable::Table(table) => self.inner(table, key),
            });
        }
        links
    }

    /// Returns the texts and tables of a list. `expected` is the word for them in diagnostics; `tables` means
    /// that texts are not allowed.
    pub(super) fn texts_or_tables(&mut self, key: &str, expected: &'static str) -> Vec<TextOrTable<'t>> {
        let mut entries = Vec::new();
        for value in self.list(key) {
            match &value.kind {
                Kind::Table(table) => entries.push(TextOrTable::Table(table)),
                Kind::Tables(tables) => entries.extend(tables.iter().map(TextOrTable::Table)),
                Kind::Text(_) if expected != "tables" => entries.push(TextOrTable::Text(value)),
                _ => self.type_mismatch(key, expected, value),
            }
        }
        entries
    }
}
