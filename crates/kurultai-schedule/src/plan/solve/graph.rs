//! [`ConflictGraph`]: candidates with their conflicts.

use super::set::BitSet;

/// Candidates, numbered by time, and their conflicts.
#[derive(Debug, Clone)]
pub(super) struct ConflictGraph {
    /// The candidates for musts.
    pub(super) musts: BitSet,
    /// The pick of each candidate. At most one candidate is chosen per pick.
    pub(super) picks: Vec<usize>,
    /// The conflicting candidates of each, including itself.
    pub(super) conflicts: Vec<BitSet>,
    /// Conflicting candidates, and those of the same pick.
    pub(super) exclusive: Vec<BitSet>,
}

impl ConflictGraph {
    /// Creates the graph from candidates, given as the index of the pick and true for a must.
    pub(super) fn new(candidates: &[(usize, bool)], are_in_conflict: impl Fn(usize, usize) -> bool) -> Self {
        let count = candidates.len();
        let mut musts = BitSet::empty(count);
        let mut conflicts = vec![BitSet::empty(count); count];
        let mut near = conflicts.clone();
        for (one, (pick, is_must)) in candidates.iter().enumerate() {
            if *is_must {
                musts.insert(one);
            }
            for (other, (other_pick, _)) in candidates[..=one].iter().enumerate() {
                if one == other || are_in_conflict(one, other) {
                    conflicts[one].insert(other);
                    conflicts[other].insert(one);
                }
                if pick == other_pick {
                    near[one].insert(other);
                    near[other].insert(one);
                }
            }
        }
        near.iter_mut().zip(&conflicts).for_each(|(near, conflicts)| near.union(conflicts));
        Self { musts, picks: candidates.iter().map(|(pick, _)| *pick).collect(), conflicts, exclusive: near }
    }

    pub(super) fn count(&self) -> usize {
        self.picks.len()
    }

    /// Returns an upper bound on the weight of a conflict-free subset, ignoring picks, and a good such subset.
    ///
    /// Intervals that conflict with the one that starts last also conflict with each other. Its weight is subtracted from all
    /// of them, repeatedly; the sum is the maximum weight (Frank 1975). Walks and parts of sessions violate this slightly,
    /// but the sum remains a bound, since each subtraction affects at most one chosen candidate.
    pub(super) fn max_weight_bound(&self, set: &BitSet, mut weights: Vec<i64>) -> (i64, Vec<usize>) {
        let mut open = set.clone();
        let (mut sum, mut taken) = (0, Vec::new());
        while let Some(last) = open.last() {
            let weight = weights[last];
            if weight <= 0 {
                open.remove(last);
                continue;
            }
            sum += weight;
            taken.push(last);
            let mut around = open.clone();
            around.intersect(&self.conflicts[last]);
            while let Some(at) = around.last() {
                around.intersect(&self.conflicts[at]);
                around.remove(at);
                weights[at] -= weight;
                if weights[at] <= 0 {
                    open.remove(at);
                }
            }
        }
        let mut free = set.clone();
        taken.reverse();
        taken.retain(|at| {
            let is_free = free.contains(*at);
            if is_free {
                free.subtract(&self.conflicts[*at]);
            }
            is_free
        });
        (sum, taken)
    }

    /// Chooses the listed candidates as far as possible, then more of the set: musts, then the last ones.
    pub(super) fn filled(&self, set: &BitSet, first: &[usize]) -> BitSet {
        let mut free = set.clone();
        let mut chosen = BitSet::empty(self.count());
        let mut take = |at: usize, free: &mut BitSet| {
            chosen.insert(at);
            free.subtract(&self.exclusive[at]);
        };
        for at in first {
            if free.contains(*at) {
                take(*at, &mut free);
            }
        }
        let mut musts = free.clone();
        musts.intersect(&self.musts);
        while let Some(at) = musts.last() {
            take(at, &mut free);
            musts.intersect(&free);
        }
        while let Some(at) = free.last() {
            take(at, &mut free);
        }
        chosen
    }
}
