//! Times and time zones in all formats.

use kurultai_schedule::diagnostic::Code;
use kurultai_schedule::model::Zone;

/// Returns a schedule of each published format with two sessions at these instants.
fn in_every_format(zone: &str, one: &str, two: &str) -> Vec<(&'static str, String)> {
    let compact = |instant: &str| instant.replace(['-', ':'], "");
    let named = |before: &str, after: &str| {
        if zone.is_empty() { String::new() } else { format!("{before}{zone}{after}") }
    };
    let xml = |id: u32, date: &str| {
        format!(
            "<event id='{id}'><title>S{id}</title><date>{date}</date><start>{}</start><duration>1:00</duration></event>",
            &date[11..16]
        )
    };
    let voc = |id: u32, date: &str| {
        format!(
            r#"{{"id": {id}, "title": "S{id}", "date": "{date}", "start": "{}", "duration": "1:00"}}"#,
            &date[11..16]
        )
    };
    let event = |id: u32, date: &str| {
        format!(
            "BEGIN:VEVENT\nUID:{id}\nSUMMARY:S{id}\nDTSTART:{}\nDURATION:PT1H\nEND:VEVENT\n",
            compact(date)
        )
    };
    vec![
        (
            "a.ics",
            format!(
                "BEGIN:VCALENDAR\nX-WR-CALNAME:T\n{}{}{}END:VCALENDAR\n",
                named("X-WR-TIMEZONE:", "\n"),
                event(1, one),
                event(2, two)
            ),
        ),
        (
            "a.xml",
            format!(
                "<schedule><conference><title>T</title>{}</conference><day date='2026-10-12'><room name='R'>{}{}</room></day></schedule>",
                named("<time_zone_name>", "</time_zone_name>"),
                xml(1, one),
                xml(2, two)
            ),
        ),
        (
            "a.json",
            format!(
                r#"{{"schedule": {{"conference": {{"title": "T", {} "days": [{{"date": "2026-10-12", "rooms": {{"R": [{}, {}]}}}}]}}}}}}"#,
                named(r#""time_zone_name": ""#, r#"","#),
                voc(1, one),
                voc(2, two)
            ),
        ),
        (
            "pretalx.json",
            format!(
                r#"{{{} "slots": [{{"code": "A", "title": "S1", "submission_type": "Talk", "slot": {{"start": "{one}"}}}}, {{"code": "B", "title": "S2", "submission_type": "Talk", "slot": {{"start": "{two}"}}}}]}}"#,
                named(r#""timezone": ""#, r#"","#)
            ),
        ),
        (
            "sessionize.json",
            format!(
                r#"{{"sessions": [{{"id": "1", "title": "S1", "startsAt": "{one}"}}, {{"id": "2", "title": "S2", "startsAt": "{two}"}}]}}"#
            ),
        ),
        (
            "opass.json",
            format!(
                r#"{{"session_types": [], "rooms": [], "sessions": [{{"id": "1", "zh": {{"title": "S1"}}, "start": "{one}"}}, {{"id": "2", "zh": {{"title": "S2"}}, "start": "{two}"}}]}}"#
            ),
        ),
    ]
}

#[test]
fn times_in_utc_do_not_reveal_the_venue_zone() {
    for zone in ["", "UTC", "Etc/UTC"] {
        for (name, text) in in_every_format(zone, "2026-10-12T16:00:00Z", "2026-10-13T03:00:00Z") {
            let read = crate::read(name, &text);
            assert_eq!(read.conference.zone, Zone::Utc, "{name} {zone}");
            let codes: Vec<_> = read.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
            let reported = codes.iter().filter(|code| **code == Code::TimesInUtc).count();
            assert_eq!((reported, codes.contains(&Code::NoZone)), (1, false), "{name} {zone}: {codes:?}");
            // An evening in America continues after midnight in UTC, but is on one day.
            let days: Vec<_> =
                read.conference.sessions.iter().map(|it| it.times.day.unwrap().to_string()).collect();
            assert_eq!(days, ["2026-10-12"; 2], "{name} {zone}");
        }
    }
}

#[test]
fn the_clock_that_the_user_gives_has_its_own_days_and_nights() {
    for (zone, one, two, days) in [
        ("Los Angeles", "2026-10-12T16:00:00Z", "2026-10-13T03:00:00Z", ["12 09:00", "12 20:00"]),
        ("Asia/Tokyo", "2026-10-12T00:30:00Z", "2026-10-12T16:30:00Z", ["12 09:30", "12 01:30"]),
        ("Pacific/Auckland", "2026-10-11T20:00:00Z", "2026-10-12T07:00:00Z", ["12 09:00", "12 20:00"]),
        ("UTC+5:30", "2026-10-12T04:00:00Z", "2026-10-12T20:00:00Z", ["12 09:30", "12 01:30"]),
    ] {
        let zone = kurultai_schedule::format::zone::named(zone).unwrap();
        for (name, text) in in_every_format("", one, two) {
            let mut conference = crate::read(name, &text).conference;
            assert!(conference.set_venue_zone(zone), "{name}");
            let reported = conference.sessions.iter().map(|session| {
                let (day, start) = (session.times.day.unwrap(), session.times.start.unwrap());
                format!("{} {}", day.format("%d"), start.format("%H:%M"))
            });
            assert_eq!(reported.collect::<Vec<_>>(), days, "{name}");
            // Snapshots of a session do not depend on the zone.
            let former = crate::read(name, &text).conference;
            assert_eq!(conference.snapshots(), former.snapshots(), "{name}");
        }
    }
}

#[test]
fn a_zone_that_the_schedule_names_counts_by_any_of_its_names() {
    for (zone, shown) in [
        ("Berlin", "18:00"),
        ("europe/berlin", "18:00"),
        ("Eastern Time (US & Canada)", "12:00"),
        ("UTC+2", "18:00"),
        ("+05:30", "21:30"),
        ("(UTC+06:00) Astana", "21:00"),
    ] {
        let zone = zone.replace('&', "&amp;");
        for (name, text) in in_every_format(&zone, "2026-10-12T16:00:00+00:00", "2026-10-13T03:00:00+00:00")
            .into_iter()
            .take(4)
        {
            let text = if name.contains("xml") { text } else { text.replace("&amp;", "&") };
            // A wall-clock time that contradicts every date would be used; remove it.
            let text = text.replace("<start>16:00</start>", "").replace("<start>03:00</start>", "");
            let text = text.replace(r#""start": "16:00", "#, "").replace(r#""start": "03:00", "#, "");
            let mut conference = crate::read(name, &text).conference;
            let start = conference.sessions[0].times.start.unwrap();
            assert_eq!(start.format("%H:%M").to_string(), shown, "{name} {zone}");
            assert!(!conference.set_venue_zone(Zone::Named(chrono_tz::Tz::Asia__Tokyo)), "{name} {zone}");
        }
    }
}

/// Returns a calendar of sessions in one room and with one person, given by title, start and end.
fn calendar(sessions: &[(&str, &str, &str)]) -> String {
    let event = |(title, start, end): &(&str, &str, &str)| {
        let end = if end.is_empty() {
            String::new()
        } else {
            format!("DTEND;TZID=Asia/Bishkek:20260501T{end}00\r\n")
        };
        format!(
            "BEGIN:VEVENT\r\nUID:{title}\r\nSUMMARY:{title}\r\nLOCATION:Yurt\r\nDTSTART;TZID=Asia/Bishkek:20260501T{start}00\r\n{end}\
             ATTENDEE;CN=\"Ada Invented\":mailto:program@example.org\r\nEND:VEVENT\r\n"
        )
    };
    let events: String = sessions.iter().map(event).collect();
    format!("BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Asia/Bishkek\r\n{events}END:VCALENDAR\r\n")
}

#[test]
fn a_session_without_length_is_never_still_in_its_room() {
    let overlaps = |sessions: &[(&str, &str, &str)]| {
        let reported = crate::diagnostics("a.ics", &calendar(sessions));
        let lines = reported.lines().filter_map(|line| line.split_once("overlap]: "));
        lines.map(|(_, reported)| reported.to_owned()).collect::<Vec<_>>()
    };
    let none: [String; 0] = [];
    // It starts together with another one, before or after it in the file, or when another one ends.
    assert_eq!(overlaps(&[("Doors", "1000", "1000"), ("Talk", "1000", "1100")]), none);
    assert_eq!(overlaps(&[("Talk", "1000", "1100"), ("Doors", "1000", "1000")]), none);
    assert_eq!(overlaps(&[("Doors", "1000", ""), ("Talk", "1000", "1100")]), none);
    assert_eq!(
        overlaps(&[("Talk", "1000", "1100"), ("Bell", "1100", "1100"), ("Next", "1100", "1200")]),
        none
    );
    assert_eq!(overlaps(&[("Doors", "1000", "0930"), ("Talk", "1030", "1100")]), none);
    // Two sessions without an end conflict if they start at the same time.
    let drafts = [("Gong", "1000", ""), ("Bell", "1000", "")];
    assert_eq!(overlaps(&drafts), ["“Gong” and “Bell” begin in Yurt at the same time."]);
    let ended = [("Gong", "1000", "1000"), ("Bell", "1000", "0900"), ("Horn", "1001", "")];
    assert_eq!(overlaps(&ended), ["“Gong” and “Bell” begin in Yurt at the same time."]);
    // Two sessions with a duration are not “still” running there either.
    let both = [("Gong", "1000", "1100"), ("Bell", "1000", "1030"), ("Horn", "1015", "1020")];
    assert_eq!(
        overlaps(&both),
        ["“Gong” and “Bell” begin in Yurt at the same time.", "When “Horn” begins, “Gong” is still in Yurt."]
    );
    // A session with a duration still occupies the room when others start.
    let sessions = [("Talk", "1000", "1100"), ("Raffle", "1030", "1030"), ("Paper", "1030", "1045")];
    assert_eq!(
        overlaps(&sessions),
        ["When “Raffle” begins, “Talk” is still in Yurt.", "When “Paper” begins, “Talk” is still in Yurt."]
    );
}

#[test]
fn a_person_in_simultaneous_sessions_is_reported() {
    let session = |title: &str, room: &str, more: &str| {
        format!(
            "[[agenda]]\ntitle = '{title}'\nstart = '10:00'\nroom = '{room}'\nspeakers = ['Ada Invented']\n{more}\n"
        )
    };
    let top = "title = 'T'\ndate = 2025-02-01\nlanguage = 'en'\n";
    for more in ["", "duration = '1h'", "end = '10:05'"] {
        let text = format!("{top}{}{}", session("Gong", "A", more), session("Bell", "B", more));
        let reported = crate::diagnostics("a.toml", &text);
        let expected = "person-overlap]: “Gong” and “Bell”, both with Ada Invented, begin at the same time.";
        assert!(reported.contains(expected), "{reported}");
    }
}

#[test]
fn in_the_hour_that_comes_twice_overlaps_are_found_by_instants() {
    let event = |title: &str, start: &str, end: &str| {
        format!(
            "BEGIN:VEVENT\nUID:{title}\nSUMMARY:{title}\nLOCATION:Bar\nDTSTART:20261025T{start}00Z\nDTEND:20261025T{end}00Z\nEND:VEVENT\n"
        )
    };
    let overlaps = |sessions: &[(&str, &str, &str)]| {
        let events: String = sessions.iter().map(|(title, start, end)| event(title, start, end)).collect();
        let text = format!("BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Berlin\n{events}END:VCALENDAR\n");
        let reported = crate::diagnostics("a.ics", &text);
        let lines = reported.lines().filter_map(|line| line.split_once("overlap]: "));
        lines.map(|(_, reported)| reported.to_owned()).collect::<Vec<_>>()
    };
    // The local times are 02:20 before clocks are set back, then 02:10 and 02:30.
    let night = [("First", "0020", "0050"), ("Second", "0110", "0150"), ("Third", "0130", "0140")];
    assert_eq!(overlaps(&night), ["When “Third” begins, “Second” is still in Bar."]);
    assert_eq!(overlaps(&[night[0], night[1]]), [""; 0]);
    // 01:50–02:10 in local time takes an hour and twenty minutes.
    let across = [("Long", "2350", "0110"), ("Second", "0030", "0040"), ("After", "0110", "0120")];
    let across = across.map(|(title, start, end)| (title, if start == "2350" { "0000" } else { start }, end));
    assert_eq!(overlaps(&across), ["When “Second” begins, “Long” is still in Bar."]);
    // Two sessions with the same local start begin an hour apart.
    assert_eq!(overlaps(&[("One", "0030", "0045"), ("Two", "0130", "0145")]), [""; 0]);
}
