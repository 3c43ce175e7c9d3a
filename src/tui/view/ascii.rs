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
    ('▌', ">"),
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

/// Replaces the symbols in a frame.
pub(super) fn replace_symbols(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if cell.symbol().is_ascii() {
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
    fn equivalents_are_as_wide_and_unique() {
        let symbols: BTreeSet<char> = EQUIVALENTS.iter().map(|(symbol, _)| *symbol).collect();
        assert_eq!(symbols.len(), EQUIVALENTS.len());
        for (symbol, ascii) in EQUIVALENTS {
            assert_eq!((width(&symbol.to_string()), ascii.len()), (1, 1), "{symbol}");
            assert!(ascii.is_ascii() && !symbol.is_ascii() && !symbol.is_alphanumeric(), "{symbol}");
        }
    }
}
