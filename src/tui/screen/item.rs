//! [`Item`]: what can be selected in a list, or followed to.

use crate::index;
use crate::model::{DelegationId, InfoId, OrganizerId, PersonId, RoomId, SessionId, SponsorId, TrackId};

/// What can be selected in a list, or followed to: anything of the program, and what whoever looks has beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Item {
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

impl From<index::Item> for Item {
    fn from(item: index::Item) -> Self {
        match item {
            index::Item::Session(id) => Self::Session(id),
            index::Item::Person(id) => Self::Person(id),
            index::Item::Organizer(id) => Self::Organizer(id),
            index::Item::Sponsor(id) => Self::Sponsor(id),
            index::Item::Room(id) => Self::Room(id),
            index::Item::Track(id) => Self::Track(id),
            index::Item::Delegation(id) => Self::Delegation(id),
            index::Item::Conference => Self::Conference,
            index::Item::Info(id) => Self::Info(id),
        }
    }
}
