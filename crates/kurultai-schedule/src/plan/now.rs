//! [`PlanNow`]: the running and next sessions of a plan.

use super::ResolvedPlan;
use crate::index::{Index, ScheduleDay};
use crate::model::{Conference, Moment, SessionId};

/// The planned sessions at a moment, and the next ones on the same schedule day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanNow {
    /// Running sessions, by time.
    pub running: Vec<SessionId>,
    /// The next sessions, by time; at most three.
    pub next: Vec<SessionId>,
}

/// The largest number of next sessions.
const NEXT: usize = 3;

impl PlanNow {
    /// Selects the sessions at a moment, except cancelled, postponed and untimed ones.
    #[must_use]
    pub fn at_moment(
        conference: &Conference,
        index: &Index,
        picks: &ResolvedPlan,
        moment: impl Into<Moment>,
    ) -> Self {
        let moment = moment.into();
        let day = index.running_day(conference, moment).and_then(|day| index.days().get(day));
        let of_day = day.into_iter().flat_map(ScheduleDay::listed);
        let picked: Vec<SessionId> =
            of_day.filter(|id| picks.priority(*id).is_some() && !conference.session(*id).is_off()).collect();
        let times = |id: &SessionId| &conference.session(*id).times;
        let running = picked.iter().copied().filter(|id| times(id).covers(moment)).collect();
        let is_next = |id: &SessionId| times(id).begins().is_some_and(|start| moment.is_before(start));
        Self { running, next: picked.into_iter().filter(is_next).take(NEXT).collect() }
    }

    /// True if no session is running or next.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.running.is_empty() && self.next.is_empty()
    }
}
