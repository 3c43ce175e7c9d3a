//! Looking for something, and the way from hit to hit.

use super::prompt;
use crate::keymap::Action;
use crate::locale::Message;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::found::Catch;
use crate::tui::prompt::Asks;
use crate::tui::screen::Item;
use crate::tui::visit::{Focus, Pane};
use crate::wording;

/// Opens the line that is typed into, over what is shown; over hits, to go on with what found them.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    if visit.pane == Pane::Found && visit.focus == Focus::List {
        let text = visit.found.text.clone();
        prompt::open(app, Asks::Search, &text);
        return Vec::new();
    }
    if visit.pane != Pane::Found {
        visit.open_over(Pane::Found);
    }
    look_for(app, "")
}

/// Opens the line with a text in it, and looks for that.
fn look_for(app: &mut App, text: &str) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    let effects = visit.look_for(text);
    prompt::open(app, Asks::Search, text);
    effects
}

/// Leaves the line for the list of hits, where keys are commands again.
pub(super) fn enter_hits(app: &mut App, motion: Option<Action>) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    if visit.found.hits.is_empty() {
        return Vec::new();
    }
    visit.found.remember();
    app.prompt = None;
    motion.map(|motion| super::act(app, motion)).unwrap_or_default()
}

/// Leaves the line and keeps the hits; without hits, goes back to where the search began.
pub(super) fn keep_hits(app: &mut App) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    app.prompt = None;
    if visit.found.hits.is_empty() || visit.found.query.is_empty() {
        visit.close_over();
    } else {
        visit.found.remember();
    }
    Vec::new()
}

/// Looks for what was looked for before the text that is typed.
pub(super) fn former(app: &mut App) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    match visit.found.former() {
        Some(text) => look_for(app, &text),
        None => Vec::new(),
    }
}

/// Goes to what is selected among the hits.
pub(super) fn enter(app: &mut App) -> Vec<Effect> {
    app.prompt = None;
    let Some(visit) = &mut app.visit else { return Vec::new() };
    visit.found.remember();
    if let Some(target) = visit.time_target(&visit.found.text, &visit.wording(&app.viewer)) {
        visit.close_over();
        visit.remember(visit.spot());
        visit.go_to_time(target);
        return Vec::new();
    }
    if visit.found.query.is_empty() {
        let mistake = visit.found.first_mistake();
        let sentence = mistake.map(|mistake| wording::query_mistake(mistake, app.viewer.locale()));
        app.notice = sentence.map(Notice::Failed);
        visit.close_over();
        return Vec::new();
    }
    // What was typed last is not found yet; what is listed was found for something else.
    if visit.found.is_awaited {
        visit.found.is_entered = true;
        return Vec::new();
    }
    arrive(app);
    Vec::new()
}

/// Goes to what is selected among the hits, or back where there is none.
fn arrive(app: &mut App) {
    let Some(visit) = &mut app.visit else { return };
    if visit.found.hits.is_empty() {
        let locale = app.viewer.locale();
        let mistake = visit.found.first_mistake().map(|mistake| wording::query_mistake(mistake, locale));
        let sentence = mistake.unwrap_or_else(|| locale.quoting(Message::NothingFound, &visit.found.text));
        visit.close_over();
        app.notice = Some(Notice::Failed(sentence));
        return;
    }
    let hit = visit.hit(0);
    go(app, hit);
}

/// True if the list of hits has the focus.
pub(super) fn is_in_hits(app: &App) -> bool {
    app.shown_visit().is_some_and(|visit| visit.pane == Pane::Found && visit.focus == Focus::List)
}

/// Goes to the selected hit.
pub(super) fn go_to_selected(app: &mut App) {
    let hit = app.visit.as_ref().and_then(|visit| visit.hit(0));
    if hit.is_some() {
        go(app, hit);
    }
}

/// A worker has looked.
pub(super) fn caught(app: &mut App, of: Catch) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    let effects = visit.caught(of);
    if !visit.found.is_awaited && std::mem::take(&mut visit.found.is_entered) && visit.pane == Pane::Found {
        app.arrange();
        arrive(app);
    }
    effects
}

/// Goes to the hit that is so many hits away.
pub(super) fn step(app: &mut App, by: isize) {
    let Some(visit) = app.visit.as_ref().filter(|visit| !visit.found.query.is_empty()) else { return };
    let hit = visit.hit(by);
    go(app, hit);
}

fn go(app: &mut App, hit: Option<(usize, Item)>) {
    let Some(visit) = &mut app.visit else { return };
    let locale = app.viewer.locale();
    let Some((number, item)) = hit else {
        app.notice = Some(Notice::Failed(locale.quoting(Message::NothingFound, &visit.found.text)));
        return;
    };
    let spot = visit.spot();
    visit.go_to(item);
    if visit.spot() != spot {
        visit.remember(spot);
    }
    app.notice = Some(Notice::Done(locale.of(Message::HitOf, number, visit.found.hits.len())));
}
