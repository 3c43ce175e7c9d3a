//! [`Line`]: a line of texts with roles.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::Themed;
use crate::theme::{TextRole, Theme};
use kurultai_schedule::text::{cut, is_single_width, width};

/// Draws a text that fits, and returns the column after it. Takes a fast path for the most common characters.
fn put(buffer: &mut Buffer, (x, y): (u16, u16), text: &str, room: usize, style: Style) -> u16 {
    if text.is_empty() || !text.chars().all(is_single_width) {
        return buffer.set_stringn(x, y, text, room, style).0;
    }
    let mut at = x;
    let start = buffer.index_of(x, y);
    for (cell, c) in buffer.content[start..].iter_mut().zip(text.chars()) {
        cell.set_char(c).set_style(style);
        at += 1;
    }
    at
}

/// A text and its role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Piece {
    pub(in crate::tui) text: String,
    pub(in crate::tui) role: TextRole,
}

/// A line of texts with roles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::tui) struct Line {
    pieces: Vec<Piece>,
    width: usize,
}

impl Line {
    pub(in crate::tui) fn new(text: impl Into<String>, role: TextRole) -> Self {
        Self::default().add(text, role)
    }

    /// Returns a key and its effect: `q quit`; only the effect if it has no key.
    pub(in crate::tui) fn hint(key: impl Into<String>, text: impl Into<String>, role: TextRole) -> Self {
        let line = Self::new(key, TextRole::Key);
        let line = if line.width == 0 { line } else { line.add(" ", TextRole::Text) };
        line.add(text, role)
    }

    /// Appends a text.
    pub(in crate::tui) fn add(mut self, text: impl Into<String>, role: TextRole) -> Self {
        let text = text.into();
        self.width += width(&text);
        if !text.is_empty() {
            self.pieces.push(Piece { text, role });
        }
        self
    }

    /// Pads the line with blanks to a width.
    pub(in crate::tui) fn pad_to(self, columns: usize) -> Self {
        let blanks = columns.saturating_sub(self.width);
        self.add(" ".repeat(blanks), TextRole::Text)
    }

    /// Appends another line.
    pub(in crate::tui) fn append(mut self, other: Self) -> Self {
        self.width += other.width;
        self.pieces.extend(other.pieces);
        self
    }

    #[cfg(test)]
    pub(in crate::tui) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Returns the width in columns.
    pub(in crate::tui) fn width(&self) -> usize {
        self.width
    }

    /// Returns the line as a widget of one row.
    pub(in crate::tui) fn themed<'a>(&'a self, theme: &'a Theme) -> Themed<'a, Self> {
        Themed { widget: self, theme }
    }
}

/// Draws the line in the first row; what does not fit is cut.
impl Widget for Themed<'_, Line> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        let (mut x, end) = (area.x, area.right());
        let fits = self.widget.width <= area.width.into();
        for piece in &self.widget.pieces {
            let room = usize::from(end - x);
            let text = if fits { Cow::Borrowed(&*piece.text) } else { cut(&piece.text, room) };
            // Styles of covered content do not shine through.
            let style = self.theme.screen().patch(self.theme.style(piece.role));
            x = put(buffer, (x, area.y), &text, room, style);
            // Nothing follows the mark of the cut.
            if !fits && *text != piece.text {
                break;
            }
        }
    }
}

/// Draws each line in a row of its own.
impl Widget for Themed<'_, [Line]> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        for (row, line) in area.rows().zip(self.widget) {
            line.themed(self.theme).render(row, buffer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Palette;

    #[test]
    fn behind_a_cut_nothing_is_drawn() {
        let theme = Theme::for_palette(Palette::Mono);
        let drawn = |pieces: &[&str], columns: u16| {
            let area = Rect::new(0, 0, columns, 1);
            let mut buffer = Buffer::empty(area);
            let line = pieces.iter().fold(Line::default(), |line, piece| line.add(*piece, TextRole::Text));
            line.themed(&theme).render(area, &mut buffer);
            buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
        };
        // The mark has as many bytes as three blanks.
        assert_eq!(drawn(&["9 of 91", "   ", "F"], 8), "9 of 91…");
        assert_eq!(drawn(&["9 of 91", "   ", "F"], 9), "9 of 91… ");
        assert_eq!(drawn(&["ab", "日", "c"], 3), "ab…");
        assert_eq!(drawn(&["ab", "cde", "f"], 4), "abc…");
        assert_eq!(drawn(&["ab", "cd", "f"], 5), "abcdf");
    }
}
