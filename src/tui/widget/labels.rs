//! [`Labels`]: labels with their values in two columns.

use super::page::{Link, Place, TEXT_WIDTH, Target};
use super::{Line, Page};
use crate::markup::Address;
use crate::text::{width, wrap};
use crate::theme::Role;

/// A value narrower than this is no column: then labels stand above their values.
const NARROWEST: usize = 16;

/// Labels, faint and right-aligned, and beside them their values. What is not known has no row.
#[derive(Debug)]
pub(in crate::tui) struct Labels<T> {
    rows: Vec<(String, Vec<Value<T>>)>,
}

/// A value, which begins a line of its own, and where Enter goes from it.
#[derive(Debug)]
struct Value<T> {
    /// What stands before the text; its further lines stand under the first.
    lead: String,
    text: String,
    role: Role,
    target: Option<Target<T>>,
}

impl<T> Default for Labels<T> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<T> Labels<T> {
    /// Adds a row of texts.
    pub(in crate::tui) fn add(&mut self, label: String, values: impl IntoIterator<Item = String>) {
        self.push(
            label,
            values.into_iter().map(|text| Value {
                lead: String::new(),
                text,
                role: Role::Text,
                target: None,
            }),
        );
    }

    /// Adds a row of addresses, which Enter follows where they are such.
    pub(in crate::tui) fn addresses(&mut self, label: String, values: impl IntoIterator<Item = String>) {
        let value = |text: String| {
            let target = Address::read(&text).map(Target::Address);
            let role = if target.is_some() { Role::Link } else { Role::Dim };
            Value { lead: String::new(), text, role, target }
        };
        self.push(label, values.into_iter().map(value));
    }

    /// Adds a row of pages elsewhere, each by its name and the host that it is on; by its address where it has no name.
    pub(in crate::tui) fn pages(
        &mut self,
        label: String,
        pages: impl IntoIterator<Item = (Option<String>, String)>,
    ) {
        let value = |(name, url): (Option<String>, String)| {
            let address = Address::read(&url);
            let host = address.as_ref().map(|address| address.place().to_owned());
            let text = match (name.filter(|name| *name != url), host) {
                (Some(name), Some(host)) => format!("{name} ({host})"),
                (Some(name), None) => format!("{name} ({url})"),
                (None, _) => url,
            };
            let role = if address.is_some() { Role::Link } else { Role::Dim };
            Value { lead: String::new(), text, role, target: address.map(Target::Address) }
        };
        self.push(label, pages.into_iter().map(value));
    }

    /// Adds a row of texts that Enter follows.
    pub(in crate::tui) fn links(&mut self, label: String, values: impl IntoIterator<Item = (String, T)>) {
        self.led_links(label, values.into_iter().map(|(text, target)| (String::new(), text, target)));
    }

    /// The same with something before each text: a time.
    pub(in crate::tui) fn led_links(
        &mut self,
        label: String,
        values: impl IntoIterator<Item = (String, String, T)>,
    ) {
        let link = |(lead, text, target)| Value {
            lead,
            text,
            role: Role::Link,
            target: Some(Target::Detail(target)),
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

    /// Puts the two columns on a page.
    pub(super) fn place(self, page: &mut Page<T>) {
        let columns = page.columns().min(TEXT_WIDTH.into());
        let labels = self.rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
        let is_wide = columns >= labels + 2 + NARROWEST;
        let indent = if is_wide { labels + 2 } else { 2 };
        for (label, values) in self.rows {
            let blanks = " ".repeat(indent.saturating_sub(width(&label) + 2));
            let mut before = Line::new(blanks, Role::Text).and(label, Role::Faint);
            if is_wide {
                before = before.and("  ", Role::Text);
            } else {
                page.line(std::mem::take(&mut before));
                before = Line::new("  ", Role::Text);
            }
            let room = columns.saturating_sub(indent);
            for Value { lead, text, role, target } in values {
                let mut places = Vec::new();
                for line in led(&lead, &text, room) {
                    // What stands in is no part of the text: underlined, it would look like one.
                    let blanks = " ".repeat(line.len() - line.trim_start().len());
                    let line = before.and(blanks, Role::Text).and(line.trim_start(), role);
                    places.push(Place { line: page.height(), columns: indent..line.width().max(indent) });
                    page.line(line);
                    before = Line::new(" ".repeat(indent), Role::Text);
                }
                page.link(target.map(|target| Link { target, places }));
            }
        }
    }
}

/// A text behind its lead, in lines; where the lead leaves no room, one after the other.
fn led(lead: &str, text: &str, columns: usize) -> Vec<String> {
    if lead.is_empty() {
        return wrap(text, columns);
    }
    let hang = width(lead) + 2;
    if columns < hang + NARROWEST {
        return wrap(&format!("{lead}  {text}"), columns);
    }
    let lines = wrap(text, columns - hang).into_iter().enumerate();
    lines.map(|(n, line)| if n == 0 { format!("{lead}  {line}") } else { " ".repeat(hang) + &line }).collect()
}
