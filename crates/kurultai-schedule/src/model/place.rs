//! [`Room`], [`Track`] and [`Color`].

use super::LocalizedText;
use crate::text::SafeText;

/// A room of the venue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Room {
    /// The id used by sessions.
    pub id: Option<SafeText>,
    /// Its name.
    pub name: Option<LocalizedText>,
    /// The building; walking between buildings takes longer than within one.
    pub building: Option<LocalizedText>,
    /// The floor, as on signs.
    pub floor: Option<LocalizedText>,
    /// The number of seats.
    pub capacity: Option<u32>,
    /// Description, in Markdown.
    pub description: Option<LocalizedText>,
}

impl Room {
    /// True if both rooms are in the same building: its name is the same in any language. `None` if a building is
    /// unknown.
    #[must_use]
    pub fn shares_building(&self, other: &Self) -> Option<bool> {
        let (one, other) = self.building.as_ref().zip(other.building.as_ref())?;
        Some(one.iter().any(|(_, name)| other.has_version(name)))
    }
}

/// A track.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Track {
    /// The id used by sessions.
    pub id: Option<SafeText>,
    /// Its name.
    pub name: Option<LocalizedText>,
    /// The color from the schedule.
    pub color: Option<Color>,
}

/// A color in sRGB: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// Color names of event files with their CSS values.
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

    /// Parses `#rrggbb` or one of [`Color::NAMES`].
    ///
    /// ```
    /// use kurultai_schedule::model::Color;
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

    /// Returns the contrast ratio of two colors, from 1 to 21 (WCAG 2.2).
    ///
    /// ```
    /// use kurultai_schedule::model::Color;
    /// assert_eq!(Color(0, 0, 0).contrast(Color(255, 255, 255)).round(), 21.0);
    /// ```
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Returns the relative luminance, from 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}
