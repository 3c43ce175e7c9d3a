//! [`Back`]: a conference that was read back, its things in the places of those that were written.

use std::collections::{HashMap, HashSet};

use crate::model::{Conference, PersonId, RoomId, Rooms, SessionId, Texts, TrackId};
use crate::text::Clean;

/// A conference that was read back, to be compared with the one that was written.
pub(in crate::format) struct Back {
    pub(super) conference: Conference,
    /// What is not there of the one that was written: its table and its place.
    missing: HashSet<(&'static str, usize)>,
    /// Whether things are named by ids in the file, so that an id says something.
    pub(super) names_by_id: bool,
}

impl Back {
    /// Of a format that keeps everything in its place.
    pub(in crate::format) fn in_place(conference: Conference) -> Self {
        Self { conference, missing: HashSet::new(), names_by_id: true }
    }

    /// Of a format that nothing reads: what it holds, in place, and what it has not at all.
    pub(in crate::format) fn holding(
        conference: Conference,
        missing: HashSet<(&'static str, usize)>,
    ) -> Self {
        Self { conference, missing, names_by_id: false }
    }

    /// Of a format that has rooms, tracks and people only where sessions name them. `sessions` are the places that the
    /// sessions of the file had in the conference that was written.
    ///
    /// Identifiers that the file had to have, and that the conference had not, are taken away: they are no facts.
    ///
    /// `guids` are those that the people of the file have, where it has any.
    pub(in crate::format) fn matched(
        written: &Conference,
        read: Conference,
        sessions: &[usize],
        guids: &[String],
    ) -> Self {
        let mut missing = HashSet::new();
        let mut back = read;
        let rooms = {
            let labels = |one: &Conference| -> Vec<Vec<Clean>> {
                one.rooms.iter().map(|room| labels(None, room.id.as_ref(), room.name.as_ref())).collect()
            };
            order(&labels(written), &labels(&back))
        };
        let tracks = {
            let labels = |one: &Conference| -> Vec<Vec<Clean>> {
                one.tracks.iter().map(|track| labels(None, track.id.as_ref(), track.name.as_ref())).collect()
            };
            order(&labels(written), &labels(&back))
        };
        let people = {
            let labels = |one: &Conference, guids: &[String]| -> Vec<Vec<Clean>> {
                let labels = one.people.iter().enumerate().map(|(at, one)| {
                    let made = guids.get(at).map(|guid| Clean::line(guid));
                    let guid = made.as_ref().or(one.guid.as_ref()).or(one.id.as_ref());
                    labels(guid, one.id.as_ref(), one.name.as_ref())
                });
                labels.collect()
            };
            order(&labels(written, guids), &labels(&back, &[]))
        };
        put(&mut back.rooms, &rooms, ("rooms", written.rooms.len()), &mut missing);
        put(&mut back.tracks, &tracks, ("tracks", written.tracks.len()), &mut missing);
        put(&mut back.people, &people, ("people", written.people.len()), &mut missing);
        let places: Vec<usize> = (0..back.sessions.len())
            .map(|index| sessions.get(index).copied().unwrap_or(written.sessions.len() + index))
            .collect();
        put(&mut back.sessions, &places, ("agenda", written.sessions.len()), &mut missing);
        rename(&mut back, &Order { rooms, tracks, people, sessions: places });
        forget_made(written, &mut back);
        Self { conference: back, missing, names_by_id: false }
    }

    pub(super) fn has(&self, table: &'static str, index: usize) -> bool {
        !self.missing.contains(&(table, index))
    }
}

/// The new places of things, by their old ones.
struct Order {
    rooms: Vec<usize>,
    tracks: Vec<usize>,
    people: Vec<usize>,
    sessions: Vec<usize>,
}

/// What a thing may be told by, the surest first.
fn labels(guid: Option<&Clean>, id: Option<&Clean>, name: Option<&Texts>) -> Vec<Clean> {
    let names = name.into_iter().flat_map(Texts::iter).map(|(_, name)| name);
    guid.into_iter().chain(names).chain(id).cloned().collect()
}

/// Which of the written things each thing that was read is; one that is none of them has a place behind them.
fn order(written: &[Vec<Clean>], read: &[Vec<Clean>]) -> Vec<usize> {
    let mut known: HashMap<&Clean, Vec<usize>> = HashMap::new();
    for (index, labels) in written.iter().enumerate().rev() {
        for label in labels {
            known.entry(label).or_default().push(index);
        }
    }
    let mut taken = HashSet::new();
    let mut others = written.len();
    let mut place = |labels: &Vec<Clean>| {
        for label in labels {
            let Some(free) = known.get_mut(label) else { continue };
            while let Some(index) = free.pop() {
                if taken.insert(index) {
                    return index;
                }
            }
        }
        others += 1;
        others - 1
    };
    read.iter().map(&mut place).collect()
}

/// Puts things in their places; of the first `count`, what nothing is put in is missing.
fn put<T: Clone + Default>(
    things: &mut Vec<T>,
    places: &[usize],
    (table, count): (&'static str, usize),
    missing: &mut HashSet<(&'static str, usize)>,
) {
    let length = places.iter().map(|place| place + 1).max().unwrap_or(0).max(count);
    let mut result = vec![T::default(); length];
    let mut is_there = vec![false; length];
    for (thing, place) in std::mem::take(things).into_iter().zip(places) {
        result[*place] = thing;
        is_there[*place] = true;
    }
    missing.extend((0..count).filter(|index| !is_there[*index]).map(|index| (table, index)));
    *things = result;
}

/// Lets ids mean the new places.
fn rename(back: &mut Conference, order: &Order) {
    let person = |id: &mut PersonId| *id = PersonId::new(order.people[id.index()]);
    for session in &mut back.sessions {
        if let Rooms::In(rooms) = &mut session.rooms {
            for room in rooms {
                *room = RoomId::new(order.rooms[room.index()]);
            }
        }
        session.track = session.track.map(|track| TrackId::new(order.tracks[track.index()]));
        session.people.iter_mut().for_each(|one| person(&mut one.person));
        for other in [&mut session.part_of, &mut session.same_as] {
            *other = other.map(|id| SessionId::new(order.sessions[id.index()]));
        }
    }
    for organizer in &mut back.organizers {
        organizer.people.iter_mut().chain(&mut organizer.person).for_each(person);
    }
    back.delegations.iter_mut().flat_map(|delegation| &mut delegation.people).for_each(person);
}

fn forget_made(written: &Conference, back: &mut Conference) {
    fn forget(written: Option<&Clean>, read: &mut Option<Clean>) {
        if written.is_none() {
            *read = None;
        }
    }
    forget(written.id.as_ref(), &mut back.id);
    forget(written.acronym.as_ref(), &mut back.acronym);
    for (one, two) in written.sessions.iter().zip(&mut back.sessions) {
        forget(one.id.as_ref(), &mut two.id);
        forget(one.guid.as_ref(), &mut two.guid);
        // Where there is no type, the kind stands in its place.
        let kind = one.kind.as_ref().filter(|_| one.published_type.is_none());
        let is_made =
            kind.is_some_and(|kind| two.published_type.as_ref().is_some_and(|it| it.is(kind.word())));
        if is_made {
            two.published_type = None;
        }
    }
    for (one, two) in written.people.iter().zip(&mut back.people) {
        forget(one.id.as_ref(), &mut two.id);
        forget(one.guid.as_ref(), &mut two.guid);
    }
    for (one, two) in written.rooms.iter().zip(&mut back.rooms) {
        forget(one.id.as_ref(), &mut two.id);
    }
    for (one, two) in written.tracks.iter().zip(&mut back.tracks) {
        forget(one.id.as_ref(), &mut two.id);
    }
}
