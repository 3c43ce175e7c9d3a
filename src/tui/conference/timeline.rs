//! The timeline of the agenda: its area and its selection.

use ratatui::layout::Rect;

use super::state::ConferenceState;
use super::{Detail, Focus, Grid, ListCursor, Pane, PaneItem};
use crate::tui::view_context::ViewContext;
use kurultai_schedule::index::Point;
use kurultai_schedule::model::SessionId;

impl ConferenceState {
    /// True if the timeline is displayed.
    pub(in crate::tui) fn is_on_timeline(&self) -> bool {
        self.pane == Pane::TIMELINE
    }

    /// Returns the area of the timeline, below the days and the filter.
    pub(in crate::tui) fn timeline_area(&self, viewer: &ViewContext) -> Rect {
        let list = self.layout(viewer).map(|layout| layout.list()).unwrap_or_default();
        let above = self.rows_above().min(list.height);
        Rect { y: list.y + above, height: list.height - above, ..list }
    }

    /// True if the timeline has nothing to select because no listed session has a time.
    pub(super) fn lacks_timeline(&self) -> bool {
        let is_timed = |id| self.shows(id) && !self.schedule.conference.session(id).times.all_day;
        let day = self.schedule.index.days().get(self.day);
        let has_times = || day.is_some_and(|day| day.listed().any(is_timed));
        self.is_on_timeline() && self.focus == Focus::List && !has_times()
    }

    /// Returns the selected session.
    pub(in crate::tui) fn selected_session(&self) -> Option<SessionId> {
        match self.cursor().selected? {
            PaneItem::Session(id) => Some(id),
            _ => None,
        }
    }

    /// Selects a session at a position of the timeline.
    pub(in crate::tui) fn select_in_timeline(&mut self, (session, at): (SessionId, Point)) {
        let cursor = self.cursor();
        let selected = Some(PaneItem::Session(session));
        if selected != cursor.selected {
            self.detail = Detail::default();
        }
        self.set_cursor(ListCursor { selected, ..cursor });
        self.grid = Grid { session: Some(session), point: at, ..self.grid };
    }
}
