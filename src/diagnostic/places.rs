//! [`Places`]: where in a source the things of a conference stand.

use super::Span;

/// Where the sessions of a conference stand in the source that they were read from.
///
/// The model knows no file; a finding about a session of the model gets its place from here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    sessions: Vec<Span>,
}

impl Places {
    /// The places of the sessions, in program order.
    #[must_use]
    pub fn new(sessions: Vec<Span>) -> Self {
        Self { sessions }
    }

    /// Where the session with this index begins; the beginning of the source if that is not known.
    #[must_use]
    pub fn session(&self, index: impl Into<usize>) -> Span {
        self.sessions.get(index.into()).copied().unwrap_or_default()
    }
}
