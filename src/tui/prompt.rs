//! [`Prompt`]: a line at the bottom of the screen that is typed into, and what it asks for.

use super::widget::Field;
use crate::model::SessionId;

/// A line that is typed into, and what it asks for.
#[derive(Debug, Clone)]
pub(super) struct Prompt {
    pub(super) asks: PromptKind,
    pub(super) field: Field,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PromptKind {
    /// What to look for.
    Search,
    /// What the agenda shall show: the beginning of a facet, or a condition.
    Filter,
    /// A note to a session.
    Note(SessionId),
    /// When one is busy, and with what.
    Busy,
}

impl Prompt {
    /// A line with this text in it.
    pub(super) fn new(asks: PromptKind, text: &str) -> Self {
        let longest = match asks {
            PromptKind::Search | PromptKind::Filter | PromptKind::Busy => 100,
            // A note may have come from a file, and is still to be added to.
            PromptKind::Note(_) => 10_000.max(text.chars().count() + 1000),
        };
        Self { asks, field: Field::new(text, longest) }
    }
}
