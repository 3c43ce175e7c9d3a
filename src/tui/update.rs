//! [`update()`]: what a message does to the state.

use super::app::{App, Detail, Focus, Notice, Overlay, Pane, Place};
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
        Action::Open if app.focus == Focus::Detail => follow(app),
        Action::Open | Action::Right => {
            if app.shown().is_some() {
                app.focus = Focus::Detail;
            }
        }
        Action::Back | Action::Left => {
            app.focus = Focus::List;
            app.detail.instead = None;
        }
        Action::Return => {
            if let Some(spot) = app.history.pop() {
                app.return_to(spot);
            }
        }
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
    if pane != app.pane {
        app.pane = pane;
        app.detail = Detail::default();
    }
    app.focus = Focus::List;
    app.detail.instead = None;
}

/// Goes where the selected link leads, and remembers where one was.
fn follow(app: &mut App) {
    let target = app.arranged.page.as_ref().and_then(|page| page.target(app.detail.link));
    if let Some(target) = target {
        app.history.push(app.spot());
        app.go_to(target);
    }
}

fn change_day(app: &mut App, day: usize) {
    if app.pane == Pane::Agenda && day < app.program.index.days().len() {
        app.day = day;
        app.focus = Focus::List;
        app.detail = Detail::default();
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
    if to != selected {
        app.detail = Detail::default();
    }
    app.set_place(Place { selected: to, top });
}

/// Goes to the next link of the detail where one is in view, else scrolls; arranging keeps it inside its text.
fn read(app: &mut App, action: Action) {
    let page = app.detail_height().max(2) - 1;
    let top = app.detail.top;
    let scrolled = match action {
        Action::Down => top.saturating_add(1),
        Action::Up => top.saturating_sub(1),
        Action::First => 0,
        Action::Last => usize::MAX,
        Action::PageDown => top.saturating_add(page),
        Action::PageUp => top.saturating_sub(page),
        _ => top,
    };
    if let (Action::Down | Action::Up, Some(text), Some(link)) = (action, &app.arranged.page, app.detail.link)
    {
        let next = |seen| text.step(Some(link), action == Action::Down, seen);
        if let Some(link) = next(app.seen()) {
            app.detail.link = Some(link);
            return;
        }
        // A link that comes into view by this one line is gone to at once.
        app.detail.top = scrolled;
        app.detail.link = next(app.seen()).or(Some(link));
        return;
    }
    app.detail.top = scrolled;
}
