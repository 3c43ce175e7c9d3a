//! [`Places`]: where in a source the things of a conference stand.

use super::Span;

/// Where the sessions of a conference stand in the source that they were read from.
///
/// The model knows no file; a finding about a session of the model gets its place from here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceMap {
    sessions: Vec<Span>,
    titles: Vec<Span>,
    dates: Vec<Span>,
    starts: Vec<Span>,
}

impl SourceMap {
    /// The places of the sessions, in program order.
    #[must_use]
    pub fn new(sessions: Vec<Span>) -> Self {
        Self { sessions, ..Self::default() }
    }

    /// The same with the places of what says on which day each session is, and at which time.
    #[must_use]
    pub fn with_times(self, dates: Vec<Span>, starts: Vec<Span>) -> Self {
        Self { dates, starts, ..self }
    }

    /// Adds the spans of the session titles.
    #[must_use]
    pub fn with_titles(self, titles: Vec<Span>) -> Self {
        Self { titles, ..self }
    }

    /// The span of the title of the session with this index, or the start of the session if that is not known.
    #[must_use]
    pub fn title(&self, index: impl Into<usize>) -> Span {
        let index = index.into();
        self.titles.get(index).copied().unwrap_or_else(|| self.session(index))
    }

    /// Where the session with this index begins; the beginning of the source if that is not known.
    #[must_use]
    pub fn session(&self, index: impl Into<usize>) -> Span {
        self.sessions.get(index.into()).copied().unwrap_or_default()
    }

    /// The span of the session's day, or of its title if that is not known.
    #[must_use]
    pub fn date(&self, index: impl Into<usize>) -> Span {
        let index = index.into();
        self.dates.get(index).copied().unwrap_or_else(|| self.title(index))
    }

    /// The span of the session's start time, or of its title if that is not known.
    #[must_use]
    pub fn start(&self, index: impl Into<usize>) -> Span {
        let index = index.into();
        self.starts.get(index).copied().unwrap_or_else(|| self.title(index))
    }
}
