//! Filters the agenda: the sessions that match, the pinned and the hidden ones, and the facets.

use super::state::ConferenceState;
use super::{ListCursor, Pane, PaneItem};
use crate::schedule::LoadedSchedule;
use kurultai_schedule::index::{Choice, EvalContext, Filter, Is, Key, PlanLookup, Query};
use kurultai_schedule::model::SessionId;

impl ConferenceState {
    /// Returns the context of filters: the current time and the plan.
    pub(in crate::tui) fn eval_context(&self) -> EvalContext<'_> {
        EvalContext { now: self.minute, plan: &self.plan_context.status as &dyn PlanLookup }
    }

    /// True if a session matches the filter and is not hidden.
    pub(in crate::tui) fn shows(&self, id: SessionId) -> bool {
        let is_in = self.filter.matching.as_ref().is_none_or(|shown| shown[id.index()]);
        is_in
            && (!self.plan_context.status.picks.is_hidden(id)
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

    /// True if any session matches but is hidden.
    pub(in crate::tui) fn has_hidden(&self) -> bool {
        self.hidden().next().is_some()
    }

    /// Returns the number of sessions that match but are hidden.
    pub(in crate::tui) fn hidden_count(&self) -> usize {
        self.hidden().count()
    }

    /// Iterates over the sessions that match but are hidden. Does not visit those that are not hidden.
    fn hidden(&self) -> impl Iterator<Item = SessionId> {
        let hidden = self.plan_context.status.picks.hidden().iter().copied();
        let is_in = |id: &SessionId| self.filter.matching.as_ref().is_none_or(|shown| shown[id.index()]);
        hidden.filter(move |id| is_in(id) && !self.shows(*id))
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
