//! [`SessionTree`]: sessions and their parts.

use crate::model::{Conference, SessionId};

/// Sessions and their parts, numbered in depth-first order: parts are numbered within the range of their whole.
#[derive(Debug, Clone)]
pub(super) struct SessionTree {
    numbers: Vec<(usize, usize)>,
}

impl SessionTree {
    pub(super) fn new(conference: &Conference) -> Self {
        let count = conference.sessions.len();
        let mut parts = vec![Vec::new(); count];
        let mut open = Vec::new();
        for (at, session) in conference.sessions.iter().enumerate() {
            match session.part_of {
                Some(whole) => parts[whole.index()].push(at),
                None => open.push((at, false)),
            }
        }
        // Cycles are never reached, and stay without a number.
        let mut numbers = vec![(0, 0); count];
        let mut last = 0;
        while let Some((at, is_done)) = open.pop() {
            if is_done {
                numbers[at].1 = last;
                continue;
            }
            last += 1;
            numbers[at].0 = last;
            open.push((at, true));
            open.extend(parts[at].iter().map(|part| (*part, false)));
        }
        Self { numbers }
    }

    pub(super) fn are_whole_and_part(&self, one: SessionId, other: SessionId) -> bool {
        let is_in = |part: SessionId, whole: SessionId| {
            let (first, last) = self.numbers[whole.index()];
            let (number, _) = self.numbers[part.index()];
            first < number && number <= last
        };
        is_in(one, other) || is_in(other, one)
    }
}
