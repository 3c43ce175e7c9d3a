//! The remembered state: the last seen edition and the last position.

use kurultai::schedule::LoadedSchedule;
use kurultai::store::last_position::{self, Place};
use kurultai::store::last_seen;
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::plan::{Edition, EditionDetails, Fact, changes};

use super::*;

#[test]
fn a_schedule_is_remembered_as_it_was() {
    let home = Home::new();
    assert_eq!(last_seen::load(&home.folders(), &day()), None);
    let sessions =
        vec![session("1", "A", 9), SessionSnapshot { is_cancelled: true, ..session("2", "B \"b\" \\", 10) }];
    let seen = Edition { sessions, details: None };
    last_seen::save(&home.folders(), &day(), &seen).expect("it is saved");
    assert_eq!(last_seen::load(&home.folders(), &day()), Some(seen));
    let text = home.read("state/seen/day.toml");
    let first = "conference = \"day\"\ntitle = \"Our day\"\n\n[[sessions]]\ntitle = \"A\"\ndate = 2025-02-01\nstart = \"09:00\"\nduration = \"50m\"\nrooms = [\"Hall\"]\nid = \"1\"\n";
    assert!(text.starts_with(first), "{text}");
    fs::write(home.0.join("state/seen/day.toml"), &text[..text.len() - 9]).expect("a file");
    assert_eq!(last_seen::load(&home.folders(), &day()), None, "half a program would be full of changes");
    let none = Edition { details: Some(EditionDetails::default()), ..Edition::default() };
    last_seen::save(&home.folders(), &day(), &none).expect("it is saved");
    assert_eq!(last_seen::load(&home.folders(), &day()), Some(none));
}

#[test]
fn every_session_of_a_schedule_is_remembered() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("events/fosdem-2025-saturday.toml");
    let schedule = LoadedSchedule::new(Source::new("a.toml", &fs::read_to_string(path).expect("an event")));
    let home = Home::new();
    let seen = Edition::of(&schedule.conference);
    assert_eq!(seen.sessions.len(), 91);
    last_seen::save(&home.folders(), &day(), &seen).expect("it is saved");
    assert_eq!(last_seen::load(&home.folders(), &day()), Some(seen));
}

const EDITION: &str = "title = 'T'\nid = 'day'\nlanguage = 'ky'\ndate = 2025-02-01\nagenda = [\n\
    { id = 'a', title = { ky = 'Суу', ru = 'Вода' }, start = '09:00', people = ['P'], tags = ['x \"y\"'], abstract = 'one' },\n\
    { id = 'b', title = 'B', end = '10:00', links = [{ label = 'L', url = 'https://example.org/a' }] },\n]\n\
    [[sponsors]]\nname = { ky = 'К', ru = 'С' }\n";

#[test]
fn everything_that_is_compared_is_remembered() {
    let read = |text: &str| LoadedSchedule::new(Source::new("a.toml", text)).conference;
    let home = Home::new();
    let was = read(EDITION);
    last_seen::save(&home.folders(), &day(), &Edition::of(&was)).expect("it is saved");
    let loaded = last_seen::load(&home.folders(), &day()).expect("it is there");
    assert_eq!(changes(&loaded, &was), []);
    let current = read(
        &EDITION.replace("one", "two").replace("'P'", "'Q'").replace("'Вода'", "'Воды'").replace("/a", "/b"),
    );
    let facts: Vec<Fact> = changes(&loaded, &current).iter().map(|change| change.fact).collect();
    assert_eq!(facts, [Fact::People, Fact::Title, Fact::Abstract, Fact::Links]);
    // Another release may read the file differently: only properties that all releases read in the same way
    // are compared.
    let text = home.read("state/seen/day.toml");
    for other in [text.replace("release = ", "release = \"0\"\nx = "), text.replace("release = ", "x = ")] {
        fs::write(home.0.join("state/seen/day.toml"), other).expect("a file");
        let loaded = last_seen::load(&home.folders(), &day()).expect("it is there");
        assert_eq!(loaded.details, None);
        assert_eq!(changes(&loaded, &current), []);
        let later = read(&EDITION.replace("09:00", "09:30"));
        let facts: Vec<Fact> = changes(&loaded, &later).iter().map(|change| change.fact).collect();
        assert_eq!(facts, [Fact::Time]);
    }
}

fn conference(number: usize) -> ConferenceKey {
    ConferenceKey { names: vec![SafeText::line(&format!("c{number}"))], title: None }
}

#[test]
fn the_last_position_is_restored() {
    let home = Home::new();
    assert_eq!(last_position::load(&home.folders(), &day()), None);
    let place = Place {
        pane: Some(SafeText::line("agenda")),
        day: Some(date(2)),
        session: Some(session("1", "A", 9)),
    };
    last_position::save(&home.folders(), &day(), &place).expect("it is saved");
    last_position::save(&home.folders(), &conference(1), &Place::default()).expect("it is saved");
    assert_eq!(last_position::load(&home.folders(), &day()), Some(place.clone()));
    assert_eq!(last_position::load(&home.folders(), &conference(1)), Some(Place::default()));
    let renamed = ConferenceKey { names: vec![SafeText::line("new"), SafeText::line("day")], title: None };
    assert_eq!(last_position::load(&home.folders(), &renamed), Some(place));
    let other = Place { pane: Some(SafeText::line("people")), ..Place::default() };
    last_position::save(&home.folders(), &renamed, &other).expect("it is saved");
    let text = "[[places]]\nconference = \"c1\"\n\n[[places]]\nconference = \"new\"\npane = \"people\"\n";
    assert_eq!(home.read("state/places.toml"), text);
}

#[test]
fn the_places_that_were_left_longest_ago_are_forgotten() {
    let home = Home::new();
    let place = Place::default();
    let many =
        (0..200).map(|number| format!("[[places]]\nconference = 'c{number}'\n")).collect::<Vec<_>>().concat();
    fs::create_dir_all(home.0.join("state")).expect("a folder");
    fs::write(home.0.join("state/places.toml"), many).expect("a file");
    last_position::save(&home.folders(), &conference(0), &place).expect("it is saved");
    last_position::save(&home.folders(), &conference(200), &place).expect("it is saved");
    let is_known = |number| last_position::load(&home.folders(), &conference(number)).is_some();
    assert_eq!([0, 1, 2, 199, 200].map(is_known), [true, false, true, true, true]);
    fs::write(home.0.join("state/places.toml"), "[[places]").expect("a file");
    assert!(!is_known(0));
    last_position::save(&home.folders(), &conference(0), &place).expect("a damaged file is written anew");
    assert!(is_known(0));
}
