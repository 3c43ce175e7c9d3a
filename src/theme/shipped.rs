//! [`BaseTheme`]: the themes that come with the app, from `assets/themes.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Background, Paint, Palette, StyleSpec, TextRole};

pub(super) const THEMES: &str = include_str!("../../assets/themes.toml");

/// A theme that comes with the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BaseTheme {
    /// `Dark` or `Light`, by the background of the terminal.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Black and white with few, strong colors.
    HighContrast,
    /// The terminal's own 16 colors.
    Sixteen,
    /// No colors.
    Monochrome,
    /// Catppuccin Mocha.
    CatppuccinMocha,
    /// Gruvbox Dark.
    GruvboxDark,
}

impl BaseTheme {
    /// The themes by name.
    pub const NAMES: [(&str, Self); 8] = [
        ("auto", Self::Auto),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("high-contrast", Self::HighContrast),
        ("16-colors", Self::Sixteen),
        ("monochrome", Self::Monochrome),
        ("catppuccin-mocha", Self::CatppuccinMocha),
        ("gruvbox-dark", Self::GruvboxDark),
    ];

    /// Returns the theme with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, theme)| *theme)
    }

    /// True if the colors depend on the background of the terminal.
    pub(super) fn follows_terminal(self) -> bool {
        matches!(self, Self::Auto | Self::HighContrast | Self::Sixteen)
    }

    /// Returns the colors that the theme uses on a terminal.
    pub(super) fn palette(self, terminal: Palette) -> Palette {
        match (self, terminal) {
            (Self::Monochrome, _) | (_, Palette::Mono) => Palette::Mono,
            (Self::Sixteen, Palette::Basic(on) | Palette::Indexed(on) | Palette::True(on)) => {
                Palette::Basic(on)
            }
            (Self::Dark | Self::CatppuccinMocha | Self::GruvboxDark, palette) => palette.on(Background::Dark),
            (Self::Light, palette) => palette.on(Background::Light),
            (Self::Auto | Self::HighContrast, palette) => palette,
        }
    }

    /// Returns the name of the section in the asset for colors from [`Self::palette`].
    pub(super) fn section(self, palette: Palette) -> &'static str {
        match (palette, self) {
            (Palette::Mono, _) => "mono",
            (Palette::Basic(Background::Dark), _) => "basic",
            (Palette::Basic(Background::Light), _) => "basic-light",
            (_, Self::CatppuccinMocha) => "catppuccin-mocha",
            (_, Self::GruvboxDark) => "gruvbox-dark",
            (Palette::Indexed(Background::Dark) | Palette::True(Background::Dark), Self::HighContrast) => {
                "high-contrast"
            }
            (Palette::Indexed(Background::Light) | Palette::True(Background::Light), Self::HighContrast) => {
                "high-contrast-light"
            }
            (Palette::Indexed(Background::Dark) | Palette::True(Background::Dark), _) => "dark",
            (Palette::Indexed(Background::Light) | Palette::True(Background::Light), _) => "light",
        }
    }

    /// Returns the styles for colors from [`Self::palette`].
    pub(super) fn styles(self, palette: Palette) -> Styles {
        // A test parses the asset, so the plain fallback is never used.
        let Asset { background, tracks, roles } =
            toml::from_str(section(self.section(palette))).unwrap_or_default();
        let tracks = tracks.into_iter().enumerate().map(|(n, spec)| (TextRole::track(n, None), spec));
        Styles { background, roles: roles.into_iter().chain(tracks).collect() }
    }
}

/// The styles of roles, and the color of the whole screen if it is not that of the terminal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Styles {
    /// The color behind everything.
    pub background: Option<Paint>,
    /// The styles.
    pub roles: BTreeMap<TextRole, StyleSpec>,
}

/// A theme in the asset.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asset {
    pub(super) background: Option<Paint>,
    /// The bars of tracks, in order.
    pub(super) tracks: Vec<StyleSpec>,
    #[serde(flatten)]
    pub(super) roles: BTreeMap<TextRole, StyleSpec>,
}

/// Returns the part of the asset with one theme, so that only this part is parsed before the first frame.
pub(super) fn section(name: &str) -> &'static str {
    let is_header = |line: &str| line.starts_with('[');
    let mut lines = THEMES.split_inclusive('\n');
    let start: usize =
        lines.by_ref().map_while(|line| (line.trim_end() != format!("[{name}]")).then_some(line.len())).sum();
    let body = &THEMES[start..];
    let head = body.find('\n').map_or(body.len(), |end| end + 1);
    let length: usize =
        body[head..].split_inclusive('\n').take_while(|line| !is_header(line)).map(str::len).sum();
    &body[head..head + length]
}
