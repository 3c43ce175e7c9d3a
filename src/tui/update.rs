//! [`update()`]: what a message does to the state.

use super::app::{App, Notice, Overlay};
use super::viewer::Viewer;
use super::visit::{Detail, Focus, Pane, Place, Visit};
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
        Msg::Resize(width, height) => app.viewer.size = (width, height),
        Msg::Tick(now) => {
            let is_first = app.viewer.now.is_none();
            app.viewer.now = Some(now);
            if is_first {
                app.visit.go_to_now(&app.viewer);
            }
        }
        Msg::CannotSuspend => app.notice = Some(Notice::CannotSuspend),
    }
    app.visit.arrange(&app.viewer);
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
    let visit = &mut app.visit;
    match action {
        Action::Help => app.overlay = Some(Overlay::Help { top: 0 }),
        Action::NextPane => turn(visit, 1),
        Action::PreviousPane => turn(visit, Pane::ALL.len() - 1),
        Action::Pane(number) => {
            if let Some(pane) = usize::from(number).checked_sub(1).and_then(|at| Pane::ALL.get(at)) {
                open_pane(visit, *pane);
            }
        }
        Action::NextDay => change_day(visit, visit.day.saturating_add(1)),
        Action::PreviousDay => change_day(visit, visit.day.saturating_sub(1)),
        Action::Open if visit.focus == Focus::Detail => follow(visit),
        Action::Open | Action::Right => {
            if visit.shown().is_some() {
                visit.focus = Focus::Detail;
            }
        }
        Action::Back | Action::Left => {
            visit.focus = Focus::List;
            visit.detail.instead = None;
        }
        Action::Return => {
            if let Some(spot) = visit.history.pop() {
                visit.return_to(spot);
            }
        }
        _ => match visit.focus {
            Focus::List => select(visit, &app.viewer, action),
            Focus::Detail => read(visit, &app.viewer, action),
        },
    }
    Vec::new()
}

fn turn(visit: &mut Visit, by: usize) {
    let at = Pane::ALL.iter().position(|pane| *pane == visit.pane).unwrap_or(0);
    open_pane(visit, Pane::ALL[(at + by) % Pane::ALL.len()]);
}

fn open_pane(visit: &mut Visit, pane: Pane) {
    if pane != visit.pane {
        visit.pane = pane;
        visit.detail = Detail::default();
    }
    visit.focus = Focus::List;
    visit.detail.instead = None;
}

/// Goes where the selected link leads, and remembers where one was.
fn follow(visit: &mut Visit) {
    let target = visit.arranged.page.as_ref().and_then(|page| page.target(visit.detail.link));
    if let Some(target) = target {
        visit.history.push(visit.spot());
        visit.go_to(target);
    }
}

fn change_day(visit: &mut Visit, day: usize) {
    if visit.pane == Pane::Agenda && day < visit.program.index.days().len() {
        visit.day = day;
        visit.focus = Focus::List;
        visit.detail = Detail::default();
    }
}

/// Moves the selection of the list.
fn select(visit: &mut Visit, viewer: &Viewer, action: Action) {
    let Some(list) = &visit.arranged.list else { return };
    let Place { selected, top } = visit.place();
    let page = isize::try_from(visit.list_height(viewer).max(2) - 1).unwrap_or(isize::MAX);
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
        visit.detail = Detail::default();
    }
    visit.set_place(Place { selected: to, top });
}

/// Goes to the next link of the detail where one is in view, else scrolls; arranging keeps it inside its text.
fn read(visit: &mut Visit, viewer: &Viewer, action: Action) {
    let page = visit.detail_height(viewer).max(2) - 1;
    let top = visit.detail.top;
    let scrolled = match action {
        Action::Down => top.saturating_add(1),
        Action::Up => top.saturating_sub(1),
        Action::First => 0,
        Action::Last => usize::MAX,
        Action::PageDown => top.saturating_add(page),
        Action::PageUp => top.saturating_sub(page),
        _ => top,
    };
    if let (Action::Down | Action::Up, Some(text), Some(link)) =
        (action, &visit.arranged.page, visit.detail.link)
    {
        let next = |seen| text.step(Some(link), action == Action::Down, seen);
        if let Some(link) = next(visit.seen(viewer)) {
            visit.detail.link = Some(link);
            return;
        }
        // A link that comes into view by this one line is gone to at once.
        visit.detail.top = scrolled;
        visit.detail.link = next(visit.seen(viewer)).or(Some(link));
        return;
    }
    visit.detail.top = scrolled;
}
