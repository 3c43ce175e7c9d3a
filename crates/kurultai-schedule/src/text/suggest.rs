//! "Did you mean …": the closest match among known words.

use strsim::osa_distance;

/// Characters that lower-casing may add to a word, as in `İ`.
const LONGER_IN_LOWER_CASE: usize = 2;

/// Returns the known word within one typo of `written`, or within two for words of eight or more letters.
/// Ignores case and the difference between `-` and `_`.
///
/// ```
/// use kurultai_schedule::text::closest_match;
/// assert_eq!(closest_match("spaekers", ["speakers", "people"]), Some("speakers"));
/// assert_eq!(closest_match("Title", ["title"]), Some("title"));
/// assert_eq!(closest_match("bla", ["url"]), None);
/// ```
#[must_use]
pub fn closest_match<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The cost of a distance is the product of both lengths, and nothing this long is a typo.
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
    let length = written.chars().count();
    let signs = signs(&written);
    // A typo removes at most one character and adds at most one.
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

/// Returns the set of ASCII letters and digits as a bit mask, case-insensitively: a cheap filter before distances.
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
