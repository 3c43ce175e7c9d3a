//! The parser. It stops at the first syntax error and keeps everything before it, closing all open lists and
//! objects. A truncated file thus loses only its last value.

use std::borrow::Cow;

use memchr::memchr2;

use super::{Document, Json, Node};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};

/// The deepest nesting; published schedules need about ten levels.
const MAX_DEPTH: usize = 128;

/// Parses a document up to its first syntax error.
pub(in crate::format) fn parse(text: &str) -> Document<'_> {
    let at = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut parser = Parser {
        text,
        at,
        depth: 0,
        diagnostics: Vec::new(),
        reported: Vec::new(),
        is_reported: false,
        is_stopped: false,
    };
    let root = parser.value().unwrap_or(Node { span: Span::default(), value: Json::Null });
    if !parser.is_stopped && parser.peek().is_some() {
        parser.stop("something stands behind the end");
    }
    Document { root, diagnostics: parser.diagnostics }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    diagnostics: Vec<Diagnostic>,
    /// The kinds of errors reported so far, to report each only once.
    reported: Vec<&'static str>,
    /// True if an error was found since the last comma; a second error there is only a consequence.
    is_reported: bool,
    /// True after the error that stops parsing.
    is_stopped: bool,
}

impl<'t> Parser<'t> {
    fn value(&mut self) -> Option<Node<'t>> {
        let byte = self.peek();
        let start = self.at;
        let value = match byte {
            Some(b'{' | b'[') if self.depth >= MAX_DEPTH => {
                self.stop("it is nested too deep");
                return None;
            }
            Some(b'{') => self.object(),
            Some(b'[') => self.list(),
            Some(b'"') => Json::Text(self.quoted()?),
            _ => self.scalar()?,
        };
        let span = Span::new(start, self.at);
        // This quote does not end the text: another quote is missing or not escaped.
        if matches!(value, Json::Text(_)) && !matches!(self.peek(), None | Some(b',' | b']' | b'}')) {
            self.stop("a comma or a closing bracket is expected");
            return None;
        }
        Some(Node { span, value })
    }

    fn object(&mut self) -> Json<'t> {
        let mut members = Vec::new();
        self.at += 1;
        self.depth += 1;
        while self.has_next(b'}', members.is_empty()) {
            let Some(name) = self.name() else { break };
            let Some(value) = self.value() else { break };
            members.push((name, value));
        }
        self.depth -= 1;
        Json::Object(members)
    }

    fn list(&mut self) -> Json<'t> {
        let mut items = Vec::new();
        self.at += 1;
        self.depth += 1;
        while self.has_next(b']', items.is_empty()) {
            let Some(item) = self.value() else { break };
            items.push(item);
        }
        self.depth -= 1;
        Json::List(items)
    }

    /// Reads the separator between two items, or the closing bracket. True if another item follows.
    fn has_next(&mut self, closing: u8, is_first: bool) -> bool {
        if self.is_stopped {
            return false;
        }
        match self.peek() {
            Some(byte) if byte == closing => {
                self.at += 1;
                return false;
            }
            _ if is_first => return true,
            Some(b',') => self.at += 1,
            byte => {
                self.stop(match byte {
                    Some(b']' | b'}') => "this bracket closes nothing",
                    _ => "a comma or a closing bracket is expected",
                });
                return false;
            }
        }
        self.is_reported = false;
        let is_end = self.peek() == Some(closing);
        if is_end {
            self.report(self.at, "a value is expected");
            self.at += 1;
        }
        !is_end
    }

    /// Reads the name of a member, and its colon.
    fn name(&mut self) -> Option<Cow<'t, str>> {
        if self.peek() != Some(b'"') {
            self.stop("a name in quotes is expected");
            return None;
        }
        let name = self.quoted()?;
        if self.peek() != Some(b':') {
            self.stop("a colon is expected");
            return None;
        }
        self.at += 1;
        Some(name)
    }

    /// Reads `true`, `false`, `null` or a number.
    fn scalar(&mut self) -> Option<Json<'t>> {
        let rest = &self.text[self.at..];
        let is_end =
            |byte: u8| is_blank(byte) || matches!(byte, b',' | b':' | b'[' | b']' | b'{' | b'}' | b'"');
        let end = rest.bytes().position(is_end).unwrap_or(rest.len());
        let value = match &rest[..end] {
            "null" => Json::Null,
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            // A truncated number may lack digits.
            number if is_number(number) && (end < rest.len() || self.depth == 0) => Json::Number(number),
            // Python writes these for unknown numbers.
            "NaN" | "Infinity" | "-Infinity" => {
                self.report(self.at, "a value is expected");
                Json::Null
            }
            _ => {
                self.stop("a value is expected");
                return None;
            }
        };
        self.at += end;
        Some(value)
    }

    /// Reads a quoted text; `None` if the file ends within it.
    fn quoted(&mut self) -> Option<Cow<'t, str>> {
        let mut out = String::new();
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let run = run(rest.as_bytes());
            if out.is_empty() && rest.as_bytes().get(run) == Some(&b'"') {
                self.at += run + 1;
                return Some(Cow::Borrowed(&rest[..run]));
            }
            out.push_str(&rest[..run]);
            self.at += run;
            match rest.as_bytes().get(run) {
                None => {
                    self.stop("");
                    return None;
                }
                Some(b'"') => {
                    self.at += 1;
                    return Some(Cow::Owned(out));
                }
                Some(b'\\') => out.push(self.escape()),
                Some(byte) => {
                    self.report(self.at, "a control character stands in a text");
                    out.push(char::from(*byte));
                    self.at += 1;
                }
            }
        }
    }

    /// Reads an escape sequence. Keeps an invalid one as written.
    fn escape(&mut self) -> char {
        let rest = &self.text[self.at..];
        let (c, length) = match rest.as_bytes().get(1) {
            Some(c @ (b'"' | b'\\' | b'/')) => (char::from(*c), 2),
            Some(b'b') => ('\u{8}', 2),
            Some(b'f') => ('\u{c}', 2),
            Some(b'n') => ('\n', 2),
            Some(b'r') => ('\r', 2),
            Some(b't') => ('\t', 2),
            Some(b'u') => {
                if let Some(first) = utf16_unit(rest) {
                    let second = rest.get(6..).and_then(utf16_unit);
                    if let Some(Ok(c)) = char::decode_utf16([first].into_iter().chain(second)).next() {
                        (c, 6 * c.len_utf16())
                    } else {
                        self.report(self.at, "half of a character stands here");
                        (char::REPLACEMENT_CHARACTER, 6)
                    }
                } else {
                    self.report(self.at, "\\u needs four digits");
                    ('\\', 1)
                }
            }
            _ => {
                self.report(self.at, "\\ has a meaning of its own in a text");
                ('\\', 1)
            }
        };
        self.at += length;
        c
    }

    /// Skips whitespace and returns the next byte without consuming it.
    fn peek(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        let blanks = rest.iter().position(|byte| !is_blank(*byte)).unwrap_or(rest.len());
        self.at += blanks;
        rest.get(blanks).copied()
    }

    /// Reports an error that stops parsing, here or at the end of the file.
    fn stop(&mut self, message: &'static str) {
        if self.at < self.text.len() {
            self.report(self.at, message);
        } else {
            self.report(self.text.trim_end().len(), "the file ends too early");
        }
        self.is_stopped = true;
    }

    fn report(&mut self, at: usize, message: &'static str) {
        if !self.is_reported && !self.reported.contains(&message) {
            let length = self.text[at..].chars().next().map_or(0, char::len_utf8);
            let diagnostic = Diagnostic::new(Code::Syntax, Span::new(at, at + length));
            self.diagnostics.push(diagnostic.with("message", MessageArg::text(message)));
            self.reported.push(message);
        }
        self.is_reported = true;
    }
}

/// Returns the number of bytes before the first quote, backslash or control character.
fn run(rest: &[u8]) -> usize {
    let run = memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
    // Without an early end, compilers turn the loop into vector instructions.
    let has_controls = rest[..run].iter().fold(0, |any, byte| any | u8::from(*byte < b' ')) != 0;
    let first_control = || rest[..run].iter().position(|byte| *byte < b' ');
    if has_controls { first_control().unwrap_or(run) } else { run }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Parses `\u00e9` at the start of a text.
fn utf16_unit(text: &str) -> Option<u16> {
    let digits = text.get(..6)?.strip_prefix("\\u")?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| u16::from_str_radix(digits, 16).ok())?
}

/// True for a number of RFC 8259.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let word = word.strip_prefix('-').unwrap_or(word);
    let (word, exponent) = word.split_once(['e', 'E']).map_or((word, None), |(word, it)| (word, Some(it)));
    let (whole, fraction) = word.split_once('.').map_or((word, None), |(word, it)| (word, Some(it)));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|it| digits(it.strip_prefix(['+', '-']).unwrap_or(it)))
}
