//! [`Times`]: when a session is, as far as the program says; [`Zone`]: whose clock its times are.

use chrono::offset::MappedLocalTime;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// Whose clock the times of a program are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// The venue's; which zone that is, the program does not say.
    Unknown,
    /// The zone with this name in the IANA database.
    Named(Tz),
}

impl Zone {
    /// The instant that this clock shows as `local`; `None` when the zone is not known.
    ///
    /// In the hour that is skipped in spring the clock is read as if it had not been put forward; in the hour that
    /// comes twice in autumn it is the first one.
    #[must_use]
    pub fn instant(&self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        let Self::Named(zone) = self else { return None };
        let instant = match zone.from_local_datetime(&local) {
            MappedLocalTime::Single(instant) | MappedLocalTime::Ambiguous(instant, _) => instant,
            MappedLocalTime::None => {
                let hour_before = local.checked_sub_signed(TimeDelta::hours(1))?;
                let before = zone.from_local_datetime(&hour_before).earliest()?;
                before.checked_add_signed(TimeDelta::hours(1))?
            }
        };
        Some(instant.with_timezone(&Utc))
    }

    /// What this clock shows at an instant; `None` when the zone is not known.
    #[must_use]
    pub fn local(&self, instant: DateTime<Utc>) -> Option<NaiveDateTime> {
        let Self::Named(zone) = self else { return None };
        // The widest zones are 14 hours from UTC, far inside what chrono can hold for a clock that shows years.
        Some(instant.with_timezone(zone).naive_local())
    }
}

/// The clock of whoever looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnClock {
    /// That of a zone in the IANA database.
    Named(Tz),
    /// One that is so far from UTC, and whose zone is not known.
    Offset(FixedOffset),
}

impl OwnClock {
    /// What this clock shows at an instant.
    #[must_use]
    pub fn local(self, instant: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Named(zone) => instant.with_timezone(&zone).naive_local(),
            Self::Offset(offset) => instant.with_timezone(&offset).naive_local(),
        }
    }

    /// The instant at which this clock shows `local`, as [`Zone::instant`] takes it.
    #[must_use]
    pub fn instant(self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self {
            Self::Named(zone) => Zone::Named(zone).instant(local),
            Self::Offset(offset) => Some(offset.from_local_datetime(&local).single()?.to_utc()),
        }
    }
}

/// When a session is. Each part is known or not, on its own; nothing is guessed.
///
/// All times are the venue's clock; `start` stands on `date` when that is known. Intervals are half-open: what ends at
/// ten does not collide with what starts at ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times {
    /// The program day that it belongs to.
    pub day: Option<NaiveDate>,
    /// The calendar date of its start: the day after `day` when it starts between midnight and the day change.
    pub date: Option<NaiveDate>,
    /// When it starts.
    pub start: Option<NaiveTime>,
    /// How long it takes; more than nothing.
    pub length: Option<TimeDelta>,
    /// When it ends, where its start is not known.
    pub end_alone: Option<NaiveTime>,
    /// The offset from UTC that its start was given with.
    pub offset: Option<FixedOffset>,
    /// Whether it lasts the whole day.
    pub all_day: bool,
}

impl Times {
    /// The start on the venue's clock, when date and time are known.
    #[must_use]
    pub fn starts(&self) -> Option<NaiveDateTime> {
        Some(self.date?.and_time(self.start?))
    }

    /// The end on the venue's clock, when it is known.
    #[must_use]
    pub fn ends(&self) -> Option<NaiveDateTime> {
        self.starts()?.checked_add_signed(self.length?)
    }

    /// The time of day at which it ends, when it is known.
    #[must_use]
    pub fn end(&self) -> Option<NaiveTime> {
        match (self.start, self.length) {
            (Some(start), Some(length)) => Some(start.overflowing_add_signed(length).0),
            _ => self.end_alone,
        }
    }

    /// How many calendar days after its program day it starts: the `+1` beside its time. Negative where a clock far west of
    /// the venue shows it.
    #[must_use]
    pub fn days_after(&self) -> i64 {
        match (self.day, self.date) {
            (Some(day), Some(date)) => (date - day).num_days(),
            _ => 0,
        }
    }

    /// Whether anything is known of its time of day.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        self.start.is_some() || self.end_alone.is_some() || self.all_day
    }

    /// Whether it takes place at this moment of the venue's clock. A session of unknown end runs at its start alone.
    #[must_use]
    pub fn covers(&self, moment: NaiveDateTime) -> bool {
        match (self.starts(), self.ends()) {
            (Some(start), Some(end)) => start <= moment && moment < end,
            (Some(start), None) => start == moment,
            _ => false,
        }
    }

    /// Whether two sessions take place at one moment. One of unknown end counts as its start alone.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> bool {
        let covers_start = |one: &Self, two: &Self| two.starts().is_some_and(|start| one.covers(start));
        covers_start(self, other) || covers_start(other, self)
    }
}

/// The program day of a moment: what is earlier than the day change belongs to the evening before.
pub(crate) fn program_day(date: NaiveDate, time: NaiveTime, day_change: NaiveTime) -> NaiveDate {
    if time < day_change { date.checked_sub_days(Days::new(1)).unwrap_or(date) } else { date }
}

/// The calendar date of a time on a program day: the inverse of [`program_day`].
pub(crate) fn calendar_date(day: NaiveDate, time: NaiveTime, day_change: NaiveTime) -> NaiveDate {
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
            length,
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
    fn an_unknown_end_collides_only_with_what_covers_its_start() {
        assert!(times(9, Some(61)).overlap(&times(10, None)));
        assert!(!times(9, None).overlap(&times(10, Some(60))));
        assert!(times(10, None).overlap(&times(10, None)));
        assert!(!Times::default().overlap(&Times::default()));
    }

    #[test]
    fn the_night_belongs_to_the_evening_before() {
        let four = time(4, 0);
        assert_eq!(program_day(date(2), time(3, 59), four), date(1));
        assert_eq!(program_day(date(2), four, four), date(2));
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
    }

    #[test]
    fn an_end_is_known_or_not() {
        assert_eq!(times(23, Some(120)).end(), Some(time(1, 0)));
        assert_eq!(times(23, None).end(), None);
        assert_eq!(Times { end_alone: Some(time(9, 0)), ..Times::default() }.end(), Some(time(9, 0)));
    }
}
