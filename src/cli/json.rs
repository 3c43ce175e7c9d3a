//! The shapes of JSON that programs get: a key is always there, in this order, and `null` where the program does not say.
//!
//! Texts are in the language of `--lang`, else in the event's own.

use chrono::{NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta};
use serde::Serialize;

use crate::model::{Conference, Participation, Reading, Room, Rooms, SessionId, Texts, Times, Zone};
use crate::text::Clean;

/// A session.
#[derive(Debug, Serialize)]
pub(super) struct Session {
    /// Its id in the program.
    id: Option<String>,
    /// Its globally unique id.
    guid: Option<String>,
    title: Option<String>,
    subtitle: Option<String>,
    /// The program day, `2025-02-01`; a session after midnight belongs to the evening before.
    day: Option<String>,
    /// RFC 3339: with its offset where the program says in which zone it is (`2025-02-01T09:30:00+01:00`), else without
    /// (`2025-02-01T09:30:00`); the time alone where its date is not known (`09:30:00`).
    start: Option<String>,
    /// The same of its end.
    end: Option<String>,
    /// Their names; `*` alone for all.
    rooms: Vec<String>,
    track: Option<String>,
    /// In the words of the event file: `talk`, `workshop`, …
    kind: Option<String>,
    /// `confirmed`, `tentative`, `cancelled`, `postponed`.
    status: Option<String>,
    /// The codes of those spoken.
    languages: Vec<String>,
    people: Vec<String>,
    url: Option<String>,
}

/// Anything else that has a name.
#[derive(Debug, Serialize)]
pub(super) struct Named {
    /// Its id in the program.
    id: Option<String>,
    name: Option<String>,
}

impl Session {
    pub(super) fn of(conference: &Conference, id: SessionId, reading: &Reading) -> Self {
        let session = conference.session(id);
        let texts = |texts: Option<&Texts>| texts.map(|texts| texts.get(reading).to_string());
        let times = &session.times;
        let room = |room: &Room| texts(room.name.as_ref()).or_else(|| string(room.id.as_ref()));
        let rooms = match &session.rooms {
            Rooms::All => vec!["*".to_owned()],
            Rooms::In(rooms) => rooms.iter().filter_map(|id| room(conference.room(*id))).collect(),
        };
        let track = session.track.map(|id| conference.track(id));
        let person = |part: &Participation| {
            let person = conference.person(part.person);
            texts(part.name.as_ref())
                .or_else(|| texts(person.name.as_ref()))
                .or_else(|| string(person.id.as_ref()))
        };
        let time = |time: NaiveTime| time.format("%H:%M:%S").to_string();
        let length = times.length.unwrap_or_default();
        let end = times.ends().and_then(|end| moment(conference, times, end, length));
        Self {
            id: string(session.id.as_ref()),
            guid: string(session.guid.as_ref()),
            title: texts(session.title.as_ref()),
            subtitle: texts(session.subtitle.as_ref()),
            day: times.day.map(|day| day.to_string()),
            start: times
                .starts()
                .and_then(|start| moment(conference, times, start, TimeDelta::zero()))
                .or_else(|| times.start.map(time)),
            end: end.or_else(|| times.end().map(time)),
            rooms,
            track: track.and_then(|track| texts(track.name.as_ref()).or_else(|| string(track.id.as_ref()))),
            kind: session.kind.as_ref().map(|kind| kind.word().to_owned()),
            status: session.status.as_ref().map(|status| status.word().to_owned()),
            languages: session.languages.iter().map(ToString::to_string).collect(),
            people: session.people.iter().filter_map(person).collect(),
            url: string(session.url.as_ref()),
        }
    }
}

impl Named {
    pub(super) fn of(id: Option<&Clean>, name: Option<&Texts>, reading: &Reading) -> Self {
        Self { id: string(id), name: name.map(|name| name.get(reading).to_string()) }
    }
}

/// A moment of a session that is so long after its start, and that the venue's clock shows as `local`.
fn moment(conference: &Conference, times: &Times, local: NaiveDateTime, later: TimeDelta) -> Option<String> {
    let Some(start) = conference.starts_at(times) else {
        return Some(local.format("%Y-%m-%dT%H:%M:%S").to_string());
    };
    let instant = start.checked_add_signed(later)?;
    match (conference.zone, times.offset) {
        (Zone::Named(zone), _) => {
            Some(instant.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, false))
        }
        (Zone::Unknown, Some(offset)) => {
            Some(instant.with_timezone(&offset).to_rfc3339_opts(SecondsFormat::Secs, false))
        }
        (Zone::Unknown, None) => None,
    }
}

fn string(text: Option<&Clean>) -> Option<String> {
    text.map(ToString::to_string)
}

/// JSON of some lines, as people read it, too; it ends with a newline.
pub(super) fn text(value: &impl Serialize) -> String {
    // Only maps with keys that are no text cannot be written, and there is none.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
