//! Looking for something, and the way from hit to hit.

use super::prompt;
use crate::i18n::Message;
use crate::keymap::Action;
use crate::presenter;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::conference::PaneItem;
use crate::tui::conference::SearchResponse;
use crate::tui::conference::{Focus, Pane};
use crate::tui::prompt::PromptKind;

/// Opens the line that is typed into, over what is shown; over hits, to go on with what found them.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    if state.pane == Pane::FOUND && state.focus == Focus::List {
        let text = state.search.text.clone();
        prompt::open(app, PromptKind::Search, &text);
        return Vec::new();
    }
    if state.pane != Pane::FOUND {
        state.open_secondary(Pane::FOUND);
    }
    look_for(app, "")
}

/// Opens the line with a text in it, and looks for that.
fn look_for(app: &mut App, text: &str) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let request = state.look_for(text);
    prompt::open(app, PromptKind::Search, text);
    request.map(Effect::Search).into_iter().collect()
}

/// Leaves the line for the list of hits, where keys are commands again.
pub(super) fn enter_hits(app: &mut App, motion: Option<Action>) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    if state.search.hits.is_empty() {
        return Vec::new();
    }
    state.search.remember();
    app.prompt = None;
    motion.map(|motion| super::act(app, motion)).unwrap_or_default()
}

/// Leaves the line and keeps the hits; without hits, goes back to where the search began.
pub(super) fn keep_hits(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    app.prompt = None;
    if state.search.hits.is_empty() || state.search.query.is_empty() {
        state.close_secondary();
    } else {
        state.search.remember();
    }
    Vec::new()
}

/// Looks for what was looked for before the text that is typed.
pub(super) fn former(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    match state.search.former() {
        Some(text) => look_for(app, &text),
        None => Vec::new(),
    }
}

/// Goes to what is selected among the hits.
pub(super) fn enter(app: &mut App) -> Vec<Effect> {
    app.prompt = None;
    let Some(state) = &mut app.conference else { return Vec::new() };
    state.search.remember();
    if let Some(target) = state.time_target(&state.search.text, &state.presenter(&app.viewer)) {
        state.close_secondary();
        state.push_history(state.spot());
        state.go_to_time(target);
        return Vec::new();
    }
    if state.search.query.is_empty() {
        let mistake = state.search.first_mistake();
        let sentence = mistake.map(|mistake| presenter::query_mistake(mistake, app.viewer.locale()));
        app.notice = sentence.map(Notice::Failed);
        state.close_secondary();
        return Vec::new();
    }
    // What was typed last is not found yet; what is listed was found for something else.
    if state.search.is_awaited {
        state.search.is_entered = true;
        return Vec::new();
    }
    arrive(app);
    Vec::new()
}

/// Goes to what is selected among the hits, or back where there is none.
fn arrive(app: &mut App) {
    let Some(state) = &mut app.conference else { return };
    if state.search.hits.is_empty() {
        let locale = app.viewer.locale();
        let mistake = state.search.first_mistake().map(|mistake| presenter::query_mistake(mistake, locale));
        let sentence = mistake.unwrap_or_else(|| locale.quoting(Message::NothingFound, &state.search.text));
        state.close_secondary();
        app.notice = Some(Notice::Failed(sentence));
        return;
    }
    let hit = state.hit(0);
    go(app, hit);
}

/// True if the list of hits has the focus.
pub(super) fn is_in_hits(app: &App) -> bool {
    app.shown_state().is_some_and(|state| state.pane == Pane::FOUND && state.focus == Focus::List)
}

/// Goes to the selected hit.
pub(super) fn go_to_selected(app: &mut App) {
    let hit = app.conference.as_ref().and_then(|state| state.hit(0));
    if hit.is_some() {
        go(app, hit);
    }
}

/// A worker has looked.
pub(super) fn caught(app: &mut App, of: SearchResponse) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let request = state.search_finished(of);
    if !state.search.is_awaited && std::mem::take(&mut state.search.is_entered) && state.pane == Pane::FOUND {
        app.relayout();
        arrive(app);
    }
    request.map(Effect::Search).into_iter().collect()
}

/// Goes to the hit that is so many hits away.
pub(super) fn step(app: &mut App, by: isize) {
    let Some(state) = app.conference.as_ref().filter(|state| !state.search.query.is_empty()) else { return };
    let hit = state.hit(by);
    go(app, hit);
}

fn go(app: &mut App, hit: Option<(usize, PaneItem)>) {
    let Some(state) = &mut app.conference else { return };
    let locale = app.viewer.locale();
    let Some((number, item)) = hit else {
        app.notice = Some(Notice::Failed(locale.quoting(Message::NothingFound, &state.search.text)));
        return;
    };
    let spot = state.spot();
    state.go_to(item);
    if state.spot() != spot {
        state.push_history(spot);
    }
    app.notice = Some(Notice::Done(locale.of(Message::HitOf, number, state.search.hits.len())));
}
