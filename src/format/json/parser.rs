//! The grammar of JSON, and how reading goes on where a file does not follow it.

use super::text;
use super::{Document, Json, Node};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};

/// The deepest nesting that is read. Programs need about ten.
const DEEPEST: usize = 128;
/// As many mistakes are said; who has more does not read them one by one.
const MOST_FINDINGS: usize = 20;
/// How often it is looked to the end of the file which bracket is missing.
const MOST_LOOKS: usize = 40;

/// A list or an object that is open.
pub(super) struct Frame {
    pub(super) start: usize,
    pub(super) content: Content,
}

pub(super) enum Content {
    List(Vec<Node>),
    /// With the name whose value is read.
    Object(Vec<(String, Node)>, Option<String>),
}

/// What must come next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Expect {
    Value,
    Name,
    Colon,
    Comma,
    End,
}

/// Whether what is wrong now may come of what was said already.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Said {
    Nothing,
    Mistake,
    /// Since that mistake there are too many open brackets, or too few.
    Owing,
}

pub(super) struct Parser<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) stack: Vec<Frame>,
    pub(super) expect: Expect,
    pub(super) root: Option<Node>,
    diagnostics: Vec<Diagnostic>,
    /// Whether a comma was read last.
    pub(super) after_comma: bool,
    said: Said,
    /// Whether nothing was wrong since the last comma.
    is_clean: bool,
    looks: usize,
    /// The quote that was looked for last: from where, and where it is.
    pub(super) next_quote: Option<(usize, usize)>,
}

impl<'t> Parser<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let at = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        Self {
            text,
            at,
            stack: Vec::new(),
            expect: Expect::Value,
            root: None,
            diagnostics: Vec::new(),
            after_comma: false,
            said: Said::Nothing,
            is_clean: true,
            looks: 0,
            next_quote: None,
        }
    }

    pub(super) fn read(mut self) -> Document {
        while let Some(byte) = self.next() {
            match self.expect {
                Expect::Value => self.value(byte),
                Expect::Name => self.name(byte),
                Expect::Colon => self.colon(byte),
                Expect::Comma => self.comma(byte),
                Expect::End => self.after_the_end(byte),
            }
        }
        if !self.stack.is_empty() || self.root.is_none() {
            self.report(self.text.trim_end().len(), "the file ends too early");
        }
        while !self.stack.is_empty() {
            self.close();
        }
        let nothing = Node { span: Span::default(), value: Json::Null };
        Document { root: self.root.unwrap_or(nothing), diagnostics: self.diagnostics }
    }

    /// The next byte that is no blank; `at` stands on it.
    fn next(&mut self) -> Option<u8> {
        self.at = self.after_blanks(self.at);
        self.byte(self.at)
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    pub(super) fn after_blanks(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from.min(self.text.len())..];
        from + rest.iter().position(|byte| !is_blank(*byte)).unwrap_or(rest.len())
    }

    fn value(&mut self, byte: u8) {
        if let Some((text, span)) = self.in_place_of_quote(byte) {
            return self.put(Json::Text(text), span);
        }
        match byte {
            b'"' => {
                let (text, span) = self.quoted(self.at + 1);
                self.put(text.map_or(Json::Null, Json::Text), span);
            }
            b'{' => self.open(Content::Object(Vec::new(), None)),
            b'[' => self.open(Content::List(Vec::new())),
            b'}' | b']' => self.on_closing_bracket(byte),
            b',' | b':' => {
                self.report(self.at, "a value is expected");
                match self.stack.last() {
                    Some(Frame { content: Content::Object(..), .. }) if byte == b',' => {
                        self.put(Json::Null, Span::new(self.at, self.at));
                    }
                    _ => self.at += 1,
                }
            }
            _ => self.scalar(),
        }
    }

    /// `true`, `null`, a number; or what is none of them.
    fn scalar(&mut self) {
        let (start, end) = (self.at, self.word_end());
        // A number in which the file ends may be longer.
        let is_whole = end < self.text.len() || self.stack.is_empty();
        // Before a bracket or a quote, no word can stand.
        let is_apart = !matches!(self.byte(end), Some(b'{' | b'[' | b'"'));
        let value = match &self.text[start..end] {
            _ if !is_apart => None,
            "null" => Some(Json::Null),
            "true" => Some(Json::Bool(true)),
            "false" => Some(Json::Bool(false)),
            word if is_number(word) && is_whole => Some(Json::Number(word.to_owned())),
            _ => None,
        };
        match value {
            Some(value) => {
                self.at = end;
                self.put(value, Span::new(start, end));
            }
            None => self.no_value(end),
        }
    }

    /// Where the word ends that stands here.
    pub(super) fn word_end(&self) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        let is_end =
            |byte: &u8| is_blank(*byte) || matches!(byte, b',' | b':' | b'[' | b']' | b'{' | b'}' | b'"');
        self.at + rest.iter().position(is_end).unwrap_or(rest.len())
    }

    /// The text after a quote; `None` when the file ends in it.
    pub(super) fn quoted(&mut self, from: usize) -> (Option<String>, Span) {
        let start = self.at;
        let quoted = text::read(self.text, from);
        if quoted.is_cut {
            self.report(self.text.len(), "the file ends too early");
        } else if let Some((at, what)) = quoted.wrong {
            self.report(at, what);
        }
        self.at = quoted.end;
        (Some(quoted.text).filter(|_| !quoted.is_cut), Span::new(start, quoted.end))
    }

    fn name(&mut self, byte: u8) {
        if let Some((name, _)) = self.in_place_of_quote(byte) {
            return self.on_name(Some(name));
        }
        match byte {
            b'"' => {
                let (name, _) = self.quoted(self.at + 1);
                self.on_name(name);
            }
            b'}' | b']' => self.on_closing_bracket(byte),
            b'{' | b'[' => self.no_name(),
            b',' | b':' => {
                self.report(self.at, "a name in quotes is expected");
                self.at += 1;
            }
            _ => self.broken_name(),
        }
    }

    pub(super) fn on_name(&mut self, read: Option<String>) {
        if let Some(Frame { content: Content::Object(_, name), .. }) = self.stack.last_mut() {
            *name = read;
        }
        self.expect = Expect::Colon;
    }

    fn colon(&mut self, byte: u8) {
        if byte == b':' {
            self.at += 1;
            self.expect = Expect::Value;
            return;
        }
        self.report(self.at, "a colon is expected");
        match byte {
            b',' | b'}' | b']' => {
                self.on_name(None);
                self.expect = Expect::Comma;
            }
            b'"' | b'{' | b'[' => self.expect = Expect::Value,
            _ => {
                self.at += self.text[self.at..].chars().next().map_or(1, char::len_utf8);
                self.expect = Expect::Value;
            }
        }
    }

    fn comma(&mut self, byte: u8) {
        match byte {
            b',' => {
                self.at += 1;
                self.after_comma = true;
                self.is_clean = true;
                self.expect = self.inside();
            }
            b'}' | b']' => self.on_closing_bracket(byte),
            b':' => self.colon_in_list(),
            _ => {
                self.report(self.at, "a comma or a closing bracket is expected");
                match byte {
                    b'{' | b'[' if self.is_turned(byte) => {
                        self.at += 1;
                        self.close();
                    }
                    b'"' | b'{' | b'[' => self.expect = self.inside(),
                    _ => self.at = self.word_end(),
                }
            }
        }
    }

    /// What comes next inside of what is open.
    pub(super) fn inside(&self) -> Expect {
        match self.stack.last() {
            Some(Frame { content: Content::Object(..), .. }) => Expect::Name,
            Some(_) => Expect::Value,
            None => Expect::End,
        }
    }

    pub(super) fn open(&mut self, content: Content) {
        if self.stack.len() >= DEEPEST {
            let start = self.at;
            self.report(start, "it is nested too deep");
            self.skip_nested();
            self.put(Json::Null, Span::new(start, self.at));
            return;
        }
        self.stack.push(Frame { start: self.at, content });
        self.at =
            (self.at + self.text[self.at..].chars().next().map_or(0, char::len_utf8)).min(self.text.len());
        self.after_comma = false;
        self.expect = self.inside();
    }

    /// Closes what is open innermost, up to here.
    pub(super) fn close(&mut self) {
        let Some(Frame { start, content }) = self.stack.pop() else { return };
        let value = match content {
            Content::List(items) => Json::List(items),
            Content::Object(members, _) => Json::Object(members),
        };
        self.put(value, Span::new(start, self.at));
    }

    /// Puts a value where it belongs.
    pub(super) fn put(&mut self, value: Json, span: Span) {
        let node = Node { span, value };
        self.after_comma = false;
        self.expect = Expect::Comma;
        match self.stack.last_mut().map(|frame| &mut frame.content) {
            Some(Content::List(items)) => items.push(node),
            Some(Content::Object(members, name)) => members.extend(name.take().map(|name| (name, node))),
            None => {
                self.root = Some(node);
                self.expect = Expect::End;
            }
        }
        if self.said == Said::Mistake && self.is_clean {
            let owes = self.bracket_balance(self.at).is_some_and(|surplus| surplus != (0, 0));
            self.said = if owes { Said::Owing } else { Said::Nothing };
        }
    }

    /// Says what is wrong, unless that comes of what was said before.
    pub(super) fn report(&mut self, at: usize, what: &str) {
        self.is_clean = false;
        let is_new = self.said == Said::Nothing;
        self.said = Said::Mistake;
        if !is_new || self.diagnostics.len() >= MOST_FINDINGS {
            return;
        }
        let long = self.text[at..].chars().next().map_or(0, char::len_utf8);
        let diagnostic = Diagnostic::new(Code::Syntax, Span::new(at, at + long));
        self.diagnostics.push(diagnostic.with("message", MessageArg::text(what)));
    }

    /// How many more braces and brackets are closed from here on than are open; `None` when it was looked too often.
    pub(super) fn bracket_balance(&mut self, from: usize) -> Option<(i32, i32)> {
        if self.looks >= MOST_LOOKS {
            return None;
        }
        self.looks += 1;
        let (mut braces, mut brackets) = (0, 0);
        for frame in &self.stack {
            match frame.content {
                Content::Object(..) => braces -= 1,
                Content::List(_) => brackets -= 1,
            }
        }
        each_bracket(self.text.as_bytes(), from, |byte| {
            match byte {
                b'{' => braces -= 1,
                b'}' => braces += 1,
                b'[' => brackets -= 1,
                _ => brackets += 1,
            }
            true
        });
        Some((braces, brackets))
    }

    /// Goes behind the list or object that begins here.
    pub(super) fn skip_nested(&mut self) {
        let mut depth = 0_usize;
        self.at = each_bracket(self.text.as_bytes(), self.at, |byte| {
            depth = if matches!(byte, b'{' | b'[') { depth + 1 } else { depth.saturating_sub(1) };
            depth > 0
        });
    }
}

/// Calls `visit` with each bracket outside of texts until it returns false; the place behind that bracket, or the end.
fn each_bracket(bytes: &[u8], from: usize, mut visit: impl FnMut(u8) -> bool) -> usize {
    let mut at = from;
    let mut in_text = false;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if in_text => at += 1,
            b'"' => in_text = !in_text,
            b'{' | b'}' | b'[' | b']' if !in_text && !visit(*byte) => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// A number as RFC 8259 writes it.
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
