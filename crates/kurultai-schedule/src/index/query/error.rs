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
    /// Looks like a key, but is not; used as a search term.
    UnknownKey {
        /// The word before the colon.
        written: String,
        /// The suggested key.
        meant: Key,
    },
    /// Not a property of sessions; the value is ignored.
    UnknownIs {
        /// The value.
        written: String,
        /// The suggested property.
        meant: Option<Is>,
    },
    /// Not a time of day; the value is ignored.
    BadTime {
        /// `after` or `before`.
        key: Key,
        /// The value.
        written: String,
    },
    /// No such value in the schedule; no session matches.
    NoSuch {
        /// The key.
        key: Key,
        /// The value.
        written: String,
        /// The suggested value.
        meant: Option<String>,
    },
    /// A key without a value; it is ignored.
    NoValue {
        /// The key.
        key: Key,
    },
}
