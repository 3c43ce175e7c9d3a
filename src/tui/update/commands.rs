//! Runs the commands of the palette.

use super::{action, events, navigation};
use crate::tui::Effect;
use crate::tui::app::App;
use crate::tui::conference::Pane;
use crate::tui::overlay::Command;

/// Closes the palette and runs a command.
pub(super) fn run(app: &mut App, command: Command) -> Vec<Effect> {
    app.overlay = None;
    if let Command::Action(action) = command {
        let is_in_events = app.shown_state().is_none();
        return if is_in_events { events::act(app, action) } else { action::act(app, action) };
    }
    let Some(state) = &mut app.conference else { return Vec::new() };
    let location = state.location();
    match command {
        Command::Action(_) => {}
        Command::Time(target) => state.go_to_time(target),
        Command::Day(day) => {
            state.show(Pane::AGENDA);
            navigation::change_day(state, day);
        }
        Command::Item(item) => state.go_to(item),
    }
    if state.location() != location {
        state.push_history(location);
    }
    Vec::new()
}
