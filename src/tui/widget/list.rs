//! [`List`]: rows of one or more lines, some of which can be selected.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Line;
use crate::theme::{Role, Theme};

/// A row, or the head of a group of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Entry<T> {
    /// What is selected with it; heads have nothing.
    pub(in crate::tui) item: Option<T>,
    pub(in crate::tui) lines: Vec<Line>,
}

/// Rows with their lines, laid out for one width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct List<T> {
    entries: Vec<Entry<T>>,
    /// The line at which each entry begins, and at the end the number of all lines.
    starts: Vec<usize>,
}

impl<T> Entry<T> {
    pub(in crate::tui) fn head(line: Line) -> Self {
        Self { item: None, lines: vec![line] }
    }

    pub(in crate::tui) fn row(item: T, lines: Vec<Line>) -> Self {
        Self { item: Some(item), lines }
    }
}

impl<T: Copy + PartialEq> List<T> {
    pub(in crate::tui) fn new(entries: Vec<Entry<T>>) -> Self {
        let mut starts = vec![0];
        for entry in &entries {
            starts.push(starts[starts.len() - 1] + entry.lines.len());
        }
        Self { entries, starts }
    }

    /// How many lines it has.
    pub(in crate::tui) fn height(&self) -> usize {
        self.starts[self.entries.len()]
    }

    /// What can be selected, in order.
    pub(in crate::tui) fn items(&self) -> impl DoubleEndedIterator<Item = T> {
        self.entries.iter().filter_map(|entry| entry.item)
    }

    /// The item that is `steps` rows from `from`, or as near to that as there is; the first when there is no `from`.
    pub(in crate::tui) fn step(&self, from: Option<T>, steps: isize) -> Option<T> {
        let items: Vec<T> = self.items().collect();
        let at = from.and_then(|from| items.iter().position(|item| *item == from));
        let Some(at) = at else { return items.first().copied() };
        let to = at.saturating_add_signed(steps).min(items.len() - 1);
        Some(items[to])
    }

    /// The item about `lines` lines from `from`, and at least one row away where there is one.
    pub(in crate::tui) fn page(&self, from: Option<T>, lines: isize) -> Option<T> {
        let at = self.entries.iter().position(|entry| entry.item.is_some() && entry.item == from);
        let Some(at) = at else { return self.step(from, 0) };
        let line = self.starts[at].saturating_add_signed(lines);
        let near =
            self.starts.partition_point(|start| *start <= line).saturating_sub(1).min(self.entries.len() - 1);
        let found = if lines < 0 {
            self.entries[near..at].iter().find_map(|entry| entry.item)
        } else {
            self.entries[at + 1..=near.max(at)].iter().rev().find_map(|entry| entry.item)
        };
        found.or_else(|| self.step(from, lines.signum()))
    }

    /// The first line to show, of `height` lines, so that the selected row is seen: as near to `top` as that allows. A
    /// head above the row is shown with it.
    pub(in crate::tui) fn scroll(&self, selected: Option<T>, top: usize, height: usize) -> usize {
        let last_top = self.height().saturating_sub(height);
        let Some(at) = self.entries.iter().position(|entry| entry.item.is_some() && entry.item == selected)
        else {
            return top.min(last_top);
        };
        let heads = self.entries[..at].iter().rev().take_while(|entry| entry.item.is_none()).count();
        let (start, end) = (self.starts[at], self.starts[at + 1]);
        let with_heads = self.starts[at - heads];
        let start = if end - with_heads <= height { with_heads } else { start };
        // A row higher than the screen shows its beginning.
        let top = top.max(end.saturating_sub(height)).min(start);
        top.min(last_top)
    }

    /// Draws the lines from `top` on.
    pub(in crate::tui) fn draw(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        top: usize,
        selected: Option<T>,
        has_focus: bool,
        theme: &Theme,
    ) {
        let first = self.starts.partition_point(|start| *start <= top).saturating_sub(1);
        for (at, entry) in self.entries.iter().enumerate().skip(first) {
            let is_selected = entry.item.is_some() && entry.item == selected;
            for (n, line) in entry.lines.iter().enumerate() {
                let Some(row) = (self.starts[at] + n).checked_sub(top) else { continue };
                let Ok(row) = u16::try_from(row) else { return };
                if row >= area.height {
                    return;
                }
                line.draw(buffer, area, row, theme);
                if is_selected {
                    select(buffer, Rect::new(area.x, area.y + row, area.width, 1), has_focus, theme);
                }
            }
        }
    }
}

/// Puts a drawn row on the color of the selection, with a mark at its left.
fn select(buffer: &mut Buffer, row: Rect, has_focus: bool, theme: &Theme) {
    let (role, marker) =
        if has_focus { (Role::Selected, Role::Marker) } else { (Role::SelectedQuiet, Role::MarkerQuiet) };
    buffer.set_style(row, theme.style(role));
    buffer.set_stringn(row.x, row.y, "▌", usize::from(row.width), theme.style(marker));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of these heights; a 0 is a head of one line.
    fn list(heights: &[usize]) -> List<usize> {
        let entry = |(n, height): (usize, &usize)| match height {
            0 => Entry::head(Line::default()),
            _ => Entry::row(n, vec![Line::default(); *height]),
        };
        List::new(heights.iter().enumerate().map(entry).collect())
    }

    #[test]
    fn steps_pass_over_heads_and_end_at_the_ends() {
        let list = list(&[0, 1, 0, 1, 2]);
        assert_eq!(list.step(None, 1), Some(1));
        assert_eq!(list.step(Some(1), 1), Some(3));
        assert_eq!(list.step(Some(1), 99), Some(4));
        assert_eq!(list.step(Some(4), isize::MIN), Some(1));
        assert_eq!(List::<usize>::new(Vec::new()).step(None, 1), None);
        assert_eq!(List::<usize>::new(Vec::new()).page(None, 1), None);
    }

    #[test]
    fn pages_are_lines_long_and_move_one_row_at_least() {
        let list = list(&[0, 1, 1, 1, 0, 9, 1]);
        assert_eq!(list.page(Some(1), 2), Some(3));
        assert_eq!(list.page(Some(3), 2), Some(5));
        assert_eq!(list.page(Some(5), 3), Some(6), "over a high row");
        assert_eq!(list.page(Some(6), -3), Some(5));
        assert_eq!(list.page(Some(3), -99), Some(1));
        assert_eq!(list.page(Some(6), 99), Some(6));
    }

    #[test]
    fn the_selected_row_is_always_seen() {
        let list = list(&[0, 1, 1, 0, 2, 3]);
        assert_eq!(list.scroll(Some(1), 5, 3), 0, "with its head");
        assert_eq!(list.scroll(Some(4), 0, 3), 3, "head and row");
        assert_eq!(list.scroll(Some(4), 0, 2), 4, "the row alone");
        assert_eq!(list.scroll(Some(5), 0, 2), 6, "its beginning");
        assert_eq!(list.scroll(Some(2), 99, 99), 0);
    }
}
