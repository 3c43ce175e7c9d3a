//! [`Prompt`]: the input line.

use super::widget::Field;
use kurultai_schedule::model::SessionId;

/// The input line.
#[derive(Debug, Clone)]
pub(super) struct Prompt {
    pub(super) kind: PromptKind,
    pub(super) field: Field,
}

/// The purpose of the input line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PromptKind {
    /// A search.
    Search,
    /// A facet value or a condition of the filter.
    Filter,
    /// The note of a session.
    Note(SessionId),
    /// A busy block: times and a title.
    Busy,
}

impl PromptKind {
    /// True if arrow keys move the selection of a list above the line.
    pub(super) fn has_list(self) -> bool {
        matches!(self, Self::Search | Self::Filter)
    }
}

impl Prompt {
    pub(super) fn new(kind: PromptKind, text: &str) -> Self {
        let longest = match kind {
            PromptKind::Search | PromptKind::Filter | PromptKind::Busy => 100,
            // An imported note may be longer, and must remain editable.
            PromptKind::Note(_) => 10_000.max(text.chars().count() + 1000),
        };
        Self { kind, field: Field::new(text, longest) }
    }
}
