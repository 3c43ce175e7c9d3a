//! Formats times and converts the times of a session.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use super::page::{IcsWriter, with_parameters};
use crate::format::ical::extensions;
use crate::format::zone;
use crate::model::{Conference, Times, Zone};

/// The start and end of a session, as far as known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Whole days; the second date is exclusive.
    Dates(NaiveDate, NaiveDate),
    /// A date without a known time.
    Date(NaiveDate),
    /// A local time in this zone, or at a venue in an unknown zone.
    Local(Option<Tz>, NaiveDateTime, Option<End>),
    /// An instant.
    Utc(DateTime<Utc>, Option<TimeDelta>),
}

/// The end of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// A local time.
    At(NaiveDateTime),
    /// A duration, used where the local end time is skipped or repeated and thus ambiguous.
    After(TimeDelta),
}

/// Returns the times of a session with a date in the supported years.
pub(super) fn when(conference: &Conference, times: &Times) -> Option<When> {
    let date = times.date.or(times.day).filter(|date| is_written(*date))?;
    let Some(start) = times.start_datetime() else {
        // A time without a date cannot be written.
        if times.start.is_some() {
            return None;
        }
        if !times.all_day {
            return Some(When::Date(date));
        }
        let days = times.duration.map_or(1, |length| length.num_days().max(1).unsigned_abs());
        let end = date.checked_add_days(Days::new(days)).filter(|end| is_written(*end))?;
        return Some(When::Dates(date, end));
    };
    let end = times.end_datetime().filter(|end| is_written(end.date()));
    let instant = || conference.starts_at(times).filter(|at| is_written(at.date_naive()));
    match (conference.zone, times.offset) {
        (Zone::Unknown, None) => Some(When::Local(None, start, end.map(End::At))),
        (Zone::Named(zone), None) if !is_utc(zone) => {
            let end = end.zip(times.duration).map(|(end, length)| {
                if times.until(end, conference.zone) == Some(length) {
                    End::At(end)
                } else {
                    End::After(length)
                }
            });
            Some(When::Local(Some(zone), start, end))
        }
        // UTC has no repeated hours.
        _ => Some(When::Utc(instant()?, times.duration)),
    }
}

impl When {
    pub(super) fn write(self, page: &mut IcsWriter) {
        let put = |page: &mut IcsWriter, name: &str, zone: Option<Tz>, value: Option<String>| {
            if let Some(value) = value {
                page.property(&with_parameters(name, &[("TZID", zone.map(Tz::name))]), &value);
            }
        };
        match self {
            Self::Dates(start, end) => {
                page.property("DTSTART;VALUE=DATE", &date(start));
                page.property("DTEND;VALUE=DATE", &date(end));
            }
            Self::Date(day) => {
                page.property("DTSTART;VALUE=DATE", &date(day));
                page.property("TRANSP", "TRANSPARENT");
                page.property(extensions::START, extensions::UNKNOWN);
            }
            Self::Local(zone, start, end) => {
                put(page, "DTSTART", zone, local(start));
                match end {
                    Some(End::At(end)) => put(page, "DTEND", zone, local(end)),
                    Some(End::After(length)) => page.property("DURATION", &duration(length)),
                    None => {}
                }
            }
            Self::Utc(start, length) => {
                put(page, "DTSTART", None, utc(start));
                let end = length.and_then(|length| start.checked_add_signed(length));
                put(page, "DTEND", None, end.and_then(utc));
            }
        }
    }

    /// Returns the zone with the first and last local time.
    pub(super) fn in_zone(self) -> Option<(Tz, NaiveDateTime, NaiveDateTime)> {
        let Self::Local(Some(zone), start, end) = self else { return None };
        let end = match end {
            Some(End::At(end)) => Some(end),
            Some(End::After(length)) => start.checked_add_signed(length),
            None => None,
        };
        Some((zone, start, end.unwrap_or(start)))
    }
}

/// Writes properties of times that iCalendar cannot represent: see [`extensions`].
pub(super) fn write_own(times: &Times, when: When, page: &mut IcsWriter) {
    if let (When::Utc(..), Some(offset)) = (when, times.offset) {
        page.property(extensions::OFFSET, &self::offset(offset.local_minus_utc()));
    }
    // The reader does not know when days change.
    let may_be_night = |start: NaiveTime| start.hour() < 6 || times.day != times.date;
    let day = times.day.filter(|day| times.start.is_some_and(may_be_night) && is_written(*day));
    if let Some(day) = day {
        page.property(extensions::DAY, &date(day));
    }
}

/// True for years with four digits, the only ones in iCalendar.
fn is_written(date: NaiveDate) -> bool {
    (0..=9999).contains(&date.year())
}

pub(super) fn is_utc(zone: Tz) -> bool {
    zone::of(zone) == Zone::Utc
}

fn date(date: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// Formats `20250201T093000`.
pub(super) fn local(moment: NaiveDateTime) -> Option<String> {
    let (hour, minute, second) = (moment.hour(), moment.minute(), moment.second());
    is_written(moment.date()).then(|| format!("{}T{hour:02}{minute:02}{second:02}", date(moment.date())))
}

/// Formats `20250201T083000Z`.
pub(super) fn utc(instant: DateTime<Utc>) -> Option<String> {
    Some(local(instant.naive_utc())? + "Z")
}

/// Formats `PT45M`, in whole seconds.
fn duration(length: TimeDelta) -> String {
    let seconds = length.num_seconds();
    if seconds % 60 == 0 { format!("PT{}M", seconds / 60) } else { format!("PT{seconds}S") }
}

/// Formats `+0200`, with seconds if there are any.
pub(super) fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let rest = if seconds.is_multiple_of(60) { String::new() } else { format!("{:02}", seconds % 60) };
    format!("{sign}{:02}{:02}{rest}", seconds / 3600, seconds / 60 % 60)
}
