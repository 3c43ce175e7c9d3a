//! [`Location`]: everything that says where one is in a program.

use super::{Grid, PaneItem};

/// A part of the program that fills the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Pane {
    Agenda,
    People,
    Organizers,
    Sponsors,
    About,
    /// What one picked.
    Plan,
    /// What a search found. This and what follows lie over the panes with a number until one goes back.
    Found,
    /// What is on now and next, room by room.
    Now,
    /// What is new in the program.
    Changes,
    /// What the agenda can be filtered by.
    Facets,
}

/// What keys move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Focus {
    List,
    Detail,
}

/// Where one is in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::tui) struct ListCursor {
    pub(in crate::tui) selected: Option<PaneItem>,
    /// The first line that is shown.
    pub(in crate::tui) top: usize,
}

/// Where one is in each list; each day of the agenda has its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::tui) struct ListCursors {
    pub(super) days: Vec<ListCursor>,
    /// Of the other panes, by their place among all.
    pub(super) panes: [ListCursor; Pane::COUNT],
}

/// Where one is in the detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::tui) struct Detail {
    /// What is shown in place of what is selected in the list: a room or a track, which no list has.
    pub(in crate::tui) instead: Option<PaneItem>,
    /// The first line that is shown.
    pub(in crate::tui) top: usize,
    /// The selected link.
    pub(in crate::tui) link: Option<usize>,
    /// True if the detail has had the focus since it was opened.
    pub(in crate::tui) is_entered: bool,
}

/// Everything that says where one is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Location {
    pub(super) pane: Pane,
    pub(super) day: usize,
    pub(super) places: ListCursors,
    pub(super) grid: Grid,
    pub(super) focus: Focus,
    pub(super) detail: Detail,
}

impl Pane {
    /// Those that have a number, from 1.
    pub(in crate::tui) const TABS: [Self; 6] =
        [Self::Agenda, Self::People, Self::Organizers, Self::Sponsors, Self::About, Self::Plan];
    const COUNT: usize = 10;

    /// Whether it has a number; the others are gone back from.
    pub(in crate::tui) fn is_tab(self) -> bool {
        Self::TABS.contains(&self)
    }
}

impl ListCursors {
    pub(super) fn new(days: usize) -> Self {
        Self { days: vec![ListCursor::default(); days], ..Self::default() }
    }

    pub(super) fn get(&self, pane: Pane, day: usize) -> ListCursor {
        match pane {
            Pane::Agenda => self.days.get(day).copied().unwrap_or_default(),
            pane => self.panes[pane as usize],
        }
    }

    pub(super) fn set(&mut self, pane: Pane, day: usize, place: ListCursor) {
        match pane {
            Pane::Agenda => {
                if let Some(day) = self.days.get_mut(day) {
                    *day = place;
                }
            }
            pane => self.panes[pane as usize] = place,
        }
    }
}
