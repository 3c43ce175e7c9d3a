//! Keys in the input line.

use super::{conference, facets, navigation, plan_input, search};
use crate::keymap::{Action, Code, Key};
use crate::tui::Effect;
use crate::tui::app::App;
use crate::tui::conference::is_condition;
use crate::tui::prompt::{Prompt, PromptKind};
use crate::tui::widget::Edit;

/// Handles a key.
pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let Some(Prompt { kind, field }) = &mut app.prompt else { return Vec::new() };
    let kind = *kind;
    // Space is text in a condition; otherwise it toggles the selected facet value.
    if kind == PromptKind::Filter && key == Key::char(' ') && !is_condition(field.text()) {
        return facets::choose(app);
    }
    if key.code == Code::Enter {
        return enter(app, kind);
    }
    if kind == PromptKind::Search {
        match key.code {
            Code::Tab => return search::enter_hits(app, None),
            Code::Esc => return search::leave_line(app),
            Code::Up => return search::previous(app),
            Code::Down => return search::next(app),
            _ => {}
        }
    }
    // Backspace in an empty line closes it.
    if key.code == Code::Backspace && field.text().is_empty() && kind != PromptKind::Filter {
        return close(app);
    }
    match field.press(key) {
        Edit::Changed => return changed(app),
        Edit::Moved => return Vec::new(),
        Edit::Ignored => {}
    }
    match app.viewer.keymap().action_while_typing(key) {
        Some(Action::Quit) => {
            // Quitting saves the note.
            let effects =
                if let PromptKind::Note(id) = kind { plan_input::enter_note(app, id) } else { Vec::new() };
            effects.into_iter().chain(conference::quit(app)).collect()
        }
        Some(Action::Suspend) => vec![Effect::Suspend],
        Some(Action::Back) => close(app),
        Some(motion) if kind.has_list() && motion.is_motion() => {
            move_in_list(app, motion);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

pub(super) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    let typed = app.prompt.as_mut().map(|prompt| match prompt.kind {
        PromptKind::Note(_) => prompt.field.insert(&plan_input::single_line(text)),
        _ => prompt.field.insert(text),
    });
    if typed == Some(Edit::Changed) { changed(app) } else { Vec::new() }
}

/// Handles a change of the text.
fn changed(app: &mut App) -> Vec<Effect> {
    let (Some(prompt), Some(state)) = (&app.prompt, &mut app.conference) else { return Vec::new() };
    match prompt.kind {
        PromptKind::Search => state.search_for(prompt.field.text()).map(Effect::Search).into_iter().collect(),
        PromptKind::Filter => {
            state.narrow_facets(prompt.field.text());
            Vec::new()
        }
        PromptKind::Note(_) | PromptKind::Busy => Vec::new(),
    }
}

fn enter(app: &mut App, kind: PromptKind) -> Vec<Effect> {
    match kind {
        PromptKind::Search => search::enter(app),
        PromptKind::Filter => facets::enter(app),
        PromptKind::Note(id) => plan_input::enter_note(app, id),
        PromptKind::Busy => plan_input::enter_busy(app),
    }
}

/// Closes the line without applying the text.
fn close(app: &mut App) -> Vec<Effect> {
    let Some(prompt) = app.prompt.take() else { return Vec::new() };
    let Some(state) = &mut app.conference else { return Vec::new() };
    match prompt.kind {
        // The first Escape only clears the text.
        PromptKind::Filter if !prompt.field.text().is_empty() => {
            state.narrow_facets("");
            app.open_prompt(PromptKind::Filter, "");
        }
        PromptKind::Search | PromptKind::Filter => drop(state.close_secondary()),
        PromptKind::Note(_) | PromptKind::Busy => {}
    }
    Vec::new()
}

fn move_in_list(app: &mut App, motion: Action) {
    if let Some(state) = &mut app.conference {
        navigation::act(state, &app.layout_cache, &app.viewer, motion);
    }
}
