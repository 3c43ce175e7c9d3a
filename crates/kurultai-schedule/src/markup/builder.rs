//! [`Builder`]: assembles blocks from Markdown and HTML events.

use super::soft_breaks::{LineBreak, hard_breaks};
use super::{Block, Item, Kind, LinkUrl, Mark, Markup, Span, Style, autolink};
use crate::text::SafeText;

/// Maximum nesting depth shown for lists and quotes.
const DEEPEST: usize = 16;
/// Replacement for a tab in code.
const TAB: &str = "    ";

/// Builds a [`Markup`] from start and end events, which need not be balanced: hand-written HTML often is not.
#[derive(Debug, Default)]
pub(super) struct Builder {
    markup: Markup,
    /// Type of the open block.
    kind: Option<Kind>,
    spans: Vec<Span>,
    breaks: Vec<(Place, LineBreak)>,
    /// The open lists, each with the next item number if it is numbered.
    lists: Vec<Option<u64>>,
    /// The open item, until its list continues or ends.
    item: Option<Item>,
    quotes: usize,
    strong: usize,
    emphasis: usize,
    code: usize,
    link: Option<usize>,
    /// Name and nesting depth of the element whose content is hidden.
    hidden: Option<(String, usize)>,
}

/// A byte position in a span.
#[derive(Debug, Clone, Copy)]
struct Place {
    span: usize,
    byte: usize,
}

impl Builder {
    /// Ends the open block and begins another.
    pub(super) fn begin(&mut self, kind: Kind) {
        self.end();
        self.kind = Some(kind);
    }

    /// Ends the open block.
    pub(super) fn end(&mut self) {
        let kind = self.kind.take().unwrap_or(Kind::Paragraph);
        let mut spans = std::mem::take(&mut self.spans);
        let breaks = std::mem::take(&mut self.breaks);
        join_lines(&mut spans, &breaks);
        let spans = tidy(spans, kind);
        if kind != Kind::Rule && !spans.iter().any(|span| span.text.contains(|c: char| !c.is_whitespace())) {
            return;
        }
        let spans = if kind == Kind::Code { spans } else { self.with_bare_links(spans) };
        let item = self.item;
        if let Some(item) = &mut self.item {
            item.begins = false;
        }
        self.markup.blocks.push(Block { kind, quote: self.quotes.min(DEEPEST), item, spans });
    }

    /// Hides everything until the element with this name is closed.
    pub(super) fn hide(&mut self, name: String) {
        self.hidden = Some((name, 1));
    }

    /// True inside a hidden element. Counts nested elements with the same name.
    pub(super) fn is_hidden(&mut self, begins: Option<&str>, ends: Option<&str>) -> bool {
        let Some((name, depth)) = &mut self.hidden else { return false };
        *depth += usize::from(begins == Some(name));
        *depth -= usize::from(ends == Some(name));
        if *depth == 0 {
            self.hidden = None;
        }
        true
    }

    /// Ends the block and all open styles in it.
    pub(super) fn end_all(&mut self) {
        self.end();
        (self.strong, self.emphasis, self.code, self.link, self.hidden) = (0, 0, 0, None, None);
    }

    /// Ends everything that is open and appends a paragraph with an ellipsis.
    pub(super) fn leave_out(&mut self, mark: &str) {
        self.end_all();
        (self.item, self.quotes) = (None, 0);
        self.lists.clear();
        self.begin(Kind::Paragraph);
        self.text(mark);
        self.end();
    }

    pub(super) fn finish(mut self) -> Markup {
        self.end();
        self.markup
    }

    pub(super) fn rule(&mut self) {
        self.begin(Kind::Rule);
        self.end();
    }

    pub(super) fn is_code_block(&self) -> bool {
        self.kind == Some(Kind::Code)
    }

    pub(super) fn is_head(&self) -> bool {
        self.kind == Some(Kind::Heading)
    }

    /// True if the current line is empty.
    pub(super) fn is_at_line_start(&self) -> bool {
        self.spans.last().is_none_or(|span| span.text.ends_with('\n'))
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        let style = match (self.code, self.strong, self.emphasis) {
            (0, 0, 0) => Style::Plain,
            (0, 0, _) => Style::Emphasis,
            (0, _, _) => Style::Strong,
            _ => Style::Code,
        };
        let link = self.link;
        match self.spans.last_mut() {
            Some(last) if last.style == style && last.link == link => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => self.spans.push(Span { text: text.to_owned(), style, link }),
        }
    }

    /// Appends text with white space collapsed, as in HTML.
    pub(super) fn flowing(&mut self, text: &str) {
        let is_blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        if text.starts_with(is_blank) {
            self.blank();
        }
        for (n, word) in text.split(is_blank).filter(|word| !word.is_empty()).enumerate() {
            if n > 0 {
                self.text(" ");
            }
            self.text(word);
        }
        if text.ends_with(is_blank) {
            self.blank();
        }
    }

    fn blank(&mut self) {
        if self.spans.last().is_some_and(|span| !span.text.ends_with([' ', '\n'])) {
            self.text(" ");
        }
    }

    /// Appends a hard line break; two in a row end the paragraph.
    pub(super) fn line_end(&mut self) {
        let is_second = self.is_at_line_start() && !self.spans.is_empty();
        if is_second && !self.is_code_block() {
            self.end();
        } else if !self.spans.is_empty() {
            self.text("\n");
        }
    }

    /// Appends a Markdown soft break. The end of the paragraph decides if it is kept.
    pub(super) fn source_line_end(&mut self, found: LineBreak) {
        if self.hidden.is_some() {
            return;
        }
        self.text("\n");
        let Some(span) = self.spans.len().checked_sub(1) else { return };
        let text = &self.spans[span].text;
        if text.ends_with('\n') {
            self.breaks.push((Place { span, byte: text.len() - 1 }, found));
        }
    }

    pub(super) fn open_list(&mut self, first: Option<u64>) {
        self.end();
        self.lists.push(first);
        self.item = None;
    }

    pub(super) fn close_list(&mut self) {
        self.end();
        self.lists.pop();
        // The rest of the outer item continues it.
        self.item = match self.lists.last() {
            None => None,
            Some(outer) => {
                let mark = outer.map_or(Mark::Bullet, |next| Mark::Number(next.saturating_sub(1)));
                Some(Item { depth: self.depth(), mark, begins: false })
            }
        };
    }

    pub(super) fn open_item(&mut self) {
        self.end_all();
        let mark = match self.lists.last_mut() {
            Some(Some(next)) => {
                let number = *next;
                *next = next.saturating_add(1);
                Mark::Number(number)
            }
            _ => Mark::Bullet,
        };
        self.item = Some(Item { depth: self.depth(), mark, begins: true });
    }

    pub(super) fn close_item(&mut self) {
        self.end_all();
        self.item = None;
    }

    fn depth(&self) -> usize {
        self.lists.len().clamp(1, DEEPEST)
    }

    pub(super) fn open_quote(&mut self) {
        self.end();
        self.quotes += 1;
    }

    pub(super) fn close_quote(&mut self) {
        self.end();
        self.quotes = self.quotes.saturating_sub(1);
    }

    pub(super) fn open(&mut self, style: Style) {
        if let Some(count) = self.count(style) {
            *count += 1;
        }
    }

    pub(super) fn close(&mut self, style: Style) {
        if let Some(count) = self.count(style) {
            *count = count.saturating_sub(1);
        }
    }

    fn count(&mut self, style: Style) -> Option<&mut usize> {
        match style {
            Style::Plain => None,
            Style::Strong => Some(&mut self.strong),
            Style::Emphasis => Some(&mut self.emphasis),
            Style::Code => Some(&mut self.code),
        }
    }

    /// Begins a link if its target is safe to open.
    pub(super) fn open_link(&mut self, url: &str) {
        self.link = LinkUrl::read(url).map(|address| self.add_link(address));
    }

    pub(super) fn close_link(&mut self) {
        self.link = None;
    }

    fn add_link(&mut self, address: LinkUrl) -> usize {
        self.markup.links.push(address);
        self.markup.links.len() - 1
    }

    /// Turns bare URLs in the spans into links.
    fn with_bare_links(&mut self, spans: Vec<Span>) -> Vec<Span> {
        let mut linked = Vec::with_capacity(spans.len());
        for span in spans {
            let found = if span.link.is_none() { autolink::addresses(&span.text) } else { Vec::new() };
            let mut from = 0;
            for (place, address) in found {
                let link = Some(self.add_link(address));
                if from < place.start {
                    linked.push(Span { text: span.text[from..place.start].to_owned(), ..span.clone() });
                }
                from = place.end;
                linked.push(Span { text: span.text[place].to_owned(), style: span.style, link });
            }
            if from == 0 {
                linked.push(span);
            } else if from < span.text.len() {
                linked.push(Span { text: span.text[from..].to_owned(), style: span.style, link: None });
            }
        }
        linked
    }
}

/// Replaces soft breaks with spaces.
fn join_lines(spans: &mut [Span], breaks: &[(Place, LineBreak)]) {
    let found: Vec<LineBreak> = breaks.iter().map(|(_, found)| *found).collect();
    let mut joined = hard_breaks(&found)
        .into_iter()
        .zip(breaks)
        .filter(|(is_meant, _)| !is_meant)
        .map(|(_, (place, _))| *place)
        .peekable();
    for (at, span) in spans.iter_mut().enumerate() {
        if joined.peek().is_none_or(|place| place.span != at) {
            continue;
        }
        let mut text = String::with_capacity(span.text.len());
        let mut from = 0;
        while let Some(place) = joined.next_if(|place| place.span == at) {
            text.push_str(span.text[from..place.byte].trim_end_matches(' '));
            text.push(' ');
            from = place.byte + 1;
        }
        text.push_str(&span.text[from..]);
        span.text = text;
    }
}

/// Sanitizes the spans and trims the block and the lines in it.
fn tidy(mut spans: Vec<Span>, kind: Kind) -> Vec<Span> {
    for span in &mut spans {
        let text = SafeText::verbatim(&span.text);
        span.text = text.replace('\t', if kind == Kind::Code { TAB } else { " " });
    }
    if kind != Kind::Code {
        let mut is_line_start = true;
        for span in &mut spans {
            let mut text = String::with_capacity(span.text.len());
            for (n, line) in span.text.split('\n').enumerate() {
                if n > 0 {
                    text.truncate(text.trim_end_matches(' ').len());
                    text.push('\n');
                    is_line_start = true;
                }
                let line = if is_line_start { line.trim_start_matches(' ') } else { line };
                is_line_start &= line.is_empty();
                text.push_str(line);
            }
            span.text = text;
        }
    }
    if let Some(first) = spans.first_mut().filter(|_| kind == Kind::Code) {
        first.text.drain(..first.text.len() - first.text.trim_start_matches('\n').len());
    }
    while let Some(last) = spans.last_mut() {
        let end = last.text.trim_end_matches([' ', '\n']).len();
        last.text.truncate(end);
        if end > 0 {
            break;
        }
        spans.pop();
    }
    spans.retain(|span| !span.text.is_empty());
    spans
}
