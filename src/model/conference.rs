//! [`Conference`]: the whole thing.

use chrono::{DateTime, NaiveTime, Utc};

use super::{
    ClockFrom, Dates, Day, Delegation, DelegationId, InfoId, LanguagePreference, LocalizedText, Moment,
    Organizer, OrganizerId, Person, PersonId, Room, RoomId, Session, SessionId, Sponsor, SponsorId, Status,
    Tier, TierId, Times, Track, TrackId, Zone,
};
use crate::text::{Lang, SafeText};

/// A conference with its program. Whatever is `None` or empty is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conference {
    /// Its identity for plans and libraries, stable over editions of the file.
    pub id: Option<SafeText>,
    /// What it is called; where the program forgot it, what stands in its place.
    pub title: LocalizedText,
    /// The short name: "FOSDEM 2025".
    pub acronym: Option<SafeText>,
    /// A second line under the title.
    pub subtitle: Option<LocalizedText>,
    /// What it is about.
    pub theme: Option<LocalizedText>,
    /// Which time it is held: 9 for the ninth.
    pub edition: Option<u32>,
    /// The version of the program, in the words of whoever published it.
    pub version: Option<SafeText>,
    /// When the program was last changed, as published.
    pub updated: Option<SafeText>,
    /// When it is.
    pub dates: Dates,
    /// Whose clock the times are.
    pub zone: Zone,
    /// Whose word that is.
    pub clock_from: ClockFrom,
    /// The language of plain texts.
    pub language: Option<Lang>,
    /// The time at which a program day ends; what starts before belongs to the evening before. 04:00 unless said.
    pub day_change: NaiveTime,
    /// Where it is.
    pub venue: Option<Venue>,
    /// Its page.
    pub url: Option<SafeText>,
    /// The word to find it by, with its `#` or without, as published.
    pub hashtag: Option<SafeText>,
    /// How to reach whoever holds it.
    pub contact: Option<LocalizedText>,
    /// About it, in Markdown.
    pub description: Option<LocalizedText>,
    /// What it discusses.
    pub topics: Vec<LocalizedText>,
    /// Other pages.
    pub links: Vec<Link>,
    /// How long one walks between rooms.
    pub walking: Option<WalkingTimes>,
    /// What is said of its days, in order.
    pub days: Vec<Day>,
    /// The rooms, in program order.
    pub rooms: Vec<Room>,
    /// The tracks, in program order.
    pub tracks: Vec<Track>,
    /// The people, in program order.
    pub people: Vec<Person>,
    /// The sessions, in program order.
    pub sessions: Vec<Session>,
    /// Who holds it.
    pub organizers: Vec<Organizer>,
    /// The classes of sponsors, the highest first.
    pub tiers: Vec<Tier>,
    /// Who supports it.
    pub sponsors: Vec<Sponsor>,
    /// Who takes part as a body.
    pub delegations: Vec<Delegation>,
    /// What else one has to know.
    pub infos: Vec<Info>,
}

/// Where the conference is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Venue {
    /// What the place is called.
    pub name: Option<LocalizedText>,
    /// Street and number.
    pub address: Option<LocalizedText>,
    /// The city.
    pub city: Option<LocalizedText>,
    /// The country.
    pub country: Option<LocalizedText>,
    /// Its page.
    pub url: Option<SafeText>,
}

/// A page elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link {
    /// What it is.
    pub label: Option<LocalizedText>,
    /// Where it is.
    pub url: SafeText,
}

/// How many minutes one walks from room to room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WalkingTimes {
    /// Within a building.
    pub same: Option<u32>,
    /// Between buildings.
    pub other: Option<u32>,
}

/// A thing that visitors have to know: the Wi-Fi, the way, the code of conduct.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Info {
    /// What it is about.
    pub title: Option<LocalizedText>,
    /// What there is to know, in Markdown.
    pub text: Option<LocalizedText>,
}

/// The hour at which a program day ends unless the conference says otherwise.
pub(super) const DAY_CHANGE: NaiveTime = match NaiveTime::from_hms_opt(4, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

impl Conference {
    /// True if all sessions that take place are known to, so that the word tells none of them from another.
    #[must_use]
    pub fn is_all_confirmed(&self) -> bool {
        let is_settled =
            |status: &Status| matches!(status, Status::Confirmed | Status::Cancelled | Status::Postponed);
        self.sessions.iter().all(|session| session.status.as_ref().is_some_and(is_settled))
    }

    /// A conference of which nothing is known but its title.
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

    /// The instant at which a session starts, when its date, its time and the clock that they are on are known.
    #[must_use]
    pub fn starts_at(&self, times: &Times) -> Option<DateTime<Utc>> {
        times.instant.or_else(|| times.settled(self.zone).instant)
    }

    /// Returns when the conference is: as it says, else from the first day of its sessions to the last.
    #[must_use]
    pub fn known_dates(&self) -> Dates {
        if self.dates != Dates::default() {
            return self.dates;
        }
        let times = || self.sessions.iter().map(|session| &session.times);
        let last = times().filter_map(|times| times.last_day().or(times.day)).max();
        Dates { start: times().filter_map(|times| times.day).min(), end: last }
    }

    /// Returns a moment with its instant, where the venue's clock says it.
    #[must_use]
    pub fn moment(&self, moment: impl Into<Moment>) -> Moment {
        let moment = moment.into();
        Moment { instant: moment.instant.or_else(|| self.zone.instant(moment.clock)), ..moment }
    }

    /// The reading of somebody who wants `wanted`.
    #[must_use]
    pub fn reading(&self, wanted: Option<Lang>) -> LanguagePreference {
        LanguagePreference { wanted, own: self.language.clone() }
    }
}

macro_rules! lookup {
    ($($name:ident($id:ident) -> $thing:ident in $list:ident;)*) => {
        /// A thing by its id. Ids are only made for things that are there.
        impl Conference {$(
            #[doc = concat!("The ", stringify!($name), " with this id.")]
            ///
            /// # Panics
            /// With an id of another conference.
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
