//! How roles of text look: [`Theme`], out of `assets/themes.toml`.
//!
//! Nothing outside of this module names a color. Screens say what a text is for, a [`Role`].

use std::collections::BTreeMap;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

const THEMES: &str = include_str!("../assets/themes.toml");

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// What one reads.
    #[default]
    Text,
    /// The name of the thing that a screen is about.
    Title,
    /// What belongs to it.
    Dim,
    /// Labels and the heads of groups.
    Faint,
    /// Where the focus is.
    Accent,
    /// The selected row of the list that has the focus.
    Selected,
    /// The selected row of a list without it.
    SelectedQuiet,
    /// The mark at the left of the selected row.
    Marker,
    /// The same without the focus.
    MarkerQuiet,
    /// Lines between parts of the screen.
    Rule,
    /// The bar that says which part of a long text is shown.
    Scrollbar,
    /// A key in hints and help.
    Key,
    /// The line that says how late it is.
    Now,
    /// The mark of what one picked.
    Pick,
    /// What a search found in a text.
    Hit,
    /// What deserves a second look.
    Warn,
    /// What is wrong.
    Bad,
    /// What Enter follows.
    Link,
    /// What is said loudly in a text.
    Strong,
    /// What is said with stress.
    Emphasis,
    /// What stands there letter by letter, as a computer takes it.
    Code,
    /// A head within a text.
    Heading,
    /// The bar of a track; eight colors by turns.
    #[serde(skip)]
    Track(u8),
}

/// So many colors tell tracks apart; more of them nobody could.
const TRACKS: usize = 8;

impl Role {
    /// The bar of the track with this number.
    #[must_use]
    pub fn track(number: usize) -> Self {
        Self::Track(u8::try_from(number % TRACKS).unwrap_or(0))
    }
}

/// How many colors a terminal has, and on which background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// None: bold, dim, underline and reverse do it all.
    Mono,
    /// Sixteen, whose shades are the terminal's own.
    #[default]
    Basic,
    /// 256.
    Indexed(Background),
    /// All.
    True(Background),
}

/// What a terminal draws on; its own color of it stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Background {
    /// Light on dark: what most terminals are.
    #[default]
    Dark,
    /// Dark on light.
    Light,
}

/// From this luminance on, black is easier to read on a color than white.
const LIGHT: f64 = 0.179;

impl Background {
    /// Dark or light, as a color is on which text is easier to read in white or in black.
    #[must_use]
    pub fn of(rgb: [u8; 3]) -> Self {
        if luminance(rgb) < LIGHT { Self::Dark } else { Self::Light }
    }
}

/// How bright a color is to the eye, from 0 to 1: the relative luminance of WCAG.
fn luminance(rgb: [u8; 3]) -> f64 {
    let parts = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
}

impl Palette {
    /// What a terminal has, by the variables of its environment: `NO_COLOR` (any text but none), `COLORTERM`, `TERM`,
    /// and for the background `COLORFGBG`, which some terminals set (`0;15`: black on white).
    #[must_use]
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Self {
        if variable("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            return Self::Mono;
        }
        let is = |name: &str, part: &str| variable(name).is_some_and(|value| value.contains(part));
        let background = variable("COLORFGBG").and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok());
        let background = match background {
            Some(7 | 9..=15) => Background::Light,
            _ => Background::Dark,
        };
        if is("COLORTERM", "truecolor") || is("COLORTERM", "24bit") || is("TERM", "direct") {
            Self::True(background)
        } else if is("TERM", "256color") {
            Self::Indexed(background)
        } else {
            Self::Basic
        }
    }
}

/// A style for every role.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theme {
    styles: BTreeMap<Role, Style>,
}

/// A theme as the asset writes it.
#[derive(Debug, Default, Deserialize)]
struct Asset {
    /// The bars of tracks, one after the other.
    tracks: Vec<Spec>,
    #[serde(flatten)]
    roles: BTreeMap<Role, Spec>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the asset")]
#[serde(default, deny_unknown_fields)]
struct Spec {
    fg: Option<Paint>,
    bg: Option<Paint>,
    bold: bool,
    dim: bool,
    italic: bool,
    underline: bool,
    reverse: bool,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Paint(Color);

impl TryFrom<String> for Paint {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Color::from_str(&name).map(Self).map_err(|_| name)
    }
}

impl Theme {
    /// The theme for a palette.
    #[must_use]
    pub fn for_palette(palette: Palette) -> Self {
        let name = match palette {
            Palette::Mono => "mono",
            Palette::Basic => "basic",
            Palette::Indexed(Background::Dark) | Palette::True(Background::Dark) => "dark",
            Palette::Indexed(Background::Light) | Palette::True(Background::Light) => "light",
        };
        // A test reads the asset; should it be broken all the same, the screen is plain and works.
        let Asset { tracks, roles } = toml::from_str(section(name)).unwrap_or_default();
        let tracks = tracks.into_iter().enumerate().map(|(n, spec)| (Role::track(n), spec));
        Self {
            styles: roles.into_iter().chain(tracks).map(|(role, spec)| (role, spec.style(palette))).collect(),
        }
    }

    /// How a role looks.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(&role).copied().unwrap_or_default()
    }
}

/// What stands under the header of a theme; the others need not be read before the first frame.
fn section(name: &str) -> &'static str {
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

impl Spec {
    fn style(self, palette: Palette) -> Style {
        let mut style = Style::new();
        style.fg = self.fg.map(|paint| paint.color(palette));
        style.bg = self.bg.map(|paint| paint.color(palette));
        let modifiers = [
            (self.bold, Modifier::BOLD),
            (self.dim, Modifier::DIM),
            (self.italic, Modifier::ITALIC),
            (self.underline, Modifier::UNDERLINED),
            (self.reverse, Modifier::REVERSED),
        ];
        modifiers
            .into_iter()
            .filter(|(is_on, _)| *is_on)
            .fold(style, |style, (_, modifier)| style.add_modifier(modifier))
    }
}

impl Paint {
    fn color(self, palette: Palette) -> Color {
        match (self.0, palette) {
            (Color::Rgb(red, green, blue), Palette::Indexed(_)) => {
                Color::Indexed(nearest_indexed([red, green, blue]))
            }
            (color, _) => color,
        }
    }
}

/// The nearest of the 256 colors' cube (16–231) and its greys (232–255).
fn nearest_indexed(rgb: [u8; 3]) -> u8 {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let distance =
        |other: [u8; 3]| -> u32 { rgb.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
    let cube = (0..216_u8).map(|n| {
        let level = |n: u8| LEVELS[usize::from(n % 6)];
        (16 + n, [level(n / 36), level(n / 6), level(n)])
    });
    let greys = (0..24_u8).map(|n| (232 + n, [8 + 10 * n; 3]));
    cube.chain(greys).min_by_key(|(_, color)| distance(*color)).map_or(15, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_fills_every_role() {
        let themes: BTreeMap<String, Asset> = toml::from_str(THEMES).unwrap();
        assert_eq!(themes.keys().collect::<Vec<_>>(), ["basic", "dark", "light", "mono"]);
        let roles = |name: &str| themes[name].roles.keys().collect::<Vec<_>>();
        for name in themes.keys() {
            assert_eq!(roles(name), roles("dark"), "{name}");
            assert_eq!(themes[name].tracks.len(), TRACKS, "{name}");
        }
        for (name, theme) in &themes {
            let alone: Asset = toml::from_str(section(name)).unwrap();
            assert_eq!(
                alone.roles.keys().collect::<Vec<_>>(),
                theme.roles.keys().collect::<Vec<_>>(),
                "{name}"
            );
            assert_eq!(alone.tracks.len(), theme.tracks.len(), "{name}");
        }
        assert_eq!(roles("dark").len(), 21, "all but Text");
    }

    #[test]
    fn mono_has_no_color_and_shows_the_selection() {
        let mono = Theme::for_palette(Palette::Mono);
        for style in mono.styles.values() {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        let backgrounds = [Background::Dark, Background::Light];
        let colored = backgrounds
            .into_iter()
            .flat_map(|background| [Palette::Indexed(background), Palette::True(background)]);
        for palette in colored.chain([Palette::Mono, Palette::Basic]) {
            let theme = Theme::for_palette(palette);
            assert_ne!(theme.style(Role::Selected), theme.style(Role::Text), "{palette:?}");
            assert_ne!(theme.style(Role::Selected), theme.style(Role::SelectedQuiet), "{palette:?}");
        }
    }

    #[test]
    fn palettes_are_found_by_the_environment() {
        let detect = |pairs: &[(&str, &str)]| {
            Palette::detect(|name| {
                pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(detect(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")]), Palette::Mono);
        assert_eq!(
            detect(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]),
            Palette::Indexed(Background::Dark)
        );
        assert_eq!(
            detect(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]),
            Palette::True(Background::Dark)
        );
        assert_eq!(
            detect(&[("TERM", "xterm-256color"), ("COLORFGBG", "0;15")]),
            Palette::Indexed(Background::Light)
        );
        assert_eq!(detect(&[("TERM", "linux")]), Palette::Basic);
    }

    #[test]
    fn true_colors_have_a_nearest_index() {
        assert_eq!(nearest_indexed([255, 0, 0]), 196);
        assert_eq!(nearest_indexed([0x2b, 0x36, 0x42]), 237);
        assert_eq!(nearest_indexed([8, 8, 8]), 232);
    }
}
