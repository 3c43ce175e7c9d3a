//! [`SearchIndex`]: full-text search over all texts of a schedule, in all languages.
//!
//! Text is compared as folded by `text::fold`. Matches in titles and names rank before other fields, and those before prose;
//! matches with typos rank last.

mod corpus;
mod field;
mod highlight;
mod matcher;
mod searchable_fields;
mod snippet;
mod typo;
mod vocabulary;

use std::cmp::Reverse;

use super::{EntityRef, Index, SearchTerm};
use crate::model::Conference;

use corpus::{FieldCorpus, SearchCorpus};
use matcher::{MatchQuality, Matcher, is_of_word, wanted};
use vocabulary::{TypoCandidate, Words};

pub use field::Field;
pub use highlight::{Highlighter, marks};
pub use snippet::excerpt;

/// A search result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The entity.
    pub item: EntityRef,
    /// The field of the best match.
    pub field: Field,
    /// The worst field needed to see all matches; for [`Field::Text`], [`Highlighter::line`] returns an excerpt.
    pub farthest: Field,
}

/// The immutable full-text index of a schedule.
#[derive(Debug, Clone)]
pub struct SearchIndex {
    corpus: SearchCorpus,
    words: Words,
}

/// The score of one search term, best first. Typos rank after all exact matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Score {
    Exact(Field, MatchQuality),
    Typo { field: Field, is_begun: bool },
}

/// Groups hits by kind of entity, in the order of the best hit of each kind.
#[must_use]
pub fn group_by_kind(hits: Vec<Hit>) -> Vec<Hit> {
    let mut kinds: Vec<EntityRef> = Vec::new();
    for hit in &hits {
        if !kinds.iter().any(|known| known.is_kind_of(hit.item)) {
            kinds.push(hit.item);
        }
    }
    let mut hits = hits;
    hits.sort_by_key(|hit| kinds.iter().position(|known| known.is_kind_of(hit.item)));
    hits
}

impl Score {
    fn field(self) -> Field {
        match self {
            Self::Exact(field, _) | Self::Typo { field, .. } => field,
        }
    }
}

/// An entity that contains all terms so far.
#[derive(Debug, Clone, Copy)]
struct Found {
    /// Position in schedule order.
    at: usize,
    best: Score,
    worst: Score,
    farthest: Field,
    /// The number of terms in its title or name.
    in_name: usize,
}

impl SearchIndex {
    /// Builds the index. A thousand sessions take about 50 ms, too long before the first frame.
    #[must_use]
    pub fn new(conference: &Conference, index: &Index) -> Self {
        let corpus = SearchCorpus::new(conference, index);
        let words = Words::of(&corpus);
        Self { corpus, words }
    }

    /// Returns the entities that contain all terms, best first: the whole title or name, then whole words, its start, the
    /// starts of words, inside words, then other fields. Ties are in schedule order. No terms find nothing.
    #[must_use]
    pub fn find(&self, needles: &[SearchTerm]) -> Vec<Hit> {
        let wanted = wanted(needles);
        let mut found: Option<Vec<Found>> = None;
        for wanted in &wanted {
            let slips = self.slips(wanted);
            let all = 0..self.corpus.items.len();
            let graded = |at: usize| self.score(at, wanted, &slips);
            found = Some(match found {
                None => all.filter_map(|at| graded(at).map(|grade| Found::new(at, grade))).collect(),
                Some(found) => {
                    let add = |found: Found| graded(found.at).map(|grade| found.with_score(grade));
                    found.into_iter().filter_map(add).collect()
                }
            });
            if found.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
        }
        let mut found = found.unwrap_or_default();
        let phrase = phrase(&wanted);
        let in_a_row = |found: &Found| {
            let fit = phrase.as_ref()?.best(self.corpus.names.text_of(found.at), MatchQuality::Whole)?;
            Some(Score::Exact(Field::Name, fit))
        };
        let rank = |found: &Found| {
            let overall = in_a_row(found).map_or(found.worst, |grade| grade.min(found.worst));
            (overall, Reverse(found.in_name), found.best, found.at)
        };
        found.sort_by_cached_key(rank);
        let hit = |found: &Found| Hit {
            item: self.corpus.items[found.at],
            field: found.best.field(),
            farthest: found.farthest,
        };
        found.iter().map(hit).collect()
    }

    /// Returns the highlighter for these terms, including words that match with typos.
    #[must_use]
    pub fn marker(&self, needles: &[SearchTerm]) -> Highlighter {
        let wanted = wanted(needles);
        let meant =
            |wanted: &Matcher| self.meant(wanted).into_iter().map(|meant| meant.text().into()).collect();
        let meant = wanted.iter().map(meant).collect();
        Highlighter::of(wanted, meant)
    }

    /// Returns the approximate size in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let corpus = &self.corpus;
        let zones = [&corpus.names, &corpus.about, &corpus.texts].map(FieldCorpus::bytes);
        zones.iter().sum::<usize>() + corpus.items.capacity() * size_of::<EntityRef>() + self.words.bytes()
    }

    /// Returns the words of titles and names of which `wanted` may be a misspelling, unless one contains it.
    /// If another field contains it as a whole word, it is not treated as a misspelled word start. Prose is
    /// ignored, since it has typos itself.
    fn meant(&self, wanted: &Matcher) -> Vec<TypoCandidate<'_>> {
        let is_in =
            |zone: &FieldCorpus| (0..self.corpus.items.len()).any(|at| wanted.is_in(zone.text_of(at)));
        if wanted.is_exact || is_in(&self.corpus.names) {
            return Vec::new();
        }
        let mut meant = self.words.meant(wanted.folded.trim_matches(|c| !is_of_word(c)));
        if !meant.is_empty() && is_in(&self.corpus.about) {
            meant.retain(|meant| !meant.is_begun());
        }
        meant
    }

    /// Returns the score of the best typo for each entity, if there is any.
    fn slips(&self, wanted: &Matcher) -> Vec<Option<Score>> {
        let meant = self.meant(wanted);
        let mut slips = if meant.is_empty() { Vec::new() } else { vec![None; self.corpus.items.len()] };
        for meant in meant {
            for (at, field) in meant.items() {
                let slip = Score::Typo { field, is_begun: meant.is_begun() };
                slips[at] = Some(slips[at].map_or(slip, |known: Score| known.min(slip)));
            }
        }
        slips
    }

    fn score(&self, at: usize, wanted: &Matcher, slips: &[Option<Score>]) -> Option<Score> {
        let corpus = &self.corpus;
        let fields = [
            (Field::Name, &corpus.names, MatchQuality::Whole),
            (Field::About, &corpus.about, MatchQuality::Word),
            (Field::Text, &corpus.texts, MatchQuality::Word),
        ];
        let exact = fields.into_iter().find_map(|(field, zone, enough)| {
            let fit = wanted.best(zone.text_of(at), enough)?;
            Some(Score::Exact(field, if field == Field::Name { fit } else { fit.within() }))
        });
        exact.or_else(|| slips.get(at).copied().flatten())
    }
}

impl Found {
    fn new(at: usize, grade: Score) -> Self {
        let farthest = grade.field();
        Self { at, best: grade, worst: grade, farthest, in_name: usize::from(farthest == Field::Name) }
    }

    fn with_score(self, grade: Score) -> Self {
        Self {
            best: self.best.min(grade),
            worst: self.worst.max(grade),
            farthest: self.farthest.max(grade.field()),
            in_name: self.in_name + usize::from(grade.field() == Field::Name),
            ..self
        }
    }
}

/// Returns a matcher for all terms as a phrase; `None` for a single word.
fn phrase(wanted: &[Matcher]) -> Option<Matcher> {
    let words: Vec<&str> = wanted.iter().map(|wanted| wanted.folded.as_str()).collect();
    (words.len() > 1).then(|| Matcher::new(&words.join(" "), false))
}
