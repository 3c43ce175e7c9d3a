//! What is taken for what where a file is no JSON: which quote or bracket is lost, and which one is too many.
//!
//! A lost bracket shows at the end of the file: one kind is closed more often, or less, than it is opened. That decides
//! what is meant, so one lost character costs what it stood in and nothing else.

use super::parser::{Content, Expect, Frame, Parser, is_blank};
use super::{Json, Node};
use crate::diagnostic::Span;

impl Parser<'_> {
    /// A word stands, up to `end`, where a value should.
    pub(super) fn no_value(&mut self, end: usize) {
        self.report(self.at, "a value is expected");
        let is_one_character = self.text[self.at..end].chars().count() == 1;
        let next = self.byte(self.after_blanks(end));
        if is_one_character && matches!(next, Some(b'"' | b'{' | b'[')) {
            match self.bracket_balance(end) {
                Some((1, 0)) => return self.open(Content::Object(Vec::new(), None)),
                Some((0, 1)) => return self.open(Content::List(Vec::new())),
                _ => {}
            }
        }
        if let Some((text, span)) = self.without_quote(end) {
            return self.put(Json::Text(text), span);
        }
        let start = self.at;
        self.at = end;
        // One character before a value does not belong there; a word stands in its place.
        if !is_one_character || !matches!(next, Some(b'"' | b'{' | b'[')) {
            self.put(Json::Null, Span::new(start, end));
        }
    }

    /// The next quote; the end where there is none.
    fn quote_from(&mut self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        match self.next_quote {
            Some((before, quote)) if before <= from && from <= quote => quote,
            _ => {
                let quote = bytes[from..].iter().position(|byte| *byte == b'"');
                let quote = quote.map_or(bytes.len(), |at| from + at);
                self.next_quote = Some((from, quote));
                quote
            }
        }
    }

    /// A text whose first quote is lost: the next quote ends one.
    fn without_quote(&mut self, word_end: usize) -> Option<(String, Span)> {
        let bytes = self.text.as_bytes();
        let quote = self.quote_from(word_end);
        let before = bytes[..quote].iter().rev().take(LONGEST_LOOK).find(|byte| !is_blank(**byte));
        let after = bytes.get(quote + 1..)?.iter().take(LONGEST_LOOK).find(|byte| !is_blank(**byte));
        let opens = matches!(before, Some(b'[' | b'{' | b',' | b':'));
        if opens || !matches!(after, None | Some(b',' | b':' | b']' | b'}')) {
            return None;
        }
        let first = self.text[self.at..].chars().next().map_or(0, char::len_utf8);
        let (text, span) = self.quoted(self.at + first);
        Some((text?, span))
    }

    /// A text that a bracket or comma begins in place of its quote.
    pub(super) fn in_place_of_quote(&mut self, byte: u8) -> Option<(String, Span)> {
        let is_mark = |byte| matches!(byte, b',' | b':' | b'[' | b']' | b'{' | b'}');
        let next = self.byte(self.at + 1)?;
        if !is_mark(byte) || is_mark(next) || is_blank(next) || next == b'"' {
            return None;
        }
        // A bracket before a letter is one in place of a quote; before anything else, that stands in place of the quote.
        if matches!(byte, b'{' | b'[') && next.is_ascii() && !next.is_ascii_alphanumeric() {
            return None;
        }
        let start = self.at;
        let quote = self.quote_from(start);
        let is_name = self.byte(self.after_blanks((quote + 1).min(self.text.len()))) == Some(b':');
        if byte == b'{' && self.expect == Expect::Value && is_name {
            return None;
        }
        let found = self.without_quote(start + 1)?;
        self.report(start, "a quote is missing");
        Some(found)
    }

    /// A word stands where a name should: one without quotes, one that lost its first, or something else.
    pub(super) fn broken_name(&mut self) {
        self.report(self.at, "a name in quotes is expected");
        let (start, end) = (self.at, self.word_end());
        if let Some((name, _)) = self.without_quote(end) {
            return self.on_name(Some(name));
        }
        self.at = end;
        if self.byte(self.after_blanks(end)) == Some(b':') {
            let name = self.text[start..end].trim_matches('\'').to_owned();
            self.on_name(Some(name));
        }
    }

    /// A list or an object begins where a name should stand.
    pub(super) fn no_name(&mut self) {
        self.report(self.at, "a name in quotes is expected");
        let surplus = self.bracket_balance(self.at);
        let above = self.stack.len().checked_sub(2).map(|at| &self.stack[at].content);
        let is_in_list = matches!(above, Some(Content::List(_)));
        let is_list = self.byte(self.at) == Some(b'[');
        let Some(frame) = self.stack.last_mut() else { return };
        let Content::Object(members, _) = &mut frame.content else { return };
        match surplus {
            // The object should have been closed before.
            Some((-1, 0)) if is_in_list && !members.is_empty() => {
                self.close();
                self.expect = self.inside();
            }
            // The bracket is one too many.
            Some((-1, 0)) if !is_list => self.at += 1,
            Some((0, -1)) if is_list => self.at += 1,
            // It should be a list.
            Some((-1, 1)) if members.is_empty() => {
                frame.content = Content::List(Vec::new());
                self.expect = Expect::Value;
            }
            // The value before is the first one of a list.
            Some((0, 1)) if !members.is_empty() => {
                let Some((name, first)) = members.pop() else { return };
                let start = first.span.start;
                frame.content = Content::Object(std::mem::take(members), Some(name));
                self.stack.push(Frame { start, content: Content::List(vec![first]) });
                self.expect = Expect::Value;
            }
            _ => self.skip_nested(),
        }
    }

    fn is_in_list(&self) -> bool {
        matches!(self.stack.last(), Some(Frame { content: Content::List(_), .. }))
    }

    /// Whether a bracket opens that should close what is open innermost.
    pub(super) fn is_turned(&mut self, byte: u8) -> bool {
        let is_list = self.is_in_list();
        let turned = if is_list { (0, -2) } else { (-2, 0) };
        is_list == (byte == b'[') && self.bracket_balance(self.at) == Some(turned)
    }

    /// A colon after a value: in a list that makes the value a name.
    pub(super) fn colon_in_list(&mut self) {
        self.report(self.at, "a comma or a closing bracket is expected");
        let surplus = self.bracket_balance(self.at);
        let depth = self.stack.len();
        let above_is_object =
            matches!(depth.checked_sub(2).map(|at| &self.stack[at].content), Some(Content::Object(..)));
        if let Some(Frame { content: Content::List(items), start }) = self.stack.last_mut()
            && let Some(Node { value: Json::Text(name), span }) = items.last()
        {
            let (name, from) = (name.clone(), span.start);
            let is_first = items.len() == 1;
            match surplus {
                // The brace of an object is lost.
                Some((1, 0)) => {
                    items.pop();
                    self.stack.push(Frame { start: from, content: Content::Object(Vec::new(), None) });
                    return self.on_name(Some(name));
                }
                // The list is an object.
                Some((1, -1)) if is_first => {
                    let start = *start;
                    self.stack.pop();
                    self.stack.push(Frame { start, content: Content::Object(Vec::new(), None) });
                    return self.on_name(Some(name));
                }
                // The list should have been closed before.
                Some((0, -1)) if above_is_object => {
                    items.pop();
                    self.close();
                    return self.on_name(Some(name));
                }
                _ => {}
            }
        }
        self.at += 1;
        self.expect = Expect::Value;
    }

    /// A closing bracket: of what is open innermost, or else of what was meant.
    pub(super) fn on_closing_bracket(&mut self, byte: u8) {
        if self.expect == Expect::Value && !(self.is_in_list() && byte == b']') {
            // Where a value begins, a bracket that opens is the likelier one.
            let content = match self.bracket_balance(self.at + 1) {
                Some((1, 0)) => Some(Content::Object(Vec::new(), None)),
                Some((0, 1)) => Some(Content::List(Vec::new())),
                _ => None,
            };
            if let Some(content) = content {
                self.report(self.at, "a value is expected");
                return self.open(content);
            }
        }
        let is_list = match self.stack.last().map(|frame| &frame.content) {
            Some(Content::List(_)) => true,
            Some(Content::Object(..)) => false,
            None => {
                self.report(self.at, "a value is expected");
                self.at += 1;
                return;
            }
        };
        if is_list == (byte == b']') {
            if self.after_comma || (self.expect == Expect::Value && !is_list) {
                self.report(self.at, "a value is expected");
            }
            self.at += 1;
            return self.close();
        }
        self.report(self.at, "this bracket closes nothing");
        let surplus = self.bracket_balance(self.at + 1);
        let swapped = if is_list { (0, -1) } else { (-1, 0) };
        let of_kind = |frame: &Frame| matches!(frame.content, Content::List(_)) == (byte == b']');
        let open = self.stack.iter().rposition(of_kind);
        match open {
            _ if surplus == Some(swapped) => {
                self.at += 1;
                self.close();
            }
            Some(open) if surplus != Some((0, 0)) => {
                while self.stack.len() > open + 1 {
                    self.close();
                }
                self.at += 1;
                self.close();
            }
            _ => self.at += 1,
        }
    }

    /// Something stands behind the end. After a comma the program goes on: it was closed too early.
    pub(super) fn after_the_end(&mut self, byte: u8) {
        self.report(self.at, "something stands behind the end");
        let content = match self.root.take() {
            Some(Node { value: Json::List(items), span }) => Some((span.start, Content::List(items))),
            Some(Node { value: Json::Object(members), span }) => {
                Some((span.start, Content::Object(members, None)))
            }
            other => {
                self.root = other;
                None
            }
        };
        match content {
            Some((start, content)) if byte == b',' => {
                self.stack.push(Frame { start, content });
                self.expect = Expect::Comma;
            }
            content => {
                if let Some((start, content)) = content {
                    let end = self.at;
                    self.stack.push(Frame { start, content });
                    self.close();
                    self.at = end;
                }
                self.at = self.text.len();
            }
        }
    }
}

/// How far it is looked from a quote for what stands beside it.
const LONGEST_LOOK: usize = 200;
