//! Dates, times and durations of iCalendar.

use chrono::{FixedOffset, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use crate::format::time::{self, Timestamp};

/// The longest duration of a session and of a series.
pub(super) const MAX_DURATION: TimeDelta = TimeDelta::days(400);

/// The time zone of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum TimeZoneRef {
    /// The zone of the venue, even if unknown.
    Floating,
    Fixed(FixedOffset),
    Named(Tz),
    /// A zone defined by the file: an index in `Zones::described`.
    Described(usize),
}

impl TimeZoneRef {
    /// True for UTC, which is not necessarily the zone of the venue.
    pub(super) fn is_utc(self) -> bool {
        matches!(self, Self::Fixed(offset) if offset.local_minus_utc() == 0)
    }
}

/// A date, or a time in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateOrDateTime {
    /// The wall-clock time; midnight for a date.
    pub(super) local: NaiveDateTime,
    pub(super) clock: TimeZoneRef,
    pub(super) is_date: bool,
}

/// Parses a value. A zone in the value overrides the zone of the line.
pub(super) fn parse(value: &str, clock: TimeZoneRef) -> Option<DateOrDateTime> {
    if let Some(Timestamp { local, offset }) = Timestamp::read(value) {
        return Some(DateOrDateTime {
            local,
            clock: offset.map_or(clock, TimeZoneRef::Fixed),
            is_date: false,
        });
    }
    let date = time::date(value).filter(|_| time::is_date_alone(value))?;
    Some(DateOrDateTime { local: date.and_time(NaiveTime::MIN), clock: TimeZoneRef::Floating, is_date: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_all_kinds() {
        let read = |text: &str| {
            parse(text, TimeZoneRef::Floating).map(|it| {
                let clock = match it.clock {
                    TimeZoneRef::Fixed(offset) => offset.to_string(),
                    _ => String::new(),
                };
                format!("{}{clock}{}", it.local, if it.is_date { " date" } else { "" })
            })
        };
        for (text, seen) in [
            ("20240531", "2024-05-31 00:00:00 date"),
            ("2024-05-31", "2024-05-31 00:00:00 date"),
            ("20240531T172000", "2024-05-31 17:20:00"),
            ("20240531T172000Z", "2024-05-31 17:20:00+00:00"),
            (" 20240531T172060 ", "2024-05-31 17:20:59"),
            ("20240531T240000", "2024-06-01 00:00:00"),
            ("20240531T172000+0200", "2024-05-31 17:20:00+02:00"),
            ("2024-05-31T17:20:00Z", "2024-05-31 17:20:00+00:00"),
            ("20240531T1720", "2024-05-31 17:20:00"),
            ("20240531T250000", "2024-06-01 01:00:00"),
            ("20240531t172000z", "2024-05-31 17:20:00+00:00"),
            ("20240531T", "2024-05-31 00:00:00 date"),
            ("2024-05-31T::", "2024-05-31 00:00:00 date"),
        ] {
            assert_eq!(read(text).as_deref(), Some(seen), "{text}");
        }
        for text in ["", "99999999T999999Z", "20240230", "20240531T480000", "ү"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
