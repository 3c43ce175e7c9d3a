use kurultai_schedule::model::{Kind, Rooms};

use crate::{agenda, diagnostics, localized, read};

#[test]
fn what_is_said_of_a_grid() {
    insta::assert_snapshot!(diagnostics("grid.json", include_str!("grid.json")));
}

#[test]
fn what_is_said_of_everything() {
    insta::assert_snapshot!(diagnostics("everything.json", include_str!("everything.json")));
}

#[test]
fn a_grid_has_each_session_once() {
    let conference = read("grid.json", include_str!("grid.json")).conference;
    assert_eq!(
        agenda(&conference),
        [
            "2024-07-05 | 05 10:00 +30 | Hall + Attic | Break",
            "2024-07-05 | 05 10:30 +30 | Hall | Maps of nowhere",
            "2024-07-05 | 06 01:00 +? | Attic | Another with that id",
        ]
    );
    let talk = &conference.sessions[1];
    assert_eq!(
        (conference.sessions[0].kind.clone(), talk.kind.clone()),
        (Some(Kind::Break), Some(Kind::Lightning))
    );
    assert_eq!(localized(talk.source_type.as_ref()), "Lightning talk");
    assert_eq!((localized(talk.level.as_ref()), talk.languages[0].as_str()), ("Advanced".into(), "de"));
    let tags: Vec<String> = talk.tags.iter().map(|tag| localized(Some(tag))).collect();
    assert_eq!(tags, ["Klingon", "Ink", "Maps"]);
    assert_eq!(localized(conference.tracks[0].name.as_ref()), "Paper");
    assert_eq!(talk.stream.as_deref(), Some("https://l.example"));
    assert_eq!(
        conference.people.iter().map(|it| localized(it.name.as_ref())).collect::<Vec<_>>(),
        ["Ada Invented", "Bo Invented"]
    );
}

#[test]
fn everything_at_once_is_read_by_its_tables() {
    let conference = read("everything.json", include_str!("everything.json")).conference;
    assert_eq!(
        agenda(&conference),
        [
            "2024-07-05 | 05 10:00 +50 | Hall | 紙の話",
            "2024-07-05 | 05 20:00 +180 | everywhere | Party",
            "no day | no time +? | Attic | No time yet",
        ]
    );
    assert_eq!(
        (conference.sessions[1].kind.clone(), &conference.sessions[1].rooms),
        (Some(Kind::Social), &Rooms::All)
    );
    let talk = &conference.sessions[0];
    assert_eq!(
        (localized(talk.level.as_ref()), localized(talk.tags.first())),
        ("Beginner".to_owned(), "日本語".to_owned())
    );
    let ada = &conference.people[0];
    assert_eq!(
        (localized(ada.name.as_ref()), localized(ada.positions.first())),
        ("Ada Invented".into(), "Cartographer".into())
    );
    assert_eq!(
        (&*ada.links[0].url, ada.avatar.as_deref()),
        ("https://a.example", Some("https://a.example/a.png"))
    );
    assert_eq!((conference.people.len(), talk.people.len()), (1, 1));
}

#[test]
fn groups_of_sessions_are_read_too() {
    let session = r#"{"id": "1", "title": "A", "startsAt": "2024-07-05T10:00:00", "endsAt": "2024-07-05T11:00:00", "room": "Hall"}"#;
    let text = format!(r#"[{{"groupId": 1, "groupName": "All", "sessions": [{session}, {session}]}}]"#);
    assert_eq!(agenda(&read("a.json", &text).conference), ["2024-07-05 | 05 10:00 +60 | Hall | A"]);
}

#[test]
fn an_id_that_two_sessions_have_hides_neither() {
    let session =
        |title: &str| format!(r#"{{"id": "1", "title": "{title}", "startsAt": "2024-07-05T10:00:00"}}"#);
    let text = format!(r#"{{"sessions": [{}, {}]}}"#, session("A"), session("B"));
    assert_eq!(
        agenda(&read("a.json", &text).conference),
        ["2024-07-05 | 05 10:00 +? |  | A", "2024-07-05 | 05 10:00 +? |  | B"]
    );
}
