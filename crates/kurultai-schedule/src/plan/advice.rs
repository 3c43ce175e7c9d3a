//! [`Advice`]: ways to resolve a conflict.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::conflicts::{Commitment, Conflict, ConflictChecker, ConflictKind};
use super::solve::{Rejection, Solution};
use super::time_span::{TimeSpan, minutes};
use crate::model::{Priority, SessionId};

/// A way to resolve a conflict. Both sides get the same advice, and following all advice leads to a feasible
/// plan: the result of [`ConflictChecker::solve`], or a slightly fuller one if only minutes are missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advice {
    /// Attend a repeat of the session.
    Repeat {
        /// The conflicting session.
        of: SessionId,
        /// Its repeat.
        at: SessionId,
    },
    /// Leave the first session a few minutes early.
    LeaveEarly {
        /// The session.
        session: SessionId,
        /// The minutes missed, including the walk.
        minutes: u32,
    },
    /// Come to the second session a few minutes late.
    ComeLate {
        /// The session.
        session: SessionId,
        /// The minutes missed, including the walk.
        minutes: u32,
    },
    /// Drop one session.
    Leave {
        /// The session.
        session: SessionId,
        /// The reason.
        because: Reason,
    },
    /// Choose one: neither is preferable.
    Choose,
}

impl Advice {
    /// Returns the session to which the advice applies.
    #[must_use]
    pub fn subject(self) -> Option<SessionId> {
        match self {
            Self::Repeat { of: session, .. }
            | Self::LeaveEarly { session, .. }
            | Self::ComeLate { session, .. }
            | Self::Leave { session, .. } => Some(session),
            Self::Choose => None,
        }
    }
}

/// The reason for dropping a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It is a maybe, and the other one a must.
    OnlyMaybe,
    /// The user is busy.
    Busy,
    /// More of the plan fits without it.
    MoreFits,
}

/// The number of minutes that may be missed, if they are at most a third of the session.
const FEW_MINUTES: u32 = 10;

pub(super) struct Advisor<'a> {
    checker: &'a ConflictChecker<'a>,
    kept: BTreeMap<SessionId, SessionId>,
    left_out: BTreeMap<SessionId, InTheWay>,
}

/// The kept commitments that conflict with a rejected pick.
struct InTheWay {
    is_busy: bool,
    /// The first session, and true if it is the only one.
    session: Option<(SessionId, bool)>,
}

impl<'a> Advisor<'a> {
    pub(super) fn new(checker: &'a ConflictChecker<'a>, solution: &Solution) -> Self {
        let kept = solution.kept.iter().map(|kept| (kept.pick, kept.session)).collect();
        let in_the_way = |why: &Rejection| {
            let Rejection::Conflicts(with) = why else { return InTheWay { is_busy: false, session: None } };
            let sessions = with.iter().filter_map(|conflict| match conflict.with {
                Commitment::Session(id) => Some(id),
                Commitment::Busy(_) => None,
            });
            let count = sessions.clone().count();
            let session = sessions.clone().next().map(|first| (first, count == 1));
            InTheWay { is_busy: count < with.len(), session }
        };
        let left_out = solution.left_out.iter().map(|(id, why)| (*id, in_the_way(why))).collect();
        Self { checker, kept, left_out }
    }

    /// Returns the advice for a conflict with a pick.
    pub(super) fn advise(&self, id: SessionId, conflict: Conflict) -> Advice {
        // Lower priority first, then later start.
        let priority = |id: &SessionId| self.checker.picks.priority(*id);
        let start = |id: &SessionId| self.checker.timetable.span(*id).map(TimeSpan::order);
        let other = match conflict.with {
            Commitment::Session(other) => Some(other),
            Commitment::Busy(_) => None,
        };
        let preference = |id: &SessionId| (priority(id), Reverse((start(id), *id)));
        let mut sessions: Vec<SessionId> = other.into_iter().chain([id]).collect();
        sessions.sort_by_key(preference);
        let moved = sessions.iter().find_map(|id| {
            let at = *self.kept.get(id)?;
            (at != *id).then_some(Advice::Repeat { of: *id, at })
        });
        if let Some(advice) = moved.or_else(|| self.missed(id, conflict)) {
            return advice;
        }
        let &[less, more] = &sessions[..] else {
            return Advice::Leave { session: id, because: Reason::Busy };
        };
        let is_kept = |id: &SessionId| self.kept.contains_key(id);
        let (left, stays) = match (is_kept(&less), is_kept(&more)) {
            (true, false) => (more, less),
            (false, false) if self.meets_busy(more) => (more, less),
            _ => (less, more),
        };
        let because = match (priority(&left), priority(&stays)) {
            _ if self.meets_busy(left) => Reason::Busy,
            (Some(Priority::Maybe), Some(Priority::Must)) => Reason::OnlyMaybe,
            (left_priority, priority) if left_priority == priority && self.could_replace(left, stays) => {
                return Advice::Choose;
            }
            // Neither is kept: the only obstacle of the dropped one could be dropped instead.
            (left_priority, _) if !is_kept(&stays) && self.has_equal_in_the_way(left, left_priority) => {
                return Advice::Choose;
            }
            _ => Reason::MoreFits,
        };
        Advice::Leave { session: left, because }
    }

    fn meets_busy(&self, id: SessionId) -> bool {
        self.left_out.get(&id).is_some_and(|in_the_way| in_the_way.is_busy)
    }

    /// True if `kept` is the only obstacle of a rejected pick.
    fn could_replace(&self, id: SessionId, kept: SessionId) -> bool {
        self.left_out.get(&id).is_some_and(|in_the_way| in_the_way.session == Some((kept, true)))
    }

    /// True if the only obstacle of a rejected pick has the same priority.
    fn has_equal_in_the_way(&self, id: SessionId, priority: Option<Priority>) -> bool {
        let in_the_way = self.left_out.get(&id).and_then(|in_the_way| in_the_way.session);
        in_the_way.is_some_and(|(kept, is_only)| is_only && self.checker.picks.priority(kept) == priority)
    }

    /// Returns advice to miss a few minutes: of the session with lower priority, or else the end of the first, which is
    /// often its discussion.
    fn missed(&self, id: SessionId, conflict: Conflict) -> Option<Advice> {
        let checker = self.checker;
        let (own, others) = (Commitment::Session(id), conflict.with);
        let (one, other) = checker.span(own)?.on_one_clock(checker.span(others)?);
        let is_first = (one.start, own) < (other.start, others);
        let ((early, first), (late, second)) =
            if is_first { ((one, own), (other, others)) } else { ((other, others), (one, own)) };
        let first_end = early.end?;
        // A commitment inside another one cannot be combined with it.
        if early.start == late.start || late.end.is_some_and(|end| end <= first_end) {
            return None;
        }
        let way = match (first, second, conflict.kind) {
            (_, _, ConflictKind::Walk { needed, .. }) => needed,
            (Commitment::Session(from), Commitment::Session(to), _) => {
                checker.way(from, to).map_or(0, |way| way.0)
            }
            _ => 0,
        };
        let lost = first_end - late.start + i64::from(way) * 60;
        let few = minutes(lost);
        let little_of = |party: Commitment| match party {
            Commitment::Session(id) if few <= FEW_MINUTES => {
                let length = checker.span(party).and_then(TimeSpan::length)?;
                (lost * 3 <= length).then_some(id)
            }
            _ => None,
        };
        let leave = little_of(first).map(|session| Advice::LeaveEarly { session, minutes: few });
        let come = little_of(second).map(|session| Advice::ComeLate { session, minutes: few });
        let priority = |party: Commitment| match party {
            Commitment::Session(id) => checker.picks.priority(id),
            Commitment::Busy(_) => Some(Priority::Must),
        };
        if priority(first) > priority(second) { come.or(leave) } else { leave.or(come) }
    }
}
