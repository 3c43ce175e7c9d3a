//! What keys do while something is typed at the bottom of the screen.

use super::{facets, plan_input, search};
use crate::keymap::{Action, Code, Key};
use crate::tui::Effect;
use crate::tui::app::App;
use crate::tui::conference::is_condition;
use crate::tui::prompt::{Prompt, PromptKind};
use crate::tui::widget::Typed;

/// Opens a line that is typed into.
pub(super) fn open(app: &mut App, asks: PromptKind, text: &str) {
    app.prompt = Some(Prompt::new(asks, text));
}

/// Answers a key while something is typed.
pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let Some(Prompt { asks, field }) = &mut app.prompt else { return Vec::new() };
    let asks = *asks;
    // A blank is only part of a condition; in words it chooses.
    if asks == PromptKind::Filter && key == Key::char(' ') && !is_condition(field.text()) {
        return facets::choose(app);
    }
    if key.code == Code::Enter {
        return enter(app, asks);
    }
    if asks == PromptKind::Search {
        match key.code {
            Code::Tab => return search::enter_hits(app, None),
            Code::Esc => return search::keep_hits(app),
            Code::Up => return search::former(app),
            Code::Down => return search::enter_hits(app, Some(Action::Down)),
            _ => {}
        }
    }
    // One more than there are letters closes the line.
    if key.code == Code::Backspace && field.text().is_empty() && asks != PromptKind::Filter {
        return close(app);
    }
    match field.press(key) {
        Typed::Changed => return changed(app),
        Typed::Moved => return Vec::new(),
        Typed::Nothing => {}
    }
    match app.viewer.keymap().action(key) {
        Some(Action::Quit) => {
            // Who leaves in the middle of a note has not taken it back.
            let effects =
                if let PromptKind::Note(id) = asks { plan_input::enter_note(app, id) } else { Vec::new() };
            effects.into_iter().chain(super::quit(app)).collect()
        }
        Some(Action::Suspend) => vec![Effect::Suspend],
        Some(Action::Back) => close(app),
        Some(motion) if asks.has_list() && motion.is_motion() => {
            move_in_list(app, motion);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

pub(super) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    let typed = app.prompt.as_mut().map(|prompt| match prompt.asks {
        PromptKind::Note(_) => prompt.field.push(&plan_input::with_marks(text)),
        _ => prompt.field.push(text),
    });
    if typed == Some(Typed::Changed) { changed(app) } else { Vec::new() }
}

/// The text is another one now.
fn changed(app: &mut App) -> Vec<Effect> {
    let (Some(prompt), Some(state)) = (&app.prompt, &mut app.conference) else { return Vec::new() };
    match prompt.asks {
        PromptKind::Search => state.look_for(prompt.field.text()).map(Effect::Search).into_iter().collect(),
        PromptKind::Filter => {
            state.narrow_facets(prompt.field.text());
            Vec::new()
        }
        PromptKind::Note(_) | PromptKind::Busy => Vec::new(),
    }
}

fn enter(app: &mut App, asks: PromptKind) -> Vec<Effect> {
    match asks {
        PromptKind::Search => search::enter(app),
        PromptKind::Filter => facets::enter(app),
        PromptKind::Note(id) => plan_input::enter_note(app, id),
        PromptKind::Busy => plan_input::enter_busy(app),
    }
}

/// Ends the typing without what was typed.
fn close(app: &mut App) -> Vec<Effect> {
    let Some(prompt) = app.prompt.take() else { return Vec::new() };
    let Some(state) = &mut app.conference else { return Vec::new() };
    match prompt.asks {
        // What was begun is taken back first.
        PromptKind::Filter if !prompt.field.text().is_empty() => {
            state.narrow_facets("");
            open(app, PromptKind::Filter, "");
        }
        PromptKind::Search | PromptKind::Filter => drop(state.close_secondary()),
        PromptKind::Note(_) | PromptKind::Busy => {}
    }
    Vec::new()
}

fn move_in_list(app: &mut App, motion: Action) {
    if let Some(state) = &mut app.conference {
        super::navigation::act(state, &app.layout_cache, &app.viewer, motion);
    }
}

impl PromptKind {
    /// Whether a list lies above the line, in which arrows move.
    fn has_list(self) -> bool {
        matches!(self, Self::Search | Self::Filter)
    }
}
