//! [`Screen`]: draws frames on the terminal in as few bytes as possible.

use std::io::{self, Write};
use std::mem;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::crossterm::cursor::{Hide, MoveTo, Show};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{self, BeginSynchronizedUpdate, Clear, EndSynchronizedUpdate};
use ratatui::layout::{Position, Rect};

use super::ansi_writer::{AnsiWriter, is_plain_space};
use super::scroll::Scroll;
use kurultai_schedule::text::is_single_width;

/// Draws frames on a terminal. Writes each in one call, marked as one update, in as few bytes as possible.
///
/// The size is that of the last [`resize`](Self::resize), after which everything is redrawn.
#[derive(Debug)]
pub struct Screen<W> {
    writer: W,
    /// The frame being drawn.
    next: Buffer,
    /// The frame that the terminal displays.
    shown: Buffer,
    /// False if the contents of the terminal are unknown, so that it must be cleared.
    is_known: bool,
    /// The position of the terminal's cursor; `None` if unknown.
    cursor: Option<Position>,
    /// True if the terminal's cursor is visible; `None` if unknown.
    shows_cursor: Option<bool>,
}

/// The position of the terminal's cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The cell of the cursor.
    pub at: Position,
    /// True while the user types.
    pub is_shown: bool,
}

impl<W: Write> Screen<W> {
    /// Creates a screen without cells.
    pub fn new(writer: W) -> Self {
        Self {
            writer,
            next: Buffer::default(),
            shown: Buffer::default(),
            is_known: false,
            cursor: None,
            shows_cursor: None,
        }
    }

    /// Sets the size in columns and rows. The next frame clears the screen and draws everything.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let area = Rect::new(0, 0, columns, rows);
        self.next.resize(area);
        self.shown.resize(area);
        self.is_known = false;
        (self.cursor, self.shows_cursor) = (None, None);
    }

    /// Returns the writer.
    pub fn writer(&self) -> &W {
        &self.writer
    }

    /// Draws a frame, which `render` fills, and moves the cursor; `None` hides it at any position. Writes nothing if the
    /// terminal already shows the frame.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn draw(&mut self, cursor: Option<Cursor>, render: impl FnOnce(&mut Buffer)) -> io::Result<()> {
        self.render(render);
        if self.next.area.is_empty() {
            return Ok(());
        }
        let mut bytes = Vec::new();
        queue!(bytes, BeginSynchronizedUpdate)?;
        let begin = bytes.len();
        self.write_frame(&mut bytes)?;
        // All output moves the cursor.
        if bytes.len() > begin {
            self.cursor = None;
        }
        self.write_cursor(cursor, &mut bytes)?;
        if bytes.len() == begin {
            return Ok(());
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        self.writer.write_all(&bytes)?;
        self.writer.flush()
    }

    /// True if the terminal already displays a row of the frame that `render` fills.
    pub(in crate::tui) fn shows_row(&mut self, row: u16, render: impl FnOnce(&mut Buffer)) -> bool {
        self.render(render);
        // Once a frame is known, it has columns.
        self.is_known && {
            let row = usize::from(row);
            let pair = rows(&self.shown).nth(row).zip(rows(&self.next).nth(row));
            pair.is_some_and(|(old, new)| is_same_row(old, new))
        }
    }

    fn render(&mut self, render: impl FnOnce(&mut Buffer)) {
        self.next.reset();
        render(&mut self.next);
    }

    /// Writes the changes from the displayed frame to the next one.
    fn write_frame(&mut self, bytes: &mut Vec<u8>) -> io::Result<()> {
        let mut changed_rows = if self.is_known {
            rows(&self.shown).zip(rows(&self.next)).map(|(old, new)| !is_same_row(old, new)).collect()
        } else {
            queue!(bytes, Clear(terminal::ClearType::All))?;
            self.shown.reset();
            vec![true; self.next.area.height.into()]
        };
        if self.is_known
            && let Some(scroll) = Scroll::between(&self.shown, &self.next, &changed_rows)
        {
            scroll.apply(&mut self.shown);
            scroll.mark(&mut changed_rows);
            scroll.write(bytes);
        }
        write_changes(&mut self.shown, &self.next, &changed_rows, bytes);
        mem::swap(&mut self.shown, &mut self.next);
        self.is_known = true;
        Ok(())
    }

    /// Moves the cursor, and shows or hides it.
    fn write_cursor(&mut self, wanted: Option<Cursor>, bytes: &mut Vec<u8>) -> io::Result<()> {
        let (position, is_shown) =
            (wanted.map(|cursor| cursor.at), wanted.is_some_and(|cursor| cursor.is_shown));
        if let Some(Position { x, y }) = position
            && self.cursor != position
        {
            queue!(bytes, MoveTo(x, y))?;
        }
        if self.shows_cursor != Some(is_shown) {
            if is_shown {
                queue!(bytes, Show)?;
            } else {
                queue!(bytes, Hide)?;
            }
        }
        (self.cursor, self.shows_cursor) = (position, Some(is_shown));
        Ok(())
    }
}

/// Returns the rows of a frame, which has columns.
fn rows(frame: &Buffer) -> impl Iterator<Item = &[Cell]> {
    frame.content.chunks_exact(frame.area.width.into())
}

/// True if two rows have the same cells.
fn is_same_row(old: &[Cell], new: &[Cell]) -> bool {
    old.iter().zip(new).all(|(old, new)| is_same(old, new))
}

/// True if two cells have the same symbol and style. Unlike `==`, it ignores notes to ratatui's own comparison of
/// frames, and takes a fast path for symbols of one byte.
fn is_same(old: &Cell, new: &Cell) -> bool {
    let is_same_symbol = match (old.symbol().as_bytes(), new.symbol().as_bytes()) {
        ([old], [new]) => old == new,
        (old, new) => old == new,
    };
    is_same_symbol && old.modifier == new.modifier && old.fg == new.fg && old.bg == new.bg
}

/// Writes the cells of `next` that differ from `shown`.
///
/// Erases and rewrites a whole row if it has or had symbols of ambiguous width, because the cells beside such
/// a symbol are unknown.
fn write_changes(shown: &mut Buffer, next: &Buffer, changed_rows: &[bool], bytes: &mut Vec<u8>) {
    let mut writer = AnsiWriter::new(bytes, next);
    let width = usize::from(next.area.width);
    let rows = shown.content.chunks_exact_mut(width).zip(next.content.chunks_exact(width));
    let changed = (0..).zip(rows).zip(changed_rows).filter(|(_, is_changed)| **is_changed);
    for ((y, (old, new)), _) in changed {
        if is_same_row(old, new) {
            continue;
        }
        if old.iter().chain(new).any(|cell| has_ambiguous_width(cell.symbol())) {
            writer.erase(y);
            old.fill(Cell::EMPTY);
        }
        write_row(&mut writer, y, old, new);
    }
    writer.reset();
}

/// Writes the cells of a row that differ.
fn write_row(writer: &mut AnsiWriter<'_>, y: u16, old: &[Cell], new: &[Cell]) {
    let mut x = 0;
    while let (Some(before), Some(cell)) = (old.get(usize::from(x)), new.get(usize::from(x))) {
        // Terminals differ in how they change the second half of a wide symbol when the first half is
        // overwritten.
        let is_second_half = x > 0 && {
            let left = usize::from(x) - 1;
            columns(&old[left]) > 1 && !is_same(&old[left], &new[left])
        };
        let mut width = columns(cell);
        if is_second_half || !looks_same(before, cell) {
            let blank = blank_columns(&old[usize::from(x)..], &new[usize::from(x)..]);
            if writer.try_blank(x, y, blank.columns, blank.reaches_end) {
                width = blank.columns;
            } else {
                writer.write(x, y);
            }
        }
        x += width;
    }
}

/// True if no difference between two cells is visible.
fn looks_same(old: &Cell, new: &Cell) -> bool {
    is_same(old, new) || is_plain_space(old) && is_plain_space(new) && old.bg == new.bg
}

/// The blanks at the start of some cells.
#[derive(Debug, Clone, Copy, Default)]
struct Blank {
    /// The columns up to the last one that differs.
    columns: u16,
    /// True if all cells to the end of the row are blank.
    reaches_end: bool,
}

fn blank_columns(old: &[Cell], new: &[Cell]) -> Blank {
    let mut blank = Blank::default();
    let mut is_second_half = false;
    for ((old, new), column) in old.iter().zip(new).zip(1..) {
        if !is_plain_space(new) || new.bg != Cell::EMPTY.bg {
            return blank;
        }
        if is_second_half || !looks_same(old, new) {
            blank.columns = column;
        }
        is_second_half = columns(old) > 1;
    }
    blank.reaches_end = true;
    blank
}

/// Returns the number of columns that the symbol of a cell covers.
fn columns(cell: &Cell) -> u16 {
    let symbol = cell.symbol();
    // Symbols of fewer than three bytes are narrow.
    let is_narrow = symbol.len() < 3 || symbol.chars().all(is_single_width);
    if is_narrow { 1 } else { symbol.cell_width().max(1) }
}

/// Symbols used by this app, which are one column wide everywhere.
const OWN_SYMBOLS: [char; 10] = ['★', '☆', '●', '○', '✗', '→', '←', '↑', '↓', '✓'];

/// True if terminals disagree about the width of a symbol: sequences such as emoji families, flags, accents
/// and clusters of Indic scripts, and pictographs, which became wide at different times.
fn has_ambiguous_width(symbol: &str) -> bool {
    // Fast path: one ASCII character.
    if symbol.len() == 1 {
        return false;
    }
    let mut chars = symbol.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => !is_single_width(c) && !is_wide(c) && !OWN_SYMBOLS.contains(&c),
        _ => true,
    }
}

/// True for Chinese, Japanese and Korean characters, which are two columns wide everywhere.
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

    const BEGIN: &str = "\u{1b}[?2026h";
    const END: &str = "\u{1b}[?2026l";
    const CLEAR: &str = "\u{1b}[2J";

    fn new_screen() -> Screen<Vec<u8>> {
        Screen::new(Vec::new())
    }

    /// Draws a frame with these lines and returns the written bytes.
    fn draw(screen: &mut Screen<Vec<u8>>, lines: &[&str]) -> String {
        draw_with_cursor(screen, lines, None)
    }

    fn draw_with_cursor(screen: &mut Screen<Vec<u8>>, lines: &[&str], cursor: Option<Cursor>) -> String {
        let next = Buffer::with_lines(lines.to_vec());
        if screen.next.area != next.area {
            screen.resize(next.area.width, next.area.height);
        }
        screen.writer.clear();
        screen.draw(cursor, |frame| frame.clone_from(&next)).unwrap();
        String::from_utf8(screen.writer.clone()).unwrap()
    }

    /// Returns the contents of a terminal of 10 × 2 cells after these bytes.
    fn shown(bytes: &str) -> String {
        let mut parser = vt100::Parser::new(2.try_into().unwrap(), 10.try_into().unwrap(), 0);
        parser.process(bytes.as_bytes());
        parser.screen().contents()
    }

    #[test]
    fn the_first_frame_clears_and_draws_all() {
        let bytes = draw(&mut new_screen(), &["one       ", "two       "]);
        assert!(bytes.starts_with(&format!("{BEGIN}{CLEAR}")), "{bytes:?}");
        assert!(bytes.ends_with(END), "{bytes:?}");
        assert_eq!(shown(&bytes), "one\ntwo");
    }

    #[test]
    fn the_same_frame_writes_nothing() {
        let mut screen = new_screen();
        draw(&mut screen, &["one"]);
        assert_eq!(draw(&mut screen, &["one"]), "");
    }

    #[test]
    fn a_frame_writes_only_changed_cells() {
        let mut screen = new_screen();
        let first = draw(&mut screen, &["one       ", "two       "]);
        let second = draw(&mut screen, &["one       ", "twi       "]);
        assert!(second.starts_with(BEGIN) && second.ends_with(END), "{second:?}");
        assert!(!second.contains(CLEAR) && !second.contains("one") && !second.contains("tw"), "{second:?}");
        assert_eq!(shown(&(first + &second)), "one\ntwi");
    }

    #[test]
    fn after_a_resize_even_an_empty_frame_clears_the_screen() {
        let mut screen = new_screen();
        draw(&mut screen, &["   "]);
        screen.resize(3, 1);
        assert!(draw(&mut screen, &["   "]).contains(CLEAR));
    }

    #[test]
    fn another_size_is_drawn_anew() {
        let mut screen = new_screen();
        draw(&mut screen, &["one"]);
        assert!(draw(&mut screen, &["one "]).contains(CLEAR));
    }

    #[test]
    fn a_screen_without_cells_writes_nothing() {
        let mut screen = new_screen();
        for (columns, rows) in [(0, 0), (0, 5), (5, 0)] {
            screen.resize(columns, rows);
            screen.draw(None, |_| {}).unwrap();
            assert!(screen.writer().is_empty());
            assert!(!screen.shows_row(0, |_| {}));
        }
    }

    #[test]
    fn wide_characters_come_and_go_without_leftovers() {
        let frames = ["abcdefghij", "日本語defg", "a日本efghi", "👩本ab語gh", "abcdefghij"];
        for from in frames {
            for to in frames {
                let mut screen = new_screen();
                let bytes = draw(&mut screen, &[from]) + &draw(&mut screen, &[to]);
                let alone = draw(&mut new_screen(), &[to]);
                assert_eq!(shown(&bytes), shown(&alone), "{from} → {to}");
            }
        }
    }

    #[test]
    fn text_after_a_symbol_of_ambiguous_width_keeps_its_place() {
        let line = "a❤\u{fe0f} b    ";
        let bytes = draw(&mut new_screen(), &["          ", line]);
        let again = {
            let mut screen = new_screen();
            draw(&mut screen, &["          ", "xxxxxxxxxx"]);
            draw(&mut screen, &["          ", line])
        };
        for bytes in [bytes, again] {
            let place = |text: &str| bytes.rfind(text);
            let symbol = place("❤").unwrap();
            assert!(bytes[symbol..].contains("\u{1b}[2;"), "{bytes:?}");
            assert!(bytes[symbol..].trim_end_matches(END).contains('b'), "{bytes:?}");
        }
    }

    #[test]
    fn rows_with_symbols_of_ambiguous_width_are_written_whole() {
        let mut screen = new_screen();
        draw(&mut screen, &["a👨\u{200d}👩\u{200d}👧 b", "two       "]);
        let bytes = draw(&mut screen, &["a    b    ", "twi       "]);
        assert!(bytes.contains("\u{1b}[1;1H\u{1b}[2K"), "{bytes:?}");
        assert_eq!(shown(&bytes).lines().next().map(str::trim_end), Some("a    b"));
        assert!(!bytes.contains("tw"), "the other row is as ever: {bytes:?}");
        assert_eq!(draw(&mut screen, &["a    b    ", "twi       "]), "");
    }

    #[test]
    fn the_cursor_follows_the_frame() {
        let mut screen = new_screen();
        let (old, new) = (["one       ", "two       "], ["one       ", "twi       "]);
        let at = |x, y, is_shown| Some(Cursor { at: Position::new(x, y), is_shown });
        let first = draw_with_cursor(&mut screen, &old, at(0, 1, false));
        assert!(first.ends_with(&format!("\u{1b}[2;1H\u{1b}[?25l{END}")), "{first:?}");
        assert_eq!(draw_with_cursor(&mut screen, &old, at(0, 1, false)), "");
        assert_eq!(
            draw_with_cursor(&mut screen, &old, at(4, 0, true)),
            format!("{BEGIN}\u{1b}[1;5H\u{1b}[?25h{END}")
        );
        // Output moves the cursor, so it must be moved back.
        let drawn = draw_with_cursor(&mut screen, &new, at(4, 0, true));
        assert!(drawn.ends_with(&format!("\u{1b}[1;5H{END}")), "{drawn:?}");
        let hidden = draw_with_cursor(&mut screen, &new, None);
        assert_eq!(hidden, format!("{BEGIN}\u{1b}[?25l{END}"));
    }

    #[test]
    fn a_row_is_shown_or_it_is_not() {
        let render = |lines: &[&str]| {
            let next = Buffer::with_lines(lines.to_vec());
            move |frame: &mut Buffer| frame.clone_from(&next)
        };
        let mut screen = new_screen();
        screen.resize(3, 2);
        assert!(!screen.shows_row(0, render(&["   ", "   "])), "nothing was drawn");
        draw(&mut screen, &["one", "two"]);
        assert!(screen.shows_row(0, render(&["one", "xxx"])));
        assert!(!screen.shows_row(1, render(&["one", "xxx"])));
        assert_eq!(draw(&mut screen, &["one", "two"]), "", "looking changes nothing");
        screen.resize(3, 2);
        assert!(!screen.shows_row(0, render(&["one", "two"])));
    }
}
