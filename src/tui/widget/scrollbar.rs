//! A scrollbar that touches an end only if the text does. The one of ratatui rounds.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::theme::{Role, Theme};

/// Draws the thumb in the last column of `area`, unless all lines are visible.
pub(in crate::tui) fn scrollbar(buffer: &mut Buffer, area: Rect, top: usize, height: usize, theme: &Theme) {
    let rows = usize::from(area.height);
    let Some(column) = area.right().checked_sub(1).filter(|_| rows > 1 && height > rows) else { return };
    let length = (rows * rows / height).clamp(1, rows - 1);
    let last_top = height - rows;
    let (free, top) = (rows - length, top.min(last_top));
    let from = if top == 0 {
        0
    } else if top == last_top {
        free
    } else {
        (free * top / last_top).clamp(usize::from(free > 2), free.saturating_sub(usize::from(free > 2)))
    };
    for row in (area.y..area.bottom()).skip(from).take(length) {
        buffer.set_stringn(column, row, "▐", 1, theme.style(Role::Scrollbar));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(rows: u16, top: usize, height: usize) -> String {
        let area = Rect::new(0, 0, 1, rows);
        let mut buffer = Buffer::empty(area);
        scrollbar(&mut buffer, area, top, height, &Theme::default());
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
