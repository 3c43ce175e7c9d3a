//! [`CompletionContext`]: the word that somebody is typing, and how it may go on.

use std::ops::Range;

use super::{Key, quotes};
use crate::text::fold;

/// The word at the end of what somebody types: the beginning of a word, of a key, or of a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CompletionContext {
    /// The key whose value is typed; `None` before a colon.
    pub key: Option<Key>,
    /// As much of the word or of the value as there is, without the quote that opens it.
    pub text: String,
    /// Where it stands, in characters, with its quote: what is replaced when it is finished.
    pub place: Range<usize>,
    /// Whether a hyphen stands before it.
    pub is_negated: bool,
}

impl CompletionContext {
    /// What is being typed when the cursor is at the end.
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
        // Behind a blank, or a quote that is closed and something else, a new word begins.
        if typing.place.end < chars.len() {
            typing = Self { place: chars.len()..chars.len(), ..Self::default() };
        }
        typing
    }

    /// The word that begins at `at`, as if it were the last, and where it ends.
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

    /// The keys that a word may become: those that begin so; none behind a colon and before the first letter.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        let word = self.text.to_lowercase();
        let is_word = self.key.is_none() && !word.is_empty();
        Key::ALL.iter().copied().filter(move |key| is_word && key.word().starts_with(&word))
    }

    /// Whether a value may be the one that is typed, by what it is called or how it is written.
    #[must_use]
    pub fn may_be(&self, value: &str, label: &str) -> bool {
        let text = fold(&self.text);
        [value, label].iter().any(|name| fold(name).contains(text.trim()))
    }

    /// The whole text with this word finished as a key: `ro` is `room:`.
    #[must_use]
    pub fn with_key(&self, text: &str, key: Key) -> String {
        self.replaced(text, &format!("{}:", key.word()))
    }

    /// The whole text with this word finished as a value of a key, and a blank behind it.
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
