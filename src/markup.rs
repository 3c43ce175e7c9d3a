//! Descriptions as people write them for programs: Markdown, HTML or neither, read into [`Markup`].
//!
//! A text comes as its file has it. What it is made of decides how it is read: one that is marked up by HTML's tags for
//! paragraphs, lists and headings is HTML, any other is Markdown, in which plain text mostly means itself. Whatever
//! comes out is text that is safe to show, in blocks; `rows` sets it in lines of a width.

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

/// A text with what its marks mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup {
    /// The parts that stand one below the other.
    pub blocks: Vec<Block>,
    /// Where its links lead, by the numbers that spans have.
    pub links: Vec<LinkUrl>,
}

/// A part of a text that begins on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// In so many quotes it stands.
    pub quote: usize,
    /// Its place in a list.
    pub item: Option<Item>,
    /// What it says; newlines in it are line ends that were meant.
    pub spans: Vec<Span>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Running text.
    Paragraph,
    /// The head of what follows.
    Heading,
    /// Lines that stand as they are.
    Code,
    /// A line across; it says nothing.
    Rule,
}

/// The place of a block in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// In so many lists it stands, at least 1.
    pub depth: usize,
    /// What stands before the item.
    pub mark: Mark,
    /// Whether the item begins here; else the block goes on with it.
    pub begins: bool,
}

/// What stands before an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The same for all.
    Bullet,
    /// Its number.
    Number(u64),
}

/// Text of one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it says.
    pub text: String,
    /// How it is said.
    pub style: Style,
    /// The link that it belongs to.
    pub link: Option<usize>,
}

/// How something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// As everything else.
    #[default]
    Plain,
    /// Loudly.
    Strong,
    /// With stress.
    Emphasis,
    /// Letter by letter, as a computer takes it.
    Code,
}

/// Reads a text in whatever it is written. It takes time in proportion to the text, whatever that holds. Of a text with more parts
/// than [`Excess`] allows the rest is left out, and a mark says so.
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
