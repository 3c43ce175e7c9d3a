//! The search and its hits.

use super::navigation;
use crate::i18n::Message;
use crate::keymap::Action;
use crate::presenter;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::conference::PaneItem;
use crate::tui::conference::SearchResponse;
use crate::tui::conference::{Focus, Pane};
use crate::tui::prompt::PromptKind;

/// Opens the search. In the list of hits, continues the current search.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    if state.pane == Pane::FOUND && state.focus == Focus::List {
        let text = state.search.text.clone();
        app.open_prompt(PromptKind::Search, &text);
        return Vec::new();
    }
    if state.pane != Pane::FOUND {
        state.open_secondary(Pane::FOUND);
    }
    search_for(app, "")
}

/// Opens the input line with a text and searches for it.
fn search_for(app: &mut App, text: &str) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let request = state.search_for(text);
    app.open_prompt(PromptKind::Search, text);
    request.map(Effect::Search).into_iter().collect()
}

/// Moves the focus from the input line to the list of hits.
pub(super) fn enter_hits(app: &mut App, motion: Option<Action>) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    if state.search.hits.is_empty() {
        return Vec::new();
    }
    state.search.add_to_history();
    app.prompt = None;
    motion.map(|motion| navigation::perform(app, motion)).unwrap_or_default()
}

/// Closes the input line. Without hits, also closes the search.
pub(super) fn leave_line(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    app.prompt = None;
    if state.search.hits.is_empty() || state.search.query.is_empty() {
        state.close_secondary();
    } else {
        state.search.add_to_history();
    }
    Vec::new()
}

/// Searches for the previous text of the history.
pub(super) fn previous(app: &mut App) -> Vec<Effect> {
    let previous = app.conference.as_ref().and_then(|state| state.search.previous());
    previous.map(|text| recall(app, &text)).unwrap_or_default()
}

/// Searches for the next text of the history, or enters the list of hits if no earlier one was recalled.
pub(super) fn next(app: &mut App) -> Vec<Effect> {
    match app.conference.as_ref().and_then(|state| state.search.next()) {
        Some(text) => recall(app, &text),
        None => enter_hits(app, Some(Action::Down)),
    }
}

/// Searches for a text of the history, and keeps the typed text until that is recalled itself.
fn recall(app: &mut App, text: &str) -> Vec<Effect> {
    let typed = app.conference.as_ref().map(|state| &state.search);
    let typed = typed.map(|search| search.draft.clone().unwrap_or_else(|| search.text.clone()));
    let effects = search_for(app, text);
    if let Some(state) = &mut app.conference {
        state.search.draft = typed.filter(|typed| typed != text);
    }
    effects
}

/// Opens the selected hit or the typed time.
pub(super) fn enter(app: &mut App) -> Vec<Effect> {
    app.prompt = None;
    let Some(state) = &mut app.conference else { return Vec::new() };
    state.search.add_to_history();
    if let Some(target) = state.time_target(&state.search.text, &state.presenter(&app.viewer)) {
        state.close_secondary();
        state.push_history(state.location());
        state.go_to_time(target);
        return Vec::new();
    }
    if state.search.query.is_empty() {
        let mistake = state.search.first_error();
        let sentence = mistake.map(|mistake| presenter::query_error(mistake, app.viewer.locale()));
        app.notice = sentence.map(Notice::Failed);
        state.close_secondary();
        return Vec::new();
    }
    // The listed hits belong to an earlier text.
    if state.search.is_pending {
        state.search.opens_best = true;
        return Vec::new();
    }
    open_hit_or_close(app);
    Vec::new()
}

/// Opens the selected hit, or closes the search if there is none.
fn open_hit_or_close(app: &mut App) {
    let Some(state) = &mut app.conference else { return };
    if state.search.hits.is_empty() {
        let locale = app.viewer.locale();
        let mistake = state.search.first_error().map(|mistake| presenter::query_error(mistake, locale));
        let sentence = mistake.unwrap_or_else(|| locale.quoting(Message::NothingFound, &state.search.text));
        state.close_secondary();
        app.notice = Some(Notice::Failed(sentence));
        return;
    }
    let hit = state.hit(0);
    open_hit(app, hit);
}

/// True if the list of hits has the focus.
pub(super) fn is_in_hits(app: &App) -> bool {
    app.shown_state().is_some_and(|state| state.pane == Pane::FOUND && state.focus == Focus::List)
}

/// Opens the selected hit.
pub(super) fn go_to_selected(app: &mut App) {
    let hit = app.conference.as_ref().and_then(|state| state.hit(0));
    if hit.is_some() {
        open_hit(app, hit);
    }
}

/// Handles a response of the search worker.
pub(super) fn finished(app: &mut App, response: SearchResponse) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let request = state.search_finished(response);
    if !state.search.is_pending && std::mem::take(&mut state.search.opens_best) && state.pane == Pane::FOUND {
        app.relayout();
        open_hit_or_close(app);
    }
    request.map(Effect::Search).into_iter().collect()
}

/// Opens the hit `by` hits after the current item.
pub(super) fn step(app: &mut App, by: isize) {
    let Some(state) = app.conference.as_ref().filter(|state| !state.search.query.is_empty()) else { return };
    let hit = state.hit(by);
    open_hit(app, hit);
}

fn open_hit(app: &mut App, hit: Option<(usize, PaneItem)>) {
    let Some(state) = &mut app.conference else { return };
    let locale = app.viewer.locale();
    let Some((number, item)) = hit else {
        app.notice = Some(Notice::Failed(locale.quoting(Message::NothingFound, &state.search.text)));
        return;
    };
    let location = state.location();
    state.go_to(item);
    if state.location() != location {
        state.push_history(location);
    }
    app.notice = Some(Notice::Done(locale.of(Message::HitOf, number, state.search.hits.len())));
}
