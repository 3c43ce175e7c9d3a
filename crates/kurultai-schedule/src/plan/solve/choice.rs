//! [`Choice`]: the best choice among the candidates of a [`ConflictGraph`].

use super::graph::ConflictGraph;
use super::search::Search;
use super::set::BitSet;

/// A set of candidates, and true if it is known to be optimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) chosen: Vec<usize>,
    pub(super) is_exact: bool,
}

/// Weight of a must, more than any number of maybes.
const MUST: i64 = 1 << 32;

impl ConflictGraph {
    /// Returns the choice with the most musts, then the most maybes; among equals the first by `order`. If the search takes
    /// more than `steps`, the result is only locally optimal.
    pub(super) fn best(&self, order: &[usize], steps: usize) -> Choice {
        let mut search = Search::new(self, steps);
        let mut choice = Choice { chosen: Vec::new(), is_exact: true };
        let mut open = BitSet::full(self.count());
        while let Some(component) = self.component(&open) {
            let best = search.best(&component, order);
            choice.is_exact &= best.is_ok();
            choice
                .chosen
                .extend(best.unwrap_or_else(|_| self.local_search(&component, steps).iter().collect()));
            open.subtract(&component);
        }
        choice
    }

    /// Returns the connected component of the last element.
    fn component(&self, set: &BitSet) -> Option<BitSet> {
        let mut component = BitSet::empty(self.count());
        let mut open = vec![set.last()?];
        while let Some(at) = open.pop() {
            if !component.contains(at) {
                component.insert(at);
                let mut around = set.clone();
                around.intersect(&self.exclusive[at]);
                around.subtract(&component);
                open.extend(around.iter());
            }
        }
        Some(component)
    }

    /// Returns a locally optimal choice after at most `trials` changes.
    fn local_search(&self, set: &BitSet, trials: usize) -> BitSet {
        let weight = |at: usize| if self.musts.contains(at) { MUST } else { 1 };
        let weights: Vec<i64> = (0..self.count()).map(weight).collect();
        let sum = |set: &BitSet| set.iter().map(weight).sum::<i64>();
        let add = |chosen: &BitSet, without: Option<usize>| {
            let mut free = set.clone();
            chosen.iter().for_each(|at| free.subtract(&self.exclusive[at]));
            if let Some(at) = without {
                free.remove(at);
            }
            let (_, heaviest) = self.max_weight_bound(&free, weights.clone());
            let mut more = self.filled(&free, &heaviest);
            more.union(chosen);
            more
        };
        let mut chosen = add(&BitSet::empty(self.count()), None);
        let candidates: Vec<usize> = set.iter().collect();
        let mut in_vain = 0;
        for at in candidates.iter().copied().cycle().take(trials) {
            let mut changed = chosen.clone();
            let is_out = changed.contains(at);
            if is_out {
                changed.remove(at);
            } else {
                changed.subtract(&self.exclusive[at]);
                changed.insert(at);
            }
            let changed = add(&add(&changed, Some(at).filter(|_| is_out)), None);
            in_vain += 1;
            if sum(&changed) > sum(&chosen) {
                (chosen, in_vain) = (changed, 0);
            }
            if in_vain > candidates.len() {
                break;
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A deterministic source of pseudo-random numbers.
    struct Chance(u64);

    impl Chance {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0 % bound
        }
    }

    /// Returns a graph with this number of picks, every other one a must, each with several possible times.
    /// Sessions longer than one slot have more conflicts.
    fn crowd(picks: usize, ways: usize, times: u64, longest: u64, seed: u64) -> ConflictGraph {
        let mut chance = Chance(seed * 7_919_777);
        let mut candidates: Vec<(u64, u64, usize)> = Vec::new();
        for pick in (0..picks).flat_map(|pick| vec![pick; ways]) {
            let start = chance.below(times);
            candidates.push((start, start + 1 + chance.below(longest), pick));
        }
        candidates.sort_unstable();
        let picks: Vec<_> = candidates.iter().map(|(.., pick)| (*pick, pick % 2 == 0)).collect();
        ConflictGraph::new(&picks, |one, other| {
            candidates[one].1 > candidates[other].0 && candidates[other].1 > candidates[one].0
        })
    }

    /// Counts the musts and the maybes of a choice without conflicts.
    fn worth(graph: &ConflictGraph, chosen: &[usize]) -> (usize, usize) {
        for (at, one) in chosen.iter().enumerate() {
            assert!(chosen[..at].iter().all(|other| !graph.exclusive[*one].contains(*other)));
        }
        let musts = chosen.iter().filter(|at| graph.musts.contains(**at)).count();
        (musts, chosen.len() - musts)
    }

    /// Finds the best choice by trying all of them; returns the first of equal ones.
    fn tried(graph: &ConflictGraph, at: usize, chosen: &mut Vec<usize>) -> ((usize, usize), Vec<usize>) {
        if at == graph.count() {
            return (worth(graph, chosen), chosen.clone());
        }
        let without = tried(graph, at + 1, chosen);
        if chosen.iter().any(|other| graph.exclusive[at].contains(*other)) {
            return without;
        }
        chosen.push(at);
        let with = tried(graph, at + 1, chosen);
        chosen.pop();
        if with.0 >= without.0 { with } else { without }
    }

    #[test]
    fn the_best_choice_is_the_one_that_trying_all_finds() {
        for seed in 1..150 {
            let ways = [1, 2, 3][usize::from(seed % 2 == 0) + usize::from(seed % 3 == 0)];
            let graph = crowd(5, ways, 8, 1 + seed % 4, seed);
            let order: Vec<usize> = (0..graph.count()).collect();
            let mut best = graph.best(&order, 10_000);
            best.chosen.sort_unstable();
            let (_, chosen) = tried(&graph, 0, &mut Vec::new());
            assert_eq!(best, Choice { chosen, is_exact: true }, "{seed}");
        }
    }

    #[test]
    fn sixty_picks_at_up_to_four_times_need_few_steps() {
        for (ways, times, longest, steps) in
            [(1, 60, 5, 100), (1, 1, 1, 100), (2, 200, 5, 5_000), (3, 25, 1, 2_000), (4, 1, 1, 1_000)]
        {
            let graph = crowd(60, ways, times, longest, 7);
            let order: Vec<usize> = (0..graph.count()).collect();
            assert!(graph.best(&order, steps).is_exact, "{ways} {times} {longest}");
        }
    }

    #[test]
    fn without_steps_the_choice_is_a_good_one() {
        for seed in 1..20 {
            let graph = crowd(30, 2, 40, 4, seed);
            let order: Vec<usize> = (0..graph.count()).collect();
            let (quick, best) = (graph.best(&order, 1), graph.best(&order, 20_000));
            assert!(!quick.is_exact && best.is_exact);
            let best = worth(&graph, &best.chosen);
            assert!(worth(&graph, &quick.chosen) <= best);
            let good: Vec<usize> = graph.local_search(&BitSet::full(graph.count()), 500).iter().collect();
            assert!(worth(&graph, &good).0 + 1 >= best.0, "{:?} {best:?}", worth(&graph, &good));
            let is_free =
                |at: &usize| quick.chosen.iter().all(|other| !graph.exclusive[*at].contains(*other));
            assert_eq!(order.iter().find(|at| is_free(at)), None);
        }
    }
}
