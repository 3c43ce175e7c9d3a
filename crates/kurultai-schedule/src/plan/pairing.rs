//! [`Pairs`]: one-to-one pairs of the items of two editions.

use std::collections::HashMap;
use std::hash::Hash;

/// The pairs to form among items with equal keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pairing {
    /// The first with the first, and so on.
    InOrder,
    /// The only ones still unpaired.
    OnlyLeft,
    /// The only ones in both editions.
    OnlyOnes,
}

/// One-to-one pairs of old and new items, formed in rounds, strongest attributes first.
pub(super) struct Pairs<'a, T> {
    old: &'a [T],
    new: &'a [T],
    /// The index of the new item for each old one.
    pub(super) to_new: Vec<Option<usize>>,
    /// For each new item, true if it has a pair.
    pub(super) is_taken: Vec<bool>,
}

impl<'a, T> Pairs<'a, T> {
    pub(super) fn new(old: &'a [T], new: &'a [T]) -> Self {
        Self { old, new, to_new: vec![None; old.len()], is_taken: vec![false; new.len()] }
    }

    /// Pairs unpaired items with equal keys, if they may be the same.
    pub(super) fn round<K: Eq + Hash>(
        &mut self,
        pairing: Pairing,
        may_be: &dyn Fn(&T, &T) -> bool,
        key: impl Fn(&'a T) -> Option<K>,
    ) {
        let mut by_key: HashMap<K, [Vec<usize>; 2]> = HashMap::new();
        let old = self.old.iter().zip(self.to_new.iter().map(Option::is_some)).enumerate();
        let new = self.new.iter().zip(self.is_taken.iter().copied()).enumerate();
        let all = old.map(|(at, item)| (0, at, item)).chain(new.map(|(at, item)| (1, at, item)));
        for (side, at, (item, has_pair)) in all {
            if (pairing == Pairing::OnlyOnes || !has_pair)
                && let Some(key) = key(item)
            {
                by_key.entry(key).or_default()[side].push(at);
            }
        }
        for [old, new] in by_key.into_values() {
            if pairing != Pairing::InOrder && (old.len() != 1 || new.len() != 1) {
                continue;
            }
            for (old, new) in old.into_iter().zip(new) {
                let is_free = self.to_new[old].is_none() && !self.is_taken[new];
                if is_free && may_be(&self.old[old], &self.new[new]) {
                    self.to_new[old] = Some(new);
                    self.is_taken[new] = true;
                }
            }
        }
    }
}
