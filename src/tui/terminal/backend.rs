//! [`AnsiBackend`]: a ratatui backend that writes as few bytes as possible.

use std::io::{self, Write};
use std::num::NonZeroU16;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::crossterm::cursor::{Hide, MoveTo, Show};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{self, BeginSynchronizedUpdate, Clear, EndSynchronizedUpdate};
use ratatui::layout::{Position, Rect, Size};

use super::ansi_writer::{AnsiWriter, is_plain_space};
use super::scroll::Scroll;
use kurultai_schedule::text::is_single_width;

/// Writes each frame in one call, marked as one update, in as few bytes as possible.
///
/// Draw with [`ratatui::Terminal`]. The size is that of the last [`resize`](Self::resize). After
/// [`ratatui::Terminal::resize`], everything is redrawn.
#[derive(Debug)]
pub struct AnsiBackend<W> {
    writer: W,
    /// The frame being drawn.
    next: Buffer,
    /// The frame that the terminal displays.
    shown: Buffer,
    /// For each row, true if the frames may differ in it.
    changed_rows: Vec<bool>,
    /// False if the contents of the terminal are unknown, so that it must be cleared.
    is_known: bool,
    cursor: Cursor,
    /// The cursor of the terminal; `None` if unknown.
    shown_cursor: Option<Cursor>,
    hidden_position: Option<Position>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Cursor {
    /// `None` if it does not matter.
    position: Option<Position>,
    is_visible: bool,
}

impl<W: Write> AnsiBackend<W> {
    /// Creates a backend for a screen without cells.
    pub fn new(writer: W) -> Self {
        Self {
            writer,
            next: Buffer::default(),
            shown: Buffer::default(),
            changed_rows: Vec::new(),
            is_known: false,
            cursor: Cursor::default(),
            shown_cursor: None,
            hidden_position: None,
        }
    }

    /// Sets the size of the screen, in columns and rows, for the next frame.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let area = Rect::new(0, 0, columns, rows);
        self.next.resize(area);
        self.shown.resize(area);
        self.forget();
    }

    /// Makes the next frame clear the screen and draw everything.
    fn forget(&mut self) {
        self.next.reset();
        self.changed_rows = vec![true; usize::from(self.next.area.height)];
        self.is_known = false;
        self.shown_cursor = None;
    }

    /// Sets the position of the hidden cursor, for input methods and screen readers.
    pub fn set_hidden_cursor_position(&mut self, position: Option<Position>) {
        self.hidden_position = position;
    }

    /// Returns the writer.
    pub fn writer(&self) -> &W {
        &self.writer
    }

    /// True if the terminal already displays a row of this frame.
    pub(in crate::tui) fn shows_row(&self, frame: &Buffer, row: u16) -> bool {
        self.is_known
            && self.shown.area == frame.area
            && (0..frame.area.width).all(|x| self.shown[(x, row)] == frame[(x, row)])
    }

    /// Writes the changes from the displayed frame to the next one.
    fn write_frame(&mut self, bytes: &mut Vec<u8>) -> io::Result<()> {
        if self.is_known {
            let width = self.next.area.width.into();
            let rows = self.shown.content.chunks_exact(width).zip(self.next.content.chunks_exact(width));
            for ((old, new), is_changed) in rows.zip(&mut self.changed_rows) {
                *is_changed = *is_changed && !is_same_row(old, new);
            }
            if let Some(scroll) = Scroll::between(&self.shown, &self.next, &self.changed_rows) {
                scroll.apply(&mut self.shown);
                scroll.mark(&mut self.changed_rows);
                scroll.write(bytes);
            }
        } else {
            queue!(bytes, Clear(terminal::ClearType::All))?;
            self.shown.reset();
            self.is_known = true;
        }
        write_changes(&mut self.shown, &self.next, &self.changed_rows, bytes);
        self.changed_rows.fill(false);
        Ok(())
    }
}

impl<W: Write> Backend for AnsiBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            if let Some(is_changed) = self.changed_rows.get_mut(usize::from(y)) {
                *is_changed = true;
            }
            // Without `report_covered_cells`, the cells below a wide symbol are unknown. With it, the width is one.
            // One byte is one column.
            let width = if cell.symbol().len() == 1 { 1 } else { cell.cell_width().max(1) };
            for column in x + 1..x + width {
                self.next.cell_mut((column, y)).map(Cell::reset);
            }
            if let Some(drawn) = self.next.cell_mut((x, y)) {
                drawn.clone_from(cell);
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor = Cursor { position: self.hidden_position, is_visible: false };
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor.is_visible = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.position.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor.position = Some(position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.forget();
        Ok(())
    }

    /// Makes the next frame clear the whole screen.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::Unsupported`] for a part of the screen, which ratatui clears only for inline viewports.
    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        match clear_type {
            ClearType::All => self.clear(),
            _ => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.next.area.as_size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.next.area.is_empty() {
            return Ok(());
        }
        let mut bytes = Vec::new();
        queue!(bytes, BeginSynchronizedUpdate)?;
        let begin = bytes.len();
        self.write_frame(&mut bytes)?;
        let (wanted, shown) = (self.cursor, self.shown_cursor);
        // All output moves the cursor.
        if let Some(Position { x, y }) = wanted.position
            && (bytes.len() > begin || shown.is_none_or(|shown| shown.position != wanted.position))
        {
            queue!(bytes, MoveTo(x, y))?;
        }
        if shown.is_none_or(|shown| shown.is_visible != wanted.is_visible) {
            if wanted.is_visible {
                queue!(bytes, Show)?;
            } else {
                queue!(bytes, Hide)?;
            }
        }
        self.shown_cursor = Some(wanted);
        if bytes.len() == begin {
            return Ok(());
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        self.writer.write_all(&bytes)?;
        self.writer.flush()
    }
}

/// True if two rows have the same cells.
fn is_same_row(old: &[Cell], new: &[Cell]) -> bool {
    old.iter().zip(new).all(|(old, new)| is_same(old, new))
}

/// True if two cells have the same symbol and style. Unlike `==`, it ignores notes to ratatui's comparison of frames,
/// and takes a fast path for symbols of one byte.
fn is_same(old: &Cell, new: &Cell) -> bool {
    let is_same_symbol = match (old.symbol().as_bytes(), new.symbol().as_bytes()) {
        ([old], [new]) => old == new,
        (old, new) => old == new,
    };
    is_same_symbol && old.modifier == new.modifier && old.fg == new.fg && old.bg == new.bg
}

/// Writes the cells of `next` that differ from `shown`, and copies them to `shown`.
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
        let widths = old.iter().chain(new).map(|cell| symbol_width(cell.symbol())).max();
        if widths == Some(SymbolWidth::Ambiguous) {
            writer.erase(y);
            old.fill(Cell::EMPTY);
        }
        write_row(&mut writer, y, old, new, widths == Some(SymbolWidth::Single));
        old.clone_from_slice(new);
    }
    writer.reset();
}

/// Writes the cells of a row that differ. `is_narrow` if all symbols, old and new, take one column.
fn write_row(writer: &mut AnsiWriter<'_>, y: u16, old: &[Cell], new: &[Cell], is_narrow: bool) {
    let mut x = 0;
    while let (Some(before), Some(cell)) = (old.get(usize::from(x)), new.get(usize::from(x))) {
        // Terminals differ in how they change the second half of a wide symbol when the first half is
        // overwritten.
        let is_second_half = !is_narrow && x > 0 && {
            let left = usize::from(x) - 1;
            columns(&old[left]) > 1 && !is_same(&old[left], &new[left])
        };
        let mut width = if is_narrow { 1 } else { columns(cell) };
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

/// Makes ratatui report the cells covered by wide symbols, which it omits from the differences between
/// frames. The next frame may uncover such a cell without changing it.
pub(in crate::tui) fn report_covered_cells(frame: &mut Buffer) {
    for cell in frame.content.iter_mut().filter(|cell| columns(cell) > 1) {
        cell.diff_option = CellDiffOption::ForcedWidth(NonZeroU16::MIN);
    }
}

/// Symbols used by this app, which are one column wide everywhere.
const OWN_SYMBOLS: [char; 10] = ['★', '☆', '●', '○', '✗', '→', '←', '↑', '↓', '✓'];

/// The number of columns of a symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SymbolWidth {
    Single,
    Double,
    /// Terminals disagree: sequences such as emoji families, flags, accents and clusters of Indic scripts, and
    /// pictographs, which became wide at different times.
    Ambiguous,
}

fn symbol_width(symbol: &str) -> SymbolWidth {
    // Fast path: one ASCII character.
    if symbol.len() == 1 {
        return SymbolWidth::Single;
    }
    let mut chars = symbol.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if is_single_width(c) || OWN_SYMBOLS.contains(&c) => SymbolWidth::Single,
        (Some(c), None) if is_wide(c) => SymbolWidth::Double,
        _ => SymbolWidth::Ambiguous,
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
    use ratatui::Terminal;

    const BEGIN: &str = "\u{1b}[?2026h";
    const END: &str = "\u{1b}[?2026l";
    const CLEAR: &str = "\u{1b}[2J";

    type Screen = Terminal<AnsiBackend<Vec<u8>>>;

    fn new_screen() -> Screen {
        Terminal::new(AnsiBackend::new(Vec::new())).unwrap()
    }

    /// Draws a frame with these lines and returns the written bytes.
    fn draw(screen: &mut Screen, lines: &[&str]) -> String {
        draw_with_cursor(screen, lines, None, None)
    }

    fn draw_with_cursor(
        screen: &mut Screen,
        lines: &[&str],
        hidden: Option<(u16, u16)>,
        visible: Option<(u16, u16)>,
    ) -> String {
        let next = Buffer::with_lines(lines.to_vec());
        if screen.size().unwrap() != next.area.as_size() {
            screen.backend_mut().resize(next.area.width, next.area.height);
        }
        let backend = screen.backend_mut();
        backend.writer.clear();
        backend.set_hidden_cursor_position(hidden.map(Position::from));
        screen
            .draw(|frame| {
                frame.buffer_mut().clone_from(&next);
                if let Some(at) = visible {
                    frame.set_cursor_position(at);
                }
            })
            .unwrap();
        String::from_utf8(screen.backend().writer().clone()).unwrap()
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
        let area = screen.get_frame().area();
        screen.resize(area).unwrap();
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
            screen.backend_mut().resize(columns, rows);
            screen.draw(|_| {}).unwrap();
            assert!(screen.backend().writer().is_empty());
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
        let first = draw_with_cursor(&mut screen, &old, Some((0, 1)), None);
        assert!(first.ends_with(&format!("\u{1b}[2;1H\u{1b}[?25l{END}")), "{first:?}");
        assert_eq!(draw_with_cursor(&mut screen, &old, Some((0, 1)), None), "");
        assert_eq!(
            draw_with_cursor(&mut screen, &old, Some((4, 0)), Some((4, 0))),
            format!("{BEGIN}\u{1b}[1;5H\u{1b}[?25h{END}")
        );
        // Output moves the cursor, so it must be moved back.
        let drawn = draw_with_cursor(&mut screen, &new, Some((4, 0)), Some((4, 0)));
        assert!(drawn.ends_with(&format!("\u{1b}[1;5H{END}")), "{drawn:?}");
        let hidden = draw_with_cursor(&mut screen, &new, Some((4, 0)), None);
        assert_eq!(hidden, format!("{BEGIN}\u{1b}[?25l{END}"));
    }

    #[test]
    fn a_row_is_shown_or_it_is_not() {
        let frame = |lines: &[&str]| Buffer::with_lines(lines.to_vec());
        let mut screen = new_screen();
        assert!(!screen.backend().shows_row(&frame(&["one"]), 0), "nothing was drawn");
        draw(&mut screen, &["one", "two"]);
        assert!(screen.backend().shows_row(&frame(&["one", "xxx"]), 0));
        assert!(!screen.backend().shows_row(&frame(&["one", "xxx"]), 1));
        assert!(!screen.backend().shows_row(&frame(&["one"]), 0), "another size");
        let area = screen.get_frame().area();
        screen.resize(area).unwrap();
        assert!(!screen.backend().shows_row(&frame(&["one", "two"]), 0));
    }
}
