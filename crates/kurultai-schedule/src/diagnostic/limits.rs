//! [`Cut`]: limits on the size of a file. No real schedule approaches them; a larger file would take memory
//! and time out of proportion to its length.

/// The position at which a file is cut because it has too many elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// Byte offset of the cut.
    pub at: usize,
    /// The unit that was counted, such as `lines`.
    pub unit: &'static str,
    /// The limit.
    pub limit: usize,
}

/// Limits on elements that allocate memory, in any format.
const LINES: (&str, usize) = ("lines", 200_000);
const VALUES: (&str, usize) = ("values", 80_000);
const ELEMENTS: (&str, usize) = ("elements", 250_000);
const TABLES: (&str, usize) = ("tables", 50_000);
const DOTS: (&str, usize) = ("dots", 1_000_000);
const QUOTES: (&str, usize) = ("quotes", 900_000);
const SIGNS: (&str, usize) = ("signs", 400_000);
const SESSIONS: (&str, usize) = ("sessions", 8_000);
const PEOPLE: (&str, usize) = ("people", 10_000);
const ROOMS: (&str, usize) = ("rooms", 6_500);
const CALENDARS: (&str, usize) = ("calendars", 1_000);
const NAMES: (&str, usize) = ("names", 20_000);

/// The words that begin a large element, per format. A word followed by a letter does not count.
const OPENERS: [(&[u8], Counted); 16] = [
    (b"<event", Counted::Sessions),
    (b"<item", Counted::Sessions),
    (b"[[agenda", Counted::Sessions),
    (b"[[sessions", Counted::Sessions),
    (b"[agenda]", Counted::Sessions),
    (b"BEGIN:VEVENT", Counted::Sessions),
    (b"<person", Counted::People),
    (b"<speaker", Counted::People),
    (b"[[people", Counted::People),
    (b"ATTENDEE", Counted::People),
    (b"<room", Counted::Rooms),
    (b"<line", Counted::Rooms),
    (b"[[rooms", Counted::Rooms),
    (b"BEGIN:VCALENDAR", Counted::Calendars),
    (b"name\"", Counted::Names),
    (b"Name\"", Counted::Names),
];

/// The element that a word begins, as an index into the counts.
#[derive(Debug, Clone, Copy)]
enum Counted {
    Sessions,
    People,
    Rooms,
    Calendars,
    Names,
}

impl Counted {
    fn limit(self) -> (&'static str, usize) {
        match self {
            Self::Sessions => SESSIONS,
            Self::People => PEOPLE,
            Self::Rooms => ROOMS,
            Self::Calendars => CALENDARS,
            Self::Names => NAMES,
        }
    }

    /// Returns the element that begins at this position. Brackets and attendees count only at the start of a
    /// line.
    fn at(bytes: &[u8], at: usize, begins_line: bool) -> Option<Self> {
        let needs_line = matches!(bytes[at], b'[' | b'A');
        if needs_line && !begins_line {
            return None;
        }
        let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let begins = |opener: &&(&[u8], Self)| {
            let rest = bytes[at..].strip_prefix(opener.0);
            rest.is_some_and(|rest| !rest.first().is_some_and(is_letter))
        };
        OPENERS.iter().find(begins).map(|(_, counted)| *counted)
    }
}

impl Cut {
    /// Returns the position of the cut, or `None` if the text is within the limits.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let [mut lines, mut values, mut elements, mut tables, mut dots, mut quotes, mut signs] = [0; 7];
        let mut counts = [0; 5];
        let mut begins_line = true;
        for (at, byte) in bytes.iter().enumerate() {
            let is_first = begins_line;
            begins_line = matches!(byte, b'\n' | b'\r') || (is_first && matches!(byte, b' ' | b'\t'));
            let opener = match byte {
                b'<' | b'B' | b'[' | b'A' | b'n' | b'N' => Counted::at(bytes, at, is_first),
                _ => None,
            };
            let (count, limit) = match (byte, opener) {
                (_, Some(opener)) => (&mut counts[opener as usize], opener.limit()),
                (b'\n', _) => (&mut lines, LINES),
                (b'\r', _) if bytes.get(at + 1) != Some(&b'\n') => (&mut lines, LINES),
                (b',', _) => (&mut values, VALUES),
                // Each part of a dotted key is a table.
                (b'.', _) => (&mut dots, DOTS),
                (b'"', _) => (&mut quotes, QUOTES),
                (b'=', _) => (&mut signs, SIGNS),
                (b'<', _) => (&mut elements, ELEMENTS),
                (b'[', _) if is_first => (&mut tables, TABLES),
                (b'{', _) => (&mut tables, TABLES),
                _ => continue,
            };
            *count += 1;
            if *count > limit.1 {
                return Some(Self { at, unit: limit.0, limit: limit.1 });
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_beyond_the_limits_are_cut_before_the_first_excess() {
        for (one, (what, most)) in [
            ("\n", LINES),
            ("\r", LINES),
            ("\r\n", LINES),
            ("1,", VALUES),
            ("<a>", ELEMENTS),
            ("[a]\n", TABLES),
            ("{}", TABLES),
            ("a.", DOTS),
            ("\"", QUOTES),
            ("=", SIGNS),
            ("<event>", SESSIONS),
            ("<item id='1'/>", SESSIONS),
            ("<event\n>", SESSIONS),
            ("<events>", ELEMENTS),
            ("<itemLink/>", ELEMENTS),
            (" [[agenda]]\n", SESSIONS),
            ("BEGIN:VEVENT\r\n", SESSIONS),
            ("<person>", PEOPLE),
            ("<persons>", ELEMENTS),
            ("<speaker id='1'>", PEOPLE),
            ("[[people]]\n", PEOPLE),
            ("ATTENDEE;CN=a:b\n", PEOPLE),
            ("<room name='a'>", ROOMS),
            ("<rooms>", ELEMENTS),
            ("<line title='a'>", ROOMS),
            ("[[rooms]]\n", ROOMS),
            ("BEGIN:VCALENDAR\n", CALENDARS),
            ("\"name\":", NAMES),
            ("\"public_name\":", NAMES),
            ("\"fullName\":", NAMES),
        ] {
            assert_eq!(Cut::find(&one.repeat(most)), None, "{one:?}");
            let text = one.repeat(most + 1);
            let cut = Cut::find(&text)
                .map(|cut| (cut.unit, cut.limit, one.repeat(most).len() <= cut.at && cut.at < text.len()));
            assert_eq!(cut, Some((what, most, true)), "{one:?}");
        }
    }
}
