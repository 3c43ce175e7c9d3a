//! Decoding bytes: detection of the encoding, and invalid byte sequences.
//!
//! All schedules pass through [`decode`]. Valid UTF-8 is always decoded as UTF-8. Otherwise the declared
//! encoding is used, or a guess if none is declared.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

/// Decoded text with the encoding used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; U+FFFD replaces invalid byte sequences.
    pub text: String,
    /// The encoding and how it was determined.
    pub how: How,
    /// Offset in the text of the first invalid sequence, and the number of such sequences.
    pub bad: Option<(usize, usize)>,
}

/// The encoding of a text and how it was determined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// UTF-8.
    Utf8,
    /// UTF-16, from the byte order mark or zero bytes.
    Utf16,
    /// Declared by the file or the server.
    Named(&'static str),
    /// Guessed from letter frequencies, because no encoding is declared.
    Guessed(&'static str),
}

/// Number of leading bytes in which an encoding may be declared.
const HEAD: usize = 1024;
/// The ratio of valid to invalid multi-byte sequences from which a file with another declared encoding is
/// damaged UTF-8.
const DAMAGED: usize = 4;
/// The minimum share of plausible non-ASCII letters for a guess.
const SURE: (usize, usize) = (9, 10);

/// Decodes bytes, without a copy if they are UTF-8. `charset` is the encoding named by the server, if any.
#[must_use]
pub fn decode<'b>(bytes: impl Into<Cow<'b, [u8]>>, charset: Option<&str>) -> Decoded {
    let mut bytes = bytes.into().into_owned();
    if let Some(encoding) = utf16(&bytes) {
        return with(encoding, &bytes, How::Utf16);
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    let declared = |bytes: &[u8]| named(bytes).or_else(|| Encoding::for_label(charset?.as_bytes()));
    // ISO-2022-JP is all ASCII bytes; its escape byte occurs in no text.
    if memchr::memchr(0x1B, &bytes).is_some()
        && let Some(encoding) = declared(&bytes).filter(|encoding| is_escaped(encoding))
    {
        return with(encoding, &bytes, How::Named(encoding.name()));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Decoded { text, how: How::Utf8, bad: None },
        Err(error) => error.into_bytes(),
    };
    let whole =
        if is_calendar(&bytes) { Cow::from(with_whole_characters(&bytes)) } else { Cow::from(&bytes) };
    if let Ok(text) = std::str::from_utf8(&whole) {
        return Decoded { text: text.to_owned(), how: How::Utf8, bad: None };
    }
    let named = declared(&bytes);
    let named = named.filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible());
    let other = match named {
        _ if is_mostly_utf8(&whole, if named.is_some() { DAMAGED } else { 1 }) => None,
        Some(encoding) => Some((encoding, How::Named(encoding.name()))),
        None => guessed(&bytes).map(|encoding| (encoding, How::Guessed(encoding.name()))),
    };
    match other {
        Some((encoding, how)) => with(encoding, &bytes, how),
        None => Decoded {
            bad: bad(std::str::from_utf8(&whole).map_or_else(|error| error.valid_up_to(), str::len), &whole),
            text: String::from_utf8_lossy(&whole).into_owned(),
            how: How::Utf8,
        },
    }
}

/// Returns the offset of the first invalid UTF-8 sequence and the number of such sequences.
fn bad(first: usize, bytes: &[u8]) -> Option<(usize, usize)> {
    let count = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    (count > 0).then_some((first, count))
}

fn with(encoding: &'static Encoding, bytes: &[u8], how: How) -> Decoded {
    let (text, has_errors) = encoding.decode_with_bom_removal(bytes);
    let mut places = text.match_indices(char::REPLACEMENT_CHARACTER);
    let bad = if has_errors { places.next().map(|(at, _)| (at, 1 + places.count())) } else { None };
    Decoded { text: text.into_owned(), how, bad }
}

/// Detects UTF-16 by its byte order mark, or by zero bytes at the start.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let is_text = |byte: u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    match *bytes {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        [one, 0, two, 0, ..] if is_text(one) && is_text(two) => Some(UTF_16LE),
        [0, one, 0, two, ..] if is_text(one) && is_text(two) => Some(UTF_16BE),
        _ => None,
    }
}

fn is_escaped(encoding: &'static Encoding) -> bool {
    !encoding.is_ascii_compatible() && encoding != UTF_16LE && encoding != UTF_16BE
}

fn is_calendar(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    head.trim_ascii_start().get(..15).is_some_and(|start| start.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"))
}

/// Returns the encoding declared by `<?xml … encoding="…"?>` or by `CHARSET=…` in a calendar line.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    if let Some(declaration) = head.trim_start().strip_prefix("<?xml") {
        let declaration = declaration.split("?>").next()?;
        let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
        let label = value.trim_start_matches(['"', '\'']).split(['"', '\'', ' ', '?']).next()?;
        return Encoding::for_label(label.as_bytes());
    }
    if !is_calendar(bytes) {
        return None;
    }
    let mut lines = bytes.split(|byte| *byte == b'\n' || *byte == b'\r');
    lines.find_map(|line| {
        // A line of ASCII only is no evidence for an encoding.
        let name = line.split(|byte| *byte == b':').next()?;
        let at = name.windows(9).position(|part| part.eq_ignore_ascii_case(b";CHARSET="))?;
        let label = name[at + 9..].split(|byte| matches!(byte, b';' | b',')).next()?;
        let label = label.trim_ascii();
        let label = label.strip_prefix(b"\"").and_then(|label| label.strip_suffix(b"\"")).unwrap_or(label);
        Encoding::for_label(label).filter(|encoding| !line.is_ascii() && *encoding != UTF_8)
    })
}

/// True if multi-byte characters are `times` as frequent as invalid sequences, which are then damage.
fn is_mostly_utf8(bytes: &[u8], times: usize) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 0 && whole >= broken * times
}

/// Guesses windows-1251 or windows-1252, whichever makes the bytes plausible letters: Cyrillic letters in
/// runs, a few Latin ones beside ASCII letters. `None` if neither is plausible.
fn guessed(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.contains(&0) {
        return None;
    }
    let at = |index: Option<usize>| index.and_then(|index| bytes.get(index)).copied().unwrap_or(b' ');
    let (mut cyrillic, mut latin, mut alone, mut all, mut shouted) = (0, 0, 0, 0, 0);
    let mut index = 0;
    while index < bytes.len() {
        let length = bytes[index..].iter().take_while(|byte| !byte.is_ascii() && !is_mark(**byte)).count();
        if length == 0 {
            index += 1;
            continue;
        }
        let run = &bytes[index..index + length];
        let [before, after] = [at(index.checked_sub(1)), at(Some(index + length))];
        let is_beside = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
        all += length;
        // Capitals after small letters are evidence against a guess: they come from other encodings and damaged UTF-8.
        if is_beside && length <= 3 {
            latin += run.iter().filter(|byte| is_latin(**byte)).count();
            shouted += usize::from(is_latin_capital(run[0]) && before.is_ascii_lowercase());
        } else if length > 1 {
            cyrillic += run.iter().filter(|byte| is_cyrillic(**byte)).count();
            shouted += run.windows(2).filter(|pair| is_small(pair[0]) && is_capital(pair[1])).count();
        } else if is_euro(run[0]) {
            all -= length;
        } else {
            alone += usize::from(is_cyrillic(run[0]) || is_latin(run[0]));
        }
        index += length;
    }
    let is_sure = |count: usize| count * SURE.1 >= all * SURE.0 && shouted * 20 <= count;
    if cyrillic > latin && is_sure(cyrillic + alone) {
        Some(WINDOWS_1251)
    } else if is_sure(latin + alone) && (latin > 0 || all == 0) {
        Some(WINDOWS_1252)
    } else {
        None
    }
}

/// True for quotes, dashes and signs at the same position in both encodings.
fn is_mark(byte: u8) -> bool {
    matches!(byte, 0x82 | 0x84..=0x87 | 0x89 | 0x8B | 0x91..=0x97 | 0x99 | 0x9B | 0xA0 | 0xA6 | 0xA7 | 0xA9)
        || matches!(byte, 0xAB..=0xAE | 0xB0 | 0xB1 | 0xB5..=0xB7 | 0xBB)
}

/// True for the euro sign of either encoding, which is no evidence unless it is next to a letter.
fn is_euro(byte: u8) -> bool {
    matches!(byte, 0x80 | 0x88)
}

/// True for windows-1251 letters, including Ukrainian, Belarusian and Serbian ones.
fn is_cyrillic(byte: u8) -> bool {
    is_capital(byte) || is_small(byte)
}

fn is_capital(byte: u8) -> bool {
    matches!(byte, 0xC0..=0xDF | 0xA1 | 0xA3 | 0xA5 | 0xA8 | 0xAA | 0xAF | 0xB2 | 0xBD)
}

fn is_small(byte: u8) -> bool {
    matches!(byte, 0xE0..=0xFF | 0xA2 | 0xB3 | 0xB4 | 0xB8 | 0xBA | 0xBC | 0xBE | 0xBF)
}

fn is_latin_capital(byte: u8) -> bool {
    matches!(byte, 0xC0..=0xDE | 0x8A | 0x8C | 0x8E | 0x9F)
}

/// True for windows-1252 letters; U+00FF occurs only in a few names.
fn is_latin(byte: u8) -> bool {
    matches!(byte, 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0xFE | 0x8A | 0x8C | 0x8E | 0x9A | 0x9C | 0x9E | 0x9F)
        // ¡ and ¿ begin words.
        || matches!(byte, 0xA1 | 0xBF)
}

/// Moves line folds that split a multi-byte character after it, because RFC 5545, section 3.1, allows folds
/// between any two bytes.
fn with_whole_characters(bytes: &[u8]) -> Vec<u8> {
    let is_inner = |byte: Option<&u8>| byte.is_some_and(|byte| (0x80..0xC0).contains(byte));
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        whole.push(*first);
        rest = after;
        let length = match first {
            0xC2..0xE0 => 1,
            0xE0..0xF0 => 2,
            0xF0..0xF5 => 3,
            _ => continue,
        };
        let before = (0..length).take_while(|at| is_inner(rest.get(*at))).count();
        let folds = [&b"\r\n "[..], b"\r\n\t", b"\n ", b"\n\t"];
        let Some(fold) = folds.into_iter().find(|fold| rest[before..].starts_with(fold)) else { continue };
        let (behind, end) = (before + fold.len(), length + fold.len());
        if before < length && (behind..end).all(|at| is_inner(rest.get(at))) {
            whole.extend([&rest[..before], &rest[behind..end], fold].concat());
            rest = &rest[end..];
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], charset: Option<&str>, text: &str, how: How) {
        let decoded = decode(bytes, charset);
        assert_eq!((decoded.text.as_str(), decoded.how, decoded.bad), (text, how, None));
    }

    fn encoded(label: &str, text: &str) -> Vec<u8> {
        let encoding = Encoding::for_label(label.as_bytes()).unwrap();
        let (bytes, _, has_errors) = encoding.encode(text);
        assert!(!has_errors, "{text} is not in {label}");
        bytes.into_owned()
    }

    #[test]
    fn an_encoding_that_a_file_names_counts() {
        for (label, word) in [
            ("ISO-8859-1", "Größe"),
            ("iso-8859-2", "Žluťoučký kůň"),
            ("Shift_JIS", "ホール開会式"),
            ("EUC-JP", "日本語"),
            ("ISO-2022-JP", "日本語"),
            ("gb2312", "开幕式"),
            ("big5", "開幕式"),
            ("EUC-KR", "개회식"),
            ("koi8-r", "Открытие"),
            ("windows-1251", "Өз".trim_start_matches('Ө')),
            ("windows-1254", "Açılış"),
            ("iso-8859-7", "Έναρξη"),
        ] {
            let name = Encoding::for_label(label.as_bytes()).unwrap().name();
            for xml in [
                format!("<?xml version=\"1.0\" encoding=\"{label}\"?><schedule>{word}</schedule>"),
                format!(
                    "<?xml version='1.0' encoding = '{}' standalone='yes' ?>\n<a>{word}</a>",
                    label.to_uppercase()
                ),
            ] {
                check(&encoded(label, &xml), None, &xml, How::Named(name));
            }
            let json = format!("{{\"title\": \"{word}\"}}");
            check(&encoded(label, &json), Some(label), &json, How::Named(name));
            if label != "ISO-2022-JP" {
                let calendar = format!("BEGIN:VCALENDAR\r\nSUMMARY;CHARSET={label};LANGUAGE=x:{word}\r\n");
                check(&encoded(label, &calendar), None, &calendar, How::Named(name));
            }
        }
    }

    #[test]
    fn valid_utf8_is_never_read_as_anything_else() {
        let xml = "<?xml version='1.0' encoding='ISO-8859-1'?><a>Größe</a>";
        check(xml.as_bytes(), Some("windows-1251"), xml, How::Utf8);
        let calendar = "BEGIN:VCALENDAR\nSUMMARY;CHARSET=ISO-8859-1:Größe\n";
        check(calendar.as_bytes(), None, calendar, How::Utf8);
        check("Ã¼ – Рђ".as_bytes(), Some("shift_jis"), "Ã¼ – Рђ", How::Utf8);
        check(b"plain", Some("utf-16"), "plain", How::Utf8);
        check(
            b"<?xml version='1.0' encoding='UTF-16'?><a/>",
            None,
            "<?xml version='1.0' encoding='UTF-16'?><a/>",
            How::Utf8,
        );
        check(b"\xEF\xBB\xBFa", Some("koi8-r"), "a", How::Utf8);
    }

    #[test]
    fn utf16_needs_no_mark() {
        let text = "title = \"Өмүр\"\n";
        for (is_little, mark) in [(true, ""), (false, ""), (true, "\u{feff}"), (false, "\u{feff}")] {
            let units = format!("{mark}{text}").encode_utf16().collect::<Vec<_>>();
            let bytes = |unit: &u16| if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() };
            let bytes: Vec<u8> = units.iter().flat_map(bytes).collect();
            check(&bytes, Some("utf-8"), text, How::Utf16);
        }
        let half = decode(b"\xff\xfea\0b\0\x00\xd8", None);
        assert_eq!((half.text.as_str(), half.bad), ("ab\u{fffd}", Some((2, 1))));
    }

    #[test]
    fn letters_tell_the_encoding_that_nothing_names() {
        for text in [
            "Begrüßung und Ökologie im Großen Saal",
            "L’été à Besançon – où ?",
            "Mañana: ¿qué? ÁRBOL",
            "Tänään pää yö",
            "Það er þæfð",
            "“smart” – quotes and dashes…",
            "Größe €",
            "Eintritt 5 € oder 3 €, ermäßigt 2 €",
            "€ 12",
        ] {
            check(&encoded("windows-1252", text), None, text, How::Guessed("windows-1252"));
        }
        for text in [
            "Открытие. Большой зал «А»",
            "Ёлка и я в ЖЖ № 5",
            "Відкриття: їжа й ґанок",
            "Rust и C++ для начинающих",
            "КЫРГЫЗСТАН ЖАНА РОССИЯ",
            "Вход 5 €, дети 3 € и 2 €",
        ] {
            check(&encoded("windows-1251", text), None, text, How::Guessed("windows-1251"));
        }
    }

    #[test]
    fn where_nothing_is_likely_only_the_bytes_themselves_are_lost() {
        let bad = |bytes: &[u8]| {
            let decoded = decode(bytes, None);
            assert_eq!(decoded.how, How::Utf8, "{:?}", decoded.text);
            (decoded.text, decoded.bad)
        };
        assert_eq!(bad(b"a\n\xffb"), ("a\n\u{fffd}b".into(), Some((2, 1))));
        // One byte of a UTF-8 text is damaged.
        assert_eq!(
            bad("Gr\u{f6}\u{df}e S\u{e4}le \u{d8}".as_bytes().split_last().unwrap().1).1,
            Some((14, 1))
        );
        assert_eq!(bad(b"caf\xC3\xA9 \xE9 x"), ("café \u{fffd} x".into(), Some((6, 1))));
        for (label, text) in [
            ("shift_jis", "ホール開会式"),
            ("gbk", "开幕式和闭幕式在大厅举行"),
            ("koi8-r", "Открытие Большой Зал"),
        ] {
            assert!(bad(&encoded(label, text)).1.is_some(), "{text}");
        }
        assert!(bad(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xe9t\xe9").1.is_some());
        let named = decode(b"<?xml version='1.0' encoding='shift_jis'?><a>\x83\x7A\xFF\x83</a>", None);
        assert_eq!((named.how, named.bad), (How::Named("Shift_JIS"), Some((48, 2))));
    }
}
