//! [`Markup`]: a parsed description.

use super::LinkUrl;

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
