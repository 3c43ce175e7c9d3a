//! [`Graph`]: the heaviest choice of things of which no two are in each other's way.

use std::collections::HashMap;

use super::set::Set;

/// Things with weights, and which of them are in each other's way. Things are numbered in order of time.
#[derive(Debug, Clone)]
pub(super) struct Graph {
    weights: Vec<u64>,
    /// What is in the way of each thing, itself included.
    near: Vec<Set>,
    /// Of each thing those that can stand for it, itself included; they are in each other's way.
    mates: Vec<Set>,
}

/// A choice of things, and whether it is known that none weighs more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) chosen: Vec<usize>,
    pub(super) is_exact: bool,
}

/// A choice that can be made, and a weight that none exceeds.
struct Bounds {
    upper: u64,
    lower: u64,
    chosen: Set,
}

/// A search through choices that ends after so many steps.
struct Search<'a> {
    graph: &'a Graph,
    known: HashMap<Set, u64>,
    steps: usize,
}

impl Graph {
    /// Things with these weights; `group` tells which can stand for each other, `are_apart` whether two others go together.
    pub(super) fn new(weights: Vec<u64>, group: &[usize], are_apart: impl Fn(usize, usize) -> bool) -> Self {
        let count = weights.len();
        let alone = |number| {
            let mut set = Set::empty(count);
            set.insert(number);
            set
        };
        let mut near: Vec<Set> = (0..count).map(alone).collect();
        let mut mates = near.clone();
        for one in 0..count {
            for other in 0..one {
                let are_mates = group[one] == group[other];
                if are_mates {
                    mates[one].insert(other);
                    mates[other].insert(one);
                }
                if are_mates || !are_apart(one, other) {
                    near[one].insert(other);
                    near[other].insert(one);
                }
            }
        }
        Self { weights, near, mates }
    }

    /// The heaviest choice. Of several, the one that has the first of `order` that any of them has, then the next, and so on.
    /// The search ends after `steps`; then it is a good choice, to which nothing can be added and in which changing one thing
    /// for others gains nothing.
    pub(super) fn best(&self, order: &[usize], steps: usize) -> Choice {
        let mut search = Search { graph: self, known: HashMap::new(), steps };
        if let Some(chosen) = search.best(order) {
            return Choice { chosen, is_exact: true };
        }
        let found = self.bounds(&Set::full(self.weights.len())).chosen;
        Choice { chosen: self.improved(found, steps).iter().collect(), is_exact: false }
    }

    /// In a graph of intervals the one that starts last meets only such as meet each other. So its weight is taken from all of
    /// them, again and again, and the sum of what was taken is the greatest weight (Frank 1975). Here it is so as long as
    /// nothing can stand for anything else; where it can, the sum is still a bound, for of what it was taken from at once only
    /// one thing can be chosen.
    fn bounds(&self, set: &Set) -> Bounds {
        let mut left = self.weights.clone();
        let mut open = set.clone();
        let mut taken = Vec::new();
        let mut upper = 0;
        while let Some(last) = open.last() {
            let weight = left[last];
            let mut around = open.clone();
            around.meet(&self.near[last]);
            let mut mates = around.clone();
            mates.meet(&self.mates[last]);
            let cliques = [self.clique(around.clone(), None), self.clique(around, Some(mates))];
            let gain = |clique: &[usize]| clique.iter().map(|at| left[*at].min(weight)).sum::<u64>();
            let [by_time, by_mates] = cliques;
            let clique = if gain(&by_mates) > gain(&by_time) { by_mates } else { by_time };
            for at in clique {
                left[at] = left[at].saturating_sub(weight);
                if left[at] == 0 {
                    open.remove(at);
                }
            }
            upper += weight;
            taken.push(last);
        }
        let mut chosen = Set::empty(self.weights.len());
        let mut free = set.clone();
        let mut lower = 0;
        while let Some(at) = taken.pop().or_else(|| free.last()) {
            if free.has(at) {
                chosen.insert(at);
                free.subtract(&self.near[at]);
                lower += self.weights[at];
            }
        }
        Bounds { upper, lower, chosen }
    }

    /// Things that are all in each other's way: of `around`, first of `mates`.
    fn clique(&self, mut around: Set, mates: Option<Set>) -> Vec<usize> {
        let mut clique = Vec::new();
        let mut first = mates;
        loop {
            let next = first.as_ref().and_then(Set::last).or_else(|| around.last());
            let Some(next) = next else { return clique };
            clique.push(next);
            around.meet(&self.near[next]);
            around.remove(next);
            if let Some(mates) = &mut first {
                mates.meet(&around);
            }
        }
    }

    /// Changes one thing for others as long as that gains something, in so many trials.
    fn improved(&self, mut chosen: Set, trials: usize) -> Set {
        let weight = |set: &Set| set.iter().map(|at| self.weights[at]).sum::<u64>();
        let count = self.weights.len();
        let mut in_vain = 0;
        for at in (0..count).cycle().take(trials) {
            let mut changed = chosen.clone();
            if chosen.has(at) {
                // Something else in its place.
                changed.remove(at);
                let mut free = self.free(&changed);
                free.remove(at);
                changed.join(&self.bounds(&free).chosen);
            } else {
                // It in the place of others.
                changed.subtract(&self.near[at]);
                changed.insert(at);
            }
            changed.join(&self.bounds(&self.free(&changed)).chosen);
            in_vain += 1;
            if weight(&changed) > weight(&chosen) {
                (chosen, in_vain) = (changed, 0);
            }
            if in_vain > count {
                break;
            }
        }
        chosen
    }

    /// What is in the way of nothing that is chosen.
    fn free(&self, chosen: &Set) -> Set {
        let mut free = Set::full(self.weights.len());
        chosen.iter().for_each(|at| free.subtract(&self.near[at]));
        free
    }
}

impl Search<'_> {
    /// `None` when the steps did not suffice.
    fn best(&mut self, order: &[usize]) -> Option<Vec<usize>> {
        let graph = self.graph;
        let mut set = Set::full(graph.weights.len());
        let mut chosen = Vec::new();
        for at in order.iter().copied() {
            if !set.has(at) {
                continue;
            }
            let greatest = self.weight(&set)?;
            let mut others = set.clone();
            others.subtract(&graph.near[at]);
            if graph.weights[at] + self.weight(&others)? == greatest {
                chosen.push(at);
                set = others;
            } else {
                set.remove(at);
            }
        }
        Some(chosen)
    }

    /// The weight of the heaviest choice of these things.
    fn weight(&mut self, set: &Set) -> Option<u64> {
        if let Some(weight) = self.known.get(set) {
            return Some(*weight);
        }
        self.steps = self.steps.checked_sub(1)?;
        let graph = self.graph;
        let Bounds { upper, lower, .. } = graph.bounds(set);
        let weight = if upper == lower { upper } else { self.divided(set, upper, lower)? };
        self.known.insert(set.clone(), weight);
        Some(weight)
    }

    fn divided(&mut self, set: &Set, upper: u64, lower: u64) -> Option<u64> {
        let graph = self.graph;
        let part = self.part(set);
        if part != *set {
            let mut others = set.clone();
            others.subtract(&part);
            return Some(self.weight(&part)? + self.weight(&others)?);
        }
        let Some(at) = set.iter().max_by_key(|at| graph.near[*at].shared(set)) else { return Some(0) };
        let mut others = set.clone();
        others.subtract(&graph.near[at]);
        let greatest = lower.max(graph.weights[at] + self.weight(&others)?);
        let mut others = set.clone();
        others.remove(at);
        if greatest == upper || graph.bounds(&others).upper <= greatest {
            return Some(greatest);
        }
        Some(greatest.max(self.weight(&others)?))
    }

    /// Those that hang together with the last of them.
    fn part(&self, set: &Set) -> Set {
        let mut part = Set::empty(self.graph.weights.len());
        let mut open: Vec<usize> = set.last().into_iter().collect();
        while let Some(at) = open.pop() {
            if part.has(at) {
                continue;
            }
            part.insert(at);
            let mut around = set.clone();
            around.meet(&self.graph.near[at]);
            around.subtract(&part);
            open.extend(around.iter());
        }
        part
    }
}
