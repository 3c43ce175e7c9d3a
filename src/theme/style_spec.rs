//! [`StyleSpec`]: the style of a role as a theme gives it; what it leaves out comes from the theme below it.

use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::Palette;
use super::palette::nearest_indexed;

/// The style of a role. What is `None` comes from the theme that this one extends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StyleSpec {
    /// The color of the text.
    pub fg: Option<Paint>,
    /// The color behind the text.
    pub bg: Option<Paint>,
    /// Bold.
    pub bold: Option<bool>,
    /// Reduced intensity.
    pub dim: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Underlined.
    pub underline: Option<bool>,
    /// Text color and background exchanged.
    pub reverse: Option<bool>,
}

/// A color in a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Paint(Color);

impl Paint {
    /// Parses `#rrggbb`, the name of one of the terminal's 16 colors, or a number up to 255.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Color::from_str(name.trim()).ok().filter(|color| *color != Color::Reset).map(Self)
    }

    /// Returns the color on a terminal; `None` if the terminal has no such color.
    pub(super) fn color(self, palette: Palette) -> Option<Color> {
        match (self.0, palette) {
            (_, Palette::Mono) | (Color::Rgb(..) | Color::Indexed(16..), Palette::Basic(_)) => None,
            (Color::Rgb(red, green, blue), Palette::Indexed(_)) => {
                Some(Color::Indexed(nearest_indexed([red, green, blue])))
            }
            (color, _) => Some(color),
        }
    }

    /// Returns the red, green and blue parts of `#rrggbb`.
    pub(super) fn rgb(self) -> Option<[u8; 3]> {
        if let Color::Rgb(red, green, blue) = self.0 { Some([red, green, blue]) } else { None }
    }
}

impl From<Color> for Paint {
    fn from(color: Color) -> Self {
        Self(color)
    }
}

impl TryFrom<String> for Paint {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::parse(&name).ok_or(name)
    }
}

impl StyleSpec {
    /// Returns this style, completed by that of the theme below.
    pub(super) fn over(self, below: Self) -> Self {
        Self {
            fg: self.fg.or(below.fg),
            bg: self.bg.or(below.bg),
            bold: self.bold.or(below.bold),
            dim: self.dim.or(below.dim),
            italic: self.italic.or(below.italic),
            underline: self.underline.or(below.underline),
            reverse: self.reverse.or(below.reverse),
        }
    }

    /// Returns this style without the colors that a terminal does not have.
    pub(super) fn on(self, palette: Palette) -> Self {
        let shown = |paint: Option<Paint>| paint.filter(|paint| paint.color(palette).is_some());
        Self { fg: shown(self.fg), bg: shown(self.bg), ..self }
    }

    pub(super) fn style(self, palette: Palette) -> Style {
        let mut style = Style::new();
        style.fg = self.fg.and_then(|paint| paint.color(palette));
        style.bg = self.bg.and_then(|paint| paint.color(palette));
        let modifiers = [
            (self.bold, Modifier::BOLD),
            (self.dim, Modifier::DIM),
            (self.italic, Modifier::ITALIC),
            (self.underline, Modifier::UNDERLINED),
            (self.reverse, Modifier::REVERSED),
        ];
        modifiers
            .into_iter()
            .filter(|(is_on, _)| *is_on == Some(true))
            .fold(style, |style, (_, modifier)| style.add_modifier(modifier))
    }
}
