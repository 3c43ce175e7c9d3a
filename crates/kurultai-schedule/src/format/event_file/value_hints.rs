//! Diagnostics for invalid times, dates, durations and URLs, with the probable value in valid syntax.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::diagnostic::{Code, Diagnostic, MessageArg, Span};
use crate::format::synonyms::{SYNONYMS, contains};

pub(super) fn bad_time(written: &str, span: Span) -> Diagnostic {
    let plain = written.trim().trim_matches('"');
    let value = MessageArg::text(written);
    if let Some((from, to)) = range(plain) {
        let diagnostic = Diagnostic::new(Code::TimeRange, span).with("value", value);
        return diagnostic.with("from", MessageArg::text(&from)).with("to", MessageArg::text(&to));
    }
    let diagnostic = Diagnostic::new(Code::BadTime, span).with("value", value);
    match (time(plain), crate::format::time::Timestamp::read(plain)) {
        (Some(time), _) => diagnostic.replacement(&format!("\"{time}\"")),
        (None, Some(moment)) => {
            let offset = moment.offset.map(|offset| offset.to_string()).unwrap_or_default();
            diagnostic.replacement(&format!("{}{offset}", moment.local.format("%Y-%m-%dT%H:%M:%S")))
        }
        (None, None) => diagnostic,
    }
}

pub(super) fn bad_date(written: &str, span: Span) -> Diagnostic {
    let value = MessageArg::text(written);
    let plain = written.trim().trim_matches('"');
    if let Some(days) = days_of_its_month(plain) {
        let diagnostic = Diagnostic::new(Code::ImpossibleDate, span).with("value", value);
        return diagnostic.with("count", MessageArg::Number(days.into()));
    }
    let diagnostic = Diagnostic::new(Code::BadDate, span).with("value", value);
    let readings = either_date(plain).map(|dates| dates.map(|date| date.to_string()));
    match (date(plain), readings) {
        (Some(date), _) => diagnostic.replacement(&date.to_string()),
        (None, Some([first, second])) => diagnostic.allowed_values(&[&first, &second]),
        (None, None) => diagnostic,
    }
}

/// Returns the diagnostic for a date range at the top level, where start and end have separate keys.
pub(super) fn bad_dates(written: &str, span: Span) -> Option<Diagnostic> {
    let (start, end) = date_range(written.trim().trim_matches('"'))?;
    let diagnostic = Diagnostic::new(Code::BadDate, span).with("value", MessageArg::text(written));
    let lines = diagnostic.replacement(&format!("start = {start}"));
    Some(lines.with("also", MessageArg::text(&format!("end = {end}"))))
}

/// The keys for the time of a session within a day.
pub(super) const TIME_KEYS: [&str; 4] = ["start", "end", "duration", "all_day"];

/// Returns the diagnostic for a date range in a session without any of [`TIME_KEYS`].
pub(super) fn bad_days(key: &str, written: &str, span: Span) -> Option<Diagnostic> {
    let (start, end) = date_range(written.trim().trim_matches('"'))?;
    let hours = ((end - start).num_days() + 1) * 24;
    let diagnostic = Diagnostic::new(Code::BadDate, span).with("value", MessageArg::text(written));
    let lines = diagnostic.replacement(&format!("{key} = {start}"));
    Some(lines.with("also", MessageArg::text(&format!("all_day = true`, `duration = \"{hours}h\""))))
}

/// Returns the probable source text of a number in place of a time: `10.15`, and `9.30` for 9.3. The number
/// 9.5 is ambiguous.
pub(super) fn written_with_point(number: f64) -> String {
    let text = number.to_string();
    match text.split_once('.') {
        Some((_, "5")) => text,
        Some((_, minutes)) if minutes.len() == 1 => format!("{text}0"),
        None => format!("{text}.00"),
        Some(_) => text,
    }
}

pub(super) fn bad_duration(written: &str, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::BadDuration, span).with("value", MessageArg::text(written));
    match duration(written.trim().trim_matches('"')) {
        Some(duration) => diagnostic.replacement(&format!("\"{duration}\"")),
        None => diagnostic,
    }
}

pub(super) fn bad_url(written: &str, corrected: Option<&str>, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::BadUrl, span).with("value", MessageArg::text(written));
    match corrected {
        Some(url) => diagnostic.replacement(&format!("\"{url}\"")),
        None => diagnostic,
    }
}

fn numbers(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

/// Parses `9.30`, `9h30`, `9:30 am`, `9 Uhr` and `24:30`.
pub(super) fn time(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let digits = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ' ' | '-');
    let (number, unit) = lower.split_at(lower.find(|c| !digits(c)).unwrap_or(lower.len()));
    if unit.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
        let (hour, minute) = match number.len() {
            1 | 2 => (number, "0"),
            3 | 4 => number.split_at(number.len() - 2),
            _ => return None,
        };
        let (hour, minute) = (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?);
        return (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"));
    }
    let (number, unit) = match unit.strip_prefix('h') {
        Some(minutes) if minutes.len() == 2 && minutes.bytes().all(|byte| byte.is_ascii_digit()) => {
            (format!("{number}:{minutes}"), "")
        }
        _ => (number.to_owned(), unit.trim()),
    };
    let is_unit = unit.is_empty() || contains(&SYNONYMS.time_suffixes, unit);
    let (hour, minute) = match numbers(&number).as_slice() {
        [hour] if !unit.is_empty() => (*hour, 0),
        [hour, minute] => (*hour, *minute),
        _ => return None,
    };
    let hour = match unit.chars().next() {
        Some('p') if hour < 12 => hour + 12,
        Some('a') if hour == 12 => 0,
        // `24:30` is half past midnight.
        _ if hour == 24 => 0,
        _ => hour,
    };
    (is_unit && hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// Parses `09:30-10:00` and `9.30 – 10.00`.
pub(super) fn range(text: &str) -> Option<(String, String)> {
    let (from, to) = text.split_once(['-', '–', '—'])?;
    let is_hour = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_both = is_hour(from.trim()) && is_hour(to.trim());
    let is_time = |part: &str| (part.contains([':', '.']) || is_both) && part.len() <= 8;
    if !is_time(from) || !is_time(to) {
        return None;
    }
    Some((time(from)?, time(to)?))
}

/// Parses `10.9.2027`, `2027-9-10` and `10 September 2027`, but not the ambiguous `9/10/2027`.
fn date(text: &str) -> Option<NaiveDate> {
    let words = text.replace(',', " ").replace(". ", " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let formats = ["%d %B %Y", "%B %d %Y", "%Y %B %d"];
    if let Some(date) = formats.iter().find_map(|format| NaiveDate::parse_from_str(&words, format).ok()) {
        return Some(date);
    }
    if let Some(date) = date_with_month(text) {
        return Some(date);
    }
    let (year, month, day) = match numbers(text)[..] {
        [year, month, day] if year > 1000 => (year, month, day),
        [month, day, year] if day > 12 => (year, month, day),
        [day, month, year] if day > 12 || !text.contains('/') => (year, month, day),
        _ => return None,
    };
    // With dots the day comes first and the year last, even if it has two digits.
    let year = if text.matches('.').count() == 2 && (10..100).contains(&year) { 2000 + year } else { year };
    if year < 1000 {
        return None;
    }
    let is_plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | ' '));
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| is_plain)
}

/// Parses a day, the name of a month and a year: `Fri, 10 September 2027`, `10 сентября 2027 г.`, `10. Sept. 2027`.
fn date_with_month(text: &str) -> Option<NaiveDate> {
    let lower = text.to_lowercase();
    let named = |word: &str| {
        let month = SYNONYMS.months.iter().position(|names| names.iter().any(|name| word.starts_with(name)));
        month.and_then(|month| u32::try_from(month + 1).ok())
    };
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut months = words.clone().filter_map(named);
    let month = months.next().filter(|_| months.next().is_none())?;
    let (year, day) = match numbers(&lower)[..] {
        [day, year] if year > 1000 => (year, day),
        [year, day] if year > 1000 => (year, day),
        _ => return None,
    };
    let is_short = words.count() <= 6 && !lower.contains(':');
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| is_short)
}

/// Returns both interpretations of `12/09/2027`.
fn either_date(text: &str) -> Option<[NaiveDate; 2]> {
    let [first, second, year] = numbers(text)[..] else { return None };
    let is_plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | ' '));
    let year = i32::try_from(year).ok().filter(|year| is_plain && *year > 1000 && first != second)?;
    Some([NaiveDate::from_ymd_opt(year, second, first)?, NaiveDate::from_ymd_opt(year, first, second)?])
}

/// The order of day and month in dates with slashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateOrder {
    DayFirst,
    MonthFirst,
}

impl DateOrder {
    /// Returns the order in a date that has only one reading: `31/12/2027` or `12/31/2027`.
    pub(super) fn of(text: &str) -> Option<Self> {
        let date = text.split([' ', 'T']).next().filter(|date| date.contains('/'))?;
        match numbers(date)[..] {
            [first, second, year] if year > 31 && first > 12 && second <= 12 => Some(Self::DayFirst),
            [first, second, year] if year > 31 && first <= 12 && second > 12 => Some(Self::MonthFirst),
            _ => None,
        }
    }
}

/// Parses a date; an ambiguous one if the order of day and month is known.
pub(super) fn date_in_order(text: &str, order: Option<DateOrder>) -> Option<NaiveDate> {
    date(text).or_else(|| {
        if let Some([day_first, month_first]) = either_date(text) {
            return Some(if order? == DateOrder::DayFirst { day_first } else { month_first });
        }
        // `5/5/2027` has only one reading.
        let [day, month, year] = numbers(text)[..] else { return None };
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        Some(date).filter(|_| day == month && year > 1000)
    })
}

/// Parses `12.09.2027 - 13.09.2027`, `12.–13.09.2027` and `12 to 13 September 2027`.
pub(super) fn date_range(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let marks = [" - ", "–", "—", " bis ", " to ", " по ", "-"];
    let (from, to) = marks.iter().find_map(|mark| text.split_once(mark))?;
    let end = date(to.trim())?;
    let start = date(from.trim()).or_else(|| {
        let is_short = from.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ' '));
        match numbers(from)[..] {
            [day] if is_short => end.with_day(day),
            [day, month] if is_short => NaiveDate::from_ymd_opt(end.year(), month, day),
            _ => None,
        }
    })?;
    (start < end).then_some((start, end))
}

/// Returns the number of days in the month of an impossible date such as `2027-09-31`.
fn days_of_its_month(text: &str) -> Option<u32> {
    const DAYS: RangeInclusive<u32> = 29..=31;
    let [year, month, day] = numbers(text)[..] else { return None };
    let first = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?;
    let last = first.checked_add_months(chrono::Months::new(1))?.pred_opt()?.day();
    (DAYS.contains(&day) && day > last && year > 1000).then_some(last)
}

/// Parses `90 minutes`, `1.5h`, `1:30` and `2 hours`.
pub(super) fn duration(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase().replace(',', ".");
    let at = lower.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ':')).unwrap_or(lower.len());
    let (number, unit) = (lower[..at].trim(), lower[at..].trim().trim_end_matches('.'));
    let (is_hours, is_minutes) = (contains(&SYNONYMS.hours, unit), contains(&SYNONYMS.minutes, unit));
    let minutes = match number.split_once(':') {
        Some((hours, minutes)) if unit.is_empty() || is_hours => {
            hours.parse::<u32>().ok()?.checked_mul(60)?.checked_add(minutes.parse::<u32>().ok()?)?
        }
        None if is_minutes || (unit.is_empty() && !number.contains('.')) => number.parse().ok()?,
        None if is_hours => {
            let (hours, part) = number.split_once('.').unwrap_or((number, "0"));
            let part = match part {
                "0" => 0,
                "25" => 15,
                "5" => 30,
                "75" => 45,
                _ => return None,
            };
            hours.parse::<u32>().ok()?.checked_mul(60)?.checked_add(part)?
        }
        _ => return None,
    };
    match (minutes / 60, minutes % 60) {
        (0, 0) => None,
        (0, minutes) => Some(format!("{minutes}m")),
        (hours, 0) if hours <= 400 * 24 => Some(format!("{hours}h")),
        (hours, minutes) if hours <= 400 * 24 => Some(format!("{hours}h{minutes}m")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_guessed() {
        for (written, meant) in [
            ("9.30", "09:30"),
            ("9:30 am", "09:30"),
            ("9:30 PM", "21:30"),
            ("12:05 am", "00:05"),
            ("9.30 Uhr", "09:30"),
            ("9h30", "09:30"),
            ("9 Uhr", "09:00"),
            ("24:30", "00:30"),
            ("9", "09:00"),
            ("0930", "09:30"),
            ("9pm", "21:00"),
        ] {
            assert_eq!(time(written).as_deref(), Some(meant), "{written}");
        }
        for written in ["", "noon", "24", "2575", "93012", "25:00", "9:75", "1:2:3", "9:30 in the hall"] {
            assert_eq!(time(written), None, "{written}");
        }
        assert_eq!(range("09:30-10:00"), Some(("09:30".to_owned(), "10:00".to_owned())));
        assert_eq!(range("9.30 – 10.00"), Some(("09:30".to_owned(), "10:00".to_owned())));
        assert_eq!(range("10–11"), Some(("10:00".to_owned(), "11:00".to_owned())));
        assert_eq!(range("2027-09-10"), None);
        let points = [10.15, 9.3, 10.0, 9.5].map(written_with_point);
        assert_eq!(points, ["10.15", "9.30", "10.00", "9.5"]);
    }

    #[test]
    fn dates_are_guessed() {
        let date = |text| date(text).map(|date| date.to_string());
        for written in [
            "10.09.2027",
            "10.9.2027",
            "2027-9-10",
            "2027/09/10",
            "10 September 2027",
            "September 10, 2027",
            "10. Sep 2027",
            "10.09.27",
            "Fri, 10 September 2027",
            "10 сентября 2027 г.",
            "10. Sept. 2027",
            "2027, 10 сентябрь",
        ] {
            assert_eq!(date(written).as_deref(), Some("2027-09-10"), "{written}");
        }
        assert_eq!(date("9/13/2027").as_deref(), Some("2027-09-13"));
        for written in ["", "Friday", "9/10/2027", "10/09/27", "2027-13-01", "1", "May"] {
            assert_eq!(date(written), None, "{written}");
        }
        let readings = |text| either_date(text).map(|dates| dates.map(|date| date.to_string()));
        let both = ["2027-09-12", "2027-12-09"].map(str::to_owned);
        assert_eq!(readings("12/09/2027"), Some(both));
        assert_eq!((readings("13/09/2027"), readings("9/9/2027")), (None, None));
        let days = |text| date_range(text).map(|(start, end)| format!("{start} {end}"));
        for written in [
            "12.09.2027 - 13.09.2027",
            "12.–13.09.2027",
            "12.9.–13.9.2027",
            "12 September 2027 to 13 September 2027",
        ] {
            assert_eq!(days(written).as_deref(), Some("2027-09-12 2027-09-13"), "{written}");
        }
        assert_eq!((days("2027-09-12"), days("13.09.2027 - 12.09.2027")), (None, None));
        assert_eq!(days_of_its_month("2027-09-31"), Some(30));
        assert_eq!(days_of_its_month("2027-02-29"), Some(28));
        assert_eq!(days_of_its_month("2027-09-30"), None);
    }

    #[test]
    fn durations_are_guessed() {
        for (written, meant) in [
            ("90 minutes", "1h30m"),
            ("1.5h", "1h30m"),
            ("1,5 h", "1h30m"),
            ("1:30", "1h30m"),
            ("2 hours", "2h"),
            ("45 мин.", "45m"),
            ("45", "45m"),
        ] {
            assert_eq!(duration(written).as_deref(), Some(meant), "{written}");
        }
        for written in ["", "long", "0", "1.37h", "99999999h", "1:2:3"] {
            assert_eq!(duration(written), None, "{written}");
        }
    }
}
