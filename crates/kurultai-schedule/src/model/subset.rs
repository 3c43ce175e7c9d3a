//! Subsets of a conference: some sessions with all referenced entities.

use super::{Conference, PersonId, RoomId, Rooms, SessionId, TrackId};

/// The new indices of the kept items of a list.
struct Subset {
    places: Vec<Option<usize>>,
}

impl Subset {
    /// Keeps the items with the `named` indices, in the order of the list.
    fn new(length: usize, named: impl Iterator<Item = usize>) -> Self {
        let mut is_kept = vec![false; length];
        named.for_each(|index| is_kept[index] = true);
        let mut count = 0;
        let place = |is_kept: bool| {
            let place = is_kept.then_some(count);
            count += usize::from(is_kept);
            place
        };
        Self { places: is_kept.into_iter().map(place).collect() }
    }

    fn select<T: Clone>(&self, things: &[T]) -> Vec<T> {
        let kept = things.iter().zip(&self.places).filter(|(_, place)| place.is_some());
        kept.map(|(thing, _)| thing.clone()).collect()
    }

    fn new_index(&self, index: usize) -> usize {
        self.places[index].unwrap_or_default()
    }
}

impl Conference {
    /// Returns the conference with only these sessions, in this order, and their rooms, tracks and people.
    /// Organizers, sponsors, delegations and practical information are omitted.
    ///
    /// # Panics
    /// If an id is from another conference.
    #[must_use]
    pub fn subset(&self, sessions: &[SessionId]) -> Self {
        let named = || sessions.iter().map(|id| self.session(*id));
        let rooms = Subset::new(
            self.rooms.len(),
            named().flat_map(|session| match &session.rooms {
                Rooms::In(rooms) => rooms.iter().map(|room| room.index()).collect(),
                Rooms::All => Vec::new(),
            }),
        );
        let tracks =
            Subset::new(self.tracks.len(), named().filter_map(|session| session.track).map(usize::from));
        let people = Subset::new(
            self.people.len(),
            named().flat_map(|session| session.people.iter().map(|one| one.person.index())),
        );
        let mut part = Self {
            rooms: rooms.select(&self.rooms),
            tracks: tracks.select(&self.tracks),
            people: people.select(&self.people),
            sessions: named().cloned().collect(),
            organizers: Vec::new(),
            tiers: Vec::new(),
            sponsors: Vec::new(),
            delegations: Vec::new(),
            infos: Vec::new(),
            ..self.clone()
        };
        let mut places = vec![None; self.sessions.len()];
        for (place, id) in sessions.iter().enumerate() {
            places[id.index()].get_or_insert(SessionId::new(place));
        }
        for session in &mut part.sessions {
            if let Rooms::In(ids) = &mut session.rooms {
                for id in ids {
                    *id = RoomId::new(rooms.new_index(id.index()));
                }
            }
            session.track = session.track.map(|id| TrackId::new(tracks.new_index(id.index())));
            for one in &mut session.people {
                one.person = PersonId::new(people.new_index(one.person.index()));
            }
            session.part_of = session.part_of.and_then(|id| places[id.index()]);
            session.same_as = session.same_as.and_then(|id| places[id.index()]);
        }
        part
    }
}
