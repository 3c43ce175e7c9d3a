//! What calendars of our own say of a session beyond the standard, and how it is read.
//!
//! iCalendar has no word for the parts of a session that are all text to a calendar: who is in it, in which rooms, of which
//! track. `LOCATION`, `CATEGORIES` and `DESCRIPTION` say them for people; these properties say them again for us.

use chrono::{NaiveDate, TimeDelta};

use super::components::Component;
use super::lines::Line;
use super::zones::offset_from;
use crate::format::draft::{Draft, Keys};
use crate::model::{Kind, Person, Role, Rooms, Session, Status, Texts, Times, Zone};
use crate::text::Clean;

/// The `PRODID` of our calendars.
pub(super) const PRODUCT: &str = "-//kurultai//kurultai//EN";

pub(super) const ID: &str = "X-KURULTAI-ID";
pub(super) const KIND: &str = "X-KURULTAI-KIND";
/// A status that iCalendar does not know.
pub(super) const STATUS: &str = "X-KURULTAI-STATUS";
/// One for each room; `*` is everywhere.
pub(super) const ROOM: &str = "X-KURULTAI-ROOM";
pub(super) const TRACK: &str = "X-KURULTAI-TRACK";
pub(super) const TAG: &str = "X-KURULTAI-TAG";
/// One for each person. Where there is any, the first paragraph of the description names them for people.
pub(super) const PERSON: &str = "X-KURULTAI-PERSON";
/// What a person does, as a parameter.
pub(super) const ROLE: &str = "X-ROLE";
/// Tells a person from others of that name, as a parameter.
pub(super) const KEY: &str = "X-KEY";
/// Of a session that has a date alone: when it starts is not known.
pub(super) const START: &str = "X-KURULTAI-START";
pub(super) const UNKNOWN: &str = "UNKNOWN";
/// Of a time in UTC: how far the venue's clock is from it, where its zone is not known.
pub(super) const OFFSET: &str = "X-KURULTAI-OFFSET";
/// The day of the program, where the clock does not say it.
pub(super) const DAY: &str = "X-KURULTAI-DAY";
pub(super) const SLIDES: &str = "X-KURULTAI-SLIDES";
pub(super) const RECORDING: &str = "X-KURULTAI-RECORDING";
pub(super) const STREAM: &str = "X-KURULTAI-STREAM";
pub(super) const FEEDBACK: &str = "X-KURULTAI-FEEDBACK";

/// Whether the calendar with this header is one of ours.
pub(super) fn is_own(header: &Component) -> bool {
    header.line("PRODID").is_some_and(|line| line.value() == PRODUCT)
}

/// Reads what our own properties say of a session.
pub(super) fn about(event: &Component, session: &mut Session, draft: &mut Draft) {
    let text = |name| event.line(name).map(clean).filter(|text| !text.is_empty());
    let address = |name| text(name).filter(|text| super::session::is_address(text));
    session.id = draft.unique_id(text(ID), event.span);
    session.kind = text(KIND).map(|word| Kind::from_word(&word));
    session.status = text(STATUS).map(|word| Status::from_word(&word)).or(session.status.take());
    let rooms: Vec<Clean> = event.lines(ROOM).map(clean).collect();
    session.rooms = match &rooms[..] {
        [all] if all.as_str() == "*" => Rooms::All,
        _ => Rooms::In(rooms.iter().filter_map(|room| draft.room(room)).collect()),
    };
    session.track = text(TRACK).and_then(|track| draft.track(&track));
    session.tags = event.lines(TAG).map(clean).collect();
    for line in event.lines(PERSON) {
        let name = clean(line);
        let role = line.parameter(ROLE).map(|role| Role::from_word(&Clean::line(&role)));
        let guid = line.parameter(KEY).map(|key| Clean::line(&key));
        let keys = Keys::new(guid.clone(), None, None);
        let person = Person { guid, name: Some(Texts::plain(name)), ..Person::default() };
        draft.take_part(&mut session.people, &keys, person, role);
    }
    session.slides = address(SLIDES);
    session.recording = address(RECORDING);
    session.stream = address(STREAM);
    session.feedback = address(FEEDBACK);
}

/// What a description says beyond the names of people.
pub(super) fn description<'a>(event: &Component, description: &'a str) -> &'a str {
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
    if let (Some(offset), Some(start), Zone::Unknown) = (offset, times.starts(), zone) {
        let shown = start.checked_add_signed(TimeDelta::seconds(offset.local_minus_utc().into()));
        times.offset = Some(offset);
        times.date = shown.map(|shown| shown.date());
        times.start = shown.map(|shown| shown.time());
        times.day = times.date;
    }
    let day = event.line(DAY).and_then(|line| NaiveDate::parse_from_str(line.value(), "%Y%m%d").ok());
    times.day = day.or(times.day);
}

fn clean(line: &Line) -> Clean {
    Clean::line(&line.text())
}
