//! Texts in quotes, also such whose quotes got lost.

use super::parser::is_blank;

/// A text and what follows it.
pub(super) struct Quoted {
    pub(super) text: String,
    /// The byte after it.
    pub(super) end: usize,
    /// Where it is wrong first, and how.
    pub(super) wrong: Option<(usize, &'static str)>,
    /// Whether the file ends in it.
    pub(super) is_cut: bool,
}

/// Reads the text whose first character stands at `from`, after its quote.
pub(super) fn read(text: &str, from: usize) -> Quoted {
    let mut reading = Reading { all: text, text: String::new(), wrong: None };
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let run = bytes[at..].iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
        let stop = run.map_or(bytes.len(), |run| at + run);
        reading.text.push_str(&text[at..stop]);
        at = stop;
        match bytes.get(at) {
            None => return reading.cut(from),
            Some(b'"') => match after_quote(bytes, at) {
                After::End => return reading.end(at + 1, false),
                After::Next => {
                    reading.blame(at, "a quote is missing");
                    return reading.lost_quote(from, at);
                }
                After::More => {
                    reading.blame(at, "a quote in a text is written \\\"");
                    reading.text.push('"');
                    at += 1;
                }
            },
            Some(b'\\') => at = reading.escape(at),
            Some(byte) => {
                reading.blame(at, "a control character stands in a text");
                reading.text.push(char::from(*byte));
                at += 1;
            }
        }
    }
}

/// What a quote is that stands where a text may end.
enum After {
    /// Its end.
    End,
    /// The beginning of the next text: the quote of this one is lost.
    Next,
    /// A part of it that should be escaped.
    More,
}

/// Whether the text ends at this quote. One that something else follows than `,`, `:` or a closing bracket has lost its
/// end before, or is a part of the text, or what follows is damaged.
fn after_quote(bytes: &[u8], at: usize) -> After {
    let next = |from: usize| {
        let blanks = bytes.get(from..)?.iter().take(LONGEST_LOOK).position(|byte| !is_blank(*byte))?;
        Some(from + blanks)
    };
    let Some(after) = next(at + 1) else { return After::End };
    if ends(bytes[after]) {
        return After::End;
    }
    let before = bytes[..at].iter().rev().take(LONGEST_LOOK).find(|byte| !is_blank(**byte));
    if before.is_some_and(|byte| matches!(byte, b'[' | b'{' | b',' | b':')) {
        return After::Next;
    }
    // One character that does not belong here, and behind it the file goes on.
    let behind = bytes[after + 1..].iter().position(|byte| byte & 0xC0 != 0x80);
    let behind = behind.map_or(bytes.len(), |at| after + 1 + at);
    let goes_on =
        next(behind).is_some_and(|then| ends(bytes[then]) || matches!(bytes[then], b'"' | b'[' | b'{'));
    if bytes[after] == b'"' || goes_on { After::End } else { After::More }
}

/// How far it is looked from a quote for what stands beside it.
const LONGEST_LOOK: usize = 200;

fn ends(byte: u8) -> bool {
    matches!(byte, b',' | b':' | b']' | b'}')
}

struct Reading<'t> {
    all: &'t str,
    text: String,
    wrong: Option<(usize, &'static str)>,
}

impl Reading<'_> {
    fn blame(&mut self, at: usize, what: &'static str) {
        self.wrong.get_or_insert((at, what));
    }

    fn end(self, end: usize, is_cut: bool) -> Quoted {
        Quoted { text: self.text, end, wrong: self.wrong, is_cut }
    }

    /// Ends the text before the brackets and commas that stand before this quote.
    fn lost_quote(mut self, from: usize, quote: usize) -> Quoted {
        let kept =
            self.all[from..quote].trim_end_matches([',', ':', '[', ']', '{', '}', ' ', '\n', '\r', '\t']);
        let end = from + kept.len();
        // What is trimmed is not escaped, so it is as long in the text as in the file.
        self.text.truncate(self.text.len().saturating_sub(quote - end));
        // Nothing opens behind a text, so such a bracket stands in place of the quote.
        let is_quote = matches!(self.all.as_bytes()[end], b'[' | b'{');
        self.end(end + usize::from(is_quote), false)
    }

    /// The file ends in the text. When nothing but closing brackets stands at the end, only its quote is lost.
    fn cut(mut self, from: usize) -> Quoted {
        let rest = &self.all[from..];
        let kept = rest.trim_end_matches([']', '}', ' ', '\n', '\r', '\t']);
        let closes = rest[kept.len()..].contains([']', '}']);
        if !closes {
            let end = self.all.len();
            return self.end(end, true);
        }
        self.blame(from.saturating_sub(1), "a quote is missing");
        self.text.truncate(self.text.len().saturating_sub(rest.len() - kept.len()));
        self.end(from + kept.len(), false)
    }

    /// Reads an escape; the place behind it.
    fn escape(&mut self, at: usize) -> usize {
        let bytes = self.all.as_bytes();
        let plain = match bytes.get(at + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unit(at),
            _ => {
                self.blame(at, "\\ has a meaning of its own in a text");
                self.text.push('\\');
                return at + 1;
            }
        };
        self.text.push(plain);
        at + 2
    }

    /// `\u00e9`, or two of them for one character; a half of a pair is no character.
    fn unit(&mut self, at: usize) -> usize {
        let unit = |at: usize| {
            let digits = self.all.get(at..at + 6)?.strip_prefix("\\u")?;
            if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return None;
            }
            u16::from_str_radix(digits, 16).ok()
        };
        let Some(first) = unit(at) else {
            self.blame(at, "\\u needs four digits");
            self.text.push('\\');
            return at + 1;
        };
        if let Some(c) = char::from_u32(first.into()) {
            self.text.push(c);
            return at + 6;
        }
        let pair = unit(at + 6).and_then(|second| char::decode_utf16([first, second]).next()?.ok());
        if let Some(c) = pair {
            self.text.push(c);
            return at + 12;
        }
        self.blame(at, "half of a character stands here");
        self.text.push(char::REPLACEMENT_CHARACTER);
        at + 6
    }
}
