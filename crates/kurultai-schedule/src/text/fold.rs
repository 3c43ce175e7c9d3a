//! Case and accent folding for searches.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// Folds text for comparison: lower case, no accents, as typed on another keyboard. `Ё` becomes `е`, `Ө` `о`, `Ү` `у`,
/// `Ң` `н`, `ß` `ss`, `Ł` `l`, `ø` `o`; `й` is kept, since it is a letter of its own. Quotes and dashes become ASCII, and
/// runs of white space one space. Marks that are not accents (Arabic, Hebrew, Indic scripts, kana) are kept.
/// Folding is idempotent.
///
/// ```
/// use kurultai_schedule::text::fold;
/// assert_eq!(fold("Өз ара Ёлкин, Łukasz Weiß, Йод"), "оз ара елкин, lukasz weiss, йод");
/// assert_eq!(fold("“Où?”\n— Ici…"), "\"ou?\" - ici...");
/// assert_eq!(fold("ガラス"), "ガラス");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_into(c, &mut folded));
    folded
}

/// Folded text with a mapping to the original.
///
/// ```
/// use kurultai_schedule::text::Folded;
/// let folded = Folded::new("Die Straße");
/// assert_eq!(folded.as_str(), "die strasse");
/// assert_eq!(folded.original(4..10), 4..10);
/// assert_eq!(&"Die Straße"[folded.original(8..10)], "ß");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the offset of the original character.
    starts: Vec<usize>,
    /// Length of the original in bytes.
    len: usize,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            fold_into(c, &mut folded);
            starts.resize(folded.len(), at);
        }
        Self { text: folded, starts, len: text.len() }
    }

    /// Returns the folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Maps a range of the folded text to the original, in whole characters with their accents. The range is clamped.
    #[must_use]
    pub fn original(&self, part: Range<usize>) -> Range<usize> {
        let start = self.starts.get(part.start).copied().unwrap_or(self.len);
        let Some(last) = part.end.min(self.starts.len()).checked_sub(1) else { return start..start };
        let behind = self.starts[last..].iter().find(|at| **at > self.starts[last]);
        start..behind.copied().unwrap_or(self.len).max(start)
    }
}

fn fold_into(c: char, folded: &mut String) {
    match c {
        c if c.is_whitespace() => blank(folded),
        c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
        // Frequent characters that fold to themselves: Cyrillic without decomposed й, Han, most kana.
        'а'..='я' | '\u{4E00}'..='\u{9FFF}' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' => folded.push(c),
        'А'..='Я' => folded.extend(c.to_lowercase()),
        _ => {
            for c in c.to_lowercase() {
                if !as_typed(c, folded) {
                    decompose(c, folded);
                }
            }
        }
    }
}

fn decompose(c: char, folded: &mut String) {
    for c in std::iter::once(c).nfkd().flat_map(char::to_lowercase) {
        if as_typed(c, folded) {
            continue;
        }
        // Recompose marks that are not accents, and parts of Hangul syllables.
        let joins = is_combining_mark(c) || matches!(c, '\u{1161}'..='\u{11C2}');
        let joined = folded.chars().next_back().filter(|_| joins).and_then(|last| compose(last, c));
        if joined.is_some() {
            folded.pop();
        }
        folded.push(joined.unwrap_or(c));
    }
}

/// Appends the keyboard equivalent of a character; returns false if it has none.
fn as_typed(c: char, folded: &mut String) -> bool {
    let typed = match c {
        'а'..='я' => {
            folded.push(c);
            return true;
        }
        // и with a breve is a decomposed й.
        '\u{306}' if folded.ends_with('и') => {
            folded.pop();
            "й"
        }
        // Accents of Latin, Greek and Cyrillic letters, and invisible characters.
        '\u{300}'..='\u{36F}'
        | '\u{483}'..='\u{489}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}'
        | '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{FEFF}' => "",
        'ё' => "е",
        'ө' => "о",
        'ү' | 'ұ' => "у",
        'ң' => "н",
        'қ' => "к",
        'ғ' | 'ґ' => "г",
        'ә' => "а",
        'һ' | 'ҳ' => "х",
        'ҷ' => "ч",
        'і' => "и",
        'ß' => "ss",
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ı' => "i",
        'ə' => "e",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ς' => "σ",
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | 'ʻ' | '´' | '‹' | '›' => "'",
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => "\"",
        '‐'..='―' | '−' => "-",
        c if c.is_whitespace() => {
            blank(folded);
            return true;
        }
        _ => return false,
    };
    folded.push_str(typed);
    true
}

fn blank(folded: &mut String) {
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keyboards_and_accents_make_no_difference() {
        for (one, other) in [
            ("Елкин", "Ёлкин"),
            ("омурбек", "ӨМҮРБЕК"),
            ("жаныл", "Жаңыл"),
            ("касым", "Қасым"),
            ("zoe", "Zoë"),
            ("strasse", "Straße"),
            ("strasse", "STRAẞE"),
            ("lodz", "Łódź"),
            ("aerø", "Ærö"),
            ("йод", "и\u{306}од"),
            ("istanbul", "İstanbul"),
            ("диyarbakır", "диyarbakir"),
            ("е", "е\u{308}"),
            ("οδοσ", "Ὀδός"),
            ("don't", "don’t"),
            ("\"a\" - b", "„a“ — b"),
            ("a b", "a\u{a0}\n\t b"),
            ("office tm", "o\u{fb03}ce ™"),
            ("soft", "so\u{ad}ft"),
            ("ガ", "カ\u{3099}"),
            ("한", "\u{1112}\u{1161}\u{11ab}"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("май"), fold("маи"));
    }

    #[test]
    fn marks_that_are_no_accents_stay() {
        for text in ["ガパ", "한국", "हिन्दी", "שָׁלוֹם", "مُحَمَّد", "أحمد", "ไทยที่", "会议"]
        {
            assert_eq!(fold(text), text);
        }
    }

    #[test]
    fn parts_lead_back_to_whole_characters() {
        for (text, part, original) in [
            ("Weiß", 3..4, "ß"),
            ("Weiß", 4..5, "ß"),
            ("Zoe\u{308}!", 2..3, "e\u{308}"),
            ("и\u{306}од", 0..2, "и\u{306}"),
            ("a  b", 1..2, "  "),
            ("ab", 0..9, "ab"),
            ("ab", 7..9, ""),
            ("", 0..0, ""),
        ] {
            assert_eq!(&text[Folded::new(text).original(part)], original, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn every_part_leads_back(text in any::<String>(), ends in any::<[usize; 2]>()) {
            let folded = Folded::new(&text);
            prop_assert_eq!(folded.as_str(), fold(&text));
            let [start, end] = ends.map(|end| end % (folded.as_str().len() + 2));
            prop_assert!(text.get(folded.original(start..end)).is_some());
        }
    }
}
