//! [`Draft`]: a conference that is being read out of what a program published.

mod names;
mod people;
mod rooms;

use std::collections::{HashMap, HashSet};

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::Read;
use super::clock::Moment;
use super::one_line;
pub(super) use names::is_several;
use people::People;
pub(super) use people::{Keys, Meant, is_key};
use rooms::Rooms;

use crate::diagnostic::{Code, Diagnostic, Places, Source, Span};
use crate::locale::Value;
use crate::model::{Conference, Person, Session, SessionId, Texts, Times, Track, TrackId, Zone, program_day};
use crate::text::Clean;

/// A conference that is being read, with what is found on the way.
pub(super) struct Draft {
    pub(super) conference: Conference,
    pub(super) findings: Vec<Diagnostic>,
    places: Vec<Span>,
    people: People,
    rooms: Rooms,
    tracks: HashMap<String, TrackId>,
    ids: HashSet<Clean>,
    /// Whether texts are as they were meant, without HTML: in files of our own.
    pub(super) is_exact: bool,
}

/// What a file says of when a session is, in all its ways at once.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    /// The day that it is listed under.
    pub(super) day: Option<NaiveDate>,
    /// The moment of its start.
    pub(super) moment: Option<Moment>,
    /// What the venue's clock shows at its start.
    pub(super) start: Option<NaiveTime>,
    pub(super) length: Option<TimeDelta>,
    /// Whether the length is what the venue's clock shows of it, and not what passes: over a change of the clock the two differ.
    pub(super) is_by_clock: bool,
}

/// What starts before this hour on the day after the one that it is listed under belongs to the night before, in a file
/// that does not say when its days change.
const NIGHT: NaiveTime = match NaiveTime::from_hms_opt(6, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

impl Draft {
    /// A conference with this title; without one, with the name of its file in its place, which is said.
    pub(super) fn new(source: &Source, title: Option<Texts>) -> Self {
        let is_missing = title.is_none();
        let mut draft = Self::with_or_without_title(source, title);
        if is_missing {
            let title = draft.conference.title.iter().next().map(|(_, title)| Value::from(title));
            let finding = Diagnostic::new(Code::NoTitle, Span::default());
            draft.find(finding.with("title", title.unwrap_or_else(|| Value::text(""))));
        }
        draft
    }

    /// A conference in a format that need not have a title: without one, with the name of its file in its place.
    pub(super) fn with_or_without_title(source: &Source, title: Option<Texts>) -> Self {
        let name = || Clean::line(source.name().rsplit(['/', '\\']).next().unwrap_or_default());
        Self {
            conference: Conference::new(title.unwrap_or_else(|| Texts::plain(name()))),
            findings: Vec::new(),
            places: Vec::new(),
            people: People::default(),
            rooms: Rooms::default(),
            tracks: HashMap::new(),
            ids: HashSet::new(),
            is_exact: false,
        }
    }

    pub(super) fn find(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Sets the time zone by its name in the IANA database.
    pub(super) fn zone(&mut self, name: &str, span: Span) {
        match name.trim().parse::<Tz>() {
            Ok(zone) => self.conference.zone = Zone::Named(zone),
            Err(_) => self.find(Diagnostic::new(Code::BadZone, span).with("value", Value::text(name))),
        }
    }

    /// The track with this name, made when it is met first. `None` without a name.
    pub(super) fn track(&mut self, name: &str) -> Option<TrackId> {
        let name = Clean::line(name);
        if name.is_empty() {
            return None;
        }
        let key = name.to_string();
        Some(self.track_of(&key, Track { name: Some(Texts::plain(name)), ..Track::default() }))
    }

    /// The track that a file calls by a key of its own, with everything that it says of it.
    pub(super) fn track_of(&mut self, key: &str, track: Track) -> TrackId {
        let tracks = &mut self.conference.tracks;
        *self.tracks.entry(key.to_owned()).or_insert_with(|| {
            tracks.push(track);
            TrackId::new(tracks.len() - 1)
        })
    }

    /// The id of a session, which is that of no other.
    pub(super) fn unique_id(&mut self, id: Option<Clean>, span: Span) -> Option<Clean> {
        let id = id?;
        if self.ids.insert(id.clone()) {
            return Some(id);
        }
        self.find(Diagnostic::new(Code::RepeatedId, span).with("id", Value::from(&id)));
        None
    }

    /// Adds a session that stands at this place.
    pub(super) fn session(&mut self, session: Session, span: Span) -> SessionId {
        self.conference.sessions.push(session);
        self.places.push(span);
        SessionId::new(self.conference.sessions.len() - 1)
    }

    /// When a session is. The zone of the conference must be set before.
    ///
    /// A moment with an offset counts most; `start` is what the venue's clock shows. Where the two differ by whole
    /// quarters of an hour, the moment is given on another clock, as wafer does it: then `start` says the offset.
    pub(super) fn times(&mut self, told: Told, span: Span) -> Times {
        let length = told.length.filter(|length| *length > TimeDelta::zero());
        if told.length.is_some() && length.is_none() {
            self.find(Diagnostic::new(Code::NoLength, span));
        }
        let mut times = Times { length, ..Times::default() };
        let local = match (told.moment, self.conference.zone) {
            (Some(Moment { local, offset: Some(offset) }), zone) => {
                let utc = local - TimeDelta::seconds(offset.local_minus_utc().into());
                match zone {
                    Zone::Named(zone) => {
                        let shown = |utc: NaiveDateTime| utc.and_utc().with_timezone(&zone).naive_local();
                        let end = length
                            .filter(|_| !told.is_by_clock)
                            .and_then(|length| utc.checked_add_signed(length));
                        let by_clock = end.map(|end| shown(end) - shown(utc));
                        // In the hour that comes twice the clock may show less than nothing.
                        times.length = by_clock.filter(|length| *length > TimeDelta::zero()).or(length);
                        Some(shown(utc))
                    }
                    Zone::Unknown => {
                        let offset =
                            told.start.and_then(|start| venue_offset(utc.time(), start)).unwrap_or(offset);
                        times.offset = Some(offset);
                        Some(utc + TimeDelta::seconds(offset.local_minus_utc().into()))
                    }
                }
            }
            (Some(Moment { local, offset: None }), _) => Some(local),
            (None, _) => None,
        };
        let Some(local) = local else {
            // All that is known is the day, and what the clock shows on it or in the night after it.
            let is_night = told.start.is_some_and(|start| start < self.conference.day_change);
            times.start = told.start;
            times.day = told.day;
            times.date = if is_night { told.day.and_then(|day| day.succ_opt()) } else { told.day };
            return times;
        };
        if let Some(start) = told.start.filter(|start| *start != local.time()) {
            let values = [("start", start), ("date", local.time())];
            let values = values.map(|(name, time)| (name, Value::text(&time.format("%H:%M").to_string())));
            let [start, date] = values;
            self.find(Diagnostic::new(Code::ClockConflict, span).with(start.0, start.1).with(date.0, date.1));
        }
        times.start = Some(local.time());
        times.date = Some(local.date());
        times.day = Some(self.day(local.date(), local.time(), told.day));
        times
    }

    /// The program day: the one that the session is listed under if that can be, else the one that the clock says.
    fn day(&self, date: NaiveDate, time: NaiveTime, listed: Option<NaiveDate>) -> NaiveDate {
        let change = self.conference.day_change;
        match listed {
            Some(day) if day == date => day,
            Some(day) if day.succ_opt() == Some(date) && time < change.max(NIGHT) => day,
            _ => program_day(date, time, change),
        }
    }

    /// The conference, looked over: the days change no later than its first session of a morning begins.
    pub(super) fn finish(mut self) -> Read {
        people::settle(&self.people, &mut self.conference);
        if !self.is_exact {
            one_line::tidy(&mut self.conference);
        }
        let mornings = self.conference.sessions.iter().map(|session| &session.times);
        let mornings = mornings.filter(|times| times.day == times.date).filter_map(|times| times.start);
        if let Some(first) = mornings.min() {
            self.conference.day_change = self.conference.day_change.min(first);
        }
        // Damage is enough of a reason.
        let is_said = |finding: &Diagnostic| {
            use Code::{BrokenComponent, Damaged, LeftOut, OnlyOthers, Syntax};
            matches!(finding.code, OnlyOthers | LeftOut | Damaged | Syntax | BrokenComponent)
        };
        if self.conference.sessions.is_empty() && !self.findings.iter().any(is_said) {
            self.find(Diagnostic::new(Code::NoSessions, Span::default()));
        }
        let has_times = self.conference.sessions.iter().any(|session| session.times.start.is_some());
        let has_offsets = self.conference.sessions.iter().any(|session| session.times.offset.is_some());
        if has_times && !has_offsets && self.conference.zone == Zone::Unknown {
            self.find(Diagnostic::new(Code::NoZone, Span::default()));
        }
        Read { conference: self.conference, places: Places::new(self.places), findings: self.findings }
    }
}

/// How far a clock that shows `start` is from UTC, if that can be the offset of a zone.
fn venue_offset(utc: NaiveTime, start: NaiveTime) -> Option<FixedOffset> {
    let mut seconds = i32::try_from((start - utc).num_seconds()).ok()?;
    // Of two days that the clock may be on, the one that is nearer to Greenwich.
    if seconds > 14 * 3600 {
        seconds -= 24 * 3600;
    } else if seconds <= -12 * 3600 {
        seconds += 24 * 3600;
    }
    FixedOffset::east_opt(seconds).filter(|_| seconds % 900 == 0)
}

/// Puts what is told of a person where nothing was known.
fn fill(known: &mut Person, told: Person) {
    fn set<T>(known: &mut Option<T>, told: Option<T>) {
        if known.is_none() {
            *known = told;
        }
    }
    set(&mut known.id, told.id);
    set(&mut known.guid, told.guid);
    set(&mut known.name, told.name);
    set(&mut known.organization, told.organization);
    set(&mut known.country, told.country);
    set(&mut known.pronouns, told.pronouns);
    set(&mut known.bio, told.bio);
    set(&mut known.avatar, told.avatar);
    set(&mut known.attendance, told.attendance);
    if known.links.is_empty() {
        known.links = told.links;
    }
    if known.positions.is_empty() {
        known.positions = told.positions;
    }
    for role in told.roles {
        if !known.roles.contains(&role) {
            known.roles.push(role);
        }
    }
}
