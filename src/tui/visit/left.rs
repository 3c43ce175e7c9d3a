//! Where one was when a program was left, and back to it.

use super::{Pane, Place, Visit};
use crate::plan::Followed;
use crate::store::places;
use crate::text::Clean;
use crate::tui::screen::Item;

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

impl Visit {
    /// Where one is, for the next time.
    pub(in crate::tui) fn left_at(&self) -> places::Place {
        let conference = &self.program.conference;
        let word = match self.pane_below() {
            Pane::Agenda if self.grid.is_shown => Some(TIMELINE),
            below => PANES.iter().find(|(_, pane)| *pane == below).map(|(word, _)| *word),
        };
        let pane = word.map(Clean::line);
        let session = match self.places.get(Pane::Agenda, self.day).selected {
            Some(Item::Session(id)) => Some(conference.remember(id)),
            _ => None,
        };
        places::Place { pane, day: self.program.index.days().get(self.day).and_then(|day| day.date), session }
    }

    /// Goes to where one was.
    pub(super) fn return_to_place(&mut self, place: &places::Place) {
        let conference = &self.program.conference;
        let days = self.program.index.days();
        if let Some(day) = place.day.and_then(|date| days.iter().position(|day| day.date == Some(date))) {
            self.day = day;
        }
        let session = place.session.as_ref().and_then(|session| Followed::new(conference).find(session));
        if let Some(id) = session {
            self.day = self.program.index.day_of(conference, id);
            let selected = Some(Item::Session(id));
            self.places.set(Pane::Agenda, self.day, Place { selected, top: 0 });
        }
        let word = place.pane.as_ref().map_or("", Clean::as_str);
        self.grid.is_shown = word == TIMELINE;
        self.pane = PANES.iter().find(|(known, _)| *known == word).map_or(Pane::Agenda, |(_, pane)| *pane);
    }
}
