//! Exports are equal when read back, except for reported losses; tested with `generated` and `published`
//! schedules.

mod alike;
mod generated;
pub(crate) mod published;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use kurultai::i18n::Locale;
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::{
    self, Export, ExportError, LossKind, RoundTripLoss, c3voc, event_file, ical, schedule_xml,
};
use kurultai_schedule::model::{
    Conference, LanguagePreference, LocalizedText, PersonId, RoomId, Rooms, Session, SessionId,
};
use kurultai_schedule::text::SafeText;

/// A format that is both written and read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Toml,
    Json,
    Xml,
    Ics,
}

const FORMATS: [Format; 4] = [Format::Toml, Format::Json, Format::Xml, Format::Ics];

impl Format {
    /// Exports a schedule in its own language, as `kurultai export` does.
    fn write(self, conference: &Conference) -> Result<Export, ExportError> {
        let reading = conference.reading(None);
        match self {
            Self::Toml => Ok(event_file::write(conference)),
            Self::Json => c3voc::write(conference, &reading),
            Self::Xml => schedule_xml::write(conference, &reading),
            Self::Ics => {
                let locale = Locale::english();
                let options =
                    ical::Options { reading, words: &locale, busy: &[], sequence: None, plan: None };
                let sessions: Vec<SessionId> = (0..conference.sessions.len()).map(SessionId::new).collect();
                Ok(ical::write(conference, &sessions, &options))
            }
        }
    }
}

/// Reads an exported file without naming its format.
fn read_back(text: &str) -> Conference {
    format::read(&Source::new("exported", text)).conference
}

/// The properties of a session that every format can represent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
struct Facts {
    title: String,
    people: Vec<String>,
    rooms: Vec<String>,
    day: Option<NaiveDate>,
    start: Option<NaiveDateTime>,
    end: Option<NaiveDateTime>,
    is_all_day: bool,
}

impl Facts {
    fn of(conference: &Conference, session: &Session, reading: &LanguagePreference) -> Self {
        let text_or_id = |texts: Option<&LocalizedText>, id: Option<&SafeText>| {
            texts
                .map(|texts| texts.get(reading).to_string())
                .or(id.map(ToString::to_string))
                .unwrap_or_default()
        };
        let person = |person: PersonId, name: Option<&LocalizedText>| {
            let person = conference.person(person);
            text_or_id(name.or(person.name.as_ref()), person.id.as_ref())
        };
        let room = |room: RoomId| {
            let room = conference.room(room);
            text_or_id(room.name.as_ref(), room.id.as_ref())
        };
        let people = session.people.iter().map(|one| person(one.person, one.name.as_ref()));
        let rooms = match &session.rooms {
            Rooms::All => vec!["everywhere".to_owned()],
            Rooms::In(rooms) => rooms.iter().map(|id| room(*id)).collect(),
        };
        Self {
            title: text_or_id(session.title.as_ref(), None),
            people: people.filter(|name| !name.is_empty()).collect(),
            rooms: rooms.into_iter().filter(|name| !name.is_empty()).collect(),
            day: session.times.day,
            start: session.times.start_datetime(),
            end: session.times.end_datetime(),
            is_all_day: session.times.all_day,
        }
    }

    /// Returns the keys of an event file whose values differ, each with the names that only one of the two
    /// has.
    fn differing(&self, other: &Self) -> BTreeMap<&'static str, BTreeSet<String>> {
        let only = |one: &[String], two: &[String]| -> BTreeSet<String> {
            let (one, two): (BTreeSet<_>, BTreeSet<_>) =
                (one.iter().cloned().collect(), two.iter().cloned().collect());
            one.difference(&two).cloned().collect()
        };
        let (is_title, is_day, is_start) =
            (self.title != other.title, self.day != other.day, self.start != other.start);
        // The end moves with the start.
        let is_end = self.end.zip(self.start).map(|(end, start)| end - start)
            != other.end.zip(other.start).map(|(end, start)| end - start);
        let facts = [
            ("title", is_title),
            ("people", self.people != other.people),
            ("room", self.rooms != other.rooms),
            ("date", is_day),
            ("start", is_start),
            ("duration", is_end),
            ("all_day", self.is_all_day != other.is_all_day),
        ];
        let names = |key| match key {
            "people" => only(&self.people, &other.people),
            "room" => only(&self.rooms, &other.rooms),
            _ => BTreeSet::new(),
        };
        facts.into_iter().filter(|(_, differs)| *differs).map(|(key, _)| (key, names(key))).collect()
    }
}

/// The reported losses.
struct ReportedLosses<'a> {
    lost: &'a [RoundTripLoss],
}

impl ReportedLosses<'_> {
    fn has(&self, table: &str, name: &str, keys: &[&str]) -> bool {
        self.lost.iter().any(|loss| {
            let is_said = match &loss.lost {
                LossKind::All => true,
                LossKind::Key(key) => keys.contains(key),
                LossKind::Id(_) => false,
            };
            loss.table == table && loss.name.as_str() == name && is_said
        })
    }

    /// True if the loss of a key is reported, or the name of each person or room that differs.
    fn has_fact(&self, title: &str, key: &str, names: &BTreeSet<String>) -> bool {
        let keys: &[&str] = match key {
            // The loss of one implies the loss of the other.
            "date" | "start" => &["date", "start"],
            // Formats without all-day sessions use midnights.
            "all_day" => &["all_day", "date"],
            "duration" => &["duration", "all_day"],
            key => &[key],
        };
        let table = if key == "room" { "rooms" } else { "people" };
        let are_named =
            || !names.is_empty() && names.iter().all(|name| self.has(table, name, &["name", "id"]));
        self.has("agenda", title, keys) || are_named()
    }

    fn count(&self, table: &str) -> usize {
        self.lost.iter().filter(|loss| loss.table == table && loss.lost == LossKind::All).count()
    }
}

/// Returns the name of each session in losses: its title, or else its number.
fn called(conference: &Conference, reading: &LanguagePreference) -> Vec<String> {
    let sessions = conference.sessions.iter().enumerate();
    let name = |(at, session): (usize, &Session)| {
        session.title.as_ref().map_or_else(|| (at + 1).to_string(), |title| title.get(reading).to_string())
    };
    sessions.map(name).collect()
}

/// Returns the differences between a schedule and its export that are not reported as losses. `pairs` maps
/// sessions of the schedule to those of the file.
fn unreported(
    conference: &Conference,
    written: &Export,
    back: &Conference,
    pairs: &[Option<usize>],
) -> Vec<String> {
    let reading = conference.reading(None);
    let reported = ReportedLosses { lost: &written.lost };
    let names = called(conference, &reading);
    let mut complaints = Vec::new();
    for ((session, pair), title) in conference.sessions.iter().zip(pairs).zip(&names) {
        let facts = Facts::of(conference, session, &reading);
        let Some(place) = pair else {
            if !reported.has("agenda", title, &[]) {
                complaints.push(format!("{title:?} is not there"));
            }
            continue;
        };
        let read = Facts::of(back, &back.sessions[*place], &back.reading(None));
        for (key, names) in facts.differing(&read) {
            if !reported.has_fact(title, key, &names) {
                complaints.push(format!("{key} of {title:?}:\n  {facts:?}\n  {read:?}"));
            }
        }
    }
    for (table, before, after) in [
        ("agenda", conference.sessions.len(), back.sessions.len()),
        ("people", conference.people.len(), back.people.len()),
        ("rooms", conference.rooms.len(), back.rooms.len()),
    ] {
        if before - reported.count(table) != after {
            complaints.push(format!("{table}: {before} - {} != {after}", reported.count(table)));
        }
    }
    complaints
}
