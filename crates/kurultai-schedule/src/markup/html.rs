//! HTML, read as a flat stream of tags and text, so nesting costs nothing. Unknown tags are ignored; scripts, styles and
//! forms are dropped.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::builder::Builder;
use super::{Kind, Style};

/// Block tags, which identify HTML.
const BLOCKS: [&str; 18] = [
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "tr",
    "td",
    "blockquote",
    "pre",
    "dl",
    "section",
];
/// Inline tags, which also occur in Markdown and plain text.
const INLINE: [&str; 51] = [
    "a", "abbr", "acronym", "article", "aside", "b", "big", "body", "br", "button", "center", "cite", "code",
    "dd", "del", "details", "dfn", "dt", "em", "figure", "font", "footer", "head", "header", "hr", "html",
    "i", "iframe", "img", "ins", "kbd", "main", "mark", "menu", "nav", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "summary", "sup", "tbody", "th", "thead", "tt", "u", "var",
];
/// Elements whose content is hidden.
const HIDDEN: [&str; 12] = [
    "script", "style", "title", "head", "template", "noscript", "svg", "math", "object", "select",
    "textarea", "iframe",
];

/// The context of a piece of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// A whole HTML text.
    Html,
    /// A line of Markdown.
    Markdown,
}

/// True if a text starts with a block tag, or contains one and no Markdown.
pub(super) fn looks_like_html(text: &str) -> bool {
    let is_block = |at: usize| tag_name(&text[at..]).is_some_and(|name| is_in(&BLOCKS, name));
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with('<') && is_block(start) {
        return true;
    }
    let has_blocks = text.match_indices('<').any(|(at, _)| is_block(at));
    has_blocks && !looks_like_markdown(text)
}

fn looks_like_markdown(text: &str) -> bool {
    let is_marked = |line: &str| {
        let line = line.trim_start();
        ["# ", "## ", "### ", "- ", "* ", "```", "> "].iter().any(|mark| line.starts_with(mark))
    };
    text.contains("](http") || text.contains("**") || text.lines().any(is_marked)
}

/// Returns the name of the tag at the start of a text.
fn tag_name(text: &str) -> Option<&str> {
    let name = text.strip_prefix('<')?;
    let name = name.strip_prefix('/').unwrap_or(name);
    let end = name.bytes().take(12).position(|byte| !byte.is_ascii_alphanumeric())?;
    (end > 0 && matches!(name.as_bytes()[end], b' ' | b'>' | b'/' | b'\n' | b'\t')).then(|| &name[..end])
}

fn is_in(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// True for a known tag or a comment; other `<name>` is plain text.
pub(super) fn is_html_tag(tag: &str) -> bool {
    let is_name = |name| is_in(&BLOCKS, name) || is_in(&INLINE, name) || is_in(&HIDDEN, name);
    tag.starts_with("<!") || tag_name(tag).is_some_and(is_name)
}

/// Reads HTML into the builder.
pub(super) fn read(text: &str, around: Around, builder: &mut Builder) {
    let mut reader = Reader { around, builder, tag: Tag::default() };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
        reader.take(&event);
        None
    });
    // Without this, the text of a script would be tokenized as tags.
    emitter.naively_switch_states(true);
    let mut tokens = Tokenizer::new_with_emitter(text, emitter);
    while tokens.next().is_some() {}
}

struct Reader<'a> {
    around: Around,
    builder: &'a mut Builder,
    tag: Tag,
}

#[derive(Default)]
struct Tag {
    name: String,
    attribute: String,
    href: Option<String>,
    alt: Option<String>,
    start: Option<u64>,
}

impl Reader<'_> {
    fn take(&mut self, event: &CallbackEvent<'_>) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag { name: text(name), ..Tag::default() };
            }
            CallbackEvent::AttributeName { name } => self.tag.attribute = text(name),
            CallbackEvent::AttributeValue { value } => match self.tag.attribute.as_str() {
                "href" => self.tag.href = Some(text(value)),
                "alt" => self.tag.alt = Some(text(value)),
                "start" => self.tag.start = text(value).parse().ok(),
                _ => {}
            },
            CallbackEvent::CloseStartTag { self_closing } => self.start(*self_closing),
            CallbackEvent::EndTag { name } => self.close(&text(name)),
            CallbackEvent::String { value } => self.text(&text(value)),
            _ => {}
        }
    }

    fn start(&mut self, is_closed: bool) {
        let name = std::mem::take(&mut self.tag.name);
        if self.builder.is_hidden(Some(&name).filter(|_| !is_closed).map(String::as_str), None) {
            return;
        }
        if is_in(&HIDDEN, &name) && !is_closed {
            self.builder.hide(name);
        } else {
            self.open(&name);
        }
    }

    fn open(&mut self, name: &str) {
        let builder = &mut *self.builder;
        // Preformatted text ignores inline tags.
        if builder.is_code_block() && name != "br" {
            return;
        }
        match name {
            "p" | "div" | "section" | "article" | "center" | "header" | "footer" | "figure" | "table"
            | "dd" | "details" | "summary" => {
                builder.end_all();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                builder.end_all();
                builder.begin(Kind::Heading);
            }
            "dt" => {
                builder.end_all();
                builder.open(Style::Strong);
            }
            "ul" | "menu" => builder.open_list(None),
            "ol" => builder.open_list(Some(self.tag.start.unwrap_or(1))),
            "li" => builder.open_item(),
            "blockquote" => builder.open_quote(),
            "pre" | "listing" | "xmp" => builder.begin(Kind::Code),
            "hr" => builder.rule(),
            "br" => builder.line_end(),
            "tr" if !builder.is_at_line_start() => builder.line_end(),
            "td" | "th" if !builder.is_at_line_start() => builder.text(" | "),
            "b" | "strong" => builder.open(Style::Strong),
            "i" | "em" | "cite" | "dfn" | "var" => builder.open(Style::Emphasis),
            "code" | "tt" | "kbd" | "samp" => builder.open(Style::Code),
            "s" | "strike" | "del" => builder.text("~~"),
            "q" => builder.text("“"),
            "a" => {
                if let Some(url) = self.tag.href.take() {
                    builder.open_link(&url);
                }
            }
            "img" => {
                if let Some(alt) = self.tag.alt.take() {
                    builder.flowing(&alt);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.builder.is_hidden(None, Some(name)) {
            return;
        }
        let builder = &mut *self.builder;
        if builder.is_code_block() && !matches!(name, "pre" | "listing" | "xmp") {
            return;
        }
        match name {
            "p" | "div" | "section" | "article" | "center" | "header" | "footer" | "figure" | "table"
            | "dd" | "dt" | "summary" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "listing"
            | "xmp" => builder.end_all(),
            "ul" | "ol" | "menu" => builder.close_list(),
            "li" => builder.close_item(),
            "blockquote" => builder.close_quote(),
            "b" | "strong" => builder.close(Style::Strong),
            "i" | "em" | "cite" | "dfn" | "var" => builder.close(Style::Emphasis),
            "code" | "tt" | "kbd" | "samp" => builder.close(Style::Code),
            "s" | "strike" | "del" => builder.text("~~"),
            "q" => builder.text("”"),
            "a" => builder.close_link(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.builder.is_code_block() {
            self.builder.text(text);
            return;
        }
        if self.around == Around::Markdown {
            self.builder.flowing(text);
            return;
        }
        // Plain text with a few tags separates paragraphs with empty lines.
        let lines: Vec<&str> = text.split('\n').collect();
        for (n, line) in lines.iter().enumerate() {
            if n > 0 && n + 1 < lines.len() && line.trim().is_empty() {
                self.builder.end();
                continue;
            }
            if n > 0 {
                self.builder.flowing("\n");
            }
            self.builder.flowing(line);
        }
    }
}
