//! [`Page`]: a detail, of a title, facts and running text, with the links in it.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Labels, Line};
use crate::text::wrap;
use crate::theme::{Role, Theme};

/// Wider than this no text is set, however wide the terminal: eyes lose the line.
pub(in crate::tui) const TEXT_WIDTH: u16 = 88;

/// The lines of a detail, laid out for one width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Page<T> {
    columns: usize,
    lines: Vec<Line>,
    links: Vec<Link<T>>,
}

/// A text on a page that Enter follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Link<T> {
    pub(in crate::tui) target: T,
    /// The lines that it takes.
    pub(super) lines: Range<usize>,
    /// The column at which it begins on each of them.
    pub(super) column: usize,
}

impl<T: Copy> Page<T> {
    pub(in crate::tui) fn new(columns: usize) -> Self {
        Self { columns, lines: Vec::new(), links: Vec::new() }
    }

    /// What the page is about.
    pub(in crate::tui) fn title(&mut self, text: &str) {
        self.text(text, Role::Title);
    }

    /// A second line under the title.
    pub(in crate::tui) fn subtitle(&mut self, text: &str) {
        self.text(text, Role::Dim);
    }

    /// Running text, with air above.
    pub(in crate::tui) fn prose(&mut self, text: &str) {
        self.air();
        self.text(text, Role::Text);
    }

    /// Labels and values, with air above.
    pub(in crate::tui) fn facts(&mut self, facts: Labels<T>) {
        if !facts.is_empty() {
            self.air();
            facts.place(self);
        }
    }

    fn text(&mut self, text: &str, role: Role) {
        let columns = self.columns.min(TEXT_WIDTH.into());
        self.lines.extend(wrap(text, columns).into_iter().map(|line| Line::new(line, role)));
    }

    fn air(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    pub(super) fn line(&mut self, line: Line) {
        self.lines.push(line);
    }

    pub(super) fn link(&mut self, link: Option<Link<T>>) {
        self.links.extend(link.filter(|link| !link.lines.is_empty()));
    }

    pub(in crate::tui) fn columns(&self) -> usize {
        self.columns
    }

    /// How many lines it has.
    pub(in crate::tui) fn height(&self) -> usize {
        self.lines.len()
    }

    /// Where the link with this number leads.
    pub(in crate::tui) fn target(&self, link: Option<usize>) -> Option<T> {
        Some(self.links.get(link?)?.target)
    }

    /// The link that a column of a line belongs to.
    pub(in crate::tui) fn link_at(&self, line: usize, column: usize) -> Option<usize> {
        let end = self.lines.get(line)?.width();
        let is_there = |link: &Link<T>| link.lines.contains(&line) && (link.column..end).contains(&column);
        self.links.iter().position(is_there)
    }

    /// The next link after `from` that begins in the lines `seen`, or the one before it if `is_forward` is not so;
    /// without `from`, the first there, or the last.
    pub(in crate::tui) fn step(
        &self,
        from: Option<usize>,
        is_forward: bool,
        seen: Range<usize>,
    ) -> Option<usize> {
        let is_seen = |link: &usize| seen.contains(&self.links[*link].lines.start);
        if is_forward {
            (from.map_or(0, |from| from + 1)..self.links.len()).find(is_seen)
        } else {
            (0..from.unwrap_or(self.links.len()).min(self.links.len())).rev().find(is_seen)
        }
    }

    /// Whether a link begins in these lines.
    pub(in crate::tui) fn is_seen(&self, link: usize, seen: &Range<usize>) -> bool {
        self.links.get(link).is_some_and(|link| seen.contains(&link.lines.start))
    }

    /// Draws the lines from `top` on; the selected link stands out.
    pub(in crate::tui) fn draw(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        top: usize,
        selected: Option<usize>,
        theme: &Theme,
    ) {
        let selected = selected.and_then(|link| self.links.get(link));
        for (row, (at, line)) in (0..area.height).zip(self.lines.iter().enumerate().skip(top)) {
            line.draw(buffer, area, row, theme);
            let Some(link) = selected.filter(|link| link.lines.contains(&at)) else { continue };
            let (Ok(column), Ok(end)) = (u16::try_from(link.column), u16::try_from(line.width())) else {
                continue;
            };
            let text =
                Rect { x: area.x + column, y: area.y + row, width: end.saturating_sub(column), height: 1 };
            let text = text.intersection(area);
            buffer.set_style(text, theme.style(Role::Selected));
            if let Some(x) = text.x.checked_sub(1).filter(|_| !text.is_empty()) {
                buffer.set_stringn(x, text.y, "▌", 1, theme.style(Role::Marker));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page<u8> {
        let mut facts = Labels::default();
        facts.add("label".to_owned(), ["text".to_owned()]);
        facts.links("link".to_owned(), [("one".to_owned(), 1), ("a long one of two lines".to_owned(), 2)]);
        let mut page = Page::new(26);
        page.title("Title");
        page.facts(facts);
        page.prose("Text");
        page
    }

    #[test]
    fn facts_stand_in_two_columns() {
        let area = Rect::new(0, 0, 26, 9);
        let mut buffer = Buffer::empty(area);
        page().draw(&mut buffer, area, 0, Some(1), &Theme::default());
        let rows: Vec<String> = (0..9)
            .map(|y| (0..26).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned())
            .collect();
        let expected = [
            "Title",
            "",
            "label  text",
            " link  one",
            "      ▌a long one of two",
            "      ▌lines",
            "",
            "Text",
            "",
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn steps_go_to_links_that_are_seen() {
        let page = page();
        assert_eq!(page.step(None, true, 0..9), Some(0));
        assert_eq!(page.step(Some(0), true, 0..9), Some(1));
        assert_eq!(page.step(Some(0), true, 0..4), None);
        assert_eq!(page.step(Some(1), true, 0..9), None);
        assert_eq!(page.step(Some(1), false, 0..9), Some(0));
        assert_eq!(page.step(None, false, 0..9), Some(1));
        assert_eq!(page.step(None, true, 5..9), None);
        assert_eq!(page.target(Some(1)), Some(2));
    }
}
