//! From a document to a conference.

use std::collections::HashSet;

use chrono::NaiveDate;
use chrono_tz::{TZ_VARIANTS, Tz};

use super::agenda::Agenda;
use super::document::document;
use super::keys;
use super::people::{People, duplicate_id};
use super::references::ReferenceTable;
use super::session_times::TimeContext;
use super::spanned::{Entry, Kind, Table, TableOrigin};
use super::supporters::{read_delegations, read_organizers, read_sponsors};
use super::synonyms::is_of_a_session;
use super::table_reader::{TableReader, key_meant};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{self, Code, Diagnostic, Source, SourceMap, Span, closest_match};
use crate::format::Parsed;
use crate::format::zone;
use crate::model::{
    Color, Conference, Dates, Day, Info, LocalizedText, Room, Times, Track, Venue, WalkingTimes, Zone,
};
use crate::text::SafeText;

/// Reads an event file. Never fails: what cannot be read is said, and the rest is there.
#[must_use]
pub fn read(source: &Source) -> Parsed {
    let (root, diagnostics) = document(source.text(), keys::KNOWN);
    read_document(root, diagnostics, source)
}

/// The same of a document that was read already, with what was wrong with it.
pub(super) fn read_document(mut root: Table, mut diagnostics: Vec<Diagnostic>, source: &Source) -> Parsed {
    merge_event(&mut root, &mut diagnostics);
    lift_top_keys(&mut root, &mut diagnostics);
    say_unknown_tables(&root, &mut diagnostics);
    let conference = read_conference(&root, source, &mut diagnostics);
    let sessions = tables(&root, SESSIONS, &mut Vec::new());
    let said = |keys: &[&str]| {
        let place = |table: &Table| {
            keys.iter().find_map(|key| table.get(key)).map_or(table.span, |entry| entry.value.span)
        };
        sessions.iter().map(|(_, table)| place(table)).collect()
    };
    let places = SourceMap::new(said(&[])).with_times(said(&["date", "day", "start"]), said(&["start"]));
    diagnostic::sort(&mut diagnostics);
    Parsed { conference, source_map: places, diagnostics }
}

/// The tables of sessions.
const SESSIONS: &[&str] = &["agenda", "sessions"];

/// The keys of `[event]` are those of the top; where both have one, the top counts.
fn merge_event(root: &mut Table, diagnostics: &mut Vec<Diagnostic>) {
    let Some(at) = root.entries.place("event") else { return };
    let Kind::Table(event) = &mut root.entries[at].value.kind else { return };
    let (entries, lost) = (std::mem::take(&mut event.entries), std::mem::take(&mut event.lost));
    root.lost.extend(lost);
    for mut entry in entries {
        let known = root.get_mut(&entry.key).map(|known| &mut known.value.kind);
        if let (Some(Kind::Tables(tables)), Kind::Tables(more)) = (known, &mut entry.value.kind) {
            // Both have sessions: they are in one program.
            tables.append(more);
        } else if root.get(&entry.key).is_none() {
            root.entries.push(entry);
        } else {
            let key = MessageArg::text(&entry.key);
            diagnostics.push(Diagnostic::new(Code::TopAndEvent, entry.key_span).with("key", key));
        }
    }
}

/// TOML gives a key to the table above it. A key that only the conference has, under another table, is taken as meant.
fn lift_top_keys(root: &mut Table, diagnostics: &mut Vec<Diagnostic>) {
    let mut lifted: Vec<Entry> = Vec::new();
    for (name, keys) in keys::ARRAYS {
        let Some(Kind::Tables(tables)) = root.get_mut(name).map(|entry| &mut entry.value.kind) else {
            continue;
        };
        for table in tables {
            let is_lifted = |entry: &Entry| {
                let key = entry.key.as_str();
                keys::TOP_ONLY.contains(&key) && closest_match(key, keys.iter().copied()).is_none()
            };
            lifted.extend(table.entries.extract(is_lifted));
        }
    }
    for (name, keys) in [("venue", keys::VENUE), ("walking", keys::WALKING)] {
        let Some(Kind::Table(table)) = root.get_mut(name).map(|entry| &mut entry.value.kind) else {
            continue;
        };
        let is_lifted = |key: &str| keys::TOP_ONLY.contains(&key) && !keys.contains(&key);
        if table.form == TableOrigin::Header {
            lifted.extend(table.entries.extract(|entry| is_lifted(&entry.key)));
        }
    }
    lifted.sort_by_key(|entry| entry.key_span);
    for entry in lifted {
        let code = if root.get(&entry.key).is_none() { Code::BelongsAbove } else { Code::DuplicateKey };
        diagnostics.push(Diagnostic::new(code, entry.key_span).with("key", MessageArg::text(&entry.key)));
        if code == Code::BelongsAbove {
            root.entries.push(entry);
        }
    }
}

fn say_unknown_tables(root: &Table, diagnostics: &mut Vec<Diagnostic>) {
    let known = || keys::ARRAY_NAMES.iter().chain(keys::TOP).copied();
    for entry in root.entries.iter() {
        let key = entry.key.as_str();
        if key == "event" || known().any(|known| known == key) {
            continue;
        }
        let is_table = match &entry.value.kind {
            Kind::Tables(_) => true,
            Kind::Table(table) => matches!(table.form, TableOrigin::Header | TableOrigin::Implicit),
            _ => false,
        };
        diagnostics.push(if is_table {
            let diagnostic = Diagnostic::new(Code::UnknownTable, entry.key_span);
            diagnostic.with("table", MessageArg::text(key)).meant(closest_match(key, known()))
        } else if is_of_a_session(key) {
            Diagnostic::new(Code::BelongsBelow, entry.key_span).with("key", MessageArg::text(key))
        } else {
            let diagnostic = Diagnostic::new(Code::UnknownKey, entry.key_span);
            let diagnostic =
                diagnostic.with("table", MessageArg::Word("event")).with("key", MessageArg::text(key));
            match closest_match(key, known()) {
                Some(meant) => diagnostic.meant(Some(meant)),
                None => key_meant(diagnostic, entry, keys::TOP),
            }
        });
    }
}

/// The tables with these names, each with its name, in the order of the file.
fn tables<'a>(
    root: &'a Table,
    names: &[&'static str],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(&'static str, &'a Table)> {
    let mut tables = Vec::new();
    let mut top = TableReader::open(root, "event", diagnostics);
    for name in names {
        tables.extend(top.tables(name).into_iter().map(|table| (*name, table)));
    }
    tables.sort_by_key(|(_, table)| table.span);
    tables
}

fn read_conference(root: &Table, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Conference {
    let mut top = TableReader::open(root, "event", diagnostics);
    let mut conference = read_top(&mut top, source);
    conference.days = read_days(&tables(root, &["days"], diagnostics), diagnostics);
    let mut rooms = ReferenceTable::new("room");
    conference.rooms = read_rooms(&tables(root, &["rooms"], diagnostics), &mut rooms, diagnostics);
    let mut tracks = ReferenceTable::new("track");
    conference.tracks = read_tracks(&tables(root, &["tracks"], diagnostics), &mut tracks, diagnostics);
    let mut people = People::read(&tables(root, &["people", "guests", "speakers"], diagnostics), diagnostics);

    let sessions = tables(root, SESSIONS, diagnostics);
    let reading = conference.reading(None);
    let mut agenda = Agenda {
        reading,
        clock: TimeContext {
            zone: conference.zone,
            day_change: conference.day_change,
            only_day: only_day(&conference),
        },
        people: &mut people,
        rooms: &mut conference.rooms,
        room_names: &mut rooms,
        tracks: &mut conference.tracks,
        track_names: &mut tracks,
    };
    conference.sessions = agenda.read(&sessions, diagnostics);
    diagnostics.extend(missing_dates(&conference));
    diagnostics.extend(in_utc(&mut conference));
    conference.organizers =
        read_organizers(&tables(root, &["organizers"], diagnostics), &mut people, diagnostics);
    (conference.tiers, conference.sponsors) = read_sponsors(
        &tables(root, &["tiers"], diagnostics),
        &tables(root, &["sponsors"], diagnostics),
        diagnostics,
    );
    conference.delegations =
        read_delegations(&tables(root, &["delegations"], diagnostics), &mut people, diagnostics);
    conference.infos = read_infos(&tables(root, &["info"], diagnostics), diagnostics);
    conference.people = people.all;
    conference
}

/// Takes times for what they are that are all in UTC, in a file that does not say where the venue is.
fn in_utc(conference: &mut Conference) -> Option<Diagnostic> {
    let timed =
        || conference.sessions.iter().map(|session| &session.times).filter(|times| times.start.is_some());
    let is_utc = |times: &Times| times.offset.is_some_and(|offset| offset.local_minus_utc() == 0);
    if conference.zone != Zone::Unknown || timed().next().is_none() || !timed().all(is_utc) {
        return None;
    }
    conference.set_clock(Zone::Utc);
    Some(Diagnostic::new(Code::TimesInUtc, Span::default()))
}

/// A conference that says of its sessions alone on which days it is: lists of events do not know when that is.
fn missing_dates(conference: &Conference) -> Option<Diagnostic> {
    let days = || conference.sessions.iter().filter_map(|session| session.times.day);
    let lasts = conference.sessions.iter().filter_map(|session| session.times.last_day());
    let (first, last) = (days().min()?, days().chain(lasts).max()?);
    let is_said = conference.dates != Dates::default() || first == last;
    let diagnostic =
        Diagnostic::new(Code::NoDates, Span::default()).with("start", MessageArg::text(&first.to_string()));
    (!is_said).then(|| diagnostic.with("end", MessageArg::text(&last.to_string())))
}

/// The day that sessions without a date are on: the conference's only one.
pub(super) fn only_day(conference: &Conference) -> Option<NaiveDate> {
    match (conference.dates, conference.days.as_slice()) {
        (Dates { start: None, end: None }, [day]) => Some(day.date),
        (dates, _) => dates.only_day(),
    }
}

fn read_top(top: &mut TableReader<'_, '_>, source: &Source) -> Conference {
    let format = top.number("format");
    if format.is_some_and(|format| format != FORMAT) {
        let span = top.span("format");
        top.report(Diagnostic::new(Code::NewerFormat, span).with("known", MessageArg::Number(FORMAT.into())));
    }
    let (id, acronym) = (top.text("id"), top.text("acronym"));
    let before = top.errors();
    let title = top.texts("title");
    let is_said = top.errors() > before || top.table.lost.iter().any(|key| key == "title");
    let title = title.unwrap_or_else(|| {
        let in_its_place = acronym.clone().or_else(|| id.clone()).unwrap_or_else(|| file_stem(source));
        if !is_said {
            top.retract(Code::EmptyText);
            let span = top.span("title");
            top.report(
                Diagnostic::new(Code::MissingTitle, span).with("title", MessageArg::from(&in_its_place)),
            );
        }
        LocalizedText::untagged(in_its_place)
    });
    let mut conference = Conference::new(title);
    (conference.id, conference.acronym) = (id, acronym);
    conference.subtitle = top.texts("subtitle");
    conference.theme = top.texts("theme");
    conference.edition = top.number("edition");
    conference.version = top.text_or_number("version");
    conference.updated = top.updated("updated");
    conference.dates = read_dates(top);
    conference.zone = read_zone(top);
    conference.language = top.lang("language");
    if let Some(time) = top.time("day_change") {
        conference.day_change = time;
    }
    conference.venue = read_venue(top);
    conference.url = top.url("url");
    conference.hashtag = top.text("hashtag");
    conference.contact = top.texts("contact");
    conference.description = top.prose("description");
    conference.topics = top.texts_list("topics");
    conference.links = top.links("links");
    conference.walking = top.table("walking").map(|table| {
        let mut walking = top.inner(table, "walking", keys::WALKING);
        WalkingTimes { same: walking.number("same"), other: walking.number("other") }
    });
    conference
}

/// The version of the format that this program knows.
const FORMAT: u32 = 1;

fn file_stem(source: &Source) -> SafeText {
    let name = source.name();
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    SafeText::line(file.strip_suffix(".toml").filter(|stem| !stem.is_empty()).unwrap_or(file))
}

/// `date` is a start and an end on one day.
fn read_dates(top: &mut TableReader<'_, '_>) -> Dates {
    let (date, start, end) = (top.date("date"), top.date("start"), top.date("end"));
    if let Some(date) = date {
        let only = Dates { start: Some(date), end: Some(date) };
        let given = Dates { start: start.or(Some(date)), end: end.or(Some(date)) };
        if given == only {
            return only;
        }
        let span = top.span("date");
        top.report(Diagnostic::new(Code::DateConflict, span).with("key", MessageArg::Word("date")));
    }
    if let (Some(from), Some(to)) = (start, end)
        && to < from
    {
        let span = top.span("end");
        top.report(Diagnostic::new(Code::EndsBeforeItBegins, span));
        return Dates { start, end: None };
    }
    Dates { start, end }
}

fn read_zone(top: &mut TableReader<'_, '_>) -> Zone {
    let Some(name) = top.text("timezone") else { return Zone::Unknown };
    match zone::named(&name) {
        // Who writes an event file and says that its clock shows UTC means it.
        Some(Zone::Utc) => return Zone::Named(Tz::UTC),
        Some(zone) => return zone,
        None => {}
    }
    // `Etc/GMT+6` is six hours behind UTC, so nobody who writes `GMT+6` means it.
    let is_place = |zone: &&str| zone.contains('/') && !zone.starts_with("Etc/");
    let names = || TZ_VARIANTS.iter().map(|zone| zone.name()).filter(is_place);
    let meant = closest_match(&name, names());
    let diagnostic =
        Diagnostic::new(Code::BadZone, top.span("timezone")).with("value", MessageArg::from(&name));
    top.report(diagnostic.meant(meant));
    Zone::Unknown
}

fn read_venue(top: &mut TableReader<'_, '_>) -> Option<Venue> {
    let table = top.table("venue")?;
    let mut venue = top.inner(table, "venue", keys::VENUE);
    Some(Venue {
        name: venue.texts("name"),
        address: venue.texts("address"),
        city: venue.texts("city"),
        country: venue.texts("country"),
        url: venue.url("url"),
    })
}

fn read_days(tables: &[(&'static str, &Table)], diagnostics: &mut Vec<Diagnostic>) -> Vec<Day> {
    let (mut days, mut dates): (Vec<Day>, HashSet<NaiveDate>) = Default::default();
    for (name, table) in tables {
        let mut fields = TableReader::new(table, name, keys::DAYS, diagnostics);
        let (title, opens, closes) = (fields.texts("title"), fields.time("opens"), fields.time("closes"));
        match fields.date("date") {
            Some(date) if !dates.insert(date) => {
                let span = fields.span("date");
                fields.report(Diagnostic::new(Code::DuplicateDay, span));
            }
            Some(date) => days.push(Day { date, title, opens, closes }),
            None if table.get("date").is_none() => fields.missing("date"),
            None => {}
        }
    }
    days.sort_by_key(|day| day.date);
    days
}

fn read_rooms(
    tables: &[(&'static str, &Table)],
    names: &mut ReferenceTable,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Room> {
    let mut rooms = Vec::new();
    for (name, table) in tables {
        let mut fields = TableReader::new(table, name, keys::ROOMS, diagnostics);
        let room = Room {
            id: fields.text("id"),
            name: fields.texts("name"),
            building: fields.texts("building"),
            floor: fields.texts_or_number("floor"),
            capacity: fields.number("capacity"),
            description: fields.prose("description"),
        };
        declare(&mut fields, names, rooms.len(), room.id.as_ref(), room.name.as_ref());
        rooms.push(room);
    }
    rooms
}

fn read_tracks(
    tables: &[(&'static str, &Table)],
    names: &mut ReferenceTable,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Track> {
    let mut tracks = Vec::new();
    for (name, table) in tables {
        let mut fields = TableReader::new(table, name, keys::TRACKS, diagnostics);
        let color = fields.text("color").and_then(|written| {
            let color = Color::parse(&written);
            if color.is_none() {
                let diagnostic = Diagnostic::new(Code::BadColor, fields.span("color"));
                let meant = closest_match(&written, Color::NAMES.iter().map(|(name, _)| *name));
                fields.report(diagnostic.with("value", MessageArg::from(&written)).meant(meant));
            }
            color
        });
        let track = Track { id: fields.text("id"), name: fields.texts("name"), color };
        declare(&mut fields, names, tracks.len(), track.id.as_ref(), track.name.as_ref());
        tracks.push(track);
    }
    tracks
}

/// Makes a thing known by its id and name; one of the two it must have, and the id must be free.
pub(super) fn declare(
    fields: &mut TableReader<'_, '_>,
    names: &mut ReferenceTable,
    index: usize,
    id: Option<&SafeText>,
    name: Option<&LocalizedText>,
) {
    if id.is_none() && name.is_none() {
        fields.missing("name");
    }
    if !names.declare(index, id, name) {
        duplicate_id(fields, id);
    }
}

fn read_infos(tables: &[(&'static str, &Table)], diagnostics: &mut Vec<Diagnostic>) -> Vec<Info> {
    let mut infos = Vec::new();
    for (name, table) in tables {
        let mut fields = TableReader::new(table, name, keys::INFO, diagnostics);
        let title = fields.required_text("title", false);
        infos.push(Info { title, text: fields.prose("text") });
    }
    infos
}
