//! [`List`]: a scrollable list of rows of one or more lines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::{Highlight, Line, Scrollbar};
use crate::theme::{TextRole, Theme};
use kurultai_schedule::text::width;

/// A row or another entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Entry<T> {
    kind: EntryKind<T>,
    lines: Vec<Line>,
    /// True for a running session. The list counts those above the view.
    is_running: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EntryKind<T> {
    /// A selectable item.
    Row(T),
    /// The heading of the rows below it, visible while one of them is.
    Heading,
    /// A line between rows.
    Separator,
    /// The line of the current time.
    Now,
}

/// Entries with their lines, laid out for a width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct List<T> {
    entries: Vec<Entry<T>>,
    /// The first line of each entry, followed by the number of lines.
    starts: Vec<usize>,
}

/// The number of columns of a heading to keep free.
const HEADING_COLUMNS: u16 = 8;
/// The height below which a heading that has scrolled out of view is not repeated.
const MIN_HEIGHT_FOR_HEADING: usize = 4;

impl<T> Entry<T> {
    /// Creates the heading of the rows below it.
    pub(in crate::tui) fn heading(line: Line) -> Self {
        Self::new(EntryKind::Heading, vec![line])
    }

    /// Creates a line between rows.
    pub(in crate::tui) fn separator(line: Line) -> Self {
        Self::new(EntryKind::Separator, vec![line])
    }

    /// Creates a blank line.
    pub(in crate::tui) fn spacer() -> Self {
        Self::separator(Line::default())
    }

    pub(in crate::tui) fn row(item: T, lines: Vec<Line>) -> Self {
        Self::new(EntryKind::Row(item), lines)
    }

    /// Creates the line of the current time.
    pub(in crate::tui) fn now(line: Line) -> Self {
        Self::new(EntryKind::Now, vec![line])
    }

    /// Marks the entry as running.
    pub(in crate::tui) fn with_running(self, is_running: bool) -> Self {
        Self { is_running, ..self }
    }

    fn new(kind: EntryKind<T>, lines: Vec<Line>) -> Self {
        Self { kind, lines, is_running: false }
    }

    /// Adds lines beside the existing ones, starting at a column.
    pub(in crate::tui) fn beside(mut self, column: usize, lines: Vec<Line>) -> Self {
        let height = self.lines.len().max(lines.len());
        self.lines.resize_with(height, Line::default);
        for (own, other) in self.lines.iter_mut().zip(lines) {
            *own = std::mem::take(own).pad_to(column).append(other);
        }
        self
    }
}

impl<T: Copy + PartialEq> Entry<T> {
    fn item(&self) -> Option<T> {
        match self.kind {
            EntryKind::Row(item) => Some(item),
            EntryKind::Heading | EntryKind::Separator | EntryKind::Now => None,
        }
    }

    fn has_item(&self, item: Option<T>) -> bool {
        item.is_some() && self.item() == item
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), starts: vec![0] }
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

    /// Returns the number of lines.
    pub(in crate::tui) fn height(&self) -> usize {
        self.starts[self.entries.len()]
    }

    /// True if the list has headings.
    pub(in crate::tui) fn has_headings(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.kind, EntryKind::Heading))
    }

    /// Returns the selectable items in order.
    pub(in crate::tui) fn items(&self) -> impl DoubleEndedIterator<Item = T> {
        self.entries.iter().filter_map(Entry::item)
    }

    /// Returns the item `steps` rows from `from`, or the closest one to that; the first item if `from` is
    /// `None`.
    pub(in crate::tui) fn step(&self, from: Option<T>, steps: isize) -> Option<T> {
        let Some(at) = self.entries.iter().position(|entry| entry.has_item(from)) else {
            return self.items().next();
        };
        let count = steps.unsigned_abs();
        let to = if steps < 0 {
            self.entries[..at].iter().rev().filter_map(Entry::item).take(count).last()
        } else {
            self.entries[at + 1..].iter().filter_map(Entry::item).take(count).last()
        };
        to.or(from)
    }

    /// Returns the first item of the next group. Backwards, returns the first item of the current or the
    /// previous group.
    pub(in crate::tui) fn step_group(&self, from: Option<T>, is_forward: bool) -> Option<T> {
        let Some(at) = self.entries.iter().position(|entry| entry.has_item(from)) else {
            return self.step(from, 0);
        };
        let is_head = |entry: &Entry<T>| matches!(entry.kind, EntryKind::Heading);
        // A group may be empty.
        let firsts = (0..self.entries.len()).filter(|at| *at == 0 || is_head(&self.entries[*at]));
        let first_item =
            |head: usize| (head..self.entries.len()).find(|at| self.entries[*at].item().is_some());
        let mut firsts = firsts.filter_map(first_item);
        let to = if is_forward {
            firsts.find(|first| *first > at)
        } else {
            firsts.take_while(|first| *first < at).last()
        };
        to.and_then(|to| self.entries[to].item()).or(from)
    }

    /// Returns the line of the current time.
    pub(in crate::tui) fn now_line(&self) -> Option<usize> {
        let at = self.entries.iter().position(|entry| matches!(entry.kind, EntryKind::Now))?;
        Some(self.starts[at])
    }

    /// Returns the first line of an item.
    pub(in crate::tui) fn line_of(&self, item: Option<T>) -> Option<usize> {
        let at = self.entries.iter().position(|entry| entry.has_item(item))?;
        Some(self.starts[at])
    }

    /// True if an item is fully visible.
    pub(in crate::tui) fn is_visible(&self, item: Option<T>, top: usize, height: usize) -> bool {
        let Some(at) = self.entries.iter().position(|entry| entry.has_item(item)) else { return false };
        let covered = usize::from(self.repeated_heading(top, height).is_some());
        self.starts[at] >= top + covered && self.starts[at + 1] <= top + height
    }

    /// Returns the number of running sessions above the view.
    pub(in crate::tui) fn running_above(&self, top: usize, height: usize) -> usize {
        let covered = usize::from(self.repeated_heading(top, height).is_some());
        let ends_above = |at: &usize| self.starts[at + 1] <= top + covered;
        (0..self.entries.len()).take_while(ends_above).filter(|at| self.entries[*at].is_running).count()
    }

    /// Returns the item to select in another list of the same items: the same one, or else the closest after
    /// or before it. Returns the same item if it is not in this list.
    pub(in crate::tui) fn closest_remaining(&self, item: T, other: &Self) -> Option<T> {
        let items: Vec<T> = self.items().collect();
        let has = |item: &&T| other.items().any(|of_other| of_other == **item);
        let Some(at) = items.iter().position(|of_own| *of_own == item) else { return Some(item) };
        let (before, after) = items.split_at(at);
        after.iter().find(has).or_else(|| before.iter().rev().find(has)).copied()
    }

    /// Returns the item about `lines` lines away from `from`, but at least one row.
    pub(in crate::tui) fn step_page(&self, from: Option<T>, lines: isize) -> Option<T> {
        let Some(at) = self.entries.iter().position(|entry| entry.has_item(from)) else {
            return self.step(from, 0);
        };
        let near = self.entry_at(self.starts[at].saturating_add_signed(lines));
        let found = if lines < 0 {
            self.entries[near..at].iter().find_map(Entry::item)
        } else {
            self.entries[at + 1..=near.max(at)].iter().rev().find_map(Entry::item)
        };
        found.or_else(|| self.step(from, lines.signum()))
    }

    /// Returns the screen row of the first visible line of an item; `None` if no line is visible.
    pub(in crate::tui) fn row_of(&self, item: Option<T>, top: usize, height: u16) -> Option<u16> {
        let at = self.entries.iter().position(|entry| entry.has_item(item))?;
        let (start, end) = (self.starts[at], self.starts[at + 1]);
        let row = u16::try_from(start.saturating_sub(top)).ok()?;
        (end > top && row < height).then_some(row)
    }

    /// Returns the item in a screen row; `None` for headings and below the end.
    pub(in crate::tui) fn item_at(&self, top: usize, row: usize, height: usize) -> Option<T> {
        if row == 0 && self.repeated_heading(top, height).is_some() {
            return None;
        }
        let line = top.checked_add(row).filter(|line| *line < self.height())?;
        self.entries[self.entry_at(line)].item()
    }

    /// Returns the fully visible item nearest to `from`.
    pub(in crate::tui) fn clamp_to_view(&self, from: Option<T>, top: usize, height: usize) -> Option<T> {
        let seen =
            top + usize::from(self.repeated_heading(top, height).is_some())..top.saturating_add(height);
        let at = self.entries.iter().position(|entry| entry.has_item(from))?;
        if self.starts[at] >= seen.start && self.starts[at + 1] <= seen.end {
            return from;
        }
        // Include the headings above it, which scrolling to it would also show.
        let begins = |at: &usize| {
            let heads = self.entries[..*at].iter().rev().take_while(|entry| entry.item().is_none()).count();
            self.starts[*at - heads] >= top
                && self.starts[*at] >= seen.start
                && self.starts[*at + 1] <= seen.end
        };
        let mut whole = (0..self.entries.len()).filter(begins).filter_map(|at| self.entries[at].item());
        let is_above = self.starts[at] < seen.start;
        let found = if is_above { whole.next() } else { whole.next_back() };
        // Only a row higher than the screen is in view.
        let any = || self.entries[self.entry_at(seen.start)].item();
        found.or_else(any).or(from)
    }

    /// Returns the first line to display so that the selected row is visible, as close to `top` as possible.
    /// A heading above the row is displayed with it, and the first row in view is displayed from its first
    /// line.
    pub(in crate::tui) fn top_for(&self, selected: Option<T>, top: usize, height: usize) -> usize {
        let last_top = self.height().saturating_sub(height);
        let Some(at) = self.entries.iter().position(|entry| entry.has_item(selected)) else {
            return top.min(last_top);
        };
        let heads = self.entries[..at].iter().rev().take_while(|entry| entry.item().is_none()).count();
        let (start, end) = (self.starts[at], self.starts[at + 1]);
        let with_heads = self.starts[at - heads];
        let start = if end - with_heads <= height { with_heads } else { start };
        // Of a row higher than the screen, display the beginning.
        let top = top.max(end.saturating_sub(height)).min(start).min(last_top);
        // A repeated heading covers a line.
        let is_covered = top == self.starts[at] && self.repeated_heading(top, height).is_some();
        let top = if is_covered { top - 1 } else { top };
        self.whole_row_from(top, height).filter(|whole| *whole <= start).unwrap_or(top)
    }

    /// Returns the first line from `top` where a row begins; `None` if that would leave more than one line at
    /// the end empty.
    fn whole_row_from(&self, top: usize, height: usize) -> Option<usize> {
        let last = self.height().saturating_sub(height) + usize::from(top > 0);
        let is_whole = |top: &usize| {
            let first = top + usize::from(self.repeated_heading(*top, height).is_some());
            self.starts.binary_search(&first).is_ok()
        };
        (top..=last).find(is_whole)
    }

    /// Returns the index of the entry that has a line.
    fn entry_at(&self, line: usize) -> usize {
        let at = self.starts.partition_point(|start| *start <= line).saturating_sub(1);
        at.min(self.entries.len().saturating_sub(1))
    }

    /// Returns the heading of the group at line `top`, if it has scrolled out of view.
    fn repeated_heading(&self, top: usize, height: usize) -> Option<&Line> {
        if height < MIN_HEIGHT_FOR_HEADING || self.entries.is_empty() || top == 0 {
            return None;
        }
        let at = self.entry_at(top);
        // Do not repeat it if the line begins another group or ends this one.
        self.entries[at].item().and(self.entries[self.entry_at(top + 1)].item())?;
        let before = self.entries[..at].iter().rev();
        let head = before.into_iter().find(|entry| matches!(entry.kind, EntryKind::Heading))?.lines.first();
        head.filter(|head| head.width() > 0)
    }

    /// Returns the list as a widget that shows the lines from `top` on.
    pub(in crate::tui) fn view<'a>(&'a self, top: usize, theme: &'a Theme) -> ListView<'a, T> {
        ListView { list: self, top, selected: None, has_focus: true, running_above: None, theme }
    }
}

/// A list on the screen, with a scrollbar at the right if it does not fit.
pub(in crate::tui) struct ListView<'a, T> {
    list: &'a List<T>,
    top: usize,
    selected: Option<T>,
    has_focus: bool,
    running_above: Option<&'a dyn Fn(usize) -> String>,
    theme: &'a Theme,
}

impl<'a, T> ListView<'a, T> {
    /// Highlights an item.
    pub(in crate::tui) fn selected(self, selected: Option<T>) -> Self {
        Self { selected, ..self }
    }

    /// Sets the look of the selection: strong with the focus, quiet without.
    pub(in crate::tui) fn focused(self, has_focus: bool) -> Self {
        Self { has_focus, ..self }
    }

    /// Shows at the right of a heading in the first row how many rows above the view are running.
    pub(in crate::tui) fn running_above(self, text: &'a dyn Fn(usize) -> String) -> Self {
        Self { running_above: Some(text), ..self }
    }
}

impl<T: Copy + PartialEq> Widget for ListView<'_, T> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { list, top, theme, .. } = self;
        for (row, line) in area.rows().zip(top..list.height()) {
            let at = list.entry_at(line);
            let entry = &list.entries[at];
            entry.lines[line - list.starts[at]].themed(theme).render(row, buffer);
            if entry.has_item(self.selected) {
                Highlight { has_focus: self.has_focus, theme }.render(row, buffer);
            }
        }
        if let Some(head) = list.repeated_heading(top, area.height.into()) {
            let row = Rect { height: 1, ..area };
            buffer.set_style(row, theme.screen());
            head.clone().pad_to(area.width.into()).themed(theme).render(row, buffer);
        }
        Scrollbar { top, height: list.height(), theme }.render(area, buffer);
        if let Some((place, line)) = self.running_line(area) {
            line.themed(theme).render(place, buffer);
        }
    }
}

impl<T: Copy + PartialEq> ListView<'_, T> {
    /// Returns where to draw the number of running rows above the view, and its text; `None` if there are none or it
    /// does not fit.
    fn running_line(&self, area: Rect) -> Option<(Rect, Line)> {
        let (list, top, height) = (self.list, self.top, usize::from(area.height));
        let running = Some(list.running_above(top, height)).filter(|running| *running > 0 && height > 0)?;
        let is_heading = list.entries[list.entry_at(top)].item().is_none();
        if !is_heading && list.repeated_heading(top, height).is_none() {
            return None;
        }
        let text = format!(" ↑ {} ", self.running_above?(running));
        let columns = u16::try_from(width(&text)).unwrap_or(u16::MAX);
        let left =
            area.width.checked_sub(columns.saturating_add(3)).filter(|left| *left > HEADING_COLUMNS)?;
        Some((Rect { x: area.x + left, width: columns, height: 1, ..area }, Line::new(text, TextRole::Now)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Creates rows with these heights; 0 is a heading.
    fn list(heights: &[usize]) -> List<usize> {
        let entry = |(n, height): (usize, &usize)| match height {
            0 => Entry::heading(Line::default()),
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
        assert_eq!(List::<usize>::new(Vec::new()).step_page(None, 1), None);
    }

    #[test]
    fn pages_are_lines_long_and_move_one_row_at_least() {
        let list = list(&[0, 1, 1, 1, 0, 9, 1]);
        assert_eq!(list.step_page(Some(1), 2), Some(3));
        assert_eq!(list.step_page(Some(3), 2), Some(5));
        assert_eq!(list.step_page(Some(5), 3), Some(6), "over a high row");
        assert_eq!(list.step_page(Some(6), -3), Some(5));
        assert_eq!(list.step_page(Some(3), -99), Some(1));
        assert_eq!(list.step_page(Some(6), 99), Some(6));
    }

    #[test]
    fn the_selected_row_is_always_seen() {
        let list = list(&[0, 1, 1, 0, 2, 3]);
        assert_eq!(list.top_for(Some(1), 5, 3), 0, "with its head");
        assert_eq!(list.top_for(Some(4), 0, 3), 3, "head and row");
        assert_eq!(list.top_for(Some(4), 0, 2), 4, "the row alone");
        assert_eq!(list.top_for(Some(5), 0, 2), 6, "its beginning");
        assert_eq!(list.top_for(Some(2), 99, 99), 0);
    }

    #[test]
    fn the_first_row_in_view_is_whole() {
        let rows = list(&[2, 2, 1, 2, 2]);
        assert_eq!(rows.top_for(Some(2), 1, 4), 2, "the second line alone is not shown");
        assert_eq!(rows.top_for(Some(3), 0, 4), 4, "on the way down");
        assert_eq!(rows.top_for(Some(4), 0, 4), 5, "at the end");
        assert_eq!(rows.top_for(Some(4), 0, 5), 4, "at the end, where it fits");
        assert_eq!(rows.top_for(Some(4), 0, 3), 7, "with one free line");
        assert_eq!(list(&[4, 4, 1]).top_for(Some(2), 0, 3), 6, "but not with two");
        // Below a repeated heading.
        let grouped = list(&[0, 2, 2, 1, 2, 1]);
        assert_eq!(grouped.top_for(Some(4), 0, 5), 3);
        let named = List::new(
            std::iter::once(Entry::heading(Line::new("10:00", TextRole::Text)))
                .chain((0..5).map(|n| Entry::row(n, vec![Line::default(); 2])))
                .collect(),
        );
        assert_eq!(named.top_for(Some(3), 0, 6), 4, "below the head is the third row");
        assert_eq!(named.row_of(Some(2), 4, 6), Some(1));
    }
}
