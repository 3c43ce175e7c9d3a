//! [`EntityId`]: the index of an entity, by which a reference to it is read and written.

use super::read_context::ReadContext;
use super::references::{Entities, Entity};
use super::write::{ReferenceNames, WriteContext};
use crate::diagnostic::Diagnostic;
use crate::model::{Person, PersonId, Room, RoomId, Tier, TierId, Track, TrackId};

/// The index of an entity in its list in the conference.
pub(super) trait EntityId: Copy + Into<usize> {
    type Entity: Entity;
    fn from_index(index: usize) -> Self;
    fn entities(context: &mut ReadContext) -> (&mut Entities<Self::Entity>, &mut Vec<Diagnostic>);
    fn names(context: &WriteContext) -> &ReferenceNames;
}

macro_rules! entity_ids {
    ($($id:ident of $entity:ident in $list:ident;)+) => {$(
        impl EntityId for $id {
            type Entity = $entity;

            fn from_index(index: usize) -> Self {
                Self::new(index)
            }

            fn entities(context: &mut ReadContext) -> (&mut Entities<$entity>, &mut Vec<Diagnostic>) {
                (&mut context.$list, &mut context.diagnostics)
            }

            fn names(context: &WriteContext) -> &ReferenceNames {
                &context.$list
            }
        }
    )+};
}

entity_ids! {
    PersonId of Person in people;
    RoomId of Room in rooms;
    TrackId of Track in tracks;
    TierId of Tier in tiers;
}
