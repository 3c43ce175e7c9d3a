//! [`FilterState`]: the filter of the agenda and the facet values to choose from.

use super::{ConferenceState, ListCursor, Pane, PaneItem};
use crate::schedule::LoadedSchedule;
use kurultai_schedule::index::{
    Choice, CompletionContext, EvalContext, Facet, Filter, Is, Key, PlanLookup, Query,
};
use kurultai_schedule::model::SessionId;
use kurultai_schedule::text::fold;

/// The filter of the agenda and the facet values to choose from.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct FilterState {
    pub(in crate::tui) query: Query,
    filter: Option<Filter>,
    /// True for each session that matches; `None` if all do.
    matching: Option<Vec<bool>>,
    /// A session that does not match but is listed while it is selected, because the user went to it.
    pub(in crate::tui) pinned: Option<SessionId>,
    /// The facets, while their pane is open.
    facets: Vec<Facet>,
    /// The text that narrows the facets.
    typed_text: String,
}

impl FilterState {
    /// Returns the number of matching sessions, of `all`.
    pub(in crate::tui) fn matching_count(&self, all: usize) -> usize {
        self.matching.as_ref().map_or(all, |shown| shown.iter().filter(|is_shown| **is_shown).count())
    }

    pub(in crate::tui) fn needs_clock(&self) -> bool {
        self.filter.as_ref().is_some_and(Filter::needs_clock)
    }

    /// Returns the text that narrows the facets.
    pub(in crate::tui) fn typed_text(&self) -> &str {
        &self.typed_text
    }

    /// Returns the facet values that match the typed text, with their indices.
    pub(in crate::tui) fn matching_facets(&self) -> Vec<(Key, Vec<(usize, &Choice)>)> {
        // The last word of a condition is completed; all plain words must match.
        let typing = CompletionContext::at_end(&self.typed_text);
        let (key, words) = if is_condition(&self.typed_text) {
            (typing.key, vec![fold(&typing.text)])
        } else {
            (None, self.typed_text.split_whitespace().map(fold).collect())
        };
        let mut number = 0;
        let mut narrowed = Vec::new();
        for facet in &self.facets {
            let is_key = key.is_none_or(|key| key == facet.key);
            let names_key =
                |word: &String| key.is_none() && !word.is_empty() && facet.key.word().starts_with(word);
            let mut choices = Vec::new();
            for choice in &facet.choices {
                let (label, value) = (fold(&choice.label), fold(&choice.value));
                let has = |word: &String| names_key(word) || label.contains(word) || value.contains(word);
                if is_key && words.iter().all(has) {
                    choices.push((number, choice));
                }
                number += 1;
            }
            if !choices.is_empty() {
                narrowed.push((facet.key, choices));
            }
        }
        narrowed
    }

    /// True if a key has only one value in the schedule.
    pub(in crate::tui) fn is_single(&self, key: Key) -> bool {
        self.facets.iter().any(|facet| facet.key == key && facet.choices.len() == 1)
    }

    /// Returns all facet values with their keys.
    fn choices(&self) -> impl Iterator<Item = (Key, &Choice)> {
        self.facets.iter().flat_map(|facet| facet.choices.iter().map(|choice| (facet.key, choice)))
    }
}

/// True if a text uses the query language: `key:`, a quote or an exclusion.
pub(in crate::tui) fn is_condition(text: &str) -> bool {
    let is_written = |word: &str| {
        let word = word.trim_start_matches('-');
        word.split_once(':').is_some_and(|(key, _)| Key::read(key).is_some())
    };
    let text = text.trim_start();
    text.starts_with(['-', '"', '“', '„', '«']) || text.split_whitespace().any(is_written)
}

impl ConferenceState {
    /// Returns the context of filters: the current time and the plan.
    pub(in crate::tui) fn eval_context(&self) -> EvalContext<'_> {
        EvalContext { now: self.minute, plan: &self.plan_context.status as &dyn PlanLookup }
    }

    /// True if a session matches the filter and is not hidden.
    pub(in crate::tui) fn shows(&self, id: SessionId) -> bool {
        let is_in = self.filter.matching.as_ref().is_none_or(|shown| shown[id.index()]);
        is_in
            && (!self.plan_context.status.picks.is_muted(id)
                || self.filter.query.has(Key::Is, Is::Hidden.word()))
    }

    /// True if the agenda lists a session, because it matches or is pinned.
    pub(in crate::tui) fn lists(&self, id: SessionId) -> bool {
        self.shows(id) || self.filter.pinned == Some(id)
    }

    /// Pins the selected session if it does not match, so that the selection does not move.
    pub(in crate::tui) fn pin(&mut self) {
        if let Some(PaneItem::Session(id)) = self.cursor().selected
            && self.is_on_agenda()
            && !self.shows(id)
        {
            self.filter.pinned = Some(id);
            self.refresh();
        }
    }

    /// Removes the pinned session when something else is selected.
    pub(in crate::tui) fn unpin(&mut self) {
        let is_selected = |id| self.cursor().selected == Some(PaneItem::Session(id));
        if self.is_on_agenda() && self.filter.pinned.is_some_and(|id| !is_selected(id)) {
            self.filter.pinned = None;
            self.refresh();
        }
    }

    /// Returns the number of sessions that match but are hidden.
    pub(in crate::tui) fn hidden_count(&self) -> usize {
        let sessions = (0..self.schedule.conference.sessions.len()).map(SessionId::new);
        let is_in = |id: &SessionId| self.filter.matching.as_ref().is_none_or(|shown| shown[id.index()]);
        sessions.filter(|id| is_in(id) && !self.shows(*id)).count()
    }

    /// Sets the filter.
    pub(in crate::tui) fn set_filter(&mut self, query: Query) {
        self.filter.query = query;
        self.filter.pinned = None;
        self.apply_filter();
    }

    /// Switches between hidden sessions only and all others.
    pub(in crate::tui) fn show_hidden(&mut self) {
        let mut query = Query::default();
        if !self.filter.query.has(Key::Is, Is::Hidden.word()) {
            query.toggle(Key::Is, Is::Hidden.word());
        }
        self.set_filter(query);
    }

    /// Applies the filter again after a change of the query, the plan or the time.
    pub(in crate::tui) fn apply_filter(&mut self) {
        let LoadedSchedule { conference, index, .. } = &*self.schedule;
        let query = &self.filter.query;
        let (filter, _) = match &self.search_index {
            None => Filter::new(query, conference, index),
            Some(search) => Filter::with_search(query, conference, index, |needles| {
                let mut found = vec![false; conference.sessions.len()];
                for hit in search.find(needles) {
                    if let PaneItem::Session(id) = hit.item.into() {
                        found[id.index()] = true;
                    }
                }
                found
            }),
        };
        let at = self.eval_context();
        let ids = (0..conference.sessions.len()).map(SessionId::new);
        let shown = (!filter.is_empty()).then(|| ids.map(|id| filter.matches(id, &at)).collect());
        let facets = if self.pane == Pane::FACETS {
            filter.facets(query, conference, index, &at, &self.reading)
        } else {
            Vec::new()
        };
        self.filter.matching = shown;
        self.filter.facets = facets;
        self.filter.filter = Some(filter);
        self.refresh();
    }

    /// Opens the pane of facets.
    pub(in crate::tui) fn open_facets(&mut self) {
        if self.pane != Pane::FACETS {
            self.open_secondary(Pane::FACETS);
        }
        self.filter.typed_text.clear();
        self.apply_filter();
    }

    /// Narrows the facets to values that contain a text.
    pub(in crate::tui) fn narrow_facets(&mut self, text: &str) {
        text.clone_into(&mut self.filter.typed_text);
        self.set_cursor(ListCursor::default());
        self.refresh();
    }

    /// Adds a facet value to the filter; excludes it if it is already there, and removes it if it is
    /// excluded. Clears the typed text and keeps the value selected.
    pub(in crate::tui) fn toggle_facet(&mut self, number: usize) {
        let Some((key, choice)) = self.filter.choices().nth(number) else { return };
        let value = choice.value.clone();
        let mut query = self.filter.query.clone();
        if choice.is_chosen || choice.is_excluded {
            query.toggle_excluded(key, &value);
        } else {
            query.toggle(key, &value);
        }
        self.filter.typed_text.clear();
        self.set_filter(query);
        let is_toggled = |(other, choice): (Key, &Choice)| other == key && choice.value == value;
        let selected = self.filter.choices().position(is_toggled).map(PaneItem::Facet);
        self.set_cursor(ListCursor { selected, top: self.cursor().top });
    }
}
