//! [`Location`]: the pane, the cursors and the scroll positions that the history restores.

use std::collections::BTreeMap;

use super::{Grid, PaneItem};

/// A pane, identified by its name in the user's files. `PANES` in `tui::panes` defines its contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::tui) struct Pane {
    pub(in crate::tui) name: &'static str,
    /// True if the pane covers the one that opened it until it is closed.
    pub(in crate::tui) is_secondary: bool,
}

/// The part of the screen that keys control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Focus {
    List,
    Detail,
}

/// The selection and the scroll position of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::tui) struct ListCursor {
    pub(in crate::tui) selected: Option<PaneItem>,
    /// The first visible line.
    pub(in crate::tui) top: usize,
}

/// The cursors of all lists; each day of the agenda has its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::tui) struct ListCursors(BTreeMap<(Pane, usize), ListCursor>);

/// The selection and the scroll position of the detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::tui) struct Detail {
    /// A room or a track, displayed instead of the selected item.
    pub(in crate::tui) instead: Option<PaneItem>,
    /// The first visible line.
    pub(in crate::tui) top: usize,
    /// The selected link.
    pub(in crate::tui) link: Option<usize>,
    /// True if the detail has had the focus since it was opened.
    pub(in crate::tui) is_entered: bool,
}

/// The pane, the cursors and the scroll positions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Location {
    pub(super) pane: Pane,
    pub(super) day_pane: Pane,
    pub(super) day: usize,
    pub(super) cursors: ListCursors,
    pub(super) grid: Grid,
    pub(super) focus: Focus,
    pub(super) detail: Detail,
}

impl Pane {
    pub(in crate::tui) const AGENDA: Self = Self::new("agenda"); // not UI text
    pub(in crate::tui) const TIMELINE: Self = Self::new("timeline"); // not UI text
    pub(in crate::tui) const PEOPLE: Self = Self::new("people"); // not UI text
    pub(in crate::tui) const ORGANIZERS: Self = Self::new("organizers"); // not UI text
    pub(in crate::tui) const SPONSORS: Self = Self::new("sponsors"); // not UI text
    pub(in crate::tui) const ABOUT: Self = Self::new("about"); // not UI text
    pub(in crate::tui) const PLAN: Self = Self::new("plan"); // not UI text
    pub(in crate::tui) const FOUND: Self = Self::secondary("found"); // not UI text
    pub(in crate::tui) const NOW: Self = Self::secondary("now"); // not UI text
    pub(in crate::tui) const CHANGES: Self = Self::secondary("changes"); // not UI text
    pub(in crate::tui) const FACETS: Self = Self::secondary("facets"); // not UI text

    pub(in crate::tui) const fn new(name: &'static str) -> Self {
        Self { name, is_secondary: false }
    }

    pub(in crate::tui) const fn secondary(name: &'static str) -> Self {
        Self { name, is_secondary: true }
    }

    /// Returns the pane whose tab it uses: the timeline shares the tab of the agenda.
    pub(in crate::tui) fn tab(self) -> Self {
        if self == Self::TIMELINE { Self::AGENDA } else { self }
    }

    /// Returns the pane that lists an item; `None` for rooms and tracks.
    pub(super) fn listing(item: PaneItem) -> Option<Self> {
        Some(match item {
            PaneItem::Session(_) => Self::AGENDA,
            PaneItem::Person(_) => Self::PEOPLE,
            PaneItem::Organizer(_) => Self::ORGANIZERS,
            PaneItem::Sponsor(_) => Self::SPONSORS,
            PaneItem::Delegation(_) | PaneItem::Conference | PaneItem::Info(_) | PaneItem::Numbers => {
                Self::ABOUT
            }
            PaneItem::Gone(_) | PaneItem::Busy(_) => Self::PLAN,
            PaneItem::Change(_) => Self::CHANGES,
            PaneItem::Facet(_) => Self::FACETS,
            PaneItem::Room(_) | PaneItem::Track(_) => return None,
        })
    }
}

impl ListCursors {
    pub(super) fn get(&self, pane: Pane, day: usize) -> ListCursor {
        self.0.get(&Self::key(pane, day)).copied().unwrap_or_default()
    }

    pub(super) fn set(&mut self, pane: Pane, day: usize, cursor: ListCursor) {
        if cursor == ListCursor::default() {
            self.0.remove(&Self::key(pane, day));
        } else {
            self.0.insert(Self::key(pane, day), cursor);
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Pane, usize, ListCursor)> {
        self.0.iter().map(|((pane, day), cursor)| (*pane, *day, *cursor))
    }

    fn key(pane: Pane, day: usize) -> (Pane, usize) {
        (pane.tab(), if pane.tab() == Pane::AGENDA { day } else { 0 })
    }
}
