//! Layout of a description in rows: indentation, wrapping, list markers.

use super::{Block, Item, Kind, Mark, Markup, Style};
use crate::text::{lines, width};

/// A laid-out line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// From left to right.
    pub pieces: Vec<Piece>,
}

/// A part of a row in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// The style.
    pub style: SpanStyle,
    /// Index of its link in [`Markup::links`].
    pub link: Option<usize>,
}

/// The style of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanStyle {
    /// Inline text.
    Text(Style),
    /// A heading.
    Heading,
    /// List and quote markers, and rules.
    Mark,
}

impl Row {
    fn with_piece(mut self, text: &str, look: SpanStyle, link: Option<usize>) -> Self {
        if !text.is_empty() {
            self.pieces.push(Piece { text: text.to_owned(), style: look, link });
        }
        self
    }

    /// Returns the text of the row.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

impl Markup {
    /// Lays the text out in rows of at most `columns`. Empty rows separate paragraphs, but not list items.
    #[must_use]
    pub fn rows(&self, columns: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut last: Option<&Block> = None;
        for block in &self.blocks {
            if last.is_some_and(|last| has_air_between(last, block)) {
                rows.push(Row::default());
            }
            block.add_rows(columns, &mut rows);
            last = Some(block);
        }
        rows
    }
}

fn has_air_between(before: &Block, block: &Block) -> bool {
    let is_next_item = before.item.is_some() && block.item.is_some_and(|item| item.begins);
    !is_next_item && before.kind != Kind::Heading
}

impl Block {
    fn add_rows(&self, columns: usize, rows: &mut Vec<Row>) {
        let bars = "│ ".repeat(self.quote);
        let (blanks, mark) = self.item.map_or((String::new(), String::new()), before);
        let mut code = if self.kind == Kind::Code { "  " } else { "" };
        let mut before = [bars, blanks, mark];
        // No indentation if it would take half of the width, and no marker if it would leave no space for a character.
        if before.iter().map(|text| width(text)).sum::<usize>() + code.len() > columns / 2 {
            let mark = std::mem::take(&mut before[2]);
            let has_room = width(&mark) + 2 <= columns;
            before = [String::new(), String::new(), if has_room { mark } else { String::new() }];
            code = "";
        }
        let [bars, blanks, mark] = before;
        let hang = " ".repeat(width(&mark));
        let begins = self.item.is_some_and(|item| item.begins);
        let room = columns.saturating_sub(width(&bars) + width(&blanks) + hang.len() + code.len());
        let beginning = |is_first: bool| {
            let mark = if is_first && begins { &mark } else { &hang };
            let row = Row::default().with_piece(&bars, SpanStyle::Mark, None).with_piece(
                &blanks,
                SpanStyle::Mark,
                None,
            );
            row.with_piece(mark, SpanStyle::Mark, None).with_piece(code, SpanStyle::Mark, None)
        };
        if self.kind == Kind::Rule {
            rows.push(beginning(true).with_piece(&"─".repeat(room.min(24)), SpanStyle::Mark, None));
            return;
        }
        let text: String = self.spans.iter().map(|span| span.text.as_str()).collect();
        let mut spans = self.spans.iter().peekable();
        // Offset of the current span in the text.
        let mut start = 0;
        for (n, line) in lines(&text, room).into_iter().enumerate() {
            let mut row = beginning(n == 0);
            while let Some(span) = spans.peek() {
                let end = start + span.text.len();
                let part = line.start.max(start)..line.end.min(end);
                if !part.is_empty() {
                    row = row.with_piece(&text[part], self.span_style(span.style), span.link);
                }
                // The span continues in the next line.
                if end > line.end {
                    break;
                }
                start = end;
                spans.next();
            }
            rows.push(row);
        }
    }

    fn span_style(&self, style: Style) -> SpanStyle {
        match self.kind {
            Kind::Heading => SpanStyle::Heading,
            Kind::Code => SpanStyle::Text(Style::Code),
            Kind::Paragraph | Kind::Rule => SpanStyle::Text(style),
        }
    }
}

/// Returns the indentation of an item and its marker.
fn before(item: Item) -> (String, String) {
    let mark = match item.mark {
        Mark::Bullet => "– ".to_owned(),
        Mark::Number(number) => format!("{number}. "),
    };
    ("  ".repeat(item.depth.saturating_sub(1)), mark)
}
