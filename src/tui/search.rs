//! [`Search`]: what is typed behind `/`, and where it is found.

use std::sync::Arc;

use super::visit::Visit;
use crate::index::Item;
use crate::model::{Conference, OrganizerId, PersonId, RoomId, SessionId, SponsorId, Texts, TrackId};
use crate::text::{Clean, fold};

/// Longer than this nothing is looked for, whatever is pasted.
pub(super) const LONGEST: usize = 100;

/// Something to be found: a thing, and what it is called in every language, as searches compare it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    item: Item,
    words: String,
}

/// What is looked for in a program, and where it is found.
#[derive(Debug, Clone)]
pub(super) struct Search {
    entries: Arc<Vec<Entry>>,
    pub(super) query: String,
    /// In the order of the panes.
    hits: Vec<Item>,
    /// Whether it is still being typed.
    pub(super) is_open: bool,
}

impl Search {
    pub(super) fn new(visit: &Visit) -> Self {
        let entries = Arc::new(entries(visit));
        Self { entries, query: String::new(), hits: Vec::new(), is_open: true }
    }

    /// Types letters.
    pub(super) fn push(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.query.chars().count());
        let text = Clean::verbatim(text);
        let letters = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
        self.query.extend(letters.filter(|c| *c != char::REPLACEMENT_CHARACTER).take(room));
        self.find();
    }

    /// Takes the last letter back; false when there is none.
    pub(super) fn pop(&mut self) -> bool {
        let is_there = self.query.pop().is_some();
        self.find();
        is_there
    }

    fn find(&mut self) {
        let query = fold(&self.query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let has_all = |entry: &&Entry| words.iter().all(|word| entry.words.contains(word));
        let hits = self.entries.iter().filter(has_all).map(|entry| entry.item);
        self.hits = if words.is_empty() { Vec::new() } else { hits.collect() };
    }

    /// How many hits there are.
    pub(super) fn count(&self) -> usize {
        self.hits.len()
    }

    /// The first hit at `from` or behind it, where the last is followed by the first, with its number from 1.
    pub(super) fn first(&self, from: Option<Item>) -> Option<(usize, Item)> {
        let behind = |at: usize| (at, self.hits[at]);
        let place = from.and_then(|from| self.place(from)).unwrap_or(0);
        let at = self.hits.iter().position(|hit| self.place(*hit) >= Some(place)).unwrap_or(0);
        (!self.hits.is_empty()).then(|| behind(at)).map(|(at, item)| (at + 1, item))
    }

    /// The hit that is `by` hits away from where one is, round and round, with its number from 1.
    pub(super) fn step(&self, from: Option<Item>, by: isize) -> Option<(usize, Item)> {
        let count = isize::try_from(self.hits.len()).ok().filter(|count| *count > 0)?;
        let at = from.and_then(|from| self.hits.iter().position(|hit| *hit == from));
        let Some(at) = at else { return self.first(from) };
        let to = (isize::try_from(at).ok()? + by).rem_euclid(count);
        let to = usize::try_from(to).ok()?;
        Some((to + 1, self.hits[to]))
    }

    fn place(&self, item: Item) -> Option<usize> {
        self.entries.iter().position(|entry| entry.item == item)
    }
}

/// The titles and names of a program: the sessions in the order of the agenda, then people, organizers, sponsors, rooms and
/// tracks.
fn entries(visit: &Visit) -> Vec<Entry> {
    let conference = &visit.program.conference;
    let days = visit.program.index.days().iter();
    let sessions = days.flat_map(|day| day.timed.iter().chain(&day.untimed));
    let mut entries: Vec<Entry> =
        sessions.map(|id| entry(Item::Session(*id), &session(conference, *id))).collect();
    let mut add = |item, name: &Option<Texts>| entries.push(entry(item, &[name]));
    for (at, person) in conference.people.iter().enumerate() {
        add(Item::Person(PersonId::new(at)), &person.name);
    }
    for (at, organizer) in conference.organizers.iter().enumerate() {
        add(Item::Organizer(OrganizerId::new(at)), &organizer.name);
    }
    for (at, sponsor) in conference.sponsors.iter().enumerate() {
        add(Item::Sponsor(SponsorId::new(at)), &sponsor.name);
    }
    for (at, room) in conference.rooms.iter().enumerate() {
        add(Item::Room(RoomId::new(at)), &room.name);
    }
    for (at, track) in conference.tracks.iter().enumerate() {
        add(Item::Track(TrackId::new(at)), &track.name);
    }
    entries
}

fn session(conference: &Conference, id: SessionId) -> [&Option<Texts>; 2] {
    let session = conference.session(id);
    [&session.title, &session.subtitle]
}

fn entry(item: Item, texts: &[&Option<Texts>]) -> Entry {
    let texts = texts.iter().copied().flatten().flat_map(Texts::iter);
    let words: Vec<String> = texts.map(|(_, text)| fold(text)).collect();
    Entry { item, words: words.join("\n") }
}
