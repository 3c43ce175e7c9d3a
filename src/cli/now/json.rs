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

use serde::Serialize;

use super::Event;
use crate::cli::json::{self, Planned, Scope, Session, level, moment_of};
use crate::index::{PlanLookup as _, time_until};
use crate::model::{SessionId, ViewerTimeZone};
use crate::plan::PlanNow;
use crate::text::Lang;

#[derive(Serialize)]
struct Told {
    file: String,
    title: String,
    now: String,
    plan: Picked,
    rooms: Vec<InRoom>,
}

#[derive(Serialize)]
struct Picked {
    running: Vec<Planned>,
    next: Vec<Planned>,
    minutes: Option<i64>,
}

#[derive(Serialize)]
struct InRoom {
    room: Option<String>,
    running: Vec<Planned>,
    next: Option<Planned>,
    minutes: Option<i64>,
}

/// All events as JSON of some lines, which ends with a newline.
pub(super) fn text(events: &[Event], lang: Option<&Lang>, own: Option<ViewerTimeZone>) -> String {
    json::text(&events.iter().map(|event| told(event, lang, own)).collect::<Vec<_>>())
}

fn told(event: &Event, lang: Option<&Lang>, own: Option<ViewerTimeZone>) -> Told {
    let conference = &event.schedule.conference;
    let reading = conference.reading(lang.cloned());
    let scope = Scope { conference, reading: &reading, own };
    let session = |id: SessionId| Planned {
        picked: event.own.planned.level(id).map(level),
        session: Session::of(scope, id),
    };
    let minutes =
        |next: Option<SessionId>| time_until(conference, next?, event.moment).map(|wait| wait.num_minutes());
    let rooms = event.rooms.iter().map(|room| {
        let name = room.room.map(|id| conference.room(id)).and_then(|room| {
            let name = room.name.as_ref().map(|name| name.get(&reading).to_string());
            name.or_else(|| room.id.as_ref().map(ToString::to_string))
        });
        InRoom {
            room: name,
            running: room.running.iter().copied().map(session).collect(),
            next: room.next.map(session),
            minutes: minutes(room.next),
        }
    });
    let PlanNow { running, next } = &event.of_plan;
    Told {
        file: event.file.to_string(),
        title: conference.title.get(&reading).to_string(),
        now: moment_of(scope, event.moment),
        plan: Picked {
            running: running.iter().copied().map(session).collect(),
            next: next.iter().copied().map(session).collect(),
            minutes: minutes(next.first().copied()),
        },
        rooms: rooms.collect(),
    }
}
