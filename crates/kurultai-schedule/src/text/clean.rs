//! [`SafeText`]: text that is safe to write to a terminal.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

use super::width::{is_plain, plain_prefix};

const REPLACEMENT: char = '\u{FFFD}';
/// The number of combining marks kept per base character; no living orthography needs more than four.
const MARKS: usize = 8;
/// Maximum length of a grapheme. The longest emoji in Unicode's list has 35 bytes.
const GRAPHEME_BYTES: usize = 64;

/// Text without anything that could control a terminal or mislead the reader.
///
/// * C0 and C1 controls other than newline and tab, bidi embeddings and overrides (U+202A–E), tag characters
///   (U+E0000–E007F), interlinear annotation (U+FFF9–B) and noncharacters are replaced by U+FFFD.
/// * Balanced embeddings, and bidi marks at the edges of lines, where they have no effect, are dropped:
///   editors and phones leave them there.
/// * An isolate (U+2066–8) that is open at the end of its paragraph is closed; a stray U+2069 is replaced.
/// * A grapheme is limited to eight combining marks and 64 bytes.
/// * `\r\n`, a lone `\r`, the vertical tab, the form feed, U+0085, U+2028 and U+2029 become newlines.
///
/// LRM, RLM, isolates, ZWJ, ZWNJ and soft hyphens are kept because scripts need them; drawing drops
/// characters without a width.
///
/// ```
/// use kurultai_schedule::text::SafeText;
/// assert_eq!(&*SafeText::line("a\u{1b}]0;x\u{7}b"), "a\u{fffd}]0;x\u{fffd}b");
/// assert_eq!(&*SafeText::line(" two\n lines "), "two lines");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SafeText(Arc<str>);

/// Result of [`SafeText::sanitize_line`] and [`SafeText::sanitize_text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// The sanitized text.
    pub text: SafeText,
    /// The distinct characters that were replaced or dropped, in order of appearance.
    pub replaced: Vec<char>,
}

impl SafeText {
    /// Sanitizes to a single line. Replaces runs of newlines, tabs and spaces by one space, and trims white
    /// space of any script.
    #[must_use]
    pub fn line(raw: &str) -> Self {
        Self::sanitize_line(raw).text
    }

    /// Sanitizes text of several lines. Trims leading newlines and trailing white space.
    #[must_use]
    pub fn text(raw: &str) -> Self {
        Self::sanitize_text(raw).text
    }

    /// Sanitizes without trimming or joining anything, for source code.
    #[must_use]
    pub fn verbatim(raw: &str) -> Self {
        clean(raw).text
    }

    /// Same as [`SafeText::line`], but also returns the replaced characters.
    #[must_use]
    pub fn sanitize_line(raw: &str) -> Cleaned {
        let Cleaned { text, replaced } = clean(raw);
        let line = text.trim();
        let is_tidy = line.len() == text.len()
            && !text.is_empty()
            && !text.contains(['\n', '\t'])
            && !text.contains("  ");
        if is_tidy {
            return Cleaned { text, replaced };
        }
        // Only ASCII white space is collapsed within a line: no-break and ideographic spaces are deliberate.
        let words: Vec<&str> = line.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect();
        Cleaned { text: Self(words.join(" ").into()), replaced }
    }

    /// Same as [`SafeText::text`], but also returns the replaced characters.
    #[must_use]
    pub fn sanitize_text(raw: &str) -> Cleaned {
        let Cleaned { text, replaced } = clean(raw);
        let trimmed = text.trim_end_matches([' ', '\t', '\n']).trim_start_matches('\n');
        if trimmed.len() == text.len() {
            return Cleaned { text, replaced };
        }
        Cleaned { text: Self(trimmed.into()), replaced }
    }

    /// Returns the text as a string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn clean(raw: &str) -> Cleaned {
    // Fast path: nearly all text consists of letters without marks.
    if plain_prefix(raw) == raw.len() {
        return Cleaned { text: SafeText(raw.into()), replaced: Vec::new() };
    }
    let mut cleaner = Cleaner { out: String::with_capacity(raw.len()), replaced: Vec::new(), isolates: 0 };
    let tidy = without_idle_marks(raw);
    let mut rest = &*tidy;
    while !rest.is_empty() {
        let (plain, other) = rest.split_at(end_of_plain(rest));
        cleaner.take_plain(plain);
        let (other, after) = other.split_at(end_of_other(other));
        other.graphemes(true).for_each(|grapheme| cleaner.take(grapheme));
        rest = after;
    }
    cleaner.close_isolates();
    Cleaned { text: SafeText(cleaner.out.into()), replaced: cleaner.replaced }
}

/// Returns the end of the characters that form graphemes of their own and need no cleaning. The last plain character may
/// combine with what follows.
fn end_of_plain(text: &str) -> usize {
    let plain = plain_prefix(text);
    let last = text[..plain].chars().next_back().map_or(0, char::len_utf8);
    if plain == text.len() { plain } else { plain - last }
}

/// Returns the position between the first two plain characters, where a grapheme ends.
fn end_of_other(text: &str) -> usize {
    let mut is_after_plain = false;
    let end = text.char_indices().find(|(_, c)| {
        let is_plain = is_plain(*c);
        std::mem::replace(&mut is_after_plain, is_plain) && is_plain
    });
    end.map_or(text.len(), |(at, _)| at)
}

struct Cleaner {
    out: String,
    replaced: Vec<char>,
    isolates: usize,
}

impl Cleaner {
    fn take_plain(&mut self, plain: &str) {
        match plain.find('\n').filter(|_| self.isolates > 0) {
            Some(end) => {
                self.out.push_str(&plain[..end]);
                self.close_isolates();
                self.out.push_str(&plain[end..]);
            }
            None => self.out.push_str(plain),
        }
    }

    fn take(&mut self, grapheme: &str) {
        if grapheme == "\r\n" {
            self.newline();
            return;
        }
        let (mut marks, mut bytes) = (0, 0);
        for (n, c) in grapheme.chars().enumerate() {
            bytes += c.len_utf8();
            if n > 0 && is_mark(c) {
                marks += 1;
            }
            if marks > MARKS || bytes > GRAPHEME_BYTES {
                self.note(c);
                continue;
            }
            self.take_char(c);
        }
    }

    fn take_char(&mut self, c: char) {
        match c {
            _ if is_line_end(c) => self.newline(),
            '\t' => self.out.push('\t'),
            '\u{2066}'..='\u{2068}' => {
                self.isolates += 1;
                self.out.push(c);
            }
            '\u{2069}' if self.isolates > 0 => {
                self.isolates -= 1;
                self.out.push(c);
            }
            _ if is_hostile(c) => {
                self.note(c);
                self.out.push(REPLACEMENT);
            }
            _ => self.out.push(c),
        }
    }

    /// Closes open isolates, which end with their paragraph.
    fn newline(&mut self) {
        self.close_isolates();
        self.out.push('\n');
    }

    fn close_isolates(&mut self) {
        for _ in 0..std::mem::take(&mut self.isolates) {
            self.out.push('\u{2069}');
        }
    }

    fn note(&mut self, c: char) {
        if !self.replaced.contains(&c) {
            self.replaced.push(c);
        }
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Removes balanced embeddings and bidi marks at the edges of lines. An override is dropped only at the end of its line,
/// since anywhere else it reorders letters.
fn without_idle_marks(raw: &str) -> Cow<'_, str> {
    let is_mark = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2069}');
    if !raw.contains(is_mark) {
        return Cow::Borrowed(raw);
    }
    let mut tidy = String::with_capacity(raw.len());
    for line in raw.split_inclusive(is_line_end) {
        let is_edge = |c: char| is_mark(c) || c.is_whitespace();
        let start = line.find(|c| !is_edge(c)).unwrap_or(line.len());
        let end = line.trim_end_matches(is_edge).len();
        let (mut open, mut isolates, mut idle) = (Vec::new(), 0_usize, Vec::new());
        for (at, c) in line.char_indices() {
            match c {
                '\u{202A}'..='\u{202B}' | '\u{202D}'..='\u{202E}' => open.push((at, c)),
                '\u{202C}' => match open.pop() {
                    Some((opener, '\u{202A}' | '\u{202B}')) => idle.extend([opener, at]),
                    None if at < start || at >= end => idle.push(at),
                    _ => {}
                },
                '\u{2066}'..='\u{2068}' => isolates += 1,
                '\u{2069}' if isolates > 0 => isolates -= 1,
                '\u{2069}' if at < start || at >= end => idle.push(at),
                _ => {}
            }
        }
        let is_override = |c: char| matches!(c, '\u{202D}' | '\u{202E}');
        let edges = open.iter().filter(|(at, c)| *at >= end || (*at < start && !is_override(*c)));
        idle.extend(edges.map(|(at, _)| *at));
        idle.sort_unstable();
        let kept = line.char_indices().filter(|(at, c)| !is_mark(*c) || idle.binary_search(at).is_err());
        tidy.extend(kept.map(|(_, c)| c));
    }
    Cow::Owned(tidy)
}

fn is_hostile(c: char) -> bool {
    // Noncharacters: no format accepts them, and terminals drop them.
    let is_none = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    is_none
        || c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2069}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// True for combining characters except joiners, which hold emoji and Indic clusters together.
fn is_mark(c: char) -> bool {
    !matches!(c, '\u{200C}' | '\u{200D}') && unicode_width::UnicodeWidthChar::width(c) == Some(0)
}

impl Deref for SafeText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str, replaced: &[char]) {
        let cleaned = SafeText::sanitize_text(raw);
        assert_eq!((&*cleaned.text, &*cleaned.replaced), (expected, replaced), "{raw:?}");
    }

    #[test]
    fn plain_text_in_any_script_stays() {
        for text in [
            "Our day",
            "Өмүрбек",
            "日本語",
            "שלום\u{200F}",
            "می\u{200C}خواهم",
            "👨\u{200D}👩\u{200D}👧",
            "❤\u{FE0F}",
        ] {
            check(text, text, &[]);
        }
    }

    #[test]
    fn controls_become_replacement_characters() {
        check("a\u{1b}[31mb", "a\u{fffd}[31mb", &['\u{1b}']);
        check("a\u{9b}b\u{7f}\u{0}", "a\u{fffd}b\u{fffd}\u{fffd}", &['\u{9b}', '\u{7f}', '\u{0}']);
        check(
            "a\u{ffff}b\u{1fffe}\u{fdd0}",
            "a\u{fffd}b\u{fffd}\u{fffd}",
            &['\u{ffff}', '\u{1fffe}', '\u{fdd0}'],
        );
        check(
            "a\u{202e}b\u{e0041}\u{fff9}",
            "a\u{fffd}b\u{fffd}\u{fffd}",
            &['\u{202e}', '\u{e0041}', '\u{fff9}'],
        );
    }

    #[test]
    fn lines_end_in_one_way() {
        check("a\r\nb\u{2028}c\nd\n\n", "a\nb\nc\nd", &[]);
        assert_eq!(&*SafeText::line("a\r\n\tb  c "), "a b c");
        assert_eq!(&*SafeText::line("a\u{a0} b"), "a\u{a0} b");
        for blank in ["\u{a0}", "\u{2000}", "\u{3000} ", " \u{202f}"] {
            assert_eq!(
                &*SafeText::line(&format!("{blank}a{blank}b{blank}")),
                format!("a{blank}b"),
                "{blank:?}"
            );
            assert_eq!(&*SafeText::line(blank), "");
        }
    }

    #[test]
    fn every_line_end_is_one() {
        for end in ["\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\n", "\r\n"] {
            check(&format!("a{end}b{end}"), "a\nb", &[]);
            assert_eq!(&*SafeText::line(&format!("{end}a{end}{end}b{end}")), "a b", "{end:?}");
        }
    }

    #[test]
    fn marks_of_direction_that_do_nothing_are_dropped() {
        for (raw, text) in [
            ("Ada One\u{2069}", "Ada One"),
            ("\u{202c}Ada One \u{2069}\u{202c} ", "Ada One"),
            ("\u{202a}Ada\u{202c} One", "Ada One"),
            ("one \u{202b}שלום\u{202c} two", "one שלום two"),
            ("\u{202a}\u{202b}a\u{202c} b\u{202c}", "a b"),
            ("\u{202a}Ada One", "Ada One"),
            ("Ada One\u{202e}", "Ada One"),
            ("one\u{2069}\n\u{202a}two", "one\ntwo"),
            ("\u{202c}", ""),
            ("\u{2067}שלום\u{2069}\u{2069}", "\u{2067}שלום\u{2069}"),
        ] {
            check(raw, text, &[]);
        }
    }

    #[test]
    fn marks_of_direction_that_do_something_are_seen() {
        check("\u{202e}One", "\u{fffd}One", &['\u{202e}']);
        check("a \u{202d}b\u{202c} c", "a \u{fffd}b\u{fffd} c", &['\u{202d}', '\u{202c}']);
        check("a\u{202a}b", "a\u{fffd}b", &['\u{202a}']);
        check("a\u{202c}b\u{2069}c", "a\u{fffd}b\u{fffd}c", &['\u{202c}', '\u{2069}']);
    }

    #[test]
    fn isolates_are_closed_in_their_paragraph() {
        check("\u{2067}a\nb", "\u{2067}a\u{2069}\nb", &[]);
        check("\u{2068}\u{2066}a\u{2069}", "\u{2068}\u{2066}a\u{2069}\u{2069}", &[]);
        check("a\u{2069}b", "a\u{fffd}b", &['\u{2069}']);
    }

    #[test]
    fn towers_of_marks_are_cut() {
        let tower = format!("a{}", "\u{301}".repeat(100_000));
        check(&tower, &format!("a{}", "\u{301}".repeat(8)), &['\u{301}']);
        let chain = "👨\u{200D}".repeat(1000);
        assert!(SafeText::line(&chain).len() <= 64);
    }

    /// Cleans without regard to which characters are plain.
    fn clean_by_grapheme(raw: &str) -> Cleaned {
        let mut cleaner = Cleaner { out: String::new(), replaced: Vec::new(), isolates: 0 };
        without_idle_marks(raw).graphemes(true).for_each(|grapheme| cleaner.take(grapheme));
        cleaner.close_isolates();
        Cleaned { text: SafeText(cleaner.out.into()), replaced: cleaner.replaced }
    }

    #[test]
    fn marks_and_joiners_are_kept_together_with_plain_characters() {
        let plain = "plain text that is longer than a block ".repeat(3);
        for other in [
            "e\u{301}",
            "\u{1b}[0m",
            "\u{2067}a\nb\nc",
            "\r\n",
            "日本",
            "👨\u{200D}👩",
            "\u{600}1",
            "i\u{307}\u{323}k",
        ] {
            for raw in
                [format!("{plain}{other}{plain}"), format!("{other}{plain}"), format!("{plain}{other}")]
            {
                assert_eq!(clean(&raw), clean_by_grapheme(&raw), "{raw:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn plain_parts_are_cleaned_like_others(
            raw in "([a-c\n é\u{301}]|[ -~]{0,40}|\r|\u{2067}|\u{2069}|\u{202e}|\u{1b}|\u{600}|日|👨|\u{200d}|\u{915}\u{94d}){0,24}"
        ) {
            prop_assert_eq!(clean(&raw), clean_by_grapheme(&raw), "{:?}", raw);
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(raw in any::<String>()) {
            let once = SafeText::text(&raw);
            let twice = SafeText::sanitize_text(&once);
            prop_assert_eq!(&twice.text, &once);
            prop_assert_eq!(twice.replaced, Vec::<char>::new());
        }

        #[test]
        fn nothing_hostile_is_left(raw in "[\\x00-\\x1f\\x7f-\\x9f\u{202a}-\u{202e}\u{2066}-\u{2069}\u{301}\u{e0001}a ]{0,40}") {
            let text = SafeText::text(&raw);
            prop_assert!(text.chars().all(|c| c == '\n' || c == '\t' || !c.is_control()));
            let left = text.contains(['\u{202a}', '\u{202e}', '\u{e0001}']);
            prop_assert!(!left, "{:?}", text);
            prop_assert!(text.graphemes(true).all(|grapheme| grapheme.len() <= GRAPHEME_BYTES));
            prop_assert!(!SafeText::line(&raw).contains(['\n', '\t']));
        }
    }
}
