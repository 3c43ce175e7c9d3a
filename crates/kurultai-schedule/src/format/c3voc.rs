//! c3voc schedule JSON: version 1, published by frab and pretalx, and version 2.
//!
//! Version 1 lists events in the rooms of each day; version 2 has one list of events, which refer to rooms,
//! tracks and people by guid or slug.

mod event;
mod lists;
mod reader;
mod write;

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, Timelike};

use self::reader::Voc;
use super::address::Base;
use super::builder::ConferenceBuilder;
use super::day_room_table::{DayRoomTable, ExportError, generated_acronym};
use super::field_parser;
use super::json;
use super::json::{Document, Node};
use super::parsed::Parsed;
use super::roundtrip::Export;
use super::stable_ids::is_uuid;
use super::time::{self, Dates as DatesRead, Timestamp};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Source, Span};
use crate::model::{Conference, Dates, Day, LanguagePreference, Venue};
use crate::text::SafeText;

/// Reads a schedule; `None` for any other document.
pub(super) fn read(source: &Source, document: &Document) -> Option<Parsed> {
    let root = &document.root;
    let schedule = root.get("schedule").filter(|node| !node.members().is_empty()).unwrap_or(root);
    let conference = schedule.get("conference").or_else(|| root.get("conference"))?;
    if conference.members().is_empty() {
        return None;
    }
    let title = conference.localized_line("title").or_else(|| conference.localized_line("acronym"));
    let base = schedule.text("base_url").or_else(|| conference.text("base_url"));
    let mut voc = Voc {
        builder: ConferenceBuilder::new(source, title),
        rooms: HashMap::new(),
        tracks: HashMap::new(),
        is_own: root.get("generator").and_then(|generator| generator.text("name")) == Some(lists::OWN),
    };
    voc.builder.base = Base::folder(base);
    voc.builder.is_exact = voc.is_own;
    voc.builder.diagnostics.extend_from_slice(&document.diagnostics);
    let days = find_list("days", &[conference, schedule, root]);
    let events = find_list("events", &[schedule, conference, root]);
    voc.facts(schedule, conference);
    voc.zone(conference, days, events);
    voc.day_change(days);
    for room in [conference, schedule, root].iter().flat_map(|node| node.list("rooms")) {
        voc.room(room);
    }
    for track in conference.list("tracks") {
        voc.track(track);
    }
    // The order of the events determines the order of people.
    for day in days {
        voc.day(day);
    }
    voc.list(events);
    for person in find_list("persons", &[schedule, conference, root]) {
        let (keys, person) = voc.read_person(person);
        voc.builder.person(&keys, person);
    }
    Some(voc.builder.finish())
}

/// Writes a conference as c3voc schedule JSON, version 1, in one language.
///
/// Generates stable identifiers where the format requires them, but no other values. A session in several
/// rooms is listed in the first.
///
/// # Errors
///
/// If no session has a date and a time, or if the time zone is unknown.
pub fn write(conference: &Conference, reading: &LanguagePreference) -> Result<Export, ExportError> {
    let table = DayRoomTable::new(conference, reading.clone())?;
    let text = write::document(&table).document();
    Ok(table.export(text, |source| read(source, &json::parse(source.text()))))
}

/// Returns the list with this name from the first object that has one.
fn find_list<'d>(name: &str, nodes: &[&'d Node<'d>]) -> &'d [Node<'d>] {
    nodes.iter().map(|node| node.list(name)).find(|list| !list.is_empty()).unwrap_or_default()
}

impl Voc {
    fn facts(&mut self, schedule: &Node, conference: &Node) {
        let url = self.builder.url(conference, "url");
        let url = url.or_else(|| self.builder.url(schedule, "url"));
        let url = url.or_else(|| self.builder.url(schedule, "base_url"));
        let language = conference.get("defaults").and_then(|node| node.text("language"));
        let date = |name| conference.text(name).and_then(time::date);
        let known = &mut self.builder.conference;
        let is_generated = |acronym: &SafeText| {
            let title = conference.text("title").map(SafeText::line).unwrap_or_default();
            self.is_own && acronym.as_str() == generated_acronym(&title)
        };
        known.acronym = conference.text_line("acronym").filter(|acronym| !is_generated(acronym));
        known.version = schedule.text_line("version");
        known.subtitle = conference.localized_line("subtitle");
        known.description = conference.localized_text("description");
        known.url = url;
        known.language = language.and_then(field_parser::language);
        known.dates = Dates { start: date("start"), end: date("end") };
        let venue = Venue {
            name: conference.localized_line("venue"),
            city: conference.localized_line("city"),
            ..Venue::default()
        };
        known.venue = (venue != Venue::default()).then_some(venue);
    }

    /// Reads the zone and compares the dates of all events with their wall-clock times.
    fn zone(&mut self, conference: &Node, days: &[Node], events: &[Node]) {
        let Some(name) = conference.get("time_zone_name").filter(|node| node.as_text().is_some()) else {
            return;
        };
        self.builder.zone(name.as_text().unwrap_or_default(), name.span);
        let in_days = days.iter().filter_map(|day| day.get("rooms")).flat_map(lists::rooms_of_day);
        let all = in_days.flat_map(|(_, events)| events).chain(events);
        let pair = |event: &Node| {
            let moment =
                event.text("date").and_then(Timestamp::read).filter(|moment| moment.offset.is_some());
            moment.zip(event.text("start").and_then(time::time))
        };
        let pairs: Vec<_> = all.filter_map(pair).collect();
        self.builder.choose_date_reading(&pairs, name.span);
    }

    /// Sets the day change to the latest end of a day after midnight.
    fn day_change(&mut self, days: &[Node]) {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        let ends = days.iter().filter_map(|day| {
            let date = day.text("date").and_then(time::date)?;
            let end = Timestamp::read(day.text("day_end").or_else(|| day.text("end"))?)?;
            let local = self.on_the_clock(end).local;
            // 03:59 means 04:00.
            let local = local + TimeDelta::minutes((local.minute() == 59).into());
            let is_night = local.date() == date.checked_add_days(Days::new(1))?;
            Some(local.time()).filter(|time| is_night && *time < noon)
        });
        if let Some(last) = ends.max() {
            self.builder.conference.day_change = last;
        }
    }

    /// Converts a timestamp to local time at the venue, if the zone is known and offsets are valid.
    fn on_the_clock(&self, moment: Timestamp) -> Timestamp {
        let utc = moment.utc().filter(|_| self.builder.dates == DatesRead::AsGiven);
        let shown = utc.and_then(|utc| self.builder.conference.zone.local(utc.and_utc()));
        Timestamp { local: shown.unwrap_or(moment.local), ..moment }
    }

    /// Reads a day of version 1, including the events of its rooms.
    fn day(&mut self, day: &Node) {
        let date = day.text("date").or_else(|| day.text("day_start")).and_then(time::date);
        if date.is_none() && day.get("date").is_some() {
            let written = day.text("date").unwrap_or_default();
            self.builder.invalid_value("date", written, day.span);
        }
        if let (Some(date), Some(title)) =
            (date, day.localized_line("title").or_else(|| day.localized_line("name")))
        {
            let day = Day { date, title: Some(title), opens: None, closes: None };
            self.builder.conference.days.push(day);
        }
        let mut elsewhere = Vec::new();
        let rooms = day.get("rooms").map(lists::rooms_of_day).unwrap_or_default();
        for (name, events) in rooms {
            let by_guid = self.rooms.get(name).copied().filter(|_| is_uuid(name));
            let room = by_guid.or_else(|| self.builder.room_named(name));
            for event in events {
                let shown = self.event(event, date, room);
                if shown.is_some_and(|day| Some(day) != date) && date.is_some() {
                    elsewhere.push(event.span);
                }
            }
        }
        self.listed_elsewhere(&elsewhere, date);
    }

    fn listed_elsewhere(&mut self, sessions: &[Span], day: Option<NaiveDate>) {
        if let (Some(first), Some(day)) = (sessions.first(), day) {
            let diagnostic = Diagnostic::new(Code::OutsideDay, *first);
            let diagnostic = diagnostic.with("count", MessageArg::count(sessions.len()));
            self.builder.report(diagnostic.with("day", MessageArg::Text(SafeText::line(&day.to_string()))));
        }
    }

    /// Reads the events of version 2.
    fn list(&mut self, events: &[Node]) {
        for event in events {
            self.event(event, None, None);
        }
    }
}
