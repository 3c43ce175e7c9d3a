//! [`Item`]: what can be selected in a list, or followed to.

use crate::index;
use crate::model::{DelegationId, InfoId, OrganizerId, PersonId, RoomId, SessionId, SponsorId, TrackId};

/// What can be selected in a list, or followed to: anything of the program, and what whoever looks has beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum PaneItem {
    Session(SessionId),
    Person(PersonId),
    Organizer(OrganizerId),
    Sponsor(SponsorId),
    Room(RoomId),
    Track(TrackId),
    Delegation(DelegationId),
    /// The conference itself.
    Conference,
    Info(InfoId),
    /// The numbers of the program.
    Numbers,
    /// A pick that is not in the program any more, by its place in the plan.
    Gone(usize),
    /// Time that is taken by something else, by its place in the plan.
    Busy(usize),
    /// Something that is new in the program, by its place among the changes.
    Change(usize),
    /// Something to filter by, by its place among the facets.
    Facet(usize),
}

impl From<index::EntityRef> for PaneItem {
    fn from(item: index::EntityRef) -> Self {
        match item {
            index::EntityRef::Session(id) => Self::Session(id),
            index::EntityRef::Person(id) => Self::Person(id),
            index::EntityRef::Organizer(id) => Self::Organizer(id),
            index::EntityRef::Sponsor(id) => Self::Sponsor(id),
            index::EntityRef::Room(id) => Self::Room(id),
            index::EntityRef::Track(id) => Self::Track(id),
            index::EntityRef::Delegation(id) => Self::Delegation(id),
            index::EntityRef::Conference => Self::Conference,
            index::EntityRef::Info(id) => Self::Info(id),
        }
    }
}
