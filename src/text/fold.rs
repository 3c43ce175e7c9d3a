//! Texts as a search compares them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in small letters without accents, as somebody types it in a hurry or on another keyboard: `Ё` is `е`, `Ө` is
/// `о`, `Ү` is `у`, `Ң` is `н`, `ß` is `ss`, `Ł` is `l`, `ø` is `o`; `й` stays, it is a letter of its own.
///
/// ```
/// use kurultai::text::fold;
/// assert_eq!(fold("Өз ара Ёлкин, Łukasz Weiß, Йод"), "оз ара елкин, lukasz weiss, йод");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            ' '..='~' | 'а'..='я' => folded.push(c),
            'ё' => folded.push('е'),
            'ө' => folded.push('о'),
            'ү' => folded.push('у'),
            'ң' => folded.push('н'),
            'ß' => folded.push_str("ss"),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            // A breve after и makes the letter й, which some programs write in two parts.
            '\u{306}' if folded.ends_with('и') => {
                folded.pop();
                folded.push('й');
            }
            _ => folded.extend(std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c))),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keyboards_and_accents_make_no_difference() {
        for (one, other) in [
            ("Елкин", "Ёлкин"),
            ("омурбек", "ӨМҮРБЕК"),
            ("жаныл", "Жаңыл"),
            ("zoe", "Zoë"),
            ("strasse", "Straße"),
            ("йод", "и\u{306}од"),
            ("istanbul", "İstanbul"),
            ("е", "е\u{308}"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("май"), fold("маи"));
    }
}
