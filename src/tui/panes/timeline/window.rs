//! [`Window`]: the visible part of a timeline and its position on the screen.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use crate::tui::conference::{ConferenceState, Grid};
use crate::tui::view_context::ViewContext;
use kurultai_schedule::index::{Cell, Column, Point, Timeline};

/// The width of the time column, with blanks on both sides.
pub(in crate::tui) const TIMES: u16 = 9;
/// The smallest heights of a window with a heading, and with a rule below it.
const WITH_HEAD: u16 = 3;
const WITH_RULE: u16 = 12;
/// The smallest width of a room, and its value below 48 columns.
const ROOM: u16 = 17;
const NARROW: (u16, u16) = (48, 15);
/// The largest width of a room.
const WIDEST: u16 = 56;
/// The width of a track of a room with overlapping sessions.
const LANE: u16 = 12;
/// The smallest width of a partly visible room.
const PART: u16 = 8;
/// The number of rows above a session that is scrolled into view.
const ABOVE: usize = 2;

/// The visible part of a timeline and its position on the screen.
#[derive(Debug, Clone)]
pub(in crate::tui) struct Window {
    /// The row with the names of the rooms, if there is space.
    pub(in crate::tui) head: Option<Rect>,
    pub(in crate::tui) rule: Option<Rect>,
    /// The rows with their times, without the scrollbar.
    pub(in crate::tui) body: Rect,
    pub(in crate::tui) top: usize,
    /// The first visible track, the start columns of all visible tracks, and the end column.
    pub(in crate::tui) left: usize,
    starts: Vec<u16>,
}

impl Window {
    /// Returns the part of a timeline that is visible in an area.
    pub(in crate::tui) fn new(timeline: &Timeline, area: Rect, grid: &Grid) -> Self {
        let (top, left) = (grid.top.unwrap_or(0), grid.left);
        let has_head = area.height >= WITH_HEAD;
        let has_rule = area.height >= WITH_RULE;
        let above = u16::from(has_head) + u16::from(has_rule);
        let row = |y: u16| Rect { y, height: 1, ..area };
        let width = area.width.saturating_sub(1);
        let body = Rect { y: area.y + above, height: area.height - above, width, ..area };
        let mut starts = vec![body.x.saturating_add(TIMES)];
        for track in left..timeline.tracks() {
            let (start, end) = (starts[starts.len() - 1], body.right());
            let free = end.saturating_sub(start);
            let wanted = track_width(timeline, track, rooms_width(area));
            // A partly visible room shows that there are more.
            if free < wanted.min(PART) && starts.len() > 1 || free == 0 {
                break;
            }
            starts.push(start + wanted.min(free));
        }
        Self {
            head: has_head.then(|| row(area.y)),
            rule: has_rule.then(|| row(area.y + 1)),
            body,
            top,
            left,
            starts,
        }
    }

    /// Returns the visible tracks.
    pub(in crate::tui) fn tracks(&self) -> Range<usize> {
        self.left..self.left + self.starts.len() - 1
    }

    /// Returns the visible rows.
    pub(in crate::tui) fn rows(&self) -> Range<usize> {
        self.top..self.top + usize::from(self.body.height)
    }

    /// Returns the columns of the visible part of some tracks.
    pub(in crate::tui) fn columns(&self, tracks: &Range<usize>) -> Option<Range<u16>> {
        let seen = self.tracks();
        let (from, to) = (tracks.start.max(seen.start), tracks.end.min(seen.end));
        (from < to).then(|| self.starts[from - self.left]..self.starts[to - self.left])
    }

    /// Returns the area of the visible part of a cell.
    pub(in crate::tui) fn place(&self, cell: &Cell) -> Option<Rect> {
        let columns = self.columns(&cell.tracks)?;
        let seen = self.rows();
        let (from, to) = (cell.rows.start.max(seen.start), cell.rows.end.min(seen.end));
        let height = u16::try_from(to.checked_sub(from).filter(|rows| *rows > 0)?).ok()?;
        let y = self.body.y + u16::try_from(from - self.top).ok()?;
        Some(Rect { x: columns.start, y, width: columns.end - columns.start, height })
    }

    /// Returns the point at a position of the screen.
    pub(in crate::tui) fn point(&self, at: Position) -> Option<Point> {
        let track = self.track(at.x).filter(|_| self.body.contains(at))?;
        Some(Point { track, row: self.top + usize::from(at.y - self.body.y) })
    }

    /// Returns the track whose heading is at a position of the screen.
    pub(in crate::tui) fn headed_track(&self, at: Position) -> Option<usize> {
        self.track(at.x).filter(|_| self.head.is_some_and(|head| head.contains(at)))
    }

    fn track(&self, x: u16) -> Option<usize> {
        let track = self.starts.windows(2).position(|pair| pair[0] <= x && x < pair[1])?;
        Some(self.left + track)
    }
}

/// Returns the width of all rooms.
fn rooms_width(area: Rect) -> u16 {
    area.width.saturating_sub(TIMES + 1)
}

/// Returns the width of a track. As many rooms as fit share the width; the tracks of a room share that of the room.
fn track_width(timeline: &Timeline, track: usize, all: u16) -> u16 {
    let least = if all < NARROW.0 { NARROW.1 } else { ROOM };
    let rooms = u16::try_from(timeline.tracks()).unwrap_or(u16::MAX);
    let lanes_of = |column: &Column| u16::try_from(column.tracks.len()).unwrap_or(u16::MAX);
    let lanes = timeline.columns().get(timeline.column_of(track)).map_or(1, lanes_of);
    // Rooms with several tracks get surplus width first.
    if rooms > 0 && all / rooms >= least {
        return (all / rooms).min(WIDEST);
    }
    let single = timeline.columns().iter().filter(|column| column.tracks.len() == 1).count();
    let single = u16::try_from(single).unwrap_or(u16::MAX);
    let left = all.saturating_sub(single.saturating_mul(least));
    let lane = left / rooms.saturating_sub(single).max(1);
    if rooms > single && lane >= LANE {
        return if lanes == 1 { least } else { lane.min(least) };
    }
    let room = (all / (all / least).clamp(1, rooms.max(1))).clamp(1, WIDEST);
    if lanes == 1 { room } else { (room / lanes).max(LANE).min(all.max(1)) }
}

/// Returns the first cell of the selected session, if it is visible.
pub(in crate::tui) fn selected_cell(
    state: &ConferenceState,
    timeline: &Timeline,
    area: Rect,
) -> Option<Position> {
    let session = state.selected_session()?;
    let window = Window::new(timeline, area, &state.grid);
    let mut cells = timeline.cells().iter().filter(|cell| cell.session == session);
    cells.find_map(|cell| window.place(cell)).map(Rect::as_position)
}

/// Keeps a part of the selected session visible. Scrolls to all of it if it was selected elsewhere.
pub(in crate::tui) fn keep_in_view(state: &mut ConferenceState, timeline: &Timeline, viewer: &ViewContext) {
    let is_new = state.grid.session != state.selected_session();
    reveal(state, timeline, viewer, is_new || state.grid.top.is_none());
}

/// Scrolls as little as necessary to show the selected session, or a part of it.
pub(in crate::tui) fn reveal(
    state: &mut ConferenceState,
    timeline: &Timeline,
    viewer: &ViewContext,
    whole: bool,
) {
    let area = state.timeline_area(viewer);
    let Some(id) = state.selected_session() else { return };
    let Some((cell, mut at)) = timeline.cell_of(id, state.grid.point) else { return };
    if state.grid.session != Some(id) {
        at.row = cell.rows.start;
    }
    let height = usize::from(Window::new(timeline, area, &state.grid).body.height).max(1);
    let last_top = timeline.rows().saturating_sub(height);
    let Range { start, end } = cell.rows;
    let top = state.grid.top.unwrap_or(start.saturating_sub(ABOVE));
    let top = if !whole {
        top.clamp((start + 1).saturating_sub(height), end - 1)
    } else if end - start > height {
        // If the session is higher than the screen: the current time, or else its start.
        let now =
            state.list_minute(viewer).and_then(|now| timeline.row_at(state.presenter(viewer).moment(now)));
        let now = now.filter(|row| cell.rows.contains(row));
        now.map_or(start, |row| row.saturating_sub(height / 3).clamp(start, end - height))
    } else {
        top.clamp(end.saturating_sub(height), start)
    };

    // The tracks of the room that the session occupies.
    let column = &timeline.columns()[timeline.column_of(at.track)].tracks;
    let tracks = cell.tracks.start.max(column.start)..cell.tracks.end.min(column.end);
    let all = rooms_width(area);
    // Returns the first track to show so that `from` and all tracks up to `end` are visible.
    let first_seen = |end: usize, from: usize| {
        let mut free = u32::from(all);
        for track in (from..end).chain((0..from).rev()) {
            let width = u32::from(track_width(timeline, track, all));
            match free.checked_sub(width) {
                Some(rest) => free = rest,
                None => return (track + 1).min(from),
            }
        }
        0
    };
    let least = first_seen(tracks.end, tracks.start);
    // Leave no columns empty while tracks on the left are hidden.
    let most = first_seen(timeline.tracks(), timeline.tracks());
    let left = state.grid.left.clamp(least, tracks.start).min(most);
    state.grid = Grid { session: Some(id), point: at, top: Some(top.min(last_top)), left };
}
