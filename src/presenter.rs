//! [`Presenter`]: formats a conference as localized strings, for the screen and for plain text.

mod age;
mod changes;
pub mod diagnostic;
mod facts;
mod fetch;
mod keys;
mod plan;
mod query;
mod stored;
mod when;

use crate::i18n::{Locale, Message, MessageArg};
pub use age::{age, next_age};
pub use fetch::{as_of, cache_failed, fetching, first_fetch, not_modified, reading};
use kurultai_schedule::index::{Groups, Index, people_by_role};
use kurultai_schedule::model::{
    Attendance, Conference, Dates, Kind, LanguagePreference, LocalizedText, Organizer, Participation, Person,
    PersonId, Role, RoomId, Rooms, Session, Status, TierId, TrackId, Venue, ViewerTimeZone,
};
use kurultai_schedule::text::{Lang, SafeText, fold};
pub use stored::{no_theme, store_error, store_waiting, store_warning};

pub use query::{query_error, query_key};

pub use changes::{change_counts, change_kind, change_notice};
pub use facts::LabeledValue;
pub use keys::{count_with_key, unbound_key, with_key};
pub use plan::plan_count;

/// Formats dates: `Sat 1 – Sun 2 Feb 2025`, `from Fri 1 Dec 2023`.
#[must_use]
pub fn dates(locale: &Locale, dates: Dates) -> Option<String> {
    let date = |message, date| locale.with(message, &[("date", MessageArg::text(&locale.full_date(date)))]);
    match (dates.start, dates.end) {
        (Some(start), Some(end)) => Some(locale.date_range(start, end)),
        (Some(start), None) => Some(date(Message::DateFrom, start)),
        (None, Some(end)) => Some(date(Message::DateUntil, end)),
        (None, None) => None,
    }
}

/// Returns the notice after a change of the schedule's language, which also tells if the translation is
/// incomplete.
#[must_use]
pub fn language_notice(locale: &Locale, lang: &Lang, is_complete: bool) -> String {
    let name = locale.with(Message::LanguageName, &[("code", MessageArg::text(lang.primary()))]);
    // Regions and scripts have no localized names.
    let name = if lang.as_str() == lang.primary() { name } else { format!("{name} ({lang})") };
    if is_complete {
        return name;
    }
    locale.with(Message::NoticePartlyTranslated, &[("language", MessageArg::text(&name))])
}

/// Formats a reminder: `In 10 min: Opening, Hall`.
#[must_use]
pub fn reminder(locale: &Locale, minutes: i64, what: &str) -> String {
    locale.with(
        Message::NoticeReminder,
        &[("minutes", MessageArg::Number(minutes)), ("text", MessageArg::text(what))],
    )
}

/// Formats the position of a day, counted from 1: `day 1 of 2`.
#[must_use]
pub fn day_of(locale: &Locale, day: usize, count: usize) -> String {
    locale.with(Message::DayOf, &[("day", MessageArg::count(day)), ("count", MessageArg::count(count))])
}

/// Formats the values of a conference.
#[derive(Debug, Clone, Copy)]
pub struct Presenter<'a> {
    /// The conference.
    pub conference: &'a Conference,
    /// Lookups in the conference.
    pub index: &'a Index,
    /// The language of the interface.
    pub locale: &'a Locale,
    /// The language of the schedule's texts.
    pub reading: &'a LanguagePreference,
    /// The time zones for display; `None` for plain text, which uses the venue's.
    pub clocks: Option<Clocks>,
}

/// The time zones for display.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocks {
    /// The viewer's time zone.
    pub own: ViewerTimeZone,
    /// True if times are displayed in it, false if in the venue's.
    pub shows_own: bool,
    /// True if sessions are listed under the viewer's date rather than under their conference day.
    pub moves_days: bool,
}

impl<'a> Presenter<'a> {
    /// Returns an interface message without arguments.
    #[must_use]
    pub fn word(&self, message: Message) -> String {
        self.locale.text(message)
    }

    /// Returns a text in the preferred language.
    #[must_use]
    pub fn text(&self, texts: &'a LocalizedText) -> &'a SafeText {
        texts.get(self.reading)
    }

    /// Returns an optional text in the preferred language.
    #[must_use]
    pub fn known(&self, texts: Option<&'a LocalizedText>) -> Option<String> {
        texts.map(|texts| self.text(texts).to_string())
    }

    /// Returns a name, else the id, else “unnamed”.
    #[must_use]
    pub fn name(&self, name: Option<&'a LocalizedText>, id: Option<&SafeText>) -> String {
        let id = || id.map(ToString::to_string);
        self.known(name).or_else(id).unwrap_or_else(|| self.word(Message::Unnamed))
    }

    /// Returns the title of a session, or “untitled”.
    #[must_use]
    pub fn title(&self, session: &'a Session) -> String {
        self.known(session.title.as_ref()).unwrap_or_else(|| self.word(Message::Untitled))
    }

    /// Returns the name of a person.
    #[must_use]
    pub fn person(&self, person: &'a Person) -> String {
        self.name(person.name.as_ref(), person.id.as_ref())
    }

    /// Returns the other names under which sessions list a person.
    #[must_use]
    pub fn other_names(&self, id: PersonId) -> Vec<String> {
        let mut names = Vec::new();
        let parts = self.index.participations(self.conference, id);
        for name in parts.filter_map(|part| self.known(part.name.as_ref())) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Returns the name of an organizer, or of the person that it refers to.
    #[must_use]
    pub fn organizer(&self, organizer: &'a Organizer) -> String {
        let human = || organizer.person.map(|id| self.person(self.conference.person(id)));
        self.known(organizer.name.as_ref()).or_else(human).unwrap_or_else(|| self.word(Message::Unnamed))
    }

    /// Returns the name of a room.
    #[must_use]
    pub fn room(&self, id: RoomId) -> String {
        let room = self.conference.room(id);
        self.name(room.name.as_ref(), room.id.as_ref())
    }

    /// Returns the name of a track.
    #[must_use]
    pub fn track(&self, id: TrackId) -> String {
        let track = self.conference.track(id);
        self.name(track.name.as_ref(), track.id.as_ref())
    }

    /// Returns the name of a sponsor tier.
    #[must_use]
    pub fn tier(&self, id: TierId) -> String {
        let tier = self.conference.tier(id);
        self.name(tier.name.as_ref(), tier.id.as_ref())
    }

    /// Returns the rooms of a session, separated by commas.
    #[must_use]
    pub fn rooms(&self, session: &Session) -> Option<String> {
        match &session.rooms {
            Rooms::All => Some(self.word(Message::AllRooms)),
            Rooms::In(rooms) if rooms.is_empty() => None,
            Rooms::In(rooms) => {
                Some(rooms.iter().map(|room| self.room(*room)).collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Returns the kind of a session. Unknown kinds are returned as written.
    #[must_use]
    pub fn kind(&self, kind: &Kind) -> String {
        match kind {
            Kind::Other(word) => word.to_string(),
            known => self.locale.with(Message::Kind, &[("kind", MessageArg::text(known.word()))]),
        }
    }

    /// Returns the kind of a session, unless its title contains it: “Opening”, “Lunch break”.
    #[must_use]
    pub fn kind_unless_in_title(&self, session: &'a Session) -> Option<String> {
        let kind = self.kind(session.kind.as_ref()?);
        let plain = |text: &str| {
            let words = text.to_lowercase();
            let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            format!(" {} ", words.collect::<Vec<_>>().join(" "))
        };
        let (title, word) = (plain(&self.title(session)), plain(&kind));
        let several = format!("{}s ", word.trim_end());
        (!title.contains(&word) && !title.contains(&several)).then_some(kind)
    }

    /// Returns the published type, unless it repeats the kind.
    #[must_use]
    pub fn type_unless_kind(&self, session: &'a Session) -> Option<String> {
        let written = session.source_type.as_ref()?;
        let kind_words = session.kind.iter().flat_map(|kind| [self.kind(kind), kind.word().to_owned()]);
        let kind_words: Vec<String> = kind_words.map(|word| fold(&word)).collect();
        let is_told = written.iter().any(|(_, text)| kind_words.contains(&fold(text)));
        (!is_told).then(|| self.text(written).to_string())
    }

    /// Returns the status of a session.
    #[must_use]
    pub fn status(&self, status: &Status) -> String {
        match status {
            Status::Other(word) => word.to_string(),
            known => self.locale.with(Message::Status, &[("status", MessageArg::text(known.word()))]),
        }
    }

    /// Returns the role of a person.
    #[must_use]
    pub fn role(&self, role: &Role) -> String {
        match role {
            Role::Other(word) => word.to_string(),
            known => self.locale.with(Message::Role, &[("role", MessageArg::text(known.word()))]),
        }
    }

    /// Returns the heading of the people with a role; `None` means people without one.
    #[must_use]
    pub fn role_heading(&self, role: Option<&Role>) -> String {
        match role {
            None => self.word(Message::OtherPeople),
            Some(Role::Other(word)) => word.to_string(),
            Some(known) => self.locale.with(Message::Roles, &[("role", MessageArg::text(known.word()))]),
        }
    }

    /// Groups people by role. Guests keep the order of the schedule, which reflects protocol; all others are
    /// sorted.
    #[must_use]
    pub fn people_groups(&self) -> Groups<&'a Role, PersonId> {
        let mut groups = people_by_role(self.conference, self.index);
        for (role, people) in &mut groups {
            if *role != Some(&Role::Guest) {
                self.locale.sort_by_text(people, |id| self.sort_name(self.conference.person(*id)));
            }
        }
        groups
    }

    fn sort_name(&self, person: &'a Person) -> String {
        person.sort_name.as_ref().map_or_else(|| self.person(person), ToString::to_string)
    }

    /// Returns the name of a participant, with the role unless it is speaker.
    #[must_use]
    pub fn participant(&self, participation: &Participation) -> String {
        let name = match &participation.name {
            Some(name) => name.get(self.reading).to_string(),
            None => self.person(self.conference.person(participation.person)),
        };
        match &participation.role {
            Some(role) if *role != Role::Speaker => format!("{name} ({})", self.role(role)),
            _ => name,
        }
    }

    /// Returns the attendance of a person or session.
    #[must_use]
    pub fn attendance(&self, attendance: Attendance) -> String {
        self.word(match attendance {
            Attendance::InPerson => Message::AttendanceInPerson,
            Attendance::Online => Message::AttendanceOnline,
            Attendance::Hybrid => Message::AttendanceHybrid,
            Attendance::Invited => Message::AttendanceInvited,
        })
    }

    /// Returns the heading of delegations with an attendance.
    #[must_use]
    pub fn delegations_heading(&self, way: Option<Attendance>) -> String {
        match way {
            None => self.word(Message::Delegations),
            Some(way) => {
                let way = match way {
                    Attendance::InPerson => "in-person",
                    Attendance::Online => "online",
                    Attendance::Hybrid => "hybrid",
                    Attendance::Invited => "invited",
                };
                self.locale.with(Message::DelegationsBy, &[("attendance", MessageArg::Word(way))])
            }
        }
    }

    /// Returns the lines of a venue: name, address, city and country.
    #[must_use]
    pub fn venue(&self, venue: &'a Venue) -> Vec<String> {
        let known = |texts: &[&'a Option<LocalizedText>]| -> Vec<String> {
            texts.iter().filter_map(|texts| self.known(texts.as_ref())).collect()
        };
        let city = Some(known(&[&venue.city, &venue.country]).join(", ")).filter(|text| !text.is_empty());
        known(&[&venue.name, &venue.address]).into_iter().chain(city).collect()
    }

    /// Formats dates: `Sat 1 – Sun 2 Feb 2025`, `from Fri 1 Dec 2023`.
    #[must_use]
    pub fn dates(&self, dates: Dates) -> Option<String> {
        self::dates(self.locale, dates)
    }

    /// Returns the kind of a delegation. Unknown kinds are returned as written.
    #[must_use]
    pub fn delegation_kind(&self, kind: &SafeText) -> String {
        self.locale.with(Message::DelegationKind, &[("kind", MessageArg::from(kind))])
    }

    /// Formats the numbers of sessions, people, rooms and so on, without zeros.
    #[must_use]
    pub fn entity_counts(&self) -> Vec<String> {
        let about = self.conference;
        let counts = [
            (Message::CountSessions, about.sessions.len()),
            (Message::CountPeople, about.people.len()),
            (Message::CountRooms, about.rooms.len()),
            (Message::CountTracks, about.tracks.len()),
            (Message::CountOrganizers, about.organizers.len()),
            (Message::CountSponsors, about.sponsors.len()),
            (Message::CountDelegations, about.delegations.len()),
        ];
        let known = counts.into_iter().filter(|(_, count)| *count > 0);
        known
            .map(|(message, count)| self.locale.with(message, &[("count", MessageArg::count(count))]))
            .collect()
    }

    /// Returns the display language of a multilingual schedule: `RU`, or `RU + KY` if the first one lacks
    /// texts.
    #[must_use]
    pub fn language(&self) -> Option<String> {
        let languages = self.index.languages();
        let shown = self.reading.choose(languages).filter(|_| languages.len() > 1)?;
        // Languages that differ only in region or script are displayed in full.
        let is_alone =
            |lang: &Lang| languages.iter().filter(|other| other.primary() == lang.primary()).count() < 2;
        let code = |lang: &Lang| {
            if is_alone(lang) { lang.primary().to_uppercase() } else { lang.to_string() }
        };
        let other = self.reading.own.as_ref().filter(|own| own.primary() != shown.primary());
        match other.or(languages.first()) {
            Some(other) if !self.index.is_complete_in(shown) && other.primary() != shown.primary() => {
                Some(format!("{} + {}", code(shown), code(other)))
            }
            _ => Some(code(shown)),
        }
    }
}
