//! [`PlanNow`]: what of somebody's plan is on now, and what comes next.

use super::ResolvedPlan;
use super::time_span::is_held;
use crate::index::Index;
use crate::model::{Conference, Moment, SessionId};

/// What of somebody's plan is on at a moment, and what comes next on the same program day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanNow {
    /// What runs, in order of time.
    pub running: Vec<SessionId>,
    /// What comes next, in order of time: the first three.
    pub next: Vec<SessionId>,
}

/// So many sessions are said to be next.
const NEXT: usize = 3;

impl PlanNow {
    /// At a moment of the venue's clock. What is cancelled or postponed is left out, and so is what has no time of day.
    #[must_use]
    pub fn at(
        conference: &Conference,
        index: &Index,
        picks: &ResolvedPlan,
        moment: impl Into<Moment>,
    ) -> Self {
        let moment = moment.into();
        let day = index.running_day(conference, moment).and_then(|day| index.days().get(day));
        let of_day = day.into_iter().flat_map(|day| &day.timed).copied();
        let picked: Vec<SessionId> =
            of_day.filter(|id| picks.level(*id).is_some() && is_held(conference.session(*id))).collect();
        let times = |id: &SessionId| &conference.session(*id).times;
        let running = picked.iter().copied().filter(|id| times(id).covers(moment)).collect();
        let is_next = |id: &SessionId| times(id).begins().is_some_and(|start| moment.is_before(start));
        Self { running, next: picked.into_iter().filter(is_next).take(NEXT).collect() }
    }

    /// Whether nothing runs and nothing comes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.running.is_empty() && self.next.is_empty()
    }
}
