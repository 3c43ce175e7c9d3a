//! Highlighting of search terms in text.

use std::ops::Range;

use super::matcher::{MatchQuality, Matcher, is_of_word, wanted, words};
use super::typo::{Typed, has_slips, kinds};
use crate::index::SearchTerm;
use crate::text::Folded;

/// Finds search terms in any text. Created once per screen.
#[derive(Debug)]
pub struct Highlighter(Vec<Mark>);

/// One search term.
#[derive(Debug)]
pub(super) struct Mark {
    wanted: Matcher,
    slips: Slips,
}

/// Words that match with typos.
#[derive(Debug)]
enum Slips {
    /// These words of the vocabulary.
    Meant(Vec<Box<str>>),
    /// Any similar word, in texts without an exact match.
    Any(Option<Typed>),
}

/// A match in folded text.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) part: Range<usize>,
    pub(super) begins_a_word: bool,
}

impl Highlighter {
    /// Creates a highlighter without a vocabulary: typos are detected in each text by itself.
    #[must_use]
    pub fn new(needles: &[SearchTerm]) -> Self {
        let mark = |wanted: Matcher| {
            let typed = wanted.folded.trim_matches(|c| !is_of_word(c));
            let slips = Slips::Any(if wanted.is_exact { None } else { Typed::new(typed) });
            Mark { wanted, slips }
        };
        Self(wanted(needles).into_iter().map(mark).collect())
    }

    /// Creates a highlighter from matchers with the words that match each with typos.
    pub(super) fn of(wanted: Vec<Matcher>, meant: Vec<Vec<Box<str>>>) -> Self {
        let mark = |(wanted, meant)| Mark { wanted, slips: Slips::Meant(meant) };
        Self(wanted.into_iter().zip(meant).map(mark).collect())
    }

    /// Returns the byte ranges of all matches: sorted, disjoint, in whole characters.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::new(text);
        let mut ranges: Vec<Range<usize>> =
            self.places(folded.as_str()).into_iter().map(|place| folded.original(place.part)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut marks: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
        for range in ranges.into_iter().filter(|range| !range.is_empty()) {
            match marks.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => marks.push(range),
            }
        }
        marks
    }

    fn places(&self, folded: &str) -> Vec<Place> {
        self.0.iter().flat_map(|mark| mark.places(folded)).collect()
    }

    /// Returns the search terms.
    pub(super) fn each(&self) -> &[Mark] {
        &self.0
    }
}

impl Mark {
    /// True if a folded text contains the term.
    pub(super) fn is_in(&self, folded: &str) -> bool {
        !self.places(folded).is_empty()
    }

    /// Returns all matches in a folded text.
    pub(super) fn places(&self, folded: &str) -> Vec<Place> {
        let len = self.wanted.folded.len();
        let place =
            |(start, fit)| Place { part: start..start + len, begins_a_word: fit != MatchQuality::Inside };
        let mut places: Vec<Place> = self.wanted.places(folded).map(place).collect();
        match &self.slips {
            Slips::Meant(meant) if !meant.is_empty() => {
                places.extend(of_words(folded, |word| meant.iter().any(|meant| **meant == *word)));
            }
            Slips::Any(Some(typed)) if places.is_empty() => {
                let is_slip = |word: &str| has_slips(word) && typed.slip(word, kinds(word.chars())).is_some();
                places.extend(of_words(folded, is_slip));
            }
            Slips::Meant(_) | Slips::Any(_) => {}
        }
        places
    }
}

fn of_words(folded: &str, is_meant: impl Fn(&str) -> bool) -> impl Iterator<Item = Place> {
    let meant = words(folded).filter(move |(_, word)| is_meant(word));
    meant.map(|(start, word)| Place { part: start..start + word.len(), begins_a_word: true })
}

/// Returns the byte ranges of all matches: sorted, disjoint, in whole characters. In a text without an exact match, similar
/// words are returned.
///
/// ```
/// use kurultai_schedule::index::{SearchTerm, marks};
/// let needle = |text: &str| SearchTerm { text: text.to_owned(), is_exact: false };
/// assert_eq!(marks("Die große Straße", &[needle("gros"), needle("strasse")]), [4..9, 11..18]);
/// assert_eq!(marks("Janson", &[needle("jansen")]), [0..6]);
/// ```
#[must_use]
pub fn marks(text: &str, needles: &[SearchTerm]) -> Vec<Range<usize>> {
    Highlighter::new(needles).marks(text)
}
