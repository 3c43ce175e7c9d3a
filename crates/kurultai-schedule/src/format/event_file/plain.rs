//! Reads statements of the most common forms without the `toml` crate, which takes several times as long.
//!
//! `None` only means that a line has another form or a mistake: the `toml` crate then reads it. Everything that is
//! read here is valid TOML, and the `toml` crate returns the same for it.

use std::borrow::Cow;

use memchr::{memchr2, memchr3, memmem};

use super::spanned::{Entry, Kind, Value};
use crate::diagnostic::Span;

/// A line, or a `key = value` of several lines.
pub(super) enum Line<'a> {
    /// Blanks or a comment.
    Blank,
    /// A header of bare keys, alone on its line.
    Header,
    Pair(Entry<'a>),
}

/// Reads the line that begins at `start`; returns the position of the next one as well.
pub(super) fn line(text: &str, start: usize) -> Option<(Line<'_>, usize)> {
    let mut cursor = Cursor { text, at: start };
    cursor.skip_blanks();
    let line = match cursor.peek() {
        None | Some(b'\n' | b'\r' | b'#') => Line::Blank,
        Some(b'[') => {
            cursor.header()?;
            Line::Header
        }
        Some(_) => Line::Pair(cursor.pair()?),
    };
    cursor.end_line()?;
    Some((line, cursor.at))
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a [u8] {
        &self.text.as_bytes()[self.at..]
    }

    fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    fn skip_blanks(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t'));
    }

    fn skip_while(&mut self, is_skipped: impl Fn(u8) -> bool) {
        self.at += self.rest().iter().take_while(|byte| is_skipped(**byte)).count();
    }

    fn skip(&mut self, expected: &str) -> Option<()> {
        let is_here = self.rest().starts_with(expected.as_bytes());
        is_here.then(|| self.at += expected.len())
    }

    /// Reads up to the next line: nothing but blanks and a comment.
    fn end_line(&mut self) -> Option<()> {
        self.skip_blanks();
        if self.peek() == Some(b'#') {
            let comment = self.at;
            self.skip_while(|byte| !matches!(byte, b'\n' | b'\r'));
            text_without_controls(self.text, comment, self.at)?;
        }
        match self.rest() {
            [] => Some(()),
            [b'\n', ..] => self.skip("\n"),
            _ => self.skip("\r\n"),
        }
    }

    fn header(&mut self) -> Option<()> {
        let is_double = self.rest().starts_with(b"[[");
        self.skip(if is_double { "[[" } else { "[" })?;
        self.bare_key()?;
        while self.peek() == Some(b'.') {
            self.skip(".")?;
            self.bare_key()?;
        }
        self.skip(if is_double { "]]" } else { "]" })
    }

    fn bare_key(&mut self) -> Option<&'a str> {
        let start = self.at;
        self.skip_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        self.text.get(start..self.at).filter(|key| !key.is_empty())
    }

    fn pair(&mut self) -> Option<Entry<'a>> {
        let start = self.at;
        let key = Cow::Borrowed(self.bare_key()?);
        let key_span = Span::new(start, self.at);
        self.skip_blanks();
        self.skip("=")?;
        self.skip_blanks();
        let value = if self.peek() == Some(b'[') { self.array()? } else { self.scalar()? };
        Some(Entry { key, key_span, value })
    }

    /// Reads an array of texts and the like, with or without line breaks.
    fn array(&mut self) -> Option<Value<'a>> {
        let start = self.at;
        let is_blank = |byte| matches!(byte, b' ' | b'\t' | b'\n');
        self.skip("[")?;
        self.skip_while(is_blank);
        let mut values = Vec::new();
        while self.peek() != Some(b']') {
            values.push(self.scalar()?);
            self.skip_while(is_blank);
            if self.peek() != Some(b',') {
                break;
            }
            self.skip(",")?;
            self.skip_while(is_blank);
        }
        self.skip("]")?;
        Some(Value { kind: Kind::Array(values), span: Span::new(start, self.at) })
    }

    fn scalar(&mut self) -> Option<Value<'a>> {
        let start = self.at;
        let kind = match self.rest() {
            [b'"', b'"', b'"', ..] => Kind::Text(self.text("\"\"\"")?),
            [b'"', ..] => Kind::Text(self.text("\"")?),
            [b'\'', b'\'', b'\'', ..] => Kind::Text(self.literal("'''")?),
            [b'\'', ..] => Kind::Text(self.literal("'")?),
            _ => self.word()?,
        };
        Some(Value { kind, span: Span::new(start, self.at) })
    }

    /// Skips the opening quotes of a text, and the line end after three quotes, which is no part of it.
    fn open_text(&mut self, quotes: &str) -> Option<usize> {
        self.skip(quotes)?;
        if quotes.len() == 3 && self.peek() == Some(b'\n') {
            self.at += 1;
        }
        Some(self.at)
    }

    /// Reads a text in double quotes with no escapes but those of quotes, backslashes, line ends and tabs.
    fn text(&mut self, quotes: &str) -> Option<Cow<'a, str>> {
        let start = self.open_text(quotes)?;
        let mut copied = start;
        let mut unescaped = String::new();
        loop {
            let next = match quotes {
                "\"" => memchr3(b'"', b'\\', b'\n', self.rest()),
                _ => memchr2(b'"', b'\\', self.rest()),
            };
            self.at += next?;
            match self.rest() {
                [b'\\', escaped, ..] => {
                    unescaped.push_str(self.text.get(copied..self.at)?);
                    unescaped.push(match escaped {
                        b'"' | b'\\' => char::from(*escaped),
                        b'n' => '\n',
                        b't' => '\t',
                        _ => return None,
                    });
                    self.at += 2;
                    copied = self.at;
                }
                rest if rest.starts_with(quotes.as_bytes()) => break,
                // One or two quotes are part of a long text.
                [b'"', ..] => self.at += 1,
                _ => return None,
            }
        }
        let text = text_without_controls(self.text, start, self.at)?;
        let rest = self.text.get(copied..self.at)?;
        self.skip(quotes)?;
        // More quotes would be part of a long text, too.
        (self.peek() != Some(b'"'))
            .then(|| if copied == start { Cow::Borrowed(text) } else { Cow::Owned(unescaped + rest) })
    }

    /// Reads a text in single quotes.
    fn literal(&mut self, quotes: &str) -> Option<Cow<'a, str>> {
        let start = self.open_text(quotes)?;
        let end = match quotes {
            "'" => memchr2(b'\'', b'\n', self.rest()),
            _ => memmem::find(self.rest(), quotes.as_bytes()),
        };
        self.at += end?;
        let text = text_without_controls(self.text, start, self.at)?;
        self.skip(quotes)?;
        // More quotes would be part of a long text, too.
        (self.peek() != Some(b'\'')).then_some(Cow::Borrowed(text))
    }

    /// Reads a boolean, a number of digits only, a date or a time.
    fn word(&mut self) -> Option<Kind<'a>> {
        let start = self.at;
        self.skip_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':' | b'+' | b'.'));
        let word = self.text.get(start..self.at)?;
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        match word {
            "true" => Some(Kind::Boolean(true)),
            "false" => Some(Kind::Boolean(false)),
            _ if is_number && (1..=MAX_DIGITS).contains(&word.len()) => {
                let has_zeros = word.len() > 1 && word.starts_with('0');
                if has_zeros { None } else { word.parse().ok().map(Kind::Integer) }
            }
            _ if matches!(word.as_bytes(), [b'0'..=b'9', b'0'..=b'9', b':' | b'0'..=b'9', ..]) => {
                word.parse().ok().map(Kind::Datetime)
            }
            _ => None,
        }
    }
}

/// The longest number that always fits into 64 bits.
const MAX_DIGITS: usize = 18;

/// Returns a part of the text, unless it has control characters other than line ends and tabs.
fn text_without_controls(text: &str, start: usize, end: usize) -> Option<&str> {
    let is_control = |byte: &u8| (*byte < b' ' && !matches!(byte, b'\n' | b'\t')) || *byte == 0x7F;
    let part = text.get(start..end)?;
    // Without an early end, compilers turn the loop into vector instructions.
    let has_controls = part.as_bytes().iter().fold(false, |any, byte| any | is_control(byte));
    (!has_controls).then_some(part)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use toml::de::DeTable;

    use super::super::spanned::Table;
    use super::*;

    /// Reads a text of plain pairs; `None` if a line has another form.
    fn read(text: &str) -> Option<Vec<Entry<'_>>> {
        let (mut entries, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let (line, next) = line(text, at)?;
            if let Line::Pair(entry) = line {
                entries.push(entry);
            }
            at = next;
        }
        Some(entries)
    }

    /// Returns what the `toml` crate reads, in the order of the text; `None` if it is not valid.
    fn expected(text: &str) -> Option<Vec<Entry<'static>>> {
        let table = DeTable::parse(text).ok()?;
        Some(Table::convert(table.get_ref(), text, 0).ok()?.entries.into_iter().collect())
    }

    #[test]
    fn common_forms_are_read_as_by_the_toml_crate() {
        for text in [
            "",
            "a = \"one\"",
            "  a=\"\"\t# why\r\n\n# é [\r\n\t\nb = 'C:\\x'\n",
            "a = \"say \\\"hi\\\"\\\\\\n\\tyou\"\nb-2_c = \"Өмүр ✨\"",
            "a = \"\"\"\nlong \"quoted\"\n[[b]]\n\"\"c\"\"\"\n1 = \"\"\"x\"\"\"\n",
            "a = \"\"\"\\n\n\\\"\\\"\\\"\\\\\"\"\"",
            "a = '''\n'one'\n''two'''\nb = ''",
            "a = \"\"\"\n\nb\"\"\"\nc = '''\n\nd'''",
            "a = 0\nb = 45\nc = 999999999999999999\nd = true\ne = false",
            "a = 2025-02-01\nb = 09:30\nc = 09:30:15.5\nd = 2025-02-01T09:30:00+01:00\ne = 2025-02-01t09:30Z",
            "a = []\nb = [ \"x\", 'y', 1 , 2025-02-01,]\nc = [\n\"x\",\n  \"y\"\n]\n",
        ] {
            assert!(expected(text).is_some(), "{text}");
            assert_eq!(read(text), expected(text), "{text}");
        }
    }

    #[test]
    fn other_forms_are_left_to_the_toml_crate() {
        for text in [
            "a",
            "a =",
            "a = \"x",
            "a = \"x\" y",
            "a = \"x\ny\"",
            "a = \"\"\"x",
            "a = \"\"\"x\"\"\"\"",
            "a = \"\\u00e9\"",
            "a = \"\"\"x\\\n  y\"\"\"",
            "a = \"\"\"x\r\ny\"\"\"",
            "a = 'x\u{7f}'",
            "a = '''x''''",
            "# \u{1}",
            "a.b = 1",
            "\"a\" = 1",
            "a = 01",
            "a = -1",
            "a = 1_000",
            "a = 1.5",
            "a = 9999999999999999999",
            "a = 2025-02-30",
            "a = 2025-02-01 09:30",
            "a = 24:00",
            "a = 9:30",
            "a = True",
            "a = { b = 1 }",
            "a = [{ b = 1 }]",
            "a = [[1]]",
            "a = [1",
            "a = [1 2]",
            "a = [, 1]",
            "a = [1, # one\n]",
            "[ a ]",
            "[a]]",
            "[[a]",
            "[]",
            "é = 1",
            "\u{feff}a = 1",
            "a = 1\rb = 2",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        let header = |text| matches!(line(text, 0), Some((Line::Header, end)) if end == text.len());
        assert!(header("[a]") && header(" [[a-b.c]] # d\n"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn all_that_is_read_is_read_as_by_the_toml_crate(
            text in "a = (\"[\\\\\"nt\n\r x#é\u{7f}]{0,6}\"{0,4}|'[' \n\r#]{0,5}'{0,3}|\\[[1, \n\"']{0,6}\\]|[0-9:TZ.+-]{1,20}|20[0-9]{2}-0[1-9]-[0-3][0-9]T?[0-2]?[0-9:]{0,6}Z?)( |\t|# x|\r|\n|\"|b = 1){0,2}"
        ) {
            if let Some(entries) = read(&text) {
                prop_assert_eq!(Some(entries), expected(&text), "{:?}", text);
            }
        }
    }
}
