use kurultai_schedule::model::{Kind, Status};

use crate::{agenda, diagnostics, localized, read};

#[test]
fn what_is_said() {
    insta::assert_snapshot!(diagnostics("pretalx.json", include_str!("pretalx.json")));
}

#[test]
fn slots_and_breaks_are_sessions() {
    let conference = read("pretalx.json", include_str!("pretalx.json")).conference;
    assert_eq!(
        agenda(&conference),
        [
            // The slot is shorter than the requested duration.
            "2024-07-05 | 05 10:00 +02:00 +30 | en=Hall, de=Saal | Maps of nowhere",
            "no day | no time +? |  | Not yet placed",
            "2024-07-05 | 06 00:30 +02:00 +? | Attic | Cancelled",
            "2024-07-05 | 05 12:00 +02:00 +60 | en=Hall, de=Saal + en=Cellar | en=Lunch",
            "2024-07-05 | 05 15:00 +02:00 +15 | en=Cellar | en=Change of rooms",
        ]
    );
    let talk = &conference.sessions[0];
    assert_eq!(talk.id.as_deref(), Some("AAA"));
    assert_eq!(localized(talk.source_type.as_ref()), "en=Talk, de-formal=Vortrag");
    let kinds: Vec<_> = conference.sessions.iter().map(|session| session.kind.clone()).collect();
    let expected = [Kind::Talk, Kind::Workshop, Kind::Talk, Kind::Meal, Kind::Break];
    assert_eq!(kinds, expected.map(Some));
    assert_eq!(localized(conference.tracks[0].name.as_ref()), "en=Maps");
    assert_eq!(
        (localized(talk.summary.as_ref()), localized(talk.description.as_ref())),
        ("Short".into(), "*Long*".into())
    );
    assert!(talk.do_not_record);
    assert_eq!(talk.languages[0].as_str(), "en");
    assert_eq!(talk.slides.as_deref(), Some("https://a.example/slides.pdf"));
    assert_eq!(talk.attachments, []);
    assert_eq!(conference.sessions[2].status, Some(Status::Cancelled));
    // Two people with one name are separate; the speaker of a withdrawn talk is omitted.
    assert_eq!((talk.people.len(), conference.people.len()), (2, 2));
    assert_eq!(conference.version.as_deref(), Some("0.23"));
}

#[test]
fn submissions_with_several_slots_are_read_too() {
    let text = r#"{"count": 1, "results": [{"code": "A", "title": "Twice", "submission_type": {"id": 1, "name": {"en": "Talk"}}, "speakers": ["P1"],
        "slots": [{"room": {"id": 3, "name": {"en": "Hall"}, "capacity": 9}, "start": "2024-07-05T10:00:00+02:00", "end": "2024-07-05T11:00:00+02:00"},
        {"room": 3, "start": "2024-07-06T10:00:00+02:00", "end": "2024-07-06T11:00:00+02:00"}]}]}"#;
    let conference = read("a.json", text).conference;
    assert_eq!(
        agenda(&conference),
        [
            "2024-07-05 | 05 10:00 +02:00 +60 | en=Hall | Twice",
            "2024-07-06 | 06 10:00 +02:00 +60 | en=Hall | Twice"
        ]
    );
    assert_eq!(conference.sessions[1].same_as.map(usize::from), Some(0));
    assert_eq!(conference.rooms[0].capacity, Some(9));
    assert_eq!(localized(conference.people[0].name.as_ref()), "P1");
}
