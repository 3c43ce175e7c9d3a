//! Enums with known words and an `Other` variant for all others.

/// Defines an enum of known words with an `Other` variant, and conversions from and to their spelling.
macro_rules! open_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $spelling:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$word_doc])* $word,)+
            /// Any other word, as written.
            Other(crate::text::SafeText),
        }

        impl $name {
            /// The spellings of the known words.
            pub const KNOWN: &[&str] = &[$($spelling),+];

            /// Parses a word, ignoring case.
            #[must_use]
            pub fn from_word(word: &crate::text::SafeText) -> Self {
                match word.to_lowercase().as_str() {
                    $($spelling => Self::$word,)+
                    _ => Self::Other(word.clone()),
                }
            }

            /// Returns the spelling in event files.
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

pub(super) use open_enum;
