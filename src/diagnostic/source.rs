//! [`Source`]: a text with a name, and [`Span`]: a place in it.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Code, Diagnostic};
use crate::locale::Value;
use crate::text::Clean;

/// A range of bytes in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// From `start` up to `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

/// A place as people count: line and column from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// A text with a name.
#[derive(Debug, Clone)]
pub struct Source {
    name: Clean,
    text: Arc<str>,
    /// The byte at which each line begins.
    lines: Arc<[usize]>,
}

impl Source {
    /// A text and the name to call it by in findings: its path.
    #[must_use]
    pub fn new(name: &str, text: &str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let name = Clean::verbatim(name).replace(['\n', '\t'], "\u{FFFD}");
        Self {
            name: Clean::verbatim(&name),
            text: text.into(),
            lines: std::iter::once(0).chain(starts).collect(),
        }
    }

    /// A text out of the bytes of a file: UTF-8, with or without a byte order mark, or UTF-16 with one. What is neither
    /// is read as far as it goes, with U+FFFD for the rest, and said.
    #[must_use]
    pub fn decode(name: &str, bytes: &[u8]) -> (Self, Vec<Diagnostic>) {
        let utf16: Option<fn([u8; 2]) -> u16> = match bytes {
            [0xFF, 0xFE, ..] => Some(u16::from_le_bytes),
            [0xFE, 0xFF, ..] => Some(u16::from_be_bytes),
            _ => None,
        };
        if let Some(unit) = utf16 {
            let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
            let text: String =
                char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
            return (Self::new(name, &text), vec![Diagnostic::new(Code::Utf16, Span::default())]);
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let bytes = if bytes.starts_with(b"BEGIN:VCALENDAR") && std::str::from_utf8(bytes).is_err() {
            Cow::from(with_whole_characters(bytes))
        } else {
            Cow::from(bytes)
        };
        match std::str::from_utf8(&bytes) {
            // Lines end here as they once did on a Macintosh.
            Ok(text) if text.contains('\r') && !text.contains('\n') => {
                (Self::new(name, &text.replace('\r', "\n")), Vec::new())
            }
            Ok(text) => (Self::new(name, text), Vec::new()),
            Err(error) => {
                // Everything before the first bad byte is as it was, so its place holds in the mended text, too.
                let at = error.valid_up_to();
                let source = Self::new(name, &String::from_utf8_lossy(&bytes));
                let finding = Diagnostic::new(
                    Code::NotUtf8,
                    Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8()),
                )
                .with("offset", Value::count(at));
                (source, vec![finding])
            }
        }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &Clean {
        &self.name
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a byte is.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= byte).max(1);
        let start = self.lines[line - 1];
        let before = self.text.get(start..byte.min(self.text.len())).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    /// The bytes of a line, counted from 1, without its end.
    #[must_use]
    pub fn line(&self, line: usize) -> Span {
        let start = line.checked_sub(1).and_then(|at| self.lines.get(at)).copied().unwrap_or(self.text.len());
        let end = self.lines.get(line).map_or(self.text.len(), |next| next - 1);
        let text = self.text[start..end].trim_end_matches('\r');
        Span::new(start, start + text.len())
    }
}

/// The same bytes, but folds of lines that stand inside of a character behind it: calendars may be folded so (RFC 5545,
/// 3.1), and nothing is lost by it.
fn with_whole_characters(bytes: &[u8]) -> Vec<u8> {
    let is_inner = |byte: Option<&u8>| byte.is_some_and(|byte| (0x80..0xC0).contains(byte));
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        whole.push(*first);
        rest = after;
        let length = match first {
            0xC2..0xE0 => 1,
            0xE0..0xF0 => 2,
            0xF0..0xF5 => 3,
            _ => continue,
        };
        let before = (0..length).take_while(|at| is_inner(rest.get(*at))).count();
        let folds = [&b"\r\n "[..], b"\r\n\t", b"\n ", b"\n\t"];
        let Some(fold) = folds.into_iter().find(|fold| rest[before..].starts_with(fold)) else { continue };
        let (behind, end) = (before + fold.len(), length + fold.len());
        if before < length && (behind..end).all(|at| is_inner(rest.get(at))) {
            whole.extend([&rest[..before], &rest[behind..end], fold].concat());
            rest = &rest[end..];
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let source = Source::new("a.toml", "өмүр\r\nb = 1\n");
        let at = |byte| {
            let Position { line, column } = source.position(byte);
            (line, column)
        };
        assert_eq!([at(0), at(4), at(10), at(14), at(99)], [(1, 1), (1, 3), (2, 1), (2, 5), (3, 1)]);
        assert_eq!(&source.text()[source.line(1).start..source.line(1).end], "өмүр");
        assert_eq!(source.line(99), Span::new(16, 16));
    }

    #[test]
    fn files_are_decoded_or_mended() {
        let decode = |bytes: &[u8]| {
            let (source, findings) = Source::decode("a", bytes);
            let codes: Vec<_> = findings.iter().map(|finding| (finding.code, finding.span.start)).collect();
            (source.text().to_owned(), codes)
        };
        assert_eq!(decode("\u{feff}title = 'ү'".as_bytes()), ("title = 'ү'".into(), vec![]));
        assert_eq!(decode(b"a\n\xffb"), ("a\n\u{fffd}b".into(), vec![(Code::NotUtf8, 2)]));
        assert_eq!(decode(b"a = 1\rb = 2\r"), ("a = 1\nb = 2\n".into(), vec![]));
        let folded = |text: &str| format!("BEGIN:VCALENDAR\nA:{text}");
        let bytes = b"BEGIN:VCALENDAR\nA:\xF0\x9F\r\n \x90\xAF.\xD2\n\t\xAF.\xD2\n x";
        let text = folded("\u{1F42F}\r\n .ү\n\t.\u{fffd}\n x");
        assert_eq!(decode(bytes), (text, vec![(Code::NotUtf8, 31)]));
        assert_eq!(decode(b"\xff\xfet\0\xaf\x04"), ("tү".into(), vec![(Code::Utf16, 0)]));
        assert_eq!(decode(b"\xfe\xff\0t\x04\xaf"), ("tү".into(), vec![(Code::Utf16, 0)]));
    }
}
