//! Parses durations in all forms that occur in schedules.

use chrono::TimeDelta;

/// The longest duration.
const MAX_DURATION: TimeDelta = TimeDelta::days(400);

/// Words for units with their seconds.
const UNITS: [(&str, i64); 5] = [
    ("weeks week wochen woche w", 7 * 86_400),
    ("days day tage tag дней дня день күн d", 86_400),
    ("hours hour hrs hr stunden stunde std heures heure часов часа час саат ч h", 3600),
    ("minutes minute minuten mins min минуты минута минут мин мүнөт m ' ′", 60),
    ("seconds second secs sec s", 1),
];

/// Parses a duration of at most 400 days:
///
/// * `0:45`, `00:45`, `01:30`: hours and minutes, also above 59 minutes (`CCCamp` 2023: `00:90`);
/// * `2:06:00`: days, hours and minutes, as frab writes durations above a day (EMF 2024);
/// * `00:45:00`: hours, minutes and seconds, recognized by two leading digits;
/// * `45`: minutes; `0045`: hours and minutes;
/// * `PT45M`, `P1DT2H`, `-PT5M`: ISO 8601, the only form with a sign;
/// * `1h30`, `1 h 30 min`, `90 minutes`, `1.5 hours`: numbers with units.
pub(in crate::format) fn duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim().to_lowercase();
    let (sign, unsigned) = match text.strip_prefix(['-', '+']) {
        Some(rest) => (if text.starts_with('-') { -1 } else { 1 }, rest),
        None => (1, text.as_str()),
    };
    let seconds = if let Some(iso) = unsigned.strip_prefix('p') {
        sign * iso_seconds(iso)?
    } else if text.contains(':') {
        clock_seconds(&text)?
    } else {
        with_units(&text)?
    };
    Some(TimeDelta::try_seconds(seconds)?).filter(|length| *length <= MAX_DURATION)
}

/// Parses `45`, `0:45`, `2:06:00` or `00:45:00`.
fn clock_seconds(text: &str) -> Option<i64> {
    let parts: Vec<&str> = text.split(':').collect();
    let numbers: Vec<i64> = parts.iter().map(|part| number(part)).collect::<Option<_>>()?;
    let minutes = match numbers[..] {
        [hours, minutes] => hours * 60 + minutes,
        [hours, minutes, _seconds] if parts[0].len() > 1 => hours * 60 + minutes,
        [days, hours, minutes] => (days * 24 + hours) * 60 + minutes,
        _ => return None,
    };
    Some(minutes * 60)
}

/// Parses a number of at most ten digits.
fn number(text: &str) -> Option<i64> {
    let is_number = (1..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// Parses an ISO 8601 duration after the `P`.
fn iso_seconds(text: &str) -> Option<i64> {
    let (mut rest, mut seconds, mut is_time, mut last) = (text, 0_i64, false, i64::MAX);
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('t') {
            if is_time {
                return None;
            }
            (rest, is_time) = (time, true);
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let unit = match (rest.as_bytes()[end], is_time) {
            (b'w', false) => 7 * 86_400,
            (b'd', false) => 86_400,
            (b'h', true) => 3600,
            (b'm', true) => 60,
            (b's', true) => 1,
            _ => return None,
        };
        if unit >= last {
            return None;
        }
        last = unit;
        seconds = seconds.checked_add(number(&rest[..end])?.checked_mul(unit)?)?;
        rest = &rest[end + 1..];
    }
    (last < i64::MAX).then_some(seconds)
}

/// Parses numbers with units. A number alone is minutes, also after hours.
fn with_units(text: &str) -> Option<i64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if words.windows(2).any(|pair| is_digit(pair[0].chars().last()) && is_digit(pair[1].chars().next())) {
        return None;
    }
    let text = words.concat().replace(',', ".");
    let (mut rest, mut seconds, mut last) = (text.as_str(), 0_i64, i64::MAX);
    if number(rest).is_some() && rest.len() == 4 && rest.starts_with('0') {
        return Some((number(&rest[..2])? * 60 + number(&rest[2..])?) * 60);
    }
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (written, behind) = rest.split_at(end);
        let units = UNITS.iter().flat_map(|(words, unit)| words.split(' ').map(move |word| (word, *unit)));
        let found = units.filter_map(|(word, unit)| Some((behind.strip_prefix(word)?, unit)));
        let (behind, unit) = match found.min_by_key(|(behind, _)| behind.len()) {
            Some(found) => found,
            // Minutes need no unit, alone or after hours.
            None if behind.is_empty() && (last == i64::MAX || last == 3600) => (behind, 60),
            None => return None,
        };
        if unit >= last {
            return None;
        }
        last = unit;
        let (whole, part) = written.split_once('.').unwrap_or((written, ""));
        let part = part.trim_end_matches('0');
        let part = match part.len() {
            0 => 0,
            1..=3 if unit > 60 => number(part)? * unit / 10_i64.pow(u32::try_from(part.len()).ok()?),
            _ => return None,
        };
        seconds = seconds.checked_add(number(whole)?.checked_mul(unit)?)?.checked_add(part)?;
        rest = behind.trim_start_matches('.');
    }
    (last < i64::MAX).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_of_all_kinds() {
        let minutes = |text: &str| duration(text).map(|length| length.num_minutes());
        for (text, seen) in [
            ("00:45", 45),
            ("1:00", 60),
            ("1:30", 90),
            ("00:90", 90),
            ("2:06:00", 54 * 60),
            ("00:45:00", 45),
            ("45", 45),
            ("0045", 45),
            ("0130", 90),
            ("PT45M", 45),
            ("pt1h30m", 90),
            ("P1DT2H", 26 * 60),
            ("-PT5M", -5),
            ("+P2W", 20_160),
            ("PT90S", 1),
            ("PT0S", 0),
            ("1h30", 90),
            ("1h30m", 90),
            ("1 h 30 min", 90),
            ("30 min", 30),
            ("30 Min.", 30),
            ("90 minutes", 90),
            ("90'", 90),
            ("1.5 hours", 90),
            ("1,5 Stunden", 90),
            ("2 hours", 120),
            ("2 days", 2880),
            ("45 мин.", 45),
            ("1 саат", 60),
        ] {
            assert_eq!(minutes(text), Some(seen), "{text}");
        }
        for text in [
            "",
            "-0:30",
            "135.0:00",
            "99999999:00",
            "long",
            "1.37",
            "30 min 1 h",
            "5 5",
            "P",
            "PT",
            "P1M",
            "PT1",
            "PT1M1H",
            "PT-1H",
            "P401D",
            "PT99999999999999999999S",
            "P9223372036854775807W",
            "999999999 weeks",
            "h",
        ] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
