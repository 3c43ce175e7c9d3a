//! Splits a file into tags and text, even if the markup is damaged.

use std::borrow::Cow;

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesRef, Event};

use crate::diagnostic::Span;

/// A part of a file.
pub(super) enum Token<'a> {
    /// `<name a="b">` or `<name/>`; `content` is the source between the brackets.
    Start { content: &'a str, span: Span, is_empty: bool },
    /// `</name>`
    End { name: &'a str, span: Span },
    /// Text with resolved entities.
    Text(Cow<'a, str>),
    /// Anything else.
    Damage(Span),
}

/// The tokens of a file.
///
/// If a tag or comment is not closed, quick-xml reads to the end of the file. In that case, or if a tag
/// swallowed the beginning of the next one, reading resumes at that next tag. The number of bytes read
/// repeatedly is limited.
pub(super) struct Events<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// The offset of the reader in `text`.
    base: usize,
    /// The number of bytes that may still be read repeatedly.
    patience: usize,
    /// True if no further comment, CDATA section or processing instruction ends.
    ended: [bool; 3],
    /// The token after the one returned last.
    next: Option<Token<'a>>,
    /// True if comments and similar may contain their own openers, as in a well-formed document.
    is_strict: bool,
}

impl<'a> Events<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            reader: reader(text),
            base: 0,
            patience: text.len().saturating_mul(16),
            ended: [false; 3],
            next: None,
            is_strict: false,
        }
    }

    /// Tokenizes a document that is expected to be well-formed, without repairs after the first damage.
    pub(super) fn strict(text: &'a str) -> Self {
        Self { is_strict: true, ..Self::new(text) }
    }

    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        if let Some(token) = self.next.take() {
            return Some(token);
        }
        loop {
            let start = self.place();
            let event = self.reader.read_event();
            let span = Span::new(start, self.place());
            let token = match event {
                Ok(Event::Eof) => return None,
                Ok(Event::Start(_)) => self.tag(span, false),
                Ok(Event::Empty(_)) => self.tag(span, true),
                Ok(Event::End(_)) => self.end(span),
                Ok(Event::Text(text)) => Token::Text(text.xml10_content()),
                Ok(Event::GeneralRef(entity)) => Token::Text(resolve(&entity)),
                Ok(Event::CData(text)) => match self.swallowed(span, CDATA.0) {
                    Some(_) => self.cut(span, CDATA.0.len(), "</"),
                    None => Token::Text(text.xml10_content()),
                },
                Ok(Event::Comment(_)) => match self.swallowed(span, COMMENT.0) {
                    Some(_) => self.cut(span, COMMENT.0.len(), "<"),
                    None => continue,
                },
                Ok(Event::PI(_) | Event::Decl(_)) => match self.swallowed(span, "<") {
                    Some(at) => self.resume(span, at),
                    None => continue,
                },
                Ok(Event::DocType(_)) => continue,
                Err(_) => self.broken(start),
            };
            return Some(token);
        }
    }

    /// Returns the position of `mark` in a token that can contain it only if the end of the token is lost.
    fn swallowed(&self, span: Span, mark: &str) -> Option<usize> {
        if self.is_strict { None } else { swallowed(self.text, span, mark) }
    }

    fn place(&self) -> usize {
        let read = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        self.base.saturating_add(read).min(self.text.len())
    }

    /// Reads a tag. Attribute values cannot contain `<`; if one seems to, a quote or bracket before it is
    /// missing.
    fn tag(&mut self, span: Span, is_empty: bool) -> Token<'a> {
        let Some(at) = swallowed(self.text, span, "<") else {
            let end = span.end.saturating_sub(if is_empty { 2 } else { 1 });
            let content = self.text.get(span.start + 1..end).unwrap_or_default();
            return Token::Start { content, span, is_empty };
        };
        let head = self.text.get(span.start + 1..at).unwrap_or_default();
        let (content, at) = match head.find('>') {
            Some(end) => (&head[..end], span.start + 1 + end + 1),
            None => (head, at),
        };
        let is_empty = content.ends_with('/');
        let tag = Span::new(span.start, at);
        self.next =
            Some(Token::Start { content: content.trim_end_matches('/').trim_end(), span: tag, is_empty });
        self.resume(span, at)
    }

    fn end(&mut self, span: Span) -> Token<'a> {
        let name = |end: usize| self.text.get(span.start + 2..end).unwrap_or_default().trim_ascii();
        let Some(at) = swallowed(self.text, span, "<") else {
            return Token::End { name: name(span.end.saturating_sub(1)), span };
        };
        self.next = Some(Token::End { name: name(at), span: Span::new(span.start, at) });
        self.resume(span, at)
    }

    /// Reads a construct that was closed by the end of another one: text up to the next tag.
    fn cut(&mut self, span: Span, opener: usize, until: &str) -> Token<'a> {
        let from = span.start + opener;
        let rest = self.text.get(from..span.end).unwrap_or_default();
        let at = rest.find(until).map_or(span.end, |at| from + at);
        self.next = self.text.get(from..at).map(|text| Token::Text(Cow::Borrowed(text)));
        self.resume(span, at)
    }

    /// Handles a construct that is not closed before the end of the file.
    fn broken(&mut self, start: usize) -> Token<'a> {
        let rest = self.text.get(start..).unwrap_or_default();
        let span = Span::new(start, self.place().max(start));
        if rest.starts_with(CDATA.0) {
            return self.cut(Span::new(start, self.text.len()), CDATA.0.len(), "</");
        }
        self.resume(span, start + next_tag(rest))
    }

    /// Resumes reading at a position.
    fn resume(&mut self, span: Span, at: usize) -> Token<'a> {
        let at = self.skip(at);
        let vain = span.end.saturating_sub(at);
        let at = if self.patience < vain { self.text.len() } else { at };
        self.patience = self.patience.saturating_sub(vain);
        self.base = at;
        self.reader = reader(self.text.get(at..).unwrap_or_default());
        Token::Damage(Span::new(span.start, at.min(span.end).max(span.start)))
    }

    /// Returns the next position at which a token may begin, skipping tags that contain another one and comments
    /// that never end.
    fn skip(&mut self, mut at: usize) -> usize {
        loop {
            let rest = self.text.get(at..).unwrap_or_default();
            let opener = [COMMENT, CDATA, NOTE].into_iter().position(|(opener, _)| rest.starts_with(opener));
            let is_broken = match opener {
                Some(kind) => {
                    let (_, closer) = [COMMENT, CDATA, NOTE][kind];
                    self.ended[kind] = self.ended[kind] || !rest.contains(closer);
                    self.ended[kind]
                }
                None => rest.strip_prefix('<').is_some_and(|tag| {
                    tag.find(['<', '>']).is_none_or(|end| tag.as_bytes().get(end) == Some(&b'<'))
                }),
            };
            if !is_broken {
                return at;
            }
            at += next_tag(rest);
        }
    }
}

const COMMENT: (&str, &str) = ("<!--", "-->");
const CDATA: (&str, &str) = ("<![CDATA[", "]]>");
/// A processing instruction.
const NOTE: (&str, &str) = ("<?", "?>");

/// Returns the offset of the next tag, excluding the first character.
fn next_tag(rest: &str) -> usize {
    rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at)
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

/// Returns the position of a mark in a token, after its first character.
fn swallowed(text: &str, span: Span, mark: &str) -> Option<usize> {
    let inner = text.as_bytes().get(span.start + 1..span.end)?;
    memmem::find(inner, mark.as_bytes()).map(|at| span.start + 1 + at)
}

/// Resolves a character reference or HTML entity; keeps all others as written.
fn resolve<'a>(entity: &BytesRef<'_>) -> Cow<'a, str> {
    if entity.is_char_ref() {
        let c = entity.resolve_char_ref().ok().flatten().unwrap_or(char::REPLACEMENT_CHARACTER);
        return Cow::Owned(c.to_string());
    }
    match resolve_html5_entity(entity) {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(format!("&{};", &**entity)),
    }
}
