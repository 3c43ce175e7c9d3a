//! [`AnsiWriter`]: writes cells in few bytes, because remote connections may be slow.
//!
//! It uses only ECMA-48 sequences that every terminal supports: cursor position, cursor forward, and style
//! changes.

use std::io::Write as _;

use ratatui::backend::IntoCrossterm as _;
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::style::Colored;
use ratatui::style::{Color, Modifier};

use kurultai_schedule::text::is_single_width;

/// The largest number of unchanged cells to write again if that takes fewer bytes than to skip them.
const MAX_REWRITTEN: u16 = 4;
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

    /// Restores the default style.
    pub(super) fn reset(mut self) {
        self.set_style(CellStyle::default());
    }

    fn write_symbol(&mut self, x: u16, y: u16) {
        let cell = &self.frame[(x, y)];
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
        let style = CellStyle::of_cell(cell);
        let (new_modifier, old_modifier) =
            (style.modifier & VISIBLE_ON_BLANK, self.style.modifier & VISIBLE_ON_BLANK);
        if cell.symbol() == " "
            && style.background == self.style.background
            && new_modifier.is_empty()
            && old_modifier.is_empty()
        {
            return self.style;
        }
        style
    }

    fn move_to(&mut self, x: u16, y: u16) {
        if self.cursor == Some((x, y)) {
            return;
        }
        match self.cursor {
            Some((from, row)) if row == y && from < x => self.forward(from, x, y),
            _ => push(self.bytes, format_args!("\u{1b}[{};{}H", y + 1, x + 1)),
        }
    }

    /// Skips unchanged cells.
    fn forward(&mut self, from: u16, x: u16, y: u16) {
        let is_rewritable = |cursor: u16| {
            let cell = &self.frame[(cursor, y)];
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
        let mut codes = Codes { bytes: self.bytes, has_codes: false };
        // To turn one modifier off, turn all off: in some terminals, the code for one modifier also turns off
        // others.
        let mut from = from;
        if !to.modifier.contains(from.modifier) {
            codes.add(format_args!("0"));
            from = CellStyle::default();
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
