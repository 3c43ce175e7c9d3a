//! [`QueryError`]: a mistake in a query, as data.

use std::ops::Range;

use super::{Is, Key};

/// A mistake in a query. The rest of the query still works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// The type of mistake.
    pub what: QueryErrorKind,
    /// The location in the query, in characters; empty if it was not typed.
    pub place: Range<usize>,
}

/// The type of a mistake in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryErrorKind {
    /// A word that resembles a key; used as a search term.
    UnknownKey {
        /// The word before the colon.
        written: String,
        /// The suggested key.
        meant: Key,
    },
    /// A value that is not a property of sessions; ignored.
    UnknownIs {
        /// The value.
        written: String,
        /// The suggested property.
        meant: Option<Is>,
    },
    /// A value that is not a time of day; ignored.
    BadTime {
        /// `after` or `before`.
        key: Key,
        /// The value.
        written: String,
    },
    /// A value that the schedule does not have; no session matches.
    NoSuch {
        /// The key.
        key: Key,
        /// The value.
        written: String,
        /// The suggested value.
        meant: Option<String>,
    },
    /// A key without a value; ignored.
    NoValue {
        /// The key.
        key: Key,
    },
}
