//! [`Grid`]: the cursor and the scroll position of the timeline.

use kurultai_schedule::index::Point;
use kurultai_schedule::model::SessionId;

/// The cursor and the scroll position of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::tui) struct Grid {
    /// The session that was last scrolled into view, and the cursor position in it.
    pub(in crate::tui) session: Option<SessionId>,
    pub(in crate::tui) point: Point,
    /// The first visible row; `None` until it is known.
    pub(in crate::tui) top: Option<usize>,
    /// The first visible track.
    pub(in crate::tui) left: usize,
}

impl Grid {
    /// Scrolls to the selected session with the next layout.
    pub(in crate::tui) fn reset_scroll(&mut self) {
        self.top = None;
    }
}
