//! [`Details`]: the visible facts of an entity.

use std::collections::BTreeMap;

use crate::model::LocalizedText;
use crate::plan::{About, Fact};
use crate::text::SafeText;

/// The facts of one entity. Unknown facts are absent.
pub type Details = BTreeMap<Fact, Vec<Item>>;

/// An element of a value; values are sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The text, or its digest.
    pub texts: LocalizedText,
    /// The qualifier: the role of a person, the label of a URL.
    pub note: Option<SafeText>,
}

impl Item {
    /// Creates an untagged text without a qualifier.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { texts: LocalizedText::untagged(SafeText::line(text)), note: None }
    }
}

/// An entity other than a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The type of entity.
    pub about: About,
    /// The globally unique id.
    pub guid: Option<SafeText>,
    /// The id.
    pub id: Option<SafeText>,
    /// The name.
    pub name: Option<LocalizedText>,
    /// True for people, rooms and tracks of sessions: the sessions already show if they are added or removed.
    pub is_in_sessions: bool,
    /// The facts.
    pub details: Details,
}
