//! [`Item`]: anything of a program that can be found.

use crate::model::{DelegationId, InfoId, OrganizerId, PersonId, RoomId, SessionId, SponsorId, TrackId};

/// Anything of a program that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A session.
    Session(SessionId),
    /// A person.
    Person(PersonId),
    /// An organizer.
    Organizer(OrganizerId),
    /// A sponsor.
    Sponsor(SponsorId),
    /// A room.
    Room(RoomId),
    /// A track.
    Track(TrackId),
    /// A delegation.
    Delegation(DelegationId),
    /// The conference itself.
    Conference,
    /// What else one has to know.
    Info(InfoId),
}
