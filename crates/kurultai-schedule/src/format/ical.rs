//! iCalendar (RFC 5545) as conferences publish it.
//!
//! `lines` unfolds lines, `components` splits the file into events and zones, `timezones` and `described`
//! resolve zones, `calendars` and `versions` handle several calendars and several versions of an event,
//! `datetime` and `rrule` parse values; `session` and `people` build sessions. `write` writes calendars, and
//! `extensions` holds our own properties.

mod calendars;
mod components;
mod datetime;
mod described;
mod extensions;
mod lines;
mod people;
mod rrule;
mod session;
mod timezones;
mod versions;
mod write;

use std::collections::HashSet;

use chrono_tz::Tz;

use self::components::{Calendar, Component};
use self::datetime::TimeZoneRef;
pub use self::extensions::{is_kept_by, keep, owner, plan};
use self::lines::Line;
use self::session::Sessions;
use self::timezones::Zones;
pub use self::write::{CalendarWords, EnglishWords, Options, Uids};
use super::builder::ConferenceBuilder;
use super::export::ExportJob;
pub use super::export::Planned;
use super::parsed::Parsed;
use super::roundtrip::{Export, ReadBack, diff};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Source, Span};
use crate::model::{Conference, LocalizedText, SessionId, Zone};
use crate::text::{Lang, SafeText};

/// The longest description that may replace the missing name of a calendar.
const SHORT: usize = 80;

/// True if the text begins like a calendar, with at most one wrong character.
pub(super) fn is_calendar(text: &str) -> bool {
    let first = "BEGIN:VCALENDAR";
    let is_same = |(one, two): &(char, char)| one.eq_ignore_ascii_case(two);
    text.chars().zip(first.chars()).filter(is_same).count() + 1 >= first.len()
}

pub(super) fn read(source: &Source) -> Parsed {
    let Calendar { mut header, mut events, zones, begins, diagnostics, .. } = components::read(source.text());
    calendars::cancel(&header, &begins, &mut events);
    let (events, older) = versions::newest(events);
    let mut builder = about(source, &header);
    builder.diagnostics.extend(diagnostics.into_iter().chain(older));
    let others = if events.is_empty() { others(source.text()) } else { 0 };
    if others > 0 {
        builder.report(
            Diagnostic::new(Code::OnlyOthers, Span::default()).with("count", MessageArg::count(others)),
        );
    }
    builder.is_exact = extensions::is_own(&header);
    // Our calendars give the day of each early session.
    builder.lists_days = builder.is_exact;
    let mut zones = Zones::new(&zones, &events);
    calendars::clocks(&mut header, &begins, &mut zones);
    zones.set_venue(&events);
    set_zone(&mut builder, &mut zones, &header, &events);
    let holder = people::organizer(&header, &events);
    people::hold(&mut builder, holder.as_ref());
    let mut sessions = Sessions::new(builder, zones, &events);
    sessions.holder = holder;
    sessions.is_own = extensions::is_own(&header);
    for event in &events {
        sessions.add(event);
    }
    let (shared, mut builder) = (shared_uids(&sessions, &events), sessions.builder);
    let unknown = sessions.zones.diagnostics.into_iter();
    builder.diagnostics.extend(unknown.chain(shared).chain(without_start(&events)));
    builder.finish()
}

/// Writes sessions of a conference as a calendar. With all sessions it represents the whole schedule.
///
/// The output is deterministic, and a session has the same `UID` in every calendar. The calendar is read back
/// to find losses; for a subset of sessions, only their own losses.
///
/// ```
/// use kurultai_schedule::diagnostic::Source;
/// use kurultai_schedule::format::{event_file, ical};
/// use kurultai_schedule::model::{LanguagePreference, SessionId};
/// let text = "title = 'Our day'\ndate = 2026-03-07\n[[agenda]]\ntitle = 'Opening'\nstart = '09:30'\nroom = 'Hall'\n";
/// let conference = event_file::read(&Source::new("day.toml", text)).conference;
/// let options = ical::Options { reading: LanguagePreference::default(), words: &ical::EnglishWords, busy: &[], sequence: None, plan: None };
/// let calendar = ical::write(&conference, &[SessionId::new(0)], &options).text;
/// assert!(calendar.contains("\r\nDTSTART:20260307T093000\r\nSUMMARY:Opening\r\nLOCATION:Hall\r\n"));
/// ```
#[must_use]
pub fn write(conference: &Conference, sessions: &[SessionId], options: &Options) -> Export {
    let mut is_taken = vec![false; conference.sessions.len()];
    let mut sessions = sessions.to_vec();
    sessions.retain(|id| is_taken.get_mut(id.index()).is_some_and(|taken| !std::mem::replace(taken, true)));
    let write::Calendar { text, places, uids } = write::calendar(conference, &sessions, options);
    let mut back = read(&Source::new("", &text)).conference;
    // Busy blocks are not part of the schedule.
    back.sessions.truncate(places.len());
    let is_whole = sessions.iter().copied().eq((0..conference.sessions.len()).map(SessionId::new));
    let written = if is_whole { conference.clone() } else { conference.subset(&sessions) };
    // In a subset, people have other indices.
    let guids = if is_whole { uids.people() } else { &[] };
    let back = ReadBack::matched(&written, back, &places, guids, &options.reading);
    Export { lost: diff(&written, &back), text }
}

/// Writes the calendar of an export.
pub(super) fn write_job(job: &ExportJob) -> Export {
    let plan = |id| job.calendar.planned.get(&id).cloned().unwrap_or_default();
    let (reading, words, busy) = (job.reading.clone(), job.words, job.calendar.busy);
    let options = Options { reading, words, busy, sequence: None, plan: Some(&plan) };
    write(job.calendar.schedule, job.calendar.sessions, &options)
}

/// Counts calendar entries other than sessions: to-dos, journals, busy times.
fn others(text: &str) -> usize {
    let is_other = |line: &&str| {
        ["BEGIN:VTODO", "BEGIN:VJOURNAL", "BEGIN:VFREEBUSY"]
            .iter()
            .any(|begin| line.eq_ignore_ascii_case(begin))
    };
    text.split(['\n', '\r']).map(str::trim).filter(is_other).count()
}

/// Reads the properties of the calendar.
fn about(source: &Source, header: &Component) -> ConferenceBuilder {
    let texts = |name: &'static str| {
        let texts = header.lines(name).map(|line| SafeText::text(&line.text()));
        texts.filter(|text| !text.trim().is_empty())
    };
    let descriptions: Vec<SafeText> = texts("X-WR-CALDESC").chain(texts("DESCRIPTION")).collect();
    let named = texts("X-WR-CALNAME").chain(texts("NAME")).chain(texts("SUMMARY")).next();
    // A short description replaces a missing name.
    let is_short = |text: &&SafeText| text.chars().count() <= SHORT && !text.contains('\n');
    let title = named.or_else(|| descriptions.first().filter(is_short).cloned());
    let title = title.map(|title| SafeText::line(&title));
    let mut builder =
        ConferenceBuilder::with_optional_title(source, title.clone().map(LocalizedText::untagged));
    let url = header.line("URL").and_then(|line| builder.address(line.value(), line.span));
    let conference = &mut builder.conference;
    conference.description =
        descriptions.into_iter().find(|text| Some(text) != title.as_ref()).map(LocalizedText::untagged);
    conference.url = url;
    conference.updated = header.line("LAST-MODIFIED").map(|line| SafeText::line(line.value()));
    let topics = header.lines("CATEGORIES").flat_map(Line::list).map(|topic| SafeText::line(&topic));
    conference.topics = topics.filter(|topic| !topic.is_empty()).map(LocalizedText::untagged).collect();
    builder
}

/// Sets the venue zone: the zone of the calendar, or else the only zone of its sessions.
fn set_zone(builder: &mut ConferenceBuilder, zones: &mut Zones, header: &Component, events: &[Component]) {
    let (mut of_header, mut header_span): (Option<TimeZoneRef>, Option<Span>) = (None, None);
    for line in calendars::ZONES.iter().flat_map(|name| header.lines(name)) {
        let is_known = timezones::named(line.value()).is_some();
        // These two properties may contain anything.
        if is_known || !(line.is("TZID") || line.is("VTIMEZONE")) {
            header_span = header_span.or(Some(line.span));
            of_header = of_header.or(Some(zones.clock(line.value(), line.span)));
        }
    }
    let mut named: Vec<Tz> = Vec::new();
    let (mut is_utc, mut is_other) = (None, false);
    let mut languages = HashSet::new();
    let has_series = events.iter().any(|event| !session::is_repetition(event));
    for event in events {
        languages.insert(event.line("SUMMARY").and_then(|line| line.parameter("LANGUAGE")));
        // A moved occurrence may have another zone.
        if has_series && session::is_repetition(event) {
            continue;
        }
        zones.enter(event);
        let Some(line) = event.line("DTSTART") else { continue };
        match zones.values(line).into_iter().next() {
            Some(Ok(stamp)) if stamp.is_date => {}
            Some(Ok(stamp)) => match stamp.clock {
                TimeZoneRef::Named(zone) if !named.contains(&zone) => named.push(zone),
                TimeZoneRef::Named(_) => {}
                clock if clock.is_utc() => is_utc = is_utc.or(Some(line.span)),
                _ => is_other = true,
            },
            _ => {}
        }
    }
    builder.conference.language = match &languages.into_iter().collect::<Vec<_>>()[..] {
        [Some(language)] => Lang::parse(language).ok(),
        _ => None,
    };
    if of_header.is_some_and(TimeZoneRef::is_utc) {
        builder.utc_declaration = header_span;
        of_header = None;
    }
    builder.conference.zone = match (of_header, &named[..]) {
        (Some(TimeZoneRef::Named(zone)), _) => Zone::Named(zone),
        // Our calendars name the zone if it is known.
        (None, _) if extensions::is_own(header) => Zone::Unknown,
        (_, [zone]) => Zone::Named(*zone),
        (Some(TimeZoneRef::Fixed(offset)), []) => Zone::Fixed(offset),
        (_, []) => match (zones.only_named(), is_utc) {
            (Some(zone), _) => Zone::Named(zone),
            (None, span) => {
                builder.utc_declaration = builder.utc_declaration.or(span.filter(|_| !is_other));
                Zone::Unknown
            }
        },
        _ => {
            builder.report(Diagnostic::new(Code::SeveralZones, Span::default()));
            Zone::Unknown
        }
    };
}

/// Reports a `UID` shared by several sessions, which cannot identify any of them.
fn shared_uids(sessions: &Sessions, events: &[Component]) -> Option<Diagnostic> {
    let is_shared = |event: &&Component| {
        let uid = session::uid(event).filter(|_| !session::is_repetition(event));
        uid.is_some_and(|uid| sessions.uids.get(&uid).is_some_and(|count| *count > 1))
    };
    let first = events.iter().find(is_shared)?;
    let span = first.line("UID").map_or(first.span, |line| line.span);
    let count = events.iter().filter(is_shared).count();
    Some(Diagnostic::new(Code::SharedUid, span).with("count", MessageArg::count(count)))
}

fn without_start(events: &[Component]) -> Option<Diagnostic> {
    let has_none = |event: &&Component| event.line("DTSTART").is_none();
    let first = events.iter().find(has_none)?;
    let count = events.iter().filter(has_none).count();
    Some(Diagnostic::new(Code::NoStart, first.span).with("count", MessageArg::count(count)))
}
