//! [`Edition`]: the visible state of a schedule at one point in time.

mod details;
mod same;
mod visible;

use crate::model::{Conference, SessionSnapshot};
pub use details::{Details, Item, Thing};
pub(super) use same::are_same;
pub use same::differing;

/// A schedule at one point in time, compact enough to store: prose is represented by digests.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edition {
    /// The sessions, in schedule order.
    pub sessions: Vec<SessionSnapshot>,
    /// All other visible facts; `None` if only sessions are stored.
    pub details: Option<EditionDetails>,
}

/// The visible facts of a schedule, except times, rooms and titles of sessions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EditionDetails {
    /// Details of the sessions, in the same order.
    pub sessions: Vec<Details>,
    /// All other entities, starting with the conference.
    pub things: Vec<Thing>,
}

impl Edition {
    /// Captures the current state of a schedule.
    #[must_use]
    pub fn of(conference: &Conference) -> Self {
        let sessions = conference.sessions.iter().map(|session| visible::session(conference, session));
        let details = EditionDetails { sessions: sessions.collect(), things: visible::things(conference) };
        Self { sessions: conference.snapshots(), details: Some(details) }
    }
}
