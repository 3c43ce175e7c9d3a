//! [`SourceMap`]: the source spans of sessions.

use super::Span;

/// Source spans of the sessions of a conference. The model itself knows no files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceMap {
    sessions: Vec<Span>,
    titles: Vec<Span>,
    dates: Vec<Span>,
    starts: Vec<Span>,
}

impl SourceMap {
    /// Creates a map from the spans of the sessions.
    #[must_use]
    pub fn new(sessions: Vec<Span>) -> Self {
        Self { sessions, ..Self::default() }
    }

    /// Adds the spans of the days and start times.
    #[must_use]
    pub fn with_times(self, dates: Vec<Span>, starts: Vec<Span>) -> Self {
        Self { dates, starts, ..self }
    }

    /// Adds the spans of the session titles.
    #[must_use]
    pub fn with_titles(self, titles: Vec<Span>) -> Self {
        Self { titles, ..self }
    }

    /// Returns the span of a session's title, or of the session if that is not known.
    #[must_use]
    pub fn title(&self, index: impl Into<usize>) -> Span {
        let index = index.into();
        self.titles.get(index).copied().unwrap_or_else(|| self.session(index))
    }

    /// Returns the span of a session, or an empty span at 0 if that is not known.
    #[must_use]
    pub fn session(&self, index: impl Into<usize>) -> Span {
        self.sessions.get(index.into()).copied().unwrap_or_default()
    }

    /// Returns the span of a session's day, or of its title if that is not known.
    #[must_use]
    pub fn date(&self, index: impl Into<usize>) -> Span {
        let index = index.into();
        self.dates.get(index).copied().unwrap_or_else(|| self.title(index))
    }

    /// Returns the span of a session's start time, or of its title if that is not known.
    #[must_use]
    pub fn start(&self, index: impl Into<usize>) -> Span {
        let index = index.into();
        self.starts.get(index).copied().unwrap_or_else(|| self.title(index))
    }
}
