//! What keys and the mouse do in the timeline.

use ratatui::layout::Position;

use crate::index::{Cell, Point, Timeline, Way};
use crate::keymap::{Action, PointerKind};
use crate::tui::app::App;
use crate::tui::screen::Item;
use crate::tui::viewer::Viewer;
use crate::tui::visit::{Anchor, Detail, Focus, Pane, Visit};

/// So many rows does the wheel scroll.
const ROWS: usize = 3;

/// Shows the agenda as a timeline, or as a list again.
pub(super) fn turn(app: &mut App) {
    let Some(visit) = &mut app.visit else { return };
    let is_there = visit.is_on_timeline();
    visit.show(Pane::Agenda);
    visit.detail = Detail::default();
    visit.grid.is_shown = !is_there;
    visit.grid.leave();
    if is_there {
        visit.anchor = Some(Anchor::Hidden);
    }
}

/// Does what a key asks for where it means something else than in a list; false for all others.
pub(super) fn act(visit: &mut Visit, viewer: &Viewer, action: Action) -> bool {
    let timeline = &visit.arranged.timeline;
    let at = visit.grid.at;
    let rows = usize::from(visit.window(visit.timeline_area(viewer)).body.height).max(2) - 1;
    let start = |cell: &Cell| (cell.session, Point { track: cell.tracks.start, row: cell.rows.start });
    let from = visit.selected_session();
    let step = |way| timeline.step(from?, at, way);
    let page = |way, rows| timeline.page(from?, at, way, rows);
    let to = match action {
        Action::Down => step(Way::Down),
        Action::Up => step(Way::Up),
        Action::Left => step(Way::Left),
        Action::Right => step(Way::Right),
        Action::PageDown => page(Way::Down, rows),
        Action::PageUp => page(Way::Up, rows),
        Action::NextGroup => page(Way::Down, hour(timeline)),
        Action::PreviousGroup => page(Way::Up, hour(timeline)),
        Action::HalfPageDown => page(Way::Down, rows.div_ceil(2)),
        Action::HalfPageUp => page(Way::Up, rows.div_ceil(2)),
        Action::First => timeline.cells().first().map(start),
        Action::Last => timeline.cells().last().map(start),
        _ => return false,
    };
    if let Some(to) = to {
        visit.select_in_timeline(to);
        visit.reveal(viewer, true);
    }
    true
}

/// Returns the rows of an hour.
fn hour(timeline: &Timeline) -> usize {
    usize::try_from(60 / timeline.minutes_per_row().max(1)).unwrap_or(1).max(1)
}

/// A click selects a session, and opens it when it is selected already; on the name of a room it leads to the room. The wheel
/// scrolls, and the selection stays in sight.
pub(super) fn point(visit: &mut Visit, viewer: &Viewer, kind: PointerKind, at: Position) {
    let window = visit.window(visit.timeline_area(viewer));
    let way = match kind {
        PointerKind::Press => {
            let timeline = &visit.arranged.timeline;
            let room = window.named(at).and_then(|track| timeline.columns()[timeline.column_of(track)].room);
            if let Some(room) = room {
                visit.remember(visit.spot());
                visit.go_to(Item::Room(room));
                return;
            }
            let point = window.point(at);
            let there =
                point.and_then(|point| Some((visit.arranged.timeline.cell_at(point)?.session, point)));
            match there {
                Some((session, _)) if visit.selected_session() == Some(session) => {
                    visit.focus = Focus::Detail;
                }
                Some(there) => visit.select_in_timeline(there),
                None => {}
            }
            return;
        }
        PointerKind::WheelUp => Way::Up,
        PointerKind::WheelDown => Way::Down,
    };
    let rows = visit.arranged.timeline.rows();
    let height = usize::from(window.body.height).max(1);
    let last_top = rows.saturating_sub(height);
    let top = match way {
        Way::Up => window.top.saturating_sub(ROWS),
        _ => (window.top + ROWS).min(last_top),
    };
    visit.grid.top = Some(top);
    let seen = top..top + height;
    let is_seen = |rows: &std::ops::Range<usize>| rows.start < seen.end && seen.start < rows.end;
    let (timeline, here) = (&visit.arranged.timeline, visit.grid.at);
    let Some((cell, _)) = visit.selected_session().and_then(|id| timeline.cell_of(id, here)) else { return };
    if is_seen(&cell.rows) {
        return;
    }
    // What is nearest takes the place of what went out of sight.
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
        None => timeline.step(cell.session, here, way),
    };
    if let Some(to) = to {
        visit.select_in_timeline(to);
    }
}
