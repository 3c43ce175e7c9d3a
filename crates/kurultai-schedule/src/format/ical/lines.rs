//! Unfolds the lines of iCalendar and splits them into name, parameters and value.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use crate::diagnostic::Span;
use crate::text::encoding;

/// An unfolded content line of RFC 5545.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// Its position in the file, including all folds.
    pub(super) span: Span,
    content: Cow<'a, str>,
    name: usize,
    /// The start of the value; `None` for a line that is not a property.
    value: Option<usize>,
}

impl<'a> Line<'a> {
    pub(super) fn new(content: Cow<'a, str>, span: Span) -> Self {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let name = content.find(|c| !is_name(c)).unwrap_or(content.len());
        let rest = content[name..].trim_start_matches(' ');
        let before = content.len() - rest.len();
        let colon = match rest.bytes().next() {
            _ if name == 0 => None,
            Some(b':') => Some(0),
            // An unclosed quote must not hide the colon.
            Some(b';') => zone_colon(rest).or_else(|| colon(rest)).or_else(|| rest.find(':')),
            _ => None,
        };
        let value = colon.map(|colon| before + colon + 1);
        let mut line = Self { span, content, name, value };
        if let Some(value) = value.filter(|value| is_quoted_printable(&line.content[..*value])) {
            let decoded = quoted_printable(&line.content[value..], line.parameter("CHARSET").as_deref());
            line.content = Cow::Owned(format!("{}{decoded}", &line.content[..value]));
        }
        line
    }

    /// Returns the whole line.
    pub(super) fn content(&self) -> &str {
        &self.content
    }

    /// Returns the name as written.
    pub(super) fn name(&self) -> &str {
        &self.content[..self.name]
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    pub(super) fn is_whole(&self) -> bool {
        self.value.is_some()
    }

    /// Returns the value as written, trimmed.
    pub(super) fn value(&self) -> &str {
        self.value.map_or("", |at| self.content[at..].trim())
    }

    /// Returns the value as text, unescaped.
    pub(super) fn text(&self) -> String {
        unescape(self.value())
    }

    /// Returns the value as a list of texts, separated by commas.
    pub(super) fn list(&self) -> impl Iterator<Item = String> {
        let mut is_escaped = false;
        let parts = self.value().split(move |c| {
            let is_comma = c == ',' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            is_comma
        });
        parts.map(unescape)
    }

    /// Returns a parameter by name: `Europe/Rome` of `DTSTART;TZID=Europe/Rome:…`.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let parameters = &self.content[self.name..self.value?.saturating_sub(1)];
        let mut is_quoted = false;
        let mut parts = parameters.split(|c| {
            is_quoted ^= c == '"';
            c == ';' && !is_quoted
        });
        parts.find_map(|part| {
            let (key, value) = part.split_once('=')?;
            let is_meant = key.trim().eq_ignore_ascii_case(name);
            is_meant.then(|| unescape(&parameter(value.trim())))
        })
    }

    /// Appends a continuation line to the text.
    pub(super) fn lengthen(&mut self, more: &Line) {
        let content = self.content.to_mut();
        content.push_str("\\n");
        content.push_str(&more.content);
        self.span.end = more.span.end;
    }
}

/// The length of the longest parameters of a line in quoted-printable.
const MAX_PARAMETERS: usize = 1000;

/// True if the value is in quoted-printable (`=C3=A9`), as in vCalendar 1.0.
fn is_quoted_printable(parameters: &str) -> bool {
    parameters.contains('=') && parameters.to_ascii_uppercase().contains(";ENCODING=QUOTED-PRINTABLE")
}

/// Decodes quoted-printable (RFC 2045, 6.7).
fn quoted_printable(value: &str, charset: Option<&str>) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let (source, mut bytes, mut at) = (value.as_bytes(), Vec::with_capacity(value.len()), 0);
    while let Some(byte) = source.get(at) {
        let pair =
            if *byte == b'=' { digit(source.get(at + 1)).zip(digit(source.get(at + 2))) } else { None };
        if let Some(decoded) = pair.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
            bytes.push(decoded);
            at += 3;
        } else {
            bytes.push(*byte);
            at += 1;
        }
    }
    let text = encoding::decode(bytes, charset).text;
    text.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

/// Finds the colon after the parameters, outside quotes.
fn colon(parameters: &str) -> Option<usize> {
    let mut is_quoted = false;
    parameters.find(|c| {
        is_quoted ^= c == '"';
        c == ':' && !is_quoted
    })
}

/// Finds the colon before a time whose unquoted zone contains colons: `TZID=tzone://Microsoft/Utc:2026…`.
fn zone_colon(parameters: &str) -> Option<usize> {
    let first = colon(parameters)?;
    parameters[..first].to_ascii_uppercase().contains(";TZID=").then_some(())?;
    let is_year = |at: &usize| {
        let behind = parameters.as_bytes().get(at + 1..at + 5);
        behind.is_some_and(|year| year.iter().all(u8::is_ascii_digit))
    };
    parameters[first..].match_indices(':').map(|(at, _)| first + at).find(is_year)
}

/// Unquotes a parameter value and decodes RFC 6868.
fn parameter(value: &str) -> String {
    let mut parts =
        value.split("^^").map(|part| part.replace('"', "").replace("^n", "\n").replace("^'", "\""));
    let first = parts.next().unwrap_or_default();
    parts.fold(first, |text, part| text + "^" + &part)
}

fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = memchr(b'\\', rest.as_bytes()) {
        text.push_str(&rest[..at]);
        let next = rest[at + 1..].chars().next();
        match next {
            Some('n' | 'N') => text.push('\n'),
            Some(c @ (',' | ';' | ':' | '"' | '\\')) => text.push(c),
            Some(c) => text.extend(['\\', c]),
            None => text.push('\\'),
        }
        rest = &rest[at + 1 + next.map_or(0, char::len_utf8)..];
    }
    text + rest
}

/// Returns the common indentation of all lines, as in a calendar pasted from an indented text.
fn indent(text: &str) -> &str {
    let mut lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let indent = &first[..first.len() - first.trim_start_matches([' ', '\t']).len()];
    if !indent.is_empty() && lines.all(|line| line.starts_with(indent)) { indent } else { "" }
}

/// True for a line that begins or ends a calendar. An indented line outside of a calendar is
/// not a continuation.
fn is_frame(line: &str) -> bool {
    ["BEGIN:VCALENDAR", "END:VCALENDAR"].iter().any(|frame| line.trim().eq_ignore_ascii_case(frame))
}

/// Splits and unfolds lines; accepts all line endings.
///
/// A line that begins with a blank continues the previous one, except at the start of the file, after a blank
/// line, and between two calendars.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let indent = indent(text);
    let mut lines: Vec<(Cow<str>, Span)> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let length = memchr2(b'\n', b'\r', &text.as_bytes()[at..]).unwrap_or(text.len() - at);
        let (line, span) = (&text[at..at + length], Span::new(at, at + length));
        // In quoted-printable, a line that ends in `=` continues, too.
        let is_soft = |content: &Cow<str>| {
            let colon = || content.bytes().take(MAX_PARAMETERS).position(|byte| byte == b':');
            content.ends_with('=') && colon().is_some_and(|colon| is_quoted_printable(&content[..colon]))
        };
        if let Some((content, whole)) = lines.last_mut().filter(|(content, _)| is_soft(content)) {
            let content = content.to_mut();
            content.pop();
            content.push_str(line);
            whole.end = span.end;
            at = span.end + if text[span.end..].starts_with("\r\n") { 2 } else { 1 };
            continue;
        }
        let line = line.strip_prefix(indent).unwrap_or(line);
        let is_apart = |content: &str| content.trim().is_empty() || (is_frame(line) && is_frame(content));
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some((content, whole))) if !is_apart(content) => {
                content.to_mut().push_str(more);
                whole.end = span.end;
            }
            _ => lines.push((line.trim_start_matches(['\u{feff}', ' ', '\t']).into(), span)),
        }
        at = span.end + if text[span.end..].starts_with("\r\n") { 2 } else { 1 };
    }
    let written = lines.into_iter().filter(|(content, _)| !content.trim().is_empty());
    written.map(|(content, span)| Line::new(content, span)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let lines = lines(text);
        let seen: Vec<_> = lines.iter().map(|line| (line.name(), line.value())).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn lines_end_in_three_ways_and_are_unfolded() {
        check("A:1\r\nB:2\nC:3\rD:4", &[("A", "1"), ("B", "2"), ("C", "3"), ("D", "4")]);
        check("A:one\r\n  two\r\n\tthree\n\n \nB:2", &[("A", "one twothree"), ("B", "2")]);
        check("\u{feff}A:1", &[("A", "1")]);
        check(" A:1\n", &[("A", "1")]);
        check("\n\r\n  A:1\nB:2\n 3", &[("A", "1"), ("B", "23")]);
        check("\t\tA:1\n\t\t 2\n\n\t\tB:3\n", &[("A", "12"), ("B", "3")]);
        let lines = lines("A:1\r\nB:2\r\n 3\r\nC:4");
        assert_eq!(lines[1].span, Span::new(5, 12));
    }

    #[test]
    fn parameters_may_be_quoted() {
        let line = Line::new("A;CN=\"x: y; z\";ROLE=CHAIR;TZID=a/b:v:w".into(), Span::default());
        assert_eq!((line.name(), line.value()), ("A", "v:w"));
        let parameters = ["cn", "role", "TZID", "b"].map(|name| line.parameter(name));
        assert_eq!(
            parameters,
            [Some("x: y; z".to_owned()), Some("CHAIR".to_owned()), Some("a/b".to_owned()), None]
        );
        check("A;CN=\"x:v", &[("A", "v")]);
        // Unquoted zone names with colons.
        for zone in ["tzone://Microsoft/Utc", "GMT+01:00", "(UTC+01:00) Berlin", "a/b"] {
            for value in ["20260910T120000", "2026-09-10T12:00:00"] {
                let line = Line::new(format!("DTSTART;TZID={zone}:{value}").into(), Span::default());
                assert_eq!((line.value(), line.parameter("TZID").as_deref()), (value, Some(zone)));
            }
        }
        check(
            "A ;B=1:v\nA: v \nno line\n:v\nA;v",
            &[("A", "v"), ("A", "v"), ("no", ""), ("", ""), ("A", "")],
        );
    }

    #[test]
    fn quoted_printable_is_decoded_in_its_charset() {
        for (written, text) in [
            ("A;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9F=D1=80=D0=B8", "При"),
            ("A;ENCODING=Quoted-Printable;CHARSET=windows-1251:=CF=F0=E8", "При"),
            ("A;encoding=quoted-printable:Gr=F6=DFe, 2 =3D 2", "Größe, 2 = 2"),
            ("A;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo=0Athree \\, =", "one\ntwo\nthree , ="),
            ("A;ENCODING=QUOTED-PRINTABLE:a=b=zz=4", "a=b=zz=4"),
            ("A:=C3=A9", "=C3=A9"),
        ] {
            assert_eq!(lines(written)[0].text(), text, "{written}");
        }
        let text = "A;ENCODING=QUOTED-PRINTABLE:one =\r\n=C3=A9 =\r\ntwo\r\nB:x=\r\nC:3\r\n";
        let texts: Vec<_> = lines(text).iter().map(Line::text).collect();
        assert_eq!(texts, ["one é two", "x=", "3"]);
    }

    #[test]
    fn texts_and_lists_are_unescaped() {
        let line = Line::new(r"A:a\, b\;\nc\N\\n\d\".into(), Span::default());
        assert_eq!(line.text(), "a, b;\nc\n\\n\\d\\");
        let line = Line::new(r"A:a\,b,c\\,d".into(), Span::default());
        assert_eq!(line.list().collect::<Vec<_>>(), ["a,b", r"c\", "d"]);
    }
}
