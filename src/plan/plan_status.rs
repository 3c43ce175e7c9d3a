//! [`PlanStatus`]: how each session of a program stands with somebody's plan.

use super::{ConflictChecker, ResolvedPlan, Timetable};
use crate::index::PlanLookup;
use crate::model::{BusyBlock, Conference, Priority, SessionId};

/// How each session of one program, picked or not, stands with somebody's plan: what conditions like `is:free` ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanStatus {
    /// What is picked, noted and muted.
    pub picks: ResolvedPlan,
    /// For each session whether it collides with something of the plan; empty where nothing does.
    colliding: Vec<bool>,
}

impl PlanStatus {
    /// Puts what is picked and what one is busy with, a plan's [`busy`](crate::model::Plan::busy), among the times of the
    /// program.
    #[must_use]
    pub fn new(
        conference: &Conference,
        timetable: &Timetable,
        picks: ResolvedPlan,
        busy: &[BusyBlock],
    ) -> Self {
        // Where nothing is planned nothing collides, which is how most programs are opened.
        if picks.count() == 0 && busy.is_empty() {
            return Self { picks, colliding: Vec::new() };
        }
        let calendar = ConflictChecker::new(conference, timetable, &picks, busy);
        let ids = (0..conference.sessions.len()).map(SessionId::new);
        let colliding = ids.map(|id| calendar.collides(id)).collect();
        Self { picks, colliding }
    }
}

impl PlanLookup for PlanStatus {
    fn level(&self, id: SessionId) -> Option<Priority> {
        self.picks.level(id)
    }

    fn is_muted(&self, id: SessionId) -> bool {
        self.picks.is_muted(id)
    }

    fn is_noted(&self, id: SessionId) -> bool {
        self.picks.note(id).is_some()
    }

    fn collides(&self, id: SessionId) -> bool {
        self.colliding.get(id.index()).copied().unwrap_or(false)
    }
}
