//! [`AnsiWriter`]: writes cells in few bytes, for lines over which a program is used from far away are slow.
//!
//! What it says is what every terminal of the last decades takes (ECMA-48): cursor position, cursor forward, and what of the
//! look of characters changes.

use std::io::Write as _;

use ratatui::backend::IntoCrossterm as _;
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::style::Colored;
use ratatui::style::{Color, Modifier};

use crate::text::is_single_width;

/// So many cells that stay as they are, at most, are written again where that takes fewer bytes than to pass over them.
const BRIDGE: u16 = 4;
/// The parts of a look that are on or off, and what turns them on.
const MODIFIERS: [(Modifier, &str); 7] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];
/// What is seen of a blank.
const OF_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// How characters look; by default as the terminal looks by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Look {
    front: Color,
    back: Color,
    modifier: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        Self { front: cell.fg, back: cell.bg, modifier: cell.modifier }
    }
}

/// Writes cells of one frame, and knows where the cursor is and how what is written looks.
pub(super) struct AnsiWriter<'a> {
    bytes: &'a mut Vec<u8>,
    /// All of the frame, of which some cells are written.
    frame: &'a Buffer,
    /// None where terminals may differ.
    at: Option<(u16, u16)>,
    look: Look,
}

impl<'a> AnsiWriter<'a> {
    /// A pen at nobody knows which place; what it writes looks plain.
    pub(super) fn new(bytes: &'a mut Vec<u8>, frame: &'a Buffer) -> Self {
        Self { bytes, frame, at: None, look: Look::default() }
    }

    /// Writes the cell at a place.
    pub(super) fn write(&mut self, x: u16, y: u16) {
        self.go(x, y);
        self.put(x, y);
    }

    /// Makes a row blank.
    pub(super) fn erase(&mut self, y: u16) {
        self.set_style(Look::default());
        say(self.bytes, format_args!("\u{1b}[{};1H\u{1b}[2K", y + 1));
        self.at = Some((0, y));
    }

    /// Leaves the look plain, as it was found.
    pub(super) fn reset(mut self) {
        self.set_style(Look::default());
    }

    fn put(&mut self, x: u16, y: u16) {
        let cell = &self.frame[(x, y)];
        let symbol = cell.symbol();
        self.set_style(self.seen(cell));
        self.bytes.extend_from_slice(symbol.as_bytes());
        // How wide anything but plain characters is, terminals may not agree, nor where the cursor is behind the last column.
        let is_plain = symbol.len() == 1 || symbol.chars().all(is_single_width);
        let is_sure = is_plain && x + 1 < self.frame.area.right();
        self.at = is_sure.then(|| (x + 1, y));
    }

    /// How a cell is to look: of a blank only what is seen counts.
    fn seen(&self, cell: &Cell) -> Look {
        let look = Look::of(cell);
        let (is, was) = (look.modifier & OF_BLANKS, self.look.modifier & OF_BLANKS);
        if cell.symbol() == " " && look.back == self.look.back && is.is_empty() && was.is_empty() {
            return self.look;
        }
        look
    }

    fn go(&mut self, x: u16, y: u16) {
        if self.at == Some((x, y)) {
            return;
        }
        match self.at {
            Some((from, row)) if row == y && from < x => self.forward(from, x, y),
            _ => say(self.bytes, format_args!("\u{1b}[{};{}H", y + 1, x + 1)),
        }
    }

    /// Passes over cells that stay as they are.
    fn forward(&mut self, from: u16, x: u16, y: u16) {
        let is_cheap = |at: u16| {
            let cell = &self.frame[(at, y)];
            self.seen(cell) == self.look && cell.symbol().chars().all(|c| c.is_ascii() && is_single_width(c))
        };
        if x - from <= BRIDGE && (from..x).all(is_cheap) {
            (from..x).for_each(|at| self.put(at, y));
            return;
        }
        match x - from {
            1 => self.bytes.extend_from_slice(b"\x1b[C"),
            columns => say(self.bytes, format_args!("\u{1b}[{columns}C")),
        }
    }

    /// Says what of the look changes.
    fn set_style(&mut self, to: Look) {
        let from = self.look;
        if from == to {
            return;
        }
        self.look = to;
        if to == Look::default() {
            self.bytes.extend_from_slice(b"\x1b[m");
            return;
        }
        let mut codes = Codes { bytes: self.bytes, is_begun: false };
        // What is on is turned off with all else: what turns off one part alone turns off others in some terminals.
        let mut from = from;
        if !to.modifier.contains(from.modifier) {
            codes.add(format_args!("0"));
            from = Look::default();
        }
        for (modifier, code) in MODIFIERS {
            if to.modifier.contains(modifier) && !from.modifier.contains(modifier) {
                codes.add(format_args!("{code}"));
            }
        }
        if to.front != from.front {
            codes.add(format_args!("{}", Colored::ForegroundColor(to.front.into_crossterm())));
        }
        if to.back != from.back {
            codes.add(format_args!("{}", Colored::BackgroundColor(to.back.into_crossterm())));
        }
        codes.end();
    }
}

/// The numbers of one change of look (SGR).
struct Codes<'a> {
    bytes: &'a mut Vec<u8>,
    is_begun: bool,
}

impl Codes<'_> {
    fn add(&mut self, code: std::fmt::Arguments<'_>) {
        self.bytes.extend_from_slice(if self.is_begun { b";" } else { b"\x1b[" });
        self.is_begun = true;
        say(self.bytes, code);
    }

    fn end(self) {
        if self.is_begun {
            self.bytes.push(b'm');
        }
    }
}

/// Writes into memory, where there is always room.
fn say(bytes: &mut Vec<u8>, what: std::fmt::Arguments<'_>) {
    drop(bytes.write_fmt(what));
}
