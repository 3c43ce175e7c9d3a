//! Navigation in the grid.

use std::ops::Range;

use super::{Cell, Point, Timeline};
use crate::model::SessionId;

/// A direction in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Earlier.
    Up,
    /// Later.
    Down,
    /// Previous room.
    Left,
    /// Next room.
    Right,
}

/// Weight of a track in distances, in rows.
const TRACK: usize = 4;

impl Timeline {
    /// Returns the cell of a session at a point, or else its first cell, with the nearest point in it.
    #[must_use]
    pub fn cell_of(&self, session: SessionId, at: Point) -> Option<(&Cell, Point)> {
        let of_session = || self.cells.iter().filter(|cell| cell.session == session);
        let there = of_session().find(|cell| cell.tracks.contains(&at.track));
        let first =
            || of_session().map(|cell| (cell, Point { track: cell.tracks.start, row: cell.rows.start }));
        there.map(|cell| (cell, at)).or_else(|| first().next())
    }

    /// Returns the nearest session in a direction, and the point there.
    ///
    /// Up and down stay in the room while it has sessions; left and right go through overlapping sessions of the room, then
    /// to the next room at the same time. Every session is reachable.
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
                // Enter at the near end of the cell.
                let track = next.tracks.start.max(column.start);
                Some((next.session, Point { track, row: at.row }))
            }
        }
    }

    /// Returns the session of the room about `rows` rows away, at least one session on.
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

    /// Finds the next cell up or down in the track, or else in the room.
    fn in_room(&self, cell: &Cell, at: Point, way: Direction) -> Option<&Cell> {
        let column = self.column_of(at.track);
        let room =
            || self.cells.iter().filter(|next| is_beyond(next, cell, way) && next.columns.contains(&column));
        let by_rows = |next: &&Cell| next.rows.start.abs_diff(cell.rows.start);
        let of_track = room().filter(|next| next.tracks.contains(&at.track)).min_by_key(by_rows);
        of_track.or_else(|| room().min_by_key(by_rows))
    }

    /// Finds the nearest cell up or down anywhere.
    fn beyond(&self, cell: &Cell, at: Point, way: Direction) -> Option<&Cell> {
        let others = self.cells.iter().filter(|next| is_beyond(next, cell, way));
        others.min_by_key(|next| {
            let aside = distance(&next.tracks, at.track).saturating_mul(TRACK);
            aside.saturating_add(next.rows.start.abs_diff(cell.rows.start))
        })
    }

    /// Finds the next cell to the left or right, in the room or in the next room with another session, and its column.
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

/// Returns the point at which a cell is entered from above or below.
fn entered(cell: &Cell, at: Point) -> Point {
    let track = if cell.tracks.contains(&at.track) { at.track } else { cell.tracks.start };
    Point { track, row: cell.rows.start }
}

/// True if a cell starts later, or earlier for [`Direction::Up`].
fn is_beyond(next: &Cell, cell: &Cell, way: Direction) -> bool {
    let is_there = if way == Direction::Up {
        next.rows.start < cell.rows.start
    } else {
        next.rows.start > cell.rows.start
    };
    is_there && next.session != cell.session
}

/// Returns the distance of a position from a range.
fn distance(range: &Range<usize>, at: usize) -> usize {
    if at < range.start { range.start - at } else { (at + 1).saturating_sub(range.end) }
}
