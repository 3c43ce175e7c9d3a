//! [`PlanStatus`]: the plan's status of every session.

use super::{ConflictChecker, ResolvedPlan, Timetable};
use crate::index::PlanLookup;
use crate::model::{BusyBlock, Conference, Priority, SessionId};

/// The plan's status of every session, picked or not, for conditions such as `is:free`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanStatus {
    /// Picks, notes and hidden sessions.
    pub picks: ResolvedPlan,
    /// For each session, true if it has a conflict; empty if there are none.
    conflicting: Vec<bool>,
}

impl PlanStatus {
    /// Computes the conflicts of all sessions with the picks and busy times of a plan.
    #[must_use]
    pub fn new(
        conference: &Conference,
        timetable: &Timetable,
        picks: ResolvedPlan,
        busy: &[BusyBlock],
    ) -> Self {
        // Fast path for an empty plan.
        if picks.count() == 0 && busy.is_empty() {
            return Self { picks, conflicting: Vec::new() };
        }
        let checker = ConflictChecker::new(conference, timetable, &picks, busy);
        let ids = (0..conference.sessions.len()).map(SessionId::new);
        let conflicting = ids.map(|id| checker.has_conflict(id)).collect();
        Self { picks, conflicting }
    }
}

impl PlanLookup for PlanStatus {
    fn priority(&self, id: SessionId) -> Option<Priority> {
        self.picks.priority(id)
    }

    fn is_hidden(&self, id: SessionId) -> bool {
        self.picks.is_hidden(id)
    }

    fn is_noted(&self, id: SessionId) -> bool {
        self.picks.note(id).is_some()
    }

    fn has_conflict(&self, id: SessionId) -> bool {
        self.conflicting.get(id.index()).copied().unwrap_or(false)
    }
}
