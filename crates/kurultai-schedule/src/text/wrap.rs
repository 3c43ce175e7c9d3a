//! Line wrapping.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::width;

/// Wraps text into lines of at most `columns` columns at the break opportunities of UAX #14; a word wider than a line is
/// broken between graphemes. Newlines are kept, empty lines included.
///
/// Returns no lines for zero columns. Omits graphemes wider than `columns`.
///
/// ```
/// use kurultai_schedule::text::wrap;
/// assert_eq!(wrap("what is on now, and where", 12), ["what is on", "now, and", "where"]);
/// assert_eq!(wrap("日本語", 4), ["日本", "語"]);
/// ```
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    if text.contains('\t') {
        return wrap(&text.replace('\t', " "), columns);
    }
    lines(text, columns).into_iter().map(|line| text[line].to_owned()).collect()
}

/// Same as [`wrap`], but returns byte ranges in `text`, which must not contain tabs. Takes linear time.
#[must_use]
pub fn lines(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    if columns > 0 {
        for paragraph in text.split('\n') {
            break_paragraph(text, start..start + paragraph.len(), columns, &mut lines);
            start += paragraph.len() + 1;
        }
    }
    lines
}

fn break_paragraph(text: &str, place: Range<usize>, columns: usize, lines: &mut Vec<Range<usize>>) {
    let paragraph = &text[place.clone()];
    let trimmed = |start: usize, end: usize| start..start + text[start..end].trim_end().len();
    if width(paragraph) <= columns {
        lines.push(trimmed(place.start, place.end));
        return;
    }
    let before = lines.len();
    // Start of the current line, and its width.
    let (mut line, mut used) = (place.start, 0);
    let mut start = place.start;
    for (end, kind) in linebreaks(paragraph) {
        let end = place.start + end;
        // Do not break after `https://`, nor after a hyphen before a word: `-track:rust`, `--lang`.
        let is_inseparable =
            |word: &str| word.ends_with("//") || word.ends_with('-') && !word.contains(char::is_alphanumeric);
        if kind == BreakOpportunity::Allowed && is_inseparable(&text[start..end]) {
            continue;
        }
        let word = &text[start..end];
        let wide = width(word.trim_end());
        // Trailing spaces are not drawn, so they may exceed the width.
        if used + wide > columns && line < start {
            lines.push(trimmed(line, start));
            (line, used) = (start, 0);
        }
        if wide > columns {
            (line, used) = break_word(text, start..end, columns, lines);
        } else {
            used += width(word);
        }
        start = end;
        if kind == BreakOpportunity::Mandatory && end < place.end {
            lines.push(trimmed(line, end));
            (line, used) = (end, 0);
        }
    }
    let last = trimmed(line, place.end);
    if !last.is_empty() || lines.len() == before {
        lines.push(last);
    }
}

/// Breaks a word wider than a line; returns the start and the width of its last line.
fn break_word(
    text: &str,
    word: Range<usize>,
    columns: usize,
    lines: &mut Vec<Range<usize>>,
) -> (usize, usize) {
    let (mut line, mut used) = (word.start, 0);
    for (at, grapheme) in text[word.clone()].grapheme_indices(true) {
        let (at, wide) = (word.start + at, grapheme.width());
        // A grapheme that is left out separates two lines.
        if used + wide > columns && line < at {
            lines.push(line..line + text[line..at].trim_end().len());
            (line, used) = (at, 0);
        }
        if wide > columns {
            line = at + grapheme.len();
        } else {
            used += wide;
        }
    }
    (line, used)
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
        assert_eq!(wrap("a日b", 1), ["a", "b"]);
        assert_eq!(wrap("is:free -is:past", 12), ["is:free", "-is:past"]);
        assert_eq!(wrap("with --lang ru", 8), ["with", "--lang", "ru"]);
        assert_eq!(wrap("words (-past)", 7), ["words", "(-past)"]);
        assert_eq!(wrap("one - two", 6), ["one -", "two"]);
        assert_eq!(wrap("a -bcdef", 4), ["a", "-bcd", "ef"]);
        assert_eq!(wrap("see (https://a.example/b)", 18), ["see", "(https://a.example", "/b)"]);
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
