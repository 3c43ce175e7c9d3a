//! Cyrillic keyboard layouts: the Latin key at the same position.
//!
//! Terminals report the character that a key types, not the key. Under a Cyrillic layout `j` arrives as `о`, so a command
//! key without a binding is looked up by its position. The table is the Russian layout (ЙЦУКЕН) with the additional letters
//! of Kyrgyz, Ukrainian and Belarusian. Kyrgyz layouts put ң, ү and ө on the keys of н, у and о.

/// Unshifted characters of the Russian layout, and of the US layout at the same position.
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
    // Letters of other Cyrillic alphabets.
    ('ң', 'y'),
    ('ү', 'e'),
    ('ө', 'j'),
    ('і', 's'),
    ('ї', ']'),
    ('є', '\''),
    ('ў', 'o'),
];

/// Keys of the US layout that type something other than a capital letter with Shift.
const SHIFTED: [(char, char); 8] =
    [('[', '{'), (']', '}'), (';', ':'), ('\'', '"'), (',', '<'), ('.', '>'), ('`', '~'), ('/', '?')];

/// Returns the character of the US layout at the position of a Cyrillic character.
pub(super) fn to_latin(c: char) -> Option<char> {
    if c == ',' {
        // Shift-. on the Russian layout.
        return Some('?');
    }
    let lower = c.to_lowercase().next()?;
    let (_, latin) = KEYS.iter().find(|(cyrillic, _)| *cyrillic == lower)?;
    Some(if lower == c { *latin } else { shifted(*latin) })
}

/// Returns the letter of the Russian layout at the position of a character of the US layout.
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
    fn every_letter_maps_to_a_latin_key() {
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
    fn letters_map_to_cyrillic_and_back() {
        for c in ('a'..='z').chain('A'..='Z').chain("[]{};:".chars()) {
            assert_eq!(to_cyrillic(c).and_then(to_latin), Some(c), "{c}");
        }
        assert_eq!(to_cyrillic('/'), None);
        assert_eq!(to_cyrillic('6'), None);
    }
}
