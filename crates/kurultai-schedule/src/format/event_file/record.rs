//! [`Record`]: a part of the model that is one table of the event file, and reading all tables of a kind.

use super::read_context::ReadContext;
use super::spanned::{Kind, Table};
use super::table_reader::TableReader;
use super::table_schema::TableSchema;
use super::write::TomlWriter;

/// A part of the model that corresponds to one table of the event file.
pub(super) trait Record: Sized {
    const KEYS: &'static [&'static str];
    /// Each key with the name of the function that describes its values.
    const FORMS: &'static [(&'static str, &'static str)];
    /// Reads all keys and reports mistakes in them. `None` if a key is missing that the record cannot do
    /// without.
    fn read(reader: &mut TableReader<'_, '_>) -> Option<Self>;
    /// Returns the JSON Schema of the table.
    fn schema() -> TableSchema;
    fn write(&self, writer: &mut TomlWriter<'_>);
}

/// The names of the tables of sessions.
pub(super) const SESSIONS: &[&str] = &["agenda", "sessions"];

/// Returns the tables with these names in file order, each with its name.
pub(super) fn tables<'t>(
    root: &'t Table<'t>,
    names: &[&'static str],
    context: &mut ReadContext,
) -> Vec<(&'static str, &'t Table<'t>)> {
    let mut top = TableReader::open(root, "event", context);
    let mut tables = Vec::new();
    for name in names {
        tables.extend(top.raw_tables(name).into_iter().map(|table| (*name, table)));
    }
    tables.sort_by_key(|(_, table)| table.span);
    tables
}

/// Returns the number of tables with these names under their own headers.
pub(super) fn count_tables(root: &Table, names: &[&'static str]) -> usize {
    let count = |name: &&str| match root.get(name).map(|entry| &entry.value.kind) {
        Some(Kind::Tables(tables)) => tables.len(),
        _ => 0,
    };
    names.iter().map(count).sum()
}

/// Reads the tables with these names in file order and passes each record to `add`.
pub(super) fn read_tables<T: Record>(
    root: &Table,
    names: &[&'static str],
    context: &mut ReadContext,
    mut add: impl FnMut(T, &mut TableReader<'_, '_>),
) {
    for (name, table) in tables(root, names, context) {
        let mut reader = TableReader::new(table, name, T::KEYS, context);
        if let Some(record) = T::read(&mut reader) {
            add(record, &mut reader);
        }
    }
}
