//! [`SearchIndex`]: finds what is typed in everything that a program says, in each of its languages.
//!
//! What is looked for is compared as [`fold`] makes it. Titles and names come before what is said about
//! something, and that before running texts; a slip of a finger is forgiven last.

mod corpus;
mod highlight;
mod matcher;
mod searchable_fields;
mod snippet;
mod typo;
mod vocabulary;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{EntityRef, Index, SearchTerm};
use crate::model::Conference;
use crate::text::fold;

use corpus::{FieldCorpus, SearchCorpus};
use matcher::{MatchQuality, Matcher, is_of_word};
use vocabulary::{TypoCandidate, Words};

pub use highlight::{Highlighter, marks};
pub use snippet::excerpt;

/// Where something stands that was found, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// In the title or name.
    Name,
    /// In what is known about it: the subtitle, people, room, track, tags and kind of a session; post, organization and
    /// country of a person; the venue of the conference.
    About,
    /// In a running text: an abstract, a description, a bio.
    Text,
}

/// Something that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub item: EntityRef,
    /// Where the best of what was looked for stands.
    pub field: Field,
    /// How far one has to read to see all of it: with [`Field::Text`] it stands in a text, of which [`Highlighter::line`] shows a
    /// line.
    pub farthest: Field,
}

/// All that a program says, made ready to be searched. It does not change.
#[derive(Debug, Clone)]
pub struct SearchIndex {
    said: SearchCorpus,
    words: Words,
}

/// How well one text that is looked for was found, the best first. What is a slip comes behind all that is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Score {
    As(Field, MatchQuality),
    Slip { field: Field, is_begun: bool },
}

/// The same with those of one kind together: first the kind of the best, and each in its order.
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
            Self::As(field, _) | Self::Slip { field, .. } => field,
        }
    }
}

/// An item that has everything that was looked for so far.
#[derive(Debug, Clone, Copy)]
struct Found {
    /// Its place in the order of the program.
    at: usize,
    best: Score,
    worst: Score,
    farthest: Field,
    /// How much of it stands in the title or name.
    in_name: usize,
}

impl SearchIndex {
    /// Reads everything once, of a thousand sessions in about a twentieth of a second. That is too dear to wait for it with
    /// the first screen.
    #[must_use]
    pub fn new(conference: &Conference, index: &Index) -> Self {
        let said = SearchCorpus::of(conference, index);
        let words = Words::of(&said);
        Self { said, words }
    }

    /// The items that have all of what is looked for, the best first: those whose whole title or name it is, then where
    /// it is words of the title, begins the title, begins words of it, stands inside of them; then what has it elsewhere.
    /// What is equally good stands in the order of the program. Without anything to look for nothing is found.
    #[must_use]
    pub fn find(&self, needles: &[SearchTerm]) -> Vec<Hit> {
        let wanted = wanted(needles);
        let mut found: Option<Vec<Found>> = None;
        for wanted in &wanted {
            let slips = self.slips(wanted);
            let all = 0..self.said.items.len();
            let graded = |at: usize| self.grade(at, wanted, &slips);
            found = Some(match found {
                None => all.filter_map(|at| graded(at).map(|grade| Found::new(at, grade))).collect(),
                Some(found) => {
                    let add = |found: Found| graded(found.at).map(|grade| found.and(grade));
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
            let fit = phrase.as_ref()?.best(self.said.names.of(found.at), MatchQuality::Whole)?;
            Some(Score::As(Field::Name, fit))
        };
        let rank = |found: &Found| {
            let overall = in_a_row(found).map_or(found.worst, |grade| grade.min(found.worst));
            (overall, Reverse(found.in_name), found.best, found.at)
        };
        found.sort_by_cached_key(rank);
        let hit = |found: &Found| Hit {
            item: self.said.items[found.at],
            field: found.best.field(),
            farthest: found.farthest,
        };
        found.iter().map(hit).collect()
    }

    /// What marks the places where these needles were found, the words among them that were meant by a slip.
    #[must_use]
    pub fn marker(&self, needles: &[SearchTerm]) -> Highlighter {
        let wanted = wanted(needles);
        let meant =
            |wanted: &Matcher| self.meant(wanted).into_iter().map(|meant| meant.text().into()).collect();
        let meant = wanted.iter().map(meant).collect();
        Highlighter::of(wanted, meant)
    }

    /// The bytes that it takes, about.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let said = &self.said;
        let zones = [&said.names, &said.about, &said.texts].map(FieldCorpus::bytes);
        zones.iter().sum::<usize>() + said.items.capacity() * size_of::<EntityRef>() + self.words.bytes()
    }

    /// Returns the words of titles and names that were meant by one that none of them has. What is known of an item may have
    /// it as a word; then it is not the beginning of another one with a slip in it. Running texts prove nothing: they have
    /// slips of their own.
    fn meant(&self, wanted: &Matcher) -> Vec<TypoCandidate<'_>> {
        let is_in = |zone: &FieldCorpus| (0..self.said.items.len()).any(|at| wanted.is_in(zone.of(at)));
        if wanted.is_exact || is_in(&self.said.names) {
            return Vec::new();
        }
        let mut meant = self.words.meant(wanted.folded.trim_matches(|c| !is_of_word(c)));
        if !meant.is_empty() && is_in(&self.said.about) {
            meant.retain(|meant| !meant.is_begun());
        }
        meant
    }

    /// For each item how a word of it was meant, where there are such words.
    fn slips(&self, wanted: &Matcher) -> Vec<Option<Score>> {
        let meant = self.meant(wanted);
        let mut slips = if meant.is_empty() { Vec::new() } else { vec![None; self.said.items.len()] };
        for meant in meant {
            for (at, field) in meant.items() {
                let slip = Score::Slip { field, is_begun: meant.is_begun() };
                slips[at] = Some(slips[at].map_or(slip, |known: Score| known.min(slip)));
            }
        }
        slips
    }

    fn grade(&self, at: usize, wanted: &Matcher, slips: &[Option<Score>]) -> Option<Score> {
        let said = &self.said;
        let fields = [
            (Field::Name, &said.names, MatchQuality::Whole),
            (Field::About, &said.about, MatchQuality::Word),
            (Field::Text, &said.texts, MatchQuality::Word),
        ];
        let exact = fields.into_iter().find_map(|(field, zone, enough)| {
            let fit = wanted.best(zone.of(at), enough)?;
            Some(Score::As(field, if field == Field::Name { fit } else { fit.within() }))
        });
        exact.or_else(|| slips.get(at).copied().flatten())
    }
}

impl Found {
    fn new(at: usize, grade: Score) -> Self {
        let farthest = grade.field();
        Self { at, best: grade, worst: grade, farthest, in_name: usize::from(farthest == Field::Name) }
    }

    fn and(self, grade: Score) -> Self {
        Self {
            best: self.best.min(grade),
            worst: self.worst.max(grade),
            farthest: self.farthest.max(grade.field()),
            in_name: self.in_name + usize::from(grade.field() == Field::Name),
            ..self
        }
    }
}

/// Each text that is looked for, once.
fn wanted(needles: &[SearchTerm]) -> Vec<Matcher> {
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

/// What is looked for in a row, as a title may have it; `None` for a single word.
fn phrase(wanted: &[Matcher]) -> Option<Matcher> {
    let words: Vec<&str> = wanted.iter().map(|wanted| wanted.folded.as_str()).collect();
    (words.len() > 1).then(|| Matcher::new(&words.join(" "), false))
}
