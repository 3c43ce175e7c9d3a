//! Running and next sessions as JSON; docs/JSON.md describes it.

use serde_json::{Value, json};

use super::event::Event;
use crate::cli::json::{Scope, planned, venue_moment};
use kurultai_schedule::index::{PlanLookup as _, time_until};
use kurultai_schedule::model::{SessionId, ViewerTimeZone};
use kurultai_schedule::plan::PlanNow;
use kurultai_schedule::text::{Lang, SafeText};

pub(super) fn answer(events: &[Event], lang: Option<&Lang>, own: Option<ViewerTimeZone>) -> Value {
    events.iter().map(|event| of_event(event, lang, own)).collect()
}

fn of_event(event: &Event, lang: Option<&Lang>, own: Option<ViewerTimeZone>) -> Value {
    let conference = &event.schedule.conference;
    let reading = conference.reading(lang.cloned());
    let scope = Scope { conference, reading: &reading, own };
    let session = |id: SessionId| planned(scope, id, event.own.status.priority(id));
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
    let PlanNow { running, next } = &event.plan_now;
    json!({
        "file": event.file.as_str(),
        "title": conference.title.get(&reading).as_str(),
        "now": venue_moment(scope, event.moment),
        "plan": {
            "running": sessions(running),
            "next": sessions(next),
            "minutes": minutes(next.first().copied()),
        },
        "rooms": rooms.collect::<Vec<_>>(),
    })
}
