//! [`update()`]: what a message does to the state.

use super::app::{App, Focus, Notice, Overlay, Pane, Place};
use super::{Effect, Msg, overlay};
use crate::keymap::{Action, action};

/// Answers a message: changes the state, and says what the world must do.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    match msg {
        Msg::Key(key) => {
            app.notice = None;
            if let Some(action) = action(key) {
                effects = act(app, action);
            }
        }
        Msg::Resize(width, height) => app.size = (width, height),
        Msg::Tick(now) => {
            let is_first = app.now.is_none();
            app.now = Some(now);
            if is_first {
                app.go_to_now();
            }
        }
        Msg::CannotSuspend => app.notice = Some(Notice::CannotSuspend),
    }
    app.arrange();
    effects
}

fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Quit => return vec![Effect::Quit],
        Action::Suspend => return vec![Effect::Suspend],
        _ => {}
    }
    if let Some(Overlay::Help { top }) = app.overlay {
        app.overlay = overlay::help::act(app, top, action).map(|top| Overlay::Help { top });
        return Vec::new();
    }
    match action {
        Action::Help => app.overlay = Some(Overlay::Help { top: 0 }),
        Action::NextPane => turn(app, 1),
        Action::PreviousPane => turn(app, Pane::ALL.len() - 1),
        Action::Pane(number) => {
            if let Some(pane) = usize::from(number).checked_sub(1).and_then(|at| Pane::ALL.get(at)) {
                open_pane(app, *pane);
            }
        }
        Action::NextDay => change_day(app, app.day.saturating_add(1)),
        Action::PreviousDay => change_day(app, app.day.saturating_sub(1)),
        Action::Open | Action::Right => {
            if app.place().selected.is_some() {
                app.focus = Focus::Detail;
            }
        }
        Action::Back | Action::Left => app.focus = Focus::List,
        _ => match app.focus {
            Focus::List => select(app, action),
            Focus::Detail => read(app, action),
        },
    }
    Vec::new()
}

fn turn(app: &mut App, by: usize) {
    let at = Pane::ALL.iter().position(|pane| *pane == app.pane).unwrap_or(0);
    open_pane(app, Pane::ALL[(at + by) % Pane::ALL.len()]);
}

fn open_pane(app: &mut App, pane: Pane) {
    app.pane = pane;
    app.focus = Focus::List;
}

fn change_day(app: &mut App, day: usize) {
    if app.pane == Pane::Agenda && day < app.days.len() {
        app.day = day;
        app.focus = Focus::List;
    }
}

/// Moves the selection of the list.
fn select(app: &mut App, action: Action) {
    let Some(list) = &app.arranged.list else { return };
    let Place { selected, top } = app.place();
    let page = isize::try_from(app.list_height().max(2) - 1).unwrap_or(isize::MAX);
    let to = match action {
        Action::Down => list.step(selected, 1),
        Action::Up => list.step(selected, -1),
        Action::First => list.step(selected, isize::MIN),
        Action::Last => list.step(selected, isize::MAX),
        Action::PageDown => list.page(selected, page),
        Action::PageUp => list.page(selected, -page),
        _ => selected,
    };
    app.set_place(Place { selected: to, top });
}

/// Scrolls the detail; arranging keeps it inside its text.
fn read(app: &mut App, action: Action) {
    let page = app.detail_height().max(2) - 1;
    app.detail_top = match action {
        Action::Down => app.detail_top.saturating_add(1),
        Action::Up => app.detail_top.saturating_sub(1),
        Action::First => 0,
        Action::Last => usize::MAX,
        Action::PageDown => app.detail_top.saturating_add(page),
        Action::PageUp => app.detail_top.saturating_sub(page),
        _ => app.detail_top,
    };
}
