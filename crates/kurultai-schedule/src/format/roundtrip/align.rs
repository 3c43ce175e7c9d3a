//! [`ReadBack`]: an export that was read back, its items at the indices of the originals.

use std::collections::{HashMap, HashSet};

use crate::model::{
    Conference, LanguagePreference, LocalizedText, PersonId, RoomId, Rooms, Session, SessionId, TrackId,
};
use crate::text::SafeText;

/// An export that was read back for comparison with the original.
pub(in crate::format) struct ReadBack {
    pub(super) conference: Conference,
    /// The items missing from the export: table and index.
    missing: HashSet<(&'static str, usize)>,
    /// True if the format references items by id, so that ids matter.
    pub(super) names_by_id: bool,
}

impl ReadBack {
    /// For a format that preserves the order of all items.
    pub(in crate::format) fn in_place(conference: Conference) -> Self {
        Self { conference, missing: HashSet::new(), names_by_id: true }
    }

    /// For a format without a reader: the represented part and the missing items.
    pub(in crate::format) fn holding(
        conference: Conference,
        missing: HashSet<(&'static str, usize)>,
    ) -> Self {
        Self { conference, missing, names_by_id: false }
    }

    /// For a format that contains only the rooms, tracks and people of its sessions. `sessions` are the
    /// indices of the written sessions.
    ///
    /// Removes generated identifiers. `guids` are those of all people in the file, if any; `reading` is its
    /// language.
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
        let named = |items: Vec<(Option<&SafeText>, Option<&LocalizedText>)>,
                     reading: &LanguagePreference| {
            items.into_iter().map(|(id, name)| Labels::new(None, id, name, reading)).collect::<Vec<_>>()
        };
        let labels = |one: &Conference, reading: &LanguagePreference| {
            let rooms = one.rooms.iter().map(|room| (room.id.as_ref(), room.name.as_ref())).collect();
            let tracks = one.tracks.iter().map(|track| (track.id.as_ref(), track.name.as_ref())).collect();
            (named(rooms, reading), named(tracks, reading))
        };
        let (rooms, tracks) = labels(written, reading);
        let (read_rooms, read_tracks) = labels(&back, &back.reading(None));
        let rooms = order(&rooms, &read_rooms, &same_rooms(written, &back, &places));
        let tracks = order(&tracks, &read_tracks, &[]);
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

/// The new indices of items.
struct Order {
    rooms: Vec<usize>,
    tracks: Vec<usize>,
    people: Vec<usize>,
    sessions: Vec<usize>,
}

/// The labels that identify an item, the most reliable first: guid, name in the language of the file, names
/// in all languages.
struct Labels([Vec<SafeText>; 3]);

impl Labels {
    fn new(
        guid: Option<SafeText>,
        id: Option<&SafeText>,
        name: Option<&LocalizedText>,
        reading: &LanguagePreference,
    ) -> Self {
        // Some readers trim names.
        let trimmed = |name: &SafeText| SafeText::line(name.trim());
        let shown = name.map(|name| name.get(reading)).or(id).map(trimmed);
        let names = name.into_iter().flat_map(LocalizedText::iter).map(|(_, name)| name);
        Self([Vec::from_iter(guid), Vec::from_iter(shown), names.chain(id).map(trimmed).collect()])
    }
}

/// Returns matching sessions as pairs of read and written.
fn sessions_of<'s>(
    written: &'s Conference,
    read: &'s Conference,
    places: &'s [usize],
) -> impl Iterator<Item = (&'s Session, &'s Session)> {
    let pairs = read.sessions.iter().zip(places);
    pairs.filter_map(|(session, place)| Some((session, written.sessions.get(*place)?)))
}

/// Returns matching rooms as index pairs of read and written, based on their positions in matching sessions.
/// This distinguishes rooms with the same name.
fn same_rooms(written: &Conference, read: &Conference, places: &[usize]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (two, one) in sessions_of(written, read, places) {
        let (Rooms::In(two), Rooms::In(one)) = (&two.rooms, &one.rooms) else { continue };
        // Some formats keep only the first room.
        if !two.is_empty() && two.len() <= one.len() {
            pairs.extend(two.iter().zip(one).map(|(two, one)| (two.index(), one.index())));
        }
    }
    pairs
}

/// Returns matching people as index pairs of read and written, based on their positions in matching sessions.
fn same_people(written: &Conference, read: &Conference, places: &[usize]) -> Vec<(usize, usize)> {
    let sessions =
        sessions_of(written, read, places).filter(|(two, one)| two.people.len() == one.people.len());
    let people = sessions.flat_map(|(two, one)| two.people.iter().zip(&one.people));
    people.map(|(two, one)| (two.person.index(), one.person.index())).collect()
}

/// Returns the index among the written items for each item read; unmatched ones get higher indices. `known`
/// are matching pairs of read and written.
fn order(written: &[Labels], read: &[Labels], known: &[(usize, usize)]) -> Vec<usize> {
    let mut places: Vec<Option<usize>> = vec![None; read.len()];
    let mut taken = HashSet::new();
    for (two, one) in known {
        if places[*two].is_none() && taken.insert(*one) {
            places[*two] = Some(*one);
        }
    }
    // Items matched by a more reliable label are not available any more.
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

/// Moves items to their new indices; unassigned indices below `count` are missing items.
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

/// Updates ids to the new indices.
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

/// Removes generated identifiers, and kinds that writers substitute for a missing type.
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
    let rooms = written.rooms.iter().map(|room| &room.id).zip(back.rooms.iter_mut().map(|room| &mut room.id));
    let tracks =
        written.tracks.iter().map(|track| &track.id).zip(back.tracks.iter_mut().map(|track| &mut track.id));
    rooms.chain(tracks).for_each(|(one, two)| forget(one.as_ref(), two));
}
