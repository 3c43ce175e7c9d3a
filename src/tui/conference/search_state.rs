//! [`SearchState`]: the current search and its hits.

use std::sync::Arc;

use super::{ConferenceState, Detail, ListCursor, Pane, PaneItem};
use crate::schedule::LoadedSchedule;
use kurultai_schedule::index;
use kurultai_schedule::index::{
    Field, Filter, Highlighter, Hit, Query, QueryError, SearchIndex, SearchTerm, group_by_kind,
};

/// The current search and its hits.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct SearchState {
    /// The typed text.
    pub(in crate::tui) text: String,
    pub(in crate::tui) query: Query,
    /// The errors in the text. The search uses the rest of it.
    errors: Vec<QueryError>,
    filter: Option<Filter>,
    /// The hits grouped by kind, best first.
    pub(in crate::tui) hits: Vec<Hit>,
    pub(in crate::tui) highlighter: Option<Arc<Highlighter>>,
    /// The number of the last request, which its response repeats.
    serial: u32,
    /// True until the response to the last request arrives.
    pub(in crate::tui) is_pending: bool,
    /// True if the best hit is to be opened as soon as the response arrives.
    pub(in crate::tui) opens_best: bool,
    /// Earlier texts, the latest last.
    history: Vec<String>,
}

/// The number of searches in the history.
const MAX_HISTORY: usize = 50;

/// A request to the search worker.
#[derive(Debug, Clone)]
pub struct SearchRequest {
    /// The schedule to search.
    pub schedule: Arc<LoadedSchedule>,
    /// The index of the schedule; built by the worker if it is missing.
    pub index: Option<Arc<SearchIndex>>,
    /// The terms to search for.
    pub needles: Vec<SearchTerm>,
    /// The number that the response repeats.
    pub serial: u32,
}

/// The response of the search worker.
#[derive(Debug, Clone)]
pub struct SearchResponse {
    /// The schedule of the request.
    pub schedule: Arc<LoadedSchedule>,
    /// The number of the request.
    pub serial: u32,
    /// The index, for reuse.
    pub index: Arc<SearchIndex>,
    /// The hits, best first.
    pub hits: Vec<Hit>,
    /// Highlights matches in texts.
    pub marker: Arc<Highlighter>,
}

impl SearchRequest {
    /// Runs the search, which may take long.
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
    /// Changes the search and returns the request to the worker, if one is needed.
    pub(in crate::tui) fn search_for(&mut self, text: &str) -> Option<SearchRequest> {
        let LoadedSchedule { conference, index, .. } = &*self.schedule;
        let (query, mut mistakes) = Query::read(text);
        // The search index handles the terms, the filter only the conditions.
        let conditions = Query { needles: Vec::new(), ..query.clone() };
        let (filter, of_schedule) = Filter::new(&conditions, conference, index);
        mistakes.extend(of_schedule);
        self.search.serial = self.search.serial.wrapping_add(1);
        let needles = query.needles.clone();
        self.search = SearchState {
            text: text.to_owned(),
            query,
            errors: mistakes,
            filter: Some(filter),
            hits: std::mem::take(&mut self.search.hits),
            highlighter: self.search.highlighter.take(),
            serial: self.search.serial,
            is_pending: !needles.is_empty(),
            opens_best: false,
            history: std::mem::take(&mut self.search.history),
        };
        // Keep the old hits until the response arrives.
        self.refresh();
        if needles.is_empty() {
            self.search.highlighter = None;
            let all = if self.search.query.is_empty() { Vec::new() } else { self.all_sessions() };
            self.show_hits(all);
            return None;
        }
        self.request()
    }

    fn request(&mut self) -> Option<SearchRequest> {
        // Wait for the search index while it is being built.
        if self.search_index.is_none() && self.is_indexing {
            return None;
        }
        self.is_indexing = self.search_index.is_none();
        Some(SearchRequest {
            schedule: Arc::clone(&self.schedule),
            index: self.search_index.clone(),
            needles: self.search.query.needles.clone(),
            serial: self.search.serial,
        })
    }

    /// Shows the hits of a response. Returns another request if the search has changed in the meantime.
    pub(in crate::tui) fn search_finished(&mut self, response: SearchResponse) -> Option<SearchRequest> {
        if !Arc::ptr_eq(&response.schedule, &self.schedule) {
            return None;
        }
        self.is_indexing = false;
        if self.search_index.is_none() {
            self.search_index = Some(response.index);
        }
        if !self.search.is_pending {
            return None;
        }
        if response.serial != self.search.serial {
            return self.request();
        }
        self.search.is_pending = false;
        self.search.highlighter = Some(response.marker);
        self.show_hits(response.hits);
        None
    }

    fn all_sessions(&self) -> Vec<Hit> {
        let hit = |id| Hit { item: index::EntityRef::Session(id), field: Field::Name, farthest: Field::Name };
        let days = self.schedule.index.days().iter();
        days.flat_map(|day| day.timed.iter().chain(&day.untimed)).map(|id| hit(*id)).collect()
    }

    fn show_hits(&mut self, hits: Vec<Hit>) {
        let circumstances = self.eval_context();
        let fits = |hit: &Hit| match PaneItem::from(hit.item) {
            PaneItem::Session(id) => {
                self.search.filter.as_ref().is_none_or(|filter| filter.matches(id, &circumstances))
            }
            // Conditions apply to sessions only.
            _ => self.search.query.conditions.is_empty(),
        };
        let hits: Vec<Hit> = hits.into_iter().filter(fits).collect();
        let grouped = group_by_kind(hits);
        let first = grouped.first().map(|hit| PaneItem::from(hit.item));
        self.search.hits = grouped;
        if self.pane == Pane::FOUND {
            self.set_cursor(ListCursor { selected: first, top: 0 });
            self.detail = Detail::default();
        }
        self.refresh();
    }

    /// Returns the hit `by` hits after the current item, cyclically, with its number from 1.
    pub(in crate::tui) fn hit(&self, by: isize) -> Option<(usize, PaneItem)> {
        let count = isize::try_from(self.search.hits.len()).ok().filter(|count| *count > 0)?;
        let shown = self.current_item();
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
    /// Adds the text to the history.
    pub(in crate::tui) fn add_to_history(&mut self) {
        let text = self.text.trim().to_owned();
        if text.is_empty() {
            return;
        }
        self.history.retain(|known| *known != text);
        self.history.push(text);
        if self.history.len() > MAX_HISTORY {
            self.history.remove(0);
        }
    }

    /// Returns the text before the current one in the history, or the last one.
    pub(in crate::tui) fn previous(&self) -> Option<String> {
        let at = self.history.iter().position(|known| *known == self.text).unwrap_or(self.history.len());
        self.history.get(at.checked_sub(1)?).cloned()
    }

    /// Returns the first error before the last word, which may be incomplete.
    pub(in crate::tui) fn completed_error(&self) -> Option<&QueryError> {
        let length = self.text.chars().count();
        self.errors.iter().find(|mistake| mistake.place.end < length)
    }

    /// Returns the first error of the complete text.
    pub(in crate::tui) fn first_error(&self) -> Option<&QueryError> {
        self.errors.first()
    }

    /// Returns the number of hits in a pane.
    pub(in crate::tui) fn count_in(&self, pane: Pane) -> Option<usize> {
        let count = self.hits.iter().filter(|hit| Pane::listing(hit.item.into()) == Some(pane)).count();
        (pane != Pane::PLAN).then_some(count)
    }
}
