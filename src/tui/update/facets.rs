//! Choosing what the agenda shows.

use super::prompt;
use crate::index::{Filter, Query};
use crate::program::Program;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::filtered::is_condition;
use crate::tui::prompt::Asks;
use crate::tui::screen::Item;
use crate::tui::visit::Pane;
use crate::wording;

/// Opens the list of what can be chosen, and a line to find it in.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    visit.open_facets();
    prompt::open(app, Asks::Filter, "");
    Vec::new()
}

/// Chooses the selected row, and clears the text that led to it.
pub(super) fn choose(app: &mut App) -> Vec<Effect> {
    if let Some(visit) = &mut app.visit
        && let Some(Item::Facet(number)) = visit.place().selected
    {
        visit.choose(number);
        prompt::open(app, Asks::Filter, "");
    }
    Vec::new()
}

/// Takes what was typed: as a condition where it is one, else for the choice that it led to; with nothing typed, shows
/// the agenda.
pub(super) fn enter(app: &mut App) -> Vec<Effect> {
    let (Some(typed), Some(visit)) = (&app.prompt, &mut app.visit) else { return Vec::new() };
    let text = typed.field.text().trim().to_owned();
    if text.is_empty() {
        app.prompt = None;
        visit.close_over();
        return Vec::new();
    }
    let (typed, mut mistakes) = Query::read(&text);
    let Program { conference, index, .. } = &*visit.program;
    mistakes.extend(Filter::new(&typed, conference, index).1);
    if let Some(mistake) = mistakes.first() {
        let sentence = wording::query_mistake(mistake, app.viewer.locale());
        app.notice = Some(Notice::Failed(sentence));
        return Vec::new();
    }
    let selected = visit.place().selected;
    match selected {
        Some(Item::Facet(number)) if !is_condition(&text) => visit.choose(number),
        _ => {
            let both = format!("{} {typed}", visit.filtered.query);
            visit.filter_by(Query::read(&both).0);
            visit.narrow_facets("");
        }
    }
    prompt::open(app, Asks::Filter, "");
    Vec::new()
}

/// Shows all of the agenda again.
pub(super) fn clear(app: &mut App) {
    if let Some(visit) = &mut app.visit {
        visit.filter_by(Query::default());
    }
}

/// Shows hidden sessions and nothing else, or all others again.
pub(super) fn show_hidden(app: &mut App) {
    if let Some(visit) = &mut app.visit {
        visit.show(Pane::Agenda);
        visit.show_hidden();
    }
}
