//! What keys do while something is typed at the bottom of the screen.

use super::{facets, notes, search};
use crate::keymap::{Action, Code, Key, action};
use crate::tui::Effect;
use crate::tui::app::App;
use crate::tui::filtered::is_condition;
use crate::tui::prompt::{Asks, Prompt};
use crate::tui::widget::Typed;

/// Opens a line that is typed into.
pub(super) fn open(app: &mut App, asks: Asks, text: &str) {
    app.prompt = Some(Prompt::new(asks, text));
}

/// Answers a key while something is typed.
pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let Some(Prompt { asks, field }) = &mut app.prompt else { return Vec::new() };
    let asks = *asks;
    // A blank is only part of a condition; in words it chooses.
    if asks == Asks::Filter && key == Key::char(' ') && !is_condition(field.text()) {
        return facets::choose(app);
    }
    if key.code == Code::Enter {
        return enter(app, asks);
    }
    if asks == Asks::Search {
        match key.code {
            Code::Tab => return search::enter_hits(app, None),
            Code::Esc => return search::keep_hits(app),
            Code::Up => return search::former(app),
            Code::Down => return search::enter_hits(app, Some(Action::Down)),
            _ => {}
        }
    }
    // One more than there are letters closes the line.
    if key.code == Code::Backspace && field.text().is_empty() && asks != Asks::Filter {
        return close(app);
    }
    match field.press(key) {
        Typed::Changed => return changed(app),
        Typed::Moved => return Vec::new(),
        Typed::Nothing => {}
    }
    match action(key) {
        Some(Action::Quit) => {
            // Who leaves in the middle of a note has not taken it back.
            let effects = if let Asks::Note(id) = asks { notes::enter_note(app, id) } else { Vec::new() };
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
        Asks::Note(_) => prompt.field.push(&notes::with_marks(text)),
        _ => prompt.field.push(text),
    });
    if typed == Some(Typed::Changed) { changed(app) } else { Vec::new() }
}

/// The text is another one now.
fn changed(app: &mut App) -> Vec<Effect> {
    let (Some(prompt), Some(visit)) = (&app.prompt, &mut app.visit) else { return Vec::new() };
    match prompt.asks {
        Asks::Search => visit.look_for(prompt.field.text()),
        Asks::Filter => {
            visit.narrow_facets(prompt.field.text());
            Vec::new()
        }
        Asks::Note(_) | Asks::Busy => Vec::new(),
    }
}

fn enter(app: &mut App, asks: Asks) -> Vec<Effect> {
    match asks {
        Asks::Search => search::enter(app),
        Asks::Filter => facets::enter(app),
        Asks::Note(id) => notes::enter_note(app, id),
        Asks::Busy => notes::enter_busy(app),
    }
}

/// Ends the typing without what was typed.
fn close(app: &mut App) -> Vec<Effect> {
    let Some(prompt) = app.prompt.take() else { return Vec::new() };
    let Some(visit) = &mut app.visit else { return Vec::new() };
    match prompt.asks {
        // What was begun is taken back first.
        Asks::Filter if !prompt.field.text().is_empty() => {
            visit.narrow_facets("");
            open(app, Asks::Filter, "");
        }
        Asks::Search | Asks::Filter => drop(visit.close_over()),
        Asks::Note(_) | Asks::Busy => {}
    }
    Vec::new()
}

fn move_in_list(app: &mut App, motion: Action) {
    if let Some(visit) = &mut app.visit {
        super::visit::act(visit, &app.viewer, motion);
    }
}

impl Asks {
    /// Whether a list lies above the line, in which arrows move.
    fn has_list(self) -> bool {
        matches!(self, Self::Search | Self::Filter)
    }
}
