//! Schedules without a time zone: UTC, `--venue-tz`, and the remembered zone.

use super::*;

const FAIR: &str = "BEGIN:VCALENDAR\nX-WR-CALNAME:Fair\nX-WR-TIMEZONE:UTC\n\
    BEGIN:VEVENT\nUID:1\nSUMMARY:Doors\nDTSTART:20261012T170000Z\nDTEND:20261012T220000Z\nLOCATION:Hall\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:2\nSUMMARY:Party\nDTSTART:20261013T050000Z\nDTEND:20261013T083000Z\nLOCATION:Hall\nEND:VEVENT\nEND:VCALENDAR\n";

#[test]
fn without_a_zone_times_are_marked_as_utc() {
    let folder = Folder::new("venue-utc");
    folder.file("a.ics", FAIR);
    let expected = "\
Fair
Mon 12 Oct 2026
UTC (venue’s time zone unknown)

Agenda
──────

Mon 12 Oct 2026
  17:00–22:00    Doors · Hall
  05:00–08:30 +1 Party · Hall
";
    check(&folder.kurultai(&["show", "a.ics"]), expected, "", 0);
    let result = folder.kurultai(&["check", "a.ics"]);
    assert!(result.out.starts_with("a.ics:3:1: hint[times-in-utc]: All times are in UTC,"), "{}", result.out);
    assert_eq!(result.code, Some(0));
}

#[test]
fn the_zone_that_is_given_has_its_days_and_is_remembered() {
    let folder = Folder::new("venue-given");
    folder.file("a.ics", FAIR);
    let shown = "\
Fair
Mon 12 Oct 2026
Los Angeles time

Agenda
──────

Mon 12 Oct 2026
  10:00–15:00    Doors · Hall
  22:00–01:30    Party · Hall
";
    check(&folder.kurultai(&["show", "--venue-tz", "los angeles", "a.ics"]), shown, "", 0);
    check(&folder.kurultai(&["check", "--venue-tz", "UTC-7", "a.ics"]), "", "a.ics: no problems.\n", 0);
    let csv = folder.kurultai(&["export", "--to", "csv", "--venue-tz", "America/Los_Angeles", "a.ics"]).out;
    assert!(csv.contains(",2026-10-12,2026-10-12,22:00,01:30,210,Hall,"), "{csv}");
    // Until the user gives a zone, times are in the viewer's.
    let now = ["now", "--now", "2026-10-13T05:10:00Z", "a.ics"];
    let own = folder.kurultai(&[&now[..], &["--tz", "Asia/Tokyo"]].concat());
    let expected = "\
Fair · Tue 13 Oct, now 14:10 · my time, Tokyo (venue’s time zone unknown)

Hall
  now  14:00–17:30  Party
";
    let expected = expected.replace("  now  14", "  now   14");
    check(&own, &expected, "", 0);
    let given = folder.kurultai(&[&now[..], &["--venue-tz", "America/Los_Angeles"]].concat());
    let expected = "Fair · Mon 12 Oct, now 22:10 · Los Angeles time\n\nHall\n  now   22:00–01:30  Party\n";
    check(&given, expected, "", 0);
    check(&folder.kurultai(&now), expected, "", 0);
}

#[test]
fn a_zone_that_the_schedule_names_counts_more() {
    let folder = Folder::new("venue-named");
    folder.file("a.toml", "title = 'T'\nlanguage = 'en'\ntimezone = 'Europe/Berlin'\n[[agenda]]\ntitle = 'S'\ndate = 2025-02-01\nstart = '09:30'\n");
    let result = folder.kurultai(&["show", "--venue-tz", "Tokyo", "a.toml"]);
    assert!(result.out.contains("\nBerlin time\n"), "{}", result.out);
    assert_eq!(
        result.err,
        "a.toml: the schedule gives its time zone (Europe/Berlin), so --venue-tz has no effect.\n"
    );
    let result = folder.kurultai(&["show", "--venue-tz", "Atlantis", "a.toml"]);
    assert!(
        result.err.contains("not a known time zone; write Europe/Berlin, Berlin or UTC+6"),
        "{}",
        result.err
    );
    assert_eq!(result.code, Some(2));
}

#[test]
fn all_outputs_agree_across_a_dst_change() {
    let folder = Folder::new("venue-change");
    folder.file(
        "a.toml",
        "title = 'T'\nlanguage = 'en'\ntimezone = 'Europe/Berlin'\n[[agenda]]\ntitle = 'S'\nday = 2026-03-28\nstart = '01:30'\nend = '03:30'\nroom = 'R'\n",
    );
    let to = |format: &str| folder.kurultai(&["export", "--to", format, "a.toml"]).out;
    assert!(folder.kurultai(&["show", "a.toml"]).out.contains("01:30–03:30 +1"));
    assert!(to("json").contains(r#""end": "2026-03-29T03:30:00+02:00""#), "{}", to("json"));
    assert!(to("json").contains(r#""duration": "01:00""#));
    assert!(to("xml").contains("<duration>01:00</duration>"));
    assert!(to("csv").contains(",01:30,03:30,60,"));
    assert!(to("ics").contains("DTEND;TZID=Europe/Berlin:20260329T033000"));
    assert!(to("toml").contains("end = \"03:30\""));
    let runs = |now: &str| folder.kurultai(&["now", "--now", now, "a.toml"]).out.contains("01:30–03:30");
    assert_eq!([runs("2026-03-29T01:29:00Z"), runs("2026-03-29T01:30:00Z")], [true, false]);
}

/// Returns a calendar in UTC with two sessions at these instants.
fn in_utc(one: &str, two: &str) -> String {
    let event = |number: u32, start: &str| {
        format!(
            "BEGIN:VEVENT\nUID:{number}\nSUMMARY:Part {number}\nDTSTART:{start}00Z\nDURATION:PT1H\nLOCATION:Hall\nEND:VEVENT\n"
        )
    };
    format!("BEGIN:VCALENDAR\nX-WR-CALNAME:Days\n{}{}END:VCALENDAR\n", event(1, one), event(2, two))
}

#[test]
fn every_answer_names_utc_or_the_readers_clock_until_the_zone_is_given() {
    for (zone, one, two, rows) in [
        ("Europe/Brussels", "20250201T0830", "20250201T1630", ["09:30–10:30", "17:30–18:30"]),
        ("Los Angeles", "20261012T1530", "20261013T0530", ["08:30–09:30", "22:30–23:30"]),
        ("Asia/Tokyo", "20260807T0100", "20260807T0900", ["10:00–11:00", "18:00–19:00"]),
        ("Pacific/Auckland", "20260119T1945", "20260120T0630", ["08:45–09:45", "19:30–20:30"]),
        ("Sao Paulo", "20260508T1200", "20260509T0230", ["09:00–10:00", "23:30–00:30"]),
        ("UTC+3", "20260604T0430", "20260604T1330", ["07:30–08:30", "16:30–17:30"]),
    ] {
        let folder = Folder::new("venue-everywhere");
        folder.file("a.ics", in_utc(one, two)).file("plan.toml", "picks = [{ title = 'Part 1' }]\n");
        folder.file("b.ics", in_utc(one, two).replace("Part 2", "Part two"));
        let instant =
            format!("{}-{}-{}T{}:{}:00Z", &one[..4], &one[4..6], &one[6..8], &one[9..11], &one[11..13]);
        let answers: [&[&str]; 7] = [
            &["show", "a.ics"],
            &["now", "--now", &instant, "a.ics"],
            &["search", "part", "a.ics"],
            &["plan", "show", "--plan", "plan.toml", "a.ics"],
            &["plan", "solve", "--plan", "plan.toml", "a.ics"],
            &["diff", "a.ics", "b.ics"],
            &["export", "--to", "md", "a.ics"],
        ];
        for answer in answers {
            let result = folder.kurultai(answer).out;
            assert!(result.contains("(venue’s time zone unknown)"), "{answer:?}\n{result}");
        }
        let csv = folder.kurultai(&["export", "--to", "csv", "a.ics"]).out;
        assert_eq!(csv.matches(",UTC\r\n").count(), 2, "{csv}");
        for answer in answers {
            let given = folder.kurultai(&[answer, &["--venue-tz", zone]].concat()).out;
            assert!(!given.contains("time zone unknown"), "{answer:?}\n{given}");
            let is_all = ["show", "search"].contains(&answer[0]);
            assert!(!is_all || rows.iter().all(|row| given.contains(row)), "{answer:?}\n{given}");
        }
    }
}
