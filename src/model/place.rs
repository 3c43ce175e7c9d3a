//! [`Room`] and [`Track`]: where sessions are, and which theme they share.

use super::LocalizedText;
use crate::text::SafeText;

/// A place in the venue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Room {
    /// What sessions call it.
    pub id: Option<SafeText>,
    /// Its name.
    pub name: Option<LocalizedText>,
    /// The building it is in; walking takes longer between buildings than inside one.
    pub building: Option<LocalizedText>,
    /// The floor, as it is signposted.
    pub floor: Option<LocalizedText>,
    /// How many people it holds.
    pub capacity: Option<u32>,
    /// About it, in Markdown.
    pub description: Option<LocalizedText>,
}

/// A theme of many sessions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Track {
    /// What sessions call it.
    pub id: Option<SafeText>,
    /// Its name.
    pub name: Option<LocalizedText>,
    /// The color that the conference gave it.
    pub color: Option<Color>,
}

/// A color in sRGB: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// The names that the event file knows, with the values that CSS gives them.
    pub const NAMES: [(&'static str, Self); 18] = [
        ("black", Self(0, 0, 0)),
        ("white", Self(255, 255, 255)),
        ("gray", Self(128, 128, 128)),
        ("grey", Self(128, 128, 128)),
        ("silver", Self(192, 192, 192)),
        ("red", Self(255, 0, 0)),
        ("maroon", Self(128, 0, 0)),
        ("orange", Self(255, 165, 0)),
        ("yellow", Self(255, 255, 0)),
        ("olive", Self(128, 128, 0)),
        ("green", Self(0, 128, 0)),
        ("lime", Self(0, 255, 0)),
        ("teal", Self(0, 128, 128)),
        ("cyan", Self(0, 255, 255)),
        ("blue", Self(0, 0, 255)),
        ("navy", Self(0, 0, 128)),
        ("purple", Self(128, 0, 128)),
        ("magenta", Self(255, 0, 255)),
    ];

    /// Reads `#rrggbb` or one of [`Color::NAMES`].
    ///
    /// ```
    /// use kurultai::model::Color;
    /// assert_eq!(Color::parse("#e69f00"), Some(Color(0xe6, 0x9f, 0x00)));
    /// assert_eq!(Color::parse("Navy"), Some(Color(0, 0, 128)));
    /// assert_eq!(Color::parse("#e69f"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some(digits) = text.strip_prefix('#') else {
            let named = Self::NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
            return named.map(|(_, color)| *color);
        };
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }
}
