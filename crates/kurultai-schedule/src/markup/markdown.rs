//! Markdown and plain text.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::soft_breaks::LineBreak;
use super::{Kind, Style, autolink, html};
use crate::text::width;

/// List bullets that are not Markdown.
const BULLETS: [char; 7] = ['•', '‣', '▪', '●', '○', '◦', '·'];
/// The indentation of all lines except the first that marks a text as pasted from elsewhere.
const PASTED: usize = 8;
/// Maximum width of a setext heading, and of an indented code line.
const MAX_HEAD: usize = 60;
const MAX_CODE: usize = 100;

pub(super) fn read(text: &str, builder: &mut Builder) {
    let text = if text.contains('\r') { &text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    let text = prepared(text);
    let mut events = Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter();
    let mut reader =
        Reader { text: &text, builder, html: String::new(), followed: HashSet::new(), closing: None };
    for (event, place) in events.by_ref() {
        reader.take(event, place);
    }
    // Unused link definitions are shown as text.
    let mut rest: Vec<(Range<usize>, &str)> = events
        .reference_definitions()
        .iter()
        .filter(|(label, _)| !reader.followed.contains(&label.to_lowercase()))
        .map(|(_, definition)| {
            (definition.span.clone(), text.get(definition.span.clone()).unwrap_or_default())
        })
        .collect();
    rest.sort_by_key(|(place, _)| place.start);
    for (_, definition) in rest {
        reader.builder.end_all();
        reader.builder.flowing(definition);
    }
    reader.builder.end_all();
}

/// Preprocesses plain text so that Markdown reads it as intended.
fn prepared(text: &str) -> Cow<'_, str> {
    let indent = common_indent(text);
    let has_bullets = text.contains(BULLETS);
    let has_addresses = text.contains("://") && text.contains(['_', '*']);
    let has_stars = stars(text).next().is_some();
    if indent == 0 && !has_bullets && !has_addresses && !has_stars {
        return Cow::Borrowed(text);
    }
    let mut prepared = String::with_capacity(text.len());
    let mut is_code = false;
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            prepared.push('\n');
        }
        let blanks = line.len() - line.trim_start_matches(' ').len();
        let line = &line[blanks.min(indent)..];
        let inner = line.trim_start();
        match inner.strip_prefix(BULLETS) {
            Some(item) if has_bullets => {
                prepared.push_str(&line[..line.len() - inner.len()]);
                prepared.push_str("- ");
                prepared.push_str(item.trim_start());
            }
            _ => {
                is_code ^= inner.starts_with("```") || inner.starts_with("~~~");
                // Inside other constructs, those decide how a URL is read.
                let is_plain = !is_code && !line.starts_with("    ") && !line.contains(['`', '<', '\\']);
                if has_addresses && is_plain && !line.contains("](") && !line.contains("]:") {
                    push_with_addresses(line, &mut prepared);
                } else if has_stars && !is_code && !line.starts_with("    ") {
                    push_with_stars(line, &mut prepared);
                } else {
                    prepared.push_str(line);
                }
            }
        }
    }
    Cow::Owned(prepared)
}

/// Appends a line with `_` and `*` in bare URLs escaped: `https://example.org/_a_`.
fn push_with_addresses(line: &str, prepared: &mut String) {
    let mut from = 0;
    for (place, _) in autolink::addresses(line) {
        push_with_stars(&line[from..place.start], prepared);
        from = place.end;
        for c in line[place].chars() {
            if matches!(c, '_' | '*') {
                prepared.push('\\');
            }
            prepared.push(c);
        }
    }
    push_with_stars(&line[from..], prepared);
}

/// Appends a line with stars inside words escaped (`Aktivist*innen`, `2*3*4`), except in code and tags.
fn push_with_stars(line: &str, prepared: &mut String) {
    let (mut from, mut is_code, mut is_tag) = (0, false, false);
    for place in stars(line) {
        let before = &line[from..place.start];
        for (at, mark) in before.match_indices(['`', '<', '>']) {
            match mark {
                "`" => is_code = !is_code,
                "<" => is_tag = before[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()),
                _ => is_tag = false,
            }
        }
        prepared.push_str(before);
        for star in line[place.clone()].chars() {
            if !is_code && !is_tag {
                prepared.push('\\');
            }
            prepared.push(star);
        }
        from = place.end;
    }
    prepared.push_str(&line[from..]);
}

/// Finds stars inside words: one between letters or digits, two between digits. In scripts without spaces, such as
/// Chinese, these cannot be told from emphasis.
fn stars(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find('*')?;
            let end = start + text[start..].bytes().take_while(|byte| *byte == b'*').count();
            at = end;
            let (before, after) = (text[..start].chars().next_back(), text[end..].chars().next());
            let are = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
            let is_inside = match end - start {
                1 => are(|c| c.is_alphanumeric() && width(c.encode_utf8(&mut [0; 4])) == 1),
                2 => are(|c| c.is_ascii_digit()),
                _ => false,
            };
            if is_inside {
                return Some(start..end);
            }
        }
    })
}

/// Returns the common indentation of all lines, or of all but the first.
fn common_indent(text: &str) -> usize {
    let indents = |skipped: usize| {
        let lines = text.split('\n').skip(skipped).filter(|line| !line.trim().is_empty());
        lines.map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or(0)
    };
    let (of_all, of_rest) = (indents(0), indents(1));
    if of_all == 0 && of_rest >= PASTED { of_rest } else { of_all }
}

struct Reader<'a> {
    text: &'a str,
    builder: &'a mut Builder,
    /// The HTML block being collected.
    html: String,
    /// Labels of the link definitions in use.
    followed: HashSet<String>,
    /// Text to append after the current link.
    closing: Option<&'static str>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, place: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag, place),
            Event::End(tag) => self.close(tag),
            Event::Code(text) => {
                self.builder.open(Style::Code);
                self.builder.text(&text);
                self.builder.close(Style::Code);
            }
            Event::Html(text) => self.html.push_str(&text),
            Event::InlineHtml(tag) if html::is_html_tag(&tag) => {
                html::read(&tag, html::Around::Markdown, self.builder);
            }
            // An unknown tag is plain text.
            Event::Text(text) | Event::InlineHtml(text) => self.builder.text(&text),
            Event::SoftBreak => self.line_end(place.start),
            Event::HardBreak => self.builder.line_end(),
            Event::Rule => self.builder.rule(),
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn line_end(&mut self, at: usize) {
        let (before, after) = self.text.split_at_checked(at).unwrap_or_default();
        let before = before.rsplit('\n').next().unwrap_or_default();
        let mut after = after.splitn(3, '\n');
        after.next();
        self.builder.source_line_end(LineBreak::between(before, after.next().unwrap_or_default()));
    }

    fn open(&mut self, tag: Tag<'_>, place: Range<usize>) {
        let builder = &mut *self.builder;
        match tag {
            Tag::Paragraph => builder.end(),
            Tag::Heading { .. } => {
                let source = self.text.get(place).unwrap_or_default().trim();
                let is_head = source.starts_with('#') || is_head(source);
                builder.begin(if is_head { Kind::Heading } else { Kind::Paragraph });
            }
            Tag::BlockQuote(_) => builder.open_quote(),
            Tag::CodeBlock(kind) => {
                let lines = self.text.get(place).unwrap_or_default().lines();
                let is_prose =
                    kind == CodeBlockKind::Indented && lines.into_iter().any(|line| width(line) > MAX_CODE);
                builder.begin(if is_prose { Kind::Paragraph } else { Kind::Code });
            }
            Tag::List(first) => builder.open_list(first),
            Tag::Item => builder.open_item(),
            Tag::TableHead | Tag::TableRow if !builder.is_at_line_start() => builder.line_end(),
            Tag::TableCell if !builder.is_at_line_start() => builder.text(" | "),
            Tag::Emphasis => builder.open(Style::Emphasis),
            Tag::Strong => builder.open(Style::Strong),
            Tag::Link { link_type, dest_url, id, .. } => {
                if link_type == LinkType::Email {
                    builder.open_link(&format!("mailto:{dest_url}"));
                } else {
                    builder.open_link(&dest_url);
                }
                // `[1]` is a numbered reference: keep the brackets.
                if link_type == LinkType::Shortcut && id.bytes().all(|byte| byte.is_ascii_digit()) {
                    builder.text("[");
                    self.closing = Some("]");
                }
                if !id.is_empty() {
                    self.followed.insert(id.to_lowercase());
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        let builder = &mut *self.builder;
        match tag {
            TagEnd::Heading(_) => {
                let was_head = builder.is_head();
                builder.end_all();
                if !was_head {
                    builder.rule();
                }
            }
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Table => builder.end_all(),
            TagEnd::BlockQuote(_) => builder.close_quote(),
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                if html::is_html_tag(html.trim_start()) {
                    html::read(&html, html::Around::Html, builder);
                } else {
                    builder.end();
                    builder.flowing(&html);
                    builder.end();
                }
            }
            TagEnd::List(_) => builder.close_list(),
            TagEnd::Item => builder.close_item(),
            TagEnd::Emphasis => builder.close(Style::Emphasis),
            TagEnd::Strong => builder.close(Style::Strong),
            TagEnd::Link => {
                if let Some(closing) = self.closing.take() {
                    builder.text(closing);
                }
                builder.close_link();
            }
            _ => {}
        }
    }
}

/// True if the text above a line of `-` or `=` is a heading; otherwise the line is a separator.
fn is_head(source: &str) -> bool {
    source.lines().count() <= 2 && source.lines().next().is_some_and(|line| width(line) <= MAX_HEAD)
}
