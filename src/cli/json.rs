//! JSON shared by several commands; docs/JSON.md describes it. All keys are always present, with `null` for
//! unknown values.
//!
//! Texts are in the language of `--lang`, or else in that of the schedule.

use chrono::{FixedOffset, NaiveTime, SecondsFormat};
use serde_json::{Value, json};

use crate::presenter::Presenter;
use kurultai_schedule::model::{
    Conference, Kind, LanguagePreference, LocalizedText, Moment, Participation, Priority, Room, Rooms,
    SessionId, SessionSnapshot, Status, Times, ViewerTimeZone,
};
use kurultai_schedule::text::SafeText;

/// The context of all parts of the output.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) conference: &'a Conference,
    pub(super) reading: &'a LanguagePreference,
    /// The zone of instants, unless it is that of the venue.
    pub(super) own: Option<ViewerTimeZone>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(presenter: &Presenter<'a>) -> Self {
        let own = presenter.clocks.filter(|clocks| clocks.shows_own).map(|clocks| clocks.own);
        Self { conference: presenter.conference, reading: presenter.reading, own }
    }
}

/// Returns a session of the schedule.
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

/// Returns a session from a plan or an old edition, with the same keys.
pub(super) fn snapshot(scope: Scope<'_>, session: &SessionSnapshot) -> Value {
    let times = scope.conference.snapshot_times(session);
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

/// Returns a session with its priority in the user's plan, `null` if it is not picked.
pub(super) fn planned(scope: Scope<'_>, id: SessionId, picked: Option<Priority>) -> Value {
    joined(json!({ "picked": picked.map(priority) }), session(scope, id))
}

/// Returns the id and name of an entity other than a session.
pub(super) fn id_and_name(
    id: Option<&SafeText>,
    name: Option<&LocalizedText>,
    reading: &LanguagePreference,
) -> Value {
    json!({ "id": id.map(SafeText::as_str), "name": name.map(|name| name.get(reading).as_str()) })
}

/// Merges the keys of two objects.
pub(super) fn joined(mut first: Value, rest: Value) -> Value {
    if let (Value::Object(keys), Value::Object(rest)) = (&mut first, rest) {
        keys.extend(rest);
    }
    first
}

/// Returns the word for a priority in files and JSON.
pub(super) fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Must => "must",
        Priority::Maybe => "maybe",
    }
}

/// Formats start and end.
fn start_and_end(scope: Scope<'_>, times: &Times) -> (Option<String>, Option<String>) {
    let time = |time: NaiveTime| time.format("%H:%M:%S").to_string();
    let own = times.offset;
    let start =
        times.begins().map(|start| format_moment(scope, start, own)).or_else(|| times.start.map(time));
    (start, times.finishes().map(|end| format_moment(scope, end, own)).or_else(|| times.end().map(time)))
}

/// Formats a moment with its UTC offset in the output zone, if known, or else with the offset of the session.
fn format_moment(scope: Scope<'_>, moment: Moment, own: Option<FixedOffset>) -> String {
    let zone = scope.own.map_or(scope.conference.zone, ViewerTimeZone::zone);
    let offset = |instant| zone.offset(instant).or(own);
    match moment.instant.and_then(|instant| Some(instant.with_timezone(&offset(instant)?))) {
        Some(moment) => moment.to_rfc3339_opts(SecondsFormat::Secs, false),
        None => moment.clock.format("%Y-%m-%dT%H:%M:%S").to_string(),
    }
}

/// Formats a local time at the venue.
pub(super) fn venue_moment(scope: Scope<'_>, moment: impl Into<Moment>) -> String {
    format_moment(scope, scope.conference.moment(moment), None)
}

/// Formats JSON with indentation and a final newline. Control and bidirectional formatting characters are escaped.
pub(super) fn text(value: &Value) -> String {
    let text = format!("{value:#}\n");
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if (c.is_control() && c != '\n') || is_bidi_control(c) {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// True for bidirectional formatting characters.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
