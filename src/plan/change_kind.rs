//! [`Fact`]: what can be different in another edition of a schedule, and [`OverlayKind`]: the things that facts are about.

/// Defines an enum whose variants have a word each, all of them in one list.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "most are the keys of the event file, which docs/FORMAT.md explains")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are told.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word for it in JSON, in remembered files and for `--only`.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The one with this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}

words! {
    /// The entity that a fact is about.
    About {
        Conference "conference",
        Info "info",
        Day "day",
        Session "session",
        Room "room",
        Track "track",
        Person "person",
        Organizer "organizer",
        Tier "tier",
        Sponsor "sponsor",
        Delegation "delegation",
    }
}

words! {
    /// A fact that can change. If the event file has a key for it, the word is that key.
    Fact {
        /// The thing was not in the schedule before.
        New "new",
        /// The thing is not in the schedule any more.
        Gone "gone",
        /// A session is in the schedule, but does not take place any more.
        Cancelled "cancelled",
        /// A session was cancelled, and takes place after all.
        Uncancelled "uncancelled",
        /// A session is on another day, starts at another time, or takes longer or shorter; or any of this is only known
        /// now, or not any more.
        Time "time",
        /// A session is in other rooms.
        Rooms "rooms",
        /// Other people take part, or they do in other roles.
        People "people",
        Title "title",
        Name "name",
        Subtitle "subtitle",
        Acronym "acronym",
        Theme "theme",
        Edition "edition",
        Dates "dates",
        Venue "venue",
        Address "address",
        City "city",
        Country "country",
        /// The page of the venue.
        VenueUrl "venue_url",
        Timezone "timezone",
        DayChange "day_change",
        Walking "walking",
        Opens "opens",
        Closes "closes",
        Status "status",
        Track "track",
        Languages "languages",
        /// The language of plain texts.
        Language "language",
        Kind "kind",
        Type "type",
        Attendance "attendance",
        Level "level",
        Tags "tags",
        PartOf "part_of",
        SameAs "same_as",
        DoNotRecord "do_not_record",
        Roles "roles",
        Role "role",
        /// The person that an organizer is.
        Person "person",
        Position "position",
        Organization "organization",
        Pronouns "pronouns",
        Tier "tier",
        Project "project",
        Building "building",
        Floor "floor",
        Capacity "capacity",
        Color "color",
        Topics "topics",
        Hashtag "hashtag",
        Contact "contact",
        Url "url",
        Slides "slides",
        Recording "recording",
        Stream "stream",
        Feedback "feedback",
        Links "links",
        Attachments "attachments",
        RecordingLicense "recording_license",
        Avatar "avatar",
        ContentNote "content_note",
        Abstract "abstract",
        Description "description",
        Bio "bio",
        Text "text",
        Version "version",
        Updated "updated",
    }
}

impl Fact {
    /// Returns what it is the other way round, from the new edition to the former one.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::New => Self::Gone,
            Self::Gone => Self::New,
            Self::Cancelled => Self::Uncancelled,
            Self::Uncancelled => Self::Cancelled,
            other => other,
        }
    }

    /// True of running texts: that they changed is told, not what they were.
    #[must_use]
    pub fn is_long(self) -> bool {
        matches!(self, Self::ContentNote | Self::Abstract | Self::Description | Self::Bio | Self::Text)
    }

    /// True of what only says which edition of the schedule it is.
    #[must_use]
    pub fn is_stamp(self) -> bool {
        matches!(self, Self::Version | Self::Updated)
    }
}

/// The words by which changes are chosen, each for several facts.
pub const CHOICES: &[&str] = &[
    "new",
    "gone",
    "cancelled",
    "time",
    "room",
    "people",
    "title",
    "track",
    "language",
    "kind",
    "tags",
    "text",
    "links",
    "recording",
    "conference",
    "organizers",
    "sponsors",
    "delegations",
];

/// True if a fact is one of those that a word of [`CHOICES`] or the word of a fact or of a thing means; `None` where the word
/// means nothing.
#[must_use]
pub fn is_chosen(word: &str, about: About, fact: Fact) -> Option<bool> {
    let of_session = about == About::Session;
    Some(match word {
        "cancelled" => matches!(fact, Fact::Cancelled | Fact::Uncancelled | Fact::Status),
        "time" => fact == Fact::Time || (of_session && fact == Fact::Timezone),
        "room" | "rooms" => fact == Fact::Rooms || about == About::Room,
        "people" | "person" | "speakers" => fact == Fact::People || about == About::Person,
        "title" => matches!(fact, Fact::Title | Fact::Subtitle | Fact::Name),
        "track" | "tracks" => fact == Fact::Track || about == About::Track,
        "language" | "languages" => matches!(fact, Fact::Languages | Fact::Language),
        "kind" => matches!(fact, Fact::Kind | Fact::Type),
        "text" => fact.is_long() || matches!(fact, Fact::Theme | Fact::Topics),
        "links" => matches!(
            fact,
            Fact::Url
                | Fact::VenueUrl
                | Fact::Slides
                | Fact::Recording
                | Fact::Stream
                | Fact::Feedback
                | Fact::Links
                | Fact::Attachments
                | Fact::Avatar
        ),
        "recording" => {
            matches!(fact, Fact::Recording | Fact::Stream | Fact::DoNotRecord | Fact::RecordingLicense)
        }
        "conference" => matches!(about, About::Conference | About::Info | About::Day),
        "organizers" => about == About::Organizer,
        "sponsors" => matches!(about, About::Sponsor | About::Tier),
        "delegations" => about == About::Delegation,
        word => {
            let (named_fact, named_thing) = (Fact::from_word(word), About::from_word(word));
            if named_fact.is_none() && named_thing.is_none() {
                return None;
            }
            named_fact == Some(fact) || named_thing == Some(about)
        }
    })
}
