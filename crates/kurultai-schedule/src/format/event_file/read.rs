//! Converts a TOML document to a conference.

use std::collections::HashSet;

use super::agenda::read_sessions;
use super::allowed::take_allowed;
use super::document::document;
use super::entity_id::EntityId;
use super::people::read_people;
use super::read_context::ReadContext;
use super::record::{Record, SESSIONS, read_tables, tables};
use super::references::Entity;
use super::schema::{self, is_session_key};
use super::spanned::{Entry, Kind, Table, TableOrigin};
use super::table_reader::{TableReader, suggest_key};
use super::time_context::{TimeContext, unknown_conference};
use crate::diagnostic::{
    self, Code, DeclaredSpans, Diagnostic, MessageArg, Source, SourceMap, Span, closest_match,
};
use crate::format::Parsed;
use crate::model::{Conference, Dates, Day, RoomId, TierId, Times, TrackId, Venue, WalkingTimes, Zone};
use crate::text::SafeText;

/// Reads an event file. Never fails: reports everything that cannot be read and returns the rest.
#[must_use]
pub fn read(source: &Source) -> Parsed {
    let (root, diagnostics) = document(source.text(), schema::KNOWN);
    read_document(root, diagnostics, source)
}

/// Reads a parsed document. `diagnostics` are those of the parser.
pub(super) fn read_document(
    mut root: Table<'_>,
    mut diagnostics: Vec<Diagnostic>,
    source: &Source,
) -> Parsed {
    merge_event(&mut root, &mut diagnostics);
    let allowed = take_allowed(&mut root, &mut diagnostics);
    lift_top_keys(&mut root, &mut diagnostics);
    report_unknown_tables(&root, &mut diagnostics);
    let mut context = ReadContext::new(diagnostics, file_stem(source));
    let conference = read_conference(&root, &mut context);
    let declared = DeclaredSpans {
        rooms: std::mem::take(&mut context.rooms.spans),
        tracks: std::mem::take(&mut context.tracks.spans),
        people: std::mem::take(&mut context.people.spans),
    };
    let mut diagnostics = context.diagnostics;
    let sessions = tables(&root, SESSIONS, &mut ReadContext::new(Vec::new(), SafeText::line("")));
    let spans = |keys: &[&str]| {
        let span = |table: &Table| {
            keys.iter().find_map(|key| table.get(key)).map_or(table.span, |entry| entry.value.span)
        };
        sessions.iter().map(|(_, table)| span(table)).collect()
    };
    let source_map =
        SourceMap::new(spans(&[])).with_times(spans(&["date", "day", "start"]), spans(&["start"]));
    let source_map = source_map.with_declared(declared).with_allowed(allowed);
    diagnostics.retain(|diagnostic| !source_map.allows(diagnostic));
    diagnostic::sort(&mut diagnostics);
    Parsed { conference, source_map, diagnostics }
}

/// Moves the keys of `[event]` to the top level; reports a key that is in both places.
fn merge_event(root: &mut Table, diagnostics: &mut Vec<Diagnostic>) {
    let Some(at) = root.entries.position("event") else { return };
    let Kind::Table(event) = &mut root.entries[at].value.kind else { return };
    let (entries, lost) = (std::mem::take(&mut event.entries), std::mem::take(&mut event.lost));
    root.lost.extend(lost);
    for mut entry in entries {
        let known = root.get_mut(&entry.key).map(|known| &mut known.value.kind);
        if let (Some(Kind::Tables(tables)), Kind::Tables(more)) = (known, &mut entry.value.kind) {
            tables.append(more);
        } else if root.get(&entry.key).is_none() {
            root.entries.push(entry);
        } else {
            let key = MessageArg::text(&entry.key);
            diagnostics.push(Diagnostic::new(Code::TopAndEvent, entry.key_span).with("key", key));
        }
    }
}

/// Moves keys that belong to the conference, but that are written below another table's header, to the top
/// level.
fn lift_top_keys(root: &mut Table, diagnostics: &mut Vec<Diagnostic>) {
    let mut lifted = Vec::new();
    for schema::TableArray { name, keys, .. } in schema::ARRAYS {
        let is_lifted = |entry: &Entry| {
            schema::is_top_only(&entry.key) && closest_match(&entry.key, keys.iter().copied()).is_none()
        };
        if let Some(Kind::Tables(tables)) = root.get_mut(name).map(|entry| &mut entry.value.kind) {
            lifted.extend(tables.iter_mut().flat_map(|table| table.entries.extract(is_lifted)));
        }
    }
    for (name, keys) in [("venue", Venue::KEYS), ("walking", WalkingTimes::KEYS)] {
        let is_lifted = |entry: &Entry| schema::is_top_only(&entry.key) && !keys.contains(&&*entry.key);
        if let Some(Kind::Table(table)) = root.get_mut(name).map(|entry| &mut entry.value.kind)
            && table.form == TableOrigin::Header
        {
            lifted.extend(table.entries.extract(is_lifted));
        }
    }
    lifted.sort_by_key(|entry: &Entry| entry.key_span);
    for entry in lifted {
        let code = if root.get(&entry.key).is_none() { Code::BelongsAbove } else { Code::DuplicateKey };
        diagnostics.push(Diagnostic::new(code, entry.key_span).with("key", MessageArg::text(&entry.key)));
        if code == Code::BelongsAbove {
            root.entries.push(entry);
        }
    }
}

fn report_unknown_tables(root: &Table, diagnostics: &mut Vec<Diagnostic>) {
    let known = || schema::ARRAY_NAMES.iter().chain(Conference::KEYS).copied();
    for entry in root.entries.iter() {
        let key = &*entry.key;
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
        } else if is_session_key(key) {
            Diagnostic::new(Code::BelongsBelow, entry.key_span).with("key", MessageArg::text(key))
        } else {
            let diagnostic = Diagnostic::new(Code::UnknownKey, entry.key_span);
            let diagnostic =
                diagnostic.with("table", MessageArg::Word("event")).with("key", MessageArg::text(key));
            match closest_match(key, known()) {
                Some(similar) => diagnostic.meant(Some(similar)),
                None => suggest_key(diagnostic, entry, Conference::KEYS),
            }
        });
    }
}

fn read_list<T: Record>(root: &Table, name: &'static str, context: &mut ReadContext) -> Vec<T> {
    let mut records = Vec::new();
    read_tables(root, &[name], context, |record, _| records.push(record));
    records
}

/// Reads entities that can be referenced. Each needs an id or a name; ids must be unique.
fn read_entities<I: EntityId<Entity: Record>>(root: &Table, name: &'static str, context: &mut ReadContext) {
    read_tables(root, &[name], context, |entity: I::Entity, reader| {
        if entity.id().is_none() && entity.name().is_none() {
            reader.missing("name");
        }
        let id = entity.id().cloned();
        let span = reader.span(if entity.name().is_some() { "name" } else { "id" });
        reader.declare(id.as_ref(), |context| I::entities(context).0.declare(entity, span));
    });
}

fn read_conference(root: &Table, context: &mut ReadContext) -> Conference {
    let mut top = TableReader::open(root, "event", context);
    top.format_version();
    let conference = Conference::read(&mut top);
    let mut conference = conference.unwrap_or_else(unknown_conference);
    conference.days = read_days(root, context);
    read_entities::<RoomId>(root, "rooms", context);
    read_entities::<TrackId>(root, "tracks", context);
    read_people(root, context);
    context.clock = TimeContext::from(&conference);
    conference.sessions = read_sessions(root, &conference.reading(None), context);
    context.diagnostics.extend(missing_dates(&conference));
    context.diagnostics.extend(in_utc(&mut conference));
    conference.organizers = read_list(root, "organizers", context);
    read_entities::<TierId>(root, "tiers", context);
    conference.sponsors = read_list(root, "sponsors", context);
    conference.delegations = read_list(root, "delegations", context);
    conference.infos = read_list(root, "info", context);
    conference.rooms = std::mem::take(&mut context.rooms.all);
    conference.tracks = std::mem::take(&mut context.tracks.all);
    conference.tiers = std::mem::take(&mut context.tiers.all);
    conference.people = std::mem::take(&mut context.people.all);
    conference
}

fn read_days(root: &Table, context: &mut ReadContext) -> Vec<Day> {
    let (mut days, mut dates) = (Vec::new(), HashSet::new());
    read_tables(root, &["days"], context, |day: Day, reader| {
        if dates.insert(day.date) {
            days.push(day);
        } else {
            reader.report(Diagnostic::new(Code::DuplicateDay, reader.span("date")));
        }
    });
    days.sort_by_key(|day| day.date);
    days
}

/// Sets the time zone to UTC if all times are in UTC and the file does not name a time zone.
fn in_utc(conference: &mut Conference) -> Option<Diagnostic> {
    let timed =
        || conference.sessions.iter().map(|session| &session.times).filter(|times| times.start.is_some());
    let is_utc = |times: &Times| times.offset.is_some_and(|offset| offset.local_minus_utc() == 0);
    if conference.zone != Zone::Unknown || timed().next().is_none() || !timed().all(is_utc) {
        return None;
    }
    conference.set_zone(Zone::Utc);
    Some(Diagnostic::new(Code::TimesInUtc, Span::default()))
}

/// Reports a conference of several days without `start` and `end`: event lists do not show its dates.
fn missing_dates(conference: &Conference) -> Option<Diagnostic> {
    let Dates { start: Some(first), end: Some(last) } = conference.known_dates() else { return None };
    let is_known = conference.dates != Dates::default() || first == last;
    let diagnostic = Diagnostic::new(Code::NoDates, Span::default());
    let diagnostic = diagnostic.with("start", MessageArg::text(&first.to_string()));
    (!is_known).then(|| diagnostic.with("end", MessageArg::text(&last.to_string())))
}

fn file_stem(source: &Source) -> SafeText {
    let name = source.name();
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    SafeText::line(file.strip_suffix(".toml").filter(|stem| !stem.is_empty()).unwrap_or(file))
}
