//! A text in rows of a width: what stands in, where lines break, what goes before items.

use super::{Block, Item, Kind, Mark, Markup, Style};
use crate::text::{lines, width};

/// A row of a text, made of pieces that each look one way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// From left to right.
    pub pieces: Vec<Piece>,
}

/// A part of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// What it is.
    pub look: SpanStyle,
    /// The link that it belongs to.
    pub link: Option<usize>,
}

/// What a piece of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanStyle {
    /// Text of a style.
    Text(Style),
    /// The head of what follows.
    Heading,
    /// What stands before items and quotes, and lines across.
    Mark,
}

impl Row {
    fn and(mut self, text: &str, look: SpanStyle, link: Option<usize>) -> Self {
        if !text.is_empty() {
            self.pieces.push(Piece { text: text.to_owned(), look, link });
        }
        self
    }

    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

impl Markup {
    /// The text in rows of at most so many columns. Paragraphs have air between them, items have none.
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
        // Where half of the room would be gone, nothing stands in; a mark goes where it would leave none for a letter.
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
            let row = Row::default().and(&bars, SpanStyle::Mark, None).and(&blanks, SpanStyle::Mark, None);
            row.and(mark, SpanStyle::Mark, None).and(code, SpanStyle::Mark, None)
        };
        if self.kind == Kind::Rule {
            rows.push(beginning(true).and(&"─".repeat(room.min(24)), SpanStyle::Mark, None));
            return;
        }
        let text: String = self.spans.iter().map(|span| span.text.as_str()).collect();
        let mut spans = self.spans.iter().peekable();
        // Where the span begins in the text.
        let mut start = 0;
        for (n, line) in lines(&text, room).into_iter().enumerate() {
            let mut row = beginning(n == 0);
            while let Some(span) = spans.peek() {
                let end = start + span.text.len();
                let part = line.start.max(start)..line.end.min(end);
                if !part.is_empty() {
                    row = row.and(&text[part], self.look(span.style), span.link);
                }
                // The rest of the span stands in the next lines.
                if end > line.end {
                    break;
                }
                start = end;
                spans.next();
            }
            rows.push(row);
        }
    }

    fn look(&self, style: Style) -> SpanStyle {
        match self.kind {
            Kind::Heading => SpanStyle::Heading,
            Kind::Code => SpanStyle::Text(Style::Code),
            Kind::Paragraph | Kind::Rule => SpanStyle::Text(style),
        }
    }
}

/// The blanks before an item, and its mark.
fn before(item: Item) -> (String, String) {
    let mark = match item.mark {
        Mark::Bullet => "– ".to_owned(),
        Mark::Number(number) => format!("{number}. "),
    };
    ("  ".repeat(item.depth.saturating_sub(1)), mark)
}
