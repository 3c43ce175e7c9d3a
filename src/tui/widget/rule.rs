//! [`Rule`]: a line between parts of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Borders, Widget};

use crate::theme::{TextRole, Theme};

/// A line along the longer side of its area.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) struct Rule<'a> {
    pub(in crate::tui) theme: &'a Theme,
}

impl Widget for Rule<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let side = if area.width > 1 { Borders::TOP } else { Borders::LEFT };
        let style = self.theme.screen().patch(self.theme.style(TextRole::Rule));
        Block::new().borders(side).border_style(style).render(area, buffer);
    }
}
