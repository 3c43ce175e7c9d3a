//! Typed places in the vectors of a [`Conference`](super::Conference).

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the thing at `index`; a vector of a conference never holds more than 2³² of them.
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// The place in the vector.
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
    /// A place in [`Conference::sessions`](super::Conference::sessions).
    SessionId
    /// A place in [`Conference::people`](super::Conference::people).
    PersonId
    /// A place in [`Conference::rooms`](super::Conference::rooms).
    RoomId
    /// A place in [`Conference::tracks`](super::Conference::tracks).
    TrackId
    /// A place in [`Conference::organizers`](super::Conference::organizers).
    OrganizerId
    /// A place in [`Conference::tiers`](super::Conference::tiers).
    TierId
    /// A place in [`Conference::sponsors`](super::Conference::sponsors).
    SponsorId
    /// A place in [`Conference::delegations`](super::Conference::delegations).
    DelegationId
    /// A place in [`Conference::infos`](super::Conference::infos).
    InfoId
}
