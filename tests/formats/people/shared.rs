//! Keys shared by several people, and keys that identify no person, each in a separate file.

use crate::{diagnostics, read};
use kurultai_schedule::model::{Role, Rooms};

/// Returns the people of each session, with their roles in brackets.
fn people(name: &str, text: &str) -> Vec<String> {
    let conference = read(name, text).conference;
    let line = |session: &kurultai_schedule::model::Session| {
        let parts = session.people.iter().map(|part| {
            let role = part.role.as_ref().map(Role::word).unwrap_or_default();
            format!("{} #{} ({role})", super::name(&conference, part), part.person.index())
        });
        format!("{}: {}", super::title(session), parts.collect::<Vec<_>>().join(", "))
    };
    conference.sessions.iter().map(line).collect()
}

/// Returns two simultaneous sessions, each with a person of this id.
fn two(key: &str) -> String {
    let event = |at: usize, title: &str, name: &str| {
        format!(
            "<room name=\"R{at}\"><event id=\"{at}\"><title>{title}</title><date>2026-05-01T10:00:00+02:00</date>\
             <start>10:00</start><duration>01:00</duration><persons><person id=\"{key}\">{name}</person></persons>\
             </event></room>"
        )
    };
    format!(
        "<schedule><conference><title>T</title><time_zone_name>Europe/Berlin</time_zone_name></conference>\
         <day index=\"1\" date=\"2026-05-01\">{}{}</day></schedule>",
        event(1, "Knots", "Ada Invented"),
        event(2, "Bread", "Bea Invented")
    )
}

#[test]
fn people_with_one_id_are_separate() {
    for key in ["0", "-1", "-204", "17", ""] {
        let text = two(key);
        assert_eq!(diagnostics("a.xml", &text), "", "{key}");
        let expected = ["Knots: Ada Invented #0 (speaker)", "Bread: Bea Invented #1 (speaker)"];
        assert_eq!(people("a.xml", &text), expected, "{key}");
    }
}

#[test]
fn double_booked_people_are_reported() {
    let text = two("17").replace("Bea", "A.");
    let expected = ["Knots: Ada Invented #0 (speaker)", "Bread: A. Invented #0 (speaker)"];
    assert_eq!(people("a.xml", &text), expected);
    assert!(diagnostics("a.xml", &text).contains("warning[person-overlap]"));
}

#[test]
fn speakers_are_speakers_in_every_format() {
    let sessionize = r#"{"sessions": [{"id": "1", "title": "Ink", "startsAt": "2026-05-01T10:00:00", "speakers": ["a"]}],
        "speakers": [{"id": "a", "fullName": "Ada Invented"}, {"id": "b", "fullName": "Bea Invented"}], "rooms": []}"#;
    let opass = r#"{"sessions": [{"id": "1", "zh": {"title": "Ink"}, "start": "2026-05-01T10:00:00+08:00", "speakers": ["a"]}],
        "speakers": [{"id": "a", "zh": {"name": "Ada Invented"}}], "rooms": [], "session_types": []}"#;
    let pretalx = r#"{"slots": [{"code": "A", "title": "Ink", "submission_type": {"en": "Talk"},
        "slot": {"start": "2026-05-01T10:00:00+02:00"}, "speakers": [{"code": "X", "name": "Ada Invented"}]}]}"#;
    let voc = r#"{"schedule": {"conference": {"title": "T", "days": [{"date": "2026-05-01", "rooms": {"R": [
        {"id": 1, "title": "Ink", "date": "2026-05-01T10:00:00+02:00", "persons": [{"id": 5, "public_name": "Ada Invented"}]}
        ]}}]}}}"#;
    let xml = "<schedule><conference><title>T</title></conference><day date=\"2026-05-01\"><room name=\"R\"><event id=\"1\">\
        <title>Ink</title><date>2026-05-01T10:00:00+02:00</date><persons><person id=\"5\">Ada Invented</person></persons>\
        </event></room></day></schedule>";
    for text in [sessionize, opass, pretalx, voc, xml] {
        assert_eq!(people("a", text), ["Ink: Ada Invented #0 (speaker)"], "{text}");
    }
    // A listed speaker without a session still has the role of speaker.
    assert_eq!(read("a", sessionize).conference.people[1].roles, [Role::Speaker]);
}

#[test]
fn an_id_of_several_speakers_names_none_of_them() {
    let text = r#"{"sessions": [{"id": "1", "title": "Ink", "startsAt": "2026-05-01T10:00:00", "speakers": ["0"]}],
"speakers": [{"id": "0", "fullName": "Ada Invented"}, {"id": "0", "fullName": "Bea Invented"}], "rooms": []}"#;
    assert_eq!(people("a.json", text), ["Ink: 0 #2 (speaker)"]);
    let diagnostic = "a.json:1:91: warning[shared-key]: Several speakers have the id “0”, so it is unclear which of them this session means; the id is shown.\n";
    assert!(diagnostics("a.json", text).contains(diagnostic), "{}", diagnostics("a.json", text));
    // A unique reference resolves, even if the id is invalid.
    let text = text
        .replace(r#"{"id": "0", "fullName": "Bea Invented"}"#, r#"{"id": "1", "fullName": "Bea Invented"}"#);
    assert_eq!(people("a.json", &text), ["Ink: Ada Invented #0 (speaker)"]);
}

/// Returns the rooms of each session with their indices and names.
fn rooms(name: &str, text: &str) -> Vec<String> {
    let conference = read(name, text).conference;
    let line = |session: &kurultai_schedule::model::Session| match &session.rooms {
        Rooms::In(rooms) if rooms.len() == 1 => {
            format!("{} #{}", crate::rooms(&conference, session), rooms[0].index())
        }
        other => format!("{other:?}"),
    };
    conference.sessions.iter().map(line).collect()
}

#[test]
fn rooms_are_identified_by_guid() {
    let day = |rooms: &str| {
        format!(
            "<schedule><conference><title>T</title></conference><day date=\"2026-05-01\">{rooms}</day></schedule>"
        )
    };
    let room = |attributes: &str, id: usize, own: &str| {
        format!(
            "<room {attributes}><event id=\"{id}\"><title>A</title><start>1{id}:00</start><duration>00:30</duration>{own}\
             </event></room>"
        )
    };
    let [a, b] = ["name=\"Yurt\" guid=\"a1\"", "name=\"Yurt\" guid=\"b2\""];
    let text =
        day(&[room(a, 1, "<room>Yurt</room>"), room(b, 2, ""), room(a, 3, "<room> yurt </room>")].concat());
    assert_eq!(rooms("a.xml", &text), ["Yurt #0", "Yurt #1", "Yurt #0"]);
    // An invalid guid identifies no room; if only some days have guids, the name identifies a room.
    let nil = "name=\"Yurt\" guid=\"00000000-0000-0000-0000-000000000000\"";
    let text =
        day(&[room("name=\"Yurt\"", 1, ""), room(nil, 2, ""), room(a, 3, ""), room(b, 4, "")].concat());
    assert_eq!(rooms("a.xml", &text), ["Yurt #0", "Yurt #0", "Yurt #0", "Yurt #1"]);
    let json = r#"{"schedule": {"conference": {"title": "T", "days": [{"date": "2026-05-01"}]}, "events": [
        {"guid": "1", "title": "A", "start": "2026-05-01T10:00:00+02:00", "room": {"guid": "a1", "name": "Yurt"}},
        {"guid": "2", "title": "B", "start": "2026-05-01T10:00:00+02:00", "room": {"guid": "b2", "name": "Yurt"}},
        {"guid": "3", "title": "C", "start": "2026-05-01T11:00:00+02:00", "room": {"guid": "a1", "name": "Yurt"}}]}}"#;
    assert_eq!(rooms("a.json", json), ["Yurt #0", "Yurt #1", "Yurt #0"]);
}

#[test]
fn a_conflicting_room_is_reported() {
    let xml = "<schedule><conference><title>T</title><time_zone_name>Asia/Bishkek</time_zone_name></conference>\n\
        <day date=\"2026-05-01\"><room name=\"Yurt\">\n<event id=\"1\"><room>Barn</room><title>A</title><start>10:00</start>\
        <duration>00:30</duration></event></room></day></schedule>";
    assert_eq!(rooms("a.xml", xml), ["Barn #1"]);
    let diagnostic = "a.xml:3:15: warning[room-conflict]: A session listed in “Yurt” says that it is in “Barn”; it is shown in “Barn”.\n";
    assert!(diagnostics("a.xml", xml).starts_with(diagnostic), "{}", diagnostics("a.xml", xml));
    let json = r#"{"schedule": {"conference": {"title": "T", "time_zone_name": "Asia/Bishkek", "days": [{"date": "2026-05-01", "rooms":
{"Yurt": [{"id": 1, "title": "A", "start": "10:00", "duration": "00:30", "room": "Barn"}]}}]}}}"#;
    assert_eq!(rooms("a.json", json), ["Barn #1"]);
    assert!(diagnostics("a.json", json).contains("warning[room-conflict]"));
    for same in ["Yurt", " yurt", ""] {
        let text = json.replace("Barn", same);
        assert_eq!(
            (rooms("a.json", &text), diagnostics("a.json", &text)),
            (vec!["Yurt #0".to_owned()], String::new())
        );
    }
}
