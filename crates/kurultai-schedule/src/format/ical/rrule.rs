//! Recurrence rules (`RRULE`) by day, week, month or year, for sessions and time zones.

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, Weekday};

use super::datetime::{self, DateOrDateTime, TimeZoneRef};

/// A recurrence rule. Only rules by date are supported, not times of day and week numbers.
#[derive(Debug, PartialEq)]
pub(super) struct RecurrenceRule {
    unit: Unit,
    interval: i64,
    count: Option<usize>,
    pub(super) until: Option<DateOrDateTime>,
    months: Vec<i32>,
    /// Days of the month; negative ones count from the end.
    month_days: Vec<i32>,
    year_days: Vec<i32>,
    /// Weekdays with their ordinal in the month or year; 0 means every such weekday.
    weekdays: Vec<(i32, Weekday)>,
    /// `BYSETPOS`: the positions among the dates of one period.
    set_positions: Vec<i32>,
    week_start: Weekday,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// The limits of expansion.
#[derive(Debug)]
pub(super) struct Limits {
    /// The last date of interest.
    pub(super) last_date: NaiveDate,
    /// The largest number of starts.
    pub(super) max_starts: usize,
    /// The number of dates that may still be examined.
    pub(super) remaining_checks: usize,
}

/// The reason why expansion ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StopReason {
    /// The end of the rule.
    End,
    /// `limits.last_date` or the end of the calendar was reached; the rule may continue.
    Last,
    /// There are too many starts or dates.
    Cut,
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

/// Parses a rule; `None` if it is not supported.
pub(super) fn read(text: &str, clock: TimeZoneRef) -> Option<RecurrenceRule> {
    let mut unit = None;
    let mut rule = RecurrenceRule {
        unit: Unit::Day,
        interval: 1,
        count: None,
        until: None,
        months: Vec::new(),
        month_days: Vec::new(),
        year_days: Vec::new(),
        weekdays: Vec::new(),
        set_positions: Vec::new(),
        week_start: Weekday::Mon,
    };
    for part in text.split(';').filter(|part| !part.trim().is_empty()) {
        let (key, value) = part.split_once('=')?;
        let value = value.trim();
        match key.trim().to_ascii_uppercase().as_str() {
            "FREQ" => unit = Some(unit_of(value)?),
            "INTERVAL" => rule.interval = value.parse().ok().filter(|interval| *interval > 0)?,
            "COUNT" => rule.count = Some(value.parse().ok()?),
            "UNTIL" => rule.until = Some(datetime::parse(value, clock)?),
            "BYDAY" => rule.weekdays = list(value, numbered_weekday)?,
            "BYMONTHDAY" => rule.month_days = list(value, |day| number(day, 31))?,
            "BYYEARDAY" => rule.year_days = list(value, |day| number(day, 366))?,
            "BYMONTH" => rule.months = list(value, |month| number(month, 12).filter(|month| *month > 0))?,
            "BYSETPOS" => rule.set_positions = list(value, |place| number(place, 366))?,
            "WKST" => rule.week_start = weekday(value)?,
            _ => return None,
        }
    }
    rule.unit = unit?;
    rule.is_supported().then_some(rule)
}

fn unit_of(word: &str) -> Option<Unit> {
    Some(match word.to_ascii_uppercase().as_str() {
        "DAILY" => Unit::Day,
        "WEEKLY" => Unit::Week,
        "MONTHLY" => Unit::Month,
        "YEARLY" => Unit::Year,
        _ => return None,
    })
}

fn list<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    // The longest list that the standard allows: the days of a year, counted from both ends.
    if value.len() > 4 * 2 * 366 {
        return None;
    }
    value.split(',').map(|part| read(part.trim())).collect()
}

/// Parses a number other than 0, from `-most` to `most`.
fn number(text: &str, most: i32) -> Option<i32> {
    text.parse().ok().filter(|number: &i32| *number != 0 && (-most..=most).contains(number))
}

/// Parses `SU`, `1SU` or `-1SU`.
fn numbered_weekday(text: &str) -> Option<(i32, Weekday)> {
    let (which, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let which = if which.is_empty() { 0 } else { number(which, 53)? };
    Some((which, weekday(day)?))
}

/// Returns a day, counted from the start and from the end.
fn from_both_ends(day: u32, length: u32) -> [i32; 2] {
    let number = |day: u32| i32::try_from(day).unwrap_or_default();
    [number(day), number(day) - number(length) - 1]
}

fn days_of_month(year: i32, month: u32) -> u32 {
    NaiveDate::from_ymd_opt(year, month, 1).map_or(31, |date| u32::from(date.num_days_in_month()))
}

impl RecurrenceRule {
    /// True if this combination of parts is supported.
    fn is_supported(&self) -> bool {
        let has_numbers = self.weekdays.iter().any(|(which, _)| *which != 0);
        let is_long = matches!(self.unit, Unit::Month | Unit::Year);
        let has_dates =
            ![self.months.len(), self.month_days.len(), self.year_days.len(), self.weekdays.len()]
                .iter()
                .all(|length| *length == 0);
        (is_long || !has_numbers)
            && (self.unit != Unit::Week || self.month_days.is_empty())
            && (self.unit == Unit::Year || self.year_days.is_empty())
            && (has_dates || self.set_positions.is_empty())
    }

    /// Returns the starts after the first one, at the same time of day. `is_past` is true after `UNTIL`.
    pub(super) fn starts(
        &self,
        first: NaiveDateTime,
        limits: &mut Limits,
        is_past: impl Fn(NaiveDateTime) -> bool,
    ) -> (Vec<NaiveDateTime>, StopReason) {
        let mut starts = Vec::new();
        for step in 0.. {
            if self.count.is_some_and(|count| starts.len() + 1 >= count) {
                return (starts, StopReason::End);
            }
            let Some((from, to)) = self.period(first.date(), step) else { return (starts, StopReason::Last) };
            if from > limits.last_date {
                return (starts, StopReason::Last);
            }
            for date in self.dates(from, to, first.date(), &mut limits.remaining_checks) {
                if date <= first.date() {
                    continue;
                }
                let start = date.and_time(first.time());
                if is_past(start) {
                    return (starts, StopReason::End);
                }
                if date > limits.last_date {
                    return (starts, StopReason::Last);
                }
                if starts.len() >= limits.max_starts {
                    return (starts, StopReason::Cut);
                }
                starts.push(start);
                if self.count.is_some_and(|count| starts.len() + 1 >= count) {
                    return (starts, StopReason::End);
                }
            }
            if limits.remaining_checks == 0 {
                return (starts, StopReason::Cut);
            }
            if is_past(to.and_time(first.time())) {
                return (starts, StopReason::End);
            }
        }
        (starts, StopReason::Last)
    }

    /// Returns the first and last date of a period, counted from the period of the first start.
    fn period(&self, first: NaiveDate, step: i64) -> Option<(NaiveDate, NaiveDate)> {
        let units = step.checked_mul(self.interval)?;
        let days_later =
            |date: NaiveDate, days: i64| date.checked_add_days(Days::new(u64::try_from(days).ok()?));
        match self.unit {
            Unit::Day => days_later(first, units).map(|date| (date, date)),
            Unit::Week => {
                let into_week = u64::from(first.weekday().days_since(self.week_start));
                let from = days_later(first.checked_sub_days(Days::new(into_week))?, units.checked_mul(7)?)?;
                Some((from, days_later(from, 6)?))
            }
            Unit::Month => {
                let months = i64::from(first.year()) * 12 + i64::from(first.month0()) + units;
                let year = i32::try_from(months.div_euclid(12)).ok()?;
                let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
                let from = NaiveDate::from_ymd_opt(year, month, 1)?;
                Some((from, from.with_day(days_of_month(year, month))?))
            }
            Unit::Year => {
                let year = i32::try_from(i64::from(first.year()).checked_add(units)?).ok()?;
                Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
            }
        }
    }

    /// Returns the matching dates of one period.
    fn dates(&self, from: NaiveDate, to: NaiveDate, first: NaiveDate, checks: &mut usize) -> Vec<NaiveDate> {
        let mut dates = Vec::new();
        let mut next = Some(from);
        while let Some(date) = next.filter(|date| *date <= to && *checks > 0) {
            *checks -= 1;
            if !self.is_in_month(date, first) {
                // Skips a month that does not match.
                next =
                    date.with_day(days_of_month(date.year(), date.month())).and_then(|last| last.succ_opt());
                continue;
            }
            if self.is_on(date, first) {
                dates.push(date);
            }
            next = date.succ_opt();
        }
        if self.set_positions.is_empty() {
            return dates;
        }
        let count = i32::try_from(dates.len()).unwrap_or(i32::MAX);
        let is_placed = |at: usize| {
            let at = i32::try_from(at).unwrap_or(i32::MAX);
            self.set_positions.iter().any(|place| *place == at + 1 || *place == at - count)
        };
        dates.into_iter().enumerate().filter(|(at, _)| is_placed(*at)).map(|(_, date)| date).collect()
    }

    fn is_in_month(&self, date: NaiveDate, first: NaiveDate) -> bool {
        let month = i32::try_from(date.month()).unwrap_or_default();
        // Without any other part, a yearly rule repeats the date of the first start.
        let is_anniversary = self.unit == Unit::Year
            && self.weekdays.is_empty()
            && self.month_days.is_empty()
            && self.year_days.is_empty();
        if self.months.is_empty() {
            return !is_anniversary || date.month() == first.month();
        }
        self.months.contains(&month)
    }

    fn is_on(&self, date: NaiveDate, first: NaiveDate) -> bool {
        let in_month = from_both_ends(date.day(), days_of_month(date.year(), date.month()));
        let in_year = from_both_ends(date.ordinal(), if date.leap_year() { 366 } else { 365 });
        let has =
            |numbers: &[i32], day: [i32; 2]| numbers.is_empty() || numbers.iter().any(|it| day.contains(it));
        let is_weekday = |(which, weekday): &(i32, Weekday)| {
            let [day, back] =
                if self.unit == Unit::Month || !self.months.is_empty() { in_month } else { in_year };
            let nth = [(day - 1) / 7 + 1, (back + 1) / 7 - 1];
            *weekday == date.weekday() && (*which == 0 || nth.contains(which))
        };
        let names_days =
            !(self.weekdays.is_empty() && self.month_days.is_empty() && self.year_days.is_empty());
        let is_usual = match self.unit {
            _ if names_days => true,
            Unit::Day => true,
            Unit::Week => date.weekday() == first.weekday(),
            Unit::Month | Unit::Year => date.day() == first.day(),
        };
        is_usual
            && has(&self.month_days, in_month)
            && has(&self.year_days, in_year)
            && (self.weekdays.is_empty() || self.weekdays.iter().any(is_weekday))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the days of a session that begins on Monday, 2 June 2025.
    #[track_caller]
    fn check(text: &str, expected: &[&str], stop_reason: StopReason) {
        let first = NaiveDate::from_ymd_opt(2025, 6, 2).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let rule = read(text, TimeZoneRef::Floating).unwrap();
        let last_date = NaiveDate::from_ymd_opt(2026, 7, 7).unwrap();
        let mut limits = Limits { last_date, max_starts: 1000, remaining_checks: 10_000 };
        let (starts, seen) =
            rule.starts(first, &mut limits, |start| rule.until.is_some_and(|until| start > until.local));
        let starts: Vec<_> = starts.iter().map(|start| start.format("%m-%d").to_string()).collect();
        assert_eq!(
            (starts.iter().map(String::as_str).collect::<Vec<_>>(), seen),
            (expected.to_vec(), stop_reason),
            "{text}"
        );
    }

    #[test]
    fn days_and_weeks() {
        check("FREQ=DAILY;COUNT=3", &["06-03", "06-04"], StopReason::End);
        check("FREQ=DAILY;COUNT=1", &[], StopReason::End);
        check("FREQ=DAILY;INTERVAL=2;UNTIL=20250606T090000", &["06-04", "06-06"], StopReason::End);
        check("FREQ=WEEKLY;COUNT=3", &["06-09", "06-16"], StopReason::End);
        check("FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2;COUNT=4", &["06-04", "06-16", "06-18"], StopReason::End);
        check("FREQ=WEEKLY;BYDAY=SU;WKST=SU;INTERVAL=2;COUNT=2", &["06-15"], StopReason::End);
        check("FREQ=DAILY;BYDAY=SA,SU;UNTIL=20250608T230000", &["06-07", "06-08"], StopReason::End);
        check("FREQ=DAILY;INTERVAL=999999999;COUNT=999999999", &[], StopReason::Last);
        check("FREQ=WEEKLY;INTERVAL=9223372036854775807;COUNT=2", &[], StopReason::Last);
        check("freq=weekly;interval=20", &["10-20", "03-09"], StopReason::Last);
        check("FREQ=DAILY;BYMONTHDAY=31;BYMONTH=7,8;COUNT=3", &["07-31", "08-31"], StopReason::End);
    }

    #[test]
    fn months_and_years() {
        check("FREQ=MONTHLY;COUNT=3", &["07-02", "08-02"], StopReason::End);
        check("FREQ=MONTHLY;BYDAY=1MO;COUNT=3", &["07-07", "08-04"], StopReason::End);
        check("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", &["06-27", "07-25"], StopReason::End);
        check("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4", &["07-31", "08-31", "10-31"], StopReason::End);
        check("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", &["06-30", "07-31"], StopReason::End);
        check("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2", &["06-13"], StopReason::End);
        check("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", &["06-30", "07-31"], StopReason::End);
        check("FREQ=MONTHLY;INTERVAL=5", &["11-02", "04-02"], StopReason::Last);
        check("FREQ=YEARLY;COUNT=2", &["06-02"], StopReason::End);
        check("FREQ=YEARLY;BYMONTH=9", &["09-02"], StopReason::Last);
        check("FREQ=YEARLY;BYDAY=20MO;COUNT=2", &["05-18"], StopReason::End);
        check("FREQ=YEARLY;BYYEARDAY=-1,200;COUNT=3", &["07-19", "12-31"], StopReason::End);
        check(
            "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU;COUNT=2",
            &["03-29"],
            StopReason::End,
        );
        check("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20300101", &[], StopReason::Last);
    }

    #[test]
    fn other_rules_are_not_followed() {
        for text in [
            "",
            "FREQ=SECONDLY;COUNT=9",
            "FREQ=DAILY;COUNT=2;BYHOUR=9",
            "FREQ=WEEKLY;BYDAY=1MO;COUNT=2",
            "FREQ=WEEKLY;BYMONTHDAY=1",
            "FREQ=MONTHLY;BYYEARDAY=1",
            "FREQ=YEARLY;BYWEEKNO=20",
            "FREQ=MONTHLY;BYSETPOS=1",
            "FREQ=MONTHLY;BYDAY=54MO",
            "FREQ=MONTHLY;BYDAY=0MO",
            "FREQ=MONTHLY;BYMONTHDAY=0",
            "FREQ=MONTHLY;BYMONTH=13",
            "RSCALE=HEBREW;FREQ=YEARLY",
            "FREQ=DAILY;INTERVAL=0;COUNT=2",
            "FREQ=DAILY;COUNT=-1",
            "COUNT=2",
        ] {
            assert_eq!(read(text, TimeZoneRef::Floating), None, "{text}");
        }
    }
}
