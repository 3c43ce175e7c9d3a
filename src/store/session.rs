//! Session snapshots in the user's files.

use super::fields::{Fields, KeyValue, Writer};
use kurultai_schedule::format::event_file::quoted;
use kurultai_schedule::model::{SessionSnapshot, SnapshotKey};
use kurultai_schedule::text::SafeText;

/// The keys in the order of writing.
pub(super) const KEYS: &[&str] =
    &["title", "date", "start", "duration", "day", "rooms", "people", "guid", "id", "url", "cancelled"];

/// Reads a session; `None` if nothing identifies it. Day and start identify a session without title, guid, id
/// and URL, but only if the title is explicitly empty.
pub(super) fn read(fields: &mut Fields<'_>) -> Option<SessionSnapshot> {
    let date = fields.date("date");
    let is_untitled = fields.line("title").is_some_and(|title| title.is_empty());
    let mut name = |key| fields.line(key).filter(|text| !text.is_empty());
    let (title, guid, id, url) = (name("title"), name("guid"), name("id"), name("url"));
    let session = SessionSnapshot {
        guid,
        id,
        url,
        title,
        people: fields.lines("people"),
        // The conference day defaults to the date.
        day: fields.date("day").or(date),
        date,
        start: fields.time("start"),
        length: fields.duration("duration"),
        rooms: fields.lines("rooms"),
        is_cancelled: fields.flag("cancelled"),
    };
    match session.key() {
        SnapshotKey::Nothing => None,
        SnapshotKey::Place(..) if !is_untitled => None,
        _ => Some(session),
    }
}

/// Returns the keys of a session.
pub(super) fn key_values(session: &SessionSnapshot) -> Vec<KeyValue> {
    let mut keys = Writer::default();
    let has_name = !matches!(session.key(), SnapshotKey::Place(..));
    keys.text("title", session.title.as_ref().or((!has_name).then_some(&SafeText::default())));
    keys.date("date", session.date);
    keys.time("start", session.start);
    let minutes = session.length.map(|length| length.num_minutes());
    keys.value("duration", minutes.map(|minutes| quoted(&format!("{minutes}m"))));
    keys.date("day", session.day.filter(|day| session.date != Some(*day)));
    keys.lines("rooms", &session.rooms);
    keys.lines("people", &session.people);
    keys.text("guid", session.guid.as_ref());
    keys.text("id", session.id.as_ref());
    keys.text("url", session.url.as_ref());
    keys.value("cancelled", session.is_cancelled.then(|| "true".to_owned()));
    keys.0
}
