//! Times as programs publish them: moments with and without an offset, times of day, three kinds of duration.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// A moment as a file gives it: what a clock shows, and how far that clock is from UTC if the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) local: NaiveDateTime,
    pub(super) offset: Option<FixedOffset>,
}

impl Moment {
    /// `2025-02-01T09:30:00+01:00`, `2025-02-01 09:30`, `2025-02-01T09:30:00.000Z`, with or without seconds and offset;
    /// an offset may lack its colon. A year of more than four digits is no year of a conference; at the ends of the calendar
    /// no clock could be reckoned into another.
    pub(super) fn read(text: &str) -> Option<Self> {
        Self::parse(text).filter(|moment| (0..=9999).contains(&moment.local.year()))
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replacen(' ', "T", 1);
        for format in ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"] {
            if let Ok(moment) = DateTime::parse_from_str(&text, format) {
                return Some(Self { local: moment.naive_local(), offset: Some(*moment.offset()) });
            }
        }
        let formats = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
        let local = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(&text, format).ok())?;
        Some(Self { local, offset: None })
    }

    /// How long it is from here to there; by the clock alone where only one of the two says how far it is from UTC.
    pub(super) fn until(self, end: Self) -> TimeDelta {
        let seconds = |offset: FixedOffset| i64::from(offset.local_minus_utc());
        let shift = match (self.offset, end.offset) {
            (Some(here), Some(there)) => seconds(here) - seconds(there),
            _ => 0,
        };
        end.local - self.local + TimeDelta::seconds(shift)
    }
}

/// `2025-02-01`, also as the beginning of a moment.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let day = text.trim().get(..10)?;
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
}

/// `09:30`, `9:30`, `09:30:00`.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    ["%H:%M", "%H:%M:%S"].iter().find_map(|format| NaiveTime::parse_from_str(text, format).ok())
}

/// A duration in one of the ways that schedules write it; a negative one and one of more than 400 days are none.
///
/// * `0:45`, `00:45`, `01:30`: hours and minutes, also more than 59 of them (`CCCamp` 2023: `00:90`);
/// * `2:06:00`: days, hours and minutes, as frab writes what is longer than a day (EMF 2024);
/// * `00:45:00`: hours, minutes and seconds, told from the former by its two digits in front;
/// * `45`: minutes.
pub(super) fn duration(text: &str) -> Option<TimeDelta> {
    let parts: Vec<&str> = text.trim().split(':').collect();
    let numbers = parts.iter().map(|part| part.parse::<u32>().ok().map(i64::from));
    let numbers: Vec<i64> = numbers.collect::<Option<_>>()?;
    let minutes = match numbers[..] {
        [minutes] => minutes,
        [hours, minutes] => hours * 60 + minutes,
        [hours, minutes, _seconds] if parts[0].len() > 1 => hours * 60 + minutes,
        [days, hours, minutes] => (days * 24 + hours) * 60 + minutes,
        _ => return None,
    };
    Some(TimeDelta::try_minutes(minutes)?).filter(|length| *length <= TimeDelta::days(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        let read = |text: &str| {
            Moment::read(text).map(|it| (it.local.to_string(), it.offset.map(|it| it.to_string())))
        };
        let with = |offset: &str| Some(("2025-02-01 09:30:00".to_owned(), Some(offset.to_owned())));
        assert_eq!(read("2025-02-01T09:30:00+01:00"), with("+01:00"));
        assert_eq!(read("2025-02-01T09:30:00Z"), with("+00:00"));
        assert_eq!(read("2025-02-01T09:30+0545"), with("+05:45"));
        assert_eq!(read(" 2025-02-01 09:30:00 "), Some(("2025-02-01 09:30:00".to_owned(), None)));
        assert_eq!(read("2025-02-01T09:30"), Some(("2025-02-01 09:30:00".to_owned(), None)));
        assert_eq!(read("2025-02-01"), None);
        assert_eq!(read("2025-02-30T09:30"), None);
        assert_eq!(read("+262142-12-31T23:59:59"), None);
        assert_eq!(read("-262143-01-01T00:00:00"), None);
    }

    #[test]
    fn from_moment_to_moment() {
        let minutes =
            |from: &str, to: &str| Moment::read(from).unwrap().until(Moment::read(to).unwrap()).num_minutes();
        assert_eq!(minutes("2024-10-27T02:30:00+02:00", "2024-10-27T02:30:00+01:00"), 60);
        assert_eq!(minutes("2024-10-27T23:30:00Z", "2024-10-28T00:00:00Z"), 30);
        assert_eq!(minutes("2024-10-27T10:00:00", "2024-10-27T09:00:00+01:00"), -60);
    }

    #[test]
    fn durations_of_three_kinds() {
        let minutes = |text: &str| duration(text).map(|length| length.num_minutes());
        assert_eq!(minutes("00:45"), Some(45));
        assert_eq!(minutes("1:00"), Some(60));
        assert_eq!(minutes("00:90"), Some(90));
        assert_eq!(minutes("2:06:00"), Some(54 * 60));
        assert_eq!(minutes("00:45:00"), Some(45));
        assert_eq!(minutes("45"), Some(45));
        assert_eq!(minutes("-0:30"), None);
        assert_eq!(minutes("135.0:00"), None);
        assert_eq!(minutes("99999999:00"), None);
        assert_eq!(minutes(""), None);
    }
}
