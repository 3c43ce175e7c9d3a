//! [`ReadBack`]: a conference that was read back, its things in the places of those that were written.

use std::collections::{HashMap, HashSet};

use crate::model::{
    Conference, LanguagePreference, LocalizedText, PersonId, RoomId, Rooms, Session, SessionId, TrackId,
};
use crate::text::SafeText;

/// A conference that was read back, to be compared with the one that was written.
pub(in crate::format) struct ReadBack {
    pub(super) conference: Conference,
    /// What is not there of the one that was written: its table and its place.
    missing: HashSet<(&'static str, usize)>,
    /// Whether things are named by ids in the file, so that an id says something.
    pub(super) names_by_id: bool,
}

impl ReadBack {
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
    /// `guids` are those that the people of the file have, where it has any; `reading` is the language of the file.
    pub(in crate::format) fn matched(
        written: &Conference,
        read: Conference,
        sessions: &[usize],
        guids: &[String],
        reading: &LanguagePreference,
    ) -> Self {
        let mut missing = HashSet::new();
        let mut back = read;
        let places: Vec<usize> = (0..back.sessions.len())
            .map(|index| sessions.get(index).copied().unwrap_or(written.sessions.len() + index))
            .collect();
        let rooms = {
            let labels = |one: &Conference, reading: &LanguagePreference| -> Vec<Labels> {
                let labels =
                    one.rooms.iter().map(|it| Labels::new(None, it.id.as_ref(), it.name.as_ref(), reading));
                labels.collect()
            };
            let (one, two) = (labels(written, reading), labels(&back, &back.reading(None)));
            order(&one, &two, &same_rooms(written, &back, &places))
        };
        let tracks = {
            let labels = |one: &Conference, reading: &LanguagePreference| -> Vec<Labels> {
                let labels =
                    one.tracks.iter().map(|it| Labels::new(None, it.id.as_ref(), it.name.as_ref(), reading));
                labels.collect()
            };
            order(&labels(written, reading), &labels(&back, &back.reading(None)), &[])
        };
        let people = {
            let labels = |one: &Conference, guids: &[String], reading: &LanguagePreference| -> Vec<Labels> {
                let labels = one.people.iter().enumerate().map(|(at, one)| {
                    let made = guids.get(at).map(|guid| SafeText::line(guid));
                    let guid = made.or(one.guid.clone()).or(one.id.clone());
                    Labels::new(guid, one.id.as_ref(), one.name.as_ref(), reading)
                });
                labels.collect()
            };
            let (one, two) = (labels(written, guids, reading), labels(&back, &[], &back.reading(None)));
            order(&one, &two, &same_people(written, &back, &places))
        };
        put(&mut back.rooms, &rooms, ("rooms", written.rooms.len()), &mut missing);
        put(&mut back.tracks, &tracks, ("tracks", written.tracks.len()), &mut missing);
        put(&mut back.people, &people, ("people", written.people.len()), &mut missing);
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

/// What a thing may be told by, the surest first: a guid, what it is called in the language of the file, and all its names.
struct Labels([Vec<SafeText>; 3]);

impl Labels {
    fn new(
        guid: Option<SafeText>,
        id: Option<&SafeText>,
        name: Option<&LocalizedText>,
        reading: &LanguagePreference,
    ) -> Self {
        // Some readers leave out blanks around a name.
        let trimmed = |name: &SafeText| SafeText::line(name.trim());
        let shown = name.map(|name| name.get(reading)).or(id).map(trimmed);
        let names = name.into_iter().flat_map(LocalizedText::iter).map(|(_, name)| name);
        Self([Vec::from_iter(guid), Vec::from_iter(shown), names.chain(id).map(trimmed).collect()])
    }
}

/// Pairs of sessions that are one, read and written.
fn sessions_of<'s>(
    written: &'s Conference,
    read: &'s Conference,
    places: &'s [usize],
) -> impl Iterator<Item = (&'s Session, &'s Session)> {
    let pairs = read.sessions.iter().zip(places);
    pairs.filter_map(|(session, place)| Some((session, written.sessions.get(*place)?)))
}

/// Pairs of places of rooms that are one, read and written: sessions that are one name them at the same place. Where several rooms
/// have one name, nothing else tells them.
fn same_rooms(written: &Conference, read: &Conference, places: &[usize]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (two, one) in sessions_of(written, read, places) {
        let (Rooms::In(two), Rooms::In(one)) = (&two.rooms, &one.rooms) else { continue };
        // Of several rooms, some formats have the first.
        if !two.is_empty() && two.len() <= one.len() {
            pairs.extend(two.iter().zip(one).map(|(two, one)| (two.index(), one.index())));
        }
    }
    pairs
}

/// Pairs of places of people who are one, read and written: sessions that are one have them at the same place.
fn same_people(written: &Conference, read: &Conference, places: &[usize]) -> Vec<(usize, usize)> {
    let sessions =
        sessions_of(written, read, places).filter(|(two, one)| two.people.len() == one.people.len());
    let people = sessions.flat_map(|(two, one)| two.people.iter().zip(&one.people));
    people.map(|(two, one)| (two.person.index(), one.person.index())).collect()
}

/// The place among the written things of each thing that was read; one that is none of them has a place behind them. `known` are
/// pairs of places of things that are one, read and written.
fn order(written: &[Labels], read: &[Labels], known: &[(usize, usize)]) -> Vec<usize> {
    let mut places: Vec<Option<usize>> = vec![None; read.len()];
    let mut taken = HashSet::new();
    for (two, one) in known {
        if places[*two].is_none() && taken.insert(*one) {
            places[*two] = Some(*one);
        }
    }
    // What is told by the surest label is no more to be had by another one.
    for kind in 0..3 {
        let mut by_label: HashMap<&SafeText, Vec<usize>> = HashMap::new();
        for (index, labels) in written.iter().enumerate().rev().filter(|(index, _)| !taken.contains(index)) {
            labels.0[kind].iter().for_each(|label| by_label.entry(label).or_default().push(index));
        }
        for (place, labels) in places.iter_mut().zip(read).filter(|(place, _)| place.is_none()) {
            *place = labels.0[kind].iter().find_map(|label| {
                let free = by_label.get_mut(label)?;
                std::iter::from_fn(|| free.pop()).find(|index| taken.insert(*index))
            });
        }
    }
    let mut others = written.len();
    let behind = |place: Option<usize>| {
        place.unwrap_or_else(|| {
            others += 1;
            others - 1
        })
    };
    places.into_iter().map(behind).collect()
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
    fn forget(written: Option<&SafeText>, read: &mut Option<SafeText>) {
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
        let kind = one.kind.as_ref().filter(|_| one.source_type.is_none());
        let is_made =
            kind.is_some_and(|kind| two.source_type.as_ref().is_some_and(|it| it.has_version(kind.word())));
        if is_made {
            two.source_type = None;
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
