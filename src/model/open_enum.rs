//! Words of an open vocabulary: some are known, any other is kept as it is written.

/// Defines an enum of known words with an `Other` for the rest, its spellings, and the way between the two.
macro_rules! open_words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $spelling:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$word_doc])* $word,)+
            /// Any other word, as it is written.
            Other(crate::text::SafeText),
        }

        impl $name {
            /// The spellings of the known words.
            pub const KNOWN: &[&str] = &[$($spelling),+];

            /// Reads a word; capitals make no difference to a known one.
            #[must_use]
            pub fn from_word(word: &crate::text::SafeText) -> Self {
                match word.to_lowercase().as_str() {
                    $($spelling => Self::$word,)+
                    _ => Self::Other(word.clone()),
                }
            }

            /// The word as the event file writes it.
            #[must_use]
            pub fn word(&self) -> &str {
                match self {
                    $(Self::$word => $spelling,)+
                    Self::Other(word) => word,
                }
            }
        }
    };
}

pub(super) use open_words;
