//! Dates, times and durations.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike};
use icu_calendar::{Date, Gregorian};

use super::{Locale, Message, MessageArg};

impl Locale {
    /// Formats the weekday: `Sat`.
    #[must_use]
    pub fn weekday(&self, date: NaiveDate) -> String {
        match (&self.dates.weekday, gregorian(date)) {
            (Some(format), Some(date)) => format.format(&date).to_string(),
            _ => String::new(),
        }
    }

    /// Formats day and month: `1 Feb`.
    #[must_use]
    pub fn day_month(&self, date: NaiveDate) -> String {
        match (&self.dates.day_month, gregorian(date)) {
            (Some(format), Some(date)) => format.format(&date).to_string(),
            _ => date.format("%m-%d").to_string(),
        }
    }

    /// Formats day, month and year: `1 Feb 2025`.
    #[must_use]
    pub fn day_month_year(&self, date: NaiveDate) -> String {
        match (&self.dates.day_month_year, gregorian(date)) {
            (Some(format), Some(date)) => format.format(&date).to_string(),
            _ => date.format("%Y-%m-%d").to_string(),
        }
    }

    /// Formats weekday, day and month: `Sat 1 Feb`.
    #[must_use]
    pub fn weekday_day(&self, date: NaiveDate) -> String {
        self.with_weekday(date, self.day_month(date))
    }

    /// Formats weekday and full date: `Sat 1 Feb 2025`.
    #[must_use]
    pub fn full_date(&self, date: NaiveDate) -> String {
        self.with_weekday(date, self.day_month_year(date))
    }

    fn with_weekday(&self, date: NaiveDate, text: String) -> String {
        let weekday = self.weekday(date);
        if weekday.is_empty() {
            return text;
        }
        let values = [("weekday", MessageArg::text(&weekday)), ("date", MessageArg::text(&text))];
        self.with(Message::DateWeekdayDay, &values)
    }

    /// Formats a range without repeating shared parts: `Sat 1 – Sun 2 Feb 2025`.
    #[must_use]
    pub fn date_range(&self, start: NaiveDate, end: NaiveDate) -> String {
        if start == end {
            return self.full_date(start);
        }
        let shared = match (start.year() == end.year(), start.month() == end.month()) {
            (true, true) => "month",
            (true, false) => "year",
            (false, _) => "nothing",
        };
        // Languages differ in which of the two dates carries month and year.
        let values = [
            ("shared", MessageArg::Word(shared)),
            ("start", MessageArg::text(&self.full_date(start))),
            ("start-short", MessageArg::text(&self.weekday_day(start))),
            ("start-weekday", MessageArg::text(&self.weekday(start))),
            ("start-day", MessageArg::Number(start.day().into())),
            ("end", MessageArg::text(&self.full_date(end))),
            ("end-short", MessageArg::text(&self.weekday_day(end))),
        ];
        self.with(Message::DateRange, &values)
    }

    /// Formats a time: `09:30`.
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// Formats a duration: `45 min`, `1 h`, `1 h 30 min`.
    #[must_use]
    pub fn duration(&self, length: TimeDelta) -> String {
        let minutes = length.num_minutes();
        let values =
            [("hours", MessageArg::Number(minutes / 60)), ("minutes", MessageArg::Number(minutes % 60))];
        match (minutes / 60, minutes % 60) {
            (0, _) => self.with(Message::DurationMinutes, &values),
            (_, 0) => self.with(Message::DurationHours, &values),
            _ => self.with(Message::DurationHoursMinutes, &values),
        }
    }
}

/// Converts a date; `None` outside the years of CLDR, where dates are formatted as digits.
fn gregorian(date: NaiveDate) -> Option<Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Date::try_new_gregorian(date.year(), month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurultai_schedule::text::{Lang, width};

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn locale(lang: &str) -> Locale {
        Locale::for_language(&Lang::parse(lang).unwrap()).unwrap()
    }

    #[test]
    fn dates_as_each_language_writes_them() {
        for (lang, day, short, full) in [
            ("en", "1 Dec 2023", "Fri 1 Dec", "Fri 1 Dec 2023"),
            ("ky", "2023-ж. 1-дек.", "1-дек., жума", "2023-ж. 1-дек., жума"),
            ("ru", "1 дек. 2023\u{202f}г.", "пт, 1 дек.", "пт, 1 дек. 2023\u{202f}г."),
        ] {
            let (locale, date) = (locale(lang), date(2023, 12, 1));
            assert_eq!(locale.day_month_year(date), day);
            assert_eq!(locale.weekday_day(date), short);
            assert_eq!(locale.full_date(date), full);
        }
        assert_eq!(locale("en").day_month_year(date(2023, 9, 1)), "1 Sept 2023");
        assert_eq!(locale("ky").weekday_day(date(2025, 5, 31)), "31-май, ишм.");
        assert_eq!(locale("ru").weekday_day(date(2025, 5, 31)), "сб, 31 мая");
        // The space before «г.» is non-breaking and one column wide.
        assert_eq!(width("2023\u{202f}г."), 7);
    }

    #[test]
    fn every_language_has_names_of_days_months_and_cities() {
        for lang in Locale::languages() {
            let locale = locale(lang);
            assert_ne!(locale.weekday(date(2023, 12, 1)), "", "{lang}");
            assert_ne!(locale.day_month(date(2023, 12, 1)), "12-01", "{lang}");
            assert_ne!(locale.day_month_year(date(2023, 12, 1)), "2023-12-01", "{lang}");
            assert!(locale.city("Asia/Bishkek").is_some(), "{lang}");
        }
        // A language without data has digits.
        assert_eq!(Locale::from_words("", "kk").day_month(date(2023, 12, 1)), "12-01");
    }

    #[test]
    fn ranges_do_not_repeat_shared_parts() {
        for (lang, month, year, nothing, one) in [
            (
                "en",
                "Sat 1 – Sun 2 Feb 2025",
                "Fri 31 Jan – Sun 2 Feb 2025",
                "Tue 31 Dec 2024 – Wed 1 Jan 2025",
                "Sat 1 Feb 2025",
            ),
            (
                "ky",
                "2025-ж. 1-фев., ишм. – 2-фев., жек.",
                "2025-ж. 31-янв., жума – 2-фев., жек.",
                "2024-ж. 31-дек., шейш. – 2025-ж. 1-янв., шарш.",
                "2025-ж. 1-фев., ишм.",
            ),
            (
                "ru",
                "сб, 1 – вс, 2 февр. 2025\u{202f}г.",
                "пт, 31 янв. – вс, 2 февр. 2025\u{202f}г.",
                "вт, 31 дек. 2024\u{202f}г. – ср, 1 янв. 2025\u{202f}г.",
                "сб, 1 февр. 2025\u{202f}г.",
            ),
        ] {
            let locale = locale(lang);
            let range = |start, end| locale.date_range(start, end);
            assert_eq!(range(date(2025, 2, 1), date(2025, 2, 2)), month);
            assert_eq!(range(date(2025, 1, 31), date(2025, 2, 2)), year);
            assert_eq!(range(date(2024, 12, 31), date(2025, 1, 1)), nothing);
            assert_eq!(range(date(2025, 2, 1), date(2025, 2, 1)), one);
        }
    }

    #[test]
    fn times_and_durations() {
        let locale = Locale::english();
        assert_eq!(locale.time(NaiveTime::from_hms_opt(9, 5, 0).unwrap()), "09:05");
        for (minutes, text) in [(45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (1500, "25 h")] {
            assert_eq!(locale.duration(TimeDelta::minutes(minutes)), text);
        }
        let long = TimeDelta::minutes(90);
        assert_eq!(self::locale("ky").duration(long), "1 саат 30 мүн");
        assert_eq!(self::locale("ru").duration(long), "1 ч 30 мин");
    }

    #[test]
    fn dates_outside_of_cldr_do_not_panic() {
        let locale = locale("ky");
        for date in [NaiveDate::MIN, NaiveDate::MAX, date(0, 1, 1), date(9999, 12, 31)] {
            assert!(!locale.full_date(date).is_empty());
            assert!(!locale.date_range(date, self::date(2025, 2, 1)).is_empty());
        }
    }
}
