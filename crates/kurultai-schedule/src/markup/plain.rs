//! Plain text output.

use super::{Block, LinkUrl, Markup, Span, Style};
use crate::text::without_scheme;

/// Renders a description as plain text, for formats without markup. Line breaks are kept.
///
/// ```
/// assert_eq!(kurultai_schedule::markup::plain("<p>Maps &amp; <b>water</b></p>"), "Maps & water");
/// ```
#[must_use]
pub fn plain(text: &str) -> String {
    super::read(text).plain(usize::MAX).join("\n")
}

impl Markup {
    /// Lays the text out in lines of at most `columns`. A link is followed by its URL unless its text is the URL.
    #[must_use]
    pub fn plain(&self, columns: usize) -> Vec<String> {
        let blocks = self.blocks.iter().map(|block| self.with_addresses(block)).collect();
        let text = Self { blocks, links: Vec::new() };
        text.rows(columns).iter().map(|row| row.text().trim_end().to_owned()).collect()
    }

    /// Returns the text without URLs and styles, one line per block, for searches.
    ///
    /// ```
    /// let text = kurultai_schedule::markup::read("# Maps\n\n- of [springs](https://example.org)\n- of *winds*");
    /// assert_eq!(text.running(), "Maps\nof springs\nof winds");
    /// ```
    #[must_use]
    pub fn running(&self) -> String {
        let says = |block: &Block| block.spans.iter().map(|span| span.text.as_str()).collect::<String>();
        let lines: Vec<String> = self.blocks.iter().map(|block| says(block).replace('\n', " ")).collect();
        lines.join("\n")
    }

    fn with_addresses(&self, block: &Block) -> Block {
        let mut spans = Vec::with_capacity(block.spans.len());
        // Text of the current link.
        let mut link_text = String::new();
        let mut following = block.spans.iter().map(|span| span.link).skip(1);
        for span in &block.spans {
            spans.push(Span { link: None, ..span.clone() });
            let next = following.next().flatten();
            let Some(link) = span.link else { continue };
            link_text.push_str(&span.text);
            if next == Some(link) {
                continue;
            }
            let link_text = std::mem::take(&mut link_text);
            if let Some(address) = self.links.get(link).filter(|address| !is_url_text(&link_text, address)) {
                spans.push(Span { text: format!(" ({address})"), style: Style::Plain, link: None });
            }
        }
        Block { spans, ..block.clone() }
    }
}

/// True if a link text is its own URL.
fn is_url_text(text: &str, address: &LinkUrl) -> bool {
    let bare = |text: &str| {
        let text = text.trim().trim_end_matches('/').to_lowercase();
        let text = without_scheme(&text);
        text.strip_prefix("www.").unwrap_or(text).to_owned()
    };
    bare(text) == bare(address.as_str())
}
