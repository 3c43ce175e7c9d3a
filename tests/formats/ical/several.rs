//! Several calendars, versions of an event, and zones in one file.

use kurultai_schedule::model::{Session, SessionId, Zone};

use super::{all_facts, calendar, check, check_output, event, found, read};

fn zoned(name: &str, zone: &str, events: &str) -> String {
    let zone = if zone.is_empty() { String::new() } else { format!("X-WR-TIMEZONE:{zone}\n") };
    format!("BEGIN:VCALENDAR\nX-WR-CALNAME:{name}\n{zone}{events}END:VCALENDAR\n")
}

fn nine(title: &str) -> String {
    event(&format!("SUMMARY:{title}\nDTSTART:20260905T090000\nDTEND:20260905T100000\n"))
}

#[test]
fn each_calendar_of_a_file_has_its_own_time_zone() {
    let text = zoned("First", "Europe/Paris", &nine("A")) + "\n" + &zoned("Second", "Asia/Tokyo", &nine("B"));
    check(
        &text,
        &["09-05, 09:00, 60m, +02:00, “A”", "09-05, 09:00, 60m, +09:00, “B”"],
        &[("several-zones", 1)],
    );
    let text = zoned("First", "America/New_York", &nine("A"))
        + &zoned("Second", "Australia/Sydney", &event("SUMMARY:B\nDTSTART:20260905T090000Z\n"))
        + &zoned("Third", "Australia/Sydney", &nine("C"));
    check(
        &text,
        &["09-05, 09:00, 60m, -04:00, “A”", "09-05, 09:00, +00:00, “B”", "09-05, 09:00, 60m, +10:00, “C”"],
        &[("several-zones", 1)],
    );
    // A zone shared by all calendars is that of the file.
    let text = zoned("First", "Asia/Tokyo", &nine("A"))
        + &zoned("Second", "Asia/Tokyo", &nine("B"))
        + &zoned("Third", "", &nine("C"));
    check(&text, &["09-05, 09:00, 60m, “A”", "09-05, 09:00, 60m, “B”", "09-05, 09:00, 60m, “C”"], &[]);
    assert_eq!(read(&text).conference.zone, Zone::Named(chrono_tz::Tz::Asia__Tokyo));
}

#[test]
fn repetition_in_a_second_calendar_uses_its_zone() {
    let series = event(
        "UID:1\nSUMMARY:B\nDTSTART:20261023T090000\nRRULE:FREQ=DAILY;UNTIL=20261026T080000Z\nEXDATE:20261024T090000\n",
    );
    let moved = event("UID:1\nSUMMARY:Late\nRECURRENCE-ID:20261025T090000\nDTSTART:20261025T110000\n");
    let text =
        zoned("First", "Asia/Tokyo", &nine("A")) + &zoned("Second", "Europe/Paris", &(series + &moved));
    check(
        &text,
        &[
            "09-05, 09:00, 60m, +09:00, “A”",
            "10-23, 09:00, +02:00, “B”, guid 1",
            "10-26, 09:00, +01:00, “B”, as 1",
            "10-25, 11:00, +01:00, “Late”",
        ],
        &[("several-zones", 1)],
    );
}

fn version(sequence: &str, title: &str) -> String {
    let sequence = if sequence.is_empty() { String::new() } else { format!("SEQUENCE:{sequence}\n") };
    event(&format!("UID:1\n{sequence}SUMMARY:{title}\nDTSTART;TZID=Europe/Paris:20260905T090000\n"))
}

#[test]
fn the_version_with_the_highest_sequence_replaces_the_others() {
    let newest = "09-05, 09:00, “New”, guid 1";
    check(&calendar(&(version("0", "Old") + &version("2", "New"))), &[newest], &[("older-version", 4)]);
    check(&calendar(&(version("10", "New") + &version("9", "Old"))), &[newest], &[("older-version", 10)]);
    let three = version("1", "Older") + &version("", "Oldest") + &version("3", "New");
    check(&calendar(&three), &[newest], &[("older-version", 4)]);
    assert!(check_output(&read(&calendar(&three))).contains(
        "2 older versions of sessions are in the file, too; those with the highest SEQUENCE are shown."
    ));
    // Versions of an event may be in different calendars.
    let text =
        zoned("A", "Europe/Paris", &version("0", "Old")) + &zoned("B", "Europe/Paris", &version("1", "New"));
    assert_eq!(all_facts(&read(&text)), [newest]);
}

#[test]
fn versions_that_contradict_each_other_are_both_shown() {
    let both = ["09-05, 09:00, “A”", "09-05, 09:00, “B”"];
    check(&calendar(&(version("2", "A") + &version("2", "B"))), &both, &[("shared-uid", 5)]);
    check(
        &calendar(&(version("0", "Old") + &version("2", "A") + &version("2", "B"))),
        &both,
        &[("older-version", 4), ("shared-uid", 11)],
    );
    // This UID is ambiguous.
    let text = calendar(&(version("0", "A") + &version("0", "B") + &version("2", "C")));
    assert_eq!((all_facts(&read(&text)).len(), found(&read(&text))), (3, vec![("shared-uid", 5)]));
    // Two equal events are the same event.
    let copy = version("1", "New") + &version("1", "New").replace("UID", "DTSTAMP:20250101T000000Z\nUID");
    check(&calendar(&copy), &["09-05, 09:00, “New”, guid 1"], &[]);
}

#[test]
fn versions_of_one_repetition_replace_each_other() {
    let series = event(
        "UID:1\nSUMMARY:Tea\nSEQUENCE:5\nDTSTART;TZID=Europe/Paris:20260905T090000\nRRULE:FREQ=DAILY;COUNT=2\n",
    );
    let moved = |sequence: u32, hour: u32| {
        event(&format!(
            "UID:1\nSUMMARY:Late\nSEQUENCE:{sequence}\nRECURRENCE-ID;TZID=Europe/Paris:20260906T090000\nDTSTART;TZID=Europe/Paris:20260906T{hour}0000\n"
        ))
    };
    check(
        &calendar(&(series + &moved(1, 11) + &moved(2, 12))),
        &["09-05, 09:00, “Tea”, guid 1", "09-06, 12:00, “Late”"],
        &[("older-version", 11)],
    );
}

#[test]
fn a_repetition_may_be_moved_on_another_clock() {
    for (again, start) in [
        (";TZID=Europe/Paris:20260414T010000", ";TZID=Europe/Paris:20260414T030000"),
        (":20260413T230000Z", ":20260414T010000Z"),
        (";TZID=Asia/Tokyo:20260414T080000", ";TZID=America/New_York:20260413T210000"),
    ] {
        let series = event(
            "UID:r\nSUMMARY:Standup\nDTSTART;TZID=Pacific/Auckland:20260408T110000\nRRULE:FREQ=DAILY;COUNT=5;INTERVAL=2\nEXDATE:20260411T230000Z\n",
        );
        let moved = event(&format!("UID:r\nSUMMARY:Moved\nRECURRENCE-ID{again}\nDTSTART{start}\n"));
        check(
            &calendar(&(series + &moved)),
            &[
                "04-08, 11:00, “Standup”, guid r",
                "04-10, 11:00, “Standup”, as 0",
                "04-16, 11:00, “Standup”, as 0",
                "04-14, 13:00, “Moved”",
            ],
            &[],
        );
    }
}

/// Returns a zone as written by Outlook, with an uninformative name.
fn described(name: &str, offsets: [&str; 2], months: [(u32, &str); 2]) -> String {
    let part = |kind: &str, from: &str, to: &str, (month, day): (u32, &str)| {
        format!(
            "BEGIN:{kind}\nDTSTART:16010101T020000\nRRULE:FREQ=YEARLY;BYDAY={day};BYMONTH={month}\nTZOFFSETFROM:{from}\nTZOFFSETTO:{to}\nEND:{kind}\n"
        )
    };
    let [winter, summer] = offsets;
    let parts = part("STANDARD", summer, winter, months[1]) + &part("DAYLIGHT", winter, summer, months[0]);
    format!("BEGIN:VTIMEZONE\nTZID:{name}\n{parts}END:VTIMEZONE\n")
}

fn at(zone: &str, hour: u32) -> String {
    event(&format!("DTSTART;TZID={zone}:20260901T{hour:02}0000\n"))
}

#[test]
fn one_described_zone_beside_utc_is_that_of_the_venue() {
    let utc = event("DTSTART:20260901T120000Z\n");
    let zone = |text: &str| {
        let zone = read(text).conference.zone;
        if let Zone::Named(zone) = zone { zone.name() } else { "" }
    };
    // The zone is found by its rules, which is reported.
    let text = calendar(
        &(described("Customized Time Zone", ["-0500", "-0400"], [(3, "2SU"), (11, "1SU")])
            + &at("Customized Time Zone", 9)
            + &utc),
    );
    check(&text, &["09-01, 09:00", "09-01, 08:00"], &[("zone-by-rules", 4)]);
    assert_eq!(zone(&text), "America/New_York");
    assert_eq!(
        check_output(&read(&text)).lines().next(),
        Some(
            "invented.ics:4:1: hint[zone-by-rules]: The time zone `Customized Time Zone` is unknown; by its rules, its time is that of America/New_York."
        )
    );
    // The zone is found by its name, if the rules agree.
    let text = calendar(
        &(described("Our place in Detroit", ["-0500", "-0400"], [(3, "2SU"), (11, "1SU")])
            + &at("Our place in Detroit", 9)
            + &utc),
    );
    assert_eq!(zone(&text), "America/Detroit");
    // The zone is not found: only its offset is known, and times in UTC are converted to it.
    let text = calendar(
        &(described("Nowhere", ["+0545", "+0645"], [(3, "-1SU"), (10, "-1SU")]) + &at("Nowhere", 9) + &utc),
    );
    let schedule = read(&text);
    assert_eq!(all_facts(&schedule), ["09-01, 09:00, +06:45", "09-01, 18:45, +06:45"]);
    assert_eq!(zone(&text), "");
    let instant = |id| schedule.conference.starts_at(&schedule.conference.session(SessionId::new(id)).times);
    assert_eq!(instant(1).map(|at| at.to_string()), Some("2026-09-01 12:00:00 UTC".to_owned()));
}

#[test]
fn events_of_a_cancelling_calendar_are_cancelled() {
    let calendar = |method: &str, events: &str| {
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:T\r\n{method}{events}END:VCALENDAR\r\n")
    };
    let event = |uid: &str, more: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{uid}\r\nDTSTART:20250201T090000Z\r\n{more}END:VEVENT\r\n"
        )
    };
    let statuses = |text: &str| -> Vec<String> {
        let read = read(text);
        let check_output = |session: &Session| {
            let title = session.title.as_ref().map(|title| title.iter().next().unwrap().1.to_string());
            format!("{} {:?}", title.unwrap_or_default(), session.status)
        };
        read.conference.sessions.iter().map(check_output).collect()
    };
    let two = event("a", "") + &event("b", "STATUS:CONFIRMED\r\n");
    for method in ["METHOD:CANCEL\r\n", "METHOD:cancel\r\n", "METHOD: Cancel \r\n"] {
        assert_eq!(statuses(&calendar(method, &two)), ["a Some(Cancelled)", "b Some(Cancelled)"], "{method}");
    }
    for method in ["METHOD:PUBLISH\r\n", "METHOD:REQUEST\r\n", "", "X-METHOD:CANCEL\r\n"] {
        assert_eq!(statuses(&calendar(method, &two)), ["a None", "b Some(Confirmed)"], "{method}");
    }
    // The method may be below the events, and applies only to its own calendar.
    let below = calendar("", &(event("a", "") + "METHOD:CANCEL\r\n"));
    assert_eq!(statuses(&below), ["a Some(Cancelled)"]);
    let both = calendar("METHOD:PUBLISH\r\n", &two) + &calendar("METHOD:CANCEL\r\n", &event("c", ""));
    assert_eq!(statuses(&both), ["a None", "b Some(Confirmed)", "c Some(Cancelled)"]);
    // It cancels an earlier version, even if SEQUENCE does not increase.
    for sequence in ["", "SEQUENCE:0\r\n", "SEQUENCE:3\r\n"] {
        let both =
            calendar("METHOD:PUBLISH\r\n", &two) + &calendar("METHOD:CANCEL\r\n", &event("a", sequence));
        assert_eq!(statuses(&both), ["b Some(Confirmed)", "a Some(Cancelled)"], "{sequence}");
    }
}

#[test]
fn a_name_identifies_a_zone_only_if_the_rules_agree() {
    let american = [(3, "2SU"), (11, "1SU")];
    let european = [(3, "-1SU"), (10, "-1SU")];
    let southern = [(10, "1SU"), (4, "1SU")];
    for (name, offsets, months, expected) in [
        ("Eastern Standard Time", ["-0500", "-0400"], american, "2026-09-01 13:00:00 UTC"),
        ("Eastern Standard Time", ["+1000", "+1100"], southern, "2026-08-31 23:00:00 UTC"),
        ("South", ["+1000", "+1100"], southern, "2026-08-31 23:00:00 UTC"),
        ("South", ["+0930", "+1030"], southern, "2026-08-31 23:30:00 UTC"),
        ("Central", ["+0100", "+0200"], european, "2026-09-01 07:00:00 UTC"),
        // Incomplete rules do not override a name.
        ("Berlin", ["+0100", "+0100"], european, "2026-09-01 07:00:00 UTC"),
        ("Europe/Berlin", ["-0500", "-0400"], american, "2026-09-01 07:00:00 UTC"),
    ] {
        let text = calendar(&(described(name, offsets, months) + &at(name, 9)));
        let instant = read(&text).conference.sessions[0].times.instant.map(|instant| instant.to_string());
        assert_eq!(instant.as_deref(), Some(expected), "{name} {offsets:?}");
    }
}
