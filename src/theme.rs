//! [`Theme`]: the styles of text roles, from a theme of the app ([`BaseTheme`]) and the user's changes to it.
//!
//! Colors are defined only here and in `assets/themes.toml`. Other modules use a [`TextRole`].

mod palette;
mod role;
mod shipped;
mod style_spec;
mod tint;

#[cfg(test)]
mod contrast_tests;

use std::collections::BTreeMap;

use ratatui::style::{Color, Style};

use palette::contrast;

pub use palette::{Background, Palette};
pub use role::{TRACKS, TextRole};
pub use shipped::{BaseTheme, Styles};
pub use style_spec::{Paint, StyleSpec};

/// The smallest contrast of a track color from a schedule.
const LEAST_CONTRAST: f64 = 3.0;

/// A theme before it is applied to a terminal: a theme of the app, and changes to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThemeDefinition {
    /// The theme that is changed.
    pub base: BaseTheme,
    /// The changes.
    pub changes: Styles,
}

impl From<BaseTheme> for ThemeDefinition {
    fn from(base: BaseTheme) -> Self {
        Self { base, changes: Styles::default() }
    }
}

/// A style for every role.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theme {
    definition: ThemeDefinition,
    /// The colors and the background of the terminal.
    terminal: Palette,
    /// True if the terminal can be asked for its background.
    can_be_asked: bool,
    /// The colors that the theme uses.
    palette: Palette,
    /// The style of the whole screen.
    screen: Style,
    /// The darkest and the lightest color behind a text.
    backgrounds: Vec<[u8; 3]>,
    styles: BTreeMap<TextRole, Style>,
    /// The backgrounds of blocks with the color of a role.
    tints: BTreeMap<TextRole, Color>,
}

/// The texts on a tinted block, besides its bar.
const ON_BLOCKS: [TextRole; 5] =
    [TextRole::Dim, TextRole::Faint, TextRole::Warn, TextRole::Pick, TextRole::Hit];

impl Theme {
    /// Returns the default theme for a terminal that is not asked for its background.
    #[must_use]
    pub fn for_palette(terminal: Palette) -> Self {
        Self::new(ThemeDefinition::default(), terminal, None)
    }

    /// Returns a theme for a terminal, whose name is in `TERM`. Themes for any background follow that of terminals that
    /// report it, unlike the Linux console and terminals without a name.
    #[must_use]
    pub fn new(definition: ThemeDefinition, terminal: Palette, name: Option<&str>) -> Self {
        let can_be_asked = name.is_some_and(|name| !["", "dumb", "linux"].contains(&name));
        Self::build(definition, terminal, can_be_asked)
    }

    fn build(definition: ThemeDefinition, terminal: Palette, can_be_asked: bool) -> Self {
        let palette = definition.base.palette(terminal);
        let Styles { background, mut roles } = definition.base.styles(palette);
        for (role, change) in &definition.changes.roles {
            let below = roles.get(role).copied().unwrap_or_default();
            roles.insert(*role, change.on(palette).over(below));
        }
        let background = definition.changes.background.or(background);
        let color = |paint: Option<Paint>| paint.and_then(|paint| paint.color(palette));
        let mut screen = Style::reset();
        screen.fg = color(roles.get(&TextRole::Text).and_then(|text| text.fg)).or(screen.fg);
        screen.bg = color(background).or(screen.bg);
        // Terminals call any shade up to here dark or light.
        let usual = match palette {
            Palette::True(Background::Light) | Palette::Indexed(Background::Light) => {
                vec![[255; 3], [0xef; 3]]
            }
            _ => vec![[0; 3], [0x1e; 3]],
        };
        let mut backgrounds = background.and_then(Paint::rgb).map_or(usual, |background| vec![background]);
        let selected = [TextRole::Selected, TextRole::SelectedQuiet].map(|role| roles.get(&role)?.bg?.rgb());
        backgrounds.extend(selected.into_iter().flatten());
        let styles = roles.into_iter().map(|(role, spec)| (role, spec.style(palette))).collect();
        let tints = BTreeMap::new();
        let mut theme =
            Self { definition, terminal, can_be_asked, palette, screen, backgrounds, styles, tints };
        let tracks = (0..TRACKS).map(|number| TextRole::track(number, None));
        let tinted = tracks.chain([TextRole::Pick, TextRole::Bad, TextRole::Faint]);
        theme.tints = tinted.filter_map(|role| Some((role, theme.tint_of(role)?))).collect();
        theme
    }

    /// Returns the background of a block with the color of a role; `None` without 24-bit colors, and where no tint would
    /// leave its texts readable.
    #[must_use]
    pub fn tint(&self, role: TextRole) -> Option<Color> {
        match role {
            TextRole::TrackColor(color, number) if self.track(color).is_none() => {
                self.tint(TextRole::Track(number))
            }
            TextRole::TrackColor(..) => self.tint_of(role),
            role => self.tints.get(&role).copied(),
        }
    }

    /// Returns the color of plain text on a tinted block. The terminal's own may be made for another background.
    #[must_use]
    pub fn text_on_tint(&self) -> Color {
        let [red, green, blue] = match (self.screen.fg.map(Paint::from).and_then(Paint::rgb), self.palette) {
            (Some(text), _) => text,
            (None, Palette::True(Background::Light)) => [0x20; 3],
            (None, _) => [0xe4; 3],
        };
        Color::Rgb(red, green, blue)
    }

    fn tint_of(&self, role: TextRole) -> Option<Color> {
        let Palette::True(background) = self.palette else { return None };
        // Tints lower the contrast.
        if self.definition.base == BaseTheme::HighContrast {
            return None;
        }
        let rgb = |color: Option<Color>| Paint::from(color?).rgb();
        let ground = rgb(self.screen.bg).unwrap_or(match background {
            Background::Dark => [0x14; 3],
            Background::Light => [0xff; 3],
        });
        let text = rgb(Some(self.text_on_tint()))?;
        let color = rgb(self.style(role).fg)?;
        let least = |role| if role == TextRole::Faint { LEAST_CONTRAST } else { 4.5 };
        let others = ON_BLOCKS.iter();
        let mut texts: Vec<_> =
            others.filter_map(|role| Some((rgb(self.style(*role).fg)?, least(*role)))).collect();
        texts.extend([(text, 4.5), (color, LEAST_CONTRAST)]);
        let [red, green, blue] = tint::tint(color, ground, &texts)?;
        Some(Color::Rgb(red, green, blue))
    }

    /// True if the theme follows the background of the terminal.
    #[must_use]
    pub fn follows_terminal(&self) -> bool {
        self.can_be_asked && self.definition.base.follows_terminal() && self.palette != Palette::Mono
    }

    /// Returns the theme for a background.
    #[must_use]
    pub fn on(&self, background: Background) -> Self {
        let terminal = self.terminal.on(background);
        if terminal == self.terminal {
            return self.clone();
        }
        Self::build(self.definition.clone(), terminal, self.can_be_asked)
    }

    /// Returns another theme for the same terminal.
    #[must_use]
    pub fn replaced(&self, definition: ThemeDefinition) -> Self {
        Self::build(definition, self.terminal, self.can_be_asked)
    }

    /// Returns the style of the whole screen, without the modifiers of other texts: the color of texts and the background,
    /// those of the terminal unless the theme has others.
    #[must_use]
    pub fn screen(&self) -> Style {
        self.screen
    }

    /// Returns the style of a role.
    #[must_use]
    pub fn style(&self, role: TextRole) -> Style {
        match role {
            TextRole::Qr => qr_style(self.palette),
            TextRole::QrDark => qr_dark_style(self.palette),
            TextRole::TrackColor(color, number) => {
                self.track(color).unwrap_or_else(|| self.style(TextRole::Track(number)))
            }
            role => self.styles.get(&role).copied().unwrap_or_default(),
        }
    }

    /// Returns the style of a track color from a schedule; `None` if the terminal does not have it or it is unreadable.
    fn track(&self, color: [u8; 3]) -> Option<Style> {
        let has_colors = matches!(self.palette, Palette::True(_) | Palette::Indexed(_));
        let is_readable = || self.backgrounds.iter().all(|back| contrast(*back, color) >= LEAST_CONTRAST);
        if !has_colors || !is_readable() {
            return None;
        }
        let [red, green, blue] = color;
        let paint = Paint::from(Color::Rgb(red, green, blue));
        Some(Style { fg: paint.color(self.palette), ..Style::new() })
    }
}

/// Returns the style of light modules, which are light in every theme: scanners expect dark modules on a light ground.
fn qr_style(palette: Palette) -> Style {
    match palette {
        Palette::Mono => Style::new().reversed(),
        _ => Style::new().fg(Color::Black).bg(Color::White),
    }
}

/// Returns the style of blanks that are dark modules.
fn qr_dark_style(palette: Palette) -> Style {
    match palette {
        Palette::Mono => Style::new(),
        _ => Style::new().fg(Color::White).bg(Color::Black),
    }
}
