//! [`Renderer`]: turns what the view drew into the few bytes that change the screen.

use std::io;

use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::cursor::{Hide, MoveTo, Show};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};

use super::ansi_writer::AnsiWriter;
use super::scroll::Scroll;
use crate::text::{is_single_width, width};
use crate::tui::Cursor;

/// Remembers what the terminal shows and says which bytes turn it into the next frame.
#[derive(Debug, Default)]
pub(in crate::tui) struct Renderer {
    /// What the terminal shows; `None` when nobody knows.
    shown: Option<Buffer>,
    /// The cursor position between frames; `None` if unknown.
    cursor: Option<Cursor>,
    /// True if the cursor is shown; `None` if unknown.
    is_cursor_shown: Option<bool>,
}

impl Renderer {
    /// Whatever the terminal showed is gone: the next frame clears the screen and draws everything.
    pub(in crate::tui) fn forget(&mut self) {
        self.shown = None;
        self.cursor = None;
        self.is_cursor_shown = None;
    }

    /// True if a row of this frame is what the terminal shows there.
    pub(in crate::tui) fn shows_row(&self, frame: &Buffer, row: u16) -> bool {
        let Some(shown) = self.shown.as_ref().filter(|shown| shown.area == frame.area) else { return false };
        (0..frame.area.width).all(|column| shown.cell((column, row)) == frame.cell((column, row)))
    }

    /// The bytes that make the terminal show `next`, with its cursor where it is wanted; to be written at once. None when it is
    /// so already.
    ///
    /// They are marked as one update, so that the terminal never shows half of it, and leave the cursor's style as
    /// they found it.
    pub(in crate::tui) fn paint(&mut self, next: Buffer, cursor: Option<Cursor>) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        if next.area.is_empty() {
            self.forget();
            return Ok(bytes);
        }
        // Another size means that the terminal has moved things about by rules of its own.
        let shown = self.shown.take().filter(|shown| shown.area == next.area);
        let is_known = shown.is_some();
        let mut shown = shown.unwrap_or_else(|| Buffer::empty(next.area));
        let scroll = Scroll::between(&shown, &next).filter(|_| is_known);
        if let Some(scroll) = &scroll {
            scroll.apply(&mut shown);
        }
        let changes = changes(&shown, &next);
        // Whatever is written moves the cursor.
        let is_drawn = !is_known || scroll.is_some() || !changes.is_empty();
        let wanted = cursor.filter(|_| is_drawn || cursor != self.cursor);
        if is_drawn || wanted.is_some() {
            queue!(bytes, BeginSynchronizedUpdate)?;
            if !is_known {
                queue!(bytes, Clear(ClearType::All))?;
            }
            if let Some(scroll) = scroll {
                scroll.write(&mut bytes);
            }
            bytes.extend(changes);
            if let Some(wanted) = wanted {
                queue!(bytes, MoveTo(wanted.at.x, wanted.at.y))?;
                if self.is_cursor_shown != Some(wanted.is_shown) {
                    if wanted.is_shown {
                        queue!(bytes, Show)?;
                    } else {
                        queue!(bytes, Hide)?;
                    }
                    self.is_cursor_shown = Some(wanted.is_shown);
                }
                self.cursor = Some(wanted);
            }
            queue!(bytes, EndSynchronizedUpdate)?;
        }
        self.shown = Some(next);
        Ok(bytes)
    }
}

/// Writes the cells that differ. A row with signs of which terminals do not agree how wide they are, before or after, is
/// erased and written whole, since nobody knows what such a sign leaves beside itself.
fn changes(shown: &Buffer, next: &Buffer) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut pen = AnsiWriter::new(&mut bytes, next);
    let blank = vec![Cell::EMPTY; usize::from(next.area.width)];
    let width = blank.len();
    let rows =
        (0..next.area.height).zip(shown.content.chunks_exact(width)).zip(next.content.chunks_exact(width));
    for ((y, was), is) in rows.filter(|((_, was), is)| was != is) {
        if was.iter().chain(is).any(|cell| has_ambiguous_width(cell.symbol())) {
            pen.erase(y);
            row(&mut pen, y, &blank, is);
        } else {
            row(&mut pen, y, was, is);
        }
    }
    pen.reset();
    bytes
}

/// Writes the cells of a row that differ.
fn row(pen: &mut AnsiWriter<'_>, y: u16, was: &[Cell], is: &[Cell]) {
    let (mut at, mut x) = (0, 0);
    while let (Some(before), Some(cell)) = (was.get(at), is.get(at)) {
        let columns = columns(cell);
        // Where the first half of a sign is overwritten, terminals put into the second one what they like.
        let is_half = at > 0 && self::columns(&was[at - 1]) > 1 && was[at - 1] != is[at - 1];
        if before != cell || is_half {
            pen.write(x, y);
        }
        at += usize::from(columns);
        x += columns;
    }
}

/// The columns that a cell's sign takes; none is there without one.
fn columns(cell: &Cell) -> u16 {
    let symbol = cell.symbol();
    // Signs of less than three bytes are narrow.
    let is_narrow = symbol.len() < 3 || symbol.chars().all(is_single_width);
    if is_narrow { 1 } else { u16::try_from(width(symbol)).unwrap_or(1).max(1) }
}

/// Signs of our own screens, which take one column everywhere.
const OWN_SIGNS: [char; 10] = ['★', '☆', '●', '○', '✗', '→', '←', '↑', '↓', '✓'];

/// Whether terminals may not agree how wide a sign is: one that is put together of several, as families, flags, accents and
/// the clusters of Indian scripts are, and pictures, which became wide one by one.
fn has_ambiguous_width(symbol: &str) -> bool {
    // Nearly all are letters of one byte.
    if symbol.len() == 1 {
        return false;
    }
    let mut chars = symbol.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => !is_single_width(c) && !is_wide(c) && !OWN_SIGNS.contains(&c),
        _ => true,
    }
}

/// Whether a character of Chinese, Japanese or Korean script takes two columns, which it does everywhere.
fn is_wide(c: char) -> bool {
    matches!(
        c,
        '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{4DBF}' | '\u{4E00}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}'
            | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFD}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    const BEGIN: &str = "\u{1b}[?2026h";
    const END: &str = "\u{1b}[?2026l";
    const CLEAR: &str = "\u{1b}[2J";

    fn paint(painter: &mut Renderer, lines: &[&str]) -> String {
        String::from_utf8(painter.paint(Buffer::with_lines(lines.to_vec()), None).unwrap()).unwrap()
    }

    /// What a terminal of 10 × 2 shows after these bytes.
    fn screen(bytes: &str) -> String {
        let mut parser = vt100::Parser::new(2.try_into().unwrap(), 10.try_into().unwrap(), 0);
        parser.process(bytes.as_bytes());
        parser.screen().contents()
    }

    #[test]
    fn the_first_frame_clears_and_draws_all() {
        let bytes = paint(&mut Renderer::default(), &["one       ", "two       "]);
        assert!(bytes.starts_with(&format!("{BEGIN}{CLEAR}")), "{bytes:?}");
        assert!(bytes.ends_with(END), "{bytes:?}");
        assert_eq!(screen(&bytes), "one\ntwo");
    }

    #[test]
    fn the_same_frame_writes_nothing() {
        let mut painter = Renderer::default();
        paint(&mut painter, &["one"]);
        assert_eq!(paint(&mut painter, &["one"]), "");
    }

    #[test]
    fn a_change_writes_only_what_changed() {
        let mut painter = Renderer::default();
        let first = paint(&mut painter, &["one       ", "two       "]);
        let second = paint(&mut painter, &["one       ", "twi       "]);
        assert!(second.starts_with(BEGIN) && second.ends_with(END), "{second:?}");
        assert!(!second.contains(CLEAR) && !second.contains("one") && !second.contains("tw"), "{second:?}");
        assert_eq!(screen(&(first + &second)), "one\ntwi");
    }

    #[test]
    fn after_forgetting_even_an_empty_frame_clears_the_screen() {
        let mut painter = Renderer::default();
        paint(&mut painter, &["   "]);
        painter.forget();
        assert!(paint(&mut painter, &["   "]).contains(CLEAR));
    }

    #[test]
    fn another_size_is_drawn_anew() {
        let mut painter = Renderer::default();
        paint(&mut painter, &["one"]);
        assert!(paint(&mut painter, &["one "]).contains(CLEAR));
    }

    #[test]
    fn no_cells_no_bytes() {
        let mut painter = Renderer::default();
        for (columns, rows) in [(0, 0), (0, 5), (5, 0)] {
            assert!(painter.paint(Buffer::empty(Rect::new(0, 0, columns, rows)), None).unwrap().is_empty());
        }
    }

    #[test]
    fn wide_characters_come_and_go_without_leftovers() {
        let frames = ["abcdefghij", "日本語defg", "a日本efghi", "👩本ab語gh", "abcdefghij"];
        for from in frames {
            for to in frames {
                let mut painter = Renderer::default();
                let bytes = paint(&mut painter, &[from]) + &paint(&mut painter, &[to]);
                let alone = paint(&mut Renderer::default(), &[to]);
                assert_eq!(screen(&bytes), screen(&alone), "{from} → {to}");
            }
        }
    }

    #[test]
    fn what_stands_behind_a_sign_of_unknown_width_keeps_its_place() {
        let line = "a❤\u{fe0f} b    ";
        let bytes = paint(&mut Renderer::default(), &["          ", line]);
        let again = {
            let mut painter = Renderer::default();
            paint(&mut painter, &["          ", "xxxxxxxxxx"]);
            paint(&mut painter, &["          ", line])
        };
        for bytes in [bytes, again] {
            let place = |text: &str| bytes.rfind(text);
            let sign = place("❤").unwrap();
            assert!(bytes[sign..].contains("\u{1b}[2;"), "{bytes:?}");
            assert!(bytes[sign..].trim_end_matches(END).contains('b'), "{bytes:?}");
        }
    }

    #[test]
    fn rows_with_signs_of_unknown_width_are_drawn_whole() {
        let mut painter = Renderer::default();
        paint(&mut painter, &["a👨\u{200d}👩\u{200d}👧 b", "two       "]);
        let bytes = paint(&mut painter, &["a    b    ", "twi       "]);
        assert!(bytes.contains("\u{1b}[1;1H\u{1b}[2K"), "{bytes:?}");
        assert_eq!(screen(&bytes).lines().next().map(str::trim_end), Some("a    b"));
        assert!(!bytes.contains("tw"), "the other row is as ever: {bytes:?}");
        assert_eq!(paint(&mut painter, &["a    b    ", "twi       "]), "");
    }

    fn placed(painter: &mut Renderer, lines: &[&str], at: (u16, u16), is_shown: bool) -> String {
        let cursor = Cursor { at: at.into(), is_shown };
        String::from_utf8(painter.paint(Buffer::with_lines(lines.to_vec()), Some(cursor)).unwrap()).unwrap()
    }

    #[test]
    fn the_cursor_is_where_it_is_wanted() {
        let mut painter = Renderer::default();
        let first = placed(&mut painter, &["one       ", "two       "], (0, 1), false);
        assert!(first.ends_with(&format!("\u{1b}[2;1H\u{1b}[?25l{END}")), "{first:?}");
        assert_eq!(placed(&mut painter, &["one       ", "two       "], (0, 1), false), "");
        assert_eq!(
            placed(&mut painter, &["one       ", "two       "], (4, 0), true),
            format!("{BEGIN}\u{1b}[1;5H\u{1b}[?25h{END}")
        );
        // What is drawn moves it, so that it must be moved back.
        let drawn = placed(&mut painter, &["one       ", "twi       "], (4, 0), true);
        assert!(drawn.ends_with(&format!("\u{1b}[1;5H{END}")), "{drawn:?}");
        let hidden = placed(&mut painter, &["one       ", "twi       "], (4, 0), false);
        assert_eq!(hidden, format!("{BEGIN}\u{1b}[1;5H\u{1b}[?25l{END}"));
    }

    #[test]
    fn a_row_is_shown_or_it_is_not() {
        let frame = |lines: &[&str]| Buffer::with_lines(lines.to_vec());
        let mut painter = Renderer::default();
        assert!(!painter.shows_row(&frame(&["one"]), 0), "nothing was drawn");
        paint(&mut painter, &["one", "two"]);
        assert!(painter.shows_row(&frame(&["one", "xxx"]), 0));
        assert!(!painter.shows_row(&frame(&["one", "xxx"]), 1));
        assert!(!painter.shows_row(&frame(&["one"]), 0), "another size");
        painter.forget();
        assert!(!painter.shows_row(&frame(&["one", "two"]), 0));
    }
}
