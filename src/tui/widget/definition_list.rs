//! [`DefinitionList`]: labels and values in two columns.

use super::Line;
use super::link::{Link, Segment, Target};
use crate::theme::TextRole;
use kurultai_schedule::markup::LinkUrl;
use kurultai_schedule::text::{lines, width};

/// The smallest width of the value column; below it, labels are above their values.
const NARROWEST: usize = 16;

/// Right-aligned labels with their values. A label without values has no row.
#[derive(Debug)]
pub(in crate::tui) struct DefinitionList<T> {
    rows: Vec<(String, Vec<Value<T>>)>,
}

/// A value, on a separate line.
#[derive(Debug)]
struct Value<T> {
    /// A prefix; all prefixes share a column.
    prefix: Line,
    text: String,
    /// A dim suffix.
    suffix: String,
    role: TextRole,
    target: Option<Target<T>>,
    is_first: bool,
}

impl<T> Value<T> {
    fn new(text: String, role: TextRole, target: Option<Target<T>>) -> Self {
        Self { prefix: Line::default(), text, suffix: String::new(), role, target, is_first: false }
    }
}

/// The lines of a list, and the links on them.
#[derive(Debug)]
pub(super) struct ListLayout<T> {
    pub(super) lines: Vec<Line>,
    /// The links; lines are counted from the first one of the list.
    pub(super) links: Vec<Link<T>>,
    /// The link that is selected first.
    pub(super) first_link: Option<usize>,
}

/// A link with a prefix and a suffix.
#[derive(Debug)]
pub(in crate::tui) struct PrefixedLink<T> {
    pub(in crate::tui) prefix: Line,
    pub(in crate::tui) text: String,
    pub(in crate::tui) role: TextRole,
    /// A dim suffix.
    pub(in crate::tui) suffix: String,
    pub(in crate::tui) target: T,
    /// True for the link to select first.
    pub(in crate::tui) is_first: bool,
}

impl<T> Default for DefinitionList<T> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<T> DefinitionList<T> {
    /// Adds a row of texts.
    pub(in crate::tui) fn add(&mut self, label: String, values: impl IntoIterator<Item = String>) {
        self.push(label, values.into_iter().map(|text| Value::new(text, TextRole::Text, None)));
    }

    /// Adds a row of URLs; invalid ones are plain text.
    pub(in crate::tui) fn addresses(&mut self, label: String, values: impl IntoIterator<Item = String>) {
        let value = |text: String| {
            let target = LinkUrl::read(&text).map(Target::Address);
            let role = if target.is_some() { TextRole::Link } else { TextRole::Dim };
            Value::new(text, role, target)
        };
        self.push(label, values.into_iter().map(value));
    }

    /// Adds a row of web pages: name and host, or the URL of a page without a name.
    pub(in crate::tui) fn pages(
        &mut self,
        label: String,
        pages: impl IntoIterator<Item = (Option<String>, String)>,
    ) {
        let value = |(name, url): (Option<String>, String)| {
            let address = LinkUrl::read(&url);
            let host = address.as_ref().map(|address| address.place().to_owned());
            let text = match (name.filter(|name| *name != url), host) {
                (Some(name), Some(host)) => format!("{name} ({host})"),
                (Some(name), None) => format!("{name} ({url})"),
                (None, _) => url,
            };
            let role = if address.is_some() { TextRole::Link } else { TextRole::Dim };
            Value::new(text, role, address.map(Target::Address))
        };
        self.push(label, pages.into_iter().map(value));
    }

    /// Adds a row of links.
    pub(in crate::tui) fn links(&mut self, label: String, values: impl IntoIterator<Item = (String, T)>) {
        let link = |(text, target)| Value::new(text, TextRole::Link, Some(Target::Detail(target)));
        self.push(label, values.into_iter().map(link));
    }

    /// Adds a row of links with prefixes and suffixes.
    pub(in crate::tui) fn prefixed_links(
        &mut self,
        label: String,
        values: impl IntoIterator<Item = PrefixedLink<T>>,
    ) {
        let value = |link: PrefixedLink<T>| {
            let PrefixedLink { prefix, text, role, suffix, target, is_first } = link;
            Value { prefix, text, suffix, role, target: Some(Target::Detail(target)), is_first }
        };
        self.push(label, values.into_iter().map(value));
    }

    fn push(&mut self, label: String, values: impl Iterator<Item = Value<T>>) {
        let values: Vec<_> = values.collect();
        if !values.is_empty() {
            self.rows.push((label, values));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the width of the label column.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0)
    }

    /// Lays out the list; the label column is at least `labels` wide.
    pub(super) fn lay_out(self, columns: usize, labels: usize) -> ListLayout<T> {
        let labels = self.width().max(labels);
        let is_wide = columns >= labels + 2 + NARROWEST;
        let indent = if is_wide { labels + 2 } else { 2 };
        let values = || self.rows.iter().flat_map(|(_, values)| values);
        let lead = values().map(|value| value.prefix.width()).max().unwrap_or(0);
        let mut layout = ListLayout { lines: Vec::new(), links: Vec::new(), first_link: None };
        for (label, values) in self.rows {
            let blanks = " ".repeat(indent.saturating_sub(width(&label) + 2));
            let mut before = Line::new(blanks, TextRole::Text).add(label, TextRole::Faint);
            if is_wide {
                before = before.add("  ", TextRole::Text);
            } else {
                layout.lines.push(std::mem::take(&mut before));
                before = Line::new("  ", TextRole::Text);
            }
            // A row without prefixes has no column for them.
            let has_prefix = values.iter().any(|value| value.prefix.width() > 0);
            let lead = if has_prefix { lead } else { 0 };
            for mut value in values {
                let mut segments = Vec::new();
                let (target, is_first) = (value.target.take(), value.is_first);
                for (hang, line) in value.lines(lead, columns.saturating_sub(indent)) {
                    // Underlined blanks would look like part of the link.
                    let line = before.clone().pad_to(indent + hang).append(line);
                    let columns = indent..line.width().max(indent);
                    segments.push(Segment { line: layout.lines.len(), columns });
                    layout.lines.push(line);
                    before = Line::new(" ".repeat(indent), TextRole::Text);
                }
                if is_first {
                    layout.first_link.get_or_insert(layout.links.len());
                }
                layout.links.extend(target.and_then(|target| Link::new(target, segments)));
            }
        }
        layout
    }
}

impl<T> Value<T> {
    /// Returns the lines with their indentation. The text is beside its prefix, or below it if there is not
    /// enough space.
    fn lines(self, lead: usize, columns: usize) -> Vec<(usize, Line)> {
        let text = self.text.replace('\t', " ");
        let at = text.len();
        let whole = match (text.is_empty(), self.suffix.is_empty()) {
            (_, true) => text,
            (true, false) => self.suffix.replace('\t', " "),
            (false, false) => format!("{text} · {}", self.suffix.replace('\t', " ")),
        };
        let is_beside = lead == 0 || columns >= lead + 2 + NARROWEST;
        let hang = if lead > 0 && is_beside { lead + 2 } else { 0 };
        let places = lines(&whole, columns - hang);
        let mut rows: Vec<(usize, Line)> = places
            .into_iter()
            .map(|place| {
                let end = at.clamp(place.start, place.end);
                let own = Line::new(&whole[place.start..end], self.role);
                (hang, own.add(&whole[end..place.end], TextRole::Dim))
            })
            .collect();
        if self.prefix.width() == 0 {
            return rows;
        }
        match rows.first_mut() {
            Some(first) if is_beside => {
                *first = (0, self.prefix.pad_to(hang).append(std::mem::take(&mut first.1)));
            }
            _ => rows.insert(0, (0, self.prefix)),
        }
        rows
    }
}
