//! [`Timetable`]: data derived from a schedule for conflict checks.

use std::collections::HashMap;

use super::repeats::Repeats;
use super::session_tree::SessionTree;
use super::time_span::TimeSpan;
use crate::model::{Conference, RoomId, SessionId};

/// Spans, parts, repeats and buildings of one [`Conference`].
#[derive(Debug, Clone)]
pub struct Timetable {
    spans: Vec<Option<TimeSpan>>,
    tree: SessionTree,
    buildings: Vec<Option<usize>>,
    repeats: Repeats,
}

impl Timetable {
    /// Derives the timetable.
    #[must_use]
    pub fn new(conference: &Conference) -> Self {
        let spans = conference.sessions.iter().map(|session| TimeSpan::of_session(conference, session));
        let tree = SessionTree::new(conference);
        let repeats = Repeats::new(conference, &tree);
        Self { spans: spans.collect(), tree, buildings: buildings(conference), repeats }
    }

    /// Iterates over the repeats of a session by time: by `same_as`, transitively, or by equal title and people at another
    /// time. Includes cancelled ones.
    pub fn repeats(&self, id: SessionId) -> impl Iterator<Item = SessionId> {
        self.repeats.of_session(id)
    }

    pub(super) fn span(&self, id: SessionId) -> Option<&TimeSpan> {
        self.spans[id.index()].as_ref()
    }

    /// True if one session is a part of the other, directly or indirectly.
    pub(super) fn are_whole_and_part(&self, one: SessionId, other: SessionId) -> bool {
        self.tree.are_whole_and_part(one, other)
    }

    /// Returns the building of a room as a number.
    pub(super) fn building(&self, room: RoomId) -> Option<usize> {
        self.buildings[room.index()]
    }
}

/// Numbers the buildings. Rooms are in one building if its name is the same in any language.
fn buildings(conference: &Conference) -> Vec<Option<usize>> {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut buildings = Vec::with_capacity(conference.rooms.len());
    for (at, room) in conference.rooms.iter().enumerate() {
        let building = room.building.as_ref().map(|names| {
            let found = names.iter().find_map(|(_, name)| known.get(name.as_str()).copied());
            let building = found.unwrap_or(at);
            for (_, name) in names.iter() {
                known.entry(name.as_str()).or_insert(building);
            }
            building
        });
        buildings.push(building);
    }
    buildings
}
