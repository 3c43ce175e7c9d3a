//! [`Timeline`]: a day as a grid with time down and rooms across.

mod grid;
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

pub use grid::{Cell, Column, Point, Row};
pub use navigation::Direction;

/// The largest number of cells for sessions in all rooms, which appear in each room.
const MAX_PIECES: usize = 20_000;

/// A day as a grid. Rows are time, columns are the rooms in use that day, in schedule order. A room with overlapping
/// sessions has several *tracks* side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    day: Option<NaiveDate>,
    columns: Vec<Column>,
    cells: Vec<Cell>,
    scale: TimeAxis,
    /// Rows above and below the time axis.
    all_day: usize,
    ongoing: usize,
    untimed: usize,
}

/// A session to be placed in the grid.
struct Item {
    session: SessionId,
    columns: Vec<usize>,
    rows: Range<usize>,
}

impl Timeline {
    /// Builds the grid from the visible sessions of a day, with the times to show.
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
        let is_later =
            |id: &SessionId| times_of(*id).day.zip(day.date).is_some_and(|(first, day)| first < day);
        let (ongoing, timed): (Vec<_>, Vec<_>) = timed.into_iter().partition(is_later);
        let spans: Vec<(i64, Option<i64>)> = timed.iter().map(|id| span(&times_of(*id))).collect();
        let scale = TimeAxis::new(&spans);
        let mut items = Vec::new();
        let rows_all_day = stack(&all_day, &columns_of, 0, rooms.len(), &mut items);
        let rows_ongoing = stack(&ongoing, &columns_of, rows_all_day, rooms.len(), &mut items);
        let above = rows_all_day + rows_ongoing;
        for (id, (from, to)) in timed.iter().zip(&spans) {
            let rows = scale.rows_of(*from, *to);
            let rows = rows.start + above..rows.end + above;
            items.push(Item { session: *id, columns: columns_of(*id), rows });
        }
        let below = stack(&untimed, &columns_of, above + scale.rows(), rooms.len(), &mut items);
        let (columns, cells) = place(&rooms, &items);
        Self {
            day: day.date,
            columns,
            cells,
            scale,
            all_day: rows_all_day,
            ongoing: rows_ongoing,
            untimed: below,
        }
    }

    /// True if any session has a time of day.
    #[must_use]
    pub fn has_times(&self) -> bool {
        self.scale.rows() > 0
    }

    /// Returns the rooms, in order.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Returns all cells, by row, then by track.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Returns the number of tracks.
    #[must_use]
    pub fn tracks(&self) -> usize {
        self.columns.last().map_or(0, |column| column.tracks.end)
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.above() + self.scale.rows() + self.untimed
    }

    /// Returns the number of rows above the time axis.
    fn above(&self) -> usize {
        self.all_day + self.ongoing
    }

    /// Returns the number of minutes per row.
    #[must_use]
    pub fn minutes_per_row(&self) -> i64 {
        self.scale.step()
    }

    /// Returns the meaning of a row.
    #[must_use]
    pub fn row(&self, row: usize) -> Row {
        match row.checked_sub(self.above()) {
            None if row < self.all_day => Row::AllDay,
            None => Row::Ongoing,
            Some(row) => self.scale.row(row).unwrap_or(Row::Untimed),
        }
    }

    /// Returns the row of a local time; `None` before the first session and after the last.
    #[must_use]
    pub fn row_at(&self, moment: NaiveDateTime) -> Option<usize> {
        let minutes = moment.signed_duration_since(self.day?.and_time(chrono::NaiveTime::MIN)).num_minutes();
        Some(self.above() + self.scale.row_at(minutes)?)
    }

    /// Returns the column that contains a track.
    #[must_use]
    pub fn column_of(&self, track: usize) -> usize {
        self.columns.partition_point(|column| column.tracks.end <= track)
    }

    /// Returns the cell at a point.
    #[must_use]
    pub fn cell_at(&self, point: Point) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.tracks.contains(&point.track) && cell.rows.contains(&point.row))
    }
}

/// Returns the columns: rooms with sessions of their own, in order, then `None` if any session has no room. Also returns
/// the number of columns that show sessions in all rooms.
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
    let spread = if rooms.len().saturating_mul(in_all) > MAX_PIECES { 0 } else { rooms.len() };
    let mut rooms: Vec<_> = rooms.into_iter().map(Some).collect();
    if in_none || (in_all > 0 && spread == 0) {
        rooms.push(None);
    }
    (rooms, spread)
}

/// Returns the sort key of a column: schedule order, no room last.
fn key(room: Option<RoomId>) -> (bool, Option<RoomId>) {
    (room.is_none(), room)
}

/// Returns start and end in minutes from midnight of the schedule day. A session with only an end starts there.
fn span(times: &Times) -> (i64, Option<i64>) {
    let time = times.start.or(times.end_only).unwrap_or_default();
    let from = times.days_after().saturating_mul(24 * 60) + i64::from(time.num_seconds_from_midnight() / 60);
    let minutes = times.duration.map(|length| (length + TimeDelta::seconds(59)).num_minutes());
    (from, minutes.map(|minutes| from.saturating_add(minutes)))
}

/// Places sessions without a time in rows from `first` on, as high as their rooms allow; returns the number of rows.
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

/// Assigns tracks to rooms and cells to sessions.
fn place(rooms: &[Option<RoomId>], items: &[Item]) -> (Vec<Column>, Vec<Cell>) {
    let mut by_column: Vec<Vec<usize>> = vec![Vec::new(); rooms.len()];
    for (at, item) in items.iter().enumerate() {
        for column in &item.columns {
            by_column[*column].push(at);
        }
    }
    let mut columns = Vec::with_capacity(rooms.len());
    // For each session, its cells, and if each is alone in its column at that time.
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
                // Adjacent rooms that the session has to itself form one cell.
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
