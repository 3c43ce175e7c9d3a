//! What is on and what is next, for programs.
//!
//! The answer is a list of events; keys are always there, and `null` is what is not known:
//!
//! ```json
//! [
//!   {
//!     "file": "fosdem.xml", "title": "FOSDEM 2025", "now": "2025-02-01T11:42:00+01:00",
//!     "plan": { "running": [{ … }], "next": [{ … }], "minutes": 18 },
//!     "rooms": [{ "room": "Janson", "running": [{ "picked": "must", … }], "next": { … }, "minutes": 18 }]
//!   }
//! ]
//! ```
//!
//! Sessions are as `json::Session` has them, with `picked` before: `must`, `maybe`, or `null`. `plan` has what is
//! picked; its `next` are the first three, and its `minutes` those until the first. `room` is `null` for sessions that are everywhere,
//! or that nobody says where they are; `minutes` are those until what is next starts. Rooms where nothing is are left out.

use serde_json::{Value, json};

use super::Event;
use crate::cli::json::{Scope, moment_of, planned};
use crate::index::{PlanLookup as _, time_until};
use crate::model::{SessionId, ViewerTimeZone};
use crate::plan::PlanNow;
use crate::text::{Lang, SafeText};

/// The answer of `now --format json`.
pub(super) fn answer(events: &[Event], lang: Option<&Lang>, own: Option<ViewerTimeZone>) -> Value {
    events.iter().map(|event| of_event(event, lang, own)).collect()
}

fn of_event(event: &Event, lang: Option<&Lang>, own: Option<ViewerTimeZone>) -> Value {
    let conference = &event.schedule.conference;
    let reading = conference.reading(lang.cloned());
    let scope = Scope { conference, reading: &reading, own };
    let session = |id: SessionId| planned(scope, id, event.own.planned.level(id));
    let sessions = |ids: &[SessionId]| ids.iter().copied().map(session).collect::<Vec<_>>();
    let minutes =
        |next: Option<SessionId>| time_until(conference, next?, event.moment).map(|wait| wait.num_minutes());
    let rooms = event.rooms.iter().map(|room| {
        let name = room.room.map(|id| conference.room(id)).and_then(|room| {
            room.name.as_ref().map(|name| name.get(&reading)).or(room.id.as_ref()).map(SafeText::as_str)
        });
        json!({
            "room": name,
            "running": sessions(&room.running),
            "next": room.next.map(session),
            "minutes": minutes(room.next),
        })
    });
    let PlanNow { running, next } = &event.of_plan;
    json!({
        "file": event.file.as_str(),
        "title": conference.title.get(&reading).as_str(),
        "now": moment_of(scope, event.moment),
        "plan": {
            "running": sessions(running),
            "next": sessions(next),
            "minutes": minutes(next.first().copied()),
        },
        "rooms": rooms.collect::<Vec<_>>(),
    })
}
