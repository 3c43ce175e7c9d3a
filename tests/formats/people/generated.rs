//! Property tests with schedules in every format where several people share keys.

use kurultai::i18n::Locale;
use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::{self, c3voc, event_file, ical, schedule_xml};
use kurultai_schedule::model::{Conference, SessionId};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Names, all_names, check_names, check_overlaps, check_search, one_line};

/// Names, some of which are variants of others.
const NAMES: [&str; 12] = [
    "Ann Arbor",
    "Bob Berg",
    "A. Arbor",
    "ann arbor",
    "Ann Arbor (ACME)",
    "Ann Berg",
    "Cem & Dana",
    "Dana",
    "Алыкул Осмонов",
    "А. Осмонов",
    "山田太郎",
    " Eva  Foss ",
];
/// The expected person for each name, if they share a key.
const MEANT: [usize; 12] = [0, 1, 0, 0, 0, 2, 3, 4, 5, 5, 6, 7];
const KEYS: [&str; 6] = ["", "0", "-1", "7", "8", "00000000-0000-0000-0000-000000000000"];

/// A person as written in a session: keys and a name.
type Part = ([usize; 3], usize);

fn parts() -> impl Strategy<Value = Vec<Vec<Part>>> {
    let key = || 0..KEYS.len();
    vec(vec(([key(), key(), key()], 0..NAMES.len()), 0..4), 1..8)
}

/// The common start of all sessions, so that a person in two of them is double-booked.
const START: &str = "2026-05-01T10:00:00+02:00";

fn title(at: usize) -> String {
    format!("Session {at}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
}

fn xml(sessions: &[Vec<Part>]) -> String {
    let mut text =
        "<schedule><conference><title>T</title><time_zone_name>Europe/Berlin</time_zone_name></conference>\
        <day index=\"1\" date=\"2026-05-01\">"
            .to_owned();
    for (at, parts) in sessions.iter().enumerate() {
        text += &format!(
            "<room name=\"R{at}\"><event id=\"{}\"><title>{}</title><date>{START}</date><start>10:00</start>\
             <duration>01:00</duration><persons>",
            at + 1,
            title(at)
        );
        for ([guid, code, id], name) in parts {
            let keys = [("guid", guid), ("code", code), ("id", id)].map(|(kind, key)| match KEYS[*key] {
                "" => String::new(),
                key => format!(" {kind}=\"{key}\""),
            });
            text += &format!("<person{}>{}</person>", keys.concat(), escaped(NAMES[*name]));
        }
        text += "</persons></event></room>";
    }
    text + "</day></schedule>"
}

/// Returns a person in JSON, with these names for the keys.
fn person(part: &Part, kinds: [&str; 3], name: &str) -> Value {
    let mut person = json!({ name: NAMES[part.1] });
    for (kind, key) in kinds.iter().zip(part.0) {
        if !kind.is_empty() && !KEYS[key].is_empty() {
            let number = KEYS[key].parse::<i64>().map(Value::from);
            person[kind] = number.unwrap_or_else(|_| Value::from(KEYS[key]));
        }
    }
    person
}

fn people(parts: &[Part], kinds: [&str; 3], name: &str) -> Vec<Value> {
    parts.iter().map(|part| person(part, kinds, name)).collect()
}

fn voc_1(sessions: &[Vec<Part>]) -> String {
    let rooms = sessions.iter().enumerate().map(|(at, parts)| {
        let event = json!({
            "id": at + 1, "title": title(at), "date": START, "start": "10:00", "duration": "01:00",
            "persons": people(parts, ["guid", "code", "id"], "public_name"),
        });
        (format!("R{at}"), json!([event]))
    });
    let rooms: serde_json::Map<String, Value> = rooms.collect();
    let days = json!([{ "index": 1, "date": "2026-05-01", "rooms": rooms }]);
    let conference = json!({ "title": "T", "time_zone_name": "Europe/Berlin", "days": days });
    json!({ "schedule": { "conference": conference } }).to_string()
}

fn voc_2(sessions: &[Vec<Part>]) -> String {
    let events = sessions.iter().enumerate().map(|(at, parts)| {
        json!({
            "guid": format!("00000000-0000-4000-8000-{at:012}"), "title": title(at), "start": START,
            "end": "2026-05-01T11:00:00+02:00", "participants": people(parts, ["guid", "code", "id"], "name"),
        })
    });
    let events: Vec<Value> = events.collect();
    let conference =
        json!({ "title": "T", "time_zone_name": "Europe/Berlin", "days": [{ "date": "2026-05-01" }] });
    json!({ "schedule": { "conference": conference, "events": events } }).to_string()
}

fn pretalx(sessions: &[Vec<Part>]) -> String {
    let slots = sessions.iter().enumerate().map(|(at, parts)| {
        json!({
            "code": format!("C{at}"), "title": title(at), "submission_type": { "en": "Talk" },
            "slot": { "start": START, "end": "2026-05-01T11:00:00+02:00", "room_id": at, "room": { "en": format!("R{at}") } },
            "speakers": people(parts, ["", "code", "id"], "name"),
        })
    });
    json!({ "slots": slots.collect::<Vec<_>>() }).to_string()
}

fn sessionize(sessions: &[Vec<Part>]) -> String {
    let all = sessions.iter().enumerate().map(|(at, parts)| {
        json!({
            "id": format!("{}", at + 1), "title": title(at), "startsAt": "2026-05-01T10:00:00", "endsAt": "2026-05-01T11:00:00",
            "speakers": people(parts, ["", "", "id"], "name"),
        })
    });
    json!([{ "groupName": "All", "sessions": all.collect::<Vec<_>>() }]).to_string()
}

fn opass(sessions: &[Vec<Part>]) -> String {
    let all = sessions.iter().enumerate().map(|(at, parts)| {
        let people = parts.iter().map(|part| {
            let mut person = person(part, ["", "", "id"], "name");
            person["zh"] = json!({ "name": NAMES[part.1] });
            person
        });
        json!({
            "id": format!("{}", at + 1), "zh": { "title": title(at) }, "start": START, "end": "2026-05-01T11:00:00+02:00",
            "speakers": people.collect::<Vec<_>>(),
        })
    });
    json!({ "sessions": all.collect::<Vec<_>>(), "rooms": [], "session_types": [] }).to_string()
}

fn ics(sessions: &[Vec<Part>]) -> String {
    let mut text = "BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Berlin\r\n".to_owned();
    for (at, parts) in sessions.iter().enumerate() {
        text += &format!("BEGIN:VEVENT\r\nUID:{at}\r\nSUMMARY:{}\r\n", title(at));
        text += "DTSTART;TZID=Europe/Berlin:20260501T100000\r\nDTEND;TZID=Europe/Berlin:20260501T110000\r\n";
        for (_, name) in parts {
            text += &format!("ATTENDEE;CN=\"{}\":mailto:program@example.org\r\n", NAMES[*name]);
        }
        text += "END:VEVENT\r\n";
    }
    text + "END:VCALENDAR\r\n"
}

type Form = (&'static str, fn(&[Vec<Part>]) -> String);

const FORMS: [Form; 7] = [
    ("a.xml", xml),
    ("v1.json", voc_1),
    ("v2.json", voc_2),
    ("pretalx.json", pretalx),
    ("sessionize.json", sessionize),
    ("opass.json", opass),
    ("a.ics", ics),
];

fn written(sessions: &[Vec<Part>]) -> Names {
    let names = |parts: &Vec<Part>| parts.iter().map(|(_, name)| one_line(NAMES[*name])).collect();
    sessions.iter().enumerate().map(|(at, parts)| (title(at), names(parts))).collect()
}

/// Generates the people of each session.
fn sessions_of_people(conference: &Conference) -> Vec<Vec<Vec<String>>> {
    let title = |session: &kurultai_schedule::model::Session| super::title(session);
    let of_person = |id| {
        let sessions = conference.sessions.iter();
        let in_it = sessions.filter(|session| session.people.iter().any(|part| part.person == id));
        let mut titles: Vec<String> = in_it.map(title).collect();
        titles.sort();
        titles
    };
    let mut sessions: Vec<_> = conference.sessions.iter().collect();
    sessions.sort_by_key(|session| title(session));
    sessions
        .iter()
        .map(|session| {
            let mut people: Vec<_> = session.people.iter().map(|part| of_person(part.person)).collect();
            people.sort();
            people
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn each_written_name_is_shown_for_one_person_only(sessions in parts()) {
        let written = written(&sessions);
        for (path, form) in FORMS {
            let text = form(&sessions);
            let schedule = LoadedSchedule::decode(path, text.as_bytes());
            let conference = &schedule.conference;
            assert_eq!(conference.sessions.len(), sessions.len(), "{path}");
            check_names(path, conference, &written);
            check_search(path, &schedule, &written);
            check_overlaps(path, &text);
            // If a person has two names, they must be variants.
            for names in all_names(conference) {
                let places = names.into_iter().map(|name| {
                    let place = NAMES.iter().position(|known| one_line(known) == name);
                    MEANT[place.expect("a name that is written")]
                });
                let expected: std::collections::BTreeSet<usize> = places.collect();
                assert_eq!(expected.len(), 1, "{path}");
            }
        }
    }

    #[test]
    fn no_name_is_lost_or_swapped_by_an_export(sessions in parts()) {
        let written = written(&sessions);
        let locale = Locale::english();
        for (path, form) in FORMS {
            let mut conference = format::read(&Source::new(path, &form(&sessions))).conference;
            if conference.zone == kurultai_schedule::model::Zone::Unknown {
                conference.zone = kurultai_schedule::model::Zone::Named("Europe/Berlin".parse().expect("a zone"));
            }
            let reading = conference.reading(None);
            let all: Vec<SessionId> = (0..conference.sessions.len()).map(SessionId::new).collect();
            let options = ical::Options { reading: reading.clone(), words: &locale, busy: &[], sequence: None, plan: None };
            let files = [
                ("b.toml", event_file::write(&conference)),
                ("b.ics", ical::write(&conference, &all, &options)),
                ("b.json", c3voc::write(&conference, &reading).expect("it has a zone")),
                ("b.xml", schedule_xml::write(&conference, &reading).expect("it has a zone")),
            ];
            for (to, file) in files {
                let back = format::read(&Source::new(to, &file.text)).conference;
                check_names(&format!("{path} to {to}"), &back, &written);
                assert_eq!(sessions_of_people(&back), sessions_of_people(&conference), "{path} to {to}");
                let lost = file.lost.iter().filter(|loss| loss.table == "people" && loss.lost == format::LossKind::All);
                assert_eq!(lost.count(), 0, "{path} to {to}");
            }
        }
    }
}
