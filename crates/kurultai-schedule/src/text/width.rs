//! Display width, truncation and padding.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the number of terminal columns: the sum over the graphemes.
#[must_use]
pub fn width(text: &str) -> usize {
    let mut columns = 0;
    if text.chars().all(|c| {
        columns += 1;
        is_single_width(c)
    }) {
        return columns;
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// True for characters that take one column and never combine: Latin, Greek and Cyrillic letters, digits, common symbols,
/// box drawing. Nearly all text consists of these, and grapheme segmentation is expensive.
#[must_use]
pub fn is_single_width(c: char) -> bool {
    matches!(
        c,
        ' '..='~' | '\u{A1}'..='\u{A8}' | '\u{AA}'..='\u{AC}' | '\u{AF}'..='\u{2FF}' | '\u{370}'..='\u{482}'
            | '\u{48A}'..='\u{52F}' | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{259F}'
    )
}

/// True for characters of [`is_single_width`], newlines and tabs.
pub(super) fn is_plain(c: char) -> bool {
    is_single_width(c) || matches!(c, '\n' | '\t')
}

/// Returns the length of the longest beginning of a text that has only characters of [`is_plain`].
pub(super) fn plain_prefix(text: &str) -> usize {
    // Loops without branches over arrays become vector instructions.
    let is_plain_block = |block: &&[u8; BLOCK]| {
        let is_other = |byte: u8| {
            u8::from(byte.wrapping_sub(b' ') > b'~' - b' ')
                & u8::from(byte != b'\n')
                & u8::from(byte != b'\t')
        };
        block.iter().fold(0, |others, byte| others | is_other(*byte)) == 0
    };
    let mut rest = text;
    while !rest.is_empty() {
        let (blocks, _) = rest.as_bytes().as_chunks::<BLOCK>();
        let ascii = BLOCK * blocks.iter().take_while(is_plain_block).count();
        let mut chars = rest[ascii..].chars();
        for _ in 0..BLOCK {
            rest = chars.as_str();
            if !chars.next().is_some_and(is_plain) {
                return text.len() - rest.len();
            }
        }
        rest = chars.as_str();
    }
    text.len()
}

/// The number of bytes or characters that [`plain_prefix`] looks at together.
const BLOCK: usize = 32;

/// Truncates to `columns`, ending in `…` if anything is cut.
///
/// ```
/// use kurultai_schedule::text::cut;
/// assert_eq!(cut("Janson", 6), "Janson");
/// assert_eq!(cut("Janson", 4), "Jan…");
/// assert_eq!(cut("日本語", 4), "日…");
/// ```
#[must_use]
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else { return Cow::Borrowed("") };
    let mut used = 0;
    let mut end = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > room {
            break;
        }
        end = at + grapheme.len();
    }
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

/// Truncates or pads with spaces to exactly `columns`.
#[must_use]
pub fn pad(text: &str, columns: usize) -> String {
    let text = cut(text, columns);
    let blanks = columns.saturating_sub(width(&text));
    format!("{text}{:blanks$}", "")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn widths_of_scripts() {
        for (text, columns) in [
            ("", 0),
            ("Өмүрбек", 7),
            ("日本語", 6),
            ("e\u{301}", 1),
            ("a\u{200d}b", 2),
            ("👨\u{200d}👩\u{200d}👧", 2),
        ] {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }

    #[test]
    fn plain_characters_take_one_column_beside_any_other() {
        let plain: Vec<char> = ('\0'..='\u{FFFF}').filter(|c| is_single_width(*c)).collect();
        assert!(plain.len() > 1000);
        for pair in plain.windows(2) {
            let text: String = pair.iter().collect();
            assert_eq!(
                text.graphemes(true).map(UnicodeWidthStr::width).collect::<Vec<_>>(),
                [1, 1],
                "{text:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn cut_and_pad_keep_to_their_columns(text in "\\PC{0,30}", columns in 0_usize..40) {
            prop_assert!(width(&cut(&text, columns)) <= columns);
            prop_assert_eq!(width(&pad(&text, columns)), columns);
        }
    }
}
