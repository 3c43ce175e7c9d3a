//! [`Conference`]: the root of the model.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::{
    Dates, Day, Delegation, DelegationId, InfoId, LanguagePreference, Link, LocalizedText, Moment, Organizer,
    OrganizerId, Person, PersonId, Room, RoomId, Session, SessionId, Sponsor, SponsorId, Status, Tier,
    TierId, Times, Track, TrackId, Zone,
};
use crate::text::{Lang, SafeText};

/// A conference with its schedule. `None` or empty means not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conference {
    /// Identity for plans and the library, stable across editions.
    pub id: Option<SafeText>,
    /// The title, or a substitute if the schedule has none.
    pub title: LocalizedText,
    /// The short name: "FOSDEM 2025".
    pub acronym: Option<SafeText>,
    /// The subtitle.
    pub subtitle: Option<LocalizedText>,
    /// The theme.
    pub theme: Option<LocalizedText>,
    /// The number of the edition: 9 for the ninth.
    pub edition: Option<u32>,
    /// The version of the schedule, as published.
    pub version: Option<SafeText>,
    /// The last change of the schedule, as published.
    pub updated: Option<SafeText>,
    /// First and last day.
    pub dates: Dates,
    /// The zone of all times.
    pub zone: Zone,
    /// The source of the zone.
    pub clock_from: ClockFrom,
    /// The language of untagged texts.
    pub language: Option<Lang>,
    /// The time at which a schedule day ends; earlier sessions belong to the day before. Default 04:00.
    pub day_change: NaiveTime,
    /// The venue.
    pub venue: Option<Venue>,
    /// The web page.
    pub url: Option<SafeText>,
    /// The hashtag, with or without `#`, as published.
    pub hashtag: Option<SafeText>,
    /// Contact details of the organizers.
    pub contact: Option<LocalizedText>,
    /// Description, in Markdown.
    pub description: Option<LocalizedText>,
    /// The topics.
    pub topics: Vec<LocalizedText>,
    /// Other web pages.
    pub links: Vec<Link>,
    /// Walking times between rooms.
    pub walking: Option<WalkingTimes>,
    /// Details of individual days, in order.
    pub days: Vec<Day>,
    /// The rooms.
    pub rooms: Vec<Room>,
    /// The tracks.
    pub tracks: Vec<Track>,
    /// The people.
    pub people: Vec<Person>,
    /// The sessions.
    pub sessions: Vec<Session>,
    /// The organizers.
    pub organizers: Vec<Organizer>,
    /// Sponsor tiers, highest first.
    pub tiers: Vec<Tier>,
    /// The sponsors.
    pub sponsors: Vec<Sponsor>,
    /// The delegations.
    pub delegations: Vec<Delegation>,
    /// Practical information for visitors.
    pub infos: Vec<Info>,
}

/// The source of a conference's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ClockFrom {
    /// The schedule.
    #[default]
    Schedule,
    /// The user, because the schedule does not name its zone.
    User {
        /// True if the schedule gives its times in UTC.
        was_utc: bool,
    },
    /// The viewer: the zone of the venue is unknown, so times are shown in that of the viewer.
    Viewer,
}

/// The location of a conference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Venue {
    /// The name.
    pub name: Option<LocalizedText>,
    /// Street and number.
    pub address: Option<LocalizedText>,
    /// The city.
    pub city: Option<LocalizedText>,
    /// The country.
    pub country: Option<LocalizedText>,
    /// The web page.
    pub url: Option<SafeText>,
}

/// Walking times between rooms, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WalkingTimes {
    /// Within a building.
    pub same: Option<u32>,
    /// Between buildings.
    pub other: Option<u32>,
}

/// Practical information: Wi-Fi, directions, code of conduct.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Info {
    /// The heading.
    pub title: Option<LocalizedText>,
    /// The text, in Markdown.
    pub text: Option<LocalizedText>,
}

/// Default time at which a schedule day ends.
pub(super) const DAY_CHANGE: NaiveTime = match NaiveTime::from_hms_opt(4, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

impl Conference {
    /// True if every session is confirmed, cancelled or postponed, so that "confirmed" need not be shown.
    #[must_use]
    pub fn is_all_confirmed(&self) -> bool {
        let is_settled = |status: &Status| *status == Status::Confirmed || status.is_off();
        self.sessions.iter().all(|session| session.status.as_ref().is_some_and(is_settled))
    }

    /// Creates a conference with only a title.
    #[must_use]
    pub fn new(title: LocalizedText) -> Self {
        Self {
            id: None,
            title,
            acronym: None,
            subtitle: None,
            theme: None,
            edition: None,
            version: None,
            updated: None,
            dates: Dates::default(),
            zone: Zone::Unknown,
            clock_from: ClockFrom::Schedule,
            language: None,
            day_change: DAY_CHANGE,
            venue: None,
            url: None,
            hashtag: None,
            contact: None,
            description: None,
            topics: Vec::new(),
            links: Vec::new(),
            walking: None,
            days: Vec::new(),
            rooms: Vec::new(),
            tracks: Vec::new(),
            people: Vec::new(),
            sessions: Vec::new(),
            organizers: Vec::new(),
            tiers: Vec::new(),
            sponsors: Vec::new(),
            delegations: Vec::new(),
            infos: Vec::new(),
        }
    }

    /// Returns the start of a session, if date, time and zone are known.
    #[must_use]
    pub fn starts_at(&self, times: &Times) -> Option<DateTime<Utc>> {
        times.instant.or_else(|| times.resolved(self.zone).instant)
    }

    /// True if the instant of any start is known.
    #[must_use]
    pub fn has_instants(&self) -> bool {
        self.sessions.iter().any(|session| self.starts_at(&session.times).is_some())
    }

    /// Returns the dates of the conference, or else of its first and last session.
    #[must_use]
    pub fn known_dates(&self) -> Dates {
        if self.dates != Dates::default() {
            return self.dates;
        }
        let times = || self.sessions.iter().map(|session| &session.times);
        let last = times().filter_map(|times| self.last_day(times)).max();
        Dates { start: times().filter_map(|times| times.day).min(), end: last }
    }

    /// Returns the last day that a session adds to the conference.
    #[must_use]
    pub fn last_day(&self, times: &Times) -> Option<NaiveDate> {
        times.final_day(self.day_change).filter(|_| times.fills_days()).or(times.day)
    }

    /// Adds the instant to a moment, if the zone is known. A local time that clocks skip becomes the one that they show.
    #[must_use]
    pub fn moment(&self, moment: impl Into<Moment>) -> Moment {
        let moment = moment.into();
        if moment.instant.is_some() {
            return moment;
        }
        let instant = self.zone.instant(moment.clock);
        let shown = instant.and_then(|instant| self.zone.local(instant));
        Moment { instant, clock: shown.unwrap_or(moment.clock) }
    }

    /// Returns the language preference of a viewer who prefers `wanted`.
    #[must_use]
    pub fn reading(&self, wanted: Option<Lang>) -> LanguagePreference {
        LanguagePreference { wanted, own: self.language.clone() }
    }
}

macro_rules! lookup {
    ($($name:ident($id:ident) -> $thing:ident in $list:ident;)*) => {
        /// Lookups by id.
        impl Conference {$(
            #[doc = concat!("Returns the ", stringify!($name), " with this id.")]
            ///
            /// # Panics
            /// If the id is from another conference.
            #[must_use]
            pub fn $name(&self, id: $id) -> &$thing {
                &self.$list[id.index()]
            }
        )*}
    };
}

lookup! {
    session(SessionId) -> Session in sessions;
    person(PersonId) -> Person in people;
    room(RoomId) -> Room in rooms;
    track(TrackId) -> Track in tracks;
    organizer(OrganizerId) -> Organizer in organizers;
    tier(TierId) -> Tier in tiers;
    sponsor(SponsorId) -> Sponsor in sponsors;
    delegation(DelegationId) -> Delegation in delegations;
    info(InfoId) -> Info in infos;
}
