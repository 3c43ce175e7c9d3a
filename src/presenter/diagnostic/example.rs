//! [`Examples`] of codes.
//!
//! They are in `assets/examples/*.txt`: a line `###` with the code, the name of the file if it is not an event file, and
//! `bytes` if the bad example has bytes written as `\xE9`; then the bad example, a line `---` with the name of the other
//! file if that differs, and the good example.

use crate::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::Code;

/// A file for each group of codes.
const FILES: [&str; 8] = [
    include_str!("../../../assets/examples/encoding.txt"),
    include_str!("../../../assets/examples/syntax.txt"),
    include_str!("../../../assets/examples/values.txt"),
    include_str!("../../../assets/examples/keys.txt"),
    include_str!("../../../assets/examples/times.txt"),
    include_str!("../../../assets/examples/references.txt"),
    include_str!("../../../assets/examples/formats.txt"),
    include_str!("../../../assets/examples/schedule.txt"),
];

/// The name of a file without another name.
const EVENT_FILE: &str = "event.toml";

/// A file with a problem, and the file without it.
#[derive(Debug, Clone, Copy)]
pub struct Examples {
    /// The file with the problem.
    pub bad: Example,
    /// The corrected file.
    pub good: Example,
}

/// A short file.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The name of the file.
    pub file: &'static str,
    /// The text of the file.
    pub text: &'static str,
    /// True if `\xE9` in the text means a byte, in hexadecimal.
    pub has_bytes: bool,
}

impl Examples {
    /// Returns the examples of a code. A file that is too large, or compressed, has none.
    #[must_use]
    pub fn of(code: Code) -> Option<Self> {
        FILES.iter().find_map(|file| Self::find(file, code))
    }

    fn find(text: &'static str, code: Code) -> Option<Self> {
        let cases = text.split("### ").filter_map(|case| case.split_once('\n'));
        let is_of_code = |heading: &str| heading.split(' ').next() == Some(code.as_str());
        let (heading, texts) = cases.into_iter().find(|(heading, _)| is_of_code(heading))?;
        let (bad, rest) = texts.split_once("\n---")?;
        let (other, good) = rest.split_once('\n')?;
        let mut words = heading.split(' ').skip(1).peekable();
        let file = words.next_if(|word| word.contains('.')).unwrap_or(EVENT_FILE);
        let has_bytes = words.next() == Some("bytes");
        Some(Self {
            bad: Example { file, text: bad, has_bytes },
            good: Example {
                file: Some(other.trim()).filter(|name| !name.is_empty()).unwrap_or(file),
                text: good.trim_end(),
                has_bytes: false,
            },
        })
    }
}

impl Example {
    /// Reads the file.
    #[must_use]
    pub fn read(&self) -> LoadedSchedule {
        if self.has_bytes {
            return LoadedSchedule::decode(self.file, bytes(self.text));
        }
        LoadedSchedule::decode(self.file, self.text.as_bytes())
    }
}

/// Replaces each `\xE9` by the byte.
fn bytes(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let number = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.extend(number);
        bytes.extend_from_slice(part.get(2..).unwrap_or_default().as_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_in_hexadecimal() {
        assert_eq!(bytes("a\\xE9b\\x00\\x0A"), b"a\xE9b\x00\n");
        assert_eq!(bytes("\\xD2\\xAFү"), "үү".as_bytes());
        assert_eq!(bytes("theme"), b"theme");
    }

    #[test]
    fn an_example_has_a_name_and_two_texts() {
        let text = "### bad-time\na\n\nb\n---\nc\n\n### no-zone a.ics\nd\n--- b.xml\ne\n\n### not-utf8 a.xml bytes\nf\n---\ng\n";
        let found = |code| {
            let Examples { bad, good } = Examples::find(text, code).unwrap();
            (bad.file, bad.text, bad.has_bytes, good.file, good.text, good.has_bytes)
        };
        assert_eq!(found(Code::BadTime), ("event.toml", "a\n\nb", false, "event.toml", "c", false));
        assert_eq!(found(Code::NoZone), ("a.ics", "d", false, "b.xml", "e", false));
        assert_eq!(found(Code::NotUtf8), ("a.xml", "f", true, "a.xml", "g", false));
        assert!(Examples::find(text, Code::BadDate).is_none());
    }
}
