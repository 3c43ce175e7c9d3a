//! [`Found`]: what is looked for in a program, and what was found.

use std::sync::Arc;

use super::{ConferenceState, Detail, ListCursor, Pane, PaneItem};
use crate::index;
use crate::index::{
    Field, Filter, Highlighter, Hit, Query, QueryError, SearchIndex, SearchTerm, group_by_kind,
};
use crate::schedule::LoadedSchedule;

/// What is looked for in a program, and what was found.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct SearchState {
    /// As it was typed.
    pub(in crate::tui) text: String,
    pub(in crate::tui) query: Query,
    /// What is wrong with it; the rest is looked for.
    mistakes: Vec<QueryError>,
    filter: Option<Filter>,
    /// The best first; those of one kind stand together.
    pub(in crate::tui) hits: Vec<Hit>,
    /// What marks them in texts.
    pub(in crate::tui) marker: Option<Arc<Highlighter>>,
    /// Counts what was asked, so that an answer to an earlier question is known for one.
    serial: u32,
    /// Whether an answer is awaited.
    pub(in crate::tui) is_awaited: bool,
    /// Whether one goes to the best of it as soon as it is there.
    pub(in crate::tui) is_entered: bool,
    /// The texts that were looked for, the last one last.
    history: Vec<String>,
}

/// The number of searches that are remembered.
const LONGEST_HISTORY: usize = 50;

/// What a worker is asked to look for.
#[derive(Debug, Clone)]
pub struct SearchRequest {
    /// The program.
    pub schedule: Arc<LoadedSchedule>,
    /// What is searched; made from the program where it is not there yet, which takes a while.
    pub index: Option<Arc<SearchIndex>>,
    /// What is looked for.
    pub needles: Vec<SearchTerm>,
    /// Comes back with the answer.
    pub serial: u32,
}

/// What a worker found.
#[derive(Debug, Clone)]
pub struct SearchResponse {
    /// What it was found in.
    pub schedule: Arc<LoadedSchedule>,
    /// Of which hunt.
    pub serial: u32,
    /// What was searched, to be used again.
    pub index: Arc<SearchIndex>,
    /// The best first.
    pub hits: Vec<Hit>,
    /// What marks in texts what was found.
    pub marker: Arc<Highlighter>,
}

impl SearchRequest {
    /// Looks; takes long.
    #[must_use]
    pub fn run(self) -> SearchResponse {
        let Self { schedule, index, needles, serial } = self;
        let index =
            index.unwrap_or_else(|| Arc::new(SearchIndex::new(&schedule.conference, &schedule.index)));
        SearchResponse {
            serial,
            hits: index.find(&needles),
            marker: Arc::new(index.marker(&needles)),
            index,
            schedule,
        }
    }
}

impl ConferenceState {
    /// Looks for something else, or for nothing.
    pub(in crate::tui) fn look_for(&mut self, text: &str) -> Option<SearchRequest> {
        let LoadedSchedule { conference, index, .. } = &*self.schedule;
        let (query, mut mistakes) = Query::read(text);
        // What is looked for in texts is what the search is for.
        let conditions = Query { needles: Vec::new(), ..query.clone() };
        let (filter, of_schedule) = Filter::new(&conditions, conference, index);
        mistakes.extend(of_schedule);
        self.search.serial = self.search.serial.wrapping_add(1);
        let needles = query.needles.clone();
        self.search = SearchState {
            text: text.to_owned(),
            query,
            mistakes,
            filter: Some(filter),
            hits: std::mem::take(&mut self.search.hits),
            marker: self.search.marker.take(),
            serial: self.search.serial,
            is_awaited: !needles.is_empty(),
            is_entered: false,
            history: std::mem::take(&mut self.search.history),
        };
        // What was found before stays until it is known what is found now.
        self.refresh();
        if needles.is_empty() {
            self.search.marker = None;
            let all = if self.search.query.is_empty() { Vec::new() } else { self.all_sessions() };
            self.show_hits(all);
            return None;
        }
        self.request()
    }

    fn request(&mut self) -> Option<SearchRequest> {
        // One index is made at a time; what is typed meanwhile is looked for when it is there.
        if self.search_index.is_none() && self.makes_index {
            return None;
        }
        self.makes_index = self.search_index.is_none();
        Some(SearchRequest {
            schedule: Arc::clone(&self.schedule),
            index: self.search_index.clone(),
            needles: self.search.query.needles.clone(),
            serial: self.search.serial,
        })
    }

    /// A worker has looked.
    pub(in crate::tui) fn search_finished(&mut self, of: SearchResponse) -> Option<SearchRequest> {
        // The file was read again since, or another event opened.
        if !Arc::ptr_eq(&of.schedule, &self.schedule) {
            return None;
        }
        self.makes_index = false;
        if self.search_index.is_none() {
            self.search_index = Some(of.index);
        }
        if !self.search.is_awaited {
            return None;
        }
        if of.serial != self.search.serial {
            return self.request();
        }
        self.search.is_awaited = false;
        self.search.marker = Some(of.marker);
        self.show_hits(of.hits);
        None
    }

    fn all_sessions(&self) -> Vec<Hit> {
        let hit = |id| Hit { item: index::EntityRef::Session(id), field: Field::Name, farthest: Field::Name };
        let days = self.schedule.index.days().iter();
        days.flat_map(|day| day.timed.iter().chain(&day.untimed)).map(|id| hit(*id)).collect()
    }

    fn show_hits(&mut self, hits: Vec<Hit>) {
        let circumstances = self.circumstances();
        let fits = |hit: &Hit| match PaneItem::from(hit.item) {
            PaneItem::Session(id) => {
                self.search.filter.as_ref().is_none_or(|filter| filter.matches(id, &circumstances))
            }
            // A condition says something of sessions alone.
            _ => self.search.query.conditions.is_empty(),
        };
        let hits: Vec<Hit> = hits.into_iter().filter(fits).collect();
        let grouped = group_by_kind(hits);
        let first = grouped.first().map(|hit| PaneItem::from(hit.item));
        self.search.hits = grouped;
        if self.pane == Pane::FOUND {
            self.set_place(ListCursor { selected: first, top: 0 });
            self.detail = Detail::default();
        }
        self.refresh();
    }

    /// The hit that is `by` hits away from what is shown, round and round, with its number from 1.
    pub(in crate::tui) fn hit(&self, by: isize) -> Option<(usize, PaneItem)> {
        let count = isize::try_from(self.search.hits.len()).ok().filter(|count| *count > 0)?;
        let shown = self.shown();
        let at = self.search.hits.iter().position(|hit| Some(PaneItem::from(hit.item)) == shown);
        let to = match at.and_then(|at| isize::try_from(at).ok()) {
            Some(at) => (at + by).rem_euclid(count),
            None if by < 0 => count - 1,
            None => 0,
        };
        let to = usize::try_from(to).ok()?;
        Some((to + 1, self.search.hits[to].item.into()))
    }
}

impl SearchState {
    /// Remembers the text as the last one that was looked for.
    pub(in crate::tui) fn remember(&mut self) {
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
    pub(in crate::tui) fn former(&self) -> Option<String> {
        let at = self.history.iter().position(|known| *known == self.text).unwrap_or(self.history.len());
        self.history.get(at.checked_sub(1)?).cloned()
    }

    /// What is wrong with what is typed; of the word that is still being typed nothing is said.
    pub(in crate::tui) fn mistake(&self) -> Option<&QueryError> {
        let length = self.text.chars().count();
        self.mistakes.iter().find(|mistake| mistake.place.end < length)
    }

    /// The first mistake in what was typed, when it is typed to its end.
    pub(in crate::tui) fn first_mistake(&self) -> Option<&QueryError> {
        self.mistakes.first()
    }

    /// How many hits are listed in a pane with a number.
    pub(in crate::tui) fn count_in(&self, pane: Pane) -> Option<usize> {
        let count = self.hits.iter().filter(|hit| Pane::listing(hit.item.into()) == Some(pane)).count();
        (pane != Pane::PLAN).then_some(count)
    }
}
