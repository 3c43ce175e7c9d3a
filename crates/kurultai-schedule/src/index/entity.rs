//! [`EntityRef`]: a reference to any entity of a conference.

use std::mem::discriminant;

use crate::model::{DelegationId, InfoId, OrganizerId, PersonId, RoomId, SessionId, SponsorId, TrackId};

/// A reference to any entity of a conference.
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
    /// Practical information.
    Info(InfoId),
}

impl EntityRef {
    /// True if both are of the same kind. The conference and practical information count as one.
    #[must_use]
    pub fn is_kind_of(self, other: Self) -> bool {
        let kind = |item| if item == Self::Conference { Self::Info(InfoId::new(0)) } else { item };
        discriminant(&kind(self)) == discriminant(&kind(other))
    }
}
