//! Properties of sessions.

use super::{all_facts, calendar, check, event, found, read};

const NINE: &str = "DTSTART;TZID=Europe/Rome:20240913T090000\n";

fn with(lines: &str) -> String {
    calendar(&event(&format!("{NINE}{lines}")))
}

#[test]
fn texts_are_unfolded_unescaped_and_trimmed() {
    check(
        &with("SUMMARY:Ropes\\, knots\\; and\n  mo\n re\nDESCRIPTION: \nLOCATION: XOR\n"),
        &["09-13, 09:00, “Ropes, knots; and more”, in XOR"],
        &[],
    );
    check(
        &with("SUMMARY;CHARSET=UTF-8;ENCODING=8BIT: A \nDESCRIPTION:<p>one</p>\\n\\Ntwo\\\\n\n"),
        &["09-13, 09:00, “A”, \"<p>one</p>\\n\\ntwo\\\\n\""],
        &[],
    );
    check(&with("X-ALT-DESC;FMTTYPE=text/html:<p>a</p>\n"), &["09-13, 09:00, \"<p>a</p>\""], &[]);
    let long = "ү".repeat(3000);
    check(&with(&format!("SUMMARY:{long}\n")), &[&format!("09-13, 09:00, “{long}”")], &[]);
}

#[test]
fn a_fold_inside_of_a_character_is_no_damage() {
    let text = with("SUMMARY:Tekhn\u{113}-cal\n");
    let mut bytes = text.into_bytes();
    let at = bytes.iter().position(|byte| *byte == 0xC4).expect("it is there") + 1;
    for fold in [&b"\r\n "[..], b"\n\t"] {
        let mut folded = bytes.clone();
        folded.splice(at..at, fold.iter().copied());
        let schedule = kurultai::schedule::LoadedSchedule::decode("invented.ics", &folded);
        assert_eq!(all_facts(&schedule), ["09-13, 09:00, “Tekhn\u{113}-cal”"]);
        assert_eq!(found(&schedule), []);
    }
    bytes[at] = b'x';
    let schedule = kurultai::schedule::LoadedSchedule::decode("invented.ics", &bytes);
    assert_eq!(found(&schedule), [("not-utf8", 6)]);
}

#[test]
fn several_sessions_in_one_room_and_one_in_none() {
    let at = |hour: u32, place: &str| event(&format!("DTSTART:20240913T{hour:02}0000\nLOCATION:{place}\n"));
    let text = calendar(&(at(9, "Hall 1") + &at(10, " Hall 1 ") + &at(11, "Hall\\, 2") + &at(12, "")));
    check(
        &text,
        &["09-13, 09:00, in Hall 1", "09-13, 10:00, in Hall 1", "09-13, 11:00, in Hall, 2", "09-13, 12:00"],
        &[("no-zone", 1)],
    );
    assert_eq!(read(&text).conference.rooms.len(), 2);
    check(&with("LOCATION:https://example.org/a\n"), &["09-13, 09:00, link https://example.org/a"], &[]);
}

#[test]
fn one_category_is_a_track_and_several_are_tags() {
    check(&with("CATEGORIES:Main\\, big\n"), &["09-13, 09:00, track Main, big"], &[]);
    check(&with("CATEGORIES:a,b,a\nCATEGORIES: c\n"), &["09-13, 09:00, #a, #b, #c"], &[]);
}

#[test]
fn whether_it_takes_place() {
    for (word, said) in [("CANCELLED", "cancelled"), ("TENTATIVE", "tentative"), ("Canceled", "cancelled")] {
        let facts = format!("09-13, 09:00, {said}");
        check(&with(&format!("STATUS:{word}\nMETHOD:PUBLISH\nCLASS:PUBLIC\n")), &[&facts], &[]);
    }
}

#[test]
fn people_are_the_named_ones() {
    let one = "ATTENDEE;ROLE=REQ-PARTICIPANT;CN=\"Ann Ample\":MAILTO:all@example.org\n\
        ATTENDEE;CN=Ann Ample;ROLE=CHAIR:mailto:all@example.org\n\
        ATTENDEE;CN=Ben@home\\, Jr.:mailto:all@example.org\n\
        ATTENDEE;CN=c@example.org:mailto:c@example.org\n\
        ATTENDEE:mailto:d@example.org\n\
        ATTENDEE;CUTYPE=ROOM;CN=Hall:mailto:e@example.org\n\
        ATTENDEE;PARTSTAT=DECLINED;CN=Eve:mailto:e@example.org\n\
        ORGANIZER;CN=Dan Dot\\n, Eli Eld:MAILTO:info@example.org\n";
    check(
        &with(one),
        &["09-13, 09:00, Ann Ample: chair, Ben@home, Jr.: ?, Dan Dot , Eli Eld: ?"],
        &[("several-names", 13)],
    );
    check(
        &with("DESCRIPTION:Speaker: Ann Ample\\nOn ropes.\n"),
        &["09-13, 09:00, Ann Ample: speaker, \"On ropes.\""],
        &[],
    );
    check(
        &with("DESCRIPTION:Speakers: Ann Ample\\, Ben\n"),
        &["09-13, 09:00, Ann Ample: speaker, Ben: speaker"],
        &[],
    );
    check(
        &with("DESCRIPTION:Speaker: TBA\\nOn ropes.\n"),
        &["09-13, 09:00, \"Speaker: TBA\\nOn ropes.\""],
        &[],
    );
}

#[test]
fn an_organizer_of_all_sessions_holds_the_conference() {
    let one = |name: &str| event(&format!("{NINE}ORGANIZER;CN={name}:mailto:info@example.org\n"));
    let schedule = read(&calendar(&(one("Rope Society") + &one("Rope Society"))));
    assert_eq!(all_facts(&schedule), ["09-13, 09:00", "09-13, 09:00"]);
    let names: Vec<_> = schedule.conference.organizers.iter().filter_map(|it| it.name.clone()).collect();
    assert!(names.len() == 1 && names[0].has_version("Rope Society"), "{names:?}");
    let schedule = read(&calendar(&(one("Ann") + &one("Ben"))));
    assert_eq!(all_facts(&schedule), ["09-13, 09:00, Ann: ?", "09-13, 09:00, Ben: ?"]);
    assert!(schedule.conference.organizers.is_empty());
}

#[test]
fn pages_and_files() {
    check(
        &with(
            "URL:https://example.org/1\nCONFERENCE;LABEL=Chat:https://example.org/chat\nATTACH;FMTTYPE=text/plain:\
             https://example.org/a.txt\nATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\nGEO:42.5;14.0\n",
        ),
        &[
            "09-13, 09:00, https://example.org/1, link https://example.org/chat, file https://example.org/a.txt",
        ],
        &[],
    );
    check(&with("URL:/talks/1\n"), &["09-13, 09:00"], &[("dead-link", 6)]);
}

#[test]
fn a_shared_uid_is_no_identity() {
    let at = |hour: u32, uid: &str| event(&format!("DTSTART:20240913T{hour:02}0000Z\n{uid}SUMMARY:{hour}\n"));
    check(
        &calendar(&(at(9, "UID:1\n") + &at(10, "UID:2\n") + &at(11, "UID:1\n") + &at(12, ""))),
        &["09-13, 09:00, “9”", "09-13, 10:00, “10”, guid 2", "09-13, 11:00, “11”", "09-13, 12:00, “12”"],
        &[("times-in-utc", 5), ("shared-uid", 6)],
    );
}

#[test]
fn nested_components_are_not_part_of_the_event() {
    check(
        &with("SUMMARY:A\nBEGIN:VALARM\nDESCRIPTION:ring\nDURATION:PT5M\nEND:VALARM\nLOCATION:Hall\n"),
        &["09-13, 09:00, “A”, in Hall"],
        &[],
    );
    let other = "BEGIN:VTODO\nSUMMARY:not here\nBEGIN:VALARM\nEND:VALARM\nEND:VTODO\n";
    check(&calendar(&(other.to_owned() + &event(NINE))), &["09-13, 09:00"], &[]);
}

#[test]
fn a_session_of_very_many_people_is_read_up_to_the_limit() {
    let people: Vec<String> =
        (0..60_000).map(|n| format!("ATTENDEE;CN=Ann {n}:mailto:a@example.org\n")).collect();
    let people = people.concat();
    let schedule = read(&with(&people));
    assert_eq!(schedule.conference.people.len(), 10_000);
    assert_eq!(schedule.conference.sessions[0].people.len(), 10_000);
}
