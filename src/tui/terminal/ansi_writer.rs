//! [`AnsiWriter`]: writes cells in few bytes, because remote connections may be slow.
//!
//! It uses only ECMA-48 sequences that every terminal supports: cursor position, cursor forward, erase in line,
//! erase character, and style changes.

use std::io::Write as _;

use ratatui::backend::IntoCrossterm as _;
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::style::Colored;
use ratatui::style::{Color, Modifier};

use kurultai_schedule::text::is_single_width;

/// The largest number of unchanged cells to write again if that takes fewer bytes than to skip them.
const MAX_REWRITTEN: u16 = 4;
/// The smallest number of blanks inside a row to erase rather than write. Erasing does not move the cursor, and
/// moving it takes bytes, too.
const MIN_ERASED: u16 = 10;
/// The smallest number of blanks at the end of a row to erase rather than write.
const MIN_ERASED_AT_END: u16 = 4;
/// Modifiers with the codes that turn them on.
const MODIFIERS: [(Modifier, &str); 7] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];
/// The modifiers that are visible on a blank.
const VISIBLE_ON_BLANK: Modifier =
    Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// The modifiers of the font weight, which one code (22) turns off.
const WEIGHT: Modifier = Modifier::BOLD.union(Modifier::DIM);

/// The style of written characters; the default is that of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct CellStyle {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

impl CellStyle {
    fn of_cell(cell: &Cell) -> Self {
        Self { foreground: cell.fg, background: cell.bg, modifier: cell.modifier }
    }
}

/// Writes cells of a frame, tracking the cursor and the style of the terminal.
pub(super) struct AnsiWriter<'a> {
    bytes: &'a mut Vec<u8>,
    frame: &'a Buffer,
    /// The cursor; `None` where terminals may differ.
    cursor: Option<(u16, u16)>,
    style: CellStyle,
}

impl<'a> AnsiWriter<'a> {
    /// Creates a writer for an unknown cursor position and the default style.
    pub(super) fn new(bytes: &'a mut Vec<u8>, frame: &'a Buffer) -> Self {
        Self { bytes, frame, cursor: None, style: CellStyle::default() }
    }

    /// Writes the cell at a position.
    pub(super) fn write(&mut self, x: u16, y: u16) {
        self.move_to(x, y);
        self.write_symbol(x, y);
    }

    /// Erases a row.
    pub(super) fn erase(&mut self, y: u16) {
        self.set_style(CellStyle::default());
        push(self.bytes, format_args!("\u{1b}[{};1H\u{1b}[2K", y + 1));
        self.cursor = Some((0, y));
    }

    /// Blanks cells, if that takes fewer bytes than to write them. Returns true if it did.
    pub(super) fn try_blank(&mut self, x: u16, y: u16, columns: u16, reaches_end: bool) -> bool {
        if columns < if reaches_end { MIN_ERASED_AT_END } else { MIN_ERASED } {
            return false;
        }
        self.move_to(x, y);
        self.set_style(self.visible_style(&Cell::EMPTY));
        if reaches_end {
            self.bytes.extend_from_slice(b"\x1b[K");
        } else {
            push(self.bytes, format_args!("\u{1b}[{columns}X"));
        }
        true
    }

    /// Restores the default style.
    pub(super) fn reset(mut self) {
        self.set_style(CellStyle::default());
    }

    /// Returns a cell of the frame. Unlike the index operator of [`Buffer`], it takes no general area into account.
    fn cell(&self, x: u16, y: u16) -> &'a Cell {
        &self.frame.content[usize::from(y) * usize::from(self.frame.area.width) + usize::from(x)]
    }

    fn write_symbol(&mut self, x: u16, y: u16) {
        let cell = self.cell(x, y);
        let symbol = cell.symbol();
        self.set_style(self.visible_style(cell));
        self.bytes.extend_from_slice(symbol.as_bytes());
        // Terminals disagree about the width of other characters, and about the cursor position after the
        // last column.
        let is_plain = symbol.len() == 1 || symbol.chars().all(is_single_width);
        let is_certain = is_plain && x + 1 < self.frame.area.right();
        self.cursor = is_certain.then(|| (x + 1, y));
    }

    /// Returns the style for a cell. For a blank, only the visible properties matter.
    fn visible_style(&self, cell: &Cell) -> CellStyle {
        if is_plain_space(cell)
            && cell.bg == self.style.background
            && !self.style.modifier.intersects(VISIBLE_ON_BLANK)
        {
            return self.style;
        }
        CellStyle::of_cell(cell)
    }

    fn move_to(&mut self, x: u16, y: u16) {
        match self.cursor {
            Some(cursor) if cursor == (x, y) => {}
            Some((from, row)) if row == y && from < x => self.forward(from, x, y),
            Some((_, row)) if x == 0 && row + 1 == y => self.bytes.extend([b'\r', b'\n']),
            _ if x == 0 => push(self.bytes, format_args!("\u{1b}[{}H", y + 1)),
            _ => push(self.bytes, format_args!("\u{1b}[{};{}H", y + 1, x + 1)),
        }
        self.cursor = Some((x, y));
    }

    /// Skips unchanged cells.
    fn forward(&mut self, from: u16, x: u16, y: u16) {
        let is_rewritable = |cursor: u16| {
            let cell = self.cell(cursor, y);
            self.visible_style(cell) == self.style
                && cell.symbol().chars().all(|c| c.is_ascii() && is_single_width(c))
        };
        if x - from <= MAX_REWRITTEN && (from..x).all(is_rewritable) {
            (from..x).for_each(|cursor| self.write_symbol(cursor, y));
            return;
        }
        match x - from {
            1 => self.bytes.extend_from_slice(b"\x1b[C"),
            columns => push(self.bytes, format_args!("\u{1b}[{columns}C")),
        }
    }

    /// Writes a style change.
    fn set_style(&mut self, to: CellStyle) {
        let from = self.style;
        if from == to {
            return;
        }
        self.style = to;
        if to == CellStyle::default() {
            self.bytes.extend_from_slice(b"\x1b[m");
            return;
        }
        let removed = from.modifier - to.modifier;
        if removed.is_empty() {
            self.push_style("", from, to);
            return;
        }
        let start = self.bytes.len();
        self.push_style("0", CellStyle::default(), to);
        // In some terminals, the code that turns off another modifier also turns off others.
        if WEIGHT.contains(removed) {
            let middle = self.bytes.len();
            self.push_style("22", CellStyle { modifier: from.modifier - WEIGHT, ..from }, to);
            if self.bytes.len() - middle < middle - start {
                self.bytes.drain(start..middle);
            } else {
                self.bytes.truncate(middle);
            }
        }
    }

    /// Writes a style change: a code, if any, and the differences that remain after it.
    fn push_style(&mut self, first: &str, from: CellStyle, to: CellStyle) {
        let mut codes = Codes { bytes: self.bytes, has_codes: false };
        if !first.is_empty() {
            codes.add(format_args!("{first}"));
        }
        for (modifier, code) in MODIFIERS {
            if to.modifier.contains(modifier) && !from.modifier.contains(modifier) {
                codes.add(format_args!("{code}"));
            }
        }
        if to.foreground != from.foreground {
            codes.add(format_args!("{}", Colored::ForegroundColor(to.foreground.into_crossterm())));
        }
        if to.background != from.background {
            codes.add(format_args!("{}", Colored::BackgroundColor(to.background.into_crossterm())));
        }
        codes.end();
    }
}

/// True for a space whose only visible property is its background.
pub(super) fn is_plain_space(cell: &Cell) -> bool {
    cell.symbol() == " " && !cell.modifier.intersects(VISIBLE_ON_BLANK)
}

/// The codes of one style change (SGR).
struct Codes<'a> {
    bytes: &'a mut Vec<u8>,
    has_codes: bool,
}

impl Codes<'_> {
    fn add(&mut self, code: std::fmt::Arguments<'_>) {
        self.bytes.extend_from_slice(if self.has_codes { b";" } else { b"\x1b[" });
        self.has_codes = true;
        push(self.bytes, code);
    }

    fn end(self) {
        if self.has_codes {
            self.bytes.push(b'm');
        }
    }
}

/// Formats into memory, which cannot fail.
fn push(bytes: &mut Vec<u8>, what: std::fmt::Arguments<'_>) {
    drop(bytes.write_fmt(what));
}
