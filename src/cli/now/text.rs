//! What is on and what is next, for people.

use chrono::NaiveDateTime;

use crate::index::{RoomNow, time_until};
use crate::locale::{Message, Value};
use crate::model::program_day;
use crate::text::{pad, width, wrap};
use crate::wording::Wording;

/// The event and how late it is there; below each room what runs in it, and what is next.
pub(super) fn text(words: &Wording<'_>, moment: NaiveDateTime, rooms: &[RoomNow], columns: usize) -> String {
    let today = program_day(moment.date(), moment.time(), words.conference.day_change);
    let late = format!("{}, {}", words.locale.weekday_day(today), words.now(moment));
    let facts = [words.text(&words.conference.title).to_string(), late];
    let head = facts.into_iter().chain(words.clock()).collect::<Vec<_>>().join(" · ");
    let mut page = lines("", &head, columns);
    if rooms.is_empty() {
        page += &lines("", &words.word(Message::NowNothing), columns);
    }
    let labels = [Message::NowRunning, Message::NowNext].map(|label| words.word(label));
    let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    for RoomNow { room, running, next } in rooms {
        let name = room.map_or_else(|| words.word(Message::NowElsewhere), |id| words.room(id));
        page += &format!("\n{}", lines("", &name, columns));
        let running = running.iter().map(|id| (&labels[0], *id, None));
        let next = next.iter().map(|id| (&labels[1], *id, time_until(words.conference, *id, moment)));
        for (label, id, wait) in running.chain(next) {
            let session = words.conference.session(id);
            let time = words.time_of_day(&session.times).unwrap_or_default();
            let wait = wait.map(|wait| {
                let duration = Value::text(&words.locale.duration(wait));
                words.locale.with(Message::NowIn, &[("duration", duration)])
            });
            let said: Vec<String> = [words.title(session)].into_iter().chain(wait).collect();
            let beginning = format!("  {}  {}  ", pad(label, widest), pad(&time, 11));
            page += &lines(&beginning, &said.join(" · "), columns);
        }
    }
    page
}

/// Text behind a beginning; its further lines stand under the first.
fn lines(beginning: &str, text: &str, columns: usize) -> String {
    let indent = width(beginning);
    let mut before = beginning.to_owned();
    let mut lines = String::new();
    for line in wrap(text, columns.saturating_sub(indent).max(1)) {
        lines += &format!("{before}{line}\n");
        before = " ".repeat(indent);
    }
    lines
}
