//! Conversion of times to instants, local times and days, in every format.

use kurultai_schedule::diagnostic::Code;
use kurultai_schedule::format::Parsed;

/// The times of one session, as each format writes them.
#[derive(Clone, Copy)]
struct Written {
    zone: &'static str,
    /// The day under which the session is listed, if the format lists days.
    day: &'static str,
    start: &'static str,
    end: &'static str,
    /// The duration.
    length: &'static str,
}

impl Written {
    fn named(&self, before: &str, after: &str) -> String {
        if self.zone.is_empty() { String::new() } else { format!("{before}{}{after}", self.zone) }
    }

    /// Returns the schedule in each format that can name a zone.
    fn with_zone(&self) -> Vec<(&'static str, String)> {
        let Self { day, start, end, length, .. } = self;
        vec![
            (
                "a.ics",
                format!(
                    "BEGIN:VCALENDAR\nX-WR-CALNAME:T\n{}BEGIN:VEVENT\nUID:1\nSUMMARY:S\nDTSTART:{start}\nDTEND:{end}\nEND:VEVENT\nEND:VCALENDAR\n",
                    self.named("X-WR-TIMEZONE:", "\n")
                ),
            ),
            (
                "a.xml",
                format!(
                    "<schedule><conference><title>T</title>{}</conference><day date='{day}'><room name='R'><event id='1'><title>S</title><date>{start}</date><duration>{length}</duration></event></room></day></schedule>",
                    self.named("<time_zone_name>", "</time_zone_name>")
                ),
            ),
            (
                "a.json",
                format!(
                    r#"{{"schedule": {{"conference": {{"title": "T", {} "days": [{{"date": "{day}", "rooms": {{"R": [{{"id": 1, "title": "S", "date": "{start}", "duration": "{length}"}}]}}}}]}}}}}}"#,
                    self.named(r#""time_zone_name": ""#, r#"","#)
                ),
            ),
            (
                "pretalx.json",
                format!(
                    r#"{{{} "slots": [{{"code": "A", "title": "S", "submission_type": "Talk", "slot": {{"start": "{start}", "end": "{end}"}}}}]}}"#,
                    self.named(r#""timezone": ""#, r#"","#)
                ),
            ),
        ]
    }

    /// Returns the schedule in each format; two of them cannot name a zone.
    fn everywhere(&self) -> Vec<(&'static str, String)> {
        let Self { start, end, .. } = self;
        let mut all = self.with_zone();
        all.push((
            "sessionize.json",
            format!(
                r#"{{"sessions": [{{"id": "1", "title": "S", "startsAt": "{start}", "endsAt": "{end}"}}]}}"#
            ),
        ));
        all.push((
            "opass.json",
            format!(
                r#"{{"session_types": [], "rooms": [], "sessions": [{{"id": "1", "zh": {{"title": "S"}}, "start": "{start}", "end": "{end}"}}]}}"#
            ),
        ));
        all
    }
}

/// Returns instant, local start and end, day, and diagnostics about times.
fn summary(read: &Parsed) -> String {
    let times = read.conference.sessions[0].times;
    let utc = times.instant.map_or("-".to_owned(), |instant| instant.format("%dT%H:%MZ").to_string());
    let (start, end) = (times.start_datetime(), times.end_datetime());
    let shown =
        |at: Option<chrono::NaiveDateTime>| at.map_or("-".to_owned(), |at| at.format("%d %H:%M").to_string());
    let day = times.day.map_or("-".to_owned(), |day| day.format("%d").to_string());
    let of_times = [
        Code::SkippedTime,
        Code::RepeatedTime,
        Code::NoLength,
        Code::ClockConflict,
        Code::BadTime,
        Code::BadDate,
        Code::BadValue,
        Code::DoubtfulOffset,
    ];
    let codes =
        read.diagnostics.iter().map(|diagnostic| diagnostic.code).filter(|code| of_times.contains(code));
    let codes: Vec<_> = codes.map(Code::as_str).collect();
    format!("{utc} | {} - {} | {day} | {}", shown(start), shown(end), codes.join(" "))
}

#[track_caller]
fn check(schedules: Vec<(&'static str, String)>, expected: &str) {
    for (name, text) in schedules {
        assert_eq!(summary(&crate::read(name, &text)).trim_end(), expected, "{name}\n{text}");
    }
}

#[test]
fn repeated_and_skipped_hours() {
    let rows = [
        // 02:30 twice in one night, and a session across the DST change.
        (
            "Europe/Berlin",
            "2026-10-24",
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:00:00+01:00",
            "0:30",
            "25T00:30Z | 25 02:30 - 25 02:00 | 24 |",
        ),
        (
            "Europe/Berlin",
            "2026-10-24",
            "2026-10-25T02:30:00+01:00",
            "2026-10-25T03:00:00+01:00",
            "0:30",
            "25T01:30Z | 25 02:30 - 25 03:00 | 24 |",
        ),
        (
            "Europe/Berlin",
            "2026-10-24",
            "2026-10-25T01:00:00+02:00",
            "2026-10-25T03:00:00+01:00",
            "3:00",
            "24T23:00Z | 25 01:00 - 25 03:00 | 24 |",
        ),
        (
            "Europe/Berlin",
            "2026-03-28",
            "2026-03-29T01:30:00+01:00",
            "2026-03-29T03:30:00+02:00",
            "1:00",
            "29T00:30Z | 29 01:30 - 29 03:30 | 28 |",
        ),
        // In other zones, also given in UTC, and with a DST change of half an hour.
        (
            "America/New_York",
            "2026-10-31",
            "2026-11-01T01:30:00-04:00",
            "2026-11-01T01:30:00-05:00",
            "1:00",
            "01T05:30Z | 01 01:30 - 01 01:30 | 31 |",
        ),
        (
            "America/New_York",
            "2026-10-31",
            "2026-11-01T06:30:00Z",
            "2026-11-01T07:00:00Z",
            "0:30",
            "01T06:30Z | 01 01:30 - 01 02:00 | 31 |",
        ),
        (
            "Australia/Lord_Howe",
            "2026-04-04",
            "2026-04-05T01:45:00+11:00",
            "2026-04-05T01:45:00+10:30",
            "0:30",
            "04T14:45Z | 05 01:45 - 05 01:45 | 04 |",
        ),
        (
            "America/Santiago",
            "2026-04-04",
            "2026-04-04T23:30:00-03:00",
            "2026-04-04T23:30:00-04:00",
            "1:00",
            "05T02:30Z | 04 23:30 - 04 23:30 | 04 |",
        ),
    ];
    for (zone, day, start, end, length, expected) in rows {
        check(Written { zone, day, start, end, length }.with_zone(), expected);
    }
}

#[test]
fn skipped_and_repeated_times_without_an_offset_are_reported() {
    // The two interpretations are indistinguishable.
    let rows = [
        (
            "Europe/Berlin",
            "2026-03-28",
            "2026-03-29T02:30:00",
            "2026-03-29T04:00:00",
            "0:30",
            "29T01:30Z | 29 03:30 - 29 04:00 | 28 | skipped-time",
        ),
        (
            "America/New_York",
            "2026-03-07",
            "2026-03-08T02:15:00",
            "2026-03-08T04:15:00",
            "1:00",
            "08T07:15Z | 08 03:15 - 08 04:15 | 07 | skipped-time",
        ),
        (
            "Europe/Berlin",
            "2026-10-24",
            "2026-10-25T02:30:00",
            "2026-10-25T03:00:00",
            "1:30",
            "25T00:30Z | 25 02:30 - 25 03:00 | 24 | repeated-time",
        ),
        (
            "Europe/Lisbon",
            "2026-10-24",
            "2026-10-25T01:30:00",
            "2026-10-25T02:30:00",
            "2:00",
            "25T00:30Z | 25 01:30 - 25 02:30 | 24 | repeated-time",
        ),
        (
            "Pacific/Auckland",
            "2026-04-04",
            "2026-04-05T02:30:00",
            "2026-04-05T03:30:00",
            "2:00",
            "04T13:30Z | 05 02:30 - 05 03:30 | 04 | repeated-time",
        ),
    ];
    for (zone, day, start, end, length, expected) in rows {
        check(Written { zone, day, start, end, length }.with_zone(), expected);
    }
}

#[test]
fn times_in_other_forms_are_read_by_all() {
    // In a zone, and with an offset.
    let rows = [
        ("2026-09-10 12:00:00.000", "2026-09-10 13:00", "60", "10T10:00Z | 10 12:00 - 10 13:00 | 10 |"),
        ("20260910T1200Z", "20260910T130000z", "PT1H", "10T12:00Z | 10 14:00 - 10 15:00 | 10 |"),
        ("20260910t120000z", "20260910t1300z", "1:00", "10T12:00Z | 10 14:00 - 10 15:00 | 10 |"),
        ("20260910T120000123Z", "20260910T130000123Z", "60 min", "10T12:00Z | 10 14:00 - 10 15:00 | 10 |"),
        (
            "2026-09-10T12:00:00.5+0530",
            "2026-09-10T12:45:00.5+05:30",
            "PT45M",
            "10T06:30Z | 10 08:30 - 10 09:15 | 10 |",
        ),
        ("2026-09-10T25:00:00", "2026-09-11T02:00", "1h", "10T23:00Z | 11 01:00 - 11 02:00 | 10 |"),
        ("2026-09-10T24:00", "2026-09-10T25:30", "1h30", "10T22:00Z | 11 00:00 - 11 01:30 | 10 |"),
        ("2026-09-10 9.30", "10.09.2026 10:15", "0:45", "10T07:30Z | 10 09:30 - 10 10:15 | 10 |"),
        ("2026/9/10 0930", "2026-09-10 1015", "0045", "10T07:30Z | 10 09:30 - 10 10:15 | 10 |"),
        ("2026-09-10 9:30 PM", "2026-09-10 10 pm", "30 min", "10T19:30Z | 10 21:30 - 10 22:00 | 10 |"),
        ("2026-09-10_12:00", "2026-09-10 12:45 UTC+2", "45", "10T10:00Z | 10 12:00 - 10 12:45 | 10 |"),
    ];
    for (start, end, length, expected) in rows {
        let written = Written { zone: "Europe/Oslo", day: "2026-09-10", start, end, length };
        check(written.with_zone(), expected);
    }
    // In an unknown zone.
    let rows = [
        ("2026-09-10 12:00", "20260910T130000", "1:00", "- | 10 12:00 - 10 13:00 | 10 |"),
        ("2026-09-10T9.30", "2026-09-10T0945", "15 min", "- | 10 09:30 - 10 09:45 | 10 |"),
        ("10.9.2026 23:30", "2026-09-10 24:30", "1h", "- | 10 23:30 - 11 00:30 | 10 |"),
        (
            "2026-09-10T12:00:00+02:00",
            "2026-09-10T12:45:00+0200",
            "0:45",
            "10T10:00Z | 10 12:00 - 10 12:45 | 10 |",
        ),
    ];
    for (start, end, length, expected) in rows {
        let written = Written { zone: "", day: "2026-09-10", start, end, length };
        check(written.everywhere(), expected);
    }
}

#[test]
fn from_midnight_to_midnight_is_all_day_in_every_format() {
    // One day, several days, and the days of clock changes.
    let rows = [
        ("Europe/Oslo", "2026-09-10", "2026-09-10T00:00:00", "2026-09-11T00:00:00", "24:00", ("10", None)),
        ("Asia/Tokyo", "2026-09-10", "2026-09-10T00:00:00", "2026-09-10T23:59:00", "23:59", ("10", None)),
        (
            "Asia/Kathmandu",
            "2026-09-10",
            "2026-09-09T18:15:00Z",
            "2026-09-12T18:15:00Z",
            "3:00:00",
            ("10", Some("12")),
        ),
        (
            "Europe/Berlin",
            "2026-10-25",
            "2026-10-25T00:00:00+02:00",
            "2026-10-26T00:00:00+01:00",
            "25:00",
            ("25", None),
        ),
        (
            "America/New_York",
            "2026-03-07",
            "2026-03-07T00:00:00-05:00",
            "2026-03-09T00:00:00-04:00",
            "47:00",
            ("07", Some("08")),
        ),
    ];
    for (zone, day, start, end, length, expected) in rows {
        for (name, text) in (Written { zone, day, start, end, length }).with_zone() {
            let times = crate::read(name, &text).conference.sessions[0].times;
            assert!(times.all_day && times.start.is_none(), "{name}\n{text}\n{times:?}");
            let day = times.day.map(|day| day.format("%d").to_string());
            let last = times.last_day().map(|day| day.format("%d").to_string());
            assert_eq!((day.as_deref(), last.as_deref()), (Some(expected.0), expected.1), "{name}\n{text}");
        }
    }
}

/// Returns a schedule with two sessions in each format that has a wall-clock time in addition to the date.
fn beside(zone: &str, day: &str, sessions: [(&str, &str); 2]) -> [(&'static str, String); 2] {
    let events = sessions.map(|(date, start)| {
        format!("<event id='{start}'><title>S</title><date>{date}</date><start>{start}</start><duration>0:45</duration></event>")
    });
    let json = sessions.map(|(date, start)| {
        format!(
            r#"{{"guid": "{start}", "title": "S", "date": "{date}", "start": "{start}", "duration": "0:45"}}"#
        )
    });
    [
        (
            "a.xml",
            format!(
                "<schedule><conference><title>T</title><time_zone_name>{zone}</time_zone_name></conference><day date='{day}'><room name='R'>{}</room></day></schedule>",
                events.concat()
            ),
        ),
        (
            "a.json",
            format!(
                r#"{{"schedule": {{"conference": {{"title": "T", "time_zone_name": "{zone}", "days": [{{"date": "{day}", "rooms": {{"R": [{}]}}}}]}}}}}}"#,
                json.join(", ")
            ),
        ),
    ]
}

#[test]
fn wrong_offsets_are_ignored_by_all_formats_and_reported_once() {
    let rows = [
        // Wrong because the offset of the zone was added twice or subtracted.
        (
            "Europe/Berlin",
            [("2023-05-26T11:30:00+02:00", "09:30"), ("2023-05-26T12:30:00+02:00", "10:30")],
            "26T07:30Z | 26 09:30 - 26 10:15 | 26",
        ),
        (
            "America/New_York",
            [("2023-05-26T05:30:00-04:00", "09:30"), ("2023-05-26T10:00:00-04:00", "14:00")],
            "26T13:30Z | 26 09:30 - 26 10:15 | 26",
        ),
        (
            "Asia/Kolkata",
            [("2023-05-26T15:00:00+05:30", "09:30"), ("2023-05-26T16:00:00+05:30", "10:30")],
            "26T04:00Z | 26 09:30 - 26 10:15 | 26",
        ),
        // Local times marked as UTC.
        (
            "Europe/Berlin",
            [("2023-05-26T09:30:00Z", "09:30"), ("2023-05-26T10:30:00Z", "10:30")],
            "26T07:30Z | 26 09:30 - 26 10:15 | 26",
        ),
        (
            "Asia/Kathmandu",
            [("2023-05-26T09:30:00.000z", "09:30"), ("2023-05-26T10:30:00.000z", "10.30")],
            "26T03:45Z | 26 09:30 - 26 10:15 | 26",
        ),
        (
            "America/Los_Angeles",
            [("2023-05-26T09:30:00+00:00", "9:30"), ("2023-05-26T20:00:00+00:00", "8:00 PM")],
            "26T16:30Z | 26 09:30 - 26 10:15 | 26",
        ),
        // All sessions are in the same other zone.
        (
            "Asia/Bishkek",
            [("2023-05-26T12:30:00+06:00", "09:30"), ("2023-05-26T13:30:00+06:00", "10:30")],
            "26T03:30Z | 26 09:30 - 26 10:15 | 26",
        ),
    ];
    for (zone, sessions, expected) in rows {
        for (name, text) in beside(zone, "2023-05-26", sessions) {
            let read = crate::read(name, &text);
            let line = summary(&read);
            let (times, codes) = line.rsplit_once(" | ").unwrap_or_default();
            assert_eq!(times, expected, "{name}\n{text}");
            assert_eq!(codes.split_whitespace().count(), 1, "{name}\n{text}\n{codes}");
        }
    }
    // Correct dates, or dates with a single wrong one, are used as given.
    let rows = [
        (
            "Europe/Berlin",
            [("2023-05-26T07:30:00Z", "09:30"), ("2023-05-26T10:30:00+02:00", "10:30")],
            "26T07:30Z | 26 09:30 - 26 10:15 | 26 |",
        ),
        (
            "Asia/Tokyo",
            [("2023-05-26T09:30:00+09:00", "09:30"), ("2023-05-26T01:30:00Z", "10:30")],
            "26T00:30Z | 26 09:30 - 26 10:15 | 26 |",
        ),
        (
            "America/Lima",
            [("2023-05-26T09:30:00-05:00", "09:30"), ("2023-05-26T10:30:00-05:00", "11:45")],
            "26T14:30Z | 26 09:30 - 26 10:15 | 26 | clock-conflict",
        ),
    ];
    for (zone, sessions, expected) in rows {
        check(beside(zone, "2023-05-26", sessions).into(), expected);
    }
}

#[test]
fn a_time_after_midnight_is_on_the_day_after_the_listed_one() {
    let rows = [
        ("25:00", "01T23:00Z | 02 01:00 - 02 02:00 | 01 |"),
        ("24:00", "01T22:00Z | 02 00:00 - 02 01:00 | 01 |"),
        ("1:30", "01T23:30Z | 02 01:30 - 02 02:30 | 01 |"),
        ("9.30", "01T07:30Z | 01 09:30 - 01 10:30 | 01 |"),
        ("0930", "01T07:30Z | 01 09:30 - 01 10:30 | 01 |"),
        ("26:15:00", "02T00:15Z | 02 02:15 - 02 03:15 | 01 |"),
        ("9 pm", "01T19:00Z | 01 21:00 - 01 22:00 | 01 |"),
        ("9h30", "01T07:30Z | 01 09:30 - 01 10:30 | 01 |"),
    ];
    for (start, expected) in rows {
        let xml = format!(
            "<schedule><conference><title>T</title><time_zone_name>Europe/Berlin</time_zone_name></conference><day date='2026-05-01'><room name='R'><event id='1'><title>S</title><start>{start}</start><duration>01:00</duration></event></room></day></schedule>"
        );
        let json = format!(
            r#"{{"schedule": {{"conference": {{"title": "T", "time_zone_name": "Europe/Berlin", "days": [{{"date": "2026-05-01", "rooms": {{"R": [{{"id": 1, "title": "S", "start": "{start}", "duration": "01:00"}}]}}}}]}}}}}}"#
        );
        check(vec![("a.xml", xml), ("a.json", json)], expected);
    }
}
