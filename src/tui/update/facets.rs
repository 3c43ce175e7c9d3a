//! Choosing what the agenda shows.

use super::prompt;
use crate::index::{Filter, Query};
use crate::presenter;
use crate::schedule::LoadedSchedule;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::conference::Pane;
use crate::tui::conference::PaneItem;
use crate::tui::conference::is_condition;
use crate::tui::prompt::PromptKind;

/// Opens the list of what can be chosen, and a line to find it in.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    state.open_facets();
    prompt::open(app, PromptKind::Filter, "");
    Vec::new()
}

/// Chooses the selected row, and clears the text that led to it.
pub(super) fn choose(app: &mut App) -> Vec<Effect> {
    if let Some(state) = &mut app.conference
        && let Some(PaneItem::Facet(number)) = state.place().selected
    {
        state.choose(number);
        prompt::open(app, PromptKind::Filter, "");
    }
    Vec::new()
}

/// Takes what was typed: as a condition where it is one, else for the choice that it led to; with nothing typed, shows
/// the agenda.
pub(super) fn enter(app: &mut App) -> Vec<Effect> {
    let (Some(typed), Some(state)) = (&app.prompt, &mut app.conference) else { return Vec::new() };
    let text = typed.field.text().trim().to_owned();
    if text.is_empty() {
        app.prompt = None;
        state.close_secondary();
        return Vec::new();
    }
    let (typed, mut mistakes) = Query::read(&text);
    let LoadedSchedule { conference, index, .. } = &*state.schedule;
    mistakes.extend(Filter::new(&typed, conference, index).1);
    if let Some(mistake) = mistakes.first() {
        let sentence = presenter::query_mistake(mistake, app.viewer.locale());
        app.notice = Some(Notice::Failed(sentence));
        return Vec::new();
    }
    let selected = state.place().selected;
    match selected {
        Some(PaneItem::Facet(number)) if !is_condition(&text) => state.choose(number),
        _ => {
            let both = format!("{} {typed}", state.filter.query);
            state.filter_by(Query::read(&both).0);
            state.narrow_facets("");
        }
    }
    prompt::open(app, PromptKind::Filter, "");
    Vec::new()
}

/// Shows all of the agenda again.
pub(super) fn clear(app: &mut App) {
    if let Some(state) = &mut app.conference {
        state.filter_by(Query::default());
    }
}

/// Shows hidden sessions and nothing else, or all others again.
pub(super) fn show_hidden(app: &mut App) {
    if let Some(state) = &mut app.conference {
        state.show(Pane::AGENDA);
        state.show_hidden();
    }
}
