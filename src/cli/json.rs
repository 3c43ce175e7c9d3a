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
use serde::Serialize;

use crate::model::{
    Conference, LanguagePreference, LocalizedText, Moment, Participation, Priority, Room, Rooms, SessionId,
    SessionSnapshot, Times, ViewerTimeZone,
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
    /// How long it takes.
    minutes: Option<i64>,
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

/// A session, and whether it is in the user's own plan.
#[derive(Debug, Serialize)]
pub(super) struct Planned {
    /// `must`, `maybe`; `null` where it is not picked.
    pub(super) picked: Option<&'static str>,
    #[serde(flatten)]
    pub(super) session: Session,
}

/// Anything else that has a name.
#[derive(Debug, Serialize)]
pub(super) struct Named {
    /// Its id in the program.
    id: Option<String>,
    name: Option<String>,
}

impl Session {
    pub(super) fn of(scope: Scope<'_>, id: SessionId) -> Self {
        let Scope { conference, reading, .. } = scope;
        let session = conference.session(id);
        let texts = |texts: Option<&LocalizedText>| texts.map(|texts| texts.get(reading).to_string());
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
        let (start, end) = start_and_end(scope, times);
        Self {
            id: string(session.id.as_ref()),
            guid: string(session.guid.as_ref()),
            title: texts(session.title.as_ref()),
            subtitle: texts(session.subtitle.as_ref()),
            day: times.day.map(|day| day.to_string()),
            start,
            end,
            minutes: times.duration.map(|length| length.num_minutes()),
            rooms,
            track: track.and_then(|track| texts(track.name.as_ref()).or_else(|| string(track.id.as_ref()))),
            kind: session.kind.as_ref().map(|kind| kind.word().to_owned()),
            status: session.status.as_ref().map(|status| status.word().to_owned()),
            languages: session.languages.iter().map(ToString::to_string).collect(),
            people: session.people.iter().filter_map(person).collect(),
            url: string(session.url.as_ref()),
        }
    }

    /// The same of one that is remembered, on the clock of a conference.
    pub(super) fn remembered(scope: Scope<'_>, session: &SessionSnapshot) -> Self {
        let times = scope.conference.remembered_times(session);
        let (start, end) = start_and_end(scope, &times);
        let strings = |texts: &[SafeText]| texts.iter().map(ToString::to_string).collect();
        Self {
            id: string(session.id.as_ref()),
            guid: string(session.guid.as_ref()),
            title: string(session.title.as_ref()),
            subtitle: None,
            day: times.day.map(|day| day.to_string()),
            start,
            end,
            minutes: times.duration.map(|length| length.num_minutes()),
            rooms: strings(&session.rooms),
            track: None,
            kind: None,
            status: session.is_cancelled.then(|| "cancelled".to_owned()),
            languages: Vec::new(),
            people: strings(&session.people),
            url: string(session.url.as_ref()),
        }
    }
}

/// The word of a level in files and JSON.
pub(super) fn level(level: Priority) -> &'static str {
    match level {
        Priority::Must => "must",
        Priority::Maybe => "maybe",
    }
}

impl Named {
    pub(super) fn of(
        id: Option<&SafeText>,
        name: Option<&LocalizedText>,
        reading: &LanguagePreference,
    ) -> Self {
        Self { id: string(id), name: name.map(|name| name.get(reading).to_string()) }
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

fn string(text: Option<&SafeText>) -> Option<String> {
    text.map(ToString::to_string)
}

/// JSON of some lines, as people read it, too; it ends with a newline. What would drive a terminal stands by its number.
pub(super) fn text(value: &impl Serialize) -> String {
    // Only maps with keys that are no text cannot be written, and there is none.
    let text = serde_json::to_string_pretty(value).unwrap_or_default() + "\n";
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
