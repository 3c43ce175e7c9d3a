//! Changes for programs.
//!
//! The answer is a list of facts in the order of the new program; keys are always there, and `null` is what the program
//! does not say:
//!
//! ```json
//! [
//!   {
//!     "fact": "time",
//!     "was": { "guid": null, "id": "42", "url": null, "title": "…", "people": ["…"], "day": "2025-02-01",
//!              "start": "2025-02-01T10:00:00", "end": "2025-02-01T10:25:00", "minutes": 25, "rooms": ["…"],
//!              "cancelled": false },
//!     "is": { … }
//!   }
//! ]
//! ```
//!
//! `fact` is `new`, `gone`, `cancelled`, `uncancelled`, `time` (another day, start or length), `rooms` or `title`. `was` is the
//! session in the former edition, `null` where it is new; `is` the same session in the new one, `null` where it is gone.
//! A session with several changes stands there once for each. Times are the venue's clock; a start whose date is not known
//! is a time alone, `10:00:00`. `rooms` are names, `["*"]` for all. Texts are in the program's own language.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;

use crate::model::Remembered;
use crate::plan::Change;
use crate::text::Clean;
use crate::wording::change_word;

#[derive(Serialize)]
struct Told<'a> {
    fact: &'static str,
    was: Option<Session<'a>>,
    is: Option<Session<'a>>,
}

/// A session as it is, or was, known.
#[derive(Serialize)]
pub(in crate::cli) struct Session<'a> {
    guid: Option<&'a str>,
    id: Option<&'a str>,
    url: Option<&'a str>,
    title: Option<&'a str>,
    people: Vec<&'a str>,
    /// The program day; a session after midnight belongs to the evening before.
    day: Option<String>,
    start: Option<String>,
    end: Option<String>,
    minutes: Option<i64>,
    rooms: Vec<&'a str>,
    cancelled: bool,
}

/// All changes as JSON of some lines, which ends with a newline.
pub(super) fn text(changes: &[Change]) -> String {
    let all: Vec<Told<'_>> = changes.iter().map(told).collect();
    // Only maps with keys that are no text cannot be written, and there is none.
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

fn told(change: &Change) -> Told<'_> {
    let [was, is] = [&change.was, &change.is].map(|side| side.as_ref().map(Session::of));
    Told { fact: change_word(change.fact), was, is }
}

impl<'a> Session<'a> {
    pub(in crate::cli) fn of(session: &'a Remembered) -> Self {
        let date = |date: NaiveDate| date.format("%Y-%m-%d").to_string();
        let time = |time: NaiveTime| time.format("%H:%M:%S").to_string();
        let moment = |moment: NaiveDateTime| moment.format("%Y-%m-%dT%H:%M:%S").to_string();
        Self {
            guid: session.guid.as_deref(),
            id: session.id.as_deref(),
            url: session.url.as_deref(),
            title: session.title.as_deref(),
            people: session.people.iter().map(Clean::as_str).collect(),
            day: session.day.map(date),
            start: session.starts().map(moment).or(session.start.map(time)),
            end: session.ends().map(moment),
            minutes: session.length.map(|length| length.num_minutes()),
            rooms: session.rooms.iter().map(Clean::as_str).collect(),
            cancelled: session.is_cancelled,
        }
    }
}
