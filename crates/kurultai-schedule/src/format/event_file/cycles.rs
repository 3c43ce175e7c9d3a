//! [`cycles`]: sessions that are directly or indirectly part of themselves.

use crate::model::{Session, SessionId};

/// Returns the sessions whose reference closes a cycle, each with the key of that reference.
pub(super) fn cycles(sessions: &[Session]) -> Vec<(&'static str, usize)> {
    let part_of = cycle_edges(sessions.len(), |index| sessions[index].part_of);
    let same_as = cycle_edges(sessions.len(), |index| sessions[index].same_as);
    let with_key =
        |key: &'static str, indices: Vec<usize>| indices.into_iter().map(move |index| (key, index));
    with_key("part_of", part_of).chain(with_key("same_as", same_as)).collect()
}

/// Returns the indices whose `next` closes a cycle. Visits each index once.
fn cycle_edges(len: usize, next: impl Fn(usize) -> Option<SessionId>) -> Vec<usize> {
    let mut walk_of = vec![usize::MAX; len];
    let mut edges = Vec::new();
    for start in 0..len {
        let mut index = start;
        while walk_of[index] == usize::MAX {
            walk_of[index] = start;
            let Some(id) = next(index) else { break };
            if walk_of[id.index()] == start {
                edges.push(index);
            }
            index = id.index();
        }
    }
    edges
}
