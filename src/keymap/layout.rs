//! Cyrillic keyboard layouts: the Latin key in the same place.
//!
//! Terminals report the character that a key types, not the key. Under a Cyrillic layout `j` arrives as `о`, so a command
//! key is looked up by its place on the keyboard when its own character has no binding. The table is the Russian layout
//! (ЙЦУКЕН) with the additional letters of Kyrgyz, Ukrainian and Belarusian. Kyrgyz layouts put ң, ү and ө on the keys of
//! н, у and о.

/// Keys of the Russian layout with the characters of the US layout in the same place, unshifted.
const KEYS: [(char, char); 41] = [
    ('й', 'q'),
    ('ц', 'w'),
    ('у', 'e'),
    ('к', 'r'),
    ('е', 't'),
    ('н', 'y'),
    ('г', 'u'),
    ('ш', 'i'),
    ('щ', 'o'),
    ('з', 'p'),
    ('х', '['),
    ('ъ', ']'),
    ('ф', 'a'),
    ('ы', 's'),
    ('в', 'd'),
    ('а', 'f'),
    ('п', 'g'),
    ('р', 'h'),
    ('о', 'j'),
    ('л', 'k'),
    ('д', 'l'),
    ('ж', ';'),
    ('э', '\''),
    ('я', 'z'),
    ('ч', 'x'),
    ('с', 'c'),
    ('м', 'v'),
    ('и', 'b'),
    ('т', 'n'),
    ('ь', 'm'),
    ('б', ','),
    ('ю', '.'),
    ('ё', '`'),
    ('.', '/'),
    // Letters of other Cyrillic alphabets, on the keys of the letters they replace or extend.
    ('ң', 'y'),
    ('ү', 'e'),
    ('ө', 'j'),
    ('і', 's'),
    ('ї', ']'),
    ('є', '\''),
    ('ў', 'o'),
];

/// Characters of the US layout whose shifted form is not their capital letter.
const SHIFTED: [(char, char); 8] =
    [('[', '{'), (']', '}'), (';', ':'), ('\'', '"'), (',', '<'), ('.', '>'), ('`', '~'), ('/', '?')];

/// Returns the character that the US layout types with the key on which a Cyrillic layout types `c`.
pub(super) fn to_latin(c: char) -> Option<char> {
    if c == ',' {
        // Shift and the key of the full stop.
        return Some('?');
    }
    let lower = c.to_lowercase().next()?;
    let (_, latin) = KEYS.iter().find(|(cyrillic, _)| *cyrillic == lower)?;
    Some(if lower == c { *latin } else { shifted(*latin) })
}

/// Returns the letter that the Russian layout types with the key on which the US layout types `c`.
pub(super) fn to_cyrillic(c: char) -> Option<char> {
    let is_shifted = c.is_uppercase() || SHIFTED.iter().any(|(_, shifted)| *shifted == c);
    let letters = KEYS.iter().filter(|(cyrillic, _)| cyrillic.is_alphabetic());
    let (cyrillic, _) =
        letters.clone().find(|(_, latin)| if is_shifted { shifted(*latin) == c } else { *latin == c })?;
    if is_shifted { cyrillic.to_uppercase().next() } else { Some(*cyrillic) }
}

fn shifted(latin: char) -> char {
    let pair = SHIFTED.iter().find(|(plain, _)| *plain == latin);
    pair.map_or_else(|| latin.to_ascii_uppercase(), |(_, shifted)| *shifted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_layout_has_its_place() {
        let typed: String = "йцукенгшщзхъфывапролджэячсмитьбю".chars().filter_map(to_latin).collect();
        assert_eq!(typed, "qwertyuiop[]asdfghjkl;'zxcvbnm,.");
        let capitals: String = "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ".chars().filter_map(to_latin).collect();
        assert_eq!(capitals, "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>");
        let others: String = "ёЁ.,ңҢүҮөӨіїєў".chars().filter_map(to_latin).collect();
        assert_eq!(others, "`~/?yYeEjJs]'o");
        assert_eq!(to_latin('j'), None);
        assert_eq!(to_latin('한'), None);
    }

    #[test]
    fn the_letter_of_a_key_leads_back_to_it() {
        for c in ('a'..='z').chain('A'..='Z').chain("[]{};:".chars()) {
            assert_eq!(to_cyrillic(c).and_then(to_latin), Some(c), "{c}");
        }
        assert_eq!(to_cyrillic('/'), None);
        assert_eq!(to_cyrillic('6'), None);
    }
}
