//! [`CompletionContext`]: the word being typed, and its completions.

use std::ops::Range;

use super::{Key, quotes};
use crate::text::fold;

/// The unfinished word at the end of a query: a search term, a key or a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CompletionContext {
    /// The key, if a value is being typed.
    pub key: Option<Key>,
    /// The word so far, without an opening quote.
    pub text: String,
    /// The range to replace, in characters, including the quote.
    pub place: Range<usize>,
    /// True after a hyphen.
    pub is_negated: bool,
}

impl CompletionContext {
    /// Returns the context at the end of `text`.
    #[must_use]
    pub fn at_end(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut typing = Self { place: chars.len()..chars.len(), ..Self::default() };
        let mut at = 0;
        while at < chars.len() {
            if chars[at].is_whitespace() {
                at += 1;
                continue;
            }
            (typing, at) = Self::part(&chars, at);
        }
        // A new word begins after a space, or after a closed quote.
        if typing.place.end < chars.len() {
            typing = Self { place: chars.len()..chars.len(), ..Self::default() };
        }
        typing
    }

    /// Parses the word at `at` as if it were the last; also returns its end.
    fn part(chars: &[char], at: usize) -> (Self, usize) {
        let is_negated = chars[at] == '-';
        let start = at + usize::from(is_negated);
        let letters = chars[start..].iter().take_while(|c| c.is_alphabetic()).count();
        let word: String = chars[start..start + letters].iter().collect();
        let key = Key::read(&word).filter(|_| chars.get(start + letters) == Some(&':'));
        let mut begin = if key.is_some() { start + letters + 1 } else { start };
        loop {
            let (text, end) = if chars.get(begin).copied().is_some_and(quotes::opens) {
                quotes::read(chars, begin)
            } else {
                let is_end = |c: &char| c.is_whitespace() || key.is_some() && *c == ',';
                let rest = &chars[begin.min(chars.len())..];
                let length = rest.iter().position(is_end).unwrap_or(rest.len());
                (rest[..length].iter().collect(), begin + length)
            };
            if key.is_none() || chars.get(end) != Some(&',') {
                return (Self { key, text, place: begin..end, is_negated }, end.max(at + 1));
            }
            begin = end + 1;
        }
    }

    /// Returns the keys that start with the word; none after a colon or for an empty word.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        let word = self.text.to_lowercase();
        let is_word = self.key.is_none() && !word.is_empty();
        Key::ALL.iter().copied().filter(move |key| is_word && key.word().starts_with(&word))
    }

    /// True if a value matches the typed text, by spelling or by name.
    #[must_use]
    pub fn may_be(&self, value: &str, label: &str) -> bool {
        let text = fold(&self.text);
        [value, label].iter().any(|name| fold(name).contains(text.trim()))
    }

    /// Returns `text` with the word completed to a key: `ro` becomes `room:`.
    #[must_use]
    pub fn with_key(&self, text: &str, key: Key) -> String {
        self.replaced(text, &format!("{}:", key.word()))
    }

    /// Returns `text` with the word completed to a value and a space.
    #[must_use]
    pub fn with_value(&self, text: &str, key: Key, value: &str) -> String {
        let value = quotes::value(value);
        let value = if self.key == Some(key) { value } else { format!("{}:{value}", key.word()) };
        self.replaced(text, &format!("{value} "))
    }

    fn replaced(&self, text: &str, by: &str) -> String {
        let before = text.chars().take(self.place.start);
        before.chain(by.chars()).chain(text.chars().skip(self.place.end)).collect()
    }
}
