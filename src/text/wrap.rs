//! Breaking a text into lines of a given width.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::width;

/// Breaks a text into lines of at most `columns` columns, where Unicode's line breaking (UAX #14) allows it; a word
/// that is wider than a line is broken between graphemes. Newlines are kept as line ends, an empty line stays.
///
/// With no columns there are no lines. A grapheme wider than `columns` is left out: there is no place for it.
///
/// ```
/// use kurultai::text::wrap;
/// assert_eq!(wrap("what is on now, and where", 12), ["what is on", "now, and", "where"]);
/// assert_eq!(wrap("日本語", 4), ["日本", "語"]);
/// ```
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    if columns == 0 {
        return Vec::new();
    }
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, columns)).collect()
}

fn wrap_paragraph(paragraph: &str, columns: usize) -> Vec<String> {
    if width(paragraph) <= columns && !paragraph.contains('\t') {
        return vec![paragraph.trim_end().to_owned()];
    }
    let paragraph = paragraph.replace('\t', " ");
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut start = 0;
    for (end, kind) in linebreaks(&paragraph) {
        let word = &paragraph[start..end];
        start = end;
        // Blanks at the end of a word may hang over the margin: they are not drawn there.
        if width(&line) + width(word.trim_end()) > columns && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        if width(word.trim_end()) > columns {
            break_word(word, columns, &mut line, &mut lines);
        } else {
            line.push_str(word);
        }
        if kind == BreakOpportunity::Mandatory && end < paragraph.len() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
    }
    if !line.trim_end().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Fills lines with the graphemes of a word that no line can hold; its end stays in `line`.
fn break_word(word: &str, columns: usize, line: &mut String, lines: &mut Vec<String>) {
    let mut used = width(line);
    for grapheme in word.graphemes(true) {
        let wide = grapheme.width();
        if wide > columns {
            continue;
        }
        if used + wide > columns {
            lines.push(std::mem::take(line).trim_end().to_owned());
            used = 0;
        }
        line.push_str(grapheme);
        used += wide;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn breaks_at_words_and_inside_long_ones() {
        assert_eq!(wrap("abc", 0), Vec::<String>::new());
        assert_eq!(wrap("", 10), [""]);
        assert_eq!(wrap("one\n\ntwo", 10), ["one", "", "two"]);
        assert_eq!(wrap("ыйгарым укуктуу өкүлү", 10), ["ыйгарым", "укуктуу", "өкүлү"]);
        assert_eq!(wrap("a gender-oriented approach", 10), ["a gender-", "oriented", "approach"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("日", 1), [""]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in "[a-zӨө日本 \\-]{0,60}", columns in 2_usize..20) {
            let lines = wrap(&text, columns);
            prop_assert!(lines.iter().all(|line| width(line) <= columns), "{:?}", lines);
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
