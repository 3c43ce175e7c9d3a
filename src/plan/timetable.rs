//! [`Timetable`]: what plans ask of a program again and again, made once.

use std::collections::HashMap;

use super::repeats::Repeats;
use super::time_span::TimeSpan;
use crate::model::{Conference, RoomId, SessionId};

/// When the sessions of a program are, which is a part of which, which repeat each other, and which rooms share a building.
/// Derived from one [`Conference`], and only good for that one.
#[derive(Debug, Clone)]
pub struct Timetable {
    spans: Vec<Option<TimeSpan>>,
    family: Family,
    buildings: Vec<Option<usize>>,
    repeats: Repeats,
}

impl Timetable {
    /// Looks everything up once.
    #[must_use]
    pub fn new(conference: &Conference) -> Self {
        let spans = conference.sessions.iter().map(|session| TimeSpan::of_session(conference, session));
        let family = Family::new(conference);
        let repeats = Repeats::new(conference, &family);
        Self { spans: spans.collect(), family, buildings: buildings(conference), repeats }
    }

    /// The other times of a session, in order of time: what it repeats and what repeats it, over however many others, and
    /// what has its title, in any language, and the same people, at another time. Those that are cancelled are among them.
    pub fn repeats(&self, id: SessionId) -> impl Iterator<Item = SessionId> {
        self.repeats.of(id)
    }

    pub(super) fn span(&self, id: SessionId) -> Option<&TimeSpan> {
        self.spans[id.index()].as_ref()
    }

    /// Whether one of the two is a part of the other, or a part of its parts.
    pub(super) fn are_whole_and_part(&self, one: SessionId, other: SessionId) -> bool {
        self.family.are_whole_and_part(one, other)
    }

    /// The building of a room, by a number of its own.
    pub(super) fn building(&self, room: RoomId) -> Option<usize> {
        self.buildings[room.index()]
    }
}

/// Rooms are in one building where one of its names, in any language, is the same.
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

/// Sessions and their parts, as a walk through all of them numbers them: what is a part, over however many others, has a
/// number between those of its whole.
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
        // What is a part of itself is never met, and stays without a number.
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
