//! [`Arranged`]: the lines of list and detail, kept until something that they depend on changes.

use std::ops::Range;

use super::screen;
use super::viewer::Viewer;
use super::visit::{Focus, Pane, Visit};
use super::widget::{List, Page};
use crate::index::Item;

/// What is on the screen, in lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Arranged {
    list_of: Option<ListKey>,
    detail_of: Option<DetailKey>,
    pub(super) list: List<Item>,
    pub(super) page: Option<Page<Item>>,
}

/// What the lines of a list depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ListKey {
    pane: Pane,
    day: usize,
    width: u16,
    minute: Option<chrono::NaiveDateTime>,
}

/// What the lines of a detail depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct DetailKey {
    item: Option<Item>,
    width: u16,
}

impl Visit {
    /// Makes the lines anew that are no longer right, puts a selection into a list that has none, and keeps what is
    /// selected and read in view. Called after every change of the state.
    pub(super) fn arrange(&mut self, viewer: &Viewer) {
        let Some(layout) = viewer.layout() else { return };
        let is_running = self.pane == Pane::Agenda && self.running_day(viewer) == Some(self.day);
        let minute = viewer.venue_clock(&self.program.conference).filter(|_| is_running).map(to_minute);
        let width = layout.list_text();
        let key = ListKey { pane: self.pane, day: self.day, width, minute };
        if self.arranged.list_of != Some(key) {
            let words = self.wording(viewer);
            let list = screen::list(&words, self.pane, self.day, usize::from(key.width), minute);
            self.arranged.list = list;
            self.arranged.list_of = Some(key);
        }

        let mut place = self.place();
        let list = &self.arranged.list;
        place.selected = list.step(place.selected, 0);
        place.top = list.scroll(place.selected, place.top, self.list_height(viewer));
        self.set_place(place);

        let key = DetailKey { item: self.shown(), width: layout.detail().width };
        if self.arranged.detail_of != Some(key) {
            let words = self.wording(viewer);
            self.arranged.page = key.item.map(|item| screen::detail(&words, item, usize::from(key.width)));
            self.arranged.detail_of = Some(key);
        }
        let height = self.arranged.page.as_ref().map_or(0, Page::height);
        self.detail.top = self.detail.top.min(height.saturating_sub(viewer.detail_height()));
        self.keep_link_in_view(viewer);
    }

    /// In a detail that has the focus a link is selected whenever one is in view.
    fn keep_link_in_view(&mut self, viewer: &Viewer) {
        let seen = self.seen(viewer);
        let Some(page) = self.arranged.page.as_ref().filter(|_| self.focus == Focus::Detail) else {
            self.detail.link = None;
            return;
        };
        let is_seen = self.detail.link.is_some_and(|link| page.is_seen(link, &seen));
        if !is_seen {
            self.detail.link = page.step(None, true, seen);
        }
    }

    /// The lines of the detail that are on the screen.
    pub(super) fn seen(&self, viewer: &Viewer) -> Range<usize> {
        self.detail.top..self.detail.top.saturating_add(viewer.detail_height())
    }

    /// The rows that the list has; the days take one of the agenda's.
    pub(super) fn list_height(&self, viewer: &Viewer) -> usize {
        let rows = viewer.layout().map_or(0, |layout| layout.list().height);
        usize::from(rows.saturating_sub(u16::from(self.shows_days())))
    }
}

fn to_minute(moment: chrono::NaiveDateTime) -> chrono::NaiveDateTime {
    use chrono::Timelike;
    moment.with_second(0).and_then(|moment| moment.with_nanosecond(0)).unwrap_or(moment)
}
