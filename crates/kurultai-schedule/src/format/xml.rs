//! A tolerant XML parser that builds a tree with source positions.
//!
//! `tokens` finds tags and text. Entity declarations are ignored.

mod tokens;

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::attributes::Attributes;
use strsim::osa_distance;

use self::tokens::{Events, Token};
use crate::diagnostic::Span;

/// The deepest nesting of a damaged document; schedules nest about ten elements.
const DEEPEST: usize = 64;
/// The deepest nesting of a well-formed document that is safe to traverse.
const DEEPEST_WELL_FORMED: usize = 1000;
/// The most attributes of an element.
const ATTRIBUTES: usize = 64;

/// A document and its first damage.
pub(super) struct Document<'a> {
    /// An unnamed element around the root elements. There is one root unless the file is damaged.
    pub(super) top: Element<'a>,
    pub(super) damage: Option<Span>,
}

/// An element. Names have no namespace prefix.
#[derive(Debug, Default)]
pub(super) struct Element<'a> {
    pub(super) name: &'a str,
    attributes: Vec<(&'a str, Cow<'a, str>)>,
    pub(super) children: Vec<Element<'a>>,
    /// The text, including the text of inline elements.
    text: Cow<'a, str>,
    /// Its start tag.
    pub(super) tag: Span,
    /// The source between its tags.
    inner: Span,
    /// True if its end tag is present and all its descendants are closed.
    is_closed: bool,
}

/// The element structure of a format, which locates lost end tags.
pub(super) trait Schema {
    /// True if the innermost open element may contain an element.
    fn fits(open: &[Element<'_>], child: &Element<'_>) -> bool;
    /// True if the end tag of one element may also close another one nested in it.
    fn closes(name: &str, open: &str) -> bool;
    /// True if the format has an element with this name.
    fn is_known(name: &str) -> bool;
    /// True if an end tag without a start tag encloses the loose elements before it.
    fn absorbs_text(name: &str) -> bool;
    /// True if an element with this name contains text. Its child elements are inline.
    fn holds_text(name: &str) -> bool;
}

/// HTML elements that are inline in text.
pub(super) const INLINE: [&str; 30] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
    "wbr",
];
/// Elements that separate words.
const SEPARATING: [&str; 5] = ["br", "p", "div", "li", "para"];

impl<'a> Element<'a> {
    /// Returns an attribute, unless it is blank.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| &**value).filter(|value| !value.trim().is_empty())
    }

    /// Returns the text, unless it is blank.
    pub(super) fn text(&self) -> Option<&str> {
        Some(&*self.text).filter(|text| !text.trim().is_empty())
    }

    /// Returns the children with this name.
    pub(super) fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Element<'a>> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Returns the first child with this name that is not empty.
    pub(super) fn child(&self, name: &str) -> Option<&Element<'a>> {
        let says = |child: &Element<'a>| child.text().is_some() || !child.children.is_empty();
        self.children.iter().find(|child| child.name == name && says(child))
    }

    /// Returns the descendants with this name in document order, except those nested in each other.
    pub(super) fn within<'s>(&'s self, name: &str) -> Vec<&'s Element<'a>> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            } else {
                found.extend(child.within(name));
            }
        }
        found
    }

    /// True if a descendant has this name.
    pub(super) fn has_within(&self, name: &str) -> bool {
        self.children.iter().any(|child| child.name == name || child.has_within(name))
    }

    /// Returns the text of the first child with this name that is not empty.
    pub(super) fn child_text(&self, name: &str) -> Option<&str> {
        self.child(name).and_then(Element::text)
    }

    /// Returns the text, or its source if it contains tags.
    pub(super) fn markup<'s>(&'s self, source: &'s str) -> Option<&'s str> {
        if self.children.is_empty() {
            return self.text();
        }
        source.get(self.inner.start..self.inner.end).filter(|text| !text.trim().is_empty())
    }

    /// True if a position is in it.
    pub(super) fn contains(&self, place: usize) -> bool {
        (self.tag.start..self.inner.end.max(self.tag.end)).contains(&place)
    }

    fn push_text(&mut self, text: Cow<'a, str>) {
        if !self.text.is_empty() {
            self.text.to_mut().push_str(&text);
        } else if !text.trim().is_empty() {
            self.text = text;
        }
    }
}

/// Parses a document, in linear time.
///
/// A well-formed document is never changed. In a damaged one, `S` locates the lost tags; an element with both
/// tags is not moved.
pub(super) fn parse<S: Schema>(text: &str) -> Document<'_> {
    match parse_well_formed::<S>(text) {
        Some(top) => Document { top, damage: None },
        None => parse_damaged::<S>(text, &closed(text)),
    }
}

/// Parses a well-formed document; `None` for any other.
fn parse_well_formed<S: Schema>(text: &str) -> Option<Element<'_>> {
    let mut tree = Tree::default();
    let mut events = Events::strict(text);
    while let Some(token) = events.next() {
        match token {
            Token::Text(text) => tree.push_text(text),
            Token::Start { content, span, is_empty } => {
                if !is_tag(content) {
                    return None;
                }
                if tree.open.len() < DEEPEST_WELL_FORMED {
                    tree.open::<S>(element(text, content, span));
                } else {
                    tree.beyond += 1;
                }
                if is_empty {
                    tree.close_current(Span::new(span.end, span.end));
                }
            }
            Token::End { name, span } => {
                let is_own = tree.beyond > 0 || (!tree.open.is_empty() && local(name) == tree.last.name);
                if !is_own {
                    return None;
                }
                tree.close_current(span);
            }
            Token::Damage(_) => return None,
        }
    }
    tree.open.is_empty().then_some(tree.last)
}

/// Returns true for each start tag that is closed by its own end tag with no unclosed elements in between.
fn closed(text: &str) -> Vec<bool> {
    let mut closed = Vec::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut names: HashMap<&str, usize> = HashMap::new();
    // The depth from which open elements contain a stray end tag.
    let mut spoiled = 0;
    let mut events = Events::new(text);
    while let Some(token) = events.next() {
        match token {
            Token::Start { content, is_empty, .. } if is_tag(content) => {
                closed.push(is_empty);
                if !is_empty {
                    let name = local(name(content));
                    open.push((name, closed.len() - 1));
                    *names.entry(name).or_default() += 1;
                }
            }
            Token::End { name, .. } => {
                let name = local(name);
                if names.get(name).is_none_or(|count| *count == 0) {
                    spoiled = open.len();
                    continue;
                }
                let mut is_last = true;
                while let Some((last, index)) = open.pop() {
                    names.entry(last).and_modify(|count| *count -= 1);
                    if last == name {
                        closed[index] = is_last && open.len() >= spoiled;
                        break;
                    }
                    is_last = false;
                }
                spoiled = if is_last { spoiled.min(open.len()) } else { open.len() };
            }
            _ => {}
        }
    }
    closed
}

/// Parses a damaged document. `closed` is true for the elements with both tags.
fn parse_damaged<'a, S: Schema>(text: &'a str, closed: &[bool]) -> Document<'a> {
    let mut tree = Tree::default();
    let mut events = Events::new(text);
    let mut closed = closed.iter();
    while let Some(token) = events.next() {
        match token {
            Token::Text(text) => tree.push_text(text),
            Token::Start { content, span, is_empty } => {
                if !is_tag(content) {
                    tree.report_damage(span);
                    continue;
                }
                let is_closed = closed.next().copied().unwrap_or_default();
                tree.start::<S>(Element { is_closed, ..element(text, content, span) });
                if is_empty {
                    tree.end::<S>(None, Span::new(span.end, span.end));
                }
            }
            Token::End { name, span } => tree.end::<S>(Some(local(name)), span),
            Token::Damage(span) => tree.report_damage(span),
        }
    }
    let end = Span::new(text.len(), text.len());
    if !tree.open.is_empty() {
        let before = text.char_indices().next_back().map_or(0, |(at, _)| at);
        tree.report_damage(Span::new(before, text.len()));
    }
    while !tree.open.is_empty() {
        tree.close(end);
    }
    Document { top: tree.last, damage: tree.damage }
}

#[derive(Default)]
struct Tree<'a> {
    /// The elements around `last`, outermost first.
    open: Vec<Element<'a>>,
    /// The innermost open element.
    last: Element<'a>,
    /// The index in `open` of the element that receives the text of inline elements.
    marked: Option<usize>,
    /// The number of open elements beyond the nesting limit.
    beyond: usize,
    damage: Option<Span>,
}

impl<'a> Tree<'a> {
    fn report_damage(&mut self, span: Span) {
        self.damage.get_or_insert(span);
    }

    /// Opens an element within the current one.
    fn open<S: Schema>(&mut self, element: Element<'a>) {
        let name = element.name;
        let is_mark = S::holds_text(self.last.name) || (INLINE.contains(&name) && !S::is_known(name));
        if self.marked.is_none() && is_mark && !self.open.is_empty() {
            self.marked = Some(self.open.len());
        }
        self.open.push(std::mem::replace(&mut self.last, element));
        self.separate(name);
    }

    /// Adds text to the current element, or to the element around inline elements.
    fn push_text(&mut self, text: Cow<'a, str>) {
        let marked = self.marked.and_then(|depth| self.open.get_mut(depth));
        marked.unwrap_or(&mut self.last).push_text(text);
    }

    /// Adds a space for an element that separates words.
    fn separate(&mut self, name: &str) {
        if self.marked.is_some() && SEPARATING.contains(&name) {
            self.push_text(Cow::Borrowed(" "));
        }
    }

    /// Closes the current element.
    fn close_current(&mut self, end: Span) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            self.close(end);
        }
    }

    fn start<S: Schema>(&mut self, element: Element<'a>) {
        self.open.push(std::mem::take(&mut self.last));
        // An element whose end tag is still to come stays open.
        let closed = self.open.iter().rposition(|open| open.is_closed).map_or(1, |depth| depth + 1);
        let fitting = (closed..=self.open.len()).rev().find(|depth| S::fits(&self.open[..*depth], &element));
        let fitting = fitting.unwrap_or(self.open.len());
        let is_within = fitting == self.open.len();
        self.last = self.open.pop().unwrap_or_default();
        if is_within && (self.beyond > 0 || self.open.len() >= DEEPEST) {
            self.report_damage(element.tag);
            self.beyond += 1;
            return;
        }
        self.beyond = 0;
        while self.open.len() >= fitting {
            self.report_damage(element.tag);
            self.close(Span::new(element.tag.start, element.tag.start));
        }
        self.open::<S>(element);
    }

    /// Closes the element with this name, or the current one without a name.
    fn end<S: Schema>(&mut self, name: Option<&'a str>, span: Span) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(name) = name.filter(|name| *name != self.last.name) else {
            if self.open.is_empty() {
                self.report_damage(span);
            } else {
                self.close(span);
            }
            return;
        };
        self.report_damage(span);
        if !self.open.is_empty() && is_near(name, self.last.name) {
            if S::is_known(name) && !S::is_known(self.last.name) {
                self.last.name = name;
            }
            self.close(span);
        } else if let Some(depth) = self.opener::<S>(name) {
            while self.open.len() > depth {
                self.close(Span::new(span.start, span.start));
            }
            self.close(span);
        } else if S::absorbs_text(name) {
            self.wrap_loose(name, span);
        }
    }

    /// Returns the index of the open element that an end tag may close.
    fn opener<S: Schema>(&self, name: &str) -> Option<usize> {
        let depth = self.open.iter().rposition(|open| open.name == name).filter(|depth| *depth > 0)?;
        let mut between = self.open[depth + 1..].iter().chain([&self.last]);
        between.all(|open| S::closes(name, open.name)).then_some(depth)
    }

    fn close(&mut self, end: Span) {
        self.separate(self.last.name);
        let above = self.open.pop().unwrap_or_default();
        let mut closed = std::mem::replace(&mut self.last, above);
        closed.inner.end = end.start;
        self.last.children.push(closed);
        self.marked = self.marked.filter(|depth| *depth < self.open.len());
    }

    /// Wraps the loose elements before an end tag whose start tag is lost.
    fn wrap_loose(&mut self, name: &'a str, span: Span) {
        let children = &mut self.last.children;
        let from = children.iter().rposition(|child| child.name == name).map_or(0, |at| at + 1);
        let loose = children.split_off(from);
        let Some(first) = loose.first() else { return };
        let tag = first.tag;
        let inner = Span::new(tag.start, span.start);
        children.push(Element { name, children: loose, tag, inner, ..Element::default() });
    }
}

fn element<'a>(text: &'a str, content: &'a str, tag: Span) -> Element<'a> {
    let name = name(content);
    let mut attributes = Vec::new();
    // A malformed attribute does not affect the others.
    for attribute in Attributes::new(content, name.len()).with_checks(false).take(ATTRIBUTES).flatten() {
        let value = attribute.normalized_value_with(XmlVersion::Implicit1_0, 1, resolve_html5_entity);
        let value = value.unwrap_or_else(|_| attribute.value.clone());
        attributes.push((local(attribute.key.into_inner()), value));
    }
    let end = tag.end.min(text.len());
    Element { name: local(name), attributes, tag, inner: Span::new(end, end), ..Element::default() }
}

/// Returns the name in a tag.
fn name(content: &str) -> &str {
    content.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default()
}

/// True if a tag begins with a name, which may contain U+FFFD in place of a damaged byte.
fn is_tag(content: &str) -> bool {
    content.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, ':' | '_') || !c.is_ascii())
}

/// Removes the namespace prefix.
fn local(name: &str) -> &str {
    let colon = name.bytes().rposition(|byte| byte == b':');
    colon.map_or(name, |colon| &name[colon + 1..])
}

/// True if two names differ by one character.
fn is_near(one: &str, two: &str) -> bool {
    let lengths = [one, two].map(|name| name.chars().count());
    lengths.iter().all(|length| (3..40).contains(length)) && osa_distance(one, two) <= 1
}
