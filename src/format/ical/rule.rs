//! Sessions that repeat: rules by days and weeks that come to an end.

use std::collections::HashSet;

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, Weekday};

use super::stamp::{LONGEST, Stamp, stamp};
use super::zones::Clock;

/// `RRULE`, as far as it is followed here.
#[derive(Debug, PartialEq)]
pub(super) struct Rule {
    /// A week or a day.
    is_weekly: bool,
    /// Every so many of them.
    interval: i64,
    count: Option<usize>,
    pub(super) until: Option<Stamp>,
    days: HashSet<Weekday>,
    week_start: Weekday,
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

/// Reads a rule; `None` if it is not one of those that are followed.
pub(super) fn read(text: &str, clock: Clock) -> Option<Rule> {
    let mut is_weekly = None;
    let mut rule = Rule {
        is_weekly: false,
        interval: 1,
        count: None,
        until: None,
        days: HashSet::new(),
        week_start: Weekday::Mon,
    };
    for part in text.split(';').filter(|part| !part.trim().is_empty()) {
        let (key, value) = part.split_once('=')?;
        let value = value.trim();
        match key.trim().to_ascii_uppercase().as_str() {
            "FREQ" if value.eq_ignore_ascii_case("DAILY") => is_weekly = Some(false),
            "FREQ" if value.eq_ignore_ascii_case("WEEKLY") => is_weekly = Some(true),
            "INTERVAL" => rule.interval = value.parse().ok().filter(|interval| *interval > 0)?,
            "COUNT" => rule.count = Some(value.parse().ok()?),
            "UNTIL" => rule.until = Some(stamp(value, clock)?),
            "BYDAY" => rule.days = value.split(',').map(|day| weekday(day.trim())).collect::<Option<_>>()?,
            "WKST" => rule.week_start = weekday(value)?,
            _ => return None,
        }
    }
    rule.is_weekly = is_weekly?;
    (rule.count.is_some() || rule.until.is_some()).then_some(rule)
}

impl Rule {
    /// The starts by this rule after the first one, and whether they are all: none is later than 400 days after it, and
    /// there are no more than `most`. `until` is the end of the rule on the clock of the start.
    pub(super) fn starts(
        &self,
        first: NaiveDateTime,
        until: Option<NaiveDateTime>,
        most: usize,
    ) -> (Vec<NaiveDateTime>, bool) {
        let mut starts = Vec::new();
        let days = u64::try_from(LONGEST.num_days()).unwrap_or(0);
        let into_week = i64::from(first.weekday().days_since(self.week_start));
        for (day, since) in (1..=days).zip(1_i64..) {
            if self.count.is_some_and(|count| starts.len() + 1 >= count) {
                return (starts, true);
            }
            let Some(date) = first.date().checked_add_days(Days::new(day)) else { break };
            let start = date.and_time(first.time());
            if until.is_some_and(|until| start > until) {
                return (starts, true);
            }
            let round = if self.is_weekly { (since + into_week) / 7 } else { since };
            if round % self.interval == 0 && self.is_on(date, first) {
                if starts.len() >= most {
                    return (starts, false);
                }
                starts.push(start);
            }
        }
        (starts, false)
    }

    fn is_on(&self, date: NaiveDate, first: NaiveDateTime) -> bool {
        match (self.days.is_empty(), self.is_weekly) {
            (true, true) => date.weekday() == first.weekday(),
            (true, false) => true,
            (false, _) => self.days.contains(&date.weekday()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The days of a session that begins on Monday, 2 June 2025.
    #[track_caller]
    fn check(text: &str, expected: &[&str], is_all: bool) {
        let first = NaiveDate::from_ymd_opt(2025, 6, 2).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let rule = read(text, Clock::Floating).unwrap();
        let until = rule.until.map(|until| until.local);
        let (starts, seen) = rule.starts(first, until, 1000);
        let starts: Vec<_> = starts.iter().map(|start| start.format("%m-%d").to_string()).collect();
        assert_eq!(
            (starts.iter().map(String::as_str).collect::<Vec<_>>(), seen),
            (expected.to_vec(), is_all),
            "{text}"
        );
    }

    #[test]
    fn days_and_weeks_with_an_end() {
        check("FREQ=DAILY;COUNT=3", &["06-03", "06-04"], true);
        check("FREQ=DAILY;COUNT=1", &[], true);
        check("FREQ=DAILY;INTERVAL=2;UNTIL=20250606T090000", &["06-04", "06-06"], true);
        check("FREQ=WEEKLY;COUNT=3", &["06-09", "06-16"], true);
        check("FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2;COUNT=4", &["06-04", "06-16", "06-18"], true);
        check("FREQ=WEEKLY;BYDAY=SU;WKST=SU;INTERVAL=2;COUNT=2", &["06-15"], true);
        check("FREQ=DAILY;BYDAY=SA,SU;UNTIL=20250608T230000Z", &["06-07", "06-08"], true);
        check("FREQ=DAILY;INTERVAL=999999999;COUNT=999999999", &[], false);
    }

    #[test]
    fn other_rules_are_not_followed() {
        for text in [
            "",
            "FREQ=SECONDLY;COUNT=9",
            "FREQ=MONTHLY;COUNT=2",
            "FREQ=DAILY",
            "FREQ=DAILY;COUNT=2;BYHOUR=9",
            "FREQ=WEEKLY;BYDAY=1MO;COUNT=2",
            "FREQ=DAILY;INTERVAL=0;COUNT=2",
            "FREQ=DAILY;COUNT=-1",
            "COUNT=2",
        ] {
            assert_eq!(read(text, Clock::Floating), None, "{text}");
        }
    }
}
