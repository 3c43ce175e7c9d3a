//! [`Search`]: exact search for the best choice.

use std::collections::HashSet;

use super::graph::ConflictGraph;
use super::set::BitSet;

/// A branch-and-bound search with a limited number of steps.
pub(super) struct Search<'a> {
    graph: &'a ConflictGraph,
    steps: usize,
    /// Initial value of a must.
    must: i64,
    /// Subproblems known to be infeasible.
    failed: HashSet<(BitSet, Wanted)>,
}

/// The limit on steps was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OutOfSteps;

/// Minimum numbers of musts and maybes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Wanted {
    musts: usize,
    maybes: usize,
}

/// Lagrange multipliers: a price for each pick, paid for every chosen candidate of it and refunded once, and the value of a
/// must relative to [`MAYBE`].
#[derive(Debug, Clone)]
struct Multipliers {
    picks: Vec<i64>,
    must: i64,
}

const MAYBE: i64 = 1 << 16;
/// Maximum price, so that sums do not overflow.
const DEAREST: i64 = 1 << 32;
/// Number of price updates before a search branches.
const ROUNDS: usize = 40;

impl<'a> Search<'a> {
    pub(super) fn new(graph: &'a ConflictGraph, steps: usize) -> Self {
        Self { graph, steps, must: MAYBE, failed: HashSet::new() }
    }

    /// Returns the first choice by `order` with the most musts, then maybes. If steps run out while improving the order, any
    /// such choice; if they run out before one is found, an error.
    pub(super) fn best(&mut self, set: &BitSet, order: &[usize]) -> Result<Vec<usize>, OutOfSteps> {
        let (mut most, mut found) = self.most(set)?;
        let mut set = set.clone();
        let mut chosen = Vec::new();
        for at in order.iter().copied() {
            let Some(rest) = most.without(self.graph.musts.contains(at)).filter(|_| set.contains(at)) else {
                continue;
            };
            let mut others = set.clone();
            others.subtract(&self.graph.exclusive[at]);
            if found.contains(at) {
                found.remove(at);
            } else {
                match self.find(&others, rest, self.free()) {
                    Ok(Some(other)) => found = other,
                    Ok(None) => {
                        set.remove(at);
                        continue;
                    }
                    Err(OutOfSteps) => break,
                }
            }
            chosen.push(at);
            (set, most) = (others, rest);
        }
        chosen.extend(found.iter());
        Ok(chosen)
    }

    /// Returns the maximum numbers of musts and maybes with a choice that reaches them.
    fn most(&mut self, set: &BitSet) -> Result<(Wanted, BitSet), OutOfSteps> {
        let mut musts = set.clone();
        musts.intersect(&self.graph.musts);
        self.must = MAYBE;
        let mut most = Wanted { musts: self.bound(&musts), maybes: 0 };
        while self.find(set, most, self.free())?.is_none() {
            most.musts -= 1;
        }
        // Start with the value of a must that gives the lowest bound.
        let spare = |must: i64| {
            let prices = Multipliers { must, ..self.free() };
            let no_ways = vec![0; prices.picks.len()];
            (prices.spare(self.graph, set, &no_ways, most).0, must)
        };
        let bounds = (0..=10).map(|power| spare(MAYBE << power));
        let (over, worth) = bounds.min().unwrap_or((0, MAYBE));
        let mut maybes = set.clone();
        maybes.subtract(&self.graph.musts);
        let bound = self.bound(&maybes);
        most.maybes = usize::try_from(over / MAYBE).map_or(bound, |over| bound.min(over));
        self.must = worth;
        loop {
            if let Some(found) = self.find(set, most, self.free())? {
                return Ok((most, found));
            }
            most.maybes -= 1;
        }
    }

    /// Returns an upper bound on the size of a choice.
    fn bound(&self, set: &BitSet) -> usize {
        let picks: HashSet<usize> = set.iter().map(|at| self.graph.picks[at]).collect();
        let (count, _) = self.graph.max_weight_bound(set, vec![1; self.graph.count()]);
        usize::try_from(count).map_or(picks.len(), |count| count.min(picks.len()))
    }

    /// Returns initial multipliers, with all prices zero.
    fn free(&self) -> Multipliers {
        Multipliers {
            picks: vec![0; self.graph.picks.iter().max().map_or(0, |last| last + 1)],
            must: self.must,
        }
    }

    /// Finds a choice with the wanted numbers.
    ///
    /// Without the limit of one candidate per pick, but with prices, the maximum is easy to compute and is a bound. Prices
    /// are raised for picks chosen twice and lowered for picks not chosen (subgradient method, Held and Karp 1970), until the
    /// bound excludes a choice or one is found. Otherwise the search branches on one candidate.
    fn find(
        &mut self,
        set: &BitSet,
        wanted: Wanted,
        mut prices: Multipliers,
    ) -> Result<Option<BitSet>, OutOfSteps> {
        let graph = self.graph;
        if wanted == (Wanted { musts: 0, maybes: 0 }) {
            return Ok(Some(BitSet::empty(graph.count())));
        }
        let mut set = set.clone();
        if wanted.maybes == 0 {
            set.intersect(&graph.musts);
        }
        let key = (set, wanted);
        if self.failed.contains(&key) {
            return Ok(None);
        }
        let set = &key.0;
        let mut ways = vec![0_i64; prices.picks.len()];
        set.iter().for_each(|at| ways[graph.picks[at]] += 1);
        let mut chosen = Vec::new();
        for _ in 0..ROUNDS {
            self.steps = self.steps.checked_sub(1).ok_or(OutOfSteps)?;
            let spare;
            (spare, chosen) = prices.spare(graph, set, &ways, wanted);
            if spare < 0 {
                self.failed.insert(key);
                return Ok(None);
            }
            let filled = graph.filled(set, &chosen);
            if wanted.is_in(graph, &filled) {
                return Ok(Some(filled));
            }
            if !prices.change(graph, &ways, wanted, &chosen, spare) {
                break;
            }
        }
        let Some(at) = self.doubtful(set, &ways, &chosen) else { return Ok(None) };
        let mut others = set.clone();
        others.subtract(&graph.exclusive[at]);
        let rest = wanted.without(graph.musts.contains(at)).unwrap_or(wanted);
        if let Some(mut found) = self.find(&others, rest, prices.clone())? {
            found.insert(at);
            return Ok(Some(found));
        }
        let mut others = set.clone();
        others.remove(at);
        let found = self.find(&others, wanted, prices)?;
        if found.is_none() {
            self.failed.insert(key);
        }
        Ok(found)
    }

    /// Returns a candidate to branch on: of the pick chosen most often, or else the one with the most conflicts.
    fn doubtful(&self, set: &BitSet, ways: &[i64], chosen: &[usize]) -> Option<usize> {
        let graph = self.graph;
        let times =
            |at: &usize| chosen.iter().filter(|other| graph.picks[**other] == graph.picks[*at]).count();
        let twice = chosen.iter().copied().filter(|at| ways[graph.picks[*at]] > 1 && times(at) > 1);
        twice.max_by_key(times).or_else(|| set.iter().max_by_key(|at| graph.exclusive[*at].shared(set)))
    }
}

impl Wanted {
    /// Returns the rest of the wanted numbers without one candidate; `None` if none of its kind is wanted.
    fn without(self, is_must: bool) -> Option<Self> {
        Some(if is_must {
            Self { musts: self.musts.checked_sub(1)?, ..self }
        } else {
            Self { maybes: self.maybes.checked_sub(1)?, ..self }
        })
    }

    fn is_in(self, graph: &ConflictGraph, chosen: &BitSet) -> bool {
        let musts = chosen.shared(&graph.musts) as usize;
        musts >= self.musts && chosen.shared(chosen) as usize - musts >= self.maybes
    }
}

impl Multipliers {
    /// Returns the slack of the relaxed problem, and its solution. A negative slack proves infeasibility.
    fn spare(&self, graph: &ConflictGraph, set: &BitSet, ways: &[i64], wanted: Wanted) -> (i64, Vec<usize>) {
        let price = |pick: usize| if ways[pick] > 1 { self.picks[pick] } else { 0 };
        let mut weights = vec![0; graph.count()];
        for at in set.iter() {
            let worth = if graph.musts.contains(at) { self.must } else { MAYBE };
            weights[at] = worth - price(graph.picks[at]);
        }
        let (sum, chosen) = graph.max_weight_bound(set, weights);
        let back: i64 = (0..ways.len()).map(price).sum();
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX >> 40);
        (sum + back - self.must * count(wanted.musts) - MAYBE * count(wanted.maybes), chosen)
    }

    /// Updates the prices to reduce the slack; false if there is no direction to go.
    fn change(
        &mut self,
        graph: &ConflictGraph,
        ways: &[i64],
        wanted: Wanted,
        chosen: &[usize],
        spare: i64,
    ) -> bool {
        let mut change: Vec<i64> = ways.iter().map(|ways| -i64::from(*ways > 1)).collect();
        let mut musts = 0_i64;
        for at in chosen {
            change[graph.picks[*at]] += i64::from(ways[graph.picks[*at]] > 1);
            musts += i64::from(graph.musts.contains(*at));
        }
        for (change, price) in change.iter_mut().zip(&self.picks) {
            if *price == 0 {
                *change = (*change).max(0);
            }
        }
        // The value of a must only matters relative to maybes.
        let missing = if wanted.maybes == 0 { 0 } else { i64::try_from(wanted.musts).unwrap_or(0) - musts };
        let length: i64 = change.iter().map(|change| change * change).sum::<i64>() + missing * missing;
        if length == 0 {
            return false;
        }
        let step = (spare + MAYBE / 4) / length + 1;
        for (price, change) in self.picks.iter_mut().zip(&change) {
            *price = (*price + step * change).clamp(0, DEAREST);
        }
        self.must = (self.must + step * missing).clamp(0, DEAREST);
        true
    }
}
