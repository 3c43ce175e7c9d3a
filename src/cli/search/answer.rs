//! The answer as JSON.

use serde::Serialize;

use super::Hits;
use crate::cli::json::{Named, Session};
use crate::index::Item;
use crate::model::Reading;
use crate::text::{Clean, Lang};

/// The whole answer.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    /// As it was typed.
    query: String,
    events: Vec<Event>,
}

/// An event that was searched, also where nothing was found in it.
#[derive(Debug, Serialize)]
struct Event {
    file: String,
    title: String,
    hits: Vec<Hit>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Hit {
    Session(Box<Session>),
    Person(Named),
    Organizer(Named),
    Sponsor(Named),
    Room(Named),
    Track(Named),
    Delegation(Named),
    Info(Named),
}

impl Answer {
    pub(super) fn of(query: &str, events: &[Hits], lang: Option<&Lang>) -> Self {
        let event = |event: &Hits| {
            let conference = &event.program.conference;
            let reading = conference.reading(lang.cloned());
            Event {
                file: event.file.to_string(),
                title: conference.title.get(&reading).to_string(),
                hits: event.found.iter().filter_map(|found| hit(event, found.item, &reading)).collect(),
            }
        };
        Self { query: Clean::line(query).to_string(), events: events.iter().map(event).collect() }
    }
}

/// A hit; `None` for what is no thing of its own: the conference and its numbers.
fn hit(event: &Hits, item: Item, reading: &Reading) -> Option<Hit> {
    let conference = &event.program.conference;
    Some(match item {
        Item::Session(id) => Hit::Session(Box::new(Session::of(conference, id, reading))),
        Item::Person(id) => {
            let person = conference.person(id);
            Hit::Person(Named::of(person.id.as_ref(), person.name.as_ref(), reading))
        }
        Item::Organizer(id) => {
            Hit::Organizer(Named::of(None, conference.organizer(id).name.as_ref(), reading))
        }
        Item::Sponsor(id) => Hit::Sponsor(Named::of(None, conference.sponsor(id).name.as_ref(), reading)),
        Item::Room(id) => {
            let room = conference.room(id);
            Hit::Room(Named::of(room.id.as_ref(), room.name.as_ref(), reading))
        }
        Item::Track(id) => {
            let track = conference.track(id);
            Hit::Track(Named::of(track.id.as_ref(), track.name.as_ref(), reading))
        }
        Item::Delegation(id) => {
            Hit::Delegation(Named::of(None, conference.delegation(id).name.as_ref(), reading))
        }
        Item::Info(id) => Hit::Info(Named::of(None, conference.info(id).title.as_ref(), reading)),
        Item::Conference | Item::Numbers => return None,
    })
}
