//! [`PlanDay`]: a day of somebody's plan, with what collides in it and the time that is free.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::advice::{Advice, Advisor};
use super::conflicts::{Conflict, ConflictChecker};
use super::time_span::is_held;
use crate::model::{Moment, SessionId, schedule_day};

/// A program day of somebody's plan; a night belongs to the evening before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanDay {
    /// Which day; `None` for picks whose day is not known, which come last.
    pub date: Option<NaiveDate>,
    /// What has a time, in order of time.
    pub rows: Vec<Row>,
    /// Picks without a time or without a day, and those that last the whole day: by time where one is known, then in program
    /// order.
    pub untimed: Vec<SessionId>,
}

/// Something of somebody's day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A session that is picked, with what it collides with and what could be done; one that is cancelled collides with
    /// nothing.
    Session(SessionId, Vec<(Conflict, Advice)>),
    /// Something else that takes time: a place in [`Plan::busy`](crate::model::Plan::busy).
    Busy(usize),
    /// Free time between two things of a day: a quarter of an hour or more.
    Free {
        /// When what is before ends.
        from: Moment,
        /// When the next thing begins.
        to: Moment,
    },
}

/// Less free time than this is none.
const LEAST_GAP: TimeDelta = TimeDelta::minutes(15);

/// A day in its order: what has none comes last.
type Day = (bool, Option<NaiveDate>);

/// A row and its start.
type Timed = (Moment, Row);

/// From when until when something takes time.
type Taken = (Moment, Moment);

/// What puts the moments of a plan in order: instants where all are known, which clocks that are put back or that differ do
/// not change, else the venue's clock.
#[derive(Debug, Clone, Copy)]
struct Order {
    by_instant: bool,
}

impl Order {
    fn key(self, moment: Moment) -> NaiveDateTime {
        let instant = moment.instant.filter(|_| self.by_instant);
        instant.map_or(moment.clock, |instant| instant.naive_utc())
    }
}

impl ConflictChecker<'_> {
    /// The plan by days. Every pick stands in it exactly once; so does everything that one is busy with.
    #[must_use]
    pub fn days(&self) -> Vec<PlanDay> {
        let solution = self.solve();
        let advisor = Advisor::new(self, &solution);
        let mut days: BTreeMap<Day, Vec<Timed>> = BTreeMap::new();
        let mut untimed: BTreeMap<Day, Vec<SessionId>> = BTreeMap::new();
        for (id, _) in self.picks.sessions() {
            let times = &self.conference.session(id).times;
            let key = (times.day.is_none(), times.day);
            match times.begins().filter(|_| !times.all_day) {
                Some(start) => {
                    let collisions = self.collisions(id).into_iter();
                    let advised = collisions.map(|collision| (collision, advisor.advise(id, collision)));
                    days.entry(key).or_default().push((start, Row::Session(id, advised.collect())));
                }
                None => untimed.entry(key).or_default().push(id),
            }
        }
        for (at, busy) in self.busy.iter().enumerate() {
            let day = schedule_day(busy.start.date(), busy.start.time(), self.conference.day_change);
            let start = self.conference.moment(busy.start);
            days.entry((false, Some(day))).or_default().push((start, Row::Busy(at)));
        }
        let has_instant = |(start, _): &Timed| start.instant.is_some();
        let order = Order { by_instant: days.values().flatten().all(has_instant) };
        let taken = self.taken(order);
        let mut found: BTreeMap<_, PlanDay> = BTreeMap::new();
        for (key, mut rows) in days {
            rows.extend(self.gaps(&rows, &taken, order));
            // Free time ends before what comes next, so it stands before it, and after what is there at one time with it.
            rows.sort_by_key(|(start, row)| {
                let end = self.end_of(row).map(|end| order.key(end));
                (order.key(*start), end, matches!(row, Row::Free { .. }))
            });
            let day = found.entry(key).or_default();
            day.rows = rows.into_iter().map(|(_, row)| row).collect();
        }
        for (key, mut ids) in untimed {
            ids.sort_by_key(|id| self.conference.session(*id).times.start);
            found.entry(key).or_default().untimed = ids;
        }
        found.into_iter().map(|((_, date), day)| PlanDay { date, ..day }).collect()
    }

    /// All time that is taken, of all days: in order, without what lies in another one. How long a session of unknown end takes
    /// is not known, so that no time is free before the next thing begins.
    fn taken(&self, order: Order) -> Vec<Taken> {
        let sessions = self.picks.sessions().filter(|(id, _)| is_held(self.conference.session(*id)));
        let times = sessions.map(|(id, _)| &self.conference.session(id).times);
        let times = times.filter(|times| !times.all_day);
        let spans = times.filter_map(|times| Some((times.begins()?, times.finishes())));
        let at = |local| self.conference.moment(local);
        let busy = self.busy.iter().map(|busy| (at(busy.start), Some(at(busy.end))));
        let mut spans: Vec<_> = spans.chain(busy).collect();
        let key = |moment: Moment| order.key(moment);
        spans.sort_by_key(|(start, end)| (key(*start), end.map(key)));
        let starts: Vec<Moment> = spans.iter().map(|(start, _)| *start).collect();
        let later = |one: Moment, other: Moment| if key(other) > key(one) { other } else { one };
        let mut taken: Vec<Taken> = Vec::new();
        for (start, end) in spans {
            let next = || starts.get(starts.partition_point(|other| key(*other) <= key(start))).copied();
            let end = later(start, end.or_else(next).unwrap_or(start));
            match taken.last_mut() {
                Some((_, last)) if key(start) <= key(*last) => *last = later(*last, end),
                _ => taken.push((start, end)),
            }
        }
        taken
    }

    /// The free time between the first and the last thing of a day.
    fn gaps(&self, rows: &[Timed], taken: &[Taken], order: Order) -> Vec<Timed> {
        let key = |moment: &Moment| order.key(*moment);
        let held = || rows.iter().filter(|(_, row)| self.takes_time(row)).map(|(start, _)| key(start));
        let Some((first, last)) = held().min().zip(held().max()) else { return Vec::new() };
        let between = taken.windows(2).map(|pair| (pair[0].1, pair[1].0));
        let is_inside = |(from, to): &Taken| first <= key(from) && key(to) <= last;
        // The elapsed time counts, which the clock shows otherwise where it is changed or is another one.
        let is_long = |(from, to): &Taken| from.until(*to) >= LEAST_GAP;
        let inside = between.filter(|gap| is_inside(gap) && is_long(gap));
        inside.map(|(from, to)| (from, Row::Free { from, to })).collect()
    }

    fn takes_time(&self, row: &Row) -> bool {
        match row {
            Row::Session(id, _) => is_held(self.conference.session(*id)),
            Row::Busy(_) => true,
            Row::Free { .. } => false,
        }
    }

    fn end_of(&self, row: &Row) -> Option<Moment> {
        match row {
            Row::Session(id, _) => self.conference.session(*id).times.finishes(),
            Row::Busy(at) => self.busy.get(*at).map(|busy| self.conference.moment(busy.end)),
            Row::Free { to, .. } => Some(*to),
        }
    }
}
