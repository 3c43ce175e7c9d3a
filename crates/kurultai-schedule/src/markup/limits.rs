//! Limits on the number of parts in a text. No real schedule approaches it; a longer text would
//! take memory and time out of proportion to its length.

use crate::text::Excess;

const LINES: (&str, usize) = ("lines", 20_000);
/// Characters that may begin markup in Markdown or HTML.
const MARKS: (&str, usize) = ("marks", 50_000);
/// Marks the cut.
pub(super) const ELLIPSIS: &str = "[…]";

/// Returns the position of the cut, or `None` if the text is within the limits.
///
/// ```
/// use kurultai_schedule::{markup, text::Excess};
/// assert_eq!(markup::excess("**One** line"), None);
/// assert_eq!(markup::excess(&"a\n".repeat(30_000)), Some(Excess { at: 40_001, unit: "lines", limit: 20_000 }));
/// ```
#[must_use]
pub fn excess(text: &str) -> Option<Excess> {
    if text.len() <= LINES.1 {
        return None;
    }
    let bytes = text.as_bytes();
    let (mut lines, mut marks) = (0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        let next = || bytes.get(at + 1).copied().unwrap_or_default();
        let (count, limit) = match byte {
            b'\n' => (&mut lines, LINES),
            b'\r' if next() != b'\n' => (&mut lines, LINES),
            b'*' | b'_' | b'`' | b'[' | b'<' | b'>' | b'&' | b'!' | b'|' | b'\\' | b'~' | b'@' => {
                (&mut marks, MARKS)
            }
            // List items nested in one line.
            b'-' | b'+' | b'.' | b')' if matches!(next(), b' ' | b'\t') => (&mut marks, MARKS),
            // URLs.
            b':' if next() == b'/' => (&mut marks, MARKS),
            b'w' if bytes[at..].starts_with(b"www.") => (&mut marks, MARKS),
            _ => continue,
        };
        *count += 1;
        if *count > limit.1 {
            return Some(Excess { at, unit: limit.0, limit: limit.1 });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::read;

    #[test]
    fn texts_beyond_the_limits_are_cut_and_marked() {
        for (one, what) in [
            ("a\n\n", "lines"),
            ("- a\n", "lines"),
            ("a\r\r", "lines"),
            ("&amp; ", "marks"),
            ("<p>a</p>", "marks"),
            ("**a** b ", "marks"),
            ("- ", "marks"),
            ("1. ", "marks"),
            ("http://a.example ", "marks"),
            ("www.a.example ", "marks"),
            ("[a](b) ", "marks"),
        ] {
            let text =
                format!("first{}{}last", if what == "lines" { "\n\n" } else { " " }, one.repeat(60_000));
            let found = excess(&text).expect(one);
            assert_eq!(found.unit, what, "{one:?}");
            let shown = read(&text).running();
            assert!(shown.starts_with("first"), "{one:?}: {}", &shown[..40]);
            assert!(shown.ends_with("\n[…]") && !shown.contains("last"), "{one:?}");
        }
    }

    #[test]
    fn a_long_text_of_ordinary_sentences_is_whole() {
        let text = "One sentence, with “quotes”: nothing (at all) is marked; see it.\n".repeat(19_000);
        assert_eq!(excess(&text), None);
        assert!(!read(&text).running().contains(ELLIPSIS));
    }
}
