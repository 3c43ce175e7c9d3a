//! [`DayRoomTable`]: a conference as schedule.xml and schedule JSON have it: days, in them rooms, in them sessions, with the identifiers
//! that these formats demand.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, TimeZone};

use super::stable_ids::{StableIds, is_uuid};
use crate::model::{
    Conference, LanguagePreference, LocalizedText, PersonId, RoomId, Rooms, Session, SessionId,
};
use crate::text::SafeText;

/// Why a program cannot be written in a format: it does not say what no session can be without there. Nothing of it is made
/// up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportError {
    /// No session has a date and a time.
    NoDate,
    /// The sessions have times, but nobody says on whose clock.
    NoZone,
}

/// A conference in days and rooms.
pub(super) struct DayRoomTable<'a> {
    pub(super) conference: &'a Conference,
    pub(super) reading: LanguagePreference,
    pub(super) days: Vec<Day>,
    /// The acronym, as addresses can have it.
    pub(super) acronym: String,
    identities: StableIds,
    numbers: Vec<i64>,
    moments: HashMap<SessionId, DateTime<FixedOffset>>,
}

/// A day with its rooms in their order, of which the first day has all.
pub(super) struct Day {
    pub(super) date: NaiveDate,
    pub(super) start: DateTime<FixedOffset>,
    /// Its last minute.
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
        Ok(Self { days, acronym, identities, numbers: numbers(conference), moments, conference, reading })
    }

    /// The sessions that are written, in the order in which they are.
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

    /// When a session begins, for all that are in [`DayRoomTable::days`].
    pub(super) fn moment(&self, id: SessionId) -> Option<DateTime<FixedOffset>> {
        self.moments.get(&id).copied()
    }

    /// When it ends, and how many minutes pass until then, if that is known.
    pub(super) fn end(&self, id: SessionId) -> Option<(DateTime<FixedOffset>, i64)> {
        let start = self.moment(id)?;
        let length = self.conference.session(id).times.as_midnights(self.conference.zone).duration?;
        let instant = start.to_utc().checked_add_signed(length)?;
        let offset = self.conference.zone.offset(instant).unwrap_or(*start.offset());
        let end = instant.with_timezone(&offset);
        (end.year() <= 9999).then(|| (end, (end - start).num_minutes()))
    }

    /// `fosdem_2025-6712-welcome-to-fosdem`: another one for each session.
    pub(super) fn slug(&self, id: SessionId) -> String {
        let title = self.conference.session(id).title.as_ref().map(|title| self.say(title));
        let words = slug(title.unwrap_or_default(), '-');
        let words = if words.is_empty() { "session" } else { &words };
        let own = format!("{}-{words}", self.number(id));
        // The schema wants four characters.
        let own = if own.len() < 4 { format!("{own}-session") } else { own };
        format!("{}-{own}", self.acronym)
    }

    /// The guid of a room or a track, by its name.
    pub(super) fn other(&self, what: &str, name: &str) -> String {
        self.identities.other(&[what, name])
    }

    pub(super) fn person(&self, id: PersonId) -> &str {
        self.identities.person(id.index())
    }

    /// The guids of all people, in their order.
    pub(super) fn people(&self) -> &[String] {
        self.identities.people()
    }

    /// The guid of a room, which tells it from others of its name.
    pub(super) fn room_guid(&self, id: RoomId) -> String {
        self.other("room", &format!("{} {}", self.room_name(id), id.index()))
    }

    /// The guid of a room that has its name in common with another one.
    pub(super) fn room_guid_if_needed(&self, id: RoomId) -> Option<String> {
        let rooms = (0..self.conference.rooms.len()).map(RoomId::new);
        let is_shared = rooms.filter(|other| self.room_name(*other) == self.room_name(id)).nth(1).is_some();
        is_shared.then(|| self.room_guid(id))
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

    /// The type in the words of the conference, else the kind.
    pub(super) fn kind<'t>(&self, session: &'t Session) -> &'t str {
        let kind = || session.kind.as_ref().map(crate::model::Kind::word);
        self.known(session.source_type.as_ref()).or_else(kind).unwrap_or_default()
    }

    /// First and last day: those that the conference gives, else those of the program.
    pub(super) fn dates(&self) -> [Option<NaiveDate>; 2] {
        let dates = &self.conference.dates;
        let first = dates.start.or(self.days.first().map(|day| day.date));
        let days = || self.days.iter().flat_map(|day| &day.rooms).flat_map(|(_, sessions)| sessions);
        let times = days().map(|id| &self.conference.session(*id).times);
        let last = dates.end.or(times.filter_map(|times| times.last_day().or(times.day)).max());
        [first, last.max(first)]
    }
}

/// The first room of a session: these formats have no other.
pub(super) fn room(session: &Session) -> Option<RoomId> {
    match &session.rooms {
        Rooms::In(rooms) => rooms.first().copied(),
        Rooms::All => None,
    }
}

/// What a word of an address can have of a text.
pub(super) fn slug(text: &str, between: char) -> String {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let slug: String = parts.collect::<Vec<_>>().join(&between.to_string()).chars().take(60).collect();
    slug.trim_end_matches(between).to_owned()
}

/// In years of four digits, on the clock of the zone or with an offset of its own.
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

/// The number of each session: its id where that is one, else the first that is free, in the order of the program.
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

/// The acronym in the letters that these formats take, four at least.
fn acronym(conference: &Conference, reading: &LanguagePreference) -> String {
    let own = conference.acronym.as_deref().unwrap_or_default();
    let title: &SafeText = conference.title.get(reading);
    let made = [own, title].map(|text| slug(text, '_')).into_iter().find(|slug| !slug.is_empty());
    let made = made.unwrap_or_else(|| "conference".to_owned());
    if made.len() < 4 { made + "_conference" } else { made }
}
