//! Replaces symbols of the interface, for terminals that have only ASCII.

use ratatui::buffer::Buffer;

/// The symbols and their equivalents, both one column wide. Letters of schedules stay.
const EQUIVALENTS: [(char, &str); 45] = [
    ('─', "-"),
    ('│', "|"),
    ('┬', "+"),
    ('┴', "+"),
    ('├', "+"),
    ('┤', "+"),
    ('┼', "+"),
    ('╭', "+"),
    ('╮', "+"),
    ('╰', "+"),
    ('╯', "+"),
    // The bar of a track, and the text cursor; see also [`MARK`].
    ('▌', "|"),
    ('▐', "#"),
    ('█', "#"),
    ('▸', ">"),
    ('▾', "v"),
    ('‹', "<"),
    ('›', ">"),
    ('«', "\""),
    ('»', "\""),
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('‘', "'"),
    ('’', "'"),
    ('–', "-"),
    ('—', "-"),
    ('−', "-"),
    ('\u{2010}', "-"),
    ('\u{2011}', "-"),
    ('…', "~"),
    ('·', "-"),
    ('•', "*"),
    ('★', "*"),
    ('☆', "+"),
    ('●', "@"),
    ('○', "o"),
    ('✓', "x"),
    ('✗', "!"),
    ('×', "x"),
    ('→', ">"),
    ('←', "<"),
    ('↑', "^"),
    ('↓', "v"),
    ('\u{a0}', " "),
];

/// The mark of the selection: the same symbol as the bar of a track, at the left edge of an area.
const MARK: &str = ">";

/// Replaces the symbols in a frame.
pub(super) fn replace_symbols(buffer: &mut Buffer) {
    let columns = usize::from(buffer.area.width).max(1);
    for at in 0..buffer.content.len() {
        let is_at_edge = at % columns == 0 || buffer.content[at - 1].symbol() == "|";
        let cell = &mut buffer.content[at];
        if cell.symbol().is_ascii() {
            continue;
        }
        if cell.symbol() == "▌" && is_at_edge {
            cell.set_symbol(MARK);
            continue;
        }
        let mut letters = cell.symbol().chars();
        let (Some(symbol), None) = (letters.next(), letters.next()) else { continue };
        if let Some((_, ascii)) = EQUIVALENTS.iter().find(|(known, _)| *known == symbol) {
            cell.set_symbol(ascii);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use kurultai_schedule::text::width;

    use super::*;

    #[test]
    fn the_selection_differs_from_the_bar_of_a_track() {
        let mut buffer = Buffer::with_lines(["▌09:30 ▌Title│▌link", " / rust▌  …  │ text"]);
        replace_symbols(&mut buffer);
        assert_eq!(buffer, Buffer::with_lines([">09:30 |Title|>link", " / rust|  ~  | text"]));
    }

    #[test]
    fn equivalents_are_as_wide_and_unique() {
        let symbols: BTreeSet<char> = EQUIVALENTS.iter().map(|(symbol, _)| *symbol).collect();
        assert_eq!(symbols.len(), EQUIVALENTS.len());
        for (symbol, ascii) in EQUIVALENTS {
            assert_eq!((width(&symbol.to_string()), ascii.len()), (1, 1), "{symbol}");
            assert!(ascii.is_ascii() && !symbol.is_ascii() && !symbol.is_alphanumeric(), "{symbol}");
        }
    }
}
