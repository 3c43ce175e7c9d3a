//! Box-drawing and block characters as shapes, because those of fonts leave gaps between cells.

use crate::svg::{HEIGHT, WIDTH};

/// The shape of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A filled block between two columns of points.
    Block(u16, u16),
    /// Lines from the center to the left, right, top and bottom.
    Lines([bool; 4]),
    /// A quarter of a circle from a side to the top or bottom.
    Corner { right: bool, down: bool },
}

const HALF: u16 = WIDTH / 2;

impl Shape {
    pub(crate) fn of(symbol: &str) -> Option<Self> {
        let lines = |sides: [u8; 4]| Self::Lines(sides.map(|side| side == 1));
        Some(match symbol {
            "█" => Self::Block(0, WIDTH),
            "▌" => Self::Block(0, HALF),
            "▐" => Self::Block(WIDTH - HALF, WIDTH),
            "─" => lines([1, 1, 0, 0]),
            "│" => lines([0, 0, 1, 1]),
            "┌" => lines([0, 1, 0, 1]),
            "┐" => lines([1, 0, 0, 1]),
            "└" => lines([0, 1, 1, 0]),
            "┘" => lines([1, 0, 1, 0]),
            "├" => lines([0, 1, 1, 1]),
            "┤" => lines([1, 0, 1, 1]),
            "┬" => lines([1, 1, 0, 1]),
            "┴" => lines([1, 1, 1, 0]),
            "┼" => lines([1, 1, 1, 1]),
            "╭" => Self::Corner { right: true, down: true },
            "╮" => Self::Corner { right: false, down: true },
            "╰" => Self::Corner { right: true, down: false },
            "╯" => Self::Corner { right: false, down: false },
            _ => return None,
        })
    }

    /// Returns the SVG path in the cell at this position, repeated over `length` cells.
    pub(crate) fn path(self, (left, top): (u16, u16), length: u16) -> String {
        let (middle, center) =
            (f32::from(left) + f32::from(WIDTH) / 2.0, f32::from(top) + f32::from(HEIGHT) / 2.0);
        let (right, bottom) = (left + WIDTH * length, top + HEIGHT);
        match self {
            Self::Block(from, to) => {
                format!("M{} {top}H{}V{bottom}H{}Z", left + from, right - WIDTH + to, left + from)
            }
            // A horizontal line is drawn once.
            Self::Lines([true, true, false, false]) => format!("M{left} {center}H{right}"),
            Self::Lines([to_left, to_right, up, down]) => {
                let mut path = String::new();
                let (from, to) = (if up { top } else { bottom }, if down { bottom } else { top });
                match (up, down) {
                    (false, false) => {}
                    (true, true) => path += &format!("M{middle} {from}V{to}"),
                    _ => path += &format!("M{middle} {from}V{center}"),
                }
                match (to_left, to_right) {
                    (false, false) => {}
                    (true, true) => path += &format!("M{left} {center}H{right}"),
                    (true, false) => path += &format!("M{left} {center}H{middle}"),
                    (false, true) => path += &format!("M{middle} {center}H{right}"),
                }
                path
            }
            Self::Corner { right: to_right, down } => {
                let side = if to_right { right } else { left };
                let end = if down { bottom } else { top };
                let bend = f32::from(HALF) * if down { 1.0 } else { -1.0 };
                format!("M{side} {center}Q{middle} {center} {middle} {}V{end}", center + bend)
            }
        }
    }

    /// True if the path is filled, false if it is stroked.
    pub(crate) fn is_filled(self) -> bool {
        matches!(self, Self::Block(..))
    }

    /// True if neighbors are drawn as one longer shape.
    pub(crate) fn joins(self) -> bool {
        matches!(self, Self::Lines([true, true, false, false]) | Self::Block(0, WIDTH))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_reach_the_sides_of_their_cell() {
        let path = |symbol, length| Shape::of(symbol).unwrap().path((9, 19), length);
        assert_eq!(path("─", 3), "M9 28.5H36");
        assert_eq!(path("│", 1), "M13.5 19V38");
        assert_eq!(path("┬", 1), "M13.5 38V28.5M9 28.5H18");
        assert_eq!(path("┴", 1), "M13.5 19V28.5M9 28.5H18");
        assert_eq!(path("╭", 1), "M18 28.5Q13.5 28.5 13.5 32.5V38");
        assert_eq!(path("╯", 1), "M9 28.5Q13.5 28.5 13.5 24.5V19");
        assert_eq!(path("▌", 1), "M9 19H13V38H9Z");
        assert_eq!(path("█", 2), "M9 19H27V38H9Z");
        assert_eq!(Shape::of("x"), None);
    }
}
