//! [`FilterState`]: the filter of the agenda and the facet values to choose from.

use kurultai_schedule::index::{Choice, CompletionContext, Facet, Filter, Key, Query};
use kurultai_schedule::model::SessionId;
use kurultai_schedule::text::fold;

/// The filter of the agenda and the facet values to choose from.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct FilterState {
    pub(in crate::tui) query: Query,
    pub(super) filter: Option<Filter>,
    /// True for each session that matches; `None` if all do.
    pub(super) matching: Option<Vec<bool>>,
    /// A session that does not match but is listed while it is selected, because the user went to it.
    pub(in crate::tui) pinned: Option<SessionId>,
    /// The facets, while their pane is open.
    pub(super) facets: Vec<Facet>,
    /// The text that narrows the facets.
    pub(super) typed_text: String,
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
    pub(super) fn choices(&self) -> impl Iterator<Item = (Key, &Choice)> {
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
