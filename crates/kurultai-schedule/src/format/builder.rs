//! [`ConferenceBuilder`], the target of the readers of published formats.

mod fields;
mod names;
mod participants;
mod people;
mod rooms;

use std::collections::{HashMap, HashSet};

use chrono::{NaiveTime, TimeDelta};

use super::address::{self, Base, Counts, Written};
use super::limits::{Counted, Limits};
use super::parsed::Parsed;
use super::time::{self, Dates, RawTimes, Timestamp, VenueClock};
use super::{media, one_line, zone};
pub(super) use names::is_several;
use people::People;
pub(super) use people::{Keys, SpeakerReference, is_key};

use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Source, SourceMap, Span};
use crate::model::{Conference, LocalizedText, RoomId, Session, SessionId, Times, Track, TrackId, Zone};
use crate::text::SafeText;

/// A conference being read, with its diagnostics.
pub(super) struct ConferenceBuilder {
    pub(super) conference: Conference,
    pub(super) diagnostics: Vec<Diagnostic>,
    places: Vec<Span>,
    people: People,
    rooms: Rooms,
    tracks: HashMap<String, TrackId>,
    ids: HashSet<SafeText>,
    /// True for files written by this app: their texts are plain, guids are unique, and a session may be
    /// longer than the event.
    pub(super) is_exact: bool,
    /// The position where the file declares that its times are in UTC.
    pub(super) utc_declaration: Option<Span>,
    /// The base of relative URLs.
    pub(super) base: Base,
    /// URLs that were corrected, or cannot be opened, for the diagnostics.
    pub(super) addresses: Counts,
    /// The interpretation of session dates.
    pub(super) dates: Dates,
    /// True if sessions are listed under days.
    pub(super) lists_days: bool,
    /// The positions of sessions that are not part of the schedule.
    pub(super) left_out: Vec<Span>,
    reported: Reported,
    limits: Limits,
}

/// Problems reported so far.
#[derive(Default)]
struct Reported {
    /// The keys of invalid values, each of which is reported once.
    keys: HashSet<&'static str>,
    /// References to people that the file does not describe.
    unknown_people: HashSet<String>,
    /// The number of references shared by several people.
    ambiguous_people: usize,
}

/// The rooms seen so far.
#[derive(Debug, Default)]
struct Rooms {
    /// The first room of each name.
    by_name: HashMap<SafeText, RoomId>,
    /// Rooms whose guid is not known yet.
    without_guid: HashMap<SafeText, RoomId>,
    by_guid: HashMap<(SafeText, SafeText), RoomId>,
    /// By a key of the file.
    by_key: HashMap<String, RoomId>,
}

impl ConferenceBuilder {
    /// Creates a conference. Without a title it is named after the file, with a diagnostic.
    pub(super) fn new(source: &Source, title: Option<LocalizedText>) -> Self {
        let is_missing = title.is_none();
        let mut builder = Self::with_optional_title(source, title);
        if is_missing {
            let title = builder.conference.title.iter().next().map(|(_, title)| MessageArg::from(title));
            let diagnostic = Diagnostic::new(Code::NoTitle, Span::default());
            builder.report(diagnostic.with("title", title.unwrap_or_else(|| MessageArg::text(""))));
        }
        builder
    }

    /// Creates a conference in a format with optional titles: without one it is named after the file.
    pub(super) fn with_optional_title(source: &Source, title: Option<LocalizedText>) -> Self {
        let name = || SafeText::line(source.name().rsplit(['/', '\\']).next().unwrap_or_default());
        Self {
            conference: Conference::new(title.unwrap_or_else(|| LocalizedText::untagged(name()))),
            diagnostics: Vec::new(),
            places: Vec::new(),
            people: People::default(),
            rooms: Rooms::default(),
            tracks: HashMap::new(),
            ids: HashSet::new(),
            is_exact: false,
            utc_declaration: None,
            base: Base::default(),
            addresses: Counts::default(),
            dates: Dates::default(),
            lists_days: false,
            left_out: Vec::new(),
            reported: Reported::default(),
            limits: Limits::new(source),
        }
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Parses a URL. Counts texts that were corrected or cannot be opened.
    pub(super) fn address(&mut self, written: &str, span: Span) -> Option<SafeText> {
        let (code, shown) = match address::read(written, &self.base) {
            Written::Link(url) => return Some(url),
            Written::Empty => return None,
            Written::Mended(url) => (Code::MendedLink, Some(url)),
            Written::Shown(url) => (Code::OtherScheme, Some(url)),
            Written::Dead => (Code::DeadLink, None),
            Written::NoAddress => (Code::NoAddress, None),
        };
        self.addresses.add(code, span, written, shown.as_ref());
        shown
    }

    /// Sets the time zone by any of its names. UTC is not accepted as the zone of the venue.
    pub(super) fn zone(&mut self, name: &str, span: Span) {
        match zone::named(name) {
            Some(Zone::Utc | Zone::Unknown) => self.utc_declaration = self.utc_declaration.or(Some(span)),
            Some(zone) => self.conference.zone = zone,
            None => self.report(Diagnostic::new(Code::BadZone, span).with("value", MessageArg::text(name))),
        }
    }

    /// Returns the track with this name, or creates it. `None` without a name.
    pub(super) fn track_named(&mut self, name: &str) -> Option<TrackId> {
        let name = SafeText::line(&self.limits.name(name));
        if name.is_empty() {
            return None;
        }
        let key = name.to_string();
        self.track_by_key(&key, Track { name: Some(LocalizedText::untagged(name)), ..Track::default() })
    }

    /// Returns the track with this key, or creates it. `None` beyond the limit.
    pub(super) fn track_by_key(&mut self, key: &str, track: Track) -> Option<TrackId> {
        let key = &*self.limits.name(key);
        if let Some(known) = self.tracks.get(key) {
            return Some(*known);
        }
        let id = TrackId::new(self.conference.tracks.len());
        if !self.limits.allow(Counted::Tracks, id.index(), Span::default()) {
            return None;
        }
        self.conference.tracks.push(track);
        self.tracks.insert(key.to_owned(), id);
        Some(id)
    }

    /// Returns the id, unless an earlier session has the same one, which is reported.
    pub(super) fn unique_id(&mut self, id: Option<SafeText>, span: Span) -> Option<SafeText> {
        let id = id?;
        if self.ids.insert(id.clone()) {
            return Some(id);
        }
        self.report(Diagnostic::new(Code::RepeatedId, span).with("id", MessageArg::from(&id)));
        None
    }

    /// Truncates the lists of a session to the limits. Call it before cloning a repeated session.
    pub(super) fn fit(&mut self, session: &mut Session, span: Span) {
        self.limits.fit(session, span);
    }

    /// Adds a session at this position of the file. `None` beyond the limits.
    pub(super) fn add_session(&mut self, mut session: Session, span: Span) -> Option<SessionId> {
        let is_allowed = self.limits.allow(Counted::Sessions, self.conference.sessions.len(), span)
            && (session.same_as.is_none() || self.limits.repeat(&session, span));
        if !is_allowed {
            return None;
        }
        people::deduplicate(&mut session.people);
        self.limits.session(&mut session, span);
        let since = self
            .diagnostics
            .iter()
            .rposition(|diagnostic| diagnostic.span != span)
            .map_or(0, |last| last + 1);
        let reading = self.conference.reading(None);
        time::name_doubts(self.diagnostics.get_mut(since..).unwrap_or_default(), &session, &reading);
        self.conference.sessions.push(session);
        self.places.push(span);
        Some(SessionId::new(self.conference.sessions.len() - 1))
    }

    /// Combines the times of a session. Requires that the zone of the conference is already set.
    pub(super) fn times(&mut self, raw: RawTimes, span: Span) -> Times {
        self.lists_days |= raw.day.is_some();
        let (zone, day_change) = (self.conference.zone, self.conference.day_change);
        let clock = VenueClock { zone, day_change, dates: self.dates };
        let (times, doubts) = clock.times(raw);
        for doubt in doubts {
            self.report(doubt.diagnostic(span));
        }
        times
    }

    /// Chooses how to interpret dates, based on the sessions that have both a date with an offset and a
    /// wall-clock time: see [`Dates`].
    pub(super) fn choose_date_reading(&mut self, pairs: &[(Timestamp, NaiveTime)], span: Span) {
        self.dates = Dates::decide(self.conference.zone, pairs);
        if self.dates == Dates::ByClock {
            let zone = self.conference.zone.name().unwrap_or_default();
            self.report(Diagnostic::new(Code::DoubtfulOffset, span).with("zone", MessageArg::text(&zone)));
        }
    }

    /// Completes the conference. Moves the day change before the earliest morning session.
    pub(super) fn finish(mut self) -> Parsed {
        if let Some(first) = self.left_out.first() {
            let diagnostic = Diagnostic::new(Code::LeftOut, *first);
            self.report(diagnostic.with("count", MessageArg::count(self.left_out.len())));
        }
        people::settle(&self.people, &mut self.conference);
        if !self.is_exact {
            one_line::tidy(&mut self.conference);
        }
        // The damage already explains why there is no session.
        let explains = |diagnostic: &Diagnostic| {
            use Code::{BrokenComponent, Damaged, LeftOut, OnlyOthers, Syntax};
            matches!(diagnostic.code, OnlyOthers | LeftOut | Damaged | Syntax | BrokenComponent)
        };
        if self.conference.sessions.is_empty() && !self.diagnostics.iter().any(explains) {
            self.report(Diagnostic::new(Code::NoSessions, Span::default()));
        }
        self.diagnostics.extend(self.addresses.diagnostics());
        self.diagnostics.extend(self.limits.diagnostics());
        self.settle_zone();
        self.convert_to_all_day();
        if !self.is_exact {
            self.drop_excessive_durations();
        }
        if self.conference.zone != Zone::Utc {
            let mornings = self.conference.sessions.iter().map(|session| &session.times);
            let mornings = mornings.filter(|times| times.day == times.date).filter_map(|times| times.start);
            if let Some(first) = mornings.min() {
                self.conference.day_change = self.conference.day_change.min(first);
            }
        }
        self.conference.sessions.iter_mut().for_each(media::classify);
        Parsed {
            conference: self.conference,
            source_map: SourceMap::new(self.places),
            diagnostics: self.diagnostics,
        }
    }

    /// Chooses the venue zone if none is given: unknown, or UTC if all times are in UTC.
    fn settle_zone(&mut self) {
        let timed =
            || self.conference.sessions.iter().map(|session| &session.times).filter(|it| it.start.is_some());
        if self.conference.zone != Zone::Unknown || timed().next().is_none() {
            return;
        }
        let is_utc = |times: &Times| match times.offset {
            Some(offset) => offset.local_minus_utc() == 0,
            None => self.utc_declaration.is_some(),
        };
        if timed().all(is_utc) {
            let first = self.conference.sessions.iter().position(|session| session.times.start.is_some());
            let first = first.and_then(|first| self.places.get(first)).copied();
            self.report(Diagnostic::new(
                Code::TimesInUtc,
                self.utc_declaration.or(first).unwrap_or_default(),
            ));
            self.conference.set_zone(Zone::Utc);
            self.conference.infer_days(!self.lists_days);
        } else if timed().all(|times| times.offset.is_none()) {
            self.report(Diagnostic::new(Code::NoZone, Span::default()));
        } else {
            if let Some(span) = self.utc_declaration {
                self.report(
                    Diagnostic::new(Code::OffsetConflict, span).with("key", MessageArg::text("date")),
                );
            }
            let explains = self.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::SeveralZones);
            if !explains && self.conference.has_several_clocks() {
                self.report(Diagnostic::new(Code::SeveralZones, Span::default()));
            }
        }
    }

    /// Turns sessions from midnight to midnight into all-day sessions.
    fn convert_to_all_day(&mut self) {
        let zone = self.conference.zone;
        for session in self.conference.sessions.iter_mut().filter(|session| !session.times.is_in_utc(zone)) {
            session.times = session.times.as_whole_days();
        }
    }

    /// Drops durations that extend beyond the end of the event.
    fn drop_excessive_durations(&mut self) {
        let dates = self.conference.dates;
        let days = || self.conference.sessions.iter().filter_map(|session| session.times.day);
        let longest = match (dates.start.or_else(|| days().min()), dates.end) {
            (Some(first), Some(last)) => {
                last.max(days().max().unwrap_or(last)) - first.min(days().min().unwrap_or(first))
            }
            // Without an end date, a session may take most of the event.
            (Some(first), None) => (days().max().unwrap_or(first) - first).max(OPEN_END),
            (None, _) => OPEN_END,
        };
        let longest = longest + TimeDelta::days(1);
        let mut long = Vec::new();
        for (session, span) in self.conference.sessions.iter_mut().zip(&self.places) {
            if let Some(length) = session.times.duration.filter(|length| *length > longest) {
                (session.times.duration, session.times.shift) = (None, TimeDelta::zero());
                session.has_mistakes = true;
                long.push(
                    Diagnostic::new(Code::TooLong, *span).with("days", MessageArg::Number(length.num_days())),
                );
            }
        }
        self.diagnostics.extend(long);
    }
}

/// The longest session of an event without an end date.
const OPEN_END: TimeDelta = TimeDelta::days(31);
