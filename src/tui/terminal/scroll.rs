//! [`Scroll`]: detects rows that moved up or down, so that the terminal can scroll them.

use std::io::Write as _;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};

/// The smallest number of moved rows worth scrolling.
const MIN_ROWS: u16 = 4;

/// The number of columns to compare first.
const SAMPLE: usize = 16;
/// An odd factor whose bits are evenly distributed (that of `FxHash`).
const HASH_FACTOR: u64 = 0x51_7c_c1_b7_27_22_0a_95;

/// A region of rows that moves up or down by some rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scroll {
    rows: Range<u16>,
    by: u16,
    is_up: bool,
}

impl Scroll {
    /// Finds the scroll from one frame to the next of the same size, which differ in `changed_rows`; `None` if too few rows
    /// moved.
    pub(super) fn between(shown: &Buffer, next: &Buffer, changed_rows: &[bool]) -> Option<Self> {
        let width = usize::from(next.area.width);
        let rows =
            || shown.content.chunks_exact(width).zip(next.content.chunks_exact(width)).zip(changed_rows);
        // Rows that differ in a few columns cannot have moved. That is so for most frames.
        let step = (width / SAMPLE).max(1);
        let sample = |row: &[Cell]| Some(hash(symbols(row).step_by(step)));
        Self::most_rows(
            rows().map(|((old, new), is_changed)| is_changed.then(|| (sample(old), sample(new)))),
        )?;
        let (count, scroll) = Self::most_rows(
            rows().map(|((old, new), is_changed)| is_changed.then(|| (row_hash(old), row_hash(new)))),
        )?;
        (2 * count > scroll.rows.len()).then_some(scroll)
    }

    /// Finds the scroll that moves most rows, and their number; `None` if they are too few. `hashes` has the hashes of each
    /// row that changed, before and after.
    fn most_rows(hashes: impl Iterator<Item = Option<(Option<u64>, Option<u64>)>>) -> Option<(usize, Self)> {
        let (before, after): (Vec<_>, Vec<_>) = hashes.map(Option::unwrap_or_default).unzip();
        if after.iter().flatten().count() < MIN_ROWS.into() {
            return None;
        }
        let height = u16::try_from(after.len()).ok()?;
        let mut best: Option<(usize, Self)> = None;
        for by in 1..height.saturating_sub(MIN_ROWS) {
            for is_up in [true, false] {
                let (old_offset, new_offset) = if is_up { (by, 0) } else { (0, by) };
                let moved = |y: &u16| {
                    let (old, new) =
                        (before[usize::from(y + old_offset)], after[usize::from(y + new_offset)]);
                    new.is_some() && old == new
                };
                let mut moved = (0..height - by).filter(moved);
                let Some(first) = moved.next() else { continue };
                let (count, last) = moved.fold((1, first), |(count, _), y| (count + 1, y));
                if best.as_ref().is_none_or(|(most, _)| *most < count) {
                    best = Some((count, Self { rows: first..last + by + 1, by, is_up }));
                }
            }
        }
        best.filter(|(count, _)| *count >= MIN_ROWS.into())
    }

    /// Scrolls the rows of a frame like the terminal; new rows are blank.
    pub(super) fn apply(&self, frame: &mut Buffer) {
        let width = usize::from(frame.area.width);
        let index = |y: u16| usize::from(y) * width;
        let rows = &mut frame.content[index(self.rows.start)..index(self.rows.end)];
        let by = index(self.by);
        let blank = if self.is_up {
            rows.rotate_left(by);
            rows.len() - by..rows.len()
        } else {
            rows.rotate_right(by);
            0..by
        };
        rows[blank].fill(Cell::EMPTY);
    }

    /// Marks the rows of the region.
    pub(super) fn mark(&self, changed_rows: &mut [bool]) {
        changed_rows[usize::from(self.rows.start)..usize::from(self.rows.end)].fill(true);
    }

    /// Writes the sequence. It deletes or inserts lines at the top of a region, which even the oldest
    /// terminals support.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        let Range { start, end } = self.rows;
        let code = if self.is_up { 'M' } else { 'L' };
        let top = start + 1;
        // Writing to memory never fails.
        drop(write!(bytes, "\u{1b}[{top};{end}r\u{1b}[{top};1H\u{1b}[{}{code}\u{1b}[r", self.by));
    }
}

/// Returns the symbols of a row, excluding the last tenth, where a scrollbar may move differently.
fn symbols(row: &[Cell]) -> impl Iterator<Item = &str> {
    row[..row.len() - row.len() / 10].iter().map(Cell::symbol)
}

/// Returns a hash of a row's text; `None` for blank rows, which are too frequent.
fn row_hash(row: &[Cell]) -> Option<u64> {
    symbols(row).any(|symbol| symbol != " ").then(|| hash(symbols(row)))
}

/// Returns a hash of symbols. Rows with a hash collision are redrawn, so that speed matters more than quality.
fn hash<'a>(symbols: impl Iterator<Item = &'a str>) -> u64 {
    let bits = |symbol: &str| symbol.bytes().fold(0, |bits, byte| (bits << 8) | u64::from(byte));
    symbols.fold(0, |hash: u64, symbol| (hash.rotate_left(5) ^ bits(symbol)).wrapping_mul(HASH_FACTOR))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(shown: &str, next: &str) -> Option<Scroll> {
        let frame = |text: &str| Buffer::with_lines(text.split(' ').map(str::to_owned));
        let (shown, next) = (frame(shown), frame(next));
        Scroll::between(&shown, &next, &vec![true; shown.area.height.into()])
    }

    #[test]
    fn moved_rows_are_found() {
        let up = Some(Scroll { rows: 1..7, by: 1, is_up: true });
        assert_eq!(between("H a b c d e f T", "H b c d e f g T"), up);
        let down = Some(Scroll { rows: 1..8, by: 2, is_up: false });
        assert_eq!(between("H a b c d e f g T", "H x y a b c d e T"), down);
        assert_eq!(between("H a b c d e f T", "H a b c d e f T"), None);
        assert_eq!(between("H a b c d e f T", "H x y z u v w T"), None);
        assert_eq!(between("H a b c T", "H b c d T"), None, "too few");
    }

    #[test]
    fn a_frame_scrolls_as_the_terminal_does() {
        let lines = ["head", "one ", "two ", "tri ", "four", "tail"];
        for (is_up, by) in [(true, 1), (true, 2), (false, 1), (false, 3)] {
            let scroll = Scroll { rows: 1..5, by, is_up };
            let mut frame = Buffer::with_lines(lines);
            let mut terminal = vt100::Parser::new(6.try_into().unwrap(), 4.try_into().unwrap(), 0);
            terminal.process(lines.join("\r\n").as_bytes());
            scroll.apply(&mut frame);
            let mut bytes = Vec::new();
            scroll.write(&mut bytes);
            terminal.process(&bytes);
            let shown: Vec<String> =
                terminal.screen().rows(0, 4).map(|row| row.trim_end().to_owned()).collect();
            let row = |cells: &[Cell]| cells.iter().map(Cell::symbol).collect::<String>();
            let frame: Vec<String> =
                frame.content.chunks(4).map(|cells| row(cells).trim_end().to_owned()).collect();
            assert_eq!(frame, shown, "{scroll:?}");
        }
    }
}
