//! Dates and times as people write them.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike};
use icu_calendar::{Date, Gregorian};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets};
use icu_locale_core::Locale as Tag;

use super::{Locale, Message, Value};

/// The names of weekdays and months in one language, from the Unicode CLDR.
pub(super) struct DateNames {
    weekday: Option<FixedCalendarDateTimeFormatter<Gregorian, fieldsets::E>>,
    day_month: Option<FixedCalendarDateTimeFormatter<Gregorian, fieldsets::MD>>,
    day_month_year: Option<FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMD>>,
}

impl DateNames {
    pub(super) fn new(tag: &str) -> Self {
        let tag: Tag = tag.parse().unwrap_or(Tag::UNKNOWN);
        Self {
            weekday: FixedCalendarDateTimeFormatter::try_new((&tag).into(), fieldsets::E::short()).ok(),
            day_month: FixedCalendarDateTimeFormatter::try_new((&tag).into(), fieldsets::MD::medium()).ok(),
            day_month_year: FixedCalendarDateTimeFormatter::try_new((&tag).into(), fieldsets::YMD::medium())
                .ok(),
        }
    }
}

impl Locale {
    /// The day of the week, short: `Sat`.
    #[must_use]
    pub fn weekday(&self, date: NaiveDate) -> String {
        match (&self.dates.weekday, gregorian(date)) {
            (Some(format), Some(date)) => format.format(&date).to_string(),
            _ => String::new(),
        }
    }

    /// Day and month: `1 Feb`.
    #[must_use]
    pub fn day_month(&self, date: NaiveDate) -> String {
        match (&self.dates.day_month, gregorian(date)) {
            (Some(format), Some(date)) => format.format(&date).to_string(),
            _ => date.format("%m-%d").to_string(),
        }
    }

    /// Day, month and year: `1 Feb 2025`.
    #[must_use]
    pub fn day_month_year(&self, date: NaiveDate) -> String {
        match (&self.dates.day_month_year, gregorian(date)) {
            (Some(format), Some(date)) => format.format(&date).to_string(),
            _ => date.format("%Y-%m-%d").to_string(),
        }
    }

    /// Weekday, day and month: `Sat 1 Feb`.
    #[must_use]
    pub fn weekday_day(&self, date: NaiveDate) -> String {
        let values =
            [("weekday", Value::text(&self.weekday(date))), ("date", Value::text(&self.day_month(date)))];
        self.with(Message::DateWeekdayDay, &values)
    }

    /// Weekday and full date: `Sat 1 Feb 2025`.
    #[must_use]
    pub fn full_date(&self, date: NaiveDate) -> String {
        let values = [
            ("weekday", Value::text(&self.weekday(date))),
            ("date", Value::text(&self.day_month_year(date))),
        ];
        self.with(Message::DateWeekdayDay, &values)
    }

    /// From one day to another: `Sat 1 – Sun 2 Feb 2025`; what the two share is said once.
    #[must_use]
    pub fn date_range(&self, start: NaiveDate, end: NaiveDate) -> String {
        if start == end {
            return self.full_date(start);
        }
        let short = |text: String| {
            let values = [("weekday", Value::text(&self.weekday(start))), ("date", Value::text(&text))];
            self.with(Message::DateWeekdayDay, &values)
        };
        let start = if start.year() != end.year() {
            self.full_date(start)
        } else if start.month() != end.month() {
            self.weekday_day(start)
        } else {
            short(start.day().to_string())
        };
        let values = [("start", Value::text(&start)), ("end", Value::text(&self.full_date(end)))];
        self.with(Message::DateRange, &values)
    }

    /// A time of day: `09:30`.
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// A duration in hours and minutes: `45 min`, `1 h`, `1 h 30 min`.
    #[must_use]
    pub fn duration(&self, length: TimeDelta) -> String {
        let minutes = length.num_minutes();
        let values = [("hours", Value::Number(minutes / 60)), ("minutes", Value::Number(minutes % 60))];
        match (minutes / 60, minutes % 60) {
            (0, _) => self.with(Message::DurationMinutes, &values),
            (_, 0) => self.with(Message::DurationHours, &values),
            _ => self.with(Message::DurationHoursMinutes, &values),
        }
    }
}

/// CLDR has names for the years that people write; outside of them the date stands in figures.
fn gregorian(date: NaiveDate) -> Option<Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Date::try_new_gregorian(date.year(), month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn english_dates() {
        let locale = Locale::english();
        assert_eq!(locale.weekday_day(date(2025, 2, 1)), "Sat 1 Feb");
        assert_eq!(locale.full_date(date(2023, 12, 1)), "Fri 1 Dec 2023");
        assert_eq!(locale.day_month_year(date(2023, 9, 1)), "1 Sept 2023");
    }

    #[test]
    fn ranges_say_once_what_they_share() {
        let locale = Locale::english();
        let range = |start, end| locale.date_range(start, end);
        assert_eq!(range(date(2025, 2, 1), date(2025, 2, 2)), "Sat 1 – Sun 2 Feb 2025");
        assert_eq!(range(date(2025, 1, 31), date(2025, 2, 2)), "Fri 31 Jan – Sun 2 Feb 2025");
        assert_eq!(range(date(2024, 12, 31), date(2025, 1, 1)), "Tue 31 Dec 2024 – Wed 1 Jan 2025");
        assert_eq!(range(date(2025, 2, 1), date(2025, 2, 1)), "Sat 1 Feb 2025");
    }

    #[test]
    fn times_and_durations() {
        let locale = Locale::english();
        assert_eq!(locale.time(NaiveTime::from_hms_opt(9, 5, 0).unwrap()), "09:05");
        for (minutes, text) in [(45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (1500, "25 h")] {
            assert_eq!(locale.duration(TimeDelta::minutes(minutes)), text);
        }
    }

    #[test]
    fn dates_that_nobody_has_names_for_do_not_panic() {
        let locale = Locale::english();
        for date in [NaiveDate::MIN, NaiveDate::MAX, date(0, 1, 1), date(9999, 12, 31)] {
            assert!(!locale.full_date(date).is_empty());
        }
    }
}
