//! "Did you mean …": the known word that is nearest to a written one.

use strsim::osa_distance;

/// The most letters that a known word may gain in lower case, such as `İ`.
const LONGER_IN_LOWER_CASE: usize = 2;

/// The word among `known` that was probably meant by `written`: one slip of a finger away, two in words of eight
/// letters and more. Capitals, and `-` for `_`, are no slip.
///
/// ```
/// use kurultai::text::nearest;
/// assert_eq!(nearest("spaekers", ["speakers", "people"]), Some("speakers"));
/// assert_eq!(nearest("Title", ["title"]), Some("title"));
/// assert_eq!(nearest("bla", ["url"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
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
    let is_possible = |word: &&str| word.chars().count().abs_diff(length) <= allowed + LONGER_IN_LOWER_CASE;
    known
        .into_iter()
        .filter(is_possible)
        .map(|word| (osa_distance(&written, &normal(word)), word))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}
