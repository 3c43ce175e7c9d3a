//! Saves and restores the position in a schedule.

use super::state::ConferenceState;
use super::{ListCursor, Pane, PaneItem};
use crate::store::last_position;
use kurultai_schedule::plan::SessionMatcher;
use kurultai_schedule::text::SafeText;

impl ConferenceState {
    /// Returns the position to save.
    pub(in crate::tui) fn position(&self) -> last_position::Place {
        let session = match self.cursors.get(Pane::AGENDA, self.day).selected {
            Some(PaneItem::Session(id)) => Some(self.schedule.conference.snapshot(id)),
            _ => None,
        };
        last_position::Place {
            pane: Some(SafeText::line(self.primary_pane().name)),
            day: self.schedule.index.days().get(self.day).and_then(|day| day.date),
            session,
        }
    }

    /// Restores the day and the session of a saved position.
    pub(super) fn restore_position(&mut self, position: &last_position::Place) {
        let conference = &self.schedule.conference;
        let days = self.schedule.index.days();
        if let Some(day) = position.day.and_then(|date| days.iter().position(|day| day.date == Some(date))) {
            self.day = day;
        }
        let session = position.session.as_ref();
        if let Some(id) = session.and_then(|session| SessionMatcher::new(conference).find(session)) {
            self.day = self.schedule.index.day_of(conference, id);
            let selected = Some(PaneItem::Session(id));
            self.cursors.set(Pane::AGENDA, self.day, ListCursor { selected, top: 0 });
        }
    }
}
