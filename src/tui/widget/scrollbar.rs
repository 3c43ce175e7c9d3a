//! [`Scrollbar`]: a scrollbar that is at an end only if the text is, unlike ratatui's, which rounds. With at
//! most two free rows it may be.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::theme::{TextRole, Theme};

/// The thumb of a scrollbar in the last column of its area, unless all lines are visible.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) struct Scrollbar<'a> {
    /// The first visible line.
    pub(in crate::tui) top: usize,
    /// The number of lines.
    pub(in crate::tui) height: usize,
    pub(in crate::tui) theme: &'a Theme,
}

impl Widget for Scrollbar<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let rows = usize::from(area.height);
        let column = area.right().checked_sub(1).filter(|_| rows > 1 && self.height > rows);
        let Some(column) = column else { return };
        let style = self.theme.style(TextRole::Scrollbar);
        let thumb = self.thumb(rows);
        for row in (area.y..area.bottom()).skip(thumb.start).take(thumb.len()) {
            buffer.set_stringn(column, row, "▐", 1, style);
        }
    }
}

impl Scrollbar<'_> {
    /// Returns the rows of the thumb among `rows`, which are fewer than the lines.
    fn thumb(&self, rows: usize) -> Range<usize> {
        let length = (rows * rows / self.height).clamp(1, rows - 1);
        let last_top = self.height - rows;
        let (free, top) = (rows - length, self.top.min(last_top));
        let start = if top == 0 {
            0
        } else if top == last_top {
            free
        } else {
            (free * top / last_top).clamp(usize::from(free > 2), free.saturating_sub(usize::from(free > 2)))
        };
        start..start + length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(rows: u16, top: usize, height: usize) -> String {
        let area = Rect::new(0, 0, 1, rows);
        let mut buffer = Buffer::empty(area);
        Scrollbar { top, height, theme: &Theme::default() }.render(area, &mut buffer);
        (0..rows).map(|row| buffer[(0, row)].symbol()).collect()
    }

    #[test]
    fn it_is_at_an_end_only_where_the_text_is() {
        assert_eq!(bar(5, 0, 5), "     ", "all is shown");
        assert_eq!(bar(5, 0, 10), "▐▐   ");
        assert_eq!(bar(5, 1, 10), " ▐▐  ");
        assert_eq!(bar(5, 4, 10), "  ▐▐ ", "not yet at the end");
        assert_eq!(bar(5, 5, 10), "   ▐▐");
        assert_eq!(bar(5, 99, 10), "   ▐▐");
        assert_eq!(bar(6, 1, 1000), " ▐    ");
        assert_eq!(bar(1, 1, 3), " ");
        assert_eq!(bar(0, 1, 3), "");
    }
}
