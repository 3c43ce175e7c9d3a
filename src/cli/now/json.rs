//! What is on and what is next, for programs.
//!
//! The answer is a list of events; keys are always there, and `null` is what is not known:
//!
//! ```json
//! [
//!   {
//!     "file": "fosdem.xml", "title": "FOSDEM 2025", "now": "2025-02-01T11:42:00",
//!     "rooms": [{ "room": "Janson", "running": [{ … }], "next": { … }, "minutes": 18 }]
//!   }
//! ]
//! ```
//!
//! Sessions have the keys of those of `kurultai diff`. `room` is `null` for sessions that are everywhere, or that nobody says
//! where they are; `minutes` are those until `next` starts. Times are the venue's clock. Rooms where nothing is are left
//! out. Texts are in the program's own language.

use serde::Serialize;

use super::Event;
use crate::cli::diff::json::Session;
use crate::index::time_until;
use crate::model::Remembered;

#[derive(Serialize)]
struct Told<'a> {
    file: &'a str,
    title: &'a str,
    now: String,
    rooms: Vec<Room<'a>>,
}

#[derive(Serialize)]
struct Room<'a> {
    room: Option<String>,
    running: Vec<Session<'a>>,
    next: Option<Session<'a>>,
    minutes: Option<i64>,
}

/// All events as JSON of some lines, which ends with a newline.
pub(super) fn text(events: &[Event]) -> String {
    let known: Vec<Vec<Remembered>> =
        events.iter().map(|event| event.program.conference.remember_all()).collect();
    let all: Vec<Told<'_>> = events.iter().zip(&known).map(|(event, known)| told(event, known)).collect();
    // Only maps with keys that are no text cannot be written, and there is none.
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

fn told<'a>(event: &'a Event, known: &'a [Remembered]) -> Told<'a> {
    let conference = &event.program.conference;
    let reading = conference.reading(None);
    let title = conference.title.get(&reading).as_str();
    let rooms = event.rooms.iter().map(|room| {
        let name = room.room.map(|id| conference.room(id)).and_then(|room| {
            let name = room.name.as_ref().map(|name| name.get(&reading).to_string());
            name.or_else(|| room.id.as_ref().map(ToString::to_string))
        });
        let wait = room.next.and_then(|next| time_until(conference, next, event.moment));
        Room {
            room: name,
            running: room.running.iter().map(|id| Session::of(&known[id.index()])).collect(),
            next: room.next.map(|id| Session::of(&known[id.index()])),
            minutes: wait.map(|wait| wait.num_minutes()),
        }
    });
    let now = event.moment.format("%Y-%m-%dT%H:%M:%S").to_string();
    Told { file: event.file.as_str(), title, now, rooms: rooms.collect() }
}
