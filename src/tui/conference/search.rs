//! Searches the schedule: requests to the search worker, and the hits in its responses.

use std::sync::Arc;

use super::moment;
use super::state::ConferenceState;
use super::{Detail, ListCursor, Pane, PaneItem, SearchRequest, SearchResponse, SearchState};
use crate::schedule::LoadedSchedule;
use kurultai_schedule::index::{EntityRef, Field, Filter, Hit, Query, group_by_kind};

impl ConferenceState {
    /// Changes the search and returns the request to the worker, if the index must be searched.
    pub(in crate::tui) fn search_for(&mut self, text: &str) -> Option<SearchRequest> {
        let LoadedSchedule { conference, index, .. } = &*self.schedule;
        let (query, mut mistakes) = Query::read(text);
        // The search index handles the terms, the filter only the conditions.
        let conditions = Query { required: Vec::new(), ..query.clone() };
        let (filter, of_schedule) = Filter::new(&conditions, conference, index);
        mistakes.extend(of_schedule);
        self.search.serial = self.search.serial.wrapping_add(1);
        let needles = query.required.clone();
        let is_waiting = !needles.is_empty() && !self.search.hits.is_empty();
        let had_time = moment::has_time(&self.search.text);
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
            draft: None,
        };
        // The typed letter appears at once: the list keeps the old hits, laid out as they are, until the response arrives.
        if !is_waiting || had_time || moment::has_time(text) {
            self.refresh();
        }
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
            needles: self.search.query.required.clone(),
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
        let hit = |id| Hit { item: EntityRef::Session(id), field: Field::Name, farthest: Field::Name };
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
