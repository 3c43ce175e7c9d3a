//! Typed indices into the vectors of a [`Conference`](super::Conference).

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// Creates the id of the entity at `index`, at most 2³².
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// Returns the index.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl From<$name> for usize {
            fn from(id: $name) -> Self {
                id.index()
            }
        }
    )*};
}

ids! {
    /// An index into [`Conference::sessions`](super::Conference::sessions).
    SessionId
    /// An index into [`Conference::people`](super::Conference::people).
    PersonId
    /// An index into [`Conference::rooms`](super::Conference::rooms).
    RoomId
    /// An index into [`Conference::tracks`](super::Conference::tracks).
    TrackId
    /// An index into [`Conference::organizers`](super::Conference::organizers).
    OrganizerId
    /// An index into [`Conference::tiers`](super::Conference::tiers).
    TierId
    /// An index into [`Conference::sponsors`](super::Conference::sponsors).
    SponsorId
    /// An index into [`Conference::delegations`](super::Conference::delegations).
    DelegationId
    /// An index into [`Conference::infos`](super::Conference::infos).
    InfoId
}
