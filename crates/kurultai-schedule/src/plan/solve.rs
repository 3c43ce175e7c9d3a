//! [`Solution`]: the best feasible subset of a plan.

mod choice;
mod graph;
mod search;
mod set;

use std::collections::BTreeSet;

use super::conflicts::{Commitment, Conflict, ConflictChecker};
use super::time_span::TimeSpan;
use crate::model::{Priority, SessionId};
use graph::ConflictGraph;

/// The best feasible subset of a plan: most musts, then most maybes. Among equal solutions, picks keep their own time, the
/// earliest first; others move to the earliest repeat.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Solution {
    /// The kept picks, by time; untimed ones last.
    pub kept: Vec<Assignment>,
    /// The rejected picks in schedule order, with reasons.
    pub left_out: Vec<(SessionId, Rejection)>,
    /// True if the solution is optimal; false if the search was cut short.
    pub is_exact: bool,
}

/// A kept pick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assignment {
    /// The picked session.
    pub pick: SessionId,
    /// The session to attend: the pick or a repeat of it.
    pub session: SessionId,
}

/// The reason why a pick is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// It does not take place, and no repeat fits.
    NotHeld,
    /// It conflicts with these kept commitments.
    Conflicts(Vec<Conflict>),
}

impl Solution {
    /// Returns the session to attend for a pick.
    #[must_use]
    pub fn kept_for(&self, pick: SessionId) -> Option<SessionId> {
        self.kept.iter().find(|kept| kept.pick == pick).map(|kept| kept.session)
    }
}

/// The largest number of candidates; beyond it, some repeats are ignored.
const MAX_CANDIDATES: usize = 1000;
/// The largest number of repeats per pick.
const MAX_REPEATS: usize = 15;
/// The limit on search effort, equal to a fraction of a second. A step costs the square of the number of
/// candidates.
const STEPS: usize = 400_000_000;

/// A possible assignment of a pick.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    pick: SessionId,
    /// Index of the pick.
    place: usize,
    session: SessionId,
    priority: Priority,
    start: i64,
}

impl ConflictChecker<'_> {
    /// Finds the best feasible subset: busy times are fixed, each pick gets itself or one unpicked repeat, and nothing
    /// conflicts. Untimed picks are kept. A cancelled pick is kept only if a repeat takes place.
    #[must_use]
    pub fn solve(&self) -> Solution {
        let mut solution = Solution { is_exact: true, ..Solution::default() };
        let candidates = self.candidates(&mut solution);
        let nodes: Vec<(usize, bool)> = candidates
            .iter()
            .map(|candidate| (candidate.place, candidate.priority == Priority::Must))
            .collect();
        let graph = ConflictGraph::new(&nodes, |one, other| {
            let (one, other) = (candidates[one].session, candidates[other].session);
            one == other || self.conflict_kind(Commitment::Session(one), Commitment::Session(other)).is_some()
        });
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        order.sort_by_key(|at| candidates[*at].pick != candidates[*at].session);
        let choice = graph.best(&order, STEPS / candidates.len().pow(2).max(1));
        solution.is_exact &= choice.is_exact;
        let chosen = choice
            .chosen
            .into_iter()
            .map(|at| Assignment { pick: candidates[at].pick, session: candidates[at].session });
        solution.kept.extend(chosen);
        let start = |id| self.timetable.span(id).map(TimeSpan::order);
        solution.kept.sort_by_key(|kept| (start(kept.session).is_none(), start(kept.session), kept.session));
        self.give_reasons(&mut solution);
        solution
    }

    /// Returns all candidates, by time; untimed picks are kept at once.
    fn candidates(&self, solution: &mut Solution) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let share = MAX_CANDIDATES.checked_div(self.picks.count()).unwrap_or(0);
        for (place, (pick, priority)) in self.picks.sessions().enumerate() {
            if !self.conference.session(pick).is_off() && self.timetable.span(pick).is_none() {
                solution.kept.push(Assignment { pick, session: pick });
                continue;
            }
            let repeats = self.timetable.repeats(pick).filter(|other| self.picks.priority(*other).is_none());
            let mut possible = std::iter::once(pick).chain(repeats).filter_map(|session| {
                let start = self.timetable.span(session)?.order();
                let is_free = (0..self.busy.len()).all(|at| {
                    self.conflict_kind(Commitment::Session(session), Commitment::Busy(at)).is_none()
                });
                is_free.then_some(Candidate { pick, place, session, priority, start })
            });
            candidates.extend(possible.by_ref().take(MAX_REPEATS.min(share) + 1));
            solution.is_exact &= possible.next().is_none();
        }
        candidates.sort_by_key(|candidate| (candidate.start, candidate.session, candidate.pick));
        candidates
    }

    fn give_reasons(&self, solution: &mut Solution) {
        let mut parties: Vec<Commitment> =
            solution.kept.iter().map(|kept| Commitment::Session(kept.session)).collect();
        parties.extend((0..self.busy.len()).map(Commitment::Busy));
        parties.sort_by_key(|party| self.span(*party).map(TimeSpan::order));
        let kept: BTreeSet<SessionId> = solution.kept.iter().map(|kept| kept.pick).collect();
        for (pick, _) in self.picks.sessions().filter(|(pick, _)| !kept.contains(pick)) {
            let why = if self.conference.session(pick).is_off() {
                Rejection::NotHeld
            } else {
                let conflict = |with: &Commitment| {
                    Some(Conflict {
                        with: *with,
                        kind: self.conflict_kind(Commitment::Session(pick), *with)?,
                    })
                };
                Rejection::Conflicts(parties.iter().filter_map(conflict).collect())
            };
            solution.left_out.push((pick, why));
        }
    }
}
