//! Cell styles as SVG attributes.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The background of the window.
pub(crate) const BACKGROUND: &str = "#15181c";
const FOREGROUND: &str = "#d8dbe0";

/// The sixteen named colors by number.
const NAMED: [&str; 16] = [
    "#1d2025", "#c9584d", "#4f9d69", "#c79a45", "#4a86c7", "#a8659f", "#4a9ea8", "#c4c8ce", "#7a7f87",
    "#e67f6f", "#6fc28a", "#e6c25f", "#6fa8e6", "#cc86c0", "#6fc3cc", "#ffffff",
];

/// The style of a cell. Cells with the same style are drawn together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) ink: String,
    /// `None` for the background of the window.
    pub(crate) paper: Option<String>,
    pub(crate) modifier: Modifier,
}

impl Look {
    pub(crate) fn of(cell: &Cell) -> Self {
        let (ink, paper) = (color(cell.fg), color(cell.bg));
        let (ink, paper) = if cell.modifier.contains(Modifier::REVERSED) {
            (
                Some(paper.unwrap_or_else(|| BACKGROUND.to_owned())),
                Some(ink.unwrap_or_else(|| FOREGROUND.to_owned())),
            )
        } else {
            (ink, paper)
        };
        Self { ink: ink.unwrap_or_else(|| FOREGROUND.to_owned()), paper, modifier: cell.modifier }
    }

    /// Returns weight and slope, each with a leading space.
    pub(crate) fn attributes(&self) -> String {
        let known = [
            (Modifier::BOLD, " font-weight=\"bold\""),
            (Modifier::DIM, " opacity=\"0.66\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        ];
        known
            .into_iter()
            .filter(|(modifier, _)| self.modifier.contains(*modifier))
            .map(|(_, text)| text)
            .collect()
    }
}

fn color(color: Color) -> Option<String> {
    let number = match color {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => return Some(hex(red, green, blue)),
        Color::Indexed(number) => number,
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
    };
    Some(indexed(number))
}

/// Returns one of 256 colors: sixteen named ones, a 6×6×6 cube, a gray scale.
fn indexed(number: u8) -> String {
    match number {
        0..16 => NAMED[usize::from(number)].to_owned(),
        16..232 => {
            let at = number - 16;
            let step = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            hex(step(at / 36), step(at / 6 % 6), step(at % 6))
        }
        232.. => {
            let gray = 8 + 10 * (number - 232);
            hex(gray, gray, gray)
        }
    }
}

fn hex(red: u8, green: u8, blue: u8) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn the_colors_of_a_terminal() {
        for (number, expected) in [(16, "#000000"), (214, "#ffaf00"), (231, "#ffffff"), (244, "#808080")] {
            assert_eq!(indexed(number), expected, "{number}");
        }
        assert_eq!(color(Color::LightCyan).as_deref(), Some(NAMED[14]));
        assert_eq!(color(Color::Reset), None);
    }

    #[test]
    fn what_is_reversed_has_paper_for_ink() {
        let mut cell = Cell::new("x");
        cell.set_style(Style::new().add_modifier(Modifier::REVERSED));
        let look = Look::of(&cell);
        assert_eq!((look.ink.as_str(), look.paper.as_deref()), (BACKGROUND, Some(FOREGROUND)));
    }
}
