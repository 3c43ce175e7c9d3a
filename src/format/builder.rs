//! [`ConferenceBuilder`]: a conference that is being read out of what a program published.

mod names;
mod people;
mod rooms;

use std::collections::{HashMap, HashSet};

use chrono::{NaiveTime, TimeDelta};

use super::address::{self, Base, Counts, Written};
use super::time::{self, Dates, RawTimes, Timestamp, VenueClock};
use super::{Parsed, media, one_line, zone};
pub(super) use names::is_several;
use people::People;
pub(super) use people::{Keys, Meant, is_key};
use rooms::Rooms;

use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Source, SourceMap, Span};
use crate::model::{Conference, LocalizedText, Person, Session, SessionId, Times, Track, TrackId, Zone};
use crate::text::SafeText;

/// A conference that is being read, with what is found on the way.
pub(super) struct ConferenceBuilder {
    pub(super) conference: Conference,
    pub(super) diagnostics: Vec<Diagnostic>,
    places: Vec<Span>,
    people: People,
    rooms: Rooms,
    tracks: HashMap<String, TrackId>,
    ids: HashSet<SafeText>,
    /// True of files that this app wrote: texts are plain, without HTML, no two people have the same guid, and a session that is longer
    /// than the event was so in the schedule.
    pub(super) is_exact: bool,
    /// The place where the file declares that its times are in UTC.
    pub(super) says_utc: Option<Span>,
    /// The base of incomplete addresses.
    pub(super) base: Base,
    /// The addresses that cannot be followed, to be said once.
    pub(super) addresses: Counts,
    /// The way in which the dates of sessions are read.
    pub(super) dates: Dates,
    /// True if sessions are listed under days, which then count.
    pub(super) lists_days: bool,
}

impl ConferenceBuilder {
    /// A conference with this title; without one, with the name of its file in its place, which is said.
    pub(super) fn new(source: &Source, title: Option<LocalizedText>) -> Self {
        let is_missing = title.is_none();
        let mut builder = Self::with_or_without_title(source, title);
        if is_missing {
            let title = builder.conference.title.iter().next().map(|(_, title)| MessageArg::from(title));
            let diagnostic = Diagnostic::new(Code::NoTitle, Span::default());
            builder.report(diagnostic.with("title", title.unwrap_or_else(|| MessageArg::text(""))));
        }
        builder
    }

    /// A conference in a format that need not have a title: without one, with the name of its file in its place.
    pub(super) fn with_or_without_title(source: &Source, title: Option<LocalizedText>) -> Self {
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
            says_utc: None,
            base: Base::default(),
            addresses: Counts::default(),
            dates: Dates::default(),
            lists_days: false,
        }
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The address that a text is or was meant for. A text that is none is left out, and counted.
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

    /// Sets the time zone by any of its names. UTC says of no venue where it is.
    pub(super) fn zone(&mut self, name: &str, span: Span) {
        match zone::named(name) {
            Some(Zone::Utc | Zone::Unknown) => self.says_utc = self.says_utc.or(Some(span)),
            Some(zone) => self.conference.zone = zone,
            None => self.report(Diagnostic::new(Code::BadZone, span).with("value", MessageArg::text(name))),
        }
    }

    /// The track with this name, made when it is met first. `None` without a name.
    pub(super) fn track(&mut self, name: &str) -> Option<TrackId> {
        let name = SafeText::line(name);
        if name.is_empty() {
            return None;
        }
        let key = name.to_string();
        Some(self.track_by_key(&key, Track { name: Some(LocalizedText::untagged(name)), ..Track::default() }))
    }

    /// The track that a file calls by a key of its own, with everything that it says of it.
    pub(super) fn track_by_key(&mut self, key: &str, track: Track) -> TrackId {
        let tracks = &mut self.conference.tracks;
        *self.tracks.entry(key.to_owned()).or_insert_with(|| {
            tracks.push(track);
            TrackId::new(tracks.len() - 1)
        })
    }

    /// The id of a session, which is that of no other.
    pub(super) fn unique_id(&mut self, id: Option<SafeText>, span: Span) -> Option<SafeText> {
        let id = id?;
        if self.ids.insert(id.clone()) {
            return Some(id);
        }
        self.report(Diagnostic::new(Code::RepeatedId, span).with("id", MessageArg::from(&id)));
        None
    }

    /// Adds a session that stands at this place.
    pub(super) fn session(&mut self, mut session: Session, span: Span) -> SessionId {
        people::once(&mut session.people);
        let since = self
            .diagnostics
            .iter()
            .rposition(|diagnostic| diagnostic.span != span)
            .map_or(0, |last| last + 1);
        let reading = self.conference.reading(None);
        time::name_doubts(self.diagnostics.get_mut(since..).unwrap_or_default(), &session, &reading);
        self.conference.sessions.push(session);
        self.places.push(span);
        SessionId::new(self.conference.sessions.len() - 1)
    }

    /// Reads when a session is. The zone of the conference must be set before.
    pub(super) fn times(&mut self, told: RawTimes, span: Span) -> Times {
        self.lists_days |= told.day.is_some();
        let (zone, day_change) = (self.conference.zone, self.conference.day_change);
        let clock = VenueClock { zone, day_change, dates: self.dates };
        let (times, doubts) = clock.times(told);
        for doubt in doubts {
            self.report(doubt.diagnostic(span));
        }
        times
    }

    /// Decides how dates are read by the sessions that have a date with an offset and a clock beside it: see [`Dates`].
    pub(super) fn compare_dates(&mut self, pairs: &[(Timestamp, NaiveTime)], span: Span) {
        self.dates = Dates::of(self.conference.zone, pairs);
        if self.dates == Dates::ByClock {
            let zone = self.conference.zone.name().unwrap_or_default();
            self.report(Diagnostic::new(Code::DoubtfulOffset, span).with("zone", MessageArg::text(&zone)));
        }
    }

    /// The conference, looked over: the days change no later than its first session of a morning begins.
    pub(super) fn finish(mut self) -> Parsed {
        people::settle(&self.people, &mut self.conference);
        if !self.is_exact {
            one_line::tidy(&mut self.conference);
        }
        // Damage is enough of a reason.
        let is_said = |diagnostic: &Diagnostic| {
            use Code::{BrokenComponent, Damaged, LeftOut, OnlyOthers, Syntax};
            matches!(diagnostic.code, OnlyOthers | LeftOut | Damaged | Syntax | BrokenComponent)
        };
        if self.conference.sessions.is_empty() && !self.diagnostics.iter().any(is_said) {
            self.report(Diagnostic::new(Code::NoSessions, Span::default()));
        }
        self.diagnostics.extend(self.addresses.diagnostics());
        self.settle_zone();
        self.find_whole_days();
        if !self.is_exact {
            self.drop_long_lengths();
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

    /// Finds out what is known of the venue's clock where no zone is: nothing, or that all times are in UTC.
    fn settle_zone(&mut self) {
        let timed =
            || self.conference.sessions.iter().map(|session| &session.times).filter(|it| it.start.is_some());
        if self.conference.zone != Zone::Unknown || timed().next().is_none() {
            return;
        }
        let is_utc = |times: &Times| match times.offset {
            Some(offset) => offset.local_minus_utc() == 0,
            None => self.says_utc.is_some(),
        };
        if timed().all(is_utc) {
            let first = self.conference.sessions.iter().position(|session| session.times.start.is_some());
            let first = first.and_then(|first| self.places.get(first)).copied();
            self.report(Diagnostic::new(Code::TimesInUtc, self.says_utc.or(first).unwrap_or_default()));
            self.conference.set_zone(Zone::Utc);
            self.conference.infer_days(!self.lists_days);
        } else if timed().all(|times| times.offset.is_none()) {
            self.report(Diagnostic::new(Code::NoZone, Span::default()));
        } else {
            if let Some(span) = self.says_utc {
                self.report(
                    Diagnostic::new(Code::OffsetConflict, span).with("key", MessageArg::text("date")),
                );
            }
            let is_said = self.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::SeveralZones);
            if !is_said && self.conference.has_several_clocks() {
                self.report(Diagnostic::new(Code::SeveralZones, Span::default()));
            }
        }
    }

    /// Makes whole days of what lasts from midnight to midnight.
    fn find_whole_days(&mut self) {
        let zone = self.conference.zone;
        for session in self.conference.sessions.iter_mut().filter(|session| !session.times.is_in_utc(zone)) {
            session.times = session.times.as_whole_days();
        }
    }

    /// Drops lengths that no session of this event can have: it would go on after everything is over.
    fn drop_long_lengths(&mut self) {
        let dates = self.conference.dates;
        let days = || self.conference.sessions.iter().filter_map(|session| session.times.day);
        let longest = match (dates.start.or_else(|| days().min()), dates.end) {
            (Some(first), Some(last)) => {
                last.max(days().max().unwrap_or(last)) - first.min(days().min().unwrap_or(first))
            }
            // Where nothing says when it is over, a session may be most of it.
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

/// A session may take as long in an event that does not say when it ends.
const OPEN_END: TimeDelta = TimeDelta::days(31);

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
