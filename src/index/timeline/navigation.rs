//! From one session of the grid to the nearest in a direction.

use std::ops::Range;

use super::{Cell, Timeline};
use crate::model::SessionId;

/// Where to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To what is earlier.
    Up,
    /// To what is later.
    Down,
    /// To the rooms before.
    Left,
    /// To the rooms behind.
    Right,
}

/// A place in the grid: where one is, also where a session takes more of it. Whoever goes down through what is in all rooms stays
/// in the room, and whoever goes right past a long session stays at the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Point {
    /// Which track.
    pub track: usize,
    /// Which row.
    pub row: usize,
}

/// A track aside is as far as so many rows.
const TRACK: usize = 4;

impl Timeline {
    /// The cell of a session at a place, else its first one, with the place in it that is nearest.
    #[must_use]
    pub fn cell_of(&self, session: SessionId, at: Point) -> Option<(&Cell, Point)> {
        let of_session = || self.cells.iter().filter(|cell| cell.session == session);
        let there = of_session().find(|cell| cell.tracks.contains(&at.track));
        let first =
            || of_session().map(|cell| (cell, Point { track: cell.tracks.start, row: cell.rows.start }));
        there.map(|cell| (cell, at)).or_else(|| first().next())
    }

    /// The session that is nearest in a direction, and the place there; `None` where there is none.
    ///
    /// Up and down stay in the room as long as it has sessions there; left and right go through what overlaps in a room, then to
    /// the next room, to what is there at that time. So every session can be reached.
    #[must_use]
    pub fn step(&self, session: SessionId, at: Point, way: Direction) -> Option<(SessionId, Point)> {
        let (cell, at) = self.cell_of(session, at)?;
        match way {
            Direction::Down | Direction::Up => {
                let next = self.in_room(cell, at, way).or_else(|| self.beyond(cell, at, way))?;
                Some((next.session, entered(next, at)))
            }
            Direction::Left | Direction::Right => {
                let (next, column) = self.aside(cell, at, way)?;
                let column = &self.columns[column].tracks;
                // Entered from the side: at its near end in that room.
                let track = next.tracks.start.max(column.start);
                Some((next.session, Point { track, row: at.row }))
            }
        }
    }

    /// The session of the room that is about so many rows away, and at least one session.
    #[must_use]
    pub fn page(
        &self,
        session: SessionId,
        at: Point,
        way: Direction,
        rows: usize,
    ) -> Option<(SessionId, Point)> {
        let (cell, at) = self.cell_of(session, at)?;
        let start = cell.rows.start;
        let goal = if way == Direction::Up { start.saturating_sub(rows) } else { start.saturating_add(rows) };
        let beyond =
            self.cells.iter().filter(|next| is_beyond(next, cell, way) && next.tracks.contains(&at.track));
        match beyond.min_by_key(|next| next.rows.start.abs_diff(goal)) {
            Some(next) => Some((next.session, entered(next, at))),
            None => self.step(session, at, way),
        }
    }

    /// Up or down in a track, else in its room.
    fn in_room(&self, cell: &Cell, at: Point, way: Direction) -> Option<&Cell> {
        let column = self.column_of(at.track);
        let room =
            || self.cells.iter().filter(|next| is_beyond(next, cell, way) && next.columns.contains(&column));
        let by_rows = |next: &&Cell| next.rows.start.abs_diff(cell.rows.start);
        let of_track = room().filter(|next| next.tracks.contains(&at.track)).min_by_key(by_rows);
        of_track.or_else(|| room().min_by_key(by_rows))
    }

    /// Up or down to wherever there is something.
    fn beyond(&self, cell: &Cell, at: Point, way: Direction) -> Option<&Cell> {
        let others = self.cells.iter().filter(|next| is_beyond(next, cell, way));
        others.min_by_key(|next| {
            let aside = distance(&next.tracks, at.track).saturating_mul(TRACK);
            aside.saturating_add(next.rows.start.abs_diff(cell.rows.start))
        })
    }

    /// Left or right: what overlaps in the room, else the next room that has another session; and in which column that is.
    fn aside(&self, cell: &Cell, at: Point, way: Direction) -> Option<(&Cell, usize)> {
        let column = self.column_of(at.track);
        let is_aside = |next: &Cell| match way {
            Direction::Right => next.tracks.start >= cell.tracks.end,
            _ => next.tracks.end <= cell.tracks.start,
        };
        let tracks_away = |next: &Cell| next.tracks.start.abs_diff(at.track);
        let overlaps = |next: &Cell| next.rows.start < cell.rows.end && cell.rows.start < next.rows.end;
        let in_room = self
            .cells
            .iter()
            .filter(|next| next.columns.contains(&column) && is_aside(next) && overlaps(next));
        let nearest = in_room.min_by_key(|next| (tracks_away(next), distance(&next.rows, at.row)));
        if let Some(next) = nearest {
            return Some((next, column));
        }
        let in_column = |column: usize| {
            let others = self
                .cells
                .iter()
                .filter(move |next| next.session != cell.session && next.columns.contains(&column));
            let next = others.min_by_key(|next| (distance(&next.rows, at.row), tracks_away(next)))?;
            Some((next, column))
        };
        match way {
            Direction::Right => (column + 1..self.columns.len()).find_map(in_column),
            _ => (0..column).rev().find_map(in_column),
        }
    }
}

/// The place in a cell that was entered from above or below.
fn entered(cell: &Cell, at: Point) -> Point {
    let track = if cell.tracks.contains(&at.track) { at.track } else { cell.tracks.start };
    Point { track, row: cell.rows.start }
}

/// Whether a cell begins later than another, or earlier.
fn is_beyond(next: &Cell, cell: &Cell, way: Direction) -> bool {
    let is_there = if way == Direction::Up {
        next.rows.start < cell.rows.start
    } else {
        next.rows.start > cell.rows.start
    };
    is_there && next.session != cell.session
}

/// How far a place is from a range.
fn distance(range: &Range<usize>, at: usize) -> usize {
    if at < range.start { range.start - at } else { (at + 1).saturating_sub(range.end) }
}
