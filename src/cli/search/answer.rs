//! The answer as JSON.

use serde::Serialize;

use super::Searched;
use crate::cli::json::{Named, Planned, Scope, Session, level};
use crate::index::{EntityRef, Hit, PlanLookup as _};
use crate::model::ViewerTimeZone;
use crate::text::{Lang, SafeText};

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
    hits: Vec<Found>,
}

#[derive(Debug, Serialize)]
struct Found {
    #[serde(rename = "type")]
    of: &'static str,
    excerpt: Option<String>,
    #[serde(flatten)]
    thing: Thing,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Thing {
    Session(Box<Planned>),
    Other(Named),
}

/// So many columns of a text show where something was found.
const COLUMNS: usize = 120;

impl Answer {
    pub(super) fn of(
        query: &str,
        events: &[Searched],
        lang: Option<&Lang>,
        own: Option<ViewerTimeZone>,
    ) -> Self {
        let event = |event: &Searched| {
            let conference = &event.schedule.conference;
            let reading = conference.reading(lang.cloned());
            let scope = Scope { conference, reading: &reading, own };
            Event {
                file: event.file.to_string(),
                title: conference.title.get(&reading).to_string(),
                hits: event.hits.iter().map(|hit| found(event, hit, scope)).collect(),
            }
        };
        Self { query: SafeText::line(query).to_string(), events: events.iter().map(event).collect() }
    }
}

fn found(event: &Searched, hit: &Hit, scope: Scope<'_>) -> Found {
    let Scope { conference, reading, .. } = scope;
    let named = |id, name| Thing::Other(Named::of(id, name, reading));
    let (of, thing) = match hit.item {
        EntityRef::Session(id) => {
            let picked = event.own.planned.level(id).map(level);
            let session = Session::of(scope, id);
            ("session", Thing::Session(Box::new(Planned { picked, session })))
        }
        EntityRef::Person(id) => {
            let person = conference.person(id);
            ("person", named(person.id.as_ref(), person.name.as_ref()))
        }
        EntityRef::Organizer(id) => ("organizer", named(None, conference.organizer(id).name.as_ref())),
        EntityRef::Sponsor(id) => ("sponsor", named(None, conference.sponsor(id).name.as_ref())),
        EntityRef::Room(id) => {
            let room = conference.room(id);
            ("room", named(room.id.as_ref(), room.name.as_ref()))
        }
        EntityRef::Track(id) => {
            let track = conference.track(id);
            ("track", named(track.id.as_ref(), track.name.as_ref()))
        }
        EntityRef::Delegation(id) => ("delegation", named(None, conference.delegation(id).name.as_ref())),
        EntityRef::Info(id) => ("info", named(None, conference.info(id).title.as_ref())),
        EntityRef::Conference => ("conference", named(conference.id.as_ref(), Some(&conference.title))),
    };
    Found { of, excerpt: event.excerpt(hit, reading, COLUMNS), thing }
}
