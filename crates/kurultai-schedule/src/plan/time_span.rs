//! [`TimeSpan`]: start and end for comparisons.

use chrono::{NaiveDateTime, TimeDelta};

use crate::model::{BusyBlock, Conference, Moment, Session, Times};

/// Start and end in local time, and as instants if known. Comparisons use instants if both have them, else local times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimeSpan {
    by_clock: Interval,
    by_instant: Option<Interval>,
}

/// A half-open interval in seconds; a known end is after the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) start: i64,
    pub(super) end: Option<i64>,
}

impl TimeSpan {
    /// Creates the span of a session; `None` if it does not take place, is all-day or has no known start.
    pub(super) fn of_session(conference: &Conference, session: &Session) -> Option<Self> {
        if session.is_off() || session.times.all_day {
            return None;
        }
        let times = &session.times;
        let by_clock = Interval::new(clock(times.start_datetime()?), times.end_datetime().map(clock));
        let by_instant = conference.starts_at(times).map(|start| {
            let start = start.timestamp();
            Interval::new(start, instant_of_end(conference, times, start))
        });
        Some(Self { by_clock, by_instant })
    }

    /// Creates the span of a busy time; `None` if it is empty.
    pub(super) fn of_busy(conference: &Conference, busy: &BusyBlock) -> Option<Self> {
        if busy.end <= busy.start {
            return None;
        }
        let times = busy.times(conference);
        let at = |moment: Moment| moment.instant.map(|instant| instant.timestamp());
        let by_instant = times.begins().and_then(at).zip(times.finishes().and_then(at));
        Some(Self {
            by_clock: Interval::new(clock(busy.start), Some(clock(busy.end))),
            by_instant: by_instant.map(|(start, end)| Interval::new(start, Some(end))),
        })
    }

    /// Returns both intervals on the same clock.
    pub(super) fn on_one_clock(&self, other: &Self) -> (Interval, Interval) {
        let by_instant = self.by_instant.zip(other.by_instant);
        by_instant.unwrap_or((self.by_clock, other.by_clock))
    }

    /// Returns the sort key, the start.
    pub(super) fn order(&self) -> i64 {
        self.by_instant.unwrap_or(self.by_clock).start
    }

    /// True if the instants are known.
    pub(super) fn has_instant(&self) -> bool {
        self.by_instant.is_some()
    }

    /// Returns the duration in seconds.
    pub(super) fn length(&self) -> Option<i64> {
        let Interval { start, end } = self.by_instant.unwrap_or(self.by_clock);
        Some(end? - start)
    }
}

impl Interval {
    fn new(start: i64, end: Option<i64>) -> Self {
        Self { start, end: end.filter(|end| *end > start) }
    }

    /// True if the interval contains a second. An interval without an end contains only its start.
    fn covers(self, at: i64) -> bool {
        self.start <= at && self.end.map_or(self.start == at, |end| at < end)
    }

    /// True if two intervals intersect.
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.covers(other.start) || other.covers(self.start)
    }
}

/// Returns the instant of the local end, even across DST changes; by duration for starts with an offset, and
/// if the local end would precede the start.
fn instant_of_end(conference: &Conference, times: &Times, start: i64) -> Option<i64> {
    let after = start.checked_add(times.duration?.num_seconds());
    if times.offset.is_some() {
        return after;
    }
    let shown = times.end_datetime().and_then(|end| conference.zone.instant(end));
    shown.map(|end| end.timestamp()).filter(|end| *end > start).or(after)
}

fn clock(local: NaiveDateTime) -> i64 {
    local.and_utc().timestamp()
}

/// Converts seconds to minutes, rounded up.
pub(super) fn minutes(seconds: i64) -> u32 {
    let minutes = TimeDelta::try_seconds(seconds.max(0)).map_or(i64::MAX, |length| length.num_minutes());
    u32::try_from(minutes + i64::from(seconds % 60 > 0)).unwrap_or(u32::MAX)
}
