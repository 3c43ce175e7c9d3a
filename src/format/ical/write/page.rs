//! [`Page`]: the lines of a calendar, as RFC 5545 wants them: escaped, folded, and ended by CRLF.

/// As many bytes has a line at most, without its end.
const LONGEST: usize = 75;
/// Readers that mend damaged files, ours among them, take these for a line of their own also where they end one.
const FRAMES: [&str; 2] = [":VEVENT", ":VCALENDAR"];

/// A calendar that is being written.
#[derive(Default)]
pub(super) struct IcsWriter {
    text: String,
}

impl IcsWriter {
    /// A property whose value is no text: a time, an address, a word of the standard.
    pub(super) fn put(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{value}"));
    }

    /// A property whose value is a text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.put(name, &escaped(text));
    }

    /// A property whose value is a list of texts, if there is any.
    pub(super) fn list<'a>(&mut self, name: &str, texts: impl IntoIterator<Item = &'a str>) {
        let texts: Vec<String> = texts.into_iter().map(escaped).collect();
        if !texts.is_empty() {
            self.put(name, &texts.join(","));
        }
    }

    /// The whole calendar.
    pub(super) fn end(self) -> String {
        self.text
    }

    /// Folds a line between characters; the blank that begins each further line counts.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            // Nothing but the writer itself begins a line.
            let c = if c.is_control() && c != '\t' { char::REPLACEMENT_CHARACTER } else { c };
            if length + c.len_utf8() > LONGEST {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(c);
            length += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A name with its parameters, of which those that are not known are left out.
pub(super) fn with(name: &str, parameters: &[(&str, Option<&str>)]) -> String {
    let known = parameters.iter().filter_map(|(key, value)| Some(format!(";{key}={}", parameter((*value)?))));
    known.fold(name.to_owned(), |name, parameter| name + &parameter)
}

/// A value of a parameter (RFC 6868); in quotes where it must be.
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
        // A newline at the end of a text says nothing.
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
            with("A", &[("B", Some("c")), ("D", None), ("E", Some("f: \"g\"^"))]),
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
        // An emoji has four bytes: one that would begin in the last three goes to the next line.
        check(&("a".repeat(69) + "😀a"), &[75, 2]);
        check(&("a".repeat(70) + "😀a"), &[72, 6]);
        check(&"ү".repeat(60), &[74, 49]);
    }
}
