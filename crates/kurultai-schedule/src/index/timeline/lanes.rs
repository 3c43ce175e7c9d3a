//! [`Lanes`]: overlapping ranges side by side.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::ops::Range;

/// Lanes for overlapping ranges. Each group of overlapping ranges shares the full width.
#[derive(Debug)]
pub(super) struct Lanes {
    /// For each range, its lane and the number of lanes in its group.
    lanes: Vec<(usize, usize)>,
    count: usize,
}

impl Lanes {
    /// Assigns each range, sorted by start, to the first free lane.
    pub(super) fn new(ranges: impl Iterator<Item = Range<usize>>) -> Self {
        let mut lanes: Vec<(usize, usize)> = Vec::new();
        let mut busy = BinaryHeap::new();
        let mut free = BTreeSet::new();
        // The first range of the current group, and its number of lanes.
        let (mut first, mut used) = (0, 0);
        for range in ranges {
            while let Some(Reverse((end, lane))) = busy.peek().copied()
                && end <= range.start
            {
                busy.pop();
                free.insert(lane);
            }
            if busy.is_empty() {
                share(&mut lanes[first..], used);
                (first, used) = (lanes.len(), 0);
                free.clear();
            }
            let lane = free.pop_first().unwrap_or(used);
            used = used.max(lane + 1);
            busy.push(Reverse((range.end, lane)));
            lanes.push((lane, 1));
        }
        share(&mut lanes[first..], used);
        let count = lanes.iter().map(|(_, of)| *of).max().unwrap_or(1);
        Self { lanes, count }
    }

    /// Returns the number of lanes; at least one.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Returns the lanes that each range spans, in the order of the input.
    pub(super) fn places(&self) -> impl Iterator<Item = Range<usize>> {
        let count = self.count;
        self.lanes.iter().map(move |(lane, of)| lane * count / of..(lane + 1) * count / of)
    }
}

fn share(lanes: &mut [(usize, usize)], used: usize) {
    for (_, of) in lanes {
        *of = used;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_ranges_share_the_width_and_others_take_all_of_it() {
        let lanes = Lanes::new([0..4, 0..2, 2..3, 4..6, 8..9, 8..9, 8..9].into_iter());
        assert_eq!(lanes.count(), 3);
        let places: Vec<Range<usize>> = lanes.places().collect();
        assert_eq!(places, [0..1, 1..3, 1..3, 0..3, 0..1, 1..2, 2..3]);
        assert_eq!(Lanes::new(std::iter::empty()).count(), 1);
    }
}
