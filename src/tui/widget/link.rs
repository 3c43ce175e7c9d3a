//! [`Target`]: where a link on a page leads, and where it is.

use std::ops::Range;

use kurultai_schedule::markup::LinkUrl;

/// A link on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link<T> {
    pub(super) target: Target<T>,
    /// The columns of each of its lines; never empty.
    pub(super) segments: Vec<Segment>,
}

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) enum Target<T> {
    /// Another detail page.
    Detail(T),
    /// A URL.
    Address(LinkUrl),
}

/// A column range of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) line: usize,
    pub(super) columns: Range<usize>,
}

impl<T> Link<T> {
    /// A link; `None` if nothing of it is shown.
    pub(super) fn new(target: Target<T>, segments: Vec<Segment>) -> Option<Self> {
        (!segments.is_empty()).then_some(Self { target, segments })
    }

    /// Moves the link down by a number of lines.
    pub(super) fn below(mut self, lines: usize) -> Self {
        for segment in &mut self.segments {
            segment.line += lines;
        }
        self
    }

    /// Returns the first line.
    pub(super) fn line(&self) -> usize {
        self.segments.first().map_or(0, |place| place.line)
    }
}
