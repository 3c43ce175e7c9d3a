use kurultai_schedule::diagnostic::Code;
use kurultai_schedule::format::Parsed;
use kurultai_schedule::model::{Color, Kind, Role, Status, Zone};
use kurultai_schedule::text::Lang;

use crate::{agenda, diagnostics, localized, read};

fn frab() -> Parsed {
    read("frab.json", include_str!("frab.json"))
}

fn hub() -> Parsed {
    read("hub.json", include_str!("hub.json"))
}

#[test]
fn what_is_said_of_version_1() {
    insta::assert_snapshot!(diagnostics("frab.json", include_str!("frab.json")));
}

#[test]
fn what_is_said_of_version_2() {
    insta::assert_snapshot!(diagnostics("hub.json", include_str!("hub.json")));
}

#[test]
fn version_1_has_its_nights_on_their_evenings() {
    let conference = frab().conference;
    assert_eq!(
        agenda(&conference),
        [
            "2024-07-05 | 05 10:00 +45 | Hall | Maps of nowhere",
            "2024-07-05 | 06 00:30 +90 | Hall | Night of lamps",
            "2024-07-06 | 06 11:00 +? | Hall | Maps again",
            "2024-07-06 | 06 11:00 +180 | Attic | Chalk",
        ]
    );
    assert_eq!(conference.zone, Zone::Named(chrono_tz::Europe::Berlin));
    assert_eq!(localized(Some(&conference.title)), "Invented Days 2024");
    assert_eq!(conference.acronym.as_deref(), Some("inv24"));
    assert_eq!(conference.dates.end.map(|day| day.to_string()).as_deref(), Some("2024-07-06"));
}

#[test]
fn version_1_keeps_what_the_model_has_a_place_for() {
    let conference = frab().conference;
    let talk = &conference.sessions[0];
    assert_eq!((talk.id.as_deref(), talk.guid.as_deref()), (Some("7"), Some("7f")));
    assert_eq!(
        (talk.kind.clone(), localized(talk.source_type.as_ref())),
        (Some(Kind::Talk), "lecture".into())
    );
    assert_eq!((talk.subtitle.clone(), talk.summary.clone()), (None, None));
    assert_eq!(localized(talk.description.as_ref()), "One\ntwo");
    let languages: Vec<&str> = talk.languages.iter().map(Lang::as_str).collect();
    assert_eq!(languages, ["de", "en"]);
    assert_eq!((talk.recording_license.as_deref(), talk.do_not_record), (Some("CC BY 4.0"), true));
    assert_eq!(talk.url.as_deref(), Some("https://invented.example/2024/talks/7"));
    assert_eq!(talk.feedback.as_deref(), Some("https://invented.example/7/feedback"));
    assert_eq!((talk.links.len(), talk.links[0].label.clone()), (1, None));
    assert_eq!(talk.slides.as_deref(), Some("https://invented.example/files/7.pdf"));
    assert_eq!(talk.attachments, []);
    // The first session keeps a duplicate id.
    assert_eq!(conference.sessions[2].id, None);
    assert_eq!(conference.sessions[1].source_type.as_ref().map(|it| it.has_version("concert")), Some(true));
    assert_eq!(conference.sessions[1].kind, Some(Kind::Social));

    let tracks: Vec<_> = conference.tracks.iter().map(|it| (localized(it.name.as_ref()), it.color)).collect();
    let maps = ("Maps".to_owned(), Some(Color(0xf9, 0xb0, 0)));
    assert_eq!(tracks, [maps, ("Ink".into(), None), ("Chalk".into(), None)]);
    let hall = &conference.rooms[0];
    assert_eq!(
        (hall.capacity, localized(hall.description.as_ref())),
        (Some(300), "en=Downstairs, de=Unten".into())
    );
    assert_eq!(conference.rooms.len(), 2);

    let names: Vec<String> = conference.people.iter().map(|person| localized(person.name.as_ref())).collect();
    assert_eq!(names, ["Ada Invented", "Bo Invented", "Cy Invented"]);
    assert_eq!(conference.people[0].avatar.as_deref(), Some("https://invented.example/a.png"));
    assert_eq!((talk.people.len(), talk.people[0].role.clone()), (2, Some(Role::Speaker)));
}

#[test]
fn version_2_names_things_by_guid_and_slug() {
    let conference = hub().conference;
    assert_eq!(
        agenda(&conference),
        [
            "2024-12-27 | 28 00:15 +40 | Saal 1 | Blue",
            "2024-12-27 | 28 05:30 +30 | Yard | Black",
            "2024-12-28 | 28 07:00 +15 |  | Tea",
        ]
    );
    let blue = &conference.sessions[0];
    assert_eq!((blue.id.as_deref(), blue.kind.clone()), (Some("AAA"), Some(Kind::Lightning)));
    assert_eq!(localized(blue.summary.as_ref()), "en=All of it, de=Alles");
    assert_eq!(blue.feedback.as_deref(), Some("https://f.example/1"));
    assert_eq!(blue.links.len(), 1);
    let roles: Vec<_> = blue.people.iter().map(|it| it.role.clone()).collect();
    assert_eq!(roles, [Some(Role::Speaker), Some(Role::Moderator)]);
    assert_eq!(conference.sessions[2].status, Some(Status::Cancelled));
    assert_eq!(localized(conference.tracks[0].name.as_ref()), "en=Ink, de=Tinte");
    assert_eq!(conference.tracks[0].color, Some(Color(0x10, 0x20, 0x30)));
    assert_eq!(localized(conference.rooms[0].building.as_ref()), "House");
    let ada = &conference.people[0];
    assert_eq!(
        (localized(ada.bio.as_ref()), ada.avatar.as_deref()),
        ("Draws.".into(), Some("https://a.example/a.png"))
    );
    assert_eq!(localized(ada.links[0].label.as_ref()), "MASTODON");
    assert_eq!(conference.people.len(), 2);
}

/// Returns one session with a date and a start, in a file with a zone.
fn clock(zone: &str, date: &str, start: &str) -> (String, Vec<Code>) {
    let text = format!(
        r#"{{"schedule": {{"conference": {{"title": "Invented", {zone} "days": [{{"date": "2024-07-05",
        "rooms": {{"Hall": [{{"date": "{date}", "start": "{start}", "duration": "1:00", "title": "A"}}]}}}}]}}}}}}"#
    );
    let read = read("a.json", &text);
    (agenda(&read.conference).join("\n"), read.diagnostics.iter().map(|diagnostic| diagnostic.code).collect())
}

#[test]
fn zones_and_offsets() {
    // Without a zone the offset is kept; for a timestamp in UTC, the start reveals it.
    let at = |line: &str| format!("2024-07-05 | 05 {line} +60 | Hall | A");
    assert_eq!(clock("", "2024-07-05T10:00:00+02:00", "10:00"), (at("10:00 +02:00"), vec![]));
    assert_eq!(clock("", "2024-07-05T05:00:00+00:00", "10:30"), (at("10:30 +05:30"), vec![]));
    // UTC was written because there was no zone.
    let utc = r#""time_zone_name": "UTC","#;
    let found = (at("10:00 +01:00"), vec![Code::OffsetConflict]);
    assert_eq!(clock(utc, "2024-07-05T10:00:00+01:00", "10:00"), found);
    // The offset is wrong.
    let madrid = r#""time_zone_name": "Europe/Madrid","#;
    assert_eq!(
        clock(madrid, "2024-07-05T10:00:00+00:00", "10:00"),
        (at("10:00"), vec![Code::DoubtfulOffset])
    );
    assert_eq!(clock(madrid, "2024-07-05T08:00:00+00:00", "10:00"), (at("10:00"), vec![]));
    let nowhere = r#""time_zone_name": "Nowhere","#;
    assert_eq!(
        clock(nowhere, "2024-07-05T10:00:00+02:00", "10:00"),
        (at("10:00 +02:00"), vec![Code::BadZone])
    );
}

#[test]
fn rooms_that_are_missing_and_values_out_of_range_cost_nothing_else() {
    let text = r#"{"schedule": {"conference": {"title": "Invented", "days": [{"rooms": null}, {"date": "2024-07-05"}, 5,
        {"date": "+262143-01-01", "rooms": {"": [{"id": 18446744073709551616, "title": "A", "start": "24:00",
        "duration": "99999999999:00", "date": "9999-12-31T23:59:60+99:99"}]}}]}}}"#;
    let read = read("a.json", text);
    assert_eq!(agenda(&read.conference), ["no day | no time +? |  | A"]);
    assert_eq!(read.conference.sessions[0].id.as_deref(), Some("18446744073709551616"));
}
