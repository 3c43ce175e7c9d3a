//! Parses the dates, times and durations of the event file.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use toml::value::{Datetime, Offset};

/// A time of day with an optional date and offset from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The written date.
    pub date: Option<NaiveDate>,
    /// The time of day.
    pub time: NaiveTime,
    /// The written offset from UTC.
    pub offset: Option<FixedOffset>,
    /// True for `24:00`, the midnight at the end of a day.
    pub ends_day: bool,
}

/// Converts a TOML date without a time.
#[must_use]
pub fn date(value: &Datetime) -> Option<NaiveDate> {
    let date = value.date.filter(|_| value.time.is_none())?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// Parses a date in quotes: `"2023-12-01"`.
#[must_use]
pub fn quoted_date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10)
}

/// Converts a TOML time with or without a date.
#[must_use]
pub fn moment(value: &Datetime) -> Option<Moment> {
    let time = value.time?;
    // A leap second is displayed as the last second of its minute.
    let second = u32::from(time.second.unwrap_or(0)).min(59);
    let time = NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), second)?;
    let date = match value.date {
        Some(date) => Some(NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?),
        None => None,
    };
    let offset = match value.offset {
        Some(Offset::Z) => FixedOffset::east_opt(0),
        Some(Offset::Custom { minutes }) => Some(FixedOffset::east_opt(i32::from(minutes) * 60)?),
        None => None,
    };
    Some(Moment { date, time, offset, ends_day: false })
}

/// Parses a time in quotes, `"09:30"`, with or without a date.
#[must_use]
pub fn quoted_moment(text: &str) -> Option<Moment> {
    if let Some(time) = quoted_time(text) {
        let ends_day = time == NaiveTime::MIN && text.starts_with('2');
        return Some(Moment { date: None, time, offset: None, ends_day });
    }
    let dated = |local: NaiveDateTime, offset| Moment {
        date: Some(local.date()),
        time: local.time(),
        offset,
        ends_day: false,
    };
    let local = text.strip_suffix(['Z', 'z']);
    let without_seconds = local.map_or_else(|| text.to_owned(), |local| format!("{local}+00:00"));
    let without_seconds = without_seconds.replacen(' ', "T", 1);
    let moment = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(&without_seconds, "%Y-%m-%dT%H:%M%:z"));
    if let Ok(moment) = moment {
        return Some(dated(moment.naive_local(), Some(*moment.offset())));
    }
    let formats = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"];
    let local = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())?;
    Some(dated(local, None))
}

/// Parses `"09:30"`, `"9:30"` and `"09:30:00"`; `"24:00"` is the midnight at the end of a day.
fn quoted_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split(':');
    let mut number = |digits: &[usize]| -> Option<u32> {
        let part = parts.next()?;
        let is_number = digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { part.parse().ok() } else { None }
    };
    let (hour, minute) = (number(&[1, 2])?, number(&[2])?);
    let second = if text.matches(':').count() == 2 { number(&[2])? } else { 0 };
    if parts.next().is_some() {
        return None;
    }
    if (hour, minute, second) == (24, 0, 0) {
        return Some(NaiveTime::MIN);
    }
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// Parses `"45m"`, `"1h"`, `"1h30m"` and `"1 h 30 min"`.
pub fn quoted_duration(text: &str) -> Option<TimeDelta> {
    let text: String = text.to_lowercase().chars().filter(|c| *c != ' ').collect();
    let (hours, rest) = match text.split_once('h') {
        Some((hours, rest)) => (digits(hours)?, rest),
        None => (0, text.as_str()),
    };
    let rest = rest
        .strip_suffix("min")
        .or_else(|| rest.strip_suffix('m'))
        .map_or_else(|| if rest.is_empty() && text.contains('h') { Some("0") } else { None }, Some)?;
    minutes(hours.checked_mul(60)?.checked_add(digits(rest)?)?)
}

fn digits(text: &str) -> Option<i64> {
    let is_number = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// The minutes of 400 days, the longest conference.
pub(super) const MAX_MINUTES: i64 = 400 * 24 * 60;

/// Returns the duration if it is between one minute and the longest one.
pub(super) fn minutes(minutes: i64) -> Option<TimeDelta> {
    if (1..=MAX_MINUTES).contains(&minutes) { TimeDelta::try_minutes(minutes) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_quotes() {
        let time = |text| quoted_moment(text).map(|moment| moment.time.to_string());
        for (text, read) in
            [("09:30", "09:30:00"), ("9:30", "09:30:00"), ("23:59:59", "23:59:59"), ("24:00", "00:00:00")]
        {
            assert_eq!(time(text).as_deref(), Some(read), "{text}");
        }
        for text in [
            "",
            "9",
            "9.30",
            "25:00",
            "09:60",
            "9:3",
            "+9:30",
            "09:30:00:00",
            "24:01",
            "noon",
            "09:30 pm",
            "२:३०",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn dates_and_times_in_quotes() {
        let read = quoted_moment("2025-02-01T09:30:00+01:00").unwrap();
        assert_eq!(read.date, NaiveDate::from_ymd_opt(2025, 2, 1));
        assert_eq!(read.offset, FixedOffset::east_opt(3600));
        assert_eq!(quoted_moment("2025-02-01 09:30").unwrap().offset, None);
        assert_eq!(quoted_moment("2025-02-01T09:00Z").unwrap().offset, FixedOffset::east_opt(0));
        assert_eq!(quoted_moment("2025-02-01 09:00+03:00").unwrap().offset, FixedOffset::east_opt(10_800));
        assert_eq!(quoted_moment("2025-02-30 09:30"), None);
        assert_eq!(quoted_date("2023-12-01"), NaiveDate::from_ymd_opt(2023, 12, 1));
        assert_eq!(quoted_date("2023-12-1"), None);
    }

    #[test]
    fn durations_in_quotes() {
        let read = |text| quoted_duration(text).map(|length| length.num_minutes());
        for (text, minutes) in [("45m", 45), ("1h30m", 90), ("2h", 120), ("1 h 30 min", 90), ("90 min", 90)] {
            assert_eq!(read(text), Some(minutes), "{text}");
        }
        for text in ["", "45", "0m", "h", "m", "1h30", "1:30", "-5m", "9999999m", "1h30m5s"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
