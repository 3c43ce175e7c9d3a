//! The parts of the grid: columns, cells, rows and points.

use std::ops::Range;

use crate::model::{RoomId, SessionId};

/// A room of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The room; `None` for sessions without one.
    pub room: Option<RoomId>,
    /// Its tracks.
    pub tracks: Range<usize>,
}

/// A session in one or several adjacent rooms. Cells do not overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The session; one in rooms that are not adjacent has several cells.
    pub session: SessionId,
    /// The columns.
    pub columns: Range<usize>,
    /// The tracks, counted over all columns.
    pub tracks: Range<usize>,
    /// The rows; at least one.
    pub rows: Range<usize>,
}

/// The meaning of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// All-day sessions.
    AllDay,
    /// Sessions that began on an earlier day.
    Ongoing,
    /// The time from this minute, counted from midnight of the schedule day.
    At(i64),
    /// A folded gap of this many minutes.
    Pause(i64),
    /// Sessions without a time.
    Untimed,
}

/// The cursor position in the grid. It is kept inside large cells, so that moving down through a session in all rooms stays
/// in the room, and moving right past a long session keeps the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Point {
    /// The track.
    pub track: usize,
    /// The row.
    pub row: usize,
}
