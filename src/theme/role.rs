//! [`TextRole`]: the purpose of a text, which decides its style.

use serde::Deserialize;

/// The purpose of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextRole {
    /// Body text.
    #[default]
    Text,
    /// Titles.
    Title,
    /// Secondary text.
    Dim,
    /// Labels and headings of groups.
    Faint,
    /// The active part of the screen.
    Accent,
    /// The selected row of a list with the focus.
    Selected,
    /// The selected row of a list without the focus.
    SelectedQuiet,
    /// The mark of the selected row.
    Marker,
    /// The mark of the selected row without the focus.
    MarkerQuiet,
    /// Lines between parts of the screen.
    Rule,
    /// Scrollbars.
    Scrollbar,
    /// Keys in hints and help.
    Key,
    /// The line of the current time.
    Now,
    /// The mark of a pick.
    Pick,
    /// Matches of a search.
    Hit,
    /// Warnings.
    Warn,
    /// Errors.
    Bad,
    /// Links.
    Link,
    /// Strong text.
    Strong,
    /// Emphasized text.
    Emphasis,
    /// Code.
    Code,
    /// Headings within a text.
    Heading,
    /// The light modules of a QR code, and half blocks on them.
    #[serde(skip)]
    Qr,
    /// The dark modules of a QR code.
    #[serde(skip)]
    QrDark,
    /// The bar of a track, by its number.
    #[serde(skip)]
    Track(u8),
    /// The bar of a track whose schedule gives its color, and the number of a color for terminals and backgrounds on
    /// which that color is unreadable.
    #[serde(skip)]
    TrackColor([u8; 3], u8),
}

/// The number of track colors.
pub const TRACKS: usize = 8;

impl TextRole {
    /// The roles by their names in a theme.
    pub const NAMES: [(&str, Self); 22] = [
        ("text", Self::Text),
        ("title", Self::Title),
        ("dim", Self::Dim),
        ("faint", Self::Faint),
        ("accent", Self::Accent),
        ("selected", Self::Selected),
        ("selected_quiet", Self::SelectedQuiet),
        ("marker", Self::Marker),
        ("marker_quiet", Self::MarkerQuiet),
        ("rule", Self::Rule),
        ("scrollbar", Self::Scrollbar),
        ("key", Self::Key),
        ("now", Self::Now),
        ("pick", Self::Pick),
        ("hit", Self::Hit),
        ("warn", Self::Warn),
        ("bad", Self::Bad),
        ("link", Self::Link),
        ("strong", Self::Strong),
        ("emphasis", Self::Emphasis),
        ("code", Self::Code),
        ("heading", Self::Heading),
    ];

    /// Returns the role with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }

    /// Returns the role of the track with this index, and with a color from the schedule.
    #[must_use]
    pub fn track(number: usize, color: Option<[u8; 3]>) -> Self {
        let number = u8::try_from(number % TRACKS).unwrap_or(0);
        color.map_or(Self::Track(number), |color| Self::TrackColor(color, number))
    }
}
