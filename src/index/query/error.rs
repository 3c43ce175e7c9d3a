//! [`QueryError`]: what is wrong with a query, as data; its sentence is in the words of the interface.

use std::ops::Range;

use super::{Is, Key};

/// Something in a query that does not mean what it was written for. Everything else in the query works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// What is wrong.
    pub what: QueryErrorKind,
    /// Where, in characters of what was typed; empty where a query was not typed.
    pub place: Range<usize>,
}

/// What can be wrong in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryErrorKind {
    /// A word with a colon looks like a key, but is none; it is looked for as text.
    UnknownKey {
        /// The word before the colon.
        written: String,
        /// The key that was probably meant.
        meant: Key,
    },
    /// A session cannot be that; the value is left out.
    UnknownIs {
        /// The value.
        written: String,
        /// The word that was probably meant.
        meant: Option<Is>,
    },
    /// This is no time of day; the value is left out.
    BadTime {
        /// `after` or `before`.
        key: Key,
        /// The value.
        written: String,
    },
    /// Nothing in the program is called so; no session has it.
    NoSuch {
        /// What it would be.
        key: Key,
        /// The value.
        written: String,
        /// What was probably meant, as it would stand in the query.
        meant: Option<String>,
    },
    /// Nothing stands behind a key; it is left out.
    NoValue {
        /// The key.
        key: Key,
    },
}
