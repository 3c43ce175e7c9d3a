//! [`TimeSpan`]: from when until when something is, so that it can be compared with anything else.

use chrono::{NaiveDateTime, TimeDelta};

use crate::model::{BusyBlock, Conference, Session, Status, Times};

/// From when until when something is: by the venue's clock, and by instants where these are known. Two spans are compared
/// by instants where both have them, else by the clock; never by days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimeSpan {
    by_clock: Interval,
    by_instant: Option<Interval>,
}

/// Seconds of one clock, half-open: what ends at ten does not meet what starts at ten. An end that is known is after the
/// start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) start: i64,
    pub(super) end: Option<i64>,
}

impl TimeSpan {
    /// When a session is; `None` of one that does not take place, lasts the whole day, or whose start is not known.
    pub(super) fn of_session(conference: &Conference, session: &Session) -> Option<Self> {
        if !is_held(session) || session.times.all_day {
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

    /// When somebody is busy; `None` where that is no time at all.
    pub(super) fn of_busy(conference: &Conference, busy: &BusyBlock) -> Option<Self> {
        if busy.end <= busy.start {
            return None;
        }
        let at = |local| conference.zone.instant(local).map(|instant| instant.timestamp());
        let by_instant = at(busy.start).zip(at(busy.end)).filter(|(start, end)| start < end);
        Some(Self {
            by_clock: Interval::new(clock(busy.start), Some(clock(busy.end))),
            by_instant: by_instant.map(|(start, end)| Interval::new(start, Some(end))),
        })
    }

    /// Both on one clock.
    pub(super) fn together(&self, other: &Self) -> (Interval, Interval) {
        let by_instant = self.by_instant.zip(other.by_instant);
        by_instant.unwrap_or((self.by_clock, other.by_clock))
    }

    /// Where it stands among others, by its start.
    pub(super) fn order(&self) -> i64 {
        self.by_instant.unwrap_or(self.by_clock).start
    }

    /// Whether it is known at which instants it is, beside what the venue's clock shows.
    pub(super) fn has_instant(&self) -> bool {
        self.by_instant.is_some()
    }

    /// How many seconds it takes, where that is known.
    pub(super) fn length(&self) -> Option<i64> {
        let Interval { start, end } = self.by_instant.unwrap_or(self.by_clock);
        Some(end? - start)
    }
}

impl Interval {
    fn new(start: i64, end: Option<i64>) -> Self {
        Self { start, end: end.filter(|end| *end > start) }
    }

    /// Whether it is at this second. One of unknown end is at its start alone.
    fn covers(self, at: i64) -> bool {
        self.start <= at && self.end.map_or(self.start == at, |end| at < end)
    }

    /// Whether there is a second that is in both.
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.covers(other.start) || other.covers(self.start)
    }
}

/// Whether a session is held when it says.
pub(super) fn is_held(session: &Session) -> bool {
    !matches!(session.status, Some(Status::Cancelled | Status::Postponed))
}

/// The end is what the venue's clock shows, also in a night in which clocks are changed; where the start came with an offset,
/// and where that clock would show an end before the start, the length counts.
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

/// How many whole minutes these seconds are, rounded up: who misses thirty seconds misses a minute.
pub(super) fn minutes(seconds: i64) -> u32 {
    let minutes = TimeDelta::try_seconds(seconds.max(0)).map_or(i64::MAX, |length| length.num_minutes());
    u32::try_from(minutes + i64::from(seconds % 60 > 0)).unwrap_or(u32::MAX)
}
