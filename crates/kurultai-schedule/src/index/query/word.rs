//! The vocabulary of queries: [`Key`] and [`Is`].

/// Defines an enum of words with its list of variants and their spellings.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $spelling:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$word_doc])* $word,)+
        }

        impl $name {
            /// All variants, in display order.
            pub const ALL: &[Self] = &[$(Self::$word),+];

            /// Returns the spelling.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$word => $spelling,)+
                }
            }
        }
    };
}

words! {
    /// The subject of a condition.
    Key {
        /// The schedule day.
        Day = "day",
        /// The room or its building.
        Room = "room",
        /// The track.
        Track = "track",
        /// The language spoken.
        Lang = "lang",
        /// The kind, spelled as in event files.
        Kind = "kind",
        /// The type, as published.
        Type = "type",
        /// The audience.
        Level = "level",
        /// A tag.
        Tag = "tag",
        /// A participant in any role.
        Speaker = "speaker",
        /// A part of the title or subtitle.
        Title = "title",
        /// The earliest start time.
        After = "after",
        /// The latest end time.
        Before = "before",
        /// A property, see [`Is`].
        Is = "is",
    }
}

words! {
    /// A property of a session.
    Is {
        /// Running now.
        Now = "now",
        /// Next in one of its rooms.
        Next = "next",
        /// Over.
        Past = "past",
        /// Picked with any priority.
        Picked = "picked",
        /// Picked as a must.
        Must = "must",
        /// Picked as a maybe.
        Maybe = "maybe",
        /// Picked, and overlaps another pick or a busy time.
        Collides = "collides",
        /// Overlaps no other pick and no busy time.
        Free = "free",
        /// Has a note.
        Noted = "noted",
        /// Hidden, itself or by track or rooms.
        Hidden = "hidden",
        /// Open to remote participants.
        Online = "online",
        /// Has a live stream.
        Streamed = "streamed",
        /// Has a recording.
        Recorded = "recorded",
        /// Has slides.
        Slides = "slides",
        /// Takes place more than once.
        Repeated = "repeated",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}

/// Other spellings of keys.
const ALIASES: [(&str, Key); 2] = [("person", Key::Speaker), ("language", Key::Lang)];

impl Key {
    /// Parses a key, ignoring case.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::spellings().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, key)| key)
    }

    /// Returns the closest key.
    #[must_use]
    pub fn nearest(word: &str) -> Option<Self> {
        let meant = crate::text::closest_match(word, Self::spellings().map(|(known, _)| known))?;
        Self::read(meant)
    }

    /// Iterates over all spellings.
    fn spellings() -> impl Iterator<Item = (&'static str, Self)> {
        Self::ALL.iter().map(|key| (key.word(), *key)).chain(ALIASES)
    }

    /// True if the values of the key are alternatives, so that conditions are merged. Properties and time bounds must all
    /// hold.
    #[must_use]
    pub fn has_alternatives(self) -> bool {
        !matches!(self, Self::Is | Self::After | Self::Before)
    }
}

impl Is {
    /// Parses a property, ignoring case.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        // A former spelling.
        let word = if word.eq_ignore_ascii_case("muted") { Self::Hidden.word() } else { word };
        Self::ALL.iter().copied().find(|known| known.word().eq_ignore_ascii_case(word))
    }

    /// Returns the closest property.
    #[must_use]
    pub fn nearest(word: &str) -> Option<Self> {
        Self::read(crate::text::closest_match(word, Self::ALL.iter().map(|known| known.word()))?)
    }

    /// True if it depends on the current time.
    #[must_use]
    pub fn needs_clock(self) -> bool {
        matches!(self, Self::Now | Self::Next | Self::Past)
    }

    /// True if it depends on the plan.
    #[must_use]
    pub fn needs_plan(self) -> bool {
        use Is::{Collides, Free, Hidden, Maybe, Must, Noted, Picked};
        matches!(self, Picked | Must | Maybe | Collides | Free | Noted | Hidden)
    }
}
