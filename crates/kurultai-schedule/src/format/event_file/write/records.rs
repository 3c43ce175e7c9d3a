//! Writes records: as tables, those that references need, or inline.

use super::references::ReferenceNames;
use super::toml_writer::TomlWriter;
use crate::format::event_file::record::Record;

impl<'a> TomlWriter<'a> {
    fn record(&mut self, table: &'static str, index: usize, record: &impl Record) {
        self.begin_table(table, index);
        record.write(self);
    }

    pub(super) fn records<'r, T: Record + 'r>(
        &mut self,
        table: &'static str,
        records: impl IntoIterator<Item = &'r T>,
    ) {
        records.into_iter().enumerate().for_each(|(index, record)| self.record(table, index, record));
    }

    /// Writes the entities that need a table.
    pub(super) fn entities(
        &mut self,
        table: &'static str,
        entities: &[impl Record],
        names: &'a ReferenceNames,
    ) {
        self.entities_in(entities, names, |_| table);
    }

    /// Writes the entities that need a table, each into the table returned by `table`.
    pub(super) fn entities_in<T: Record>(
        &mut self,
        entities: &[T],
        names: &'a ReferenceNames,
        table: impl Fn(&T) -> &'static str,
    ) {
        for (index, entity) in entities.iter().enumerate().take(names.tables) {
            self.made_id = names.made_id(index);
            self.record(table(entity), index, entity);
        }
    }

    /// Returns a record as an inline table.
    pub(super) fn inline(&mut self, record: &impl Record) -> String {
        self.inline_table(|writer| record.write(writer))
    }
}
