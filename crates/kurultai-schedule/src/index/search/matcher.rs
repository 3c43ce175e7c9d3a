//! Matching a search term against folded text.

use std::collections::BTreeSet;

use memchr::memchr_iter;
use memchr::memmem::Finder;

use crate::index::SearchTerm;
use crate::text::fold;

/// Characters around a title that are ignored: quotes, brackets.
const SIGNS: usize = 4;

/// The quality of a match in a line, best first. Whole words rank before word starts, so that `rust` finds Rust before
/// Rustls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchQuality {
    /// The whole line.
    Whole,
    /// Whole words at the start of the line.
    FirstWord,
    /// Whole words.
    Word,
    /// The start of the line.
    First,
    /// The start of a word.
    Begins,
    /// Inside a word.
    Inside,
}

impl MatchQuality {
    /// Reduces the quality to words, for lines that are not titles.
    pub(super) fn within(self) -> Self {
        match self {
            Self::Whole | Self::FirstWord | Self::Word => Self::Word,
            Self::First | Self::Begins => Self::Begins,
            Self::Inside => Self::Inside,
        }
    }
}

/// A search term: a word or an exact phrase.
#[derive(Debug)]
pub(super) struct Matcher {
    pub(super) folded: String,
    pub(super) is_exact: bool,
    /// True for an exact phrase of several words.
    is_phrase: bool,
    first: Option<char>,
    last: Option<char>,
    finder: Finder<'static>,
}

impl Matcher {
    pub(super) fn new(folded: &str, is_exact: bool) -> Self {
        let finder = Finder::new(folded.as_bytes()).into_owned();
        let mut chars = folded.chars();
        let first = chars.next();
        let last = chars.next_back().or(first);
        let is_phrase = is_exact && next_edge(folded, 0) < folded.len();
        Self { folded: folded.to_owned(), is_exact, is_phrase, first, last, finder }
    }

    /// Returns the disjoint matches in a folded text, from left to right.
    pub(super) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, MatchQuality)> + 'a {
        let phrase = self.is_phrase.then(|| self.places_of_phrase(text));
        let words = (!self.is_phrase).then(|| self.found(text.as_bytes()));
        let words = words.into_iter().flatten().map(|start| (start, self.fit(text, start)));
        phrase.into_iter().flatten().chain(words.filter(|(_, fit)| self.takes(*fit)))
    }

    fn takes(&self, fit: MatchQuality) -> bool {
        !self.is_exact || matches!(fit, MatchQuality::Whole | MatchQuality::FirstWord | MatchQuality::Word)
    }

    /// Returns all byte matches. Scanning for a single byte is faster with `memchr`.
    fn found<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
        let byte = Some(self.folded.as_bytes()).filter(|bytes| bytes.len() == 1).map(|bytes| bytes[0]);
        let bytes = byte.is_none().then(|| self.finder.find_iter(text));
        byte.into_iter().flat_map(|byte| memchr_iter(byte, text)).chain(bytes.into_iter().flatten())
    }

    /// Returns phrase matches. A match may start inside a rejected one, as in "ergo go go".
    fn places_of_phrase<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, MatchQuality)> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let start = from + self.finder.find(&text.as_bytes()[from..])?;
                let fit = self.fit(text, start);
                if self.takes(fit) {
                    from = start + self.folded.len();
                    return Some((start, fit));
                }
                from = next_edge(text, start);
            }
        })
    }

    /// True if a text contains the term.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.finder.find(text.as_bytes()).is_some() && self.places(text).next().is_some()
    }

    /// Returns the best match quality; stops at `enough`.
    pub(super) fn best(&self, text: &str, enough: MatchQuality) -> Option<MatchQuality> {
        // Fast path for the many texts without a match.
        self.finder.find(text.as_bytes())?;
        let mut best: Option<MatchQuality> = None;
        for (_, fit) in self.places(text) {
            best = Some(best.map_or(fit, |best| best.min(fit)));
            if fit <= enough {
                break;
            }
        }
        best
    }

    fn fit(&self, text: &str, start: usize) -> MatchQuality {
        let (before, behind) = (&text[..start], &text[start + self.folded.len()..]);
        // Fast path: most matches are inside words.
        if !is_edge(before.chars().next_back(), self.first) {
            return MatchQuality::Inside;
        }
        let ends = is_edge(self.last, behind.chars().next());
        match (is_end(before.chars().rev()), ends) {
            (true, true) if is_end(behind.chars()) => MatchQuality::Whole,
            (true, true) => MatchQuality::FirstWord,
            (true, false) => MatchQuality::First,
            (false, true) => MatchQuality::Word,
            (false, false) => MatchQuality::Begins,
        }
    }
}

/// Returns a matcher for each distinct term.
pub(super) fn wanted(needles: &[SearchTerm]) -> Vec<Matcher> {
    let mut known = BTreeSet::new();
    let mut wanted = Vec::new();
    for needle in needles {
        let folded = fold(&needle.text);
        let words: Vec<&str> =
            if needle.is_exact { vec![folded.trim()] } else { folded.split(' ').collect() };
        for word in words.into_iter().filter(|word| !word.is_empty()) {
            if known.insert((word.to_owned(), needle.is_exact)) {
                wanted.push(Matcher::new(word, needle.is_exact));
            }
        }
    }
    wanted
}

/// True if the line ends here, except for a few punctuation characters.
fn is_end(mut chars: impl Iterator<Item = char>) -> bool {
    for _ in 0..=SIGNS {
        match chars.next() {
            None | Some('\n') => return true,
            Some(c) if is_of_word(c) => return false,
            Some(_) => {}
        }
    }
    false
}

/// True if there is a word boundary between two characters.
fn is_edge(before: Option<char>, behind: Option<char>) -> bool {
    let (Some(before), Some(behind)) = (before, behind) else { return true };
    !is_of_word(before) || !is_of_word(behind) || has_no_blanks(before) || has_no_blanks(behind)
}

/// Returns the next word boundary after a position.
fn next_edge(text: &str, from: usize) -> usize {
    let chars = text[from..].char_indices();
    let mut pairs = chars.clone().zip(chars.skip(1));
    let edge = pairs.find(|((_, before), (_, behind))| is_edge(Some(*before), Some(*behind)));
    edge.map_or(text.len(), |(_, (at, _))| from + at)
}

/// True for characters of words.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || (!c.is_ascii() && unicode_normalization::char::is_combining_mark(c))
}

/// True for scripts without spaces between words, or with suffixes as in Korean.
pub(super) fn has_no_blanks(c: char) -> bool {
    matches!(u32::from(c), 0xE00..=0xEFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x2E80..=0x9FFF | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Iterates over the words of a folded text with their offsets: tokens without surrounding punctuation, and for tokens
/// with inner punctuation also their parts.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    runs(text, |c| !c.is_whitespace()).flat_map(|(start, token)| {
        let start = start + token.len() - token.trim_start_matches(|c| !is_of_word(c)).len();
        let token = token.trim_matches(|c| !is_of_word(c));
        let parts = runs(token, is_of_word).filter(|(_, part)| part.len() < token.len());
        let parts = parts.map(move |(at, part)| (start + at, part));
        (!token.is_empty()).then_some((start, token)).into_iter().chain(parts)
    })
}

/// Iterates over the maximal runs of characters that satisfy a predicate.
fn runs(text: &str, is_in: fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_in)?;
        at = text[start..].find(|c| !is_in(c)).map_or(text.len(), |len| start + len);
        Some((start, &text[start..at]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn best(wanted: &str, text: &str) -> Option<MatchQuality> {
        Matcher::new(&fold(wanted), false).best(&fold(text), MatchQuality::Whole)
    }

    #[test]
    fn the_best_place_counts() {
        for (wanted, text, fit) in [
            ("rust", "Rust", Some(MatchQuality::Whole)),
            ("rust", "«Rust»", Some(MatchQuality::Whole)),
            ("rust", "Rust, why?", Some(MatchQuality::FirstWord)),
            ("rust", "Trust in Rust", Some(MatchQuality::Word)),
            ("rust", "Rustls", Some(MatchQuality::First)),
            ("rust", "On rustls", Some(MatchQuality::Begins)),
            ("rust", "Trust", Some(MatchQuality::Inside)),
            ("c++", "Modern C++", Some(MatchQuality::Word)),
            ("会议", "司法会议室", Some(MatchQuality::Word)),
            ("go", "Python", None),
            (".*[(", "a .*[( b", Some(MatchQuality::Word)),
        ] {
            assert_eq!(best(wanted, text), fit, "{wanted} in {text}");
        }
    }

    #[test]
    fn exact_terms_match_whole_words() {
        let exact = Matcher::new("rust", true);
        let places = |text| exact.places(text).map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(places("trust rustls rust-lang"), [13]);
        assert_eq!(places("rusty"), [0; 0]);
        let exact = Matcher::new("go go", true);
        let places = |text| exact.places(text).map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(places("ergo go go going go go go"), [5, 17]);
    }

    #[test]
    fn words_are_separated_by_blanks_and_punctuation() {
        let found: Vec<_> = words("«жан-поль», e.g. -- x").collect();
        let expected =
            [(2, "жан-поль"), (2, "жан"), (9, "поль"), (21, "e.g"), (21, "e"), (23, "g"), (29, "x")];
        assert_eq!(found, expected);
    }
}
