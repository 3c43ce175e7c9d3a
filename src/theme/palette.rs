//! [`Palette`]: the colors of a terminal and its background.

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
pub(super) fn luminance(rgb: [u8; 3]) -> f64 {
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

/// Returns the contrast ratio of two colors, from 1 to 21.
pub(super) fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns the nearest of the 256 colors: the cube (16–231) and the greys (232–255).
pub(super) fn nearest_indexed(rgb: [u8; 3]) -> u8 {
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
    fn true_colors_have_a_nearest_index() {
        assert_eq!(nearest_indexed([255, 0, 0]), 196);
        assert_eq!(nearest_indexed([0x2b, 0x36, 0x42]), 237);
        assert_eq!(nearest_indexed([8, 8, 8]), 232);
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
