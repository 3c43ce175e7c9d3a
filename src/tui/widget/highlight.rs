//! [`Highlight`]: the mark of the selection.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::Widget;

use crate::theme::{TextRole, Theme};

/// Highlights rows that are already drawn, with a mark on their left.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) struct Highlight<'a> {
    pub(in crate::tui) has_focus: bool,
    pub(in crate::tui) theme: &'a Theme,
}

impl Widget for Highlight<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let (role, marker) = if self.has_focus {
            (TextRole::Selected, TextRole::Marker)
        } else {
            (TextRole::SelectedQuiet, TextRole::MarkerQuiet)
        };
        let style = self.theme.style(role);
        buffer.set_style(area, style);
        // Reversed, the bar of a track would be a hole, and a colored symbol a patch of its color.
        if style.add_modifier.contains(Modifier::REVERSED) {
            let plain = self.theme.screen().fg.unwrap_or_default();
            for cell in area.positions() {
                let Some(cell) = buffer.cell_mut(cell) else { continue };
                cell.set_fg(plain);
                if cell.symbol() == "▌" {
                    cell.set_symbol(" ");
                }
            }
        }
        for y in area.top()..area.bottom() {
            buffer.set_stringn(area.x, y, "▌", usize::from(area.width), self.theme.style(marker));
        }
    }
}
