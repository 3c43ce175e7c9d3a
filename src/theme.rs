//! [`Theme`]: the styles of text roles, read from `assets/themes.toml`.
//!
//! Colors are defined only here. Other modules use a [`TextRole`].

use std::collections::BTreeMap;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::config::ThemeChoice;

const THEMES: &str = include_str!("../assets/themes.toml");

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
    /// The bar of a track, by its color.
    #[serde(skip)]
    Track(u8),
}

/// The number of track colors.
const TRACKS: usize = 8;

impl TextRole {
    /// Returns the role of the track with this index.
    #[must_use]
    pub fn track(number: usize) -> Self {
        Self::Track(u8::try_from(number % TRACKS).unwrap_or(0))
    }
}

/// The colors of a terminal and its background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// No colors; only bold, dim, underline and reverse.
    Mono,
    /// 16 colors, defined by the terminal.
    Basic(Background),
    /// 256 colors.
    Indexed(Background),
    /// 24-bit colors.
    True(Background),
}

/// The background of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Background {
    /// Light text on a dark background.
    #[default]
    Dark,
    /// Dark text on a light background.
    Light,
}

/// The luminance above which black text has more contrast than white text.
const LIGHT: f64 = 0.179;

impl Background {
    /// Classifies a background by whether white or black text has more contrast.
    #[must_use]
    pub fn of(rgb: [u8; 3]) -> Self {
        if luminance(rgb) < LIGHT { Self::Dark } else { Self::Light }
    }
}

/// Returns the relative luminance of a color (WCAG), from 0 to 1.
fn luminance(rgb: [u8; 3]) -> f64 {
    let parts = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
}

impl Palette {
    /// Returns the palette according to the environment variables `NO_COLOR` (if not empty), `COLORTERM`, `TERM` and, for the
    /// background, `COLORFGBG` (`0;15` is black on white).
    #[must_use]
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Self {
        if variable("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            return Self::Mono;
        }
        let has_part = |name: &str, part: &str| variable(name).is_some_and(|value| value.contains(part));
        let background = variable("COLORFGBG").and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok());
        let background = match background {
            Some(7 | 9..=15) => Background::Light,
            _ => Background::Dark,
        };
        if has_part("COLORTERM", "truecolor") || has_part("COLORTERM", "24bit") || has_part("TERM", "direct")
        {
            Self::True(background)
        } else if has_part("TERM", "256color") {
            Self::Indexed(background)
        } else {
            Self::Basic(background)
        }
    }

    /// Returns the palette for a background.
    #[must_use]
    pub fn on(self, background: Background) -> Self {
        match self {
            Self::Mono => Self::Mono,
            Self::Basic(_) => Self::Basic(background),
            Self::Indexed(_) => Self::Indexed(background),
            Self::True(_) => Self::True(background),
        }
    }
}

impl Default for Palette {
    fn default() -> Self {
        Self::Basic(Background::Dark)
    }
}

/// A style for every role.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theme {
    palette: Palette,
    /// True if the theme follows the background of the terminal.
    follows_terminal: bool,
    styles: BTreeMap<TextRole, Style>,
}

/// A theme in the asset.
#[derive(Debug, Default, Deserialize)]
struct Asset {
    /// The bars of tracks, in order.
    tracks: Vec<Spec>,
    #[serde(flatten)]
    roles: BTreeMap<TextRole, Spec>,
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
    /// Returns the theme for a palette.
    #[must_use]
    pub fn for_palette(palette: Palette) -> Self {
        let name = match palette {
            Palette::Mono => "mono",
            Palette::Basic(Background::Dark) => "basic",
            Palette::Basic(Background::Light) => "basic-light",
            Palette::Indexed(Background::Dark) | Palette::True(Background::Dark) => "dark",
            Palette::Indexed(Background::Light) | Palette::True(Background::Light) => "light",
        };
        // A test parses the asset, so the plain fallback is never used.
        let Asset { tracks, roles } = toml::from_str(section(name)).unwrap_or_default();
        let tracks = tracks.into_iter().enumerate().map(|(n, spec)| (TextRole::track(n), spec));
        Self {
            palette,
            follows_terminal: false,
            styles: roles.into_iter().chain(tracks).map(|(role, spec)| (role, spec.style(palette))).collect(),
        }
    }

    /// Returns the configured theme for a palette and a terminal (`TERM`). `Auto` follows the background of
    /// terminals that report it, except for the Linux console and terminals without a name.
    #[must_use]
    pub fn chosen(choice: ThemeChoice, palette: Palette, terminal: Option<&str>) -> Self {
        let can_be_asked = terminal.is_some_and(|name| !["", "dumb", "linux"].contains(&name));
        match choice {
            ThemeChoice::Dark => Self::for_palette(palette.on(Background::Dark)),
            ThemeChoice::Light => Self::for_palette(palette.on(Background::Light)),
            ThemeChoice::Auto => Self {
                follows_terminal: can_be_asked && palette != Palette::Mono,
                ..Self::for_palette(palette)
            },
        }
    }

    /// True if the theme follows the background of the terminal.
    #[must_use]
    pub fn follows_terminal(&self) -> bool {
        self.follows_terminal
    }

    /// Returns the theme for a background.
    #[must_use]
    pub fn on(&self, background: Background) -> Self {
        let palette = self.palette.on(background);
        if palette == self.palette {
            return self.clone();
        }
        Self { follows_terminal: self.follows_terminal, ..Self::for_palette(palette) }
    }

    /// Returns the style of a role.
    #[must_use]
    pub fn style(&self, role: TextRole) -> Style {
        self.styles.get(&role).copied().unwrap_or_default()
    }
}

/// Returns the part of the asset with one theme, so that only this part is parsed before the first frame.
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

/// Returns the nearest of the 256 colors: the cube (16–231) and the greys (232–255).
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
        assert_eq!(themes.keys().collect::<Vec<_>>(), ["basic", "basic-light", "dark", "light", "mono"]);
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
        let colored = backgrounds.into_iter().flat_map(|background| {
            [Palette::Basic(background), Palette::Indexed(background), Palette::True(background)]
        });
        for palette in colored.chain([Palette::Mono]) {
            let theme = Theme::for_palette(palette);
            assert_ne!(theme.style(TextRole::Selected), theme.style(TextRole::Text), "{palette:?}");
            assert_ne!(theme.style(TextRole::Selected), theme.style(TextRole::SelectedQuiet), "{palette:?}");
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
        assert_eq!(detect(&[("TERM", "linux")]), Palette::Basic(Background::Dark));
        assert_eq!(
            detect(&[("TERM", "xterm"), ("COLORFGBG", "0;default;15")]),
            Palette::Basic(Background::Light)
        );
    }

    #[test]
    fn a_terminal_is_followed_that_can_be_asked() {
        let (colors, term) = (Palette::True(Background::Dark), Some("xterm-256color"));
        let follows = |choice, palette, terminal| Theme::chosen(choice, palette, terminal).follows_terminal();
        assert!(follows(ThemeChoice::Auto, colors, term));
        assert!(follows(ThemeChoice::Auto, Palette::Basic(Background::Dark), Some("xterm")));
        assert!(!follows(ThemeChoice::Light, colors, term));
        assert!(!follows(ThemeChoice::Dark, colors, term));
        assert!(!follows(ThemeChoice::Auto, Palette::Mono, term));
        for terminal in [None, Some(""), Some("dumb"), Some("linux")] {
            assert!(!follows(ThemeChoice::Auto, colors, terminal), "{terminal:?}");
        }
        let light = Theme::for_palette(Palette::True(Background::Light));
        assert_eq!(Theme::chosen(ThemeChoice::Light, colors, term), light);
        let followed = Theme::chosen(ThemeChoice::Auto, colors, term).on(Background::Light);
        assert!(followed.follows_terminal());
        assert_eq!(followed.styles, light.styles);
    }

    #[test]
    fn true_colors_have_a_nearest_index() {
        assert_eq!(nearest_indexed([255, 0, 0]), 196);
        assert_eq!(nearest_indexed([0x2b, 0x36, 0x42]), 237);
        assert_eq!(nearest_indexed([8, 8, 8]), 232);
    }

    /// Returns the contrast ratio of two colors, from 1 to 21.
    fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The 16 colors of a terminal, in order.
    type Sixteen = [[u8; 3]; 16];

    const XTERM: Sixteen = [
        [0, 0, 0],
        [205, 0, 0],
        [0, 205, 0],
        [205, 205, 0],
        [0, 0, 238],
        [205, 0, 205],
        [0, 205, 205],
        [229, 229, 229],
        [127, 127, 127],
        [255, 0, 0],
        [0, 255, 0],
        [255, 255, 0],
        [92, 92, 255],
        [255, 0, 255],
        [0, 255, 255],
        [255, 255, 255],
    ];
    const VGA: Sixteen = [
        [0, 0, 0],
        [170, 0, 0],
        [0, 170, 0],
        [170, 85, 0],
        [0, 0, 170],
        [170, 0, 170],
        [0, 170, 170],
        [170, 170, 170],
        [85, 85, 85],
        [255, 85, 85],
        [85, 255, 85],
        [255, 255, 85],
        [85, 85, 255],
        [255, 85, 255],
        [85, 255, 255],
        [255, 255, 255],
    ];

    /// Returns the RGB value of a color. `bright` replaces the first eight of the 16 by the others, as many terminals do in bold.
    fn shown(color: Color, sixteen: &Sixteen, bright: bool) -> [u8; 3] {
        let number = match color {
            Color::Rgb(red, green, blue) => return [red, green, blue],
            Color::Indexed(index @ 16..=231) => {
                let level = |n: u8| [0, 95, 135, 175, 215, 255][usize::from(n % 6)];
                let n = index - 16;
                return [level(n / 36), level(n / 6), level(n)];
            }
            Color::Indexed(index @ 232..) => return [8 + 10 * (index - 232); 3],
            Color::Indexed(index) => usize::from(index),
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
            Color::Reset => panic!("the terminal's own color"),
        };
        sixteen[if bright && number < 8 { number + 8 } else { number }]
    }

    /// Roles with intentionally low contrast, and roles that are not text.
    const FAINT: [TextRole; 4] =
        [TextRole::Faint, TextRole::MarkerQuiet, TextRole::Rule, TextRole::Scrollbar];
    /// Roles that never occur in a selected row.
    const BESIDE: [TextRole; 2] = [TextRole::Rule, TextRole::Scrollbar];

    /// Returns the roles with too little contrast.
    fn unreadable(palette: Palette, background: [u8; 3], text: [u8; 3], sixteen: &Sixteen) -> Vec<String> {
        let theme = Theme::for_palette(palette);
        let mut bad = Vec::new();
        let below = [None, Some(TextRole::Selected), Some(TextRole::SelectedQuiet)].map(|row| {
            let back = row.and_then(|row| theme.style(row).bg);
            (row, back.map_or(background, |color| shown(color, sixteen, false)))
        });
        for (role, style) in
            theme.styles.iter().map(|(role, style)| (*role, *style)).chain([(TextRole::Text, Style::new())])
        {
            let is_faint = FAINT.contains(&role) || matches!(role, TextRole::Track(_));
            let least = if is_faint { 3.0 } else { 4.5 };
            for (row, back) in below {
                if row.is_some() && BESIDE.contains(&role) {
                    continue;
                }
                for bright in [false, style.add_modifier.contains(Modifier::BOLD)] {
                    let mut front = style.fg.map_or(text, |color| shown(color, sixteen, bright));
                    if style.add_modifier.contains(Modifier::DIM) {
                        let parts = [0, 1, 2].map(|at| (u16::from(front[at]) * 2 + u16::from(back[at])) / 3);
                        front = parts.map(|part| u8::try_from(part).unwrap());
                    }
                    // Reversing swaps both, which keeps the contrast.
                    let contrast = contrast(front, back);
                    if contrast < least {
                        bad.push(format!(
                            "{palette:?} {role:?} in {row:?} on {back:?}: {contrast:.2} < {least}"
                        ));
                    }
                }
            }
        }
        bad
    }

    #[test]
    fn everything_can_be_read_on_every_background() {
        let mut bad = Vec::new();
        let (black, white) = ([0; 3], [255; 3]);
        for palette in [Palette::True, Palette::Indexed, Palette::Basic] {
            for sixteen in [&XTERM, &VGA] {
                bad.extend(unreadable(palette(Background::Dark), black, sixteen[7], sixteen));
                bad.extend(unreadable(palette(Background::Light), white, black, sixteen));
            }
        }
        for palette in [Palette::True, Palette::Indexed] {
            for dark in [[0x1e, 0x1e, 0x1e], [0x00, 0x2b, 0x36]] {
                let faint = unreadable(palette(Background::Dark), dark, [0xd0; 3], &XTERM);
                bad.extend(faint.into_iter().filter(|bad| !bad.contains("Rule")));
            }
            for light in [[0xfd, 0xf6, 0xe3], [0xef, 0xf1, 0xf5]] {
                let faint = unreadable(palette(Background::Light), light, [0x38, 0x3a, 0x42], &XTERM);
                bad.extend(
                    faint.into_iter().filter(|bad| !bad.contains("Rule") && !bad.contains("Scrollbar")),
                );
            }
        }
        assert_eq!(bad, Vec::<String>::new());
    }

    #[test]
    fn backgrounds_are_dark_or_light() {
        for (rgb, background) in [
            ([0, 0, 0], Background::Dark),
            ([0x1e, 0x1e, 0x2e], Background::Dark),
            ([0x00, 0x2b, 0x36], Background::Dark),
            ([0x00, 0x00, 0xff], Background::Dark),
            ([0x30, 0x0a, 0x24], Background::Dark),
            ([0xff, 0xff, 0xff], Background::Light),
            ([0xfd, 0xf6, 0xe3], Background::Light),
            ([0xd0, 0xd0, 0xd0], Background::Light),
            ([0xff, 0xff, 0xdd], Background::Light),
        ] {
            assert_eq!(Background::of(rgb), background, "{rgb:?}");
        }
    }
}
