//! Our own properties, `X-KURULTAI-*`.
//!
//! iCalendar has no structure for people, rooms and tracks. `LOCATION`, `CATEGORIES` and `DESCRIPTION`
//! contain them as text; these properties repeat them in a form that can be read back.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::components::{self, Component};
use super::lines::Line;
use crate::diagnostic::Source;
use crate::format::address::is_openable;
use crate::format::builder::{ConferenceBuilder, Keys};
use crate::format::export::Planned;
use crate::format::time;
use crate::model::{Kind, LocalizedText, Person, Role, Rooms, Session, Status, Times, Zone};
use crate::text::{SafeText, small_scheme};

/// The `PRODID` of our calendars.
pub(super) const PRODUCT: &str = "-//kurultai//kurultai//EN";

pub(super) const ID: &str = "X-KURULTAI-ID";
pub(super) const KIND: &str = "X-KURULTAI-KIND";
/// A status that iCalendar does not have.
pub(super) const STATUS: &str = "X-KURULTAI-STATUS";
/// One property per room. [`ALL`] without a key means all rooms.
pub(super) const ROOM: &str = "X-KURULTAI-ROOM";
pub(super) const ALL: &str = "*";
pub(super) const TRACK: &str = "X-KURULTAI-TRACK";
pub(super) const TAG: &str = "X-KURULTAI-TAG";
/// One property per person. If present, the description begins with a paragraph of their names.
pub(super) const PERSON: &str = "X-KURULTAI-PERSON";
/// A parameter: the role of a person.
pub(super) const ROLE: &str = "X-ROLE";
/// A parameter that distinguishes people or rooms with the same name.
pub(super) const KEY: &str = "X-KEY";
/// The start of a session without a time in `DTSTART`.
pub(super) const START: &str = "X-KURULTAI-START";
pub(super) const UNKNOWN: &str = "UNKNOWN";
/// The offset of the venue for a time in UTC, if the zone is unknown.
pub(super) const OFFSET: &str = "X-KURULTAI-OFFSET";
/// The schedule day, if the date does not imply it.
pub(super) const DAY: &str = "X-KURULTAI-DAY";
/// The priority of a session picked as a maybe, because `STATUS` then describes the pick.
pub(super) const LEVEL: &str = "X-KURULTAI-LEVEL";
pub(super) const MAYBE: &str = "MAYBE";
/// The user's note, which is also the last paragraph of the description.
pub(super) const NOTE: &str = "X-KURULTAI-NOTE";
/// The plan from which a calendar was exported.
const OWNER: &str = "X-KURULTAI-PLAN";
pub(super) const SLIDES: &str = "X-KURULTAI-SLIDES";
pub(super) const RECORDING: &str = "X-KURULTAI-RECORDING";
pub(super) const STREAM: &str = "X-KURULTAI-STREAM";
pub(super) const FEEDBACK: &str = "X-KURULTAI-FEEDBACK";

/// True for a calendar written by this app.
pub(super) fn is_own(header: &Component) -> bool {
    header.line("PRODID").is_some_and(|line| line.value() == PRODUCT)
}

/// Returns an owner id for a calendar, generated from identifying parts.
#[must_use]
pub fn owner(parts: &[&str]) -> String {
    // NUL occurs in no path and no text.
    Uuid::new_v5(&Uuid::NAMESPACE_URL, parts.join("\0").as_bytes()).to_string()
}

/// Adds the owner to a calendar of this app, for [`is_kept_by`]. With `is_stored`, the calendar is for a
/// calendar folder, where files have no `METHOD`.
#[must_use]
pub fn keep(calendar: &str, owner: &str, is_stored: bool) -> String {
    let product = format!("PRODID:{PRODUCT}\r\n");
    let calendar = calendar.replacen(&product, &format!("{product}{OWNER}:{owner}\r\n"), 1);
    if is_stored { calendar.replacen("METHOD:PUBLISH\r\n", "", 1) } else { calendar }
}

/// True if a text is a calendar of this app with this owner.
#[must_use]
pub fn is_kept_by(calendar: &str, owner: &str) -> bool {
    let header =
        || calendar.lines().take_while(|line| !line.starts_with("BEGIN:V") || line.ends_with(":VCALENDAR"));
    let has = |name: &str, value: &str| header().any(|line| line.split_once(':') == Some((name, value)));
    has("PRODID", PRODUCT) && has(OWNER, owner)
}

/// Reads the plan from a calendar: priority and note by `UID`.
#[must_use]
pub fn plan(source: &Source) -> HashMap<String, Planned> {
    let events = components::read(source.text()).events;
    let entries = events.iter().filter_map(|event| {
        let is_maybe = event.line(LEVEL).is_some_and(|line| line.value() == MAYBE);
        let note = event.line(NOTE).map(|line| SafeText::text(&line.text())).filter(|note| !note.is_empty());
        let uid = event.line("UID").map(Line::text)?;
        (is_maybe || note.is_some()).then_some((uid, Planned { is_maybe, note, minutes: 0 }))
    });
    entries.collect()
}

/// Reads the properties of a session.
pub(super) fn about(event: &Component, session: &mut Session, builder: &mut ConferenceBuilder) {
    let text = |name| event.line(name).map(clean).filter(|text| !text.is_empty());
    let address = |name| {
        let url = text(name).filter(|text| is_openable(text))?;
        Some(SafeText::line(&small_scheme(&url)))
    };
    session.id = builder.unique_id(text(ID), event.span);
    session.kind = text(KIND).map(|word| Kind::from_word(&word));
    if event.line(LEVEL).is_some() {
        session.status = None;
    }
    session.status = text(STATUS).map(|word| Status::from_word(&word)).or(session.status.take());
    let rooms: Vec<(Option<String>, SafeText)> =
        event.lines(ROOM).map(|line| (line.parameter(KEY), clean(line))).collect();
    session.rooms = match &rooms[..] {
        [(None, all)] if all.as_str() == ALL => Rooms::All,
        _ => {
            let rooms = rooms.iter().filter_map(|(key, name)| builder.room_with(key.as_deref(), name));
            Rooms::In(rooms.collect())
        }
    };
    session.track = text(TRACK).and_then(|track| builder.track_named(&track));
    session.tags = event.lines(TAG).map(clean).map(LocalizedText::untagged).collect();
    for line in event.lines(PERSON) {
        let name = clean(line);
        let role = line.parameter(ROLE).map(|role| Role::from_word(&SafeText::line(&role)));
        let guid = line.parameter(KEY).map(|key| SafeText::line(&key));
        let keys = Keys::new(guid.clone(), None, None);
        let person = Person { guid, name: Some(LocalizedText::untagged(name)), ..Person::default() };
        builder.add_participant(&mut session.people, &keys, person, role);
    }
    session.slides = address(SLIDES);
    session.recording = address(RECORDING);
    session.stream = address(STREAM);
    session.feedback = address(FEEDBACK);
}

/// Returns the description without the names of people and the note.
pub(super) fn description<'a>(event: &Component, description: &'a str) -> &'a str {
    let note = event.line(NOTE).map(Line::text);
    let without = note.as_ref().and_then(|note| description.trim_end().strip_suffix(note.trim()));
    let without = without.map(|rest| rest.rsplit_once("\n\n").map_or("", |(before, _)| before));
    let description = without.map_or(description, str::trim_end);
    if event.line(PERSON).is_none() {
        return description;
    }
    description.split_once("\n\n").map_or("", |(_, rest)| rest)
}

/// Reads the properties of times.
pub(super) fn times(event: &Component, zone: Zone, times: &mut Times) {
    if event.line(START).is_some_and(|line| line.value() == UNKNOWN) {
        times.all_day = false;
    }
    let offset = event.line(OFFSET).and_then(|line| time::offset(line.value()));
    if let (Some(offset), Some(start), Zone::Unknown) = (offset, times.start_datetime(), zone) {
        *times = times.starting_at(times.instant.unwrap_or_else(|| start.and_utc()), zone, offset);
        times.day = times.date;
    }
    let day = event.line(DAY).and_then(|line| NaiveDate::parse_from_str(line.value(), "%Y%m%d").ok());
    times.day = day.or(times.day);
}

fn clean(line: &Line) -> SafeText {
    SafeText::line(&line.text())
}
