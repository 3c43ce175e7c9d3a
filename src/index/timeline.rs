//! [`Timeline`]: a day as a grid, time down and rooms across.

mod lanes;
mod navigation;
mod time_axis;

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};

use super::ScheduleDay;
use crate::model::{Conference, RoomId, Rooms, SessionId, Times};
use lanes::Lanes;
use time_axis::TimeAxis;

pub use navigation::{Direction, Point};

/// Sessions that are in all rooms stand in each of them, unless that makes more pieces than this.
const MOST_PIECES: usize = 20_000;

/// A day as a grid. Its rows are time, its columns rooms in the order of the program; a room in which sessions overlap has
/// several *tracks* side by side, any other room has one. Only rooms that have a session that day are columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    day: Option<NaiveDate>,
    columns: Vec<Column>,
    cells: Vec<Cell>,
    scale: TimeAxis,
    /// So many rows stand above and below those of the scale.
    all_day: usize,
    untimed: usize,
}

/// A room of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Which room; `None` stands for the sessions that have none.
    pub room: Option<RoomId>,
    /// The tracks that are its.
    pub tracks: Range<usize>,
}

/// A session in the grid, in one room or in several that stand side by side. No cell covers another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Which session. One that is in rooms that do not stand side by side has several cells.
    pub session: SessionId,
    /// The columns in which it is.
    pub columns: Range<usize>,
    /// The tracks that it takes, of all that there are.
    pub tracks: Range<usize>,
    /// The rows that it takes; at least one.
    pub rows: Range<usize>,
}

/// What a row of the grid stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// What lasts all day.
    AllDay,
    /// The time from this minute on, counted from the midnight with which the program day begins.
    At(i64),
    /// So many minutes in which nothing is, folded into one row.
    Pause(i64),
    /// What has no time.
    Untimed,
}

/// A session that is to be put into the grid.
struct Item {
    session: SessionId,
    columns: Vec<usize>,
    rows: Range<usize>,
}

impl Timeline {
    /// The grid of those sessions of a day that are shown, with the times that are shown.
    #[must_use]
    pub fn new(
        conference: &Conference,
        day: &ScheduleDay,
        is_shown: impl Fn(SessionId) -> bool,
        times_of: impl Fn(SessionId) -> Times,
    ) -> Self {
        let shown = |ids: &[SessionId]| ids.iter().copied().filter(|id| is_shown(*id)).collect::<Vec<_>>();
        let listed: Vec<SessionId> = day.listed().collect();
        let (timed, untimed) = (shown(&listed), shown(&day.untimed));
        let (rooms, spread) = rooms(conference, &timed, &untimed);
        let columns_of = |id: SessionId| -> Vec<usize> {
            let at = |room: Option<RoomId>| rooms.binary_search_by_key(&key(room), |room| key(*room)).ok();
            match &conference.session(id).rooms {
                Rooms::All if spread > 0 => (0..spread).collect(),
                Rooms::In(of_session) if !of_session.is_empty() => {
                    let columns: BTreeSet<usize> = of_session.iter().filter_map(|id| at(Some(*id))).collect();
                    columns.into_iter().collect()
                }
                _ => at(None).into_iter().collect(),
            }
        };

        let (all_day, timed): (Vec<_>, Vec<_>) = timed.into_iter().partition(|id| times_of(*id).all_day);
        let spans: Vec<(i64, Option<i64>)> = timed.iter().map(|id| span(&times_of(*id))).collect();
        let scale = TimeAxis::new(&spans);
        let mut items = Vec::new();
        let above = stack(&all_day, &columns_of, 0, rooms.len(), &mut items);
        for (id, (from, to)) in timed.iter().zip(&spans) {
            let rows = scale.rows_of(*from, *to);
            let rows = rows.start + above..rows.end + above;
            items.push(Item { session: *id, columns: columns_of(*id), rows });
        }
        let below = stack(&untimed, &columns_of, above + scale.rows(), rooms.len(), &mut items);
        let (columns, cells) = place(&rooms, &items);
        Self { day: day.date, columns, cells, scale, all_day: above, untimed: below }
    }

    /// Whether any session has a time of day, without which there is no timeline.
    #[must_use]
    pub fn has_times(&self) -> bool {
        self.scale.rows() > 0
    }

    /// The rooms, in order.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// All cells, from the top, those of one row from the left.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// How many tracks there are.
    #[must_use]
    pub fn tracks(&self) -> usize {
        self.columns.last().map_or(0, |column| column.tracks.end)
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.all_day + self.scale.rows() + self.untimed
    }

    /// How many minutes a row is.
    #[must_use]
    pub fn minutes_per_row(&self) -> i64 {
        self.scale.step()
    }

    /// What a row stands for.
    #[must_use]
    pub fn row(&self, row: usize) -> Row {
        match row.checked_sub(self.all_day) {
            None => Row::AllDay,
            Some(row) => self.scale.row(row).unwrap_or(Row::Untimed),
        }
    }

    /// The row of a moment of the clock that is shown; `None` before the first session and after the last.
    #[must_use]
    pub fn row_at(&self, moment: NaiveDateTime) -> Option<usize> {
        let minutes = moment.signed_duration_since(self.day?.and_time(chrono::NaiveTime::MIN)).num_minutes();
        Some(self.all_day + self.scale.row_at(minutes)?)
    }

    /// The column that a track belongs to.
    #[must_use]
    pub fn column_of(&self, track: usize) -> usize {
        self.columns.partition_point(|column| column.tracks.end <= track)
    }

    /// The cell that takes a track of a row.
    #[must_use]
    pub fn cell_at(&self, point: Point) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.tracks.contains(&point.track) && cell.rows.contains(&point.row))
    }
}

/// The columns: the rooms that have a session of their own, in order, and last, if there are any, the sessions without one.
/// Beside them, in how many of them is what is in all rooms.
fn rooms(
    conference: &Conference,
    timed: &[SessionId],
    untimed: &[SessionId],
) -> (Vec<Option<RoomId>>, usize) {
    let mut rooms = BTreeSet::new();
    let (mut in_all, mut in_none) = (0, false);
    for id in timed.iter().chain(untimed) {
        match &conference.session(*id).rooms {
            Rooms::All => in_all += 1,
            Rooms::In(of_session) if of_session.is_empty() => in_none = true,
            Rooms::In(of_session) => rooms.extend(of_session.iter().copied()),
        }
    }
    let spread = if rooms.len().saturating_mul(in_all) > MOST_PIECES { 0 } else { rooms.len() };
    let mut rooms: Vec<_> = rooms.into_iter().map(Some).collect();
    if in_none || (in_all > 0 && spread == 0) {
        rooms.push(None);
    }
    (rooms, spread)
}

/// Sorts rooms by their place in the program, and what has none behind them.
fn key(room: Option<RoomId>) -> (bool, Option<RoomId>) {
    (room.is_none(), room)
}

/// From when to when, in minutes from the midnight with which the program day begins. What is known by its end alone stands
/// there.
fn span(times: &Times) -> (i64, Option<i64>) {
    let time = times.start.or(times.end_only).unwrap_or_default();
    let from = times.days_after().saturating_mul(24 * 60) + i64::from(time.num_seconds_from_midnight() / 60);
    let minutes = times.duration.map(|length| (length + TimeDelta::seconds(59)).num_minutes());
    (from, minutes.map(|minutes| from.saturating_add(minutes)))
}

/// Puts sessions that are not at a time into rows from `first` on, one each, as near to the top as their rooms allow; how many
/// rows that takes.
fn stack(
    ids: &[SessionId],
    columns_of: &impl Fn(SessionId) -> Vec<usize>,
    first: usize,
    columns: usize,
    items: &mut Vec<Item>,
) -> usize {
    let mut taken = vec![0; columns];
    for id in ids {
        let columns = columns_of(*id);
        let row = columns.iter().map(|column| taken[*column]).max().unwrap_or(0);
        for column in &columns {
            taken[*column] = row + 1;
        }
        items.push(Item { session: *id, columns, rows: first + row..first + row + 1 });
    }
    taken.into_iter().max().unwrap_or(0)
}

/// Gives each room its tracks, and each session its cells.
fn place(rooms: &[Option<RoomId>], items: &[Item]) -> (Vec<Column>, Vec<Cell>) {
    let mut by_column: Vec<Vec<usize>> = vec![Vec::new(); rooms.len()];
    for (at, item) in items.iter().enumerate() {
        for column in &item.columns {
            by_column[*column].push(at);
        }
    }
    let mut columns = Vec::with_capacity(rooms.len());
    // Of each session, and whether it has its column for itself at that time.
    let mut pieces: Vec<Vec<(Cell, bool)>> = vec![Vec::new(); items.len()];
    let mut first = 0;
    for (at, (room, of_column)) in rooms.iter().zip(&mut by_column).enumerate() {
        of_column.sort_by_key(|item| (items[*item].rows.start, usize::MAX - items[*item].rows.end, *item));
        let lanes = Lanes::new(of_column.iter().map(|item| items[*item].rows.clone()));
        for (item, lane) in of_column.iter().zip(lanes.places()) {
            let Item { session, rows, .. } = &items[*item];
            let tracks = first + lane.start..first + lane.end;
            let is_alone = tracks.len() == lanes.count();
            let cell = Cell { session: *session, columns: at..at + 1, tracks, rows: rows.clone() };
            match pieces[*item].last_mut() {
                // Rooms side by side that it has for itself are one cell.
                Some((last, true)) if is_alone && last.columns.end == at => {
                    last.columns.end = at + 1;
                    last.tracks.end = cell.tracks.end;
                }
                _ => pieces[*item].push((cell, is_alone)),
            }
        }
        columns.push(Column { room: *room, tracks: first..first + lanes.count() });
        first += lanes.count();
    }
    let mut cells: Vec<Cell> = pieces.into_iter().flatten().map(|(cell, _)| cell).collect();
    cells.sort_by_key(|cell| (cell.rows.start, cell.tracks.start));
    (columns, cells)
}
