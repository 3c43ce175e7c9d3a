//! [`DefinitionList`]: labels and values in two columns.

use super::page::{Link, Place, TEXT_WIDTH, Target};
use super::{Line, Page};
use crate::markup::LinkUrl;
use crate::text::{lines, width};
use crate::theme::Role;

/// The narrowest column of values; below it labels are above their values.
const NARROWEST: usize = 16;

/// Right-aligned labels, and their values. A label without values has no row.
#[derive(Debug)]
pub(in crate::tui) struct DefinitionList<T> {
    rows: Vec<(String, Vec<Value<T>>)>,
}

/// A value, on a line of its own.
#[derive(Debug)]
struct Value<T> {
    /// A prefix, in a column that all values share.
    lead: Line,
    text: String,
    /// A dim suffix.
    more: String,
    role: Role,
    target: Option<Target<T>>,
    is_start: bool,
}

impl<T> Value<T> {
    fn new(text: String, role: Role, target: Option<Target<T>>) -> Self {
        Self { lead: Line::default(), text, more: String::new(), role, target, is_start: false }
    }
}

/// A link with a prefix and a suffix.
#[derive(Debug)]
pub(in crate::tui) struct Led<T> {
    pub(in crate::tui) lead: Line,
    pub(in crate::tui) text: String,
    pub(in crate::tui) role: Role,
    /// A dim suffix.
    pub(in crate::tui) more: String,
    pub(in crate::tui) target: T,
    /// True for the link that is selected first.
    pub(in crate::tui) is_start: bool,
}

impl<T> Default for DefinitionList<T> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<T> DefinitionList<T> {
    /// Adds a row of texts.
    pub(in crate::tui) fn add(&mut self, label: String, values: impl IntoIterator<Item = String>) {
        self.push(label, values.into_iter().map(|text| Value::new(text, Role::Text, None)));
    }

    /// Adds a row of URLs; invalid ones are no links.
    pub(in crate::tui) fn addresses(&mut self, label: String, values: impl IntoIterator<Item = String>) {
        let value = |text: String| {
            let target = LinkUrl::read(&text).map(Target::Address);
            let role = if target.is_some() { Role::Link } else { Role::Dim };
            Value::new(text, role, target)
        };
        self.push(label, values.into_iter().map(value));
    }

    /// Adds a row of web pages, by name and host, or by URL if they have no name.
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
            let role = if address.is_some() { Role::Link } else { Role::Dim };
            Value::new(text, role, address.map(Target::Address))
        };
        self.push(label, pages.into_iter().map(value));
    }

    /// Adds a row of links.
    pub(in crate::tui) fn links(&mut self, label: String, values: impl IntoIterator<Item = (String, T)>) {
        let link = |(text, target)| Value::new(text, Role::Link, Some(Target::Detail(target)));
        self.push(label, values.into_iter().map(link));
    }

    /// Adds a row of links with prefixes and suffixes.
    pub(in crate::tui) fn prefixed_links(&mut self, label: String, values: impl IntoIterator<Item = Led<T>>) {
        let link = |led: Led<T>| {
            let Led { lead, text, role, more, target, is_start } = led;
            Value { lead, text, more, role, target: Some(Target::Detail(target)), is_start }
        };
        self.push(label, values.into_iter().map(link));
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

    /// Returns the width of the column of labels.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0)
    }

    /// Lays the list out on a page, whose column of labels may be wider.
    pub(super) fn place(self, page: &mut Page<T>) {
        let columns = page.columns().min(TEXT_WIDTH.into());
        let labels = self.width().max(page.labels());
        let is_wide = columns >= labels + 2 + NARROWEST;
        let indent = if is_wide { labels + 2 } else { 2 };
        let values = || self.rows.iter().flat_map(|(_, values)| values);
        let lead = values().map(|value| value.lead.width()).max().unwrap_or(0);
        for (label, values) in self.rows {
            let blanks = " ".repeat(indent.saturating_sub(width(&label) + 2));
            let mut before = Line::new(blanks, Role::Text).and(label, Role::Faint);
            if is_wide {
                before = before.and("  ", Role::Text);
            } else {
                page.line(std::mem::take(&mut before));
                before = Line::new("  ", Role::Text);
            }
            // A row without prefixes needs no column for them.
            let has_lead = values.iter().any(|value| value.lead.width() > 0);
            let lead = if has_lead { lead } else { 0 };
            for mut value in values {
                let mut places = Vec::new();
                let (target, is_start) = (value.target.take(), value.is_start);
                for (hang, line) in value.lines(lead, columns.saturating_sub(indent)) {
                    // Underlined blanks would look like a part of the link.
                    let line = before.clone().to(indent + hang).join(line);
                    places.push(Place { line: page.height(), columns: indent..line.width().max(indent) });
                    page.line(line);
                    before = Line::new(" ".repeat(indent), Role::Text);
                }
                if is_start {
                    page.start_here();
                }
                page.link(target.map(|target| Link { target, places }));
            }
        }
    }
}

impl<T> Value<T> {
    /// Returns the lines with their indentation: the text is beside its prefix, or below it if the room is short.
    fn lines(self, lead: usize, columns: usize) -> Vec<(usize, Line)> {
        let text = self.text.replace('\t', " ");
        let at = text.len();
        let whole = match (text.is_empty(), self.more.is_empty()) {
            (_, true) => text,
            (true, false) => self.more.replace('\t', " "),
            (false, false) => format!("{text} · {}", self.more.replace('\t', " ")),
        };
        let is_beside = lead == 0 || columns >= lead + 2 + NARROWEST;
        let hang = if lead > 0 && is_beside { lead + 2 } else { 0 };
        let places = lines(&whole, columns - hang);
        let mut rows: Vec<(usize, Line)> = places
            .into_iter()
            .map(|place| {
                let end = at.clamp(place.start, place.end);
                let own = Line::new(&whole[place.start..end], self.role);
                (hang, own.and(&whole[end..place.end], Role::Dim))
            })
            .collect();
        if self.lead.width() == 0 {
            return rows;
        }
        match rows.first_mut() {
            Some(first) if is_beside => {
                *first = (0, self.lead.to(hang).join(std::mem::take(&mut first.1)));
            }
            _ => rows.insert(0, (0, self.lead)),
        }
        rows
    }
}
