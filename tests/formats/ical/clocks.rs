//! Times and time zones of sessions.

use super::{calendar, check, event, read};

#[track_caller]
fn zone(text: &str, expected: &str) {
    let seen = read(text).conference.zone.name().unwrap_or_default();
    assert_eq!(seen, expected);
}

fn at(start: &str) -> String {
    event(&format!("DTSTART{start}\n"))
}

const ROME: &str = ";TZID=Europe/Rome:20240913T090000";
const LONDON: &str = ";TZID=Europe/London:20240913T090000";
const UTC: &str = ":20240913T090000Z";
const FLOATING: &str = ":20240913T090000";

#[test]
fn the_calendar_names_its_zone_or_its_sessions_share_one() {
    let with = |header: &str, starts: &[&str]| {
        calendar(&(header.to_owned() + &starts.iter().map(|start| at(start)).collect::<String>()))
    };
    zone(&with("X-WR-TIMEZONE:Asia/Bishkek\n", &[ROME, LONDON]), "Asia/Bishkek");
    zone(&with("TIMEZONE-ID:Asia/Bishkek\n", &[UTC]), "Asia/Bishkek");
    zone(&with("VTIMEZONE: Europe/Rome\n", &[UTC]), "Europe/Rome");
    zone(&with("X-WR-TIMEZONE:UTC\n", &[ROME]), "Europe/Rome");
    zone(&with("X-WR-TIMEZONE:Etc/UTC\n", &[UTC]), "UTC");
    zone(&with("X-WR-TIMEZONE:UTC\n", &[FLOATING]), "UTC");
    zone(&with("", &[ROME, UTC, FLOATING]), "Europe/Rome");
    zone(&with("BEGIN:VTIMEZONE\nTZID:Europe/Rome\nEND:VTIMEZONE\n", &[UTC]), "Europe/Rome");
    zone(&with("", &[ROME, LONDON]), "");
    zone(&with("", &[UTC]), "UTC");
    zone(&with("", &[UTC, FLOATING]), "");
    zone(&with("", &[FLOATING]), "");
}

#[test]
fn zones_are_known_by_several_names() {
    for name in [
        "Europe/London",
        "/freeassociation.sourceforge.net/Europe/London",
        "/mozilla.org/20050126_1/Europe/London",
        "GMT Standard Time",
    ] {
        zone(&calendar(&at(&format!(";TZID=\"{name}\";VALUE=DATE-TIME:20240531T172000"))), "Europe/London");
    }
    let buenos_aires = "/citadel.org/20190914_1/America/Argentina/Buenos_Aires";
    zone(&calendar(&at(&format!(";TZID={buenos_aires}:20240531T172000"))), "America/Argentina/Buenos_Aires");
    let located = "BEGIN:VTIMEZONE\nTZID:mine\nX-LIC-LOCATION:Europe/Rome\nEND:VTIMEZONE\n".to_owned();
    zone(&calendar(&(located + &at(";TZID=mine:20240913T090000"))), "Europe/Rome");
}

#[test]
fn times_are_those_of_the_conference() {
    let text = format!("X-WR-TIMEZONE:Europe/Rome\n{}{}{}{}", at(ROME), at(LONDON), at(UTC), at(FLOATING));
    check(&calendar(&text), &["09-13, 09:00", "09-13, 10:00", "09-13, 11:00", "09-13, 09:00"], &[]);
    check(
        &calendar(&(at(ROME) + &at(LONDON))),
        &["09-13, 09:00, +02:00", "09-13, 09:00, +01:00"],
        &[("several-zones", 1)],
    );
    check(
        &calendar(&(at(UTC) + &at(FLOATING))),
        &["09-13, 09:00, +00:00", "09-13, 09:00"],
        &[("several-zones", 1)],
    );
}

#[test]
fn an_unknown_zone_is_reported_once() {
    let text = at(";TZID=Atlantis:20240913T090000") + &at(";TZID=Atlantis:20240913T100000");
    check(&calendar(&text), &["09-13, 09:00", "09-13, 10:00"], &[("no-zone", 1), ("bad-zone", 5)]);
}

#[test]
fn a_zone_may_be_described_by_the_file() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Mine\n\
        BEGIN:STANDARD\nDTSTART:19701025T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n\
        TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n\
        BEGIN:DAYLIGHT\nDTSTART:19700329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n\
        TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
    let days = ["20240115", "20240330", "20240401", "20241026", "20241028", "19600101"];
    let sessions: String = days.iter().map(|day| at(&format!(";TZID=Mine:{day}T090000"))).collect();
    check(
        &calendar(&(zone.to_owned() + &sessions)),
        &[
            "01-15, 09:00, +01:00",
            "03-30, 09:00, +01:00",
            "04-01, 09:00, +02:00",
            "10-26, 09:00, +02:00",
            "10-28, 09:00, +01:00",
            "01-01, 09:00, +01:00",
        ],
        &[],
    );
    let fixed = "BEGIN:VTIMEZONE\nTZID:Mine\nBEGIN:STANDARD\nTZOFFSETTO:-0330\nEND:STANDARD\nEND:VTIMEZONE\n";
    let lies = "BEGIN:VTIMEZONE\nTZID:Mine\nBEGIN:STANDARD\nTZOFFSETTO:+9999\nEND:STANDARD\nEND:VTIMEZONE\n";
    let nine = at(";TZID=Mine:20240913T090000");
    check(&calendar(&(fixed.to_owned() + &nine)), &["09-13, 09:00, -03:30"], &[]);
    check(&calendar(&(lies.to_owned() + &nine)), &["09-13, 09:00"], &[("no-zone", 1), ("bad-zone", 11)]);
}

#[test]
fn ends_durations_and_neither() {
    let from = |lines: &str| calendar(&event(&format!("DTSTART{ROME}\n{lines}")));
    check(&from("DTEND;TZID=Europe/Rome:20240913T094500\n"), &["09-13, 09:00, 45m"], &[]);
    check(&from("DTEND:20240913T074500Z\n"), &["09-13, 09:00, 45m"], &[]);
    check(&from("DURATION:PT1H30M\n"), &["09-13, 09:00, 90m"], &[]);
    check(&from(""), &["09-13, 09:00"], &[]);
    check(&from("DTEND;TZID=Europe/Rome:20240915T090000\n"), &["09-13, 09:00, 2880m"], &[]);
    check(&from("DTEND;TZID=Europe/Rome:20240913T080000\n"), &["09-13, 09:00"], &[("no-length", 4)]);
    check(&from("DURATION:-PT5M\n"), &["09-13, 09:00"], &[("no-length", 4)]);
    let bad = &[("bad-value", 6)];
    check(&from("DURATION:P99999999999999999999D\n"), &["09-13, 09:00, broken"], bad);
    check(&from("DURATION:P500D\n"), &["09-13, 09:00, broken"], bad);
    check(&from("DTEND:99990101T000000\n"), &["09-13, 09:00, broken"], bad);
    check(&from("DTEND:soon\n"), &["09-13, 09:00, broken"], bad);
    check(&calendar(&at(":99999999T999999Z")), &["no day, broken"], &[("bad-value", 5)]);
}

#[test]
fn whole_days() {
    let day = |lines: &str| calendar(&event(&format!("DTSTART;VALUE=DATE:20240913\n{lines}")));
    check(&day(""), &["09-13, all day"], &[]);
    check(&day("DTEND;VALUE=DATE:20240914\n"), &["09-13, all day"], &[]);
    check(&day("DTEND;VALUE=DATE:20240913\n"), &["09-13, all day"], &[]);
    check(&day("DTEND;VALUE=DATE:20240916\n"), &["09-13, 4320m, all day"], &[]);
    check(&day("DURATION:P1D\n"), &["09-13, all day"], &[]);
}

#[test]
fn the_night_belongs_to_the_evening_before() {
    check(&calendar(&at(";TZID=Europe/Rome:20240914T003000")), &["09-13, on 09-14, 00:30"], &[]);
    // 22:30 in UTC is after midnight in Rome.
    let text = calendar(&("X-WR-TIMEZONE:Europe/Rome\n".to_owned() + &at(":20240913T223000Z")));
    check(&text, &["09-13, on 09-14, 00:30"], &[]);
}

#[test]
fn sessions_of_other_years_stay() {
    let text = calendar(&(at(ROME) + &at(";TZID=Europe/Rome:20160805T100000")));
    check(&text, &["09-13, 09:00", "08-05, 10:00"], &[]);
    assert_eq!(read(&text).conference.dates, kurultai_schedule::model::Dates::default());
}

#[test]
fn sessions_repeat_by_days_and_weeks() {
    let from = |lines: &str| event(&format!("UID:1\nDTSTART{ROME}\nSUMMARY:Tea\n{lines}"));
    let first = "09-13, 09:00, “Tea”, guid 1";
    check(
        &calendar(&from(
            "RRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=Europe/Rome:20240914T090000\nEXDATE:20240916\n",
        )),
        &[first, "09-15, 09:00, “Tea”, as 0"],
        &[],
    );
    check(
        &calendar(&from("RRULE:FREQ=WEEKLY;UNTIL=20240927T070000Z\n")),
        &[first, "09-20, 09:00, “Tea”, as 0", "09-27, 09:00, “Tea”, as 0"],
        &[],
    );
    let moved = event(
        "UID:1\nRECURRENCE-ID;TZID=Europe/Rome:20240914T090000\nDTSTART;TZID=Europe/Rome:20240914T100000\nSUMMARY:Late tea\n",
    );
    check(
        &calendar(&(from("RRULE:FREQ=DAILY;COUNT=3\n") + &moved)),
        &[first, "09-15, 09:00, “Tea”, as 0", "09-14, 10:00, “Late tea”"],
        &[],
    );
    check(
        &calendar(&from("RDATE;TZID=Europe/Rome:20240914T100000,20240913T090000\n")),
        &[first, "09-14, 10:00, “Tea”, as 0"],
        &[],
    );
    for rule in ["FREQ=HOURLY", "FREQ=YEARLY;BYWEEKNO=3;COUNT=2", "FREQ=SECONDLY;COUNT=999999999"] {
        check(&calendar(&from(&format!("RRULE:{rule}\n"))), &[first], &[("rule-not-followed", 8)]);
    }
}

#[test]
fn endless_repetition_is_limited() {
    let daily = event(&format!("DTSTART{ROME}\nRRULE:FREQ=DAILY;COUNT=999999999\n"));
    let schedule = read(&calendar(&daily));
    assert_eq!(schedule.conference.sessions.len(), 401);
    let schedule = read(&calendar(&daily.repeat(100)));
    assert_eq!(schedule.conference.sessions.len(), 8_000);
    let dates: Vec<String> = (0..100_000).map(|n| format!("EXDATE:2024{:04}T090000\n", n % 10_000)).collect();
    let without = event(&format!("DTSTART{FLOATING}\n{}RRULE:FREQ=DAILY;COUNT=9\n", dates.concat()));
    assert_eq!(read(&calendar(&without)).conference.sessions.len(), 1);
}
