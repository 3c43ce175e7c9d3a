//! The filter of the agenda.

use crate::presenter;
use crate::schedule::LoadedSchedule;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::conference::Pane;
use crate::tui::conference::PaneItem;
use crate::tui::conference::is_condition;
use crate::tui::prompt::PromptKind;
use kurultai_schedule::index::{Filter, Query};

/// Opens the facets with an input line.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    state.open_facets();
    app.open_prompt(PromptKind::Filter, "");
    Vec::new()
}

/// Toggles the selected facet value and clears the typed text.
pub(super) fn choose(app: &mut App) -> Vec<Effect> {
    if let Some(state) = &mut app.conference
        && let Some(PaneItem::Facet(number)) = state.cursor().selected
    {
        state.toggle_facet(number);
        app.open_prompt(PromptKind::Filter, "");
    }
    Vec::new()
}

/// Applies the typed text: a condition is added to the filter, any other text selects a facet value, and no
/// text returns to the agenda.
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
        let sentence = presenter::query_error(mistake, app.viewer.locale());
        app.notice = Some(Notice::Failed(sentence));
        return Vec::new();
    }
    let selected = state.cursor().selected;
    match selected {
        Some(PaneItem::Facet(number)) if !is_condition(&text) => state.toggle_facet(number),
        _ => {
            let both = format!("{} {typed}", state.filter.query);
            state.set_filter(Query::read(&both).0);
            state.narrow_facets("");
        }
    }
    app.open_prompt(PromptKind::Filter, "");
    Vec::new()
}

/// Clears the filter.
pub(super) fn clear(app: &mut App) {
    if let Some(state) = &mut app.conference {
        state.set_filter(Query::default());
    }
}

/// Switches between hidden sessions only and all others.
pub(super) fn show_hidden(app: &mut App) {
    if let Some(state) = &mut app.conference {
        state.show(Pane::AGENDA);
        state.show_hidden();
    }
}
