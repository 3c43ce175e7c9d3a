//! Descriptions in Markdown, HTML or plain text, parsed into [`Markup`].
//!
//! Text with HTML block tags is read as HTML, anything else as Markdown, which includes plain text. The result is a list
//! of blocks whose text is safe to show; `rows` lays them out.

mod address;
mod autolink;
mod builder;
mod document;
mod html;
mod layout;
mod limits;
mod markdown;
mod plain;
mod soft_breaks;

pub use address::LinkUrl;
pub use document::{Block, Item, Kind, Mark, Markup, Span, Style};
pub use layout::{Piece, Row, SpanStyle};
pub use limits::excess;
pub use plain::plain;

use builder::Builder;

/// Parses a description in linear time. Text beyond the limits of [`excess`] is omitted and replaced by an
/// ellipsis.
///
/// ```
/// use kurultai_schedule::markup::read;
/// let text = read("See [the map](https://example.org/map), **now**.");
/// assert_eq!(text.plain(40), ["See the map (https://example.org/map),", "now."]);
/// assert_eq!(read("<p>See <b>that</b></p><p>&amp; this</p>").plain(40), ["See that", "", "& this"]);
/// ```
#[must_use]
pub fn read(text: &str) -> Markup {
    let mut builder = Builder::default();
    let excess = excess(text);
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
