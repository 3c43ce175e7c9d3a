//! [`Edition`]: the visible state of a schedule at one time.

mod same;
mod visible;

use std::collections::BTreeMap;

use super::{About, Fact};
use crate::model::{Conference, LocalizedText, SessionSnapshot};
use crate::text::SafeText;
pub(super) use same::are_same;
pub use same::differing;

/// A schedule at one time, compact enough to store: prose is represented by digests.
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

/// The facts of one entity. Unknown facts are absent.
pub type Details = BTreeMap<Fact, Vec<Item>>;

/// An element of a value; values are sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The text, or its digest.
    pub texts: LocalizedText,
    /// The qualifier: the role of a person, the label of a URL.
    pub note: Option<SafeText>,
}

/// An entity other than a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The type of entity.
    pub about: About,
    /// The globally unique id.
    pub guid: Option<SafeText>,
    /// The id.
    pub id: Option<SafeText>,
    /// The name.
    pub name: Option<LocalizedText>,
    /// True for people, rooms and tracks used by sessions, which show when they are added or removed.
    pub is_in_sessions: bool,
    /// The facts.
    pub details: Details,
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

impl Item {
    /// Creates an untagged text without a qualifier.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { texts: LocalizedText::untagged(SafeText::line(text)), note: None }
    }
}
