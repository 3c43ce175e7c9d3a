//! Dates, moments and durations as iCalendar writes them.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::lines::Line;
use super::zones::{Clock, Zones};
use crate::format::clock::Moment;

/// No session is longer, and none repeats for longer.
pub(super) const LONGEST: TimeDelta = TimeDelta::days(400);

/// A date, or a moment on some clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    /// What the clock shows; the beginning of the day where only a date is given.
    pub(super) local: NaiveDateTime,
    pub(super) clock: Clock,
    pub(super) is_date: bool,
}

/// Reads the stamps of a line, of which some properties have several; what is none of them is `Err`.
pub(super) fn stamps(line: &Line, zones: &mut Zones) -> Vec<Result<Stamp, ()>> {
    let clock = line.parameter("TZID").map_or(zones.floating, |name| zones.clock(&name, line.span));
    // A period is its start here.
    let values = line.value().split(',').map(|value| value.split('/').next().unwrap_or_default());
    values.map(|value| stamp(value, clock).ok_or(())).collect()
}

/// Reads one stamp; a clock that it names itself counts more than the one of its line.
pub(super) fn stamp(value: &str, clock: Clock) -> Option<Stamp> {
    let value = value.trim();
    let date_at = |text: &str| NaiveDate::parse_from_str(text, "%Y%m%d").ok();
    if value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit()) {
        let local = date_at(value)?.and_time(NaiveTime::MIN);
        return Some(Stamp { local, clock: Clock::Floating, is_date: true });
    }
    if let Ok(date) = NaiveDate::parse_from_str(value, "%Y-%m-%d") {
        let local = date.and_time(NaiveTime::MIN);
        return Some(Stamp { local, clock: Clock::Floating, is_date: true });
    }
    let on = |local, offset: Option<FixedOffset>| Stamp {
        local,
        clock: offset.map_or(clock, Clock::Fixed),
        is_date: false,
    };
    let is_plain = |text: &str| text.len() == 15 && text.is_ascii() && text.as_bytes()[8] == b'T';
    let digits = value.strip_suffix(['Z', 'z']).unwrap_or(value);
    if is_plain(digits) {
        let offset = if digits.len() < value.len() { FixedOffset::east_opt(0) } else { None };
        return Some(on(midnight_or(date_at(&digits[..8])?, &digits[9..])?, offset));
    }
    // What the standard does not know, but people write.
    if let Ok(moment) = DateTime::parse_from_str(value, "%Y%m%dT%H%M%S%#z") {
        return Some(on(moment.naive_local(), Some(*moment.offset())));
    }
    let Moment { local, offset } = Moment::read(value)?;
    Some(on(local, offset))
}

/// A time of six digits on a date. Midnight may be written as the end of the day, and a second may be the sixtieth.
fn midnight_or(date: NaiveDate, digits: &str) -> Option<NaiveDateTime> {
    if digits == "240000" {
        return date.checked_add_days(Days::new(1)).map(|date| date.and_time(NaiveTime::MIN));
    }
    let number = |at: usize| digits.get(at..at + 2)?.parse::<u8>().ok().map(u32::from);
    let time = NaiveTime::from_hms_opt(number(0)?, number(2)?, number(4)?.min(59))?;
    number(4).filter(|second| *second <= 60).map(|_| date.and_time(time))
}

/// A duration: `PT45M`, `P1DT2H`, `-PT5M`, `P2W`.
pub(super) fn duration(value: &str) -> Option<TimeDelta> {
    let value = value.trim();
    let (sign, value) = match value.strip_prefix(['-', '+']) {
        Some(rest) => (if value.starts_with('-') { -1 } else { 1 }, rest),
        None => (1, value),
    };
    let mut rest = value.strip_prefix('P')?;
    let (mut seconds, mut is_time, mut is_said) = (0_i64, false, false);
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T') {
            (rest, is_time) = (time, true);
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: i64 = rest[..end].parse().ok()?;
        let unit = match (rest.as_bytes()[end], is_time) {
            (b'W', false) => 7 * 86_400,
            (b'D', false) => 86_400,
            (b'H', true) => 3600,
            (b'M', true) => 60,
            (b'S', true) => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.checked_mul(unit)?)?;
        is_said = true;
        rest = &rest[end + 1..];
    }
    let length = TimeDelta::try_seconds(sign * seconds).filter(|_| is_said)?;
    Some(length).filter(|length| *length <= LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_of_all_kinds() {
        let read = |text: &str| {
            stamp(text, Clock::Floating).map(|it| {
                let clock = match it.clock {
                    Clock::Fixed(offset) => offset.to_string(),
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
        ] {
            assert_eq!(read(text).as_deref(), Some(seen), "{text}");
        }
        for text in ["", "99999999T999999Z", "20240531T", "20240531T1720", "20240230", "20240531T250000", "ү"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn durations() {
        let minutes = |text: &str| duration(text).map(|length| length.num_minutes());
        let cases =
            [("PT45M", 45), ("P1DT2H", 26 * 60), ("-PT5M", -5), ("+P2W", 20_160), ("PT90S", 1), ("PT0S", 0)];
        for (text, seen) in cases {
            assert_eq!(minutes(text), Some(seen), "{text}");
        }
        for text in
            ["", "P", "PT", "45", "P1M", "PT1", "P401D", "PT99999999999999999999S", "P9223372036854775807W"]
        {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
