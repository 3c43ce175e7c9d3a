//! [`DayRoomTable`]: a conference as days, rooms and sessions with generated identifiers: the structure of
//! schedule.xml and schedule JSON.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, TimeZone};

use super::parsed::Parsed;
use super::roundtrip::{Export, ReadBack, diff};
use super::stable_ids::{StableIds, is_uuid};
use crate::diagnostic::Source;
use crate::model::{
    Conference, LanguagePreference, LocalizedText, PersonId, RoomId, Rooms, Session, SessionId,
};
use crate::text::Lang;

/// The missing information without which a format cannot represent a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportError {
    /// No session has a date and a time.
    NoDate,
    /// The sessions have times, but the time zone is unknown.
    NoZone,
}

/// A conference as days and rooms.
pub(super) struct DayRoomTable<'a> {
    pub(super) conference: &'a Conference,
    pub(super) reading: LanguagePreference,
    pub(super) days: Vec<Day>,
    /// The acronym in characters allowed in URLs.
    pub(super) acronym: String,
    identities: StableIds,
    numbers: Vec<i64>,
    moments: HashMap<SessionId, DateTime<FixedOffset>>,
    /// Names that several rooms have.
    shared_room_names: HashSet<String>,
}

/// A day with its rooms in order. The first day lists all rooms.
pub(super) struct Day {
    pub(super) date: NaiveDate,
    pub(super) start: DateTime<FixedOffset>,
    pub(super) end: DateTime<FixedOffset>,
    pub(super) rooms: Vec<(Option<RoomId>, Vec<SessionId>)>,
}

impl<'a> DayRoomTable<'a> {
    pub(super) fn new(conference: &'a Conference, reading: LanguagePreference) -> Result<Self, ExportError> {
        let ids = || (0..conference.sessions.len()).map(SessionId::new);
        let times = |id: SessionId| conference.session(id).times.as_midnights(conference.zone);
        if ids().all(|id| times(id).start_datetime().is_none()) {
            return Err(ExportError::NoDate);
        }
        let moments: HashMap<SessionId, DateTime<FixedOffset>> =
            ids().filter_map(|id| Some((id, moment(conference, id)?))).collect();
        if moments.is_empty() {
            return Err(ExportError::NoZone);
        }
        let acronym = acronym(conference, &reading);
        let days = days(conference, &moments);
        let identities = StableIds::new(conference, is_uuid);
        let mut table = Self {
            days,
            acronym,
            identities,
            numbers: numbers(conference),
            moments,
            shared_room_names: HashSet::new(),
            conference,
            reading,
        };
        table.shared_room_names = table.shared_room_names();
        Ok(table)
    }

    /// Reads the written file back to find the differences.
    pub(super) fn export(&self, text: String, read: impl FnOnce(&Source) -> Option<Parsed>) -> Export {
        let read = read(&Source::new("", &text)).map(|parsed| parsed.conference);
        let read = read.unwrap_or_else(|| Conference::new(self.conference.title.clone()));
        let back = ReadBack::matched(self.conference, read, &self.order(), self.people(), &self.reading);
        Export { lost: diff(self.conference, &back), text }
    }

    /// Returns the indices of the written sessions in the order of the file.
    pub(super) fn order(&self) -> Vec<usize> {
        let rooms = self.days.iter().flat_map(|day| &day.rooms);
        rooms.flat_map(|(_, sessions)| sessions).map(|id| id.index()).collect()
    }

    pub(super) fn guid(&self, id: SessionId) -> &str {
        self.identities.session(id.index())
    }

    pub(super) fn number(&self, id: SessionId) -> i64 {
        self.numbers.get(id.index()).copied().unwrap_or_default()
    }

    /// Returns the start of a session listed in [`DayRoomTable::days`].
    pub(super) fn moment(&self, id: SessionId) -> Option<DateTime<FixedOffset>> {
        self.moments.get(&id).copied()
    }

    /// Returns the end and the minutes of a session, if known.
    pub(super) fn end(&self, id: SessionId) -> Option<(DateTime<FixedOffset>, i64)> {
        let start = self.moment(id)?;
        let length = self.conference.session(id).times.as_midnights(self.conference.zone).duration?;
        let instant = start.to_utc().checked_add_signed(length)?;
        let offset = self.conference.zone.offset(instant).unwrap_or(*start.offset());
        let end = instant.with_timezone(&offset);
        (end.year() <= 9999).then(|| (end, (end - start).num_minutes()))
    }

    /// Returns a unique slug such as `fosdem_2025-6712-welcome-to-fosdem`.
    pub(super) fn slug(&self, id: SessionId) -> String {
        let title = self.conference.session(id).title.as_ref().map(|title| self.say(title));
        let words = slug(title.unwrap_or_default(), '-');
        let words = if words.is_empty() { "session" } else { &words };
        let own = format!("{}-{words}", self.number(id));
        // The schema requires four characters.
        let own = if own.len() < 4 { format!("{own}-session") } else { own };
        format!("{}-{own}", self.acronym)
    }

    pub(super) fn other(&self, what: &str, name: &str) -> String {
        self.identities.other(&[what, name])
    }

    pub(super) fn person(&self, id: PersonId) -> &str {
        self.identities.person(id.index())
    }

    /// Returns the guids of all people, in order.
    pub(super) fn people(&self) -> &[String] {
        self.identities.people()
    }

    /// Returns the guid of a room, even among rooms of the same name.
    pub(super) fn room_guid(&self, id: RoomId) -> String {
        self.other("room", &format!("{} {}", self.room_name(id), id.index()))
    }

    /// Returns the guid of a room that shares its name with another room.
    pub(super) fn room_guid_if_needed(&self, id: RoomId) -> Option<String> {
        self.shared_room_names.contains(self.room_name(id)).then(|| self.room_guid(id))
    }

    fn shared_room_names(&self) -> HashSet<String> {
        let mut known = HashSet::new();
        let names = (0..self.conference.rooms.len()).map(|index| self.room_name(RoomId::new(index)));
        names.filter(|name| !known.insert(*name)).map(str::to_owned).collect()
    }

    pub(super) fn say<'t>(&self, texts: &'t LocalizedText) -> &'t str {
        texts.get(&self.reading)
    }

    pub(super) fn known<'t>(&self, texts: Option<&'t LocalizedText>) -> Option<&'t str> {
        texts.map(|texts| self.say(texts)).filter(|text| !text.is_empty())
    }

    pub(super) fn room_name(&self, id: RoomId) -> &str {
        let room = self.conference.room(id);
        self.known(room.name.as_ref()).or(room.id.as_deref()).unwrap_or_default()
    }

    pub(super) fn track_name(&self, session: &Session) -> Option<&str> {
        let track = self.conference.track(session.track?);
        self.known(track.name.as_ref()).or(track.id.as_deref())
    }

    /// Returns the published type, else the kind.
    pub(super) fn kind<'t>(&self, session: &'t Session) -> &'t str {
        let kind = || session.kind.as_ref().map(crate::model::Kind::word);
        self.known(session.source_type.as_ref()).or_else(kind).unwrap_or_default()
    }

    /// Returns the language codes of a session; `None` without any.
    pub(super) fn languages(session: &Session) -> Option<String> {
        let languages: Vec<&str> = session.languages.iter().map(Lang::as_str).collect();
        Some(languages.join(", ")).filter(|text| !text.is_empty())
    }

    /// Returns the first and last day of the conference, or else of its sessions.
    pub(super) fn dates(&self) -> [Option<NaiveDate>; 2] {
        let dates = &self.conference.dates;
        let first = dates.start.or(self.days.first().map(|day| day.date));
        let days = || self.days.iter().flat_map(|day| &day.rooms).flat_map(|(_, sessions)| sessions);
        let times = days().map(|id| &self.conference.session(*id).times);
        let last = dates.end.or(times.filter_map(|times| self.conference.last_day(times)).max());
        [first, last.max(first)]
    }
}

/// Returns the first room of a session, because these formats allow only one.
pub(super) fn room(session: &Session) -> Option<RoomId> {
    match &session.rooms {
        Rooms::In(rooms) => rooms.first().copied(),
        Rooms::All => None,
    }
}

/// Returns the ASCII letters and digits of a text, separated by `between`.
pub(super) fn slug(text: &str, between: char) -> String {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let slug: String = parts.collect::<Vec<_>>().join(&between.to_string()).chars().take(60).collect();
    slug.trim_end_matches(between).to_owned()
}

/// Returns the start of a session in a four-digit year, with the offset of the zone or of the session.
fn moment(conference: &Conference, id: SessionId) -> Option<DateTime<FixedOffset>> {
    let times = conference.session(id).times.as_midnights(conference.zone);
    times.start_datetime()?;
    let instant = conference.starts_at(&times)?;
    let moment = instant.with_timezone(&conference.zone.offset(instant).or(times.offset)?);
    (1..=9998).contains(&moment.year()).then_some(moment)
}

fn days(conference: &Conference, moments: &HashMap<SessionId, DateTime<FixedOffset>>) -> Vec<Day> {
    let mut by_date: BTreeMap<NaiveDate, Vec<SessionId>> = BTreeMap::new();
    let mut ids: Vec<SessionId> = moments.keys().copied().collect();
    ids.sort_unstable();
    for id in ids {
        let times = &conference.session(id).times;
        if let Some(date) = times.day.or(times.date) {
            by_date.entry(date).or_default().push(id);
        }
    }
    let mut days = Vec::new();
    for (date, sessions) in by_date {
        let mut rooms: BTreeMap<Option<RoomId>, Vec<SessionId>> = BTreeMap::new();
        if days.is_empty() {
            rooms.extend((0..conference.rooms.len()).map(|index| (Some(RoomId::new(index)), Vec::new())));
        }
        for id in &sessions {
            rooms.entry(room(conference.session(*id))).or_default().push(*id);
        }
        let first = sessions.first().and_then(|id| moments.get(id)).map(|moment| *moment.offset());
        let on_clock = |local: NaiveDateTime| match conference.zone.instant(local) {
            Some(instant) => Some(instant.with_timezone(&conference.zone.offset(instant)?)),
            None => first?.from_local_datetime(&local).single(),
        };
        let start = date.and_time(conference.day_change);
        let end = start
            .checked_add_days(Days::new(1))
            .and_then(|end| end.checked_sub_signed(TimeDelta::minutes(1)));
        let (Some(start), Some(end)) = (on_clock(start), end.and_then(on_clock)) else { continue };
        days.push(Day { date, start, end, rooms: rooms.into_iter().collect() });
    }
    days
}

/// Returns a number for each session: its numeric id, or else the lowest free number.
fn numbers(conference: &Conference) -> Vec<i64> {
    let own = |session: &Session| -> Option<i64> {
        let id = session.id.as_ref()?;
        id.parse()
            .ok()
            .filter(|number: &i64| (1..=i64::from(i32::MAX)).contains(number) && number.to_string() == **id)
    };
    let mut taken: HashSet<i64> = conference.sessions.iter().filter_map(own).collect();
    let mut kept = HashSet::new();
    let mut next = 0;
    let mut number = |session: &Session| {
        if let Some(own) = own(session).filter(|own| kept.insert(*own)) {
            return own;
        }
        loop {
            next += 1;
            if taken.insert(next) {
                return next;
            }
        }
    };
    conference.sessions.iter().map(&mut number).collect()
}

/// Returns the acronym in allowed characters, at least four of them.
fn acronym(conference: &Conference, reading: &LanguagePreference) -> String {
    let own = slug(conference.acronym.as_deref().unwrap_or_default(), '_');
    if own.is_empty() { generated_acronym(conference.title.get(reading)) } else { padded_acronym(own) }
}

/// Returns the acronym that is written for a conference without one.
pub(super) fn generated_acronym(title: &str) -> String {
    let slug = slug(title, '_');
    padded_acronym(if slug.is_empty() { "conference".to_owned() } else { slug })
}

fn padded_acronym(slug: String) -> String {
    if slug.len() < 4 { slug + "_conference" } else { slug }
}
