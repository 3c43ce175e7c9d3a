//! Hits as JSON; docs/JSON.md describes it.

use serde_json::{Value, json};

use super::searched::Searched;
use crate::cli::json::{self, Scope};
use kurultai_schedule::index::{EntityRef, Hit, PlanLookup as _};
use kurultai_schedule::model::ViewerTimeZone;
use kurultai_schedule::text::{Lang, SafeText};

/// The largest width of an excerpt.
const COLUMNS: usize = 120;

pub(super) fn answer(
    query: &str,
    events: &[Searched],
    lang: Option<&Lang>,
    own: Option<ViewerTimeZone>,
) -> Value {
    let event = |event: &Searched| {
        let conference = &event.schedule.conference;
        let reading = conference.reading(lang.cloned());
        let scope = Scope { conference, reading: &reading, own };
        let hits: Vec<_> = event.hits.iter().map(|hit| found(event, hit, scope)).collect();
        json!({ "file": event.file.as_str(), "title": conference.title.get(&reading).as_str(), "hits": hits })
    };
    json!({ "query": SafeText::line(query).as_str(), "events": events.iter().map(event).collect::<Vec<_>>() })
}

fn found(event: &Searched, hit: &Hit, scope: Scope<'_>) -> Value {
    let Scope { conference, reading, .. } = scope;
    let named = |id: Option<&SafeText>, name| json::id_and_name(id, name, reading);
    let (kind, entity) = match hit.item {
        EntityRef::Session(id) => ("session", json::planned(scope, id, event.own.status.priority(id))),
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
    json::joined(json!({ "type": kind, "excerpt": event.excerpt(hit, reading, COLUMNS) }), entity)
}
