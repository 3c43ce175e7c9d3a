//! [`Bar`]: a line with clickable parts.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::{Line, Themed};
use crate::theme::{TextRole, Theme};

/// A line, and the column ranges of its clickable parts.
#[derive(Debug, Clone)]
pub(in crate::tui) struct Bar<T> {
    line: Line,
    parts: Vec<(Range<usize>, T)>,
    gap: usize,
}

impl<T: Copy> Bar<T> {
    /// Creates a bar that begins with a text.
    pub(in crate::tui) fn new(text: &str, role: TextRole) -> Self {
        Self { line: Line::new(text, role), parts: Vec::new(), gap: 3 }
    }

    /// Sets the number of columns between parts.
    pub(in crate::tui) fn with_gap(self, gap: usize) -> Self {
        Self { gap, ..self }
    }

    /// Appends a clickable part after a gap.
    pub(in crate::tui) fn add(mut self, line: Line, what: T) -> Self {
        if !self.parts.is_empty() {
            self.line = self.line.add(" ".repeat(self.gap), TextRole::Text);
        }
        let start = self.line.width();
        self.line = self.line.append(line);
        self.parts.push((start..self.line.width(), what));
        self
    }

    /// Adds a text at a column, if the space is free and a blank precedes it.
    pub(in crate::tui) fn text_at(mut self, column: usize, text: impl Into<String>, role: TextRole) -> Self {
        if column > self.line.width() + 1 {
            self.line = self.line.pad_to(column).add(text, role);
        }
        self
    }

    /// Adds a clickable part at a column, if the space is free and a blank precedes it.
    pub(in crate::tui) fn add_at(mut self, column: usize, line: Line, what: T) -> Self {
        if column > self.line.width() + 1 {
            self.parts.push((column..column + line.width(), what));
            self.line = self.line.pad_to(column).append(line);
        }
        self
    }

    /// Returns the width in columns.
    pub(in crate::tui) fn width(&self) -> usize {
        self.line.width()
    }

    /// Returns the part at a column or next to it.
    pub(in crate::tui) fn hit(&self, column: usize) -> Option<T> {
        let is_near = |part: &&(Range<usize>, T)| column + 1 >= part.0.start && column <= part.0.end;
        self.parts.iter().find(is_near).map(|(_, what)| *what)
    }

    /// Returns the bar as a widget of one row.
    pub(in crate::tui) fn themed<'a>(&'a self, theme: &'a Theme) -> Themed<'a, Self> {
        Themed { widget: self, theme }
    }
}

impl<T> Widget for Themed<'_, Bar<T>> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        self.widget.line.themed(self.theme).render(area, buffer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_hit_where_they_are_drawn() {
        let part = |text: &str| Line::new(text, TextRole::Text);
        let bar = Bar::new(" ", TextRole::Text).add(part("one"), 1).add(part("дыва"), 2).text_at(
            20,
            "end",
            TextRole::Dim,
        );
        assert_eq!(
            (0..=14).map(|column| bar.hit(column).unwrap_or(0)).collect::<Vec<_>>(),
            [1, 1, 1, 1, 1, 0, 2, 2, 2, 2, 2, 2, 0, 0, 0]
        );
    }
}
