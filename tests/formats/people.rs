//! People in published schedules: each written name is in its session, among the people, and found by the
//! search; no other person has it.

mod generated;
mod published;
mod shared;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use kurultai::i18n::MessageArg;
use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::check::check;
use kurultai_schedule::diagnostic::Code;
use kurultai_schedule::format::Parsed;
use kurultai_schedule::index::{EntityRef, SearchIndex, SearchTerm};
use kurultai_schedule::model::{Conference, LocalizedText, Participation, Person, Session, SessionId};

/// The largest number of names per schedule to search for.
const MAX_SEARCHED: usize = 100;

/// The names in each session, by title.
type Names = BTreeMap<String, BTreeSet<String>>;

/// Returns a text in the first of its languages, with single spaces.
fn plain(texts: &LocalizedText) -> String {
    texts.iter().next().map_or_else(String::new, |(_, text)| one_line(text))
}

/// Returns a trimmed text with single spaces.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn title(session: &Session) -> String {
    session.title.as_ref().map(plain).unwrap_or_default()
}

/// Returns the name of a participant as displayed in a session.
fn name(conference: &Conference, part: &Participation) -> String {
    let own = conference.person(part.person).name.as_ref();
    part.name.as_ref().or(own).map(plain).unwrap_or_default()
}

/// Returns the displayed names by session. Sessions with the same title are merged.
fn shown(conference: &Conference) -> Names {
    let mut names = Names::new();
    for session in &conference.sessions {
        let of_session = names.entry(title(session)).or_default();
        of_session.extend(session.people.iter().map(|part| name(conference, part)));
    }
    names
}

/// Returns all names of each person, in order.
fn all_names(conference: &Conference) -> Vec<BTreeSet<String>> {
    let own = |person: &Person| person.name.iter().map(plain).collect();
    let mut names: Vec<BTreeSet<String>> = conference.people.iter().map(own).collect();
    for part in conference.sessions.iter().flat_map(|session| &session.people) {
        names[part.person.index()].insert(name(conference, part));
    }
    names
}

/// Checks that the displayed names are the written ones.
fn check_names(path: &str, conference: &Conference, written: &Names) {
    let shown = shown(conference);
    for (title, names) in written {
        assert_eq!(shown.get(title), Some(names), "{path}: {title}");
    }
    let all: BTreeSet<String> = all_names(conference).into_iter().flatten().collect();
    let missing: Vec<&String> = written.values().flatten().filter(|name| !all.contains(*name)).collect();
    assert_eq!(missing, Vec::<&String>::new(), "{path}");
}

/// Checks that the search for a name finds a person with it and each session that names them.
fn check_search(path: &str, schedule: &LoadedSchedule, written: &Names) {
    let conference = &schedule.conference;
    let index = SearchIndex::new(conference, &schedule.index);
    let all = all_names(conference);
    let names: BTreeSet<&String> = written.values().flatten().collect();
    // If there are many names, take a sample.
    let step = names.len().div_ceil(MAX_SEARCHED).max(1);
    for expected in names.into_iter().step_by(step) {
        let hits = index.find(&[SearchTerm { text: expected.clone(), is_exact: true }]);
        let is_person = hits.iter().any(|hit| match hit.item {
            EntityRef::Person(id) => all[id.index()].contains(expected),
            _ => false,
        });
        assert!(is_person, "{path}: {expected} is not found");
        let found: BTreeSet<String> = hits
            .iter()
            .filter_map(|hit| match hit.item {
                EntityRef::Session(id) => Some(title(conference.session(id))),
                _ => None,
            })
            .collect();
        for (title, _) in written.iter().filter(|(_, names)| names.contains(expected)) {
            assert!(found.contains(title), "{path}: {title} is not found by {expected}");
        }
    }
}

/// Checks that sessions reported as double-booking a person both name that person.
fn check_overlaps(path: &str, text: &str) {
    let Parsed { conference, source_map: places, .. } = crate::read(path, text);
    let conference = &conference;
    let all = all_names(conference);
    for diagnostic in check(conference, &places) {
        if diagnostic.code != Code::PersonOverlap {
            continue;
        }
        let value = |expected: &str| match diagnostic.args.iter().find(|(name, _)| *name == expected) {
            Some((_, MessageArg::Text(text))) => one_line(text),
            other => panic!("{expected} is {other:?}"),
        };
        let id = (0..conference.sessions.len())
            .map(SessionId::new)
            .find(|id| places.title(*id) == diagnostic.span)
            .expect("a session");
        let (person, other) = (value("person"), value("other"));
        let is_in =
            |session: &Session| session.people.iter().any(|part| all[part.person.index()].contains(&person));
        let others = || conference.sessions.iter().filter(|session| title(session) == other);
        assert!(is_in(conference.session(id)) && others().any(is_in), "{path}: {person} is not in {other}");
    }
}
