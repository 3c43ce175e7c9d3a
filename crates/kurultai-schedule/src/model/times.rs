//! [`Times`] of a session, and the time [`Zone`] of a schedule.

use chrono::offset::MappedLocalTime;
use chrono::{
    DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset as _, TimeDelta, TimeZone,
    Timelike as _, Utc,
};
use chrono_tz::Tz;

/// The time zone of a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// The zone of the venue, which the schedule does not name.
    Unknown,
    /// UTC: instants are known, the zone of the venue is not.
    Utc,
    /// An IANA time zone.
    Named(Tz),
    /// A fixed UTC offset.
    Fixed(FixedOffset),
}

/// The instants at which a clock shows a given local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocalInstants {
    /// Unknown, because the zone is unknown.
    Unknown,
    /// One instant.
    Once(DateTime<Utc>),
    /// Two instants, because clocks are set back.
    Twice(DateTime<Utc>, DateTime<Utc>),
    /// None, because clocks are set forward. Contains the instant as if they were not.
    Never(DateTime<Utc>),
}

impl Zone {
    /// Returns the instants at which the local time is `local`.
    #[must_use]
    pub fn instants_at(&self, local: NaiveDateTime) -> LocalInstants {
        let zone = match self {
            Self::Unknown => return LocalInstants::Unknown,
            Self::Utc => return LocalInstants::Once(local.and_utc()),
            Self::Fixed(offset) => {
                let utc = local.checked_sub_offset(*offset);
                return utc.map_or(LocalInstants::Unknown, |utc| LocalInstants::Once(utc.and_utc()));
            }
            Self::Named(zone) => zone,
        };
        match zone.from_local_datetime(&local) {
            MappedLocalTime::Single(instant) => LocalInstants::Once(instant.to_utc()),
            MappedLocalTime::Ambiguous(one, two) => {
                let (one, two) = (one.to_utc(), two.to_utc());
                LocalInstants::Twice(one.min(two), one.max(two))
            }
            // Some clocks are set forward by less than an hour, and one skipped a day.
            MappedLocalTime::None => {
                let before = [1, 3, 25].into_iter().find_map(|hours| {
                    let hours = TimeDelta::hours(hours);
                    let earlier = zone.from_local_datetime(&local.checked_sub_signed(hours)?).latest()?;
                    earlier.to_utc().checked_add_signed(hours)
                });
                before.map_or(LocalInstants::Unknown, LocalInstants::Never)
            }
        }
    }

    /// Returns the instant of a local time; `None` if the zone is unknown.
    ///
    /// A skipped local time is interpreted as if clocks were not set forward. For a repeated one, the first
    /// instant is returned.
    #[must_use]
    pub fn instant(&self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self.instants_at(local) {
            LocalInstants::Unknown => None,
            LocalInstants::Once(instant)
            | LocalInstants::Twice(instant, _)
            | LocalInstants::Never(instant) => Some(instant),
        }
    }

    /// Returns the local time at an instant; `None` if the zone is unknown.
    #[must_use]
    pub fn local(&self, instant: DateTime<Utc>) -> Option<NaiveDateTime> {
        instant.naive_utc().checked_add_offset(self.offset(instant)?)
    }

    /// Returns the UTC offset at an instant; `None` if the zone is unknown.
    #[must_use]
    pub fn offset(&self, instant: DateTime<Utc>) -> Option<FixedOffset> {
        match self {
            Self::Unknown => None,
            Self::Utc => Some(Utc.fix()),
            Self::Fixed(offset) => Some(*offset),
            Self::Named(zone) => Some(zone.offset_from_utc_datetime(&instant.naive_utc()).fix()),
        }
    }

    /// Returns the name of the zone in files; `None` if it is unknown.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        match self {
            Self::Unknown => None,
            Self::Utc => Some("UTC".to_owned()),
            Self::Named(zone) => Some(zone.name().to_owned()),
            Self::Fixed(offset) => Some(offset.to_string()),
        }
    }

    /// True if the zone of the venue, or at least its offset, is known. UTC alone does not count.
    #[must_use]
    pub fn is_venue_zone(&self) -> bool {
        matches!(self, Self::Named(_) | Self::Fixed(_))
    }
}

/// The time zone of the viewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewerTimeZone {
    /// An IANA time zone.
    Named(Tz),
    /// A UTC offset; the zone is unknown.
    Offset(FixedOffset),
}

impl ViewerTimeZone {
    /// Returns the local time at an instant.
    #[must_use]
    pub fn local(self, instant: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Named(zone) => instant.with_timezone(&zone).naive_local(),
            Self::Offset(offset) => instant.with_timezone(&offset).naive_local(),
        }
    }

    /// Returns the instant of a local time, by the rules of [`Zone::instant`].
    #[must_use]
    pub fn instant(self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        self.zone().instant(local)
    }

    /// Converts to a [`Zone`].
    #[must_use]
    pub fn zone(self) -> Zone {
        match self {
            Self::Named(zone) => Zone::Named(zone),
            Self::Offset(offset) => Zone::Fixed(offset),
        }
    }
}

/// A local time at the venue, with the instant if it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The wall-clock time.
    pub clock: NaiveDateTime,
    /// The instant.
    pub instant: Option<DateTime<Utc>>,
}

impl From<NaiveDateTime> for Moment {
    fn from(clock: NaiveDateTime) -> Self {
        Self { clock, instant: None }
    }
}

impl Moment {
    /// True if this is earlier; compares instants if both are known, else local times.
    #[must_use]
    pub fn is_before(self, other: impl Into<Self>) -> bool {
        let other = other.into();
        match (self.instant, other.instant) {
            (Some(one), Some(other)) => one < other,
            _ => self.clock < other.clock,
        }
    }

    /// Returns the moment of an instant in `zone`, or in the viewer's zone if that is unknown.
    #[must_use]
    pub fn at_instant(instant: DateTime<Utc>, zone: Zone, own: ViewerTimeZone) -> Self {
        let clock = zone.local(instant).unwrap_or_else(|| own.local(instant));
        Self { clock, instant: Some(instant) }
    }

    /// Rounds down to the minute, the resolution of schedules.
    #[must_use]
    pub fn to_minute(self) -> Self {
        let begun = |clock: NaiveDateTime| {
            let since = i64::from(clock.second()) * 1_000_000_000 + i64::from(clock.nanosecond());
            clock.checked_sub_signed(TimeDelta::nanoseconds(since))
        };
        let instant = self.instant.and_then(|instant| Some(begun(instant.naive_utc())?.and_utc()));
        Self { clock: begun(self.clock).unwrap_or(self.clock), instant }
    }

    /// Returns the time until `other`; by instants if both are known, else by local times.
    #[must_use]
    pub fn until(self, other: Self) -> TimeDelta {
        match (self.instant, other.instant) {
            (Some(one), Some(other)) => other.signed_duration_since(one),
            _ => other.clock.signed_duration_since(self.clock),
        }
    }
}

/// The times of a session. Each part may be unknown independently; nothing is guessed.
///
/// `date` and `start` are local to the venue. `instant` is derived from them unless the file gives it.
/// Intervals are half-open: a session that ends at ten does not conflict with one that starts at ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times {
    /// The schedule day.
    pub day: Option<NaiveDate>,
    /// The calendar date of the start: the day after `day` for sessions between midnight and the day change.
    pub date: Option<NaiveDate>,
    /// The start time.
    pub start: Option<NaiveTime>,
    /// The elapsed time from start to end; positive.
    pub duration: Option<TimeDelta>,
    /// The end time, if the start is unknown.
    pub end_only: Option<NaiveTime>,
    /// The UTC offset of the start as published, if the zone does not determine it: the zone is unknown or the local time is
    /// repeated.
    pub offset: Option<FixedOffset>,
    /// True if the session lasts the whole day.
    pub all_day: bool,
    /// The instant of the start.
    pub instant: Option<DateTime<Utc>>,
    /// The change of the UTC offset between start and end; negative if the clock is set back.
    pub shift: TimeDelta,
}

impl Times {
    /// Sets the start to an instant, in the local time of `zone`, or with the `given` offset if the zone is unknown.
    #[must_use]
    pub fn starting_at(self, instant: DateTime<Utc>, zone: Zone, given: FixedOffset) -> Self {
        let Some(local) = instant.naive_utc().checked_add_offset(given) else { return self };
        let start = Self { date: Some(local.date()), start: Some(local.time()), offset: Some(given), ..self };
        start.resolved(zone)
    }

    /// Derives instant, local start and shift from the zone. A start with an offset is an instant; any other is local time,
    /// corrected if the clock skips it.
    #[must_use]
    pub fn resolved(mut self, zone: Zone) -> Self {
        (self.instant, self.shift) = (None, TimeDelta::zero());
        let Some(start) = self.start_datetime() else { return self };
        let instant = match self.offset {
            Some(offset) => start.checked_sub_offset(offset).map(|utc| utc.and_utc()),
            None => zone.instant(start),
        };
        let Some(instant) = instant else { return self };
        self.instant = Some(instant);
        let Some((before, shown)) = zone.offset(instant).zip(zone.local(instant)) else { return self };
        (self.date, self.start) = (Some(shown.date()), Some(shown.time()));
        let is_told = self.offset.is_none() || matches!(zone.instants_at(shown), LocalInstants::Once(_));
        self.offset = (!is_told).then_some(before);
        let end = self.duration.and_then(|length| instant.checked_add_signed(length));
        if let Some(after) = end.and_then(|end| zone.offset(end)) {
            self.shift = TimeDelta::seconds((after.local_minus_utc() - before.local_minus_utc()).into());
        }
        self
    }

    /// True if these times are in UTC and the zone of the venue is unknown, so that midnight at the venue is
    /// unknown, too.
    #[must_use]
    pub fn is_in_utc(&self, zone: Zone) -> bool {
        match zone {
            Zone::Utc => true,
            Zone::Unknown => self.offset.is_some_and(|offset| offset.local_minus_utc() == 0),
            Zone::Named(_) | Zone::Fixed(_) => false,
        }
    }

    /// Converts times from midnight to midnight, or to the last minute or second before it, to whole days,
    /// because some applications write all-day events in this form.
    #[must_use]
    pub fn as_whole_days(self) -> Self {
        let (Some(NaiveTime::MIN), Some(date), Some(length)) = (self.start, self.date, self.duration) else {
            return self;
        };
        let day = TimeDelta::days(1).num_seconds();
        let shown = length.checked_add(&self.shift).map_or(0, |shown| shown.num_seconds());
        let until_midnight = [0, 1, 60].map(|more| shown.saturating_add(more));
        let Some(whole) = until_midnight.into_iter().find(|shown| *shown > 0 && shown % day == 0) else {
            return self;
        };
        // A single day needs no duration.
        let length = TimeDelta::try_seconds(whole).filter(|_| whole > day);
        Self { day: Some(date), date: Some(date), duration: length, all_day: true, ..Self::default() }
    }

    /// Converts whole days to times from midnight to midnight, for formats without all-day events.
    #[must_use]
    pub fn as_midnights(self, zone: Zone) -> Self {
        if !self.all_day {
            return self;
        }
        let days = self.duration.map_or(1, |length| length.num_days().max(1).unsigned_abs());
        let start =
            Self { start: Some(NaiveTime::MIN), duration: None, all_day: false, ..self }.resolved(zone);
        let end = self.date.and_then(|date| date.checked_add_days(Days::new(days)));
        let length = end.and_then(|end| start.until(end.and_time(NaiveTime::MIN), zone));
        Self { duration: length, ..start }.resolved(zone)
    }

    /// Returns the last day of a session of several whole days.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        let days = self.duration.filter(|_| self.all_day)?.num_days();
        let more = u64::try_from(days.checked_sub(1)?).ok().filter(|more| *more > 0)?;
        self.day?.checked_add_days(Days::new(more))
    }

    /// Returns the schedule day on which the session ends, if that is later than the first.
    #[must_use]
    pub fn final_day(&self, day_change: NaiveTime) -> Option<NaiveDate> {
        if self.all_day {
            return self.last_day();
        }
        let last = self.end_datetime()?.checked_sub_signed(TimeDelta::seconds(1))?;
        let last = schedule_day(last.date(), last.time(), day_change);
        Some(last).filter(|last| self.day.is_some_and(|first| first < *last))
    }

    /// True if the session extends the conference over all of its days. A night that ends after the day
    /// change adds no day.
    #[must_use]
    pub fn fills_days(&self) -> bool {
        self.all_day || self.duration.is_some_and(|length| length >= TimeDelta::hours(12))
    }

    /// True if the session takes place on a schedule day.
    #[must_use]
    pub fn is_on(&self, day: NaiveDate, day_change: NaiveTime) -> bool {
        self.day.is_some_and(|first| first <= day && day <= self.final_day(day_change).unwrap_or(first))
    }

    /// Returns the time from the start to the local time `end`; `None` if that is not positive. A repeated local time is the
    /// first instant after the start.
    #[must_use]
    pub fn until(&self, end: NaiveDateTime, zone: Zone) -> Option<TimeDelta> {
        let is_positive = |length: &TimeDelta| *length > TimeDelta::zero();
        let by_clock = || Some(end - self.start_datetime()?).filter(is_positive);
        let Some(start) = self.instant else { return by_clock() };
        let since = |end: DateTime<Utc>| Some(end - start).filter(is_positive);
        match zone.instants_at(end) {
            LocalInstants::Unknown => by_clock(),
            LocalInstants::Once(end) | LocalInstants::Never(end) => since(end),
            LocalInstants::Twice(one, two) => since(one).or_else(|| since(two)),
        }
    }

    /// Returns the local start, if date and time are known.
    #[must_use]
    pub fn start_datetime(&self) -> Option<NaiveDateTime> {
        Some(self.date?.and_time(self.start?))
    }

    /// Returns the local end, if it is known.
    #[must_use]
    pub fn end_datetime(&self) -> Option<NaiveDateTime> {
        self.start_datetime()?.checked_add_signed(self.duration?.checked_add(&self.shift)?)
    }

    /// Returns the end time, if it is known.
    #[must_use]
    pub fn end(&self) -> Option<NaiveTime> {
        match (self.start, self.duration) {
            (Some(start), Some(length)) => Some(start.overflowing_add_signed(length + self.shift).0),
            _ => self.end_only,
        }
    }

    /// Returns the moment of the start, if date and time are known.
    #[must_use]
    pub fn begins(&self) -> Option<Moment> {
        Some(Moment { clock: self.start_datetime()?, instant: self.instant })
    }

    /// Returns the moment of the end, if it is known.
    #[must_use]
    pub fn finishes(&self) -> Option<Moment> {
        let instant = self.instant.and_then(|start| start.checked_add_signed(self.duration?));
        Some(Moment { clock: self.end_datetime()?, instant })
    }

    /// Returns the number of calendar days between schedule day and start, shown as `+1`. Negative in zones far west of the
    /// venue.
    #[must_use]
    pub fn days_after(&self) -> i64 {
        match (self.day, self.date) {
            (Some(day), Some(date)) => (date - day).num_days(),
            _ => 0,
        }
    }

    /// True if any time of day is known.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        self.start.is_some() || self.end_only.is_some() || self.all_day
    }

    /// True if the session is running at this moment. A session without an end runs only at its start.
    #[must_use]
    pub fn covers(&self, moment: impl Into<Moment>) -> bool {
        let moment = moment.into();
        match (self.begins(), self.finishes()) {
            (Some(start), Some(end)) => !moment.is_before(start) && moment.is_before(end),
            (Some(start), None) => start.until(moment) == TimeDelta::zero(),
            _ => false,
        }
    }

    /// True if two sessions are running at the same moment. A session without an end runs only at its start.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> bool {
        let covers_start = |one: &Self, two: &Self| two.begins().is_some_and(|start| one.covers(start));
        covers_start(self, other) || covers_start(other, self)
    }
}

/// Returns the schedule day of a local time: times before the day change belong to the day before.
#[must_use]
pub fn schedule_day(date: NaiveDate, time: NaiveTime, day_change: NaiveTime) -> NaiveDate {
    if time < day_change { date.checked_sub_days(Days::new(1)).unwrap_or(date) } else { date }
}

/// Returns the calendar date of a time on a schedule day: the inverse of [`schedule_day`].
#[must_use]
pub fn calendar_date(day: NaiveDate, time: NaiveTime, day_change: NaiveTime) -> NaiveDate {
    if time < day_change { day.checked_add_days(Days::new(1)).unwrap_or(day) } else { day }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 2, day).unwrap()
    }

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    fn times(hour: u32, minutes: Option<i64>) -> Times {
        let length = minutes.map(TimeDelta::minutes);
        Times {
            day: Some(date(1)),
            date: Some(date(1)),
            start: Some(time(hour, 0)),
            duration: length,
            ..Times::default()
        }
    }

    #[test]
    fn intervals_are_half_open() {
        assert!(!times(9, Some(60)).overlap(&times(10, Some(60))));
        assert!(times(9, Some(61)).overlap(&times(10, Some(60))));
        assert!(times(10, Some(60)).overlap(&times(9, Some(180))));
    }

    #[test]
    fn a_session_without_an_end_overlaps_only_at_its_start() {
        assert!(times(9, Some(61)).overlap(&times(10, None)));
        assert!(!times(9, None).overlap(&times(10, Some(60))));
        assert!(times(10, None).overlap(&times(10, None)));
        assert!(!Times::default().overlap(&Times::default()));
    }

    #[test]
    fn the_night_belongs_to_the_evening_before() {
        let four = time(4, 0);
        assert_eq!(schedule_day(date(2), time(3, 59), four), date(1));
        assert_eq!(schedule_day(date(2), four, four), date(2));
        assert_eq!(calendar_date(date(1), time(1, 30), four), date(2));
        assert_eq!(calendar_date(date(1), time(23, 0), four), date(1));
    }

    #[test]
    fn clocks_that_are_put_forward_and_back() {
        let berlin = Zone::Named(chrono_tz::Europe::Berlin);
        let at = |month, day, hour, minute| {
            let date = NaiveDate::from_ymd_opt(2023, month, day).unwrap();
            berlin.instant(date.and_time(time(hour, minute))).unwrap().to_rfc3339()
        };
        assert_eq!(at(7, 1, 12, 0), "2023-07-01T10:00:00+00:00");
        assert_eq!(at(3, 26, 2, 30), "2023-03-26T01:30:00+00:00");
        assert_eq!(at(10, 29, 2, 30), "2023-10-29T00:30:00+00:00");
        assert_eq!(Zone::Unknown.instant(date(1).and_time(time(9, 0))), None);
        // Half an hour, in a night where one more hour would already be on the next day.
        let lord_howe = Zone::Named(chrono_tz::Australia::Lord_Howe);
        let skipped = NaiveDate::from_ymd_opt(2025, 10, 5).unwrap().and_time(time(2, 15));
        assert_eq!(
            lord_howe.local(lord_howe.instant(skipped).unwrap()),
            Some(skipped + TimeDelta::minutes(30))
        );
    }

    #[test]
    fn from_midnight_to_midnight_is_a_whole_day() {
        let midnight = |minutes| times(0, Some(minutes)).as_whole_days();
        let one = Times { day: Some(date(1)), date: Some(date(1)), all_day: true, ..Times::default() };
        assert_eq!([midnight(1440), midnight(1439)], [one; 2]);
        let is_on = |times: Times, day| times.is_on(date(day), time(4, 0));
        assert_eq!((one.last_day(), is_on(one, 1), is_on(one, 2)), (None, true, false));
        let three = midnight(3 * 1440);
        assert_eq!((three.all_day, three.start, three.last_day()), (true, None, Some(date(3))));
        assert_eq!([1, 2, 3, 4].map(|day| is_on(three, day)), [true, true, true, false]);
        for other in [times(0, Some(1438)), times(0, Some(1450)), times(9, Some(1440)), times(0, None)] {
            assert_eq!(other.as_whole_days(), other);
        }
        // Clocks are set back in between, so 25 hours pass.
        let berlin = Zone::Named(chrono_tz::Europe::Berlin);
        let sunday = NaiveDate::from_ymd_opt(2026, 10, 25);
        let long = Times { day: sunday, date: sunday, ..times(0, Some(25 * 60)) }.resolved(berlin);
        let whole = long.as_whole_days();
        assert_eq!(whole, Times { day: sunday, date: sunday, ..one });
        assert_eq!([whole.as_midnights(berlin), long.as_midnights(berlin)], [long; 2]);
        assert_eq!(three.as_midnights(berlin).as_whole_days(), three);
    }

    #[test]
    fn a_session_is_on_each_day_until_its_end() {
        for (hour, hours, days) in [
            (9, 57, [true, true, true, false]),
            (9, 24, [true, true, false, false]),
            (20, 8, [true, false, false, false]),
            (20, 9, [true, true, false, false]),
            (4, 24, [true, false, false, false]),
            (4, 48, [true, true, false, false]),
        ] {
            let times = times(hour, Some(hours * 60));
            assert_eq!([1, 2, 3, 4].map(|day| times.is_on(date(day), time(4, 0))), days, "{hour} {hours}");
            assert_eq!(times.last_day(), None);
        }
        assert_eq!(times(9, None).final_day(time(4, 0)), None);
    }

    #[test]
    fn an_end_is_known_or_not() {
        assert_eq!(times(23, Some(120)).end(), Some(time(1, 0)));
        assert_eq!(times(23, None).end(), None);
        assert_eq!(Times { end_only: Some(time(9, 0)), ..Times::default() }.end(), Some(time(9, 0)));
    }
}
