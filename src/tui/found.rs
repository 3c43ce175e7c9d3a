//! [`Found`]: what is looked for in a program, and what was found.

use std::sync::Arc;

use super::Effect;
use super::screen::Item;
use super::visit::{Detail, Pane, Place, Visit};
use crate::index;
use crate::index::{Field, Filter, Hit, Marker, Mistake, Needle, Query, SearchIndex, by_kind};
use crate::program::Program;

/// What is looked for in a program, and what was found.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    /// As it was typed.
    pub(super) text: String,
    pub(super) query: Query,
    /// What is wrong with it; the rest is looked for.
    mistakes: Vec<Mistake>,
    filter: Option<Filter>,
    /// The best first; those of one kind stand together.
    pub(super) hits: Vec<Hit>,
    /// What marks them in texts.
    pub(super) marker: Option<Arc<Marker>>,
    /// Counts what was asked, so that an answer to an earlier question is known for one.
    serial: u32,
    /// Whether an answer is awaited.
    pub(super) is_awaited: bool,
    /// Whether one goes to the best of it as soon as it is there.
    pub(super) is_entered: bool,
    /// The texts that were looked for, the last one last.
    history: Vec<String>,
}

/// The number of searches that are remembered.
const LONGEST_HISTORY: usize = 50;

/// What a worker is asked to look for.
#[derive(Debug, Clone)]
pub struct Hunt {
    /// The program.
    pub program: Arc<Program>,
    /// What is searched; made from the program where it is not there yet, which takes a while.
    pub index: Option<Arc<SearchIndex>>,
    /// What is looked for.
    pub needles: Vec<Needle>,
    /// Comes back with the answer.
    pub serial: u32,
}

/// What a worker found.
#[derive(Debug, Clone)]
pub struct Catch {
    /// What it was found in.
    pub program: Arc<Program>,
    /// Of which hunt.
    pub serial: u32,
    /// What was searched, to be used again.
    pub index: Arc<SearchIndex>,
    /// The best first.
    pub hits: Vec<Hit>,
    /// What marks in texts what was found.
    pub marker: Arc<Marker>,
}

impl Hunt {
    /// Looks; takes long.
    #[must_use]
    pub fn run(self) -> Catch {
        let Self { program, index, needles, serial } = self;
        let index = index.unwrap_or_else(|| Arc::new(SearchIndex::new(&program.conference, &program.index)));
        Catch { serial, hits: index.find(&needles), marker: Arc::new(index.marker(&needles)), index, program }
    }
}

impl Visit {
    /// Looks for something else, or for nothing.
    pub(super) fn look_for(&mut self, text: &str) -> Vec<Effect> {
        let Program { conference, index, .. } = &*self.program;
        let (query, mut mistakes) = Query::read(text);
        // What is looked for in texts is what the search is for.
        let conditions = Query { needles: Vec::new(), ..query.clone() };
        let (filter, of_program) = Filter::new(&conditions, conference, index);
        mistakes.extend(of_program);
        self.found.serial = self.found.serial.wrapping_add(1);
        let needles = query.needles.clone();
        self.found = Found {
            text: text.to_owned(),
            query,
            mistakes,
            filter: Some(filter),
            hits: std::mem::take(&mut self.found.hits),
            marker: self.found.marker.take(),
            serial: self.found.serial,
            is_awaited: !needles.is_empty(),
            is_entered: false,
            history: std::mem::take(&mut self.found.history),
        };
        // What was found before stays until it is known what is found now.
        self.refresh();
        if needles.is_empty() {
            self.found.marker = None;
            let all = if self.found.query.is_empty() { Vec::new() } else { self.all_sessions() };
            self.show_hits(all);
            return Vec::new();
        }
        self.hunt()
    }

    fn hunt(&mut self) -> Vec<Effect> {
        // One index is made at a time; what is typed meanwhile is looked for when it is there.
        if self.search_index.is_none() && self.makes_index {
            return Vec::new();
        }
        self.makes_index = self.search_index.is_none();
        vec![Effect::Find(Hunt {
            program: Arc::clone(&self.program),
            index: self.search_index.clone(),
            needles: self.found.query.needles.clone(),
            serial: self.found.serial,
        })]
    }

    /// A worker has looked.
    pub(super) fn caught(&mut self, of: Catch) -> Vec<Effect> {
        // The file was read again since, or another event opened.
        if !Arc::ptr_eq(&of.program, &self.program) {
            return Vec::new();
        }
        self.makes_index = false;
        if self.search_index.is_none() {
            self.search_index = Some(of.index);
        }
        if !self.found.is_awaited {
            return Vec::new();
        }
        if of.serial != self.found.serial {
            return self.hunt();
        }
        self.found.is_awaited = false;
        self.found.marker = Some(of.marker);
        self.show_hits(of.hits);
        Vec::new()
    }

    fn all_sessions(&self) -> Vec<Hit> {
        let hit = |id| Hit { item: index::Item::Session(id), field: Field::Name, farthest: Field::Name };
        let days = self.program.index.days().iter();
        days.flat_map(|day| day.timed.iter().chain(&day.untimed)).map(|id| hit(*id)).collect()
    }

    fn show_hits(&mut self, hits: Vec<Hit>) {
        let circumstances = self.circumstances();
        let fits = |hit: &Hit| match Item::from(hit.item) {
            Item::Session(id) => {
                self.found.filter.as_ref().is_none_or(|filter| filter.matches(id, &circumstances))
            }
            // A condition says something of sessions alone.
            _ => self.found.query.conditions.is_empty(),
        };
        let hits: Vec<Hit> = hits.into_iter().filter(fits).collect();
        let grouped = by_kind(hits);
        let first = grouped.first().map(|hit| Item::from(hit.item));
        self.found.hits = grouped;
        if self.pane == Pane::Found {
            self.set_place(Place { selected: first, top: 0 });
            self.detail = Detail::default();
        }
        self.refresh();
    }

    /// The hit that is `by` hits away from what is shown, round and round, with its number from 1.
    pub(super) fn hit(&self, by: isize) -> Option<(usize, Item)> {
        let count = isize::try_from(self.found.hits.len()).ok().filter(|count| *count > 0)?;
        let shown = self.shown();
        let at = self.found.hits.iter().position(|hit| Some(Item::from(hit.item)) == shown);
        let to = match at.and_then(|at| isize::try_from(at).ok()) {
            Some(at) => (at + by).rem_euclid(count),
            None if by < 0 => count - 1,
            None => 0,
        };
        let to = usize::try_from(to).ok()?;
        Some((to + 1, self.found.hits[to].item.into()))
    }
}

impl Found {
    /// Remembers the text as the last one that was looked for.
    pub(super) fn remember(&mut self) {
        let text = self.text.trim().to_owned();
        if text.is_empty() {
            return;
        }
        self.history.retain(|known| *known != text);
        self.history.push(text);
        if self.history.len() > LONGEST_HISTORY {
            self.history.remove(0);
        }
    }

    /// Returns the text that was looked for before the one that is typed: the last one of all while nothing of the history
    /// is typed.
    pub(super) fn former(&self) -> Option<String> {
        let at = self.history.iter().position(|known| *known == self.text).unwrap_or(self.history.len());
        self.history.get(at.checked_sub(1)?).cloned()
    }

    /// What is wrong with what is typed; of the word that is still being typed nothing is said.
    pub(super) fn mistake(&self) -> Option<&Mistake> {
        let length = self.text.chars().count();
        self.mistakes.iter().find(|mistake| mistake.place.end < length)
    }

    /// The first mistake in what was typed, when it is typed to its end.
    pub(super) fn first_mistake(&self) -> Option<&Mistake> {
        self.mistakes.first()
    }

    /// How many hits are listed in a pane with a number.
    pub(super) fn count_in(&self, pane: Pane) -> Option<usize> {
        let count = self.hits.iter().filter(|hit| pane_of(hit.item.into()) == Some(pane)).count();
        (pane != Pane::Plan).then_some(count)
    }
}

/// The pane that lists a thing.
fn pane_of(item: Item) -> Option<Pane> {
    Some(match item {
        Item::Session(_) => Pane::Agenda,
        Item::Person(_) => Pane::People,
        Item::Organizer(_) => Pane::Organizers,
        Item::Sponsor(_) => Pane::Sponsors,
        Item::Delegation(_) | Item::Conference | Item::Info(_) => Pane::About,
        _ => return None,
    })
}
