//! [`IcsWriter`]: writes escaped and folded lines with CRLF.

/// The largest number of bytes on a line, without the line ending.
const MAX_LINE: usize = 75;
/// Delimiters: tolerant readers, including ours, recognize a delimiter even at the end of another line.
const FRAMES: [&str; 2] = [":VEVENT", ":VCALENDAR"];

/// A calendar being written.
#[derive(Default)]
pub(super) struct IcsWriter {
    text: String,
}

impl IcsWriter {
    /// Writes a property whose value is not a text: a time, a URL, a keyword.
    pub(super) fn property(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{value}"));
    }

    /// Writes a property whose value is text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.property(name, &escaped(text));
    }

    /// Writes a property whose value is a list of texts, unless it is empty.
    pub(super) fn list<'a>(&mut self, name: &str, texts: impl IntoIterator<Item = &'a str>) {
        let texts: Vec<String> = texts.into_iter().map(escaped).collect();
        if !texts.is_empty() {
            self.property(name, &texts.join(","));
        }
    }

    /// Returns the whole calendar.
    pub(super) fn end(self) -> String {
        self.text
    }

    /// Folds a line between characters. The leading blank of a continuation line counts.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            // Text must not contain line breaks.
            let c = if c.is_control() && c != '\t' { char::REPLACEMENT_CHARACTER } else { c };
            if length + c.len_utf8() > MAX_LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(c);
            length += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// Appends the known parameters to a name.
pub(super) fn with_parameters(name: &str, parameters: &[(&str, Option<&str>)]) -> String {
    let known = parameters.iter().filter_map(|(key, value)| Some(format!(";{key}={}", parameter((*value)?))));
    known.fold(name.to_owned(), |name, parameter| name + &parameter)
}

/// Encodes a parameter value (RFC 6868), in quotes if necessary.
fn parameter(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '^' => out.push_str("^^"),
            '"' => out.push_str("^'"),
            '\n' => out.push_str("^n"),
            c => out.push(c),
        }
    }
    if value.contains([':', ';', ',']) { format!("\"{out}\"") } else { out }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    if FRAMES.iter().any(|frame| out.ends_with(frame)) {
        // A trailing newline is harmless.
        out.push_str("\\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, text: &str) -> String {
        let mut page = IcsWriter::default();
        page.text(name, text);
        page.end()
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(line("A", "a, b; c\\d\ne: \"f\"\tg"), "A:a\\, b\\; c\\\\d\\ne: \"f\"\tg\r\n");
        assert_eq!(line("A", "a\rBEGIN:B\u{1b}\u{85}"), "A:a\u{fffd}BEGIN:B\u{fffd}\u{fffd}\r\n");
        assert_eq!(line("A", "END:VEVENT"), "A:END:VEVENT\\n\r\n");
        assert_eq!(
            with_parameters("A", &[("B", Some("c")), ("D", None), ("E", Some("f: \"g\"^"))]),
            "A;B=c;E=\"f: ^'g^'^^\""
        );
    }

    #[test]
    fn lines_are_folded_between_characters() {
        let check = |text: &str, lines: &[usize]| {
            let line = line("A", text);
            let lengths: Vec<usize> = line.trim_end().split("\r\n").map(str::len).collect();
            assert_eq!(lengths, lines, "{text}");
            assert_eq!(line.replace("\r\n ", ""), format!("A:{text}\r\n"));
        };
        check(&"a".repeat(73), &[75]);
        check(&"a".repeat(74), &[75, 2]);
        check(&"a".repeat(73 + 74 + 1), &[75, 75, 2]);
        // An emoji has four bytes, so it does not fit into the last three bytes of a line.
        check(&("a".repeat(69) + "😀a"), &[75, 2]);
        check(&("a".repeat(70) + "😀a"), &[72, 6]);
        check(&"ү".repeat(60), &[74, 49]);
    }
}
