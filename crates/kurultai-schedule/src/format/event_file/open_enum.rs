//! [`OpenEnum`]: words of an open vocabulary.

use crate::model::{Kind, Role, Status};
use crate::text::SafeText;

/// The known kinds of delegations.
pub(crate) const DELEGATION_KINDS: [&str; 5] = ["country", "union", "court", "institution", "organization"];

/// An enum that also accepts unknown words.
pub(crate) trait OpenEnum {
    const KNOWN: &'static [&'static str];
    fn from_word(word: &SafeText) -> Self;
    fn word(&self) -> &str;
}

macro_rules! open_enums {
    ($($name:ty)+) => {$(
        impl OpenEnum for $name {
            const KNOWN: &'static [&'static str] = Self::KNOWN;

            fn from_word(word: &SafeText) -> Self {
                Self::from_word(word)
            }

            fn word(&self) -> &str {
                self.word()
            }
        }
    )+};
}

open_enums! { Kind Status Role }
