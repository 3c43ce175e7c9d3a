//! Parses a terminal's answer about its background color.

use crate::theme::Background;

/// Parses the text of an OSC sequence: `11;rgb:ffff/ffff/ffff`, with one to four digits per color, or
/// `11;#ffffff`. `None` for any other text.
pub(super) fn read(text: &[u8]) -> Option<Background> {
    let text = std::str::from_utf8(text).ok()?.strip_prefix("11;")?;
    if let Some(digits) = text.strip_prefix('#') {
        let length = digits.len() / 3;
        if !digits.is_ascii() || !(1..=4).contains(&length) || digits.len() % 3 != 0 {
            return None;
        }
        return background([0, 1, 2].map(|at| &digits[at * length..(at + 1) * length]));
    }
    let (_, colors) = text.split_once(':').filter(|(space, _)| ["rgb", "rgba"].contains(space))?; // not UI text
    let mut colors = colors.split('/');
    background([colors.next()?, colors.next()?, colors.next()?])
}

fn background(colors: [&str; 3]) -> Option<Background> {
    let [red, green, blue] = colors.map(part);
    Some(Background::of([red?, green?, blue?]))
}

/// Parses a color component and scales it to 0–255.
fn part(digits: &str) -> Option<u8> {
    let is_number = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let value = u32::from_str_radix(digits, 16).ok().filter(|_| is_number)?;
    let most = (1 << (4 * digits.len())) - 1;
    u8::try_from(value * 255 / most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_have_one_to_four_digits() {
        for (text, background) in [
            ("11;rgb:ffff/ffff/ffff", Some(Background::Light)),
            ("11;rgb:fd/f6/e3", Some(Background::Light)),
            ("11;rgb:f/f/f", Some(Background::Light)),
            ("11;rgba:ffff/ffff/ffff/8000", Some(Background::Light)),
            ("11;#ffffff", Some(Background::Light)),
            ("11;#fff", Some(Background::Light)),
            ("11;rgb:0000/2b2b/3636", Some(Background::Dark)),
            ("11;rgb:0/0/0", Some(Background::Dark)),
            ("11;rgb:282/2a2/363", Some(Background::Dark)),
            ("11;#1e1e2e", Some(Background::Dark)),
            ("11;#fffff", None),
            ("11;#", None),
            ("11;?", None),
            ("11;rgb:ff/ff", None),
            ("11;rgb:fffff/0/0", None),
            ("11;rgb:+f/0/0", None),
            ("11;rgb:", None),
            ("11;white", None),
            ("10;rgb:ffff/ffff/ffff", None),
            ("4;11;rgb:ffff/ffff/ffff", None),
            ("", None),
        ] {
            assert_eq!(read(text.as_bytes()), background, "{text}");
        }
        assert_eq!(read(b"11;rgb:\xff/\xff/\xff"), None);
    }
}
