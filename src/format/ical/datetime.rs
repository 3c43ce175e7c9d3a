//! Dates, moments and durations as iCalendar writes them.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

use super::lines::Line;
use super::timezones::{TimeZoneRef, Zones};
use crate::format::time::{self, Timestamp};

/// No session is longer, and none repeats for longer.
pub(super) const LONGEST: TimeDelta = TimeDelta::days(400);

/// A date, or a moment on some clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateOrDateTime {
    /// What the clock shows; the beginning of the day where only a date is given.
    pub(super) local: NaiveDateTime,
    pub(super) clock: TimeZoneRef,
    pub(super) is_date: bool,
}

/// Reads the stamps of a line, of which some properties have several; what is none of them is `Err`.
pub(super) fn stamps(line: &Line, zones: &mut Zones) -> Vec<Result<DateOrDateTime, ()>> {
    let clock = line.parameter("TZID").map_or(zones.floating, |name| zones.clock(&name, line.span));
    // A period is its start here; some write dates with slashes.
    let start = |value: &str| stamp(value.split('/').next().unwrap_or_default(), clock);
    line.value().split(',').map(|value| stamp(value, clock).or_else(|| start(value)).ok_or(())).collect()
}

/// Reads one stamp; a clock that it names itself counts more than the one of its line.
pub(super) fn stamp(value: &str, clock: TimeZoneRef) -> Option<DateOrDateTime> {
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

/// Reads a duration: `PT45M`, `P1DT2H`, `-PT5M`, `P2W`.
pub(super) fn duration(value: &str) -> Option<TimeDelta> {
    time::duration(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_of_all_kinds() {
        let read = |text: &str| {
            stamp(text, TimeZoneRef::Floating).map(|it| {
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
