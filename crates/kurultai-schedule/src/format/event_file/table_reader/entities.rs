//! References to rooms, tracks, tiers, people and sessions.

use super::tables::TextOrTable;
use super::{TableReader, unique};
use crate::format::event_file::entity_id::EntityId;
use crate::format::event_file::references::Reference;
use crate::format::event_file::spanned::Value;
use crate::model::{Participation, Role, Rooms, SessionId};

impl TableReader<'_, '_> {
    fn reference_value(&mut self, key: &str, value: &Value, is_listed: bool) -> Option<Reference> {
        Some(Reference { name: self.text_value(key, value)?, span: value.span, is_listed })
    }

    fn resolve<I: EntityId>(&mut self, reference: &Reference) -> I {
        let (entities, diagnostics) = I::entities(self.context);
        I::from_index(entities.resolve(reference, diagnostics))
    }

    pub(crate) fn reference<I: EntityId>(&mut self, key: &'static str) -> Option<I> {
        let reference = self.reference_value(key, self.value(key)?, false)?;
        Some(self.resolve(&reference))
    }

    pub(crate) fn required_reference<I: EntityId>(&mut self, key: &'static str) -> Option<I> {
        self.require(key).reference(key)
    }

    pub(crate) fn references<I: EntityId>(&mut self, key: &'static str) -> Vec<I> {
        let references = self.unresolved_references(key);
        references.iter().map(|reference| self.resolve(reference)).collect()
    }

    fn unresolved_references(&mut self, key: &'static str) -> Vec<Reference> {
        self.list(key).iter().filter_map(|value| self.reference_value(key, value, true)).collect()
    }

    pub(crate) fn rooms(&mut self, key: &'static str) -> Rooms {
        let references = self.unresolved_references(key);
        if references.iter().any(|room| &*room.name == "*") {
            return Rooms::All;
        }
        Rooms::In(unique(references.iter().map(|room| self.resolve(room)).collect()))
    }

    /// Reads `speakers` and `people`. A bare name in `people` has no known role.
    pub(crate) fn participations(&mut self) -> Vec<Participation> {
        let speakers = self.references("speakers").into_iter();
        let mut people: Vec<Participation> =
            speakers.map(|person| Participation { person, role: Some(Role::Speaker), name: None }).collect();
        for entry in self.texts_or_tables("people", "participations") {
            people.extend(match entry {
                TextOrTable::Text(value) => self.reference_value("people", value, true).map(|reference| {
                    Participation { person: self.resolve(&reference), role: None, name: None }
                }),
                TextOrTable::Table(table) => self.inner(table, "participation"),
            });
        }
        unique(people)
    }

    /// Stores a reference to another session, which is resolved once all sessions are read.
    pub(crate) fn related_session(&mut self, key: &'static str) -> Option<SessionId> {
        let reference = self.reference_value(key, self.value(key)?, false)?;
        self.context.related.push((key, reference));
        None
    }
}
