//! [`Query`]: the query language of the screen and the command line: `rust room:Janson -is:past`.
//!
//! Parsing always returns a query; errors in the text are returned beside it.

mod completion;
mod error;
mod parser;
mod quotes;
mod word;

use std::fmt;
use std::ops::Range;

use crate::text::fold;
pub use completion::CompletionContext;
pub use error::{QueryError, QueryErrorKind};
pub(super) use parser::time as read_time;
pub use word::{Is, Key};

/// A parsed query: search terms and conditions, all of which must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Required texts.
    pub required: Vec<SearchTerm>,
    /// Excluded texts.
    pub excluded: Vec<SearchTerm>,
    /// Conditions. At most one positive condition per key with [alternatives](Key::has_alternatives), and one negated
    /// condition per key.
    pub conditions: Vec<Condition>,
}

/// A search term: a word or a quoted phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchTerm {
    /// The text. If it is not quoted, its words may occur anywhere.
    pub text: String,
    /// True for a quoted phrase, which must occur as whole, consecutive words without typos.
    pub is_exact: bool,
}

/// A condition: any of its values must hold, or none if it is negated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The key.
    pub key: Key,
    /// The values; at least one.
    pub values: Vec<Operand>,
    /// True if none of the values may hold.
    pub is_negated: bool,
}

/// A value of a condition. Its location is ignored in comparisons.
#[derive(Debug, Clone)]
pub struct Operand {
    /// The text as written, without quotes; not empty.
    pub text: String,
    /// The location in the query, in characters; empty if it was not typed.
    pub place: Range<usize>,
}

impl Query {
    /// True for the empty query, which matches everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.required.is_empty() && self.excluded.is_empty() && self.conditions.is_empty()
    }

    /// True if the value is required.
    #[must_use]
    pub fn has(&self, key: Key, value: &str) -> bool {
        self.condition(key, value, false).is_some()
    }

    /// True if the value is excluded.
    #[must_use]
    pub fn excludes(&self, key: Key, value: &str) -> bool {
        self.condition(key, value, true).is_some()
    }

    /// Adds a required value, or removes it; the value is no longer excluded.
    pub fn toggle(&mut self, key: Key, value: &str) {
        self.remove(key, value, true);
        if !self.remove(key, value, false) {
            self.insert(key, Operand::from(value), false);
        }
    }

    /// Adds an excluded value, or removes it; the value is no longer required.
    pub fn toggle_excluded(&mut self, key: Key, value: &str) {
        self.remove(key, value, false);
        if !self.remove(key, value, true) {
            self.insert(key, Operand::from(value), true);
        }
    }

    /// Returns the query without the condition at an index, if there is one.
    #[must_use]
    pub fn without(&self, condition: usize) -> Self {
        let mut query = self.clone();
        if condition < query.conditions.len() {
            query.conditions.remove(condition);
        }
        query
    }

    /// Returns the indices of the condition and the value.
    fn condition(&self, key: Key, value: &str, is_negated: bool) -> Option<(usize, usize)> {
        let value = fold(value);
        self.conditions.iter().enumerate().find_map(|(at, condition)| {
            let is_it = condition.key == key && condition.is_negated == is_negated;
            let term = condition.values.iter().position(|term| is_it && fold(&term.text) == value)?;
            Some((at, term))
        })
    }

    /// Removes a value everywhere; returns true if it was found.
    fn remove(&mut self, key: Key, value: &str, is_negated: bool) -> bool {
        let mut was_there = false;
        while let Some((at, term)) = self.condition(key, value, is_negated) {
            was_there = true;
            self.conditions[at].values.remove(term);
            if self.conditions[at].values.is_empty() {
                self.conditions.remove(at);
            }
        }
        was_there
    }

    fn insert(&mut self, key: Key, term: Operand, is_negated: bool) {
        let is_same = |condition: &&mut Condition| condition.key == key && condition.is_negated == is_negated;
        let is_merged = is_negated || key.has_alternatives();
        match self.conditions.iter_mut().find(is_same).filter(|_| is_merged) {
            Some(condition) => condition.values.push(term),
            None => self.conditions.push(Condition { key, values: vec![term], is_negated }),
        }
    }
}

impl Condition {
    /// Formats the condition for display: `room: Janson, K.1.105`, `-track: Rust`.
    #[must_use]
    pub fn chip(&self) -> String {
        let values: Vec<&str> = self.values.iter().map(|term| term.text.as_str()).collect();
        format!("{}{}: {}", sign(self.is_negated), self.key.word(), values.join(", "))
    }
}

/// Returns the prefix of negated parts.
fn sign(is_negated: bool) -> &'static str {
    if is_negated { "-" } else { "" }
}

/// Formats the query so that it parses to an equal one.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let required = self.required.iter().map(ToString::to_string);
        let excluded = self.excluded.iter().map(|needle| format!("{}{needle}", sign(true)));
        let conditions = self.conditions.iter().map(ToString::to_string);
        let parts: Vec<String> = required.chain(excluded).chain(conditions).collect();
        f.write_str(&parts.join(" "))
    }
}

/// Formats `rust`, `"exact phrase"`.
impl fmt::Display for SearchTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact { f.write_str(&quotes::quoted(&self.text)) } else { f.write_str(&self.text) }
    }
}

/// Formats `room:Janson,"UB2.252A (Lameere)"`.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values: Vec<String> = self.values.iter().map(|term| quotes::value(&term.text)).collect();
        write!(f, "{}{}:{}", sign(self.is_negated), self.key.word(), values.join(","))
    }
}

impl PartialEq for Operand {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Operand {}

impl From<&str> for Operand {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), place: 0..0 }
    }
}
