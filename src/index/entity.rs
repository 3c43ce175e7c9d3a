//! [`Item`]: anything of a program that can be found.

use std::mem::discriminant;

use crate::model::{DelegationId, InfoId, OrganizerId, PersonId, RoomId, SessionId, SponsorId, TrackId};

/// Anything of a program that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityRef {
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

impl EntityRef {
    /// Whether both are of one kind: two sessions, two people. The conference is of one with what else one has to know.
    #[must_use]
    pub fn is_kind_of(self, other: Self) -> bool {
        let kind = |item| if item == Self::Conference { Self::Info(InfoId::new(0)) } else { item };
        discriminant(&kind(self)) == discriminant(&kind(other))
    }
}
