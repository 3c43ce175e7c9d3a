//! [`SourceMap`]: the source spans of sessions and of declared entities.

use super::{Code, Diagnostic, Span};

/// Source spans of the parts of a conference. The model itself knows no files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceMap {
    sessions: Vec<Span>,
    titles: Vec<Span>,
    dates: Vec<Span>,
    starts: Vec<Span>,
    tables: DeclaredSpans,
    allowed: Vec<(Span, Code)>,
}

/// The source spans of the entities that have a table of their own, in the order of the conference. Entities that
/// are only named in sessions follow them and have no span.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeclaredSpans {
    /// The spans of rooms.
    pub rooms: Vec<Span>,
    /// The spans of tracks.
    pub tracks: Vec<Span>,
    /// The spans of people.
    pub people: Vec<Span>,
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

    /// Adds the spans of declared rooms, tracks and people.
    #[must_use]
    pub fn with_declared(self, tables: DeclaredSpans) -> Self {
        Self { tables, ..self }
    }

    /// Adds the codes that the author of the source allows, each with the part of the source to which it applies.
    #[must_use]
    pub fn with_allowed(self, allowed: Vec<(Span, Code)>) -> Self {
        Self { allowed, ..self }
    }

    /// True if the author of the source allows a diagnostic.
    #[must_use]
    pub fn allows(&self, diagnostic: &Diagnostic) -> bool {
        let at = diagnostic.span.start;
        self.allowed
            .iter()
            .any(|(part, code)| *code == diagnostic.code && (part.start..part.end).contains(&at))
    }

    /// Returns the spans of declared rooms, tracks and people. They are empty for published formats, in which
    /// nothing is declared that is not used.
    #[must_use]
    pub fn declared(&self) -> &DeclaredSpans {
        &self.tables
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
