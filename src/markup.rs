//! Descriptions in Markdown, HTML or plain text, parsed into [`Markup`].
//!
//! Text with HTML block tags is read as HTML, anything else as Markdown, which includes plain text. The result is a list
//! of blocks whose text is safe to show; `rows` lays them out.

mod address;
mod autolink;
mod builder;
mod html;
mod layout;
mod limits;
mod markdown;
mod plain;
mod soft_breaks;

pub use address::LinkUrl;
pub use layout::{Piece, Row, SpanStyle};
pub use limits::Excess;
pub use plain::plain;

use builder::Builder;

/// A parsed description.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup {
    /// Blocks, from top to bottom.
    pub blocks: Vec<Block>,
    /// Link targets; [`Span::link`] is an index into this list.
    pub links: Vec<LinkUrl>,
}

/// A paragraph, heading, code block or rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The type of the block.
    pub kind: Kind,
    /// Quote nesting depth.
    pub quote: usize,
    /// The list item that contains the block.
    pub item: Option<Item>,
    /// The inline content; newlines are hard line breaks.
    pub spans: Vec<Span>,
}

/// The type of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Running text.
    Paragraph,
    /// A heading.
    Heading,
    /// Preformatted lines.
    Code,
    /// A thematic break.
    Rule,
}

/// A block's position in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// List nesting depth, at least 1.
    pub depth: usize,
    /// The bullet or number.
    pub mark: Mark,
    /// True for the first block of the item.
    pub begins: bool,
}

/// A list item marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A bullet.
    Bullet,
    /// A number.
    Number(u64),
}

/// Text of one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// The style.
    pub style: Style,
    /// Index of its link in [`Markup::links`].
    pub link: Option<usize>,
}

/// An inline style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// No emphasis.
    #[default]
    Plain,
    /// Strong emphasis (bold).
    Strong,
    /// Emphasis (italic).
    Emphasis,
    /// Inline code.
    Code,
}

/// Parses a description in linear time. Text beyond the limits of [`Excess`] is left out and marked with an ellipsis.
///
/// ```
/// use kurultai::markup::read;
/// let text = read("See [the map](https://example.org/map), **now**.");
/// assert_eq!(text.plain(40), ["See the map (https://example.org/map),", "now."]);
/// assert_eq!(read("<p>See <b>that</b></p><p>&amp; this</p>").plain(40), ["See that", "", "& this"]);
/// ```
#[must_use]
pub fn read(text: &str) -> Markup {
    let mut builder = Builder::default();
    let excess = Excess::of(text);
    let text = excess.and_then(|excess| text.get(..excess.at)).unwrap_or(text);
    if html::looks_like_html(text) {
        html::read(text, html::Around::Html, &mut builder);
    } else {
        markdown::read(text, &mut builder);
    }
    if excess.is_some() {
        builder.leave_out(limits::ELLIPSIS);
    }
    builder.finish()
}
