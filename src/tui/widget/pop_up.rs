//! [`PopUp`]: the empty frame of a pop-up.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use crate::theme::{TextRole, Theme};
use kurultai_schedule::text::width;

/// A rounded frame that covers everything below it.
pub(in crate::tui) struct PopUp<'a> {
    pub(in crate::tui) theme: &'a Theme,
}

impl Widget for PopUp<'_> {
    fn render(self, frame: Rect, buffer: &mut Buffer) {
        // Wide symbols that the frame covers by half are erased.
        if let Some(x) = frame.x.checked_sub(1) {
            for y in frame.top()..frame.bottom() {
                if width(buffer[(x, y)].symbol()) > 1 {
                    buffer[(x, y)].set_symbol(" ");
                }
            }
        }
        Clear.render(frame, buffer);
        buffer.set_style(frame, self.theme.screen());
        let border = Block::bordered().border_type(BorderType::Rounded);
        border.border_style(self.theme.style(TextRole::Rule)).render(frame, buffer);
    }
}
