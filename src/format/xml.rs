//! XML with its places, read as far as it goes: a small tree that forgives what is damaged.
//!
//! `events` finds tags and texts; here they become a tree. Entities that a file declares itself are never expanded.

mod tokens;

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::attributes::Attributes;
use strsim::osa_distance;

use self::tokens::{Events, Token};
use crate::diagnostic::Span;

/// The deepest nesting that is kept of a damaged document; schedules nest about ten elements.
const DEEPEST: usize = 64;
/// The deepest nesting that is kept of a well-formed document: so deep that no schedule has it, and safe to walk.
const DEEPEST_WELL_FORMED: usize = 1000;
/// As many attributes as an element keeps.
const ATTRIBUTES: usize = 64;

/// A document: what stands in it, and where it is damaged first.
pub(super) struct Document<'a> {
    /// The elements at the top, within an element without a name. There is one, or the file is damaged.
    pub(super) top: Element<'a>,
    pub(super) damage: Option<Span>,
}

/// An element. Names are without the prefix of a namespace.
#[derive(Debug, Default)]
pub(super) struct Element<'a> {
    pub(super) name: &'a str,
    attributes: Vec<(&'a str, Cow<'a, str>)>,
    pub(super) children: Vec<Element<'a>>,
    /// The text in it, with that of the parts that elements mark in it.
    text: Cow<'a, str>,
    /// Its first tag.
    pub(super) tag: Span,
    /// What stands between its tags.
    inner: Span,
    /// True if its end tag is there and everything in it is closed, too.
    is_closed: bool,
}

/// What a reader knows of the elements of its format, which tells where a lost end tag stood.
pub(super) trait Schema {
    /// Whether an element may stand in the last of those that are open.
    fn fits(open: &[Element<'_>], child: &Element<'_>) -> bool;
    /// Whether the end tag of one element also closes another one that is open in it.
    fn closes(name: &str, open: &str) -> bool;
    /// Whether the format has an element with this name.
    fn is_known(name: &str) -> bool;
    /// Whether what stands loose before the end tag of such an element is what it held.
    fn absorbs_text(name: &str) -> bool;
    /// True if an element with this name holds a text. Elements in it mark parts of that text, which belong to it.
    fn holds_text(name: &str) -> bool;
}

/// HTML elements that mark part of a text, at any depth.
const INLINE: [&str; 30] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
    "wbr",
];
/// Elements that separate the words before them from those after them.
const SEPARATING: [&str; 5] = ["br", "p", "div", "li", "para"];

impl<'a> Element<'a> {
    /// The value of an attribute, unless it is blank.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| &**value).filter(|value| !value.trim().is_empty())
    }

    /// Its text; `None` when that is blank.
    pub(super) fn text(&self) -> Option<&str> {
        Some(&*self.text).filter(|text| !text.trim().is_empty())
    }

    /// The elements in it that have this name.
    pub(super) fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Element<'a>> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element in it that has this name and says something.
    pub(super) fn child(&self, name: &str) -> Option<&Element<'a>> {
        let says = |child: &Element<'a>| child.text().is_some() || !child.children.is_empty();
        self.children.iter().find(|child| child.name == name && says(child))
    }

    /// The elements with this name at any depth, in document order; those in another one of them are left out.
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

    /// What the first element in it with this name says.
    pub(super) fn child_text(&self, name: &str) -> Option<&str> {
        self.child(name).and_then(Element::text)
    }

    /// A text that may be written in markup: where tags stand in it, as it is written.
    pub(super) fn markup<'s>(&'s self, source: &'s str) -> Option<&'s str> {
        if self.children.is_empty() {
            return self.text();
        }
        source.get(self.inner.start..self.inner.end).filter(|text| !text.trim().is_empty())
    }

    /// Whether a place is within it.
    pub(super) fn contains(&self, place: usize) -> bool {
        (self.tag.start..self.inner.end.max(self.tag.end)).contains(&place)
    }

    fn say(&mut self, text: Cow<'a, str>) {
        if !self.text.is_empty() {
            self.text.to_mut().push_str(&text);
        } else if !text.trim().is_empty() {
            self.text = text;
        }
    }
}

/// Reads a document as far as it goes, in time that is linear in its length.
///
/// A well-formed document is read as it is, whatever stands in what. In a damaged one, `S` tells where a lost tag was; an
/// element with both of its tags stays where it is.
pub(super) fn parse<S: Schema>(text: &str) -> Document<'_> {
    match well_formed::<S>(text) {
        Some(top) => Document { top, damage: None },
        None => mended::<S>(text, &closed(text)),
    }
}

/// The elements of a well-formed document; `None` if anything is wrong with it.
fn well_formed<S: Schema>(text: &str) -> Option<Element<'_>> {
    let mut tree = Tree::default();
    let mut events = Events::strict(text);
    while let Some(piece) = events.next() {
        match piece {
            Token::Text(text) => tree.say(text),
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
                    tree.leave(Span::new(span.end, span.end));
                }
            }
            Token::End { name, span } => {
                let is_own = tree.beyond > 0 || (!tree.open.is_empty() && local(name) == tree.last.name);
                if !is_own {
                    return None;
                }
                tree.leave(span);
            }
            Token::Damage(_) => return None,
        }
    }
    tree.open.is_empty().then_some(tree.last)
}

/// True for each start tag, in document order, whose element is closed by its own end tag with nothing open in between.
fn closed(text: &str) -> Vec<bool> {
    let mut closed = Vec::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut names: HashMap<&str, usize> = HashMap::new();
    // Elements that are open below this depth hold an end tag that closes nothing in them.
    let mut spoiled = 0;
    let mut events = Events::new(text);
    while let Some(piece) = events.next() {
        match piece {
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

/// Reads a damaged document; `closed` tells which of its elements have both of their tags.
fn mended<'a, S: Schema>(text: &'a str, closed: &[bool]) -> Document<'a> {
    let mut tree = Tree::default();
    let mut events = Events::new(text);
    let mut closed = closed.iter();
    while let Some(piece) = events.next() {
        match piece {
            Token::Text(text) => tree.say(text),
            Token::Start { content, span, is_empty } => {
                if !is_tag(content) {
                    tree.damaged(span);
                    continue;
                }
                let is_closed = closed.next().copied().unwrap_or_default();
                tree.start::<S>(Element { is_closed, ..element(text, content, span) });
                if is_empty {
                    tree.end::<S>(None, Span::new(span.end, span.end));
                }
            }
            Token::End { name, span } => tree.end::<S>(Some(local(name)), span),
            Token::Damage(span) => tree.damaged(span),
        }
    }
    let end = Span::new(text.len(), text.len());
    if !tree.open.is_empty() {
        let before = text.char_indices().next_back().map_or(0, |(at, _)| at);
        tree.damaged(Span::new(before, text.len()));
    }
    while !tree.open.is_empty() {
        tree.close(end);
    }
    Document { top: tree.last, damage: tree.damage }
}

#[derive(Default)]
struct Tree<'a> {
    /// The elements around `last`, from the top.
    open: Vec<Element<'a>>,
    /// The element that is open.
    last: Element<'a>,
    /// The place among `open` of the element that the text in marked parts belongs to; `None` outside of such parts.
    marked: Option<usize>,
    /// The number of open elements that are nested too deep to be kept.
    beyond: usize,
    damage: Option<Span>,
}

impl<'a> Tree<'a> {
    fn damaged(&mut self, span: Span) {
        self.damage.get_or_insert(span);
    }

    /// Opens an element in the one that is open.
    fn open<S: Schema>(&mut self, element: Element<'a>) {
        let name = element.name;
        let is_mark = S::holds_text(self.last.name) || (INLINE.contains(&name) && !S::is_known(name));
        if self.marked.is_none() && is_mark && !self.open.is_empty() {
            self.marked = Some(self.open.len());
        }
        self.open.push(std::mem::replace(&mut self.last, element));
        self.separate(name);
    }

    /// Adds a text to the element that it belongs to: the open one, or the one whose part that marks.
    fn say(&mut self, text: Cow<'a, str>) {
        let marked = self.marked.and_then(|depth| self.open.get_mut(depth));
        marked.unwrap_or(&mut self.last).say(text);
    }

    /// Puts a blank where an element separates words.
    fn separate(&mut self, name: &str) {
        if self.marked.is_some() && SEPARATING.contains(&name) {
            self.say(Cow::Borrowed(" "));
        }
    }

    /// Closes the open element, whose end tag has been read.
    fn leave(&mut self, end: Span) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            self.close(end);
        }
    }

    fn start<S: Schema>(&mut self, element: Element<'a>) {
        self.open.push(std::mem::take(&mut self.last));
        // What is closed further on is not closed here.
        let closed = self.open.iter().rposition(|open| open.is_closed).map_or(1, |depth| depth + 1);
        let fitting = (closed..=self.open.len()).rev().find(|depth| S::fits(&self.open[..*depth], &element));
        let fitting = fitting.unwrap_or(self.open.len());
        let is_within = fitting == self.open.len();
        self.last = self.open.pop().unwrap_or_default();
        if is_within && (self.beyond > 0 || self.open.len() >= DEEPEST) {
            self.damaged(element.tag);
            self.beyond += 1;
            return;
        }
        self.beyond = 0;
        while self.open.len() >= fitting {
            self.damaged(element.tag);
            self.close(Span::new(element.tag.start, element.tag.start));
        }
        self.open::<S>(element);
    }

    /// Closes the element with this name; the open one, whatever its name, for a tag that closes itself.
    fn end<S: Schema>(&mut self, name: Option<&'a str>, span: Span) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(name) = name.filter(|name| *name != self.last.name) else {
            if self.open.is_empty() {
                self.damaged(span);
            } else {
                self.close(span);
            }
            return;
        };
        self.damaged(span);
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
            self.gather(name, span);
        }
    }

    /// Which of the elements around the open one an end tag may close.
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

    /// An end tag whose first tag was lost: what stands loose since the last element of its name was in it.
    fn gather(&mut self, name: &'a str, span: Span) {
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
    // After a mistake in one, the others are read.
    for attribute in Attributes::new(content, name.len()).with_checks(false).take(ATTRIBUTES).flatten() {
        let value = attribute.normalized_value_with(XmlVersion::Implicit1_0, 1, resolve_html5_entity);
        let value = value.unwrap_or_else(|_| attribute.value.clone());
        attributes.push((local(attribute.key.into_inner()), value));
    }
    let end = tag.end.min(text.len());
    Element { name: local(name), attributes, tag, inner: Span::new(end, end), ..Element::default() }
}

/// The name at the beginning of a tag.
fn name(content: &str) -> &str {
    content.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default()
}

/// True if a tag begins with a character that a name may begin with. U+FFFD, which a damaged byte becomes, is one.
fn is_tag(content: &str) -> bool {
    // NameStartChar of XML 1.0, outside of ASCII.
    const STARTS: [std::ops::RangeInclusive<char>; 12] = [
        '\u{C0}'..='\u{D6}',
        '\u{D8}'..='\u{F6}',
        '\u{F8}'..='\u{2FF}',
        '\u{370}'..='\u{37D}',
        '\u{37F}'..='\u{1FFF}',
        '\u{200C}'..='\u{200D}',
        '\u{2070}'..='\u{218F}',
        '\u{2C00}'..='\u{2FEF}',
        '\u{3001}'..='\u{D7FF}',
        '\u{F900}'..='\u{FDCF}',
        '\u{FDF0}'..='\u{FFFD}',
        '\u{10000}'..='\u{EFFFF}',
    ];
    content.starts_with(|c: char| {
        c.is_ascii_alphabetic() || matches!(c, ':' | '_') || STARTS.iter().any(|range| range.contains(&c))
    })
}

/// A name without the prefix of its namespace.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Whether one character tells two names apart.
fn is_near(one: &str, two: &str) -> bool {
    let lengths = [one, two].map(|name| name.chars().count());
    lengths.iter().all(|length| (3..40).contains(length)) && osa_distance(one, two) <= 1
}
