//! [`Solution`]: of a plan in which things collide, as much as fits.

mod graph;
mod search;
mod set;

use std::collections::BTreeSet;

use super::conflicts::{Commitment, Conflict, ConflictChecker};
use super::time_span::{TimeSpan, is_held};
use crate::model::{Priority, SessionId};
use graph::ConflictGraph;

/// As much of a plan as fits: the most musts, then the most maybes. Where that can be had in several ways, picks stay at their
/// own time, the earliest first; the others go to the earliest of their repeats.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Solution {
    /// What can be kept, in order of time; what has no time comes last.
    pub kept: Vec<Assignment>,
    /// What cannot, in program order, each with the reason.
    pub left_out: Vec<(SessionId, Rejection)>,
    /// Whether it is certain that no more fits. It is not where so many picks can be had at so many times that not everything was
    /// tried.
    pub is_exact: bool,
}

/// A pick that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assignment {
    /// What was picked.
    pub pick: SessionId,
    /// Where one goes: the same session, or one that repeats it.
    pub session: SessionId,
}

/// Why a pick was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// It does not take place, and is not given again at a time that fits.
    NotHeld,
    /// It collides with these, all of which are kept.
    Collides(Vec<Conflict>),
}

impl Solution {
    /// The session that is kept for a pick: itself, or one that repeats it; `None` where it is left out.
    #[must_use]
    pub fn kept_for(&self, pick: SessionId) -> Option<SessionId> {
        self.kept.iter().find(|kept| kept.pick == pick).map(|kept| kept.session)
    }
}

/// So many ways to keep picks are looked at together; with more, some repeats are not looked at.
const MOST_THINGS: usize = 1000;
/// So many repeats of one pick are looked at, the earliest.
const MOST_REPEATS: usize = 15;
/// How long is looked for the best choice, which is a fraction of a second: so many steps divided by the square of how many
/// things there are, which is what a step costs.
const STEPS: usize = 400_000_000;

/// A way to keep a pick.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    pick: SessionId,
    /// Which of the picks that is.
    place: usize,
    session: SessionId,
    level: Priority,
    start: i64,
}

impl ConflictChecker<'_> {
    /// Finds as much of the plan as fits: what one is busy with stays, and of each pick at most one stays, itself or one of its
    /// repeats that is not picked itself, so that nothing collides. What has no time stays; what is cancelled does not.
    #[must_use]
    pub fn solve(&self) -> Solution {
        let mut solution = Solution { is_exact: true, ..Solution::default() };
        let things = self.things(&mut solution);
        let ways: Vec<(usize, bool)> =
            things.iter().map(|thing| (thing.place, thing.level == Priority::Must)).collect();
        let graph = ConflictGraph::new(&ways, |one, other| {
            let (one, other) = (things[one].session, things[other].session);
            one == other || self.clash(Commitment::Session(one), Commitment::Session(other)).is_some()
        });
        let mut order: Vec<usize> = (0..things.len()).collect();
        order.sort_by_key(|at| things[*at].pick != things[*at].session);
        let choice = graph.best(&order, STEPS / things.len().pow(2).max(1));
        solution.is_exact &= choice.is_exact;
        let chosen = choice
            .chosen
            .into_iter()
            .map(|at| Assignment { pick: things[at].pick, session: things[at].session });
        solution.kept.extend(chosen);
        let start = |id| self.timetable.span(id).map(TimeSpan::order);
        solution.kept.sort_by_key(|kept| (start(kept.session).is_none(), start(kept.session), kept.session));
        self.give_reasons(&mut solution);
        solution
    }

    /// Every way to keep picks that take time, in order of time; those that take none are kept at once.
    fn things(&self, solution: &mut Solution) -> Vec<Candidate> {
        let mut things = Vec::new();
        let share = MOST_THINGS.checked_div(self.picks.count()).unwrap_or(0);
        for (place, (pick, level)) in self.picks.sessions().enumerate() {
            if is_held(self.conference.session(pick)) && self.timetable.span(pick).is_none() {
                solution.kept.push(Assignment { pick, session: pick });
                continue;
            }
            let repeats = self.timetable.repeats(pick).filter(|other| self.picks.level(*other).is_none());
            let mut ways = std::iter::once(pick).chain(repeats).filter_map(|session| {
                let start = self.timetable.span(session)?.order();
                let is_free = (0..self.busy.len())
                    .all(|at| self.clash(Commitment::Session(session), Commitment::Busy(at)).is_none());
                is_free.then_some(Candidate { pick, place, session, level, start })
            });
            things.extend(ways.by_ref().take(MOST_REPEATS.min(share) + 1));
            solution.is_exact &= ways.next().is_none();
        }
        things.sort_by_key(|thing| (thing.start, thing.session, thing.pick));
        things
    }

    fn give_reasons(&self, solution: &mut Solution) {
        let mut parties: Vec<Commitment> =
            solution.kept.iter().map(|kept| Commitment::Session(kept.session)).collect();
        parties.extend((0..self.busy.len()).map(Commitment::Busy));
        parties.sort_by_key(|party| self.span(*party).map(TimeSpan::order));
        let kept: BTreeSet<SessionId> = solution.kept.iter().map(|kept| kept.pick).collect();
        for (pick, _) in self.picks.sessions().filter(|(pick, _)| !kept.contains(pick)) {
            let why = if is_held(self.conference.session(pick)) {
                let collision = |with: &Commitment| {
                    Some(Conflict { with: *with, clash: self.clash(Commitment::Session(pick), *with)? })
                };
                Rejection::Collides(parties.iter().filter_map(collision).collect())
            } else {
                Rejection::NotHeld
            };
            solution.left_out.push((pick, why));
        }
    }
}
