//! `events/showcase.toml` has every key and every known word of the format. It omits the short forms
//! `[event]` and `[[sessions]]`, because one form is enough in a file that people copy from, and the `date`
//! of the conference, which a conference of several days cannot have.

use std::collections::{BTreeMap, BTreeSet};

use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::model::{Attendance, Conference, Kind, Role, Status};
use toml::{Table, Value};

use crate::{file, keys, whole};

/// Records the keys of a table and of its nested tables.
fn note(name: &str, table: &Table, used: &mut BTreeMap<String, BTreeSet<String>>) {
    // Every table may have `allow`.
    for (key, value) in table.iter().filter(|(key, _)| *key != "allow") {
        let is_table = name == "event" && keys().contains_key(whole(key)) && key != "links";
        let inner = match (name, key.as_str()) {
            (_, "links") => "links".to_owned(),
            ("agenda", "people" | "attachments") => format!("{name}.{key}"),
            _ => whole(key).to_owned(),
        };
        if !is_table || ["venue", "walking"].contains(&key.as_str()) {
            used.entry(name.to_owned()).or_default().insert(key.clone());
        }
        match value {
            Value::Array(values) if is_table || inner == "links" || inner.contains('.') => {
                for table in values.iter().filter_map(Value::as_table) {
                    note(&inner, table, used);
                }
            }
            Value::Table(table) if is_table => note(&inner, table, used),
            _ => {}
        }
    }
}

#[test]
fn every_key_is_used() {
    let showcase: Table = file("events/showcase.toml").parse().expect("TOML");
    let mut used = BTreeMap::new();
    note("event", &showcase, &mut used);
    let mut every = keys();
    every.get_mut("event").expect("the conference has keys").remove("date");
    assert_eq!(used, every);
}

fn conference() -> Conference {
    let source = Source::new("showcase.toml", &file("events/showcase.toml"));
    kurultai_schedule::format::event_file::read(&source).conference
}

/// Returns the known words that do not occur.
fn missing<'a>(known: &[&'a str], used: impl Iterator<Item = String>) -> Vec<&'a str> {
    let used: BTreeSet<String> = used.collect();
    known.iter().copied().filter(|word| !used.contains(*word)).collect()
}

#[test]
fn every_known_word_is_used() {
    let conference = conference();
    let (sessions, people) = (&conference.sessions, &conference.people);
    let kinds = sessions.iter().filter_map(|session| session.kind.as_ref());
    assert_eq!(missing(Kind::KNOWN, kinds.map(|kind| kind.word().to_owned())), [""; 0]);
    let status = sessions.iter().filter_map(|session| session.status.as_ref());
    assert_eq!(missing(Status::KNOWN, status.map(|status| status.word().to_owned())), [""; 0]);
    let in_sessions = sessions.iter().flat_map(|session| &session.people);
    let in_sessions = in_sessions.filter_map(|participation| participation.role.as_ref());
    let roles = people.iter().flat_map(|person| &person.roles).chain(in_sessions);
    assert_eq!(missing(Role::KNOWN, roles.map(|role| role.word().to_owned())), [""; 0]);
    let ways: Vec<&str> = Attendance::WORDS.iter().map(|(word, _)| *word).collect();
    let of_all: [Vec<Option<Attendance>>; 3] = [
        sessions.iter().map(|session| session.attendance).collect(),
        people.iter().map(|person| person.attendance).collect(),
        conference.delegations.iter().map(|delegation| delegation.attendance).collect(),
    ];
    for attendances in of_all {
        let word = |way: &Attendance| Attendance::WORDS.iter().find(|(_, known)| known == way);
        let used = attendances.iter().flatten().filter_map(word).map(|(word, _)| (*word).to_owned());
        assert_eq!(missing(&ways, used), [""; 0]);
    }
}

#[test]
fn it_is_marked_as_invented() {
    let title = conference().title;
    for (_, title) in title.iter() {
        let says = ["ойдон чыгарылган", "вымышленный", "Invented"].iter().any(|word| title.contains(word));
        assert!(says, "{title}");
    }
}
