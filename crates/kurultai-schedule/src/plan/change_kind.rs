//! [`Fact`]: the attributes compared between editions, and [`About`]: the entities they belong to.

/// Defines an enum with a word for each variant.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "most are the keys of the event file, which docs/FORMAT.md explains")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// All variants, in display order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the word used in JSON, stored editions and `--only`.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// Parses a word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}

words! {
    /// The type of entity that changed.
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
    /// An attribute that can change. The words are the keys of the event file where there is one.
    Fact {
        /// The entity was added.
        New "new",
        /// The entity was removed.
        Gone "gone",
        /// The session was cancelled.
        Cancelled "cancelled",
        /// The session was cancelled and now takes place.
        Uncancelled "uncancelled",
        /// The day, start or duration of a session changed, or became known or unknown.
        Time "time",
        /// The rooms of a session changed.
        Rooms "rooms",
        /// The participants or their roles changed.
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
        /// The web page of the venue.
        VenueUrl "venue_url",
        Timezone "timezone",
        DayChange "day_change",
        Walking "walking",
        Opens "opens",
        Closes "closes",
        Status "status",
        Track "track",
        Languages "languages",
        /// The language of untagged texts.
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
        /// The person that is the organizer.
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
    /// Returns the fact for the reverse comparison.
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

    /// True for prose, which is reported as changed without its values.
    #[must_use]
    pub fn is_long(self) -> bool {
        matches!(self, Self::ContentNote | Self::Abstract | Self::Description | Self::Bio | Self::Text)
    }

    /// True for facts that identify the edition.
    #[must_use]
    pub fn is_stamp(self) -> bool {
        matches!(self, Self::Version | Self::Updated)
    }
}

/// Words for groups of changes.
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

/// True if a word selects this fact: a word of [`CHOICES`], of a fact or of an entity type. `None` for
/// unknown words.
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
