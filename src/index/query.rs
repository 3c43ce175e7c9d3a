//! [`Query`]: what somebody looks for, in the small language of screen and command line: `rust room:Janson -is:past`.
//!
//! Reading never fails. What is no condition is text that is looked for, so whatever somebody types finds something.

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

/// What somebody looks for: texts, and conditions that all hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Texts that are there.
    pub needles: Vec<SearchTerm>,
    /// Texts that are not there.
    pub excluded: Vec<SearchTerm>,
    /// What else holds. Of a key with [alternatives](Key::has_alternatives) there is one condition at most, and one that is
    /// negated.
    pub conditions: Vec<Condition>,
}

/// A text that is looked for: a word, or what stood in quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchTerm {
    /// The text. Not in quotes, each of its words may stand anywhere.
    pub text: String,
    /// Whether it stands in quotes: then its words stand one behind the other, whole and without slips.
    pub is_exact: bool,
}

/// A condition: one of its values applies, or none of them where it is negated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What it is about.
    pub key: Key,
    /// The values, at least one.
    pub values: Vec<Operand>,
    /// Whether none of them may apply.
    pub is_negated: bool,
}

/// A value of a condition. Where it stood makes no difference between two of them.
#[derive(Debug, Clone)]
pub struct Operand {
    /// As it was written, without quotes; not empty.
    pub text: String,
    /// Where, in characters of what was typed; empty where it was not typed.
    pub place: Range<usize>,
}

impl Query {
    /// Whether nothing is looked for, so that everything is found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.needles.is_empty() && self.excluded.is_empty() && self.conditions.is_empty()
    }

    /// Whether a value is asked for.
    #[must_use]
    pub fn has(&self, key: Key, value: &str) -> bool {
        self.condition(key, value, false).is_some()
    }

    /// Whether a value is excluded.
    #[must_use]
    pub fn excludes(&self, key: Key, value: &str) -> bool {
        self.condition(key, value, true).is_some()
    }

    /// Asks for a value, beside the others of its key; or no more, if it is asked for. It is excluded no more.
    pub fn toggle(&mut self, key: Key, value: &str) {
        self.take_out(key, value, true);
        if !self.take_out(key, value, false) {
            self.put_in(key, Operand::from(value), false);
        }
    }

    /// Excludes a value; or no more, if it is excluded. It is asked for no more.
    pub fn toggle_excluded(&mut self, key: Key, value: &str) {
        self.take_out(key, value, false);
        if !self.take_out(key, value, true) {
            self.put_in(key, Operand::from(value), true);
        }
    }

    /// The same without one of its conditions; the same where there is none at this place.
    #[must_use]
    pub fn without(&self, condition: usize) -> Self {
        let mut query = self.clone();
        if condition < query.conditions.len() {
            query.conditions.remove(condition);
        }
        query
    }

    /// Where a value stands: which condition, and which of its values.
    fn condition(&self, key: Key, value: &str, is_negated: bool) -> Option<(usize, usize)> {
        let value = fold(value);
        self.conditions.iter().enumerate().find_map(|(at, condition)| {
            let is_it = condition.key == key && condition.is_negated == is_negated;
            let term = condition.values.iter().position(|term| is_it && fold(&term.text) == value)?;
            Some((at, term))
        })
    }

    /// Takes a value out, wherever it stands; whether it was there.
    fn take_out(&mut self, key: Key, value: &str, is_negated: bool) -> bool {
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

    fn put_in(&mut self, key: Key, term: Operand, is_negated: bool) {
        let is_same = |condition: &&mut Condition| condition.key == key && condition.is_negated == is_negated;
        let is_merged = is_negated || key.has_alternatives();
        match self.conditions.iter_mut().find(is_same).filter(|_| is_merged) {
            Some(condition) => condition.values.push(term),
            None => self.conditions.push(Condition { key, values: vec![term], is_negated }),
        }
    }
}

impl Condition {
    /// How it stands on a chip, for people: `room: Janson, K.1.105`, `-track: Rust`.
    #[must_use]
    pub fn chip(&self) -> String {
        let values: Vec<&str> = self.values.iter().map(|term| term.text.as_str()).collect();
        format!("{}{}: {}", sign(self.is_negated), self.key.word(), values.join(", "))
    }
}

/// What stands before what is negated.
fn sign(is_negated: bool) -> &'static str {
    if is_negated { "-" } else { "" }
}

/// Writes the query so that reading it gives the same one.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let needles = self.needles.iter().map(ToString::to_string);
        let excluded = self.excluded.iter().map(|needle| format!("{}{needle}", sign(true)));
        let conditions = self.conditions.iter().map(ToString::to_string);
        let parts: Vec<String> = needles.chain(excluded).chain(conditions).collect();
        f.write_str(&parts.join(" "))
    }
}

/// `rust`, `"exactly this"`
impl fmt::Display for SearchTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact { f.write_str(&quotes::quoted(&self.text)) } else { f.write_str(&self.text) }
    }
}

/// `room:Janson,"UB2.252A (Lameere)"`
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
