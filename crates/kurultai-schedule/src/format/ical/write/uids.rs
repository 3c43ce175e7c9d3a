//! [`Uids`]: stable identifiers for the calendars of a conference.

use crate::format::stable_ids::{StableIds, is_global};
use crate::model::{BusyBlock, Conference};

/// The `UID`s of all calendars of a conference.
pub struct Uids(StableIds);

impl Uids {
    /// Computes the identifiers for a conference.
    #[must_use]
    pub fn new(conference: &Conference) -> Self {
        Self(StableIds::new(conference, is_global))
    }

    /// Returns the `UID` of the session at an index.
    #[must_use]
    pub fn session(&self, index: usize) -> &str {
        self.0.session(index)
    }

    /// Returns the key of the person at an index, for people with the same name.
    pub(super) fn person(&self, index: usize) -> &str {
        self.0.person(index)
    }

    /// Returns the key of the room at an index, for rooms with the same name.
    pub(super) fn room(&self, index: usize, name: &str) -> String {
        self.0.other(&["room", &format!("{name} {index}")])
    }

    /// Returns the keys of all people, in order.
    pub(in crate::format::ical) fn people(&self) -> &[String] {
        self.0.people()
    }

    /// Returns the `UID` of a busy block.
    #[must_use]
    pub fn busy(&self, busy: &BusyBlock) -> String {
        let [start, end] = [busy.start, busy.end].map(|moment| moment.to_string());
        self.0.other(&["busy", &start, &end, busy.title.as_deref().unwrap_or_default()])
    }
}
