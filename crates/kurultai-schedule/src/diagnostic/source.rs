//! [`Source`]: the text of a file with its name.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::{Code, Diagnostic, MessageArg, Position, Span, limits};
use crate::text::encoding::{self, Decoded, How};
use crate::text::{Excess, SafeText};

/// The text of a file with its name.
#[derive(Debug, Clone)]
pub struct Source {
    name: SafeText,
    text: Arc<String>,
    /// Byte offset of each line, found when the first position is needed.
    lines: Arc<OnceLock<Vec<usize>>>,
    /// The position where the file was cut.
    cut: Option<Excess>,
    /// The factor for limits: more than 1 only for a large local file.
    limit_factor: usize,
}

impl Source {
    /// Creates a source. `name` is shown in diagnostics; text beyond the limits is dropped.
    #[must_use]
    pub fn new(name: &str, text: &str) -> Self {
        Self::of_text(name, text.to_owned(), 1)
    }

    fn of_text(name: &str, mut text: String, limit_factor: usize) -> Self {
        let cut = limits::excess(&text, limit_factor);
        if let Some(cut) = cut.filter(|cut| text.is_char_boundary(cut.at)) {
            text.truncate(cut.at);
        }
        let name = SafeText::verbatim(name).replace(['\n', '\t'], "\u{FFFD}");
        Self {
            name: SafeText::verbatim(&name),
            text: Arc::new(text),
            lines: Arc::default(),
            cut,
            limit_factor,
        }
    }

    /// Returns the factor for the limits of `format::limits`.
    pub(crate) fn limit_factor(&self) -> usize {
        self.limit_factor
    }

    /// Returns the position where the file was cut.
    #[must_use]
    pub fn cut(&self) -> Option<Excess> {
        self.cut
    }

    /// Decodes the bytes of a file. Invalid sequences become U+FFFD; they and a guessed encoding are reported.
    #[must_use]
    pub fn decode<'b>(name: &str, bytes: impl Into<Cow<'b, [u8]>>) -> (Self, Vec<Diagnostic>) {
        Self::decode_as(name, bytes, None)
    }

    /// Decodes bytes from a server, which may declare their encoding.
    #[must_use]
    pub fn decode_as<'b>(
        name: &str,
        bytes: impl Into<Cow<'b, [u8]>>,
        charset: Option<&str>,
    ) -> (Self, Vec<Diagnostic>) {
        Self::decode_with_limits(name, bytes.into(), charset, 1)
    }

    /// Decodes the bytes of a local file, whose limits grow with its size. A small hostile file cannot become large, as
    /// it could by decompression.
    #[must_use]
    pub fn decode_local(name: &str, bytes: Vec<u8>) -> (Self, Vec<Diagnostic>) {
        let limit_factor = limits::factor(&bytes);
        Self::decode_with_limits(name, bytes.into(), None, limit_factor)
    }

    fn decode_with_limits(
        name: &str,
        bytes: Cow<'_, [u8]>,
        charset: Option<&str>,
        limit_factor: usize,
    ) -> (Self, Vec<Diagnostic>) {
        let Decoded { text, how, bad } = encoding::decode(bytes, charset);
        let of = |code, at, encoding| Diagnostic::new(code, at).with("encoding", MessageArg::text(encoding));
        let mut diagnostics = match how {
            How::Utf16 => vec![Diagnostic::new(Code::Utf16, Span::default())],
            How::Guessed(encoding) => vec![of(Code::GuessedEncoding, Span::default(), encoding)],
            How::Utf8 | How::Named(_) => Vec::new(),
        };
        if let Some((at, count)) = bad {
            let place = Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8());
            diagnostics.push(match how {
                // The text before the first invalid byte has the same offsets as the file.
                How::Utf8 => Diagnostic::new(Code::NotUtf8, place).with("offset", MessageArg::count(at)),
                How::Utf16 => of(Code::BadBytes, place, "UTF-16").with("count", MessageArg::count(count)),
                How::Named(encoding) | How::Guessed(encoding) => {
                    of(Code::BadBytes, place, encoding).with("count", MessageArg::count(count))
                }
            });
        }
        // Line ends of classic Mac OS.
        let has = |byte| memchr::memchr(byte, text.as_bytes()).is_some();
        let text = if has(b'\r') && !has(b'\n') { text.replace('\r', "\n") } else { text };
        (Self::of_text(name, text, limit_factor), diagnostics)
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &SafeText {
        &self.name
    }

    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the byte offset of each line.
    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let ends = memchr::memchr_iter(b'\n', self.text.as_bytes());
            std::iter::once(0).chain(ends.map(|end| end + 1)).collect()
        })
    }

    /// Returns the position of a byte.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let lines = self.lines();
        let line = lines.partition_point(|start| *start <= byte).max(1);
        let start = lines[line - 1];
        let before = self.text.get(start..byte.min(self.text.len())).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    /// Returns the span of a line, counted from 1, without its line end.
    #[must_use]
    pub fn line(&self, line: usize) -> Span {
        let lines = self.lines();
        let start = line.checked_sub(1).and_then(|at| lines.get(at)).copied().unwrap_or(self.text.len());
        let end = lines.get(line).map_or(self.text.len(), |next| next - 1);
        let text = self.text[start..end].trim_end_matches('\r');
        Span::new(start, start + text.len())
    }
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
            let (source, diagnostics) = Source::decode("a", bytes);
            let codes: Vec<_> =
                diagnostics.iter().map(|diagnostic| (diagnostic.code, diagnostic.span.start)).collect();
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
