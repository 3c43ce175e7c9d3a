//! Published calendars, which are not in the repository. Without them, tests print a notice and pass.

use std::collections::HashSet;
use std::io::Write as _;
use std::path::Path;

use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::model::Rooms;

/// Returns a file of the corpus.
fn published(name: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/ics").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        // Standard error is displayed even if the test passes.
        writeln!(std::io::stderr(), "{name} is not there: it was not read").expect("stderr takes it");
    }
    bytes
}

#[test]
fn every_session_is_there_in_its_room() {
    for (name, sessions, rooms, people, days, zone) in [
        ("emf-2024.ics", 482, 44, 0, 4, "Europe/London"),
        ("lca-2020.ics", 262, 7, 151, 6, "Australia/Brisbane"),
        ("moca-2024.ics", 88, 4, 69, 3, "Europe/Rome"),
    ] {
        let Some(bytes) = published(name) else { continue };
        let conference = LoadedSchedule::decode(name, &bytes).conference;
        let used: HashSet<_> = conference
            .sessions
            .iter()
            .flat_map(|session| match &session.rooms {
                Rooms::In(rooms) => rooms.clone(),
                Rooms::All => Vec::new(),
            })
            .collect();
        let days_used: HashSet<_> =
            conference.sessions.iter().filter_map(|session| session.times.day).collect();
        let seen = (conference.sessions.len(), used.len(), conference.people.len(), days_used.len());
        assert_eq!(seen, (sessions, rooms, people, days), "{name}");
        assert_eq!(
            conference.zone,
            kurultai_schedule::model::Zone::Named(zone.parse().expect("a zone")),
            "{name}"
        );
        assert!(conference.sessions.iter().all(|session| session.times.end_datetime().is_some()), "{name}");
    }
}

#[test]
fn one_broken_byte_costs_one_session_of_many() {
    let Some(bytes) = published("moca-2024.ics") else { return };
    let whole: HashSet<String> = titles(&bytes);
    for n in 0..100 {
        let mut broken = bytes.clone();
        broken[n * 911 % bytes.len()] = b'?';
        let lost = whole.difference(&titles(&broken)).count();
        assert!(lost <= 1, "{lost} titles are lost");
    }
    for n in 1..50 {
        let cut = &bytes[..bytes.len() * n / 50];
        let whole = cut.windows(10).filter(|window| *window == b"END:VEVENT").count();
        assert!(LoadedSchedule::decode("cut.ics", cut).conference.sessions.len() >= whole);
    }
}

fn titles(bytes: &[u8]) -> HashSet<String> {
    let conference = LoadedSchedule::decode("invented.ics", bytes).conference;
    let reading = conference.reading(None);
    let titles = conference.sessions.iter().filter_map(|session| session.title.as_ref());
    titles.map(|title| title.get(&reading).to_string()).collect()
}
