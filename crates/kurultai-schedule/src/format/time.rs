//! Tolerant parsing of dates, times and offsets for all published formats. `duration` parses durations;
//! [`VenueClock`] combines them.

mod clock;
mod duration;

use chrono::{Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

pub use self::clock::doubts;
pub(super) use self::clock::{Dates, Doubt, RawTimes, VenueClock, name_doubts};
pub(super) use self::duration::duration;

/// A timestamp as given: local time, and the offset from UTC if the file has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Timestamp {
    pub(super) local: NaiveDateTime,
    pub(super) offset: Option<FixedOffset>,
}

/// A time of day. Hours from 24 are in the night after the given day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hour {
    pub(super) time: NaiveTime,
    pub(super) is_next_day: bool,
}

impl Timestamp {
    /// Parses a date with a time, with or without an offset from UTC.
    ///
    /// `2025-02-01T09:30:00+01:00`, `2025-02-01 09:30`, `20250201T093000Z`, `2025-02-01T09:30:00.000z`,
    /// `2025/02/01 9:30 AM +0100`, `2025-02-01T25:00`. A year has four digits.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(timestamp) = common_timestamp(text.as_bytes()) {
            return Some(timestamp);
        }
        let (date, rest) = split_date(text)?;
        let rest = rest.trim_start_matches(['T', 't', ' ', '_', ',', '\u{a0}']);
        let (time, offset) = split_offset(rest)?;
        let hour = hour(time)?;
        let date = if hour.is_next_day { date.checked_add_days(Days::new(1))? } else { date };
        Some(Self { local: date.and_time(hour.time), offset })
    }

    /// Returns the instant, if the offset is known.
    pub(super) fn utc(self) -> Option<NaiveDateTime> {
        self.local.checked_sub_offset(self.offset?)
    }
}

impl From<NaiveTime> for Hour {
    fn from(time: NaiveTime) -> Self {
        Self { time, is_next_day: false }
    }
}

/// Parses the most common forms, `2025-02-01T09:30:00+01:00` and `20250201T093000Z`; `None` for any other.
fn common_timestamp(mut rest: &[u8]) -> Option<Timestamp> {
    let rest = &mut rest;
    let year = two_digits(rest)? * 100 + two_digits(rest)?;
    let is_extended = skip(rest, b'-').is_some();
    let separator = |rest: &mut &[u8], byte| if is_extended { skip(rest, byte) } else { Some(()) };
    let month = two_digits(rest)?;
    separator(rest, b'-')?;
    let day = two_digits(rest)?;
    skip(rest, b'T')?;
    let hour = two_digits(rest)?;
    separator(rest, b':')?;
    let minute = two_digits(rest)?;
    separator(rest, b':')?;
    let second = two_digits(rest)?;
    let offset = match rest {
        [] => None,
        [b'Z'] => FixedOffset::east_opt(0),
        [sign @ (b'+' | b'-'), after @ ..] => {
            *rest = after;
            let hours = two_digits(rest)?;
            skip(rest, b':')?;
            let minutes =
                two_digits(rest).filter(|minutes| hours < 24 && *minutes < 60 && rest.is_empty())?;
            let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
            Some(FixedOffset::east_opt(if *sign == b'+' { seconds } else { -seconds })?)
        }
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some(Timestamp { local: date.and_hms_opt(hour, minute, second)?, offset })
}

fn two_digits(rest: &mut &[u8]) -> Option<u32> {
    let [tens @ b'0'..=b'9', ones @ b'0'..=b'9', after @ ..] = *rest else { return None };
    *rest = after;
    Some(u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
}

fn skip(rest: &mut &[u8], byte: u8) -> Option<()> {
    *rest = rest.strip_prefix(&[byte])?;
    Some(())
}

/// Parses a date, also with a time after it: `2025-02-01`, `20250201`, `2025/2/1`, `1.2.2025`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    split_date(text.trim()).map(|(date, _)| date)
}

/// Splits a date off the beginning of a text.
fn split_date(text: &str) -> Option<(NaiveDate, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    if first == 8 {
        let number = |part: &str| part.parse::<u32>().ok();
        let year = i32::try_from(number(&text[..4])?).ok()?;
        let date = NaiveDate::from_ymd_opt(year, number(&text[4..6])?, number(&text[6..8])?)?;
        return Some((date, &text[8..]));
    }
    let sign = text[first..].chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let second = digits(&text[first + 1..]);
    let behind = text[first + 1 + second..].strip_prefix(sign)?;
    let third = digits(behind);
    let number = |text: &str| text.parse::<u32>().ok();
    let (one, two) = (&text[..first], &text[first + 1..first + 1 + second]);
    let (three, rest) = behind.split_at(third);
    let is_short = |digits: usize| (1..=2).contains(&digits);
    let (year, month, day) = match (first, third) {
        (4, third) if is_short(third) => (one, two, three),
        (first, 4) if is_short(first) && sign == '.' => (three, two, one),
        _ => return None,
    };
    let year = i32::try_from(number(year)?).ok()?;
    Some((NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)?, rest))
}

/// Splits off the offset after a time.
fn split_offset(text: &str) -> Option<(&str, Option<FixedOffset>)> {
    // A zone name in brackets repeats the preceding offset (RFC 9557).
    let text = text.split_once('[').map_or(text, |(text, _)| text).trim_end();
    let without_name = |text: &str| {
        let end = text.len().saturating_sub(3);
        let is_name =
            text.get(end..).is_some_and(|name| ["utc", "gmt"].contains(&&*name.to_ascii_lowercase()));
        is_name.then_some(end)
    };
    if let Some(at) = text.rfind(['+', '-', '\u{2212}']) {
        let time = text[..at].trim_end();
        let time = without_name(time).map_or(time, |end| &time[..end]);
        return Some((time, Some(offset(&text[at..])?)));
    }
    let utc = FixedOffset::east_opt(0);
    if let Some(time) = text.strip_suffix(['Z', 'z']) {
        return Some((time, utc));
    }
    match without_name(text) {
        Some(end) => Some((&text[..end], utc)),
        None => Some((text, None)),
    }
}

/// Parses an offset from UTC: `+01:00`, `+0100`, `-3`, `+05`, `−03:30`, also with seconds.
pub(super) fn offset(text: &str) -> Option<FixedOffset> {
    let text = text.trim();
    let (sign, rest) = match text.chars().next()? {
        '+' => (1, &text[1..]),
        '-' => (-1, &text[1..]),
        '\u{2212}' => (-1, &text['\u{2212}'.len_utf8()..]),
        _ => return None,
    };
    let parts: Vec<&str> = rest.trim().split(':').collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return None;
    }
    let parts: Vec<&str> = match parts[..] {
        [all] if matches!(all.len(), 4 | 6) => {
            [0, 2, 4].iter().filter_map(|at| all.get(*at..at + 2)).collect()
        }
        [all] if all.len() == 3 => vec![&all[..1], &all[1..]],
        _ => parts,
    };
    let is_short = parts.len() <= 3 && parts[0].len() <= 2 && parts[1..].iter().all(|part| part.len() == 2);
    let mut numbers = parts.iter().filter_map(|part| part.parse::<i32>().ok());
    let (hours, minutes, seconds) =
        (numbers.next()?, numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if !(is_short && hours < 24 && minutes < 60 && seconds < 60) {
        return None;
    }
    FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60 + seconds))
}

/// Parses a time of day; wraps hours from 24 to the next day.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    hour(text).map(|hour| hour.time)
}

/// Parses `09:30` and `09:30:15`, the most common forms; `None` for any other.
fn common_time(mut rest: &[u8]) -> Option<NaiveTime> {
    let rest = &mut rest;
    let hour = two_digits(rest)?;
    skip(rest, b':')?;
    let minute = two_digits(rest)?;
    let second = if skip(rest, b':').is_some() { two_digits(rest)? } else { 0 };
    if rest.is_empty() { NaiveTime::from_hms_opt(hour, minute, second) } else { None }
}

/// Words after a time.
const CLOCK_WORDS: [&str; 5] = ["uhr", "o'clock", "hrs", "h", "ч"];

/// Parses a time of day: `09:30`, `9:30:00`, `9.30`, `0930`, `9h30`, `9:30 AM`, `9 pm`, `25:00`.
pub(super) fn hour(text: &str) -> Option<Hour> {
    let text = text.trim();
    if let Some(time) = common_time(text.as_bytes()) {
        return Some(time.into());
    }
    let lower = text.to_lowercase();
    let half = [("a.m.", 0), ("am", 0), ("p.m.", 12), ("pm", 12)];
    let half = half.iter().find_map(|(word, hours)| Some((lower.strip_suffix(word)?, *hours)));
    let word = || CLOCK_WORDS.iter().find_map(|word| lower.strip_suffix(word));
    let has_word = half.is_some() || word().is_some();
    let digits = half.map(|(text, _)| text).or_else(word).unwrap_or(&lower).trim();
    let [hours, minutes, seconds] = parts(digits, has_word)?;
    let hours = match half {
        Some((_, add)) => {
            if !(1..=12).contains(&hours) {
                return None;
            }
            hours % 12 + add
        }
        None => hours,
    };
    let time = NaiveTime::from_hms_opt(hours % 24, minutes, seconds.min(59)).filter(|_| seconds <= 60)?;
    (hours < 48).then_some(Hour { time, is_next_day: hours >= 24 })
}

/// Parses hours, minutes and seconds. An hour alone needs a word after it.
fn parts(digits: &str, has_word: bool) -> Option<[u32; 3]> {
    let number = |text: &str, lengths: &[usize]| {
        let is_number = lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u32>().ok()).flatten()
    };
    let from_parts = |parts: &[&str]| match parts {
        [hours, minutes] => Some([number(hours, &[1, 2])?, number(minutes, &[2])?, 0]),
        [hours, minutes, seconds] => {
            Some([number(hours, &[1, 2])?, number(minutes, &[2])?, number(seconds, &[2])?])
        }
        _ => None,
    };
    if digits.contains(':') {
        // Ignore fractions of a second.
        let whole = digits.split(['.', ',']).next().unwrap_or_default();
        return from_parts(&whole.split(':').collect::<Vec<_>>());
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return from_parts(&digits.split(['.', 'h']).map(str::trim).collect::<Vec<_>>());
    }
    match digits.len() {
        1 | 2 if has_word => Some([number(digits, &[1, 2])?, 0, 0]),
        3 => from_parts(&[&digits[..1], &digits[1..]]),
        4 => from_parts(&[&digits[..2], &digits[2..]]),
        // The remaining digits are a fraction of a second.
        6..=15 => from_parts(&[&digits[..2], &digits[2..4], &digits[4..6]]),
        _ => None,
    }
}

/// True for a date without a time, even with leftover separators: `2025-02-01T::`.
pub(super) fn is_date_alone(text: &str) -> bool {
    split_date(text.trim()).is_some_and(|(_, rest)| !rest.contains(|c: char| c.is_ascii_digit()))
}

/// True for a multiple of 15 minutes.
pub(super) fn is_whole_quarter(length: TimeDelta) -> bool {
    length.num_seconds() % 900 == 0 && length.subsec_nanos() == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        let read = |text: &str| {
            Timestamp::read(text).map(|it| (it.local.to_string(), it.offset.map(|it| it.to_string())))
        };
        let with = |offset: &str| Some(("2025-02-01 09:30:00".to_owned(), Some(offset.to_owned())));
        let alone = Some(("2025-02-01 09:30:00".to_owned(), None));
        for text in [
            "2025-02-01T09:30:00+01:00",
            "20250201T093000+0100",
            "2025-02-01 09:30 +01",
            "2025-02-01T09:30:00.000+01:00[Europe/Berlin]",
            "2025-02-01 9:30 AM UTC+1",
        ] {
            assert_eq!(read(text), with("+01:00"), "{text}");
        }
        for text in [
            "2025-02-01T09:30:00Z",
            "2025-02-01t09:30:00z",
            "20250201T0930Z",
            "20250201t093000z",
            "20250201T093000123Z",
            "2025-02-01T09:30:00.123Z",
            "2025-02-01 09:30 UTC",
            "2025-02-01 09:30:00 GMT",
        ] {
            assert_eq!(read(text), with("+00:00"), "{text}");
        }
        for text in [
            " 2025-02-01 09:30:00 ",
            "2025-02-01T09:30",
            "2025-02-01 0930",
            "2025-02-01 9.30",
            "2025/2/1 9:30",
            "01.02.2025 09:30",
            "20250201T093000",
            "20250201T0930",
            "2025-02-01  9:30 am",
        ] {
            assert_eq!(read(text), alone, "{text}");
        }
        assert_eq!(read("2025-02-01T09:30+0545"), with("+05:45"));
        assert_eq!(read("2025-01-31T33:30"), alone);
        assert_eq!(read("20250131T240000"), Some(("2025-02-01 00:00:00".to_owned(), None)));
        for text in [
            "2025-02-01",
            "2025-02-30T09:30",
            "2025-02-01T::",
            "2025-02-01T48:00",
            "2025-02-01T09:30+99:00",
            "+262142-12-31T23:59:59",
            "-262143-01-01T00:00:00",
            "99999999T999999Z",
            "20240531T",
            "soon",
            "ү",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn times_of_day() {
        let read = |text: &str| {
            hour(text).map(|hour| format!("{}{}", hour.time, if hour.is_next_day { " +1" } else { "" }))
        };
        for (text, seen) in [
            ("09:30", "09:30:00"),
            ("9:30", "09:30:00"),
            ("09:30:15", "09:30:15"),
            ("09:30:15.250", "09:30:15"),
            ("9.30", "09:30:00"),
            ("0930", "09:30:00"),
            ("930", "09:30:00"),
            ("9h30", "09:30:00"),
            ("9:00 AM", "09:00:00"),
            ("9:30pm", "21:30:00"),
            ("12:05 a.m.", "00:05:00"),
            ("9 pm", "21:00:00"),
            ("9.30 Uhr", "09:30:00"),
            ("9 Uhr", "09:00:00"),
            ("24:00", "00:00:00 +1"),
            ("25:30", "01:30:00 +1"),
            ("2530", "01:30:00 +1"),
            ("23:59:60", "23:59:59"),
        ] {
            assert_eq!(read(text).as_deref(), Some(seen), "{text}");
        }
        for text in ["", "9", "noon", "48:00", "9:3", "09:60", "13:00 pm", "0:30 am", "1:2:3", "::", "२:३०"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn offsets() {
        let read = |text: &str| offset(text).map(|offset| offset.to_string());
        for (text, seen) in [
            ("+01:00", "+01:00"),
            ("+0100", "+01:00"),
            ("-3", "-03:00"),
            ("+05", "+05:00"),
            ("+545", "+05:45"),
            ("\u{2212}03:30", "-03:30"),
            ("-033015", "-03:30:15"),
        ] {
            assert_eq!(read(text).as_deref(), Some(seen), "{text}");
        }
        for text in ["", "1", "+", "+9999", "+1:2", "+24:00", "+01:60", "+a", "+0200200200", "-2147483647"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
