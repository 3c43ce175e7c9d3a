//! [`Cut`]: limits on the size of a file. No schedule comes near them; a file beyond them would cost memory and time out
//! of proportion to its length.

/// The position at which a file is cut because it has too many elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// Byte offset of the cut.
    pub at: usize,
    /// The counted unit, such as `lines`.
    pub what: &'static str,
    /// The limit.
    pub most: usize,
}

/// Limits on elements that take memory, in any format.
const LINES: (&str, usize) = ("lines", 200_000);
const VALUES: (&str, usize) = ("values", 100_000);
const ELEMENTS: (&str, usize) = ("elements", 250_000);
const TABLES: (&str, usize) = ("tables", 50_000);
const SESSIONS: (&str, usize) = ("sessions", 20_000);
const DOTS: (&str, usize) = ("dots", 1_000_000);

/// Session openers of the formats. A letter after one makes it another word.
const OPENERS: [&[u8]; 6] = [b"<event", b"<item", b"[[agenda", b"[[sessions", b"[agenda]", b"BEGIN:VEVENT"];

impl Cut {
    /// Returns the position of the cut, or `None` if the text is within the limits.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let [mut lines, mut values, mut elements, mut tables, mut sessions, mut dots] = [0; 6];
        let mut begins_line = true;
        for (at, byte) in bytes.iter().enumerate() {
            let is_first = begins_line;
            begins_line = matches!(byte, b'\n' | b'\r') || (is_first && matches!(byte, b' ' | b'\t'));
            let is_session = || {
                let rest = |opener: &&[u8]| bytes[at..].strip_prefix(*opener);
                let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
                OPENERS.iter().filter_map(rest).any(|rest| !rest.first().is_some_and(is_letter))
            };
            let (count, limit) = match byte {
                b'\n' => (&mut lines, LINES),
                b'\r' if bytes.get(at + 1) != Some(&b'\n') => (&mut lines, LINES),
                b',' => (&mut values, VALUES),
                // Each part of a dotted key is a table.
                b'.' => (&mut dots, DOTS),
                b'<' | b'B' if is_session() => (&mut sessions, SESSIONS),
                b'<' => (&mut elements, ELEMENTS),
                b'[' if is_first && is_session() => (&mut sessions, SESSIONS),
                b'[' if is_first => (&mut tables, TABLES),
                b'{' => (&mut tables, TABLES),
                _ => continue,
            };
            *count += 1;
            if *count > limit.1 {
                return Some(Self { at, what: limit.0, most: limit.1 });
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_schedule_has_so_much_of_is_cut_before_the_first_too_many() {
        for (one, (what, most)) in [
            ("\n", LINES),
            ("\r", LINES),
            ("\r\n", LINES),
            ("1,", VALUES),
            ("<a>", ELEMENTS),
            ("[a]\n", TABLES),
            ("{}", TABLES),
            ("a.", DOTS),
            ("<event>", SESSIONS),
            ("<item id='1'/>", SESSIONS),
            ("<event\n>", SESSIONS),
            ("<events>", ELEMENTS),
            ("<itemLink/>", ELEMENTS),
            (" [[agenda]]\n", SESSIONS),
            ("BEGIN:VEVENT\r\n", SESSIONS),
        ] {
            assert_eq!(Cut::of(&one.repeat(most)), None, "{one:?}");
            let text = one.repeat(most + 1);
            let cut = Cut::of(&text)
                .map(|cut| (cut.what, cut.most, one.repeat(most).len() <= cut.at && cut.at < text.len()));
            assert_eq!(cut, Some((what, most, true)), "{one:?}");
        }
    }
}
