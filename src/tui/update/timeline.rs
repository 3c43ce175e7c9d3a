//! Keys and mouse events in the timeline.

use ratatui::layout::Position;

use crate::keymap::{Action, PointerKind};
use crate::tui::app::App;
use crate::tui::conference::PaneItem;
use crate::tui::conference::{Anchor, ConferenceState, Detail, Focus, Pane};
use crate::tui::panes::timeline::{Window, reveal};
use crate::tui::view_context::ViewContext;
use kurultai_schedule::index::{Cell, Direction, Point, Timeline};

/// The number of rows that the wheel scrolls.
const ROWS: usize = 3;

/// Switches between agenda and timeline.
pub(super) fn toggle(app: &mut App) {
    let Some(state) = &mut app.conference else { return };
    let is_there = state.is_on_timeline();
    state.day_pane = if is_there { Pane::AGENDA } else { Pane::TIMELINE };
    state.show(Pane::AGENDA);
    state.detail = Detail::default();
    state.grid.reset_scroll();
    if is_there {
        state.anchor = Some(Anchor::SelectedIfHidden);
    }
}

/// Performs an action that is different from that in a list. Returns false for all other actions.
pub(super) fn act(
    state: &mut ConferenceState,
    timeline: &Timeline,
    viewer: &ViewContext,
    action: Action,
) -> bool {
    let at = state.grid.point;
    let rows =
        usize::from(Window::new(timeline, state.timeline_area(viewer), &state.grid).body.height).max(2) - 1;
    let start = |cell: &Cell| (cell.session, Point { track: cell.tracks.start, row: cell.rows.start });
    let from = state.selected_session();
    let step = |direction| timeline.step(from?, at, direction);
    let page = |direction, rows| timeline.page(from?, at, direction, rows);
    let to = match action {
        Action::Down => step(Direction::Down),
        Action::Up => step(Direction::Up),
        Action::Left => step(Direction::Left),
        Action::Right => step(Direction::Right),
        Action::PageDown => page(Direction::Down, rows),
        Action::PageUp => page(Direction::Up, rows),
        Action::NextGroup => page(Direction::Down, hour(timeline)),
        Action::PreviousGroup => page(Direction::Up, hour(timeline)),
        Action::HalfPageDown => page(Direction::Down, rows.div_ceil(2)),
        Action::HalfPageUp => page(Direction::Up, rows.div_ceil(2)),
        Action::First => timeline.cells().first().map(start),
        Action::Last => timeline.cells().last().map(start),
        _ => return false,
    };
    if let Some(to) = to {
        state.select_in_timeline(to);
        reveal(state, timeline, viewer, true);
    }
    true
}

/// Returns the number of rows of an hour.
fn hour(timeline: &Timeline) -> usize {
    usize::try_from(60 / timeline.minutes_per_row().max(1)).unwrap_or(1).max(1)
}

/// Handles a mouse event: a click selects a session, opens it if it is selected, or opens a room by its name; the wheel
/// scrolls and keeps the selection visible.
pub(super) fn point(
    state: &mut ConferenceState,
    timeline: &Timeline,
    viewer: &ViewContext,
    kind: PointerKind,
    at: Position,
) {
    let window = Window::new(timeline, state.timeline_area(viewer), &state.grid);
    let direction = match kind {
        PointerKind::Press => {
            let room =
                window.headed_track(at).and_then(|track| timeline.columns()[timeline.column_of(track)].room);
            if let Some(room) = room {
                state.push_history(state.location());
                state.go_to(PaneItem::Room(room));
                return;
            }
            let point = window.point(at);
            let there = point.and_then(|point| Some((timeline.cell_at(point)?.session, point)));
            match there {
                Some((session, _)) if state.selected_session() == Some(session) => {
                    state.focus = Focus::Detail;
                }
                Some(there) => state.select_in_timeline(there),
                None => {}
            }
            return;
        }
        PointerKind::WheelUp => Direction::Up,
        PointerKind::WheelDown => Direction::Down,
    };
    let rows = timeline.rows();
    let height = usize::from(window.body.height).max(1);
    let last_top = rows.saturating_sub(height);
    let top = match direction {
        Direction::Up => window.top.saturating_sub(ROWS),
        _ => (window.top + ROWS).min(last_top),
    };
    state.grid.top = Some(top);
    let seen = top..top + height;
    let is_seen = |rows: &std::ops::Range<usize>| rows.start < seen.end && seen.start < rows.end;
    let here = state.grid.point;
    let Some((cell, _)) = state.selected_session().and_then(|id| timeline.cell_of(id, here)) else { return };
    if is_seen(&cell.rows) {
        return;
    }
    // Select the closest visible session.
    let others = timeline.cells().iter().filter(|cell| is_seen(&cell.rows));
    let nearest = others.min_by_key(|other| {
        let is_elsewhere = !other.tracks.contains(&here.track);
        (is_elsewhere, other.tracks.start.abs_diff(here.track), other.rows.start.abs_diff(cell.rows.start))
    });
    let to = match nearest {
        Some(cell) => {
            let track = if cell.tracks.contains(&here.track) { here.track } else { cell.tracks.start };
            Some((cell.session, Point { track, row: cell.rows.start }))
        }
        None => timeline.step(cell.session, here, direction),
    };
    if let Some(to) = to {
        state.select_in_timeline(to);
    }
}
