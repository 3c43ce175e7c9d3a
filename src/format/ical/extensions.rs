//! What calendars of our own say of a session beyond the standard, and how it is read.
//!
//! iCalendar has no word for the parts of a session that are all text to a calendar: who is in it, in which rooms, of which
//! track. `LOCATION`, `CATEGORIES` and `DESCRIPTION` say them for people; these properties say them again for us.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::components::{self, Component};
use super::lines::Line;
use super::timezones::offset_from;
use super::write::Planned;
use crate::diagnostic::Source;
use crate::format::builder::{ConferenceBuilder, Keys};
use crate::model::{Kind, LocalizedText, Person, Role, Rooms, Session, Status, Times, Zone};
use crate::text::{SafeText, small_scheme};

/// The `PRODID` of our calendars.
pub(super) const PRODUCT: &str = "-//kurultai//kurultai//EN";

pub(super) const ID: &str = "X-KURULTAI-ID";
pub(super) const KIND: &str = "X-KURULTAI-KIND";
/// A status that iCalendar does not know.
pub(super) const STATUS: &str = "X-KURULTAI-STATUS";
/// One for each room; [`ALL`] without a key is everywhere.
pub(super) const ROOM: &str = "X-KURULTAI-ROOM";
pub(super) const ALL: &str = "*";
pub(super) const TRACK: &str = "X-KURULTAI-TRACK";
pub(super) const TAG: &str = "X-KURULTAI-TAG";
/// One for each person. Where there is any, the first paragraph of the description names them for people.
pub(super) const PERSON: &str = "X-KURULTAI-PERSON";
/// What a person does, as a parameter.
pub(super) const ROLE: &str = "X-ROLE";
/// Tells a person or a room from others of that name, as a parameter.
pub(super) const KEY: &str = "X-KEY";
/// Of a session that has a date alone: when it starts is not known.
pub(super) const START: &str = "X-KURULTAI-START";
pub(super) const UNKNOWN: &str = "UNKNOWN";
/// Of a time in UTC: how far the venue's clock is from it, where its zone is not known.
pub(super) const OFFSET: &str = "X-KURULTAI-OFFSET";
/// The day of the program, where the clock does not say it.
pub(super) const DAY: &str = "X-KURULTAI-DAY";
/// Of a session that a plan has as a maybe: then its `STATUS` is that of the pick.
pub(super) const LEVEL: &str = "X-KURULTAI-LEVEL";
pub(super) const MAYBE: &str = "MAYBE";
/// A note of the plan, which is the last paragraph of the description, behind a word that says so.
pub(super) const NOTE: &str = "X-KURULTAI-NOTE";
/// Of a calendar: the plan whose sessions it keeps.
const OWNER: &str = "X-KURULTAI-PLAN";
pub(super) const SLIDES: &str = "X-KURULTAI-SLIDES";
pub(super) const RECORDING: &str = "X-KURULTAI-RECORDING";
pub(super) const STREAM: &str = "X-KURULTAI-STREAM";
pub(super) const FEEDBACK: &str = "X-KURULTAI-FEEDBACK";

/// Whether the calendar with this header is one of ours.
pub(super) fn is_own(header: &Component) -> bool {
    header.line("PRODID").is_some_and(|line| line.value() == PRODUCT)
}

/// Returns what a calendar says of whose it is, made of what that is known by.
#[must_use]
pub fn owner(parts: &[&str]) -> String {
    // No path and no text that is shown holds this character.
    Uuid::new_v5(&Uuid::NAMESPACE_URL, parts.join("\0").as_bytes()).to_string()
}

/// Returns a calendar of ours with a line that says whose it is, to be known again by [`is_kept_by`]. With `is_stored` it is one of a
/// folder of calendars, in which no file has a `METHOD`.
#[must_use]
pub fn keep(calendar: &str, owner: &str, is_stored: bool) -> String {
    let product = format!("PRODID:{PRODUCT}\r\n");
    let calendar = calendar.replacen(&product, &format!("{product}{OWNER}:{owner}\r\n"), 1);
    if is_stored { calendar.replacen("METHOD:PUBLISH\r\n", "", 1) } else { calendar }
}

/// True if a text is a calendar of ours that says it is this owner's.
#[must_use]
pub fn is_kept_by(calendar: &str, owner: &str) -> bool {
    let header =
        || calendar.lines().take_while(|line| !line.starts_with("BEGIN:V") || line.ends_with(":VCALENDAR"));
    let has = |name: &str, value: &str| header().any(|line| line.split_once(':') == Some((name, value)));
    has("PRODID", PRODUCT) && has(OWNER, owner)
}

/// Returns what a calendar says of a plan: the level and the note of each session for which it has any, by the `UID`.
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

/// Reads what our own properties say of a session.
pub(super) fn about(event: &Component, session: &mut Session, builder: &mut ConferenceBuilder) {
    let text = |name| event.line(name).map(clean).filter(|text| !text.is_empty());
    let address = |name| {
        let url = text(name).filter(|text| super::session::is_address(text))?;
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
    session.track = text(TRACK).and_then(|track| builder.track(&track));
    session.tags = event.lines(TAG).map(clean).map(LocalizedText::untagged).collect();
    for line in event.lines(PERSON) {
        let name = clean(line);
        let role = line.parameter(ROLE).map(|role| Role::from_word(&SafeText::line(&role)));
        let guid = line.parameter(KEY).map(|key| SafeText::line(&key));
        let keys = Keys::new(guid.clone(), None, None);
        let person = Person { guid, name: Some(LocalizedText::untagged(name)), ..Person::default() };
        builder.take_part(&mut session.people, &keys, person, role);
    }
    session.slides = address(SLIDES);
    session.recording = address(RECORDING);
    session.stream = address(STREAM);
    session.feedback = address(FEEDBACK);
}

/// What a description says beyond the names of people.
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

/// Reads what our own properties say of when a session is.
pub(super) fn times(event: &Component, zone: Zone, times: &mut Times) {
    if event.line(START).is_some_and(|line| line.value() == UNKNOWN) {
        times.all_day = false;
    }
    let offset = event.line(OFFSET).and_then(|line| offset_from(line.value()));
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
