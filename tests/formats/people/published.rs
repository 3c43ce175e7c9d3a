//! Published schedules: the displayed names are those counted by other means.

use std::collections::{BTreeSet, HashMap};

use kurultai::schedule::LoadedSchedule;

use super::{Names, check_names, check_overlaps, check_search, written};
use crate::corpus::text;

type Written = fn(&str) -> Names;

const FILES: [(&str, Written); 16] = [
    ("frab-xml/34c3-2017.xml", written::xml),
    ("frab-xml/38c3-2024.xml", written::xml),
    ("frab-xml/debconf-2023.xml", written::xml),
    ("frab-xml/emf-2024.xml", written::xml),
    ("frab-xml/fosdem-2012.xml", written::xml),
    ("frab-xml/fosdem-2023.xml", written::xml),
    ("frab-xml/fosdem-2025-pretalx-full.xml", written::xml),
    ("frab-xml/fosdem-2025.xml", written::xml),
    ("schedule-json/frab-camp2019.json", |text| written::voc(&json(text))),
    ("schedule-json/hub-schedule2.json", |text| written::voc(&json(text))),
    ("schedule-json/invalid-example.json", |text| written::voc(&json(text))),
    ("pretalx-api/europython-2023-schedule.json", |text| written::pretalx(&json(text))),
    ("sessionize/droidcon-berlin-2023-gridsmart.json", |text| written::sessionize(&json(text))),
    ("opass/sitcon-2024.json", |text| written::opass(&json(text))),
    ("ics/lca-2020.ics", written::ics),
    ("ics/moca-2024.ics", written::ics),
];

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn written_names_are_shown_names() {
    for (path, written) in FILES {
        let Some(text) = text(path) else { continue };
        let written = written(&text);
        let schedule = LoadedSchedule::decode(path, text.as_bytes());
        let named = written.values().filter(|names| !names.is_empty()).count();
        assert!(named > 0, "{path}");
        check_names(path, &schedule.conference, &written);
        check_search(path, &schedule, &written);
        check_overlaps(path, &text);
    }
}

#[test]
fn an_account_that_entered_sessions_for_others_is_not_them() {
    let path = "frab-xml/emf-2024.xml";
    let Some(text) = text(path) else { return };
    let schedule = LoadedSchedule::decode(path, text.as_bytes());
    let names = schedule.conference.people.iter().filter_map(|person| person.name.as_ref());
    let names: BTreeSet<String> = names.map(|name| super::plain(name).to_lowercase()).collect();
    assert_eq!(names.len(), 304);
    // No person is in a session that names only another.
    let mut sessions: HashMap<String, usize> = HashMap::new();
    for session in &schedule.conference.sessions {
        for part in &session.people {
            *sessions.entry(super::name(&schedule.conference, part)).or_default() += 1;
        }
    }
    assert_eq!((sessions["Tim Hunkin"], sessions["Eli Chadwick"], sessions["Jaga"]), (2, 2, 3));
}
