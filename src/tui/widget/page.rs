//! [`Page`]: a detail page with a title, labeled values, text and links.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::definition_list::ListLayout;
use super::link::{Link, Segment, Target};
use super::{DefinitionList, Line, Themed};
use crate::theme::{TextRole, Theme};
use kurultai_schedule::markup::{self, SpanStyle, Style};
use kurultai_schedule::text::wrap;

/// The largest width of text in columns; longer lines are hard to read.
pub(in crate::tui) const TEXT_WIDTH: u16 = 88;
/// The height below which a title that has scrolled out of view is not repeated.
const MIN_HEIGHT_FOR_TITLE: usize = 6;

/// The lines of a detail page, laid out for a width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Page<T> {
    columns: usize,
    lines: Vec<Line>,
    links: Vec<Link<T>>,
    /// The width of the column of labels.
    labels: usize,
    /// The link to select first.
    start: Option<usize>,
}

impl<T> Page<T> {
    pub(in crate::tui) fn new(columns: usize) -> Self {
        Self { columns, lines: Vec::new(), links: Vec::new(), labels: 0, start: None }
    }

    /// Adds the title.
    pub(in crate::tui) fn title(&mut self, text: &str) {
        self.text(text, TextRole::Title);
    }

    /// Adds a line below the title.
    pub(in crate::tui) fn subtitle(&mut self, text: &str) {
        self.text(text, TextRole::Dim);
    }

    /// Adds text with markup after a blank line.
    pub(in crate::tui) fn prose(&mut self, text: &str) {
        self.blank_line();
        let text = markup::read(text);
        let mut places: Vec<Vec<Segment>> = vec![Vec::new(); text.links.len()];
        for row in text.rows(self.columns.min(TEXT_WIDTH.into())) {
            let mut line = Line::default();
            for piece in row.pieces {
                let from = line.width();
                let role = if piece.link.is_some() { TextRole::Link } else { role(piece.style) };
                line = line.add(piece.text, role);
                if let Some(places) = piece.link.and_then(|link| places.get_mut(link)) {
                    add_place(places, self.lines.len(), from..line.width());
                }
            }
            self.lines.push(line);
        }
        for (address, segments) in text.links.into_iter().zip(places) {
            self.links.extend(Link::new(Target::Address(address), segments));
        }
    }

    /// Adds lines unchanged after a blank line.
    pub(in crate::tui) fn plain(&mut self, text: &str) {
        self.blank_line();
        self.text(text, TextRole::Text);
    }

    /// Aligns the value columns of several lists.
    pub(in crate::tui) fn align<const N: usize>(&mut self, groups: [&DefinitionList<T>; N]) {
        self.labels = groups.into_iter().map(DefinitionList::width).max().unwrap_or(0);
    }

    /// Adds labels and values after a blank line.
    pub(in crate::tui) fn facts(&mut self, facts: DefinitionList<T>) {
        if !facts.is_empty() {
            self.blank_line();
            let columns = self.columns.min(TEXT_WIDTH.into());
            let ListLayout { lines, links, first_link } = facts.lay_out(columns, self.labels);
            self.start = self.start.or(first_link.map(|link| self.links.len() + link));
            let top = self.lines.len();
            self.links.extend(links.into_iter().map(|link| link.below(top)));
            self.lines.extend(lines);
        }
    }

    fn text(&mut self, text: &str, role: TextRole) {
        let columns = self.columns.min(TEXT_WIDTH.into());
        self.lines.extend(wrap(text, columns).into_iter().map(|line| Line::new(line, role)));
    }

    fn blank_line(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// Returns the link to select first; `None` means the first visible one.
    pub(in crate::tui) fn start(&self) -> Option<usize> {
        self.start.filter(|start| *start < self.links.len())
    }

    /// Returns the number of rows covered by the repeated title, if the page opens below its title.
    pub(in crate::tui) fn covered_rows(&self, top: usize, height: usize) -> usize {
        usize::from(top > 0 && height >= MIN_HEIGHT_FOR_TITLE && self.start().is_some())
    }

    /// Returns the number of lines.
    pub(in crate::tui) fn height(&self) -> usize {
        self.lines.len()
    }

    /// Returns the first line and column of a link.
    pub(in crate::tui) fn position_of(&self, link: Option<usize>) -> Option<(usize, usize)> {
        let place = self.links.get(link?)?.segments.first()?;
        Some((place.line, place.columns.start))
    }

    /// Returns the target of a link.
    pub(in crate::tui) fn target(&self, link: Option<usize>) -> Option<&Target<T>> {
        Some(&self.links.get(link?)?.target)
    }

    /// Returns the link at a position.
    pub(in crate::tui) fn link_at(&self, line: usize, column: usize) -> Option<usize> {
        let is_there = |place: &Segment| place.line == line && place.columns.contains(&column);
        self.links.iter().position(|link| link.segments.iter().any(is_there))
    }

    /// Returns the next or previous link that begins within the lines `seen`; without `from`, the first or
    /// last of them.
    pub(in crate::tui) fn next_link(
        &self,
        from: Option<usize>,
        is_forward: bool,
        seen: Range<usize>,
    ) -> Option<usize> {
        let is_seen = |link: &usize| seen.contains(&self.links[*link].line());
        if is_forward {
            (from.map_or(0, |from| from + 1)..self.links.len()).find(is_seen)
        } else {
            (0..from.unwrap_or(self.links.len()).min(self.links.len())).rev().find(is_seen)
        }
    }

    /// True if a link begins in these lines.
    pub(in crate::tui) fn begins_in(&self, link: usize, seen: &Range<usize>) -> bool {
        self.links.get(link).is_some_and(|link| seen.contains(&link.line()))
    }

    /// Returns the page as a widget that shows the lines from `top` on, with a link selected.
    pub(in crate::tui) fn view<'a>(
        &'a self,
        top: usize,
        selected: Option<usize>,
        theme: &'a Theme,
    ) -> PageView<'a, T> {
        PageView { page: self, top, selected, theme }
    }
}

/// A page on the screen.
pub(in crate::tui) struct PageView<'a, T> {
    page: &'a Page<T>,
    top: usize,
    selected: Option<usize>,
    theme: &'a Theme,
}

impl<T> Widget for PageView<'_, T> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { page, top, theme, .. } = self;
        let covered = page.covered_rows(top, area.height.into());
        Themed { widget: page.lines.get(top..).unwrap_or_default(), theme }.render(area, buffer);
        if let Some(title) = page.lines.first().filter(|_| covered > 0) {
            let row = Rect { height: 1, ..area };
            buffer.set_style(row, theme.screen());
            title.clone().pad_to(area.width.into()).themed(theme).render(row, buffer);
        }
        let segments = self.selected.and_then(|link| page.links.get(link)).map(|link| &link.segments);
        for segment in segments.into_iter().flatten().filter(|segment| segment.line >= top + covered) {
            self.select(segment, area, buffer);
        }
    }
}

impl<T> PageView<'_, T> {
    /// Highlights a part of the selected link.
    fn select(&self, segment: &Segment, area: Rect, buffer: &mut Buffer) {
        let row = segment.line.checked_sub(self.top).and_then(|row| u16::try_from(row).ok());
        let (Some(row), Ok(from), Ok(to)) =
            (row, u16::try_from(segment.columns.start), u16::try_from(segment.columns.end))
        else {
            return;
        };
        let text = Rect {
            x: area.x.saturating_add(from),
            y: area.y.saturating_add(row),
            width: to.saturating_sub(from),
            height: 1,
        };
        let text = text.intersection(area);
        buffer.set_style(text, self.theme.style(TextRole::Selected));
        // The mark replaces a blank, but no bracket.
        let before = text.x.checked_sub(1).filter(|_| !text.is_empty());
        if let Some(x) = before.filter(|x| buffer[(*x, text.y)].symbol() == " ") {
            buffer.set_stringn(x, text.y, "▌", 1, self.theme.style(TextRole::Marker));
        }
    }
}

/// Adds a part of a link, merging adjacent parts.
fn add_place(places: &mut Vec<Segment>, line: usize, columns: Range<usize>) {
    match places.last_mut() {
        Some(last) if last.line == line && last.columns.end == columns.start => {
            last.columns.end = columns.end;
        }
        _ => places.push(Segment { line, columns }),
    }
}

fn role(look: SpanStyle) -> TextRole {
    match look {
        SpanStyle::Text(Style::Plain) => TextRole::Text,
        SpanStyle::Text(Style::Strong) => TextRole::Strong,
        SpanStyle::Text(Style::Emphasis) => TextRole::Emphasis,
        SpanStyle::Text(Style::Code) => TextRole::Code,
        SpanStyle::Heading => TextRole::Heading,
        SpanStyle::Mark => TextRole::Faint,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page<u8> {
        let mut facts = DefinitionList::default();
        facts.add("label".to_owned(), ["text".to_owned()]);
        facts.links("link".to_owned(), [("one".to_owned(), 1), ("a long one of two lines".to_owned(), 2)]);
        let mut page = Page::new(26);
        page.title("Title");
        page.facts(facts);
        page.prose("Text");
        page
    }

    #[test]
    fn facts_are_laid_out_in_two_columns() {
        let area = Rect::new(0, 0, 26, 9);
        let mut buffer = Buffer::empty(area);
        page().view(0, Some(1), &Theme::default()).render(area, &mut buffer);
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
        assert_eq!(page.next_link(None, true, 0..9), Some(0));
        assert_eq!(page.next_link(Some(0), true, 0..9), Some(1));
        assert_eq!(page.next_link(Some(0), true, 0..4), None);
        assert_eq!(page.next_link(Some(1), true, 0..9), None);
        assert_eq!(page.next_link(Some(1), false, 0..9), Some(0));
        assert_eq!(page.next_link(None, false, 0..9), Some(1));
        assert_eq!(page.next_link(None, true, 5..9), None);
        assert_eq!(page.target(Some(1)), Some(&Target::Detail(2)));
    }
}
