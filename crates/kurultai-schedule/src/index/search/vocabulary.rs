//! The vocabulary of titles and names, for typos.

use std::collections::HashMap;

use super::Field;
use super::corpus::SearchCorpus;
use super::matcher::words;
use super::typo::{Typed, Typo, has_slips, kinds};

/// All words of titles and names, sorted.
#[derive(Debug, Clone)]
pub(super) struct Words(Vec<Word>);

/// A word with the entities that contain it.
#[derive(Debug, Clone)]
struct Word {
    text: Box<str>,
    kinds: u64,
    names: Box<[u32]>,
    about: Box<[u32]>,
}

/// A word that the user probably meant.
#[derive(Debug, Clone, Copy)]
pub(super) struct TypoCandidate<'a> {
    word: &'a Word,
    slip: Typo,
}

impl<'a> TypoCandidate<'a> {
    /// Returns the folded word.
    pub(super) fn text(self) -> &'a str {
        &self.word.text
    }

    /// True if the word continues after the typed text.
    pub(super) fn is_begun(self) -> bool {
        self.slip.is_begun
    }

    /// Iterates over the entities that contain the word, with the field; an entity may occur twice.
    pub(super) fn items(self) -> impl Iterator<Item = (usize, Field)> {
        let all = |items: &'a [u32], field| items.iter().map(move |item| (*item as usize, field));
        all(&self.word.names, Field::Name).chain(all(&self.word.about, Field::About))
    }
}

impl Words {
    pub(super) fn of(said: &SearchCorpus) -> Self {
        let mut found: HashMap<&str, (Vec<u32>, Vec<u32>)> = HashMap::new();
        let items = 0..u32::try_from(said.items.len()).unwrap_or(u32::MAX);
        for item in items.clone() {
            for (_, word) in words(said.names.text_of(item as usize)).filter(|(_, word)| has_slips(word)) {
                add(&mut found.entry(word).or_default().0, item);
            }
        }
        for item in items {
            for (_, word) in words(said.about.text_of(item as usize)) {
                if let Some((_, about)) = found.get_mut(word) {
                    add(about, item);
                }
            }
        }
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_unstable_by_key(|(word, _)| *word);
        let words = found.into_iter().map(|(word, (names, about))| Word {
            text: word.into(),
            kinds: kinds(word.chars()),
            names: names.into(),
            about: about.into(),
        });
        Self(words.collect())
    }

    /// Returns the words with the fewest typos, if any is close enough.
    pub(super) fn meant(&self, typed: &str) -> Vec<TypoCandidate<'_>> {
        let Some(typed) = Typed::new(typed) else { return Vec::new() };
        let mut meant: Vec<TypoCandidate> = Vec::new();
        for word in &self.0 {
            let Some(slip) = typed.slip(&word.text, word.kinds) else { continue };
            let fewest = meant.first().map_or(slip.letters, |meant| meant.slip.letters);
            if slip.letters < fewest {
                meant.clear();
            }
            if slip.letters <= fewest {
                meant.push(TypoCandidate { word, slip });
            }
        }
        meant
    }

    /// Returns the size in bytes.
    pub(super) fn bytes(&self) -> usize {
        let of = |word: &Word| {
            size_of::<Word>() + word.text.len() + (word.names.len() + word.about.len()) * size_of::<u32>()
        };
        self.0.iter().map(of).sum()
    }
}

fn add(items: &mut Vec<u32>, item: u32) {
    if items.last() != Some(&item) {
        items.push(item);
    }
}
