//! [`Advice`]: what could be done where two things of a plan collide.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::conflicts::{Commitment, Conflict, ConflictChecker, ConflictKind};
use super::solve::{Rejection, Solution};
use super::time_span::{TimeSpan, minutes};
use crate::model::{Priority, SessionId};

/// What could be done where two things collide. It is the same for both of them, and all of them together lead to a plan that
/// works: what [`ConflictChecker::solve`] finds, or a bit more where little is missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advice {
    /// A session is given once more at a time that fits.
    Repeat {
        /// The one that collides.
        of: SessionId,
        /// The one that fits.
        at: SessionId,
    },
    /// One of the two is missed for a few minutes at its end.
    LeaveEarly {
        /// Which.
        session: SessionId,
        /// How many minutes, with those of the way.
        minutes: u32,
    },
    /// One of the two is missed for a few minutes at its beginning.
    ComeLate {
        /// Which.
        session: SessionId,
        /// How many minutes, with those of the way.
        minutes: u32,
    },
    /// One of the two is left.
    Leave {
        /// Which.
        session: SessionId,
        /// Why this one.
        because: Reason,
    },
    /// One has to choose: nothing speaks for one of the two.
    Choose,
}

impl Advice {
    /// The session that something is to be done about, if it is one of the two.
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

/// Why a session is left for another thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It is only maybe, and the other one is a must.
    OnlyMaybe,
    /// One is busy.
    Busy,
    /// Without it more of the plan fits.
    MoreFits,
}

/// So many minutes may be missed of a session, if they are not more than a third of it.
const FEW_MINUTES: u32 = 10;

pub(super) struct Advisor<'a> {
    calendar: &'a ConflictChecker<'a>,
    kept: BTreeMap<SessionId, SessionId>,
    left_out: BTreeMap<SessionId, InTheWay>,
}

/// What of all that is kept is in the way of a pick that is not.
struct InTheWay {
    is_busy: bool,
    /// The first session, and whether it is the only one.
    session: Option<(SessionId, bool)>,
}

impl<'a> Advisor<'a> {
    pub(super) fn new(calendar: &'a ConflictChecker<'a>, solution: &Solution) -> Self {
        let kept = solution.kept.iter().map(|kept| (kept.pick, kept.session)).collect();
        let in_the_way = |why: &Rejection| {
            let Rejection::Collides(with) = why else { return InTheWay { is_busy: false, session: None } };
            let sessions = with.iter().filter_map(|collision| match collision.with {
                Commitment::Session(id) => Some(id),
                Commitment::Busy(_) => None,
            });
            let count = sessions.clone().count();
            let session = sessions.clone().next().map(|first| (first, count == 1));
            InTheWay { is_busy: count < with.len(), session }
        };
        let left_out = solution.left_out.iter().map(|(id, why)| (*id, in_the_way(why))).collect();
        Self { calendar, kept, left_out }
    }

    /// What could be done about a collision of a pick.
    pub(super) fn advise(&self, id: SessionId, collision: Conflict) -> Advice {
        // The one that is wanted less comes first, of equals the later one.
        let level = |id: &SessionId| self.calendar.picks.level(*id);
        let start = |id: &SessionId| self.calendar.timetable.span(*id).map(TimeSpan::order);
        let other = match collision.with {
            Commitment::Session(other) => Some(other),
            Commitment::Busy(_) => None,
        };
        let wanted = |id: &SessionId| (level(id), Reverse((start(id), *id)));
        let mut sessions: Vec<SessionId> = other.into_iter().chain([id]).collect();
        sessions.sort_by_key(wanted);
        let moved = sessions.iter().find_map(|id| {
            let at = *self.kept.get(id)?;
            (at != *id).then_some(Advice::Repeat { of: *id, at })
        });
        if let Some(advice) = moved.or_else(|| self.missed(id, collision)) {
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
        let because = match (level(&left), level(&stays)) {
            _ if self.meets_busy(left) => Reason::Busy,
            (Some(Priority::Maybe), Some(Priority::Must)) => Reason::OnlyMaybe,
            (left_level, level) if left_level == level && self.could_replace(left, stays) => {
                return Advice::Choose;
            }
            // Neither is kept: where one thing alone is in the way of what is left, that could be left as well.
            (left_level, _) if !is_kept(&stays) && self.has_equal_in_the_way(left, left_level) => {
                return Advice::Choose;
            }
            _ => Reason::MoreFits,
        };
        Advice::Leave { session: left, because }
    }

    fn meets_busy(&self, id: SessionId) -> bool {
        self.left_out.get(&id).is_some_and(|in_the_way| in_the_way.is_busy)
    }

    /// Whether of all that is kept one thing alone is in the way of another.
    fn could_replace(&self, id: SessionId, kept: SessionId) -> bool {
        self.left_out.get(&id).is_some_and(|in_the_way| in_the_way.session == Some((kept, true)))
    }

    /// Whether of all that is kept one thing alone is in the way of a pick, and is wanted as much.
    fn has_equal_in_the_way(&self, id: SessionId, level: Option<Priority>) -> bool {
        let in_the_way = self.left_out.get(&id).and_then(|in_the_way| in_the_way.session);
        in_the_way.is_some_and(|(kept, is_only)| is_only && self.calendar.picks.level(kept) == level)
    }

    /// What is missed of the one or the other where it is little: of that which is wanted less, of equals the end of the first,
    /// where questions are asked.
    fn missed(&self, id: SessionId, collision: Conflict) -> Option<Advice> {
        let calendar = self.calendar;
        let (own, others) = (Commitment::Session(id), collision.with);
        let (one, other) = calendar.span(own)?.together(calendar.span(others)?);
        let is_first = (one.start, own) < (other.start, others);
        let ((early, first), (late, second)) =
            if is_first { ((one, own), (other, others)) } else { ((other, others), (one, own)) };
        let first_end = early.end?;
        // What lies inside of another thing cannot be had with it.
        if early.start == late.start || late.end.is_some_and(|end| end <= first_end) {
            return None;
        }
        let way = match (first, second, collision.clash) {
            (_, _, ConflictKind::Walk { needed, .. }) => needed,
            (Commitment::Session(from), Commitment::Session(to), _) => {
                calendar.way(from, to).map_or(0, |way| way.0)
            }
            _ => 0,
        };
        let lost = first_end - late.start + i64::from(way) * 60;
        let few = minutes(lost);
        let little_of = |party: Commitment| match party {
            Commitment::Session(id) if few <= FEW_MINUTES => {
                let length = calendar.span(party).and_then(TimeSpan::length)?;
                (lost * 3 <= length).then_some(id)
            }
            _ => None,
        };
        let leave = little_of(first).map(|session| Advice::LeaveEarly { session, minutes: few });
        let come = little_of(second).map(|session| Advice::ComeLate { session, minutes: few });
        let level = |party: Commitment| match party {
            Commitment::Session(id) => calendar.picks.level(id),
            Commitment::Busy(_) => Some(Priority::Must),
        };
        if level(first) > level(second) { come.or(leave) } else { leave.or(come) }
    }
}
