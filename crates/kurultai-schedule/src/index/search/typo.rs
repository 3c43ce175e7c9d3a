//! Typo-tolerant matching of words and word starts.

/// Maximum length of words; the cost of a distance is the product of both lengths.
const MAX_WORD: usize = 40;
/// Minimum length of a typed word start with a typo.
const SHORTEST_BEGINNING: usize = 4;

/// The difference between a typed word and a word, smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Typo {
    /// The number of wrong, missing, extra or transposed letters.
    pub(super) letters: usize,
    /// True if the word continues after the typed text.
    pub(super) is_begun: bool,
}

/// A typed word, folded, that may contain typos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    letters: Vec<char>,
    kinds: u64,
    allowed: usize,
}

impl Typed {
    /// Returns `None` for words that cannot have typos: those with digits, and those in scripts without spaces. Words of
    /// four to seven letters may have one typo, longer ones two.
    pub(super) fn new(folded: &str) -> Option<Self> {
        let letters: Vec<char> = folded.chars().take(MAX_WORD + 1).collect();
        let allowed = match letters.len() {
            0 => return None,
            1..=3 => 0,
            4..=7 => 1,
            8..=MAX_WORD => 2,
            _ => return None,
        };
        has_slips(folded).then(|| Self { kinds: kinds(letters.iter().copied()), letters, allowed })
    }

    /// Returns the difference to a word, as a whole or as its start.
    pub(super) fn slip(&self, word: &str, word_kinds: u64) -> Option<Typo> {
        // Each typo adds at most one letter that the word does not have.
        if (self.kinds & !word_kinds).count_ones() as usize > self.allowed {
            return None;
        }
        let (whole, begun) = self.distances(word);
        let as_slip = |letters, is_begun| Typo { letters, is_begun };
        let whole = Some(whole).filter(|letters| *letters <= self.allowed).map(|at| as_slip(at, false));
        let may_begin = self.letters.len() >= SHORTEST_BEGINNING && begun <= self.allowed;
        whole.into_iter().chain(may_begin.then(|| as_slip(begun, true))).min()
    }

    /// Returns the distance to the word (optimal string alignment), and the minimum over all its prefixes. Stops early, with
    /// a value over the limit, when neither can get smaller.
    fn distances(&self, word: &str) -> (usize, usize) {
        let count = self.letters.len();
        // Distances of all typed prefixes to the current prefix of the word, and to those one and two letters shorter.
        let mut row: [usize; MAX_WORD + 1] = std::array::from_fn(|typed| typed);
        let mut shorter = row;
        let mut shortest;
        let mut nearest = row[count];
        let mut before = None;
        for (at, letter) in word.chars().enumerate() {
            shortest = shorter;
            shorter = row;
            row[0] = at + 1;
            for typed in 1..=count {
                let own = self.letters[typed - 1];
                let change = shorter[typed - 1] + usize::from(own != letter);
                let mut least = change.min(shorter[typed] + 1).min(row[typed - 1] + 1);
                if typed > 1 && before == Some(own) && self.letters[typed - 2] == letter {
                    least = least.min(shortest[typed - 2] + 1);
                }
                row[typed] = least;
            }
            nearest = nearest.min(row[count]);
            before = Some(letter);
            let is_far = |row: &[usize]| row.iter().all(|distance| *distance > self.allowed);
            if is_far(&row[..=count]) && is_far(&shorter[..=count]) {
                return (usize::MAX, nearest);
            }
        }
        (row[count], nearest)
    }
}

/// True for words in which typos are recognizable.
pub(super) fn has_slips(word: &str) -> bool {
    !word.chars().any(|c| c.is_numeric() || super::matcher::has_no_blanks(c))
}

/// Returns the set of letters as a bit mask, hashed to 64 bits.
pub(super) fn kinds(letters: impl IntoIterator<Item = char>) -> u64 {
    letters.into_iter().fold(0, |kinds, letter| kinds | 1 << (u32::from(letter) % 64))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slip(typed: &str, word: &str) -> Option<(usize, bool)> {
        let slip = Typed::new(typed)?.slip(word, kinds(word.chars()))?;
        Some((slip.letters, slip.is_begun))
    }

    #[test]
    fn short_words_may_have_one_typo_and_long_ones_two() {
        for (typed, word, expected) in [
            ("jansen", "janson", Some((1, false))),
            ("kubernetis", "kubernetes", Some((1, false))),
            ("kuberneti", "kubernetes", Some((1, true))),
            ("kubernets", "kubernetes", Some((1, false))),
            ("kuebrnteis", "kubernetes", None),
            ("kuebrntees", "kubernetes", Some((2, false))),
            ("осконбоев", "осконбаев", Some((1, false))),
            ("ruts", "rust", Some((1, false))),
            ("rsut", "rusty", Some((1, true))),
            ("rut", "rust", None),
            ("rst", "rst", Some((0, false))),
            ("rst", "rstudio", None),
            ("hall2", "hall1", None),
            ("会议会议会", "会议会议会", None),
        ] {
            assert_eq!(slip(typed, word), expected, "{typed} {word}");
        }
    }

    proptest! {
        #[test]
        fn the_distance_is_that_of_others(typed in "[a-d]{4,12}", word in "[a-d]{0,12}") {
            let letters: Vec<char> = word.chars().collect();
            let allowed = if typed.len() < 8 { 1 } else { 2 };
            let to = |word: &[char]| strsim::osa_distance(&typed, &word.iter().collect::<String>());
            let whole = (to(&letters), false);
            let begun = ((0..=letters.len()).map(|end| to(&letters[..end])).min().unwrap_or(0), true);
            let expected = [whole, begun].into_iter().filter(|(slips, _)| *slips <= allowed).min();
            prop_assert_eq!(slip(&typed, &word), expected);
        }
    }
}
