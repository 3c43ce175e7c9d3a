//! Where one was when a program was left, and back to it.

use super::{ConferenceState, ListCursor, Pane, PaneItem};
use crate::plan::SessionMatcher;
use crate::store::last_position;
use crate::text::SafeText;

/// How the panes are called in the user's file.
const PANES: [(&str, Pane); 6] = [
    ("agenda", Pane::Agenda),         // technical, not shown
    ("people", Pane::People),         // technical, not shown
    ("organizers", Pane::Organizers), // technical, not shown
    ("sponsors", Pane::Sponsors),     // technical, not shown
    ("about", Pane::About),           // technical, not shown
    ("plan", Pane::Plan),             // technical, not shown
];

/// And the agenda while it is a timeline.
const TIMELINE: &str = "timeline"; // technical, not shown

impl ConferenceState {
    /// Where one is, for the next time.
    pub(in crate::tui) fn left_at(&self) -> last_position::Place {
        let conference = &self.schedule.conference;
        let word = match self.pane_below() {
            Pane::Agenda if self.grid.is_shown => Some(TIMELINE),
            below => PANES.iter().find(|(_, pane)| *pane == below).map(|(word, _)| *word),
        };
        let pane = word.map(SafeText::line);
        let session = match self.places.get(Pane::Agenda, self.day).selected {
            Some(PaneItem::Session(id)) => Some(conference.snapshot(id)),
            _ => None,
        };
        last_position::Place {
            pane,
            day: self.schedule.index.days().get(self.day).and_then(|day| day.date),
            session,
        }
    }

    /// Goes to where one was.
    pub(super) fn return_to_place(&mut self, place: &last_position::Place) {
        let conference = &self.schedule.conference;
        let days = self.schedule.index.days();
        if let Some(day) = place.day.and_then(|date| days.iter().position(|day| day.date == Some(date))) {
            self.day = day;
        }
        let session =
            place.session.as_ref().and_then(|session| SessionMatcher::new(conference).find(session));
        if let Some(id) = session {
            self.day = self.schedule.index.day_of(conference, id);
            let selected = Some(PaneItem::Session(id));
            self.places.set(Pane::Agenda, self.day, ListCursor { selected, top: 0 });
        }
        let word = place.pane.as_ref().map_or("", SafeText::as_str);
        self.grid.is_shown = word == TIMELINE;
        self.pane = PANES.iter().find(|(known, _)| *known == word).map_or(Pane::Agenda, |(_, pane)| *pane);
    }
}
