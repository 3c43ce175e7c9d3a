//! The shapes of JSON that programs get. A key is always there, in this order, and `null` where it is not known.
//!
//! A session has one shape, wherever it stands:
//!
//! ```json
//! {
//!   "id": "42", "guid": null, "title": "…", "subtitle": null,
//!   "day": "2025-02-01", "start": "2025-02-01T09:30:00+01:00", "end": "2025-02-01T10:20:00+01:00", "minutes": 50,
//!   "rooms": ["Janson"], "track": "…", "kind": "talk", "status": null, "languages": ["en"], "people": ["…"], "url": "…"
//! }
//! ```
//!
//! One that is only remembered, by a plan or as it was in a former edition, has the same keys, of which subtitle, track and
//! kind are `null` and the languages none; its status is `cancelled` or not known. docs/FINDING.md says the same for those
//! who use it.
//!
//! Texts are in the language of `--lang`, else in the event's own. What could drive a terminal, or turn a line around,
//! stands by its number in all of them.

use chrono::{FixedOffset, NaiveTime, SecondsFormat};
use serde_json::{Value, json};

use crate::model::{
    Conference, Kind, LanguagePreference, LocalizedText, Moment, Participation, Priority, Room, Rooms,
    SessionId, SessionSnapshot, Status, Times, ViewerTimeZone,
};
use crate::presenter::Presenter;
use crate::text::SafeText;

/// The context shared by all parts of an answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) conference: &'a Conference,
    pub(super) reading: &'a LanguagePreference,
    /// The clock that instants are written by, in place of the venue's.
    pub(super) own: Option<ViewerTimeZone>,
}

impl<'a> Scope<'a> {
    /// The scope of a text in the same words.
    pub(super) fn of(words: &Presenter<'a>) -> Self {
        let own = words.clocks.filter(|clocks| clocks.shows_own).map(|clocks| clocks.own);
        Self { conference: words.conference, reading: words.reading, own }
    }
}

/// A session of the schedule.
pub(super) fn session(scope: Scope<'_>, id: SessionId) -> Value {
    let Scope { conference, reading, .. } = scope;
    let session = conference.session(id);
    let named = |name: Option<&LocalizedText>, id: Option<&SafeText>| {
        name.map(|name| name.get(reading)).or(id).map(ToString::to_string)
    };
    let room = |room: &Room| named(room.name.as_ref(), room.id.as_ref());
    let rooms = match &session.rooms {
        Rooms::All => vec!["*".to_owned()],
        Rooms::In(rooms) => rooms.iter().filter_map(|id| room(conference.room(*id))).collect(),
    };
    let track = session.track.map(|id| conference.track(id));
    let person = |part: &Participation| {
        let person = conference.person(part.person);
        named(part.name.as_ref().or(person.name.as_ref()), person.id.as_ref())
    };
    let times = &session.times;
    let (start, end) = start_and_end(scope, times);
    json!({
        "id": session.id.as_deref(),
        "guid": session.guid.as_deref(),
        "title": named(session.title.as_ref(), None),
        "subtitle": named(session.subtitle.as_ref(), None),
        "day": times.day.map(|day| day.to_string()),
        "start": start,
        "end": end,
        "minutes": times.duration.map(|length| length.num_minutes()),
        "rooms": rooms,
        "track": track.and_then(|track| named(track.name.as_ref(), track.id.as_ref())),
        "kind": session.kind.as_ref().map(Kind::word),
        "status": session.status.as_ref().map(Status::word),
        "languages": session.languages.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "people": session.people.iter().filter_map(person).collect::<Vec<_>>(),
        "url": session.url.as_deref(),
    })
}

/// A session that only a plan or an old edition has, with the same keys.
pub(super) fn remembered(scope: Scope<'_>, session: &SessionSnapshot) -> Value {
    let times = scope.conference.remembered_times(session);
    let (start, end) = start_and_end(scope, &times);
    let strings = |texts: &[SafeText]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
    json!({
        "id": session.id.as_deref(),
        "guid": session.guid.as_deref(),
        "title": session.title.as_deref(),
        "subtitle": null,
        "day": times.day.map(|day| day.to_string()),
        "start": start,
        "end": end,
        "minutes": times.duration.map(|length| length.num_minutes()),
        "rooms": strings(&session.rooms),
        "track": null,
        "kind": null,
        "status": session.is_cancelled.then_some("cancelled"),
        "languages": [],
        "people": strings(&session.people),
        "url": session.url.as_deref(),
    })
}

/// A session with its priority in the user's plan, `null` if it is not picked.
pub(super) fn planned(scope: Scope<'_>, id: SessionId, picked: Option<Priority>) -> Value {
    joined(json!({ "picked": picked.map(level) }), session(scope, id))
}

/// The id and the name of an entity that is not a session.
pub(super) fn named(
    id: Option<&SafeText>,
    name: Option<&LocalizedText>,
    reading: &LanguagePreference,
) -> Value {
    json!({ "id": id.map(SafeText::as_str), "name": name.map(|name| name.get(reading).as_str()) })
}

/// Joins the keys of two objects.
pub(super) fn joined(mut first: Value, rest: Value) -> Value {
    if let (Value::Object(keys), Value::Object(rest)) = (&mut first, rest) {
        keys.extend(rest);
    }
    first
}

/// The word of a level in files and JSON.
pub(super) fn level(level: Priority) -> &'static str {
    match level {
        Priority::Must => "must",
        Priority::Maybe => "maybe",
    }
}

/// When a session starts and ends, as far as it is known.
fn start_and_end(scope: Scope<'_>, times: &Times) -> (Option<String>, Option<String>) {
    let time = |time: NaiveTime| time.format("%H:%M:%S").to_string();
    let own = times.offset;
    let start = times.begins().map(|start| said(scope, start, own)).or_else(|| times.start.map(time));
    (start, times.finishes().map(|end| said(scope, end, own)).or_else(|| times.end().map(time)))
}

/// A moment, with the offset from UTC of the clock that shows it where that is known: the one that is asked for, the
/// venue's, or the session's own.
fn said(scope: Scope<'_>, moment: Moment, own: Option<FixedOffset>) -> String {
    let zone = scope.own.map_or(scope.conference.zone, ViewerTimeZone::zone);
    let offset = |instant| zone.offset(instant).or(own);
    match moment.instant.and_then(|instant| Some(instant.with_timezone(&offset(instant)?))) {
        Some(moment) => moment.to_rfc3339_opts(SecondsFormat::Secs, false),
        None => moment.clock.format("%Y-%m-%dT%H:%M:%S").to_string(),
    }
}

/// A moment of the venue's clock, as `Session` has its start.
pub(super) fn moment_of(scope: Scope<'_>, moment: impl Into<Moment>) -> String {
    said(scope, scope.conference.moment(moment), None)
}

/// JSON of some lines, as people read it, too; it ends with a newline. What would drive a terminal stands by its number.
pub(super) fn text(value: &Value) -> String {
    let text = format!("{value:#}\n");
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if (c.is_control() && c != '\n') || turns_lines(c) {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether a character turns around in which direction what follows is read.
fn turns_lines(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
