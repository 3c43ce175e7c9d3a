//! [`PlanDay`]: a day of the plan with conflicts and free time.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::advice::{Advice, Advisor};
use super::conflicts::{Conflict, ConflictChecker};
use crate::index::later_days;
use crate::model::{Moment, SessionId};

/// A schedule day of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanDay {
    /// The date; `None` for picks without a day, which come last.
    pub date: Option<NaiveDate>,
    /// Picks that began on an earlier day and continue.
    pub ongoing: Vec<SessionId>,
    /// Entries with a time, in order.
    pub rows: Vec<Row>,
    /// Picks without a time, and all-day picks: by time if known, then in schedule order.
    pub untimed: Vec<SessionId>,
}

/// A row of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A picked session with its conflicts and advice.
    Session(SessionId, Vec<(Conflict, Advice)>),
    /// A busy time: an index into [`Plan::busy`](crate::model::Plan::busy).
    Busy(usize),
    /// Free time of at least 15 minutes between two commitments.
    Free {
        /// The end of the commitment before.
        from: Moment,
        /// The start of the next one.
        to: Moment,
    },
}

/// Minimum free time that is shown.
const LEAST_GAP: TimeDelta = TimeDelta::minutes(15);

/// The largest number of later days on which a pick is listed.
const MAX_DAYS: usize = 366;

/// Sort key of a day; none comes last.
type Day = (bool, Option<NaiveDate>);

type Timed = (Moment, Row);

/// Start and end of a commitment.
type Taken = (Moment, Moment);

/// The order of moments in a plan: by instant if all are known, which is robust against DST changes, or else
/// by local time.
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
    /// Returns the plan by days. It contains every pick and every busy time exactly once.
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
                    let conflicts = self.conflicts(id).into_iter();
                    let advised = conflicts.map(|conflict| (conflict, advisor.advise(id, conflict)));
                    days.entry(key).or_default().push((start, Row::Session(id, advised.collect())));
                }
                None => untimed.entry(key).or_default().push(id),
            }
        }
        for (at, busy) in self.busy.iter().enumerate() {
            let times = busy.times(self.conference);
            let Some(start) = times.begins() else { continue };
            days.entry((false, times.day)).or_default().push((start, Row::Busy(at)));
        }
        let has_instant = |(start, _): &Timed| start.instant.is_some();
        let order = Order { by_instant: days.values().flatten().all(has_instant) };
        let taken = self.taken(order);
        let mut found: BTreeMap<_, PlanDay> = BTreeMap::new();
        for (key, mut rows) in days {
            rows.extend(self.gaps(&rows, &taken, order));
            // Free time comes before the commitment that ends it, and after others that start with it.
            rows.sort_by_key(|(start, row)| {
                let end = self.end_of(row).map(|end| order.key(end));
                (order.key(*start), end, matches!(row, Row::Free { .. }))
            });
            let day = found.entry(key).or_default();
            day.rows = rows.into_iter().map(|(_, row)| row).collect();
        }
        for (id, _) in self.picks.sessions() {
            let times = &self.conference.session(id).times;
            for date in later_days(times, self.conference.day_change).take(MAX_DAYS) {
                let key = (false, Some(date));
                if times.fills_days() || found.contains_key(&key) {
                    found.entry(key).or_default().ongoing.push(id);
                }
            }
        }
        for (key, mut ids) in untimed {
            ids.sort_by_key(|id| self.conference.session(*id).times.start);
            found.entry(key).or_default().untimed = ids;
        }
        found.into_iter().map(|((_, date), day)| PlanDay { date, ..day }).collect()
    }

    /// Returns the merged times of all commitments, in order. A session without an end lasts until the next
    /// start.
    fn taken(&self, order: Order) -> Vec<Taken> {
        let sessions = self.picks.sessions().filter(|(id, _)| !self.conference.session(*id).is_off());
        let times = sessions.map(|(id, _)| &self.conference.session(id).times);
        let times = times.filter(|times| !times.all_day);
        let spans = times.filter_map(|times| Some((times.begins()?, times.finishes())));
        let busy = self.busy.iter().map(|busy| busy.times(self.conference));
        let busy = busy.filter_map(|times| Some((times.begins()?, times.finishes())));
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

    /// Returns the free times between the first and the last commitment of a day.
    fn gaps(&self, rows: &[Timed], taken: &[Taken], order: Order) -> Vec<Timed> {
        let key = |moment: &Moment| order.key(*moment);
        let held = || rows.iter().filter(|(_, row)| self.takes_time(row)).map(|(start, _)| key(start));
        let Some((first, last)) = held().min().zip(held().max()) else { return Vec::new() };
        let between = taken.windows(2).map(|pair| (pair[0].1, pair[1].0));
        let is_inside = |(from, to): &Taken| first <= key(from) && key(to) <= last;
        // Compare the elapsed time; local times differ from it across a DST change and between zones.
        let is_long = |(from, to): &Taken| from.until(*to) >= LEAST_GAP;
        let inside = between.filter(|gap| is_inside(gap) && is_long(gap));
        inside.map(|(from, to)| (from, Row::Free { from, to })).collect()
    }

    fn takes_time(&self, row: &Row) -> bool {
        match row {
            Row::Session(id, _) => !self.conference.session(*id).is_off(),
            Row::Busy(_) => true,
            Row::Free { .. } => false,
        }
    }

    fn end_of(&self, row: &Row) -> Option<Moment> {
        match row {
            Row::Session(id, _) => self.conference.session(*id).times.finishes(),
            Row::Busy(at) => self.busy.get(*at)?.times(self.conference).finishes(),
            Row::Free { to, .. } => Some(*to),
        }
    }
}
