//! An address as a QR code.

use qrcode::{EcLevel, QrCode};

use crate::i18n::{Locale, Message};
use crate::theme::TextRole;
use crate::tui::widget::Line;
use kurultai_schedule::text::wrap;

/// The largest width of a sentence instead of a code.
const WIDTH: usize = 60;
/// The light margin in modules, which scanners need.
const MARGIN: usize = 2;

/// Returns the title and the lines of the code; a sentence if the code is larger than the screen. `with_blocks` is false if
/// the terminal has no half blocks.
pub(super) fn code(
    locale: &Locale,
    address: &str,
    (columns, rows): (usize, usize),
    with_blocks: bool,
) -> (String, Vec<Line>) {
    let title = locale.text(Message::QrTitle);
    let lines = modules(address).map(|modules| lines(&modules, with_blocks)).unwrap_or_default();
    let fits = lines.first().is_some_and(|line| line.width() <= columns) && lines.len() <= rows;
    if fits {
        return (title, lines);
    }
    let too_large = wrap(&locale.quoting(Message::QrTooLarge, address), WIDTH.min(columns)).into_iter();
    (title, too_large.map(|line| Line::new(" ", TextRole::Text).add(line, TextRole::Text)).collect())
}

/// Returns the rows of dark modules with their margin; `None` for texts that are too long.
fn modules(address: &str) -> Option<Vec<Vec<bool>>> {
    let code = QrCode::with_error_correction_level(address, EcLevel::L).ok()?;
    let width = code.width();
    let size = width + 2 * MARGIN;
    let is_dark = |x: usize, y: usize| {
        let (x, y) = (x.checked_sub(MARGIN)?, y.checked_sub(MARGIN)?);
        (x < width && y < width).then(|| code[(x, y)].select(true, false))
    };
    let row = |y| (0..size).map(|x| is_dark(x, y).unwrap_or(false)).collect();
    Some((0..size).map(row).collect())
}

/// Draws two rows of modules in a line of half blocks, or each module as two columns.
fn lines(modules: &[Vec<bool>], with_blocks: bool) -> Vec<Line> {
    if !with_blocks {
        let line = |row: &Vec<bool>| {
            let runs = row.chunk_by(|one, other| one == other);
            runs.fold(Line::default(), |line, run| {
                let role = if run[0] { TextRole::QrDark } else { TextRole::Qr };
                line.add(" ".repeat(2 * run.len()), role)
            })
        };
        return modules.iter().map(line).collect();
    }
    let line = |rows: &[Vec<bool>]| {
        let below = |x: usize| rows.get(1).is_some_and(|row| row[x]);
        let cells = rows[0].iter().enumerate().map(|(x, above)| match (above, below(x)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        });
        Line::new(cells.collect::<String>(), TextRole::Qr)
    };
    modules.chunks(2).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://fosdem.org/2025/schedule/event/1/";

    #[test]
    fn half_blocks_show_every_module() {
        let modules = modules(ADDRESS).unwrap();
        let (_, lines) = code(&Locale::english(), ADDRESS, (80, 24), true);
        assert_eq!(lines.len(), modules.len().div_ceil(2));
        for (at, line) in lines.iter().enumerate() {
            for (x, cell) in line.text().chars().enumerate() {
                let dark = [2 * at, 2 * at + 1].map(|y| modules.get(y).is_some_and(|row| row[x]));
                let drawn = [matches!(cell, '█' | '▀'), matches!(cell, '█' | '▄')];
                assert_eq!(drawn, dark, "{x}, {at}");
            }
        }
        // The finder pattern in the corner, inside the margin.
        assert!(modules[MARGIN][MARGIN..MARGIN + 7].iter().all(|is_dark| *is_dark));
        assert!(modules[..MARGIN].iter().flatten().all(|is_dark| !is_dark));
    }

    #[test]
    fn without_half_blocks_a_module_is_two_columns() {
        let size = modules(ADDRESS).unwrap().len();
        let (_, lines) = code(&Locale::english(), ADDRESS, (80, 60), false);
        assert!(lines.iter().all(|line| line.width() == 2 * size && line.text().trim().is_empty()));
        assert_eq!(lines.len(), size);
    }

    #[test]
    fn a_code_that_does_not_fit_is_a_sentence() {
        let text = |size, address: &str| {
            let (_, lines) = code(&Locale::english(), address, size, true);
            lines.iter().map(Line::text).collect::<String>()
        };
        assert!(text((36, 8), ADDRESS).contains("larger than this window"));
        assert!(text((80, 24), &"x".repeat(5000)).contains("larger than this window"));
    }
}
