//! The words of the language: [`Key`], what a condition is about, and [`Is`], what a session can be.

/// Defines an enum of words, the list of them, and the way from and to how they are written.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $spelling:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$word_doc])* $word,)+
        }

        impl $name {
            /// All of them, in the order in which they are listed for people.
            pub const ALL: &[Self] = &[$(Self::$word),+];

            /// How it is written.
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
    /// What a condition is about.
    Key {
        /// The program day.
        Day = "day",
        /// The room, or the building that it is in.
        Room = "room",
        /// The track.
        Track = "track",
        /// The language spoken.
        Lang = "lang",
        /// The kind, in the word of the event file.
        Kind = "kind",
        /// The type, in the words of the conference.
        Type = "type",
        /// For whom it is.
        Level = "level",
        /// A free keyword.
        Tag = "tag",
        /// Who takes part, in whichever role.
        Speaker = "speaker",
        /// A part of the title or of the line under it.
        Title = "title",
        /// The time of day at which it starts, or a later one.
        After = "after",
        /// The time of day at which it ends, or an earlier one.
        Before = "before",
        /// What the session is, now and for whoever looks.
        Is = "is",
    }
}

words! {
    /// What a session can be.
    Is {
        /// It runs now.
        Now = "now",
        /// It is the next in one of its rooms.
        Next = "next",
        /// It is over.
        Past = "past",
        /// It is picked, whether it must be or may be.
        Picked = "picked",
        /// It is picked, and must be.
        Must = "must",
        /// It is picked, and may be.
        Maybe = "maybe",
        /// It is picked, and overlaps with another pick or with what else takes one's time.
        Collides = "collides",
        /// It overlaps with no other pick and with nothing else that takes one's time.
        Free = "free",
        /// Something is noted to it.
        Noted = "noted",
        /// It is hidden, or its track is, or all its rooms are.
        Hidden = "hidden",
        /// One can take part from elsewhere.
        Online = "online",
        /// It has a live stream.
        Streamed = "streamed",
        /// It has a recording.
        Recorded = "recorded",
        /// Its slides can be looked at.
        Slides = "slides",
        /// It is there more than once.
        Repeated = "repeated",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

/// Other words that people write for a key.
const ALIASES: [(&str, Key); 2] = [("person", Key::Speaker), ("language", Key::Lang)];

impl Key {
    /// Reads a key; capitals make no difference.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::spellings().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, key)| key)
    }

    /// The key that was probably meant by a word.
    #[must_use]
    pub fn nearest(word: &str) -> Option<Self> {
        let meant = crate::text::closest_match(word, Self::spellings().map(|(known, _)| known))?;
        Self::read(meant)
    }

    /// Every way to write a key.
    fn spellings() -> impl Iterator<Item = (&'static str, Self)> {
        Self::ALL.iter().map(|key| (key.word(), *key)).chain(ALIASES)
    }

    /// Whether several conditions with this key are one, any of whose values will do. What a session *is* are properties
    /// that it can have together, and of two bounds both count.
    #[must_use]
    pub fn has_alternatives(self) -> bool {
        !matches!(self, Self::Is | Self::After | Self::Before)
    }
}

impl Is {
    /// Reads a word; capitals make no difference.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        // An older word for it.
        let word = if word.eq_ignore_ascii_case("muted") { Self::Hidden.word() } else { word };
        Self::ALL.iter().copied().find(|known| known.word().eq_ignore_ascii_case(word))
    }

    /// The word that was probably meant.
    #[must_use]
    pub fn nearest(word: &str) -> Option<Self> {
        Self::read(crate::text::closest_match(word, Self::ALL.iter().map(|known| known.word()))?)
    }

    /// Whether it depends on how late it is.
    #[must_use]
    pub fn needs_clock(self) -> bool {
        matches!(self, Self::Now | Self::Next | Self::Past)
    }

    /// Whether it depends on what somebody planned.
    #[must_use]
    pub fn needs_plan(self) -> bool {
        use Is::{Collides, Free, Hidden, Maybe, Must, Noted, Picked};
        matches!(self, Picked | Must | Maybe | Collides | Free | Noted | Hidden)
    }
}
