//! [`SearchState`]: the current search and its hits.

use std::sync::Arc;

use super::Pane;
use crate::schedule::LoadedSchedule;
use kurultai_schedule::index::{Filter, Highlighter, Hit, Query, QueryError, SearchIndex, SearchTerm};

/// The current search and its hits.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct SearchState {
    /// The typed text.
    pub(in crate::tui) text: String,
    pub(in crate::tui) query: Query,
    /// The errors in the text. The search uses the rest of it.
    pub(super) errors: Vec<QueryError>,
    pub(super) filter: Option<Filter>,
    /// The hits grouped by kind, best first.
    pub(in crate::tui) hits: Vec<Hit>,
    pub(in crate::tui) highlighter: Option<Arc<Highlighter>>,
    /// The number of the last request, which its response repeats.
    pub(super) serial: u32,
    /// True until the response to the last request arrives.
    pub(in crate::tui) is_pending: bool,
    /// True if the best hit is to be opened as soon as the response arrives.
    pub(in crate::tui) opens_best: bool,
    /// Earlier texts, the latest last.
    pub(super) history: Vec<String>,
    /// The text to restore when the user leaves the search history.
    pub(in crate::tui) draft: Option<String>,
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

    /// Returns the text after the current one in the history, at its end the typed text; `None` unless a text was recalled.
    pub(in crate::tui) fn next(&self) -> Option<String> {
        let draft = self.draft.clone()?;
        let at = self.history.iter().position(|known| *known == self.text);
        Some(at.and_then(|at| self.history.get(at + 1).cloned()).unwrap_or(draft))
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
