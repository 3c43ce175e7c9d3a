//! [`Edition`]: a schedule as it was at one time, with everything that readers could see of it.

mod same;
mod visible;

use std::collections::BTreeMap;

use super::{About, Fact};
use crate::model::{Conference, LocalizedText, SessionSnapshot};
use crate::text::SafeText;
pub(super) use same::are_same;
pub use same::differing;

/// A schedule as it was at one time: enough to tell what is different in another edition. It is small enough to be kept; of
/// running texts it has a number that is another one for another text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edition {
    /// Its sessions, in the order of the schedule.
    pub sessions: Vec<SessionSnapshot>,
    /// Everything else that readers could see; `None` where only the sessions are remembered.
    pub details: Option<EditionDetails>,
}

/// The facts of a schedule that readers see, except the times, rooms and titles of sessions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EditionDetails {
    /// Those of each session, in the same order.
    pub sessions: Vec<Details>,
    /// Everything that is no session; the conference is first.
    pub things: Vec<Thing>,
}

/// The facts of one thing. A fact without a value is not known.
pub type Details = BTreeMap<Fact, Vec<Item>>;

/// A part of a value: a value is a set of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The text, or its digest.
    pub texts: LocalizedText,
    /// The qualifier of the value: the role of a person, the label of an address.
    pub note: Option<SafeText>,
}

/// A thing that is no session, and what could be seen of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The kind of entity.
    pub about: About,
    /// Its globally unique id.
    pub guid: Option<SafeText>,
    /// Its id.
    pub id: Option<SafeText>,
    /// Its name.
    pub name: Option<LocalizedText>,
    /// True of people, rooms and tracks of sessions: these tell whether they come and go.
    pub is_in_sessions: bool,
    /// Its facts.
    pub details: Details,
}

impl Edition {
    /// Returns a schedule as it is.
    #[must_use]
    pub fn of(conference: &Conference) -> Self {
        let sessions = conference.sessions.iter().map(|session| visible::session(conference, session));
        let details = EditionDetails { sessions: sessions.collect(), things: visible::things(conference) };
        Self { sessions: conference.snapshots(), details: Some(details) }
    }
}

impl Item {
    /// A text without anything else.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { texts: LocalizedText::untagged(SafeText::line(text)), note: None }
    }
}
