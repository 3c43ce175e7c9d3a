//! Search: the hits, their order and fields, and the highlighted matches.

#![cfg(test)]

mod any;
mod found;
mod ranked;
mod shown;
mod thousand;

use std::path::Path;

use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::index::{EntityRef, Field, SearchIndex, SearchTerm};
use kurultai_schedule::model::{Conference, LocalizedText};

/// Parses typed text like a query: words, and phrases in quotes.
fn needles(typed: &str) -> Vec<SearchTerm> {
    let parts = typed.split('"').enumerate();
    let needle = |(n, part): (usize, &str)| SearchTerm { text: part.to_owned(), is_exact: n % 2 == 1 };
    parts.map(needle).filter(|needle| !needle.text.trim().is_empty()).collect()
}

/// A schedule with its search index.
struct Searched {
    schedule: LoadedSchedule,
    index: SearchIndex,
}

impl Searched {
    fn of(text: &str) -> Self {
        Self::new(LoadedSchedule::decode("test.toml", text.as_bytes()))
    }

    /// Reads one of the conferences in `events/`.
    fn event(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("events").join(name);
        Self::new(LoadedSchedule::decode(name, std::fs::read(path).expect("an event")))
    }

    fn new(schedule: LoadedSchedule) -> Self {
        let index = SearchIndex::new(&schedule.conference, &schedule.index);
        Self { schedule, index }
    }

    /// Returns the name of each hit with its field, and the farthest field if that is another one.
    fn find(&self, typed: &str) -> Vec<String> {
        let field = |field| match field {
            Field::Name => "name",
            Field::About => "about",
            Field::Text => "text",
        };
        let hits = self.index.find(&needles(typed));
        let line = |hit: &kurultai_schedule::index::Hit| {
            let (best, farthest) = (field(hit.field), field(hit.farthest));
            let farthest = if best == farthest { String::new() } else { format!("–{farthest}") };
            format!("{}: {best}{farthest}", name(&self.schedule.conference, hit.item))
        };
        hits.iter().map(line).collect()
    }

    fn names(&self, typed: &str) -> Vec<String> {
        let hits = self.index.find(&needles(typed));
        hits.iter().map(|hit| name(&self.schedule.conference, hit.item)).collect()
    }
}

/// Returns the name of an entity in its first language, after a sign for its kind.
fn name(conference: &Conference, item: EntityRef) -> String {
    let (sign, texts): (&str, Option<&LocalizedText>) = match item {
        EntityRef::Session(id) => ("", conference.session(id).title.as_ref()),
        EntityRef::Person(id) => ("@", conference.person(id).name.as_ref()),
        EntityRef::Organizer(id) => ("&", conference.organizer(id).name.as_ref()),
        EntityRef::Sponsor(id) => ("$", conference.sponsor(id).name.as_ref()),
        EntityRef::Room(id) => ("in ", conference.room(id).name.as_ref()),
        EntityRef::Track(id) => ("of ", conference.track(id).name.as_ref()),
        EntityRef::Delegation(id) => ("+", conference.delegation(id).name.as_ref()),
        EntityRef::Info(id) => ("i ", conference.info(id).title.as_ref()),
        EntityRef::Conference => ("the ", Some(&conference.title)),
    };
    let text = texts.and_then(|texts| texts.iter().next()).map_or("", |(_, text)| text.as_str());
    format!("{sign}{text}")
}
