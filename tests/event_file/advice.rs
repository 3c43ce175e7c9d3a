//! Property tests of the suggestions of `check` for values in other notations.

use chrono::{Days, NaiveDate, TimeDelta};
use kurultai::i18n::Locale;
use kurultai::presenter::diagnostic::full;
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format;
use kurultai_schedule::model::Session;
use proptest::prelude::*;

/// Returns the suggestions for an event file, line by line.
fn advice(text: &str) -> Vec<String> {
    let source = Source::new("event.toml", text);
    let diagnostics = format::read(&source).diagnostics;
    let locale = Locale::english();
    let output: String =
        diagnostics.iter().map(|diagnostic| full(diagnostic, &source, &locale, 200)).collect();
    output.lines().filter_map(|line| line.split_once("= help: ")).map(|(_, help)| help.to_owned()).collect()
}

/// Returns the session of an event file without diagnostics.
#[track_caller]
fn session(text: &str) -> Session {
    let read = format::read(&Source::new("event.toml", text));
    assert_eq!(read.diagnostics, [], "{text}");
    read.conference.sessions[0].clone()
}

fn with(line: &str) -> String {
    format!("title = 'T'\ndate = 2027-09-12\n[[agenda]]\ntitle = 'A'\n{line}\n")
}

/// Generates a date, and the same date in a notation other than 2027-09-12.
fn date() -> impl Strategy<Value = (NaiveDate, String)> {
    let forms = prop::sample::select(vec![
        "%d.%m.%Y",
        "%-d.%-m.%Y",
        "%d. %m. %Y",
        "%Y/%m/%d",
        "%Y.%m.%d",
        "%-d %B %Y",
        "%B %-d, %Y",
        "%a, %-d %b %Y",
        "%-d. %B %Y",
        "%d %b %Y",
        "%A, %B %-d, %Y",
    ]);
    let day = (2020..2040_i32, 1..13_u32, 1..29_u32)
        .prop_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
    (day, forms).prop_map(|(day, form)| (day, day.format(form).to_string()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_time_in_another_form(hour in 0..24_u32, minute in 0..60_u32, form in 0..11_usize) {
        let half = if hour < 12 { "am" } else { "pm" };
        let of_half = if hour % 12 == 0 { 12 } else { hour % 12 };
        let written = match form {
            0 => format!("\"{hour}.{minute:02}\""),
            1 => format!("\"{hour}h{minute:02}\""),
            2 => format!("\"{hour:02}{minute:02}\""),
            3 => format!("\"{of_half}:{minute:02} {half}\""),
            4 => format!("\"{of_half}.{minute:02}{half}\""),
            5 => format!("\"{hour}.{minute:02} Uhr\""),
            6 => format!("{hour}h{minute:02}"),
            7 => format!("{hour}:{minute:02} # a note"),
            8 => format!("{hour:02}.{minute:02}h"),
            // 9.3 and 9.30 are the same number.
            9 if minute != 50 => format!("{hour}.{minute:02}"),
            _ => format!("{of_half}:{minute:02} {half}"),
        };
        let text = with(&format!("start = {written}"));
        // Valid values need no suggestion.
        if form == 7 && hour > 9 {
            prop_assert_eq!(advice(&text), Vec::<String>::new());
            return Ok(());
        }
        prop_assert_eq!(advice(&text), [format!("Write `\"{hour:02}:{minute:02}\"`.")], "{}", written);
        let again = session(&with(&format!("start = \"{hour:02}:{minute:02}\"")));
        prop_assert_eq!(again.times.start, chrono::NaiveTime::from_hms_opt(hour, minute, 0));
    }

    #[test]
    fn a_date_in_another_form((day, written) in date(), is_quoted in any::<bool>(), is_of_session in any::<bool>()) {
        let value = if is_quoted { format!("\"{written}\"") } else { written.clone() };
        let line = |value: &str| {
            if is_of_session { with(&format!("date = {value}")) } else { format!("title = 'T'\ndate = {value}\n") }
        };
        prop_assert_eq!(advice(&line(&value)), [format!("Write `{day}`.")], "{}", value);
        prop_assert_eq!(advice(&line(&day.to_string())), Vec::<String>::new());
    }

    #[test]
    fn two_dates_in_place_of_one((day, _) in date(), more in 1..20_u64, form in 0..8_usize, is_quoted in any::<bool>()) {
        let last = day.checked_add_days(Days::new(more)).unwrap();
        let one = |form: &str| (day.format(form).to_string(), last.format(form).to_string());
        let (from, to) = match form {
            0 | 1 => one("%d.%m.%Y"),
            2 => one("%-d %B %Y"),
            3 => (day.format("%-d.%-m.").to_string(), last.format("%-d.%-m.%Y").to_string()),
            4 => one("%Y/%m/%d"),
            5 => one("%B %-d, %Y"),
            _ => one("%-d.%-m.%Y"),
        };
        prop_assume!(form != 3 || chrono::Datelike::year(&day) == chrono::Datelike::year(&last));
        let mark = [" - ", "–", " to ", "–", " – ", " - ", "-", " bis "][form];
        let value = if is_quoted { format!("\"{from}{mark}{to}\"") } else { format!("{from}{mark}{to}") };
        let top = advice(&format!("title = 'T'\ndate = {value}\n"));
        prop_assert_eq!(top, [format!("Write `start = {day}`, and below it `end = {last}`.")], "{}", value);
        // In a session, these are the days over which it extends.
        let hours = (more + 1) * 24;
        for key in ["date", "day"] {
            let expected = format!("Write `{key} = {day}`, and below it `all_day = true`, `duration = \"{hours}h\"`.");
            prop_assert_eq!(advice(&with(&format!("{key} = {value}\nroom = 'R'"))), [expected], "{}", value);
        }
        let text = with(&format!("date = {day}\nall_day = true\nduration = \"{hours}h\""));
        let times = session(&text.replacen("date = 2027-09-12", &format!("start = {day}\nend = {last}"), 1)).times;
        prop_assert_eq!((times.day, times.last_day()), (Some(day), Some(last)));
        // A session with a time may be on each of these days.
        for time in ["start = '10:00'", "end = '10:00'", "duration = '45m'", "all_day = true"] {
            let suggestions = advice(&with(&format!("date = {value}\n{time}")));
            prop_assert_eq!(suggestions, ["Write year, month and day, without quotes: 2023-12-01."], "{} {}", value, time);
        }
    }

    #[test]
    fn a_duration_in_another_form(minutes in 1..600_i64, form in 0..6_usize) {
        let (hours, rest) = (minutes / 60, minutes % 60);
        let written = match form {
            0 => format!("\"{minutes} minutes\""),
            1 => format!("\"{hours}:{rest:02}\""),
            2 => format!("{minutes} min"),
            3 => format!("\"{minutes}\""),
            4 if rest == 0 => format!("\"{hours} hours\""),
            5 if rest == 30 => format!("{hours}.5 h"),
            _ => format!("\"{minutes} мин.\""),
        };
        let short = match (hours, rest) {
            (0, minutes) => format!("{minutes}m"),
            (hours, 0) => format!("{hours}h"),
            (hours, rest) => format!("{hours}h{rest}m"),
        };
        let suggestions = advice(&with(&format!("duration = {written}")));
        // Only the quotes are missing.
        let line = if form == 2 { format!("duration = \"{written}\"") } else { format!("\"{short}\"") };
        prop_assert_eq!(suggestions, [format!("Write `{line}`.")], "{}", written);
        let again = session(&with(&format!("duration = \"{short}\"")));
        prop_assert_eq!(again.times.duration, Some(TimeDelta::minutes(minutes)));
    }

    #[test]
    fn a_date_with_an_ambiguous_month(year in 2020..2040_i32, one in 1..13_u32, two in 1..13_u32) {
        prop_assume!(one != two);
        let suggestions = advice(&format!("title = 'T'\ndate = \"{one:02}/{two:02}/{year}\"\n"));
        let expected = format!("Write one of these: {year}-{two:02}-{one:02}, {year}-{one:02}-{two:02}.");
        prop_assert_eq!(suggestions, [expected]);
    }

    #[test]
    fn no_value_is_guessed_from_other_words(word in "[b-z]{4,9}") {
        for (key, quote) in [("start", "\""), ("end", "\""), ("start", ""), ("end", "")] {
            let suggestions = advice(&with(&format!("{key} = {quote}{word}{quote}")));
            prop_assert_eq!(suggestions, ["Write the hour with two digits, and the time in quotes: \"09:30\"."], "{}", word);
        }
        for quote in ["\"", ""] {
            let suggestions = advice(&with(&format!("date = {quote}{word}{quote}")));
            prop_assert_eq!(suggestions, ["Write year, month and day, without quotes: 2023-12-01."], "{}", word);
            let suggestions = advice(&with(&format!("duration = {quote}{word}{quote}")));
            prop_assert_eq!(suggestions, ["Write \"45m\", \"1h30m\", or a number of minutes."], "{}", word);
        }
        let suggestions = advice(&with(&format!("all_day = {word}")));
        prop_assert_eq!(suggestions, ["Write one of these: all_day = true, all_day = false."], "{}", word);
    }

    #[test]
    fn a_moment_in_another_form((day, _) in date(), hour in 0..24_u32, minute in 0..60_u32, form in 0..5_usize) {
        let date = day.format("%-d.%-m.%Y");
        let (written, offset) = match form {
            0 => (format!("{day} {hour}.{minute:02}"), ""),
            1 => (format!("\"{date} {hour}:{minute:02}\""), ""),
            2 => (format!("{date} {hour}:{minute:02}"), ""),
            3 => (format!("\"{day}T{hour:02}{minute:02}+0200\""), "+02:00"),
            _ => (format!("\"{}\"", day.format(&format!("%Y/%m/%d {hour:02}:{minute:02}"))), ""),
        };
        let line = format!("{day}T{hour:02}:{minute:02}:00{offset}");
        prop_assert_eq!(advice(&with(&format!("start = {written}"))), [format!("Write `{line}`.")], "{}", written);
        let again = format!("title = 'T'\nstart = {day}\nend = {day}\ntimezone = 'UTC+2'\n[[agenda]]\ntitle = 'A'\nstart = {line}\n");
        prop_assert_eq!(advice(&again), Vec::<String>::new());
    }
}
