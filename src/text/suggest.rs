//! "Did you mean …": the known word that is nearest to a written one.

use strsim::osa_distance;

/// The most letters that a known word may gain in lower case, such as `İ`.
const LONGER_IN_LOWER_CASE: usize = 2;

/// The word among `known` that was probably meant by `written`: one slip of a finger away, two in words of eight
/// letters and more. Capitals, and `-` for `_`, are no slip.
///
/// ```
/// use kurultai::text::closest_match;
/// assert_eq!(closest_match("spaekers", ["speakers", "people"]), Some("speakers"));
/// assert_eq!(closest_match("Title", ["title"]), Some("title"));
/// assert_eq!(closest_match("bla", ["url"]), None);
/// ```
#[must_use]
pub fn closest_match<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Distances cost the product of the two lengths, and nobody mistypes a word into a page.
    if written.len() > 100 {
        return None;
    }
    let normal = |word: &str| word.to_lowercase().replace(['-', ' '], "_");
    let written = normal(written);
    let allowed = match written.chars().count() {
        0..=2 => 0,
        3..=7 => 1,
        _ => 2,
    };
    // One letter tells two lengths apart; a few letters become two in lower case.
    let length = written.chars().count();
    let signs = signs(&written);
    // One slip takes at most one sign away and puts one in.
    let has_signs =
        |word: &&str| !word.is_ascii() || (signs ^ self::signs(word)).count_ones() as usize <= 2 * allowed;
    let is_possible = |word: &&str| {
        word.chars().count().abs_diff(length) <= allowed + LONGER_IN_LOWER_CASE && has_signs(word)
    };
    known
        .into_iter()
        .filter(is_possible)
        .map(|word| (osa_distance(&written, &normal(word)), word))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// The ASCII letters and digits of a word as a set, whatever their case: much faster to compare than the words.
fn signs(word: &str) -> u64 {
    word.bytes().fold(0, |signs, byte| match byte.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => signs | 1 << (letter - b'a'),
        digit @ b'0'..=b'9' => signs | 1 << (32 + digit - b'0'),
        _ => signs,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_rule_out_no_word_that_is_near() {
        for (written, known) in [
            ("spaekers", Some("speakers")),
            ("spekers", Some("speakers")),
            ("speakerss", Some("speakers")),
            ("xpeakerz", Some("speakers")),
            ("SPEAKER 1", Some("speaker_1")),
            ("speaker-2", Some("speaker_1")),
            ("дни", Some("Дни")),
            ("istanbul", Some("İstanbul")),
            ("İstanbul", Some("istanbul")),
            ("spoken", None),
            ("abcdefgh", None),
        ] {
            let all =
                ["speakers", "speaker_1", "Дни", if written == "İstanbul" { "istanbul" } else { "İstanbul" }];
            assert_eq!(closest_match(written, all), known, "{written}");
        }
        assert_eq!(signs("aB9-_ ж"), 1 | 1 << 1 | 1 << 41);
    }
}
