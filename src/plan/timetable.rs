//! [`Timetable`]: data derived from a schedule for conflict checks.

use std::collections::HashMap;

use super::repeats::Repeats;
use super::time_span::TimeSpan;
use crate::model::{Conference, RoomId, SessionId};

/// Spans, parts, repeats and buildings of one [`Conference`].
#[derive(Debug, Clone)]
pub struct Timetable {
    spans: Vec<Option<TimeSpan>>,
    family: Family,
    buildings: Vec<Option<usize>>,
    repeats: Repeats,
}

impl Timetable {
    /// Derives the timetable.
    #[must_use]
    pub fn new(conference: &Conference) -> Self {
        let spans = conference.sessions.iter().map(|session| TimeSpan::of_session(conference, session));
        let family = Family::new(conference);
        let repeats = Repeats::new(conference, &family);
        Self { spans: spans.collect(), family, buildings: buildings(conference), repeats }
    }

    /// Iterates over the repeats of a session by time: by `same_as`, transitively, or by equal title and people at another
    /// time. Includes cancelled ones.
    pub fn repeats(&self, id: SessionId) -> impl Iterator<Item = SessionId> {
        self.repeats.of(id)
    }

    pub(super) fn span(&self, id: SessionId) -> Option<&TimeSpan> {
        self.spans[id.index()].as_ref()
    }

    /// True if one session is a part of the other, directly or indirectly.
    pub(super) fn are_whole_and_part(&self, one: SessionId, other: SessionId) -> bool {
        self.family.are_whole_and_part(one, other)
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

/// Sessions and their parts, numbered in depth-first order: parts are numbered within the range of their whole.
#[derive(Debug, Clone)]
pub(super) struct Family {
    numbers: Vec<(usize, usize)>,
}

impl Family {
    fn new(conference: &Conference) -> Self {
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
