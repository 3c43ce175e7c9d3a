//! [`LayoutCache`]: the lines of list and detail, kept until something that they depend on changes.

use std::ops::Range;

use super::conference::{Anchor, ConferenceState, Focus, Pane};
use super::layout::Layout;
use super::panes::{self, PaneContext, PaneItem};
use super::view_context::ViewContext;
use super::widget::{List, Page};
use crate::index::Timeline;
use crate::model::Moment;

/// What is on the screen, in lines.
#[derive(Debug, Clone, Default)]
pub(super) struct LayoutCache {
    list_of: Option<ListKey>,
    /// The pane and the day that the list is of, whether it is right or not.
    shown: Option<(Pane, usize)>,
    detail_of: Option<DetailKey>,
    pub(super) list: List<PaneItem>,
    /// None where there is nothing to tell of, or no place for it.
    pub(super) page: Option<Page<PaneItem>>,
    timeline_of: Option<usize>,
    pub(super) timeline: Timeline,
}

/// What the lines of a list depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ListKey {
    pane: Pane,
    day: usize,
    width: u16,
    minute: Option<Moment>,
}

/// What the lines of a detail depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct DetailKey {
    item: Option<PaneItem>,
    width: u16,
    minute: Option<Moment>,
}

impl ConferenceState {
    /// Makes the lines anew that are no longer right, puts a selection into a list that has none, and keeps what is
    /// selected and read in view. Called after every change of the state.
    pub(super) fn relayout(&mut self, viewer: &ViewContext) {
        self.unpin();
        let Some(layout) = self.layout(viewer) else { return };
        let minute = self.minute_shown(viewer);
        let width = layout.list_text();
        let key = ListKey { pane: self.pane, day: self.day, width, minute };
        let mut place = self.place();
        if self.layout_cache.list_of != Some(key) {
            let list = panes::list(&self.context(viewer, width, minute));
            let former = std::mem::replace(&mut self.layout_cache.list, list);
            let shown = self.layout_cache.shown.replace((self.pane, self.day));
            // What is selected may be gone, because somebody hid it or took it out: then what stood beside it is next.
            if shown == Some((self.pane, self.day)) {
                place.selected =
                    place.selected.and_then(|item| former.closest_remaining(item, &self.layout_cache.list));
            }
            self.layout_cache.list_of = Some(key);
        }

        let list = &self.layout_cache.list;
        place.selected = list.step(place.selected, 0);
        // The lines of a list that the timeline covers are not those that were shown: where one was in it stays.
        if !self.is_on_timeline() {
            let height = self.list_height(viewer);
            if let Some(anchor) = self.anchor.take_if(|_| self.pane == Pane::Agenda) {
                let line = match anchor {
                    Anchor::Now => list.now_line(),
                    Anchor::Hidden if list.shows(place.selected, place.top, height) => None,
                    Anchor::Hidden | Anchor::Selected => list.line_of(place.selected),
                };
                place.top = line.map_or(place.top, |line| line.saturating_sub(height / 3));
            }
            place.top = list.scroll(place.selected, place.top, height);
        }
        self.set_place(place);
        self.arrange_timeline(viewer);

        // Where it has no place on the screen, nobody waits for it.
        let item = self.shown().filter(|_| self.shows_detail(viewer));
        let key = DetailKey { item, width: layout.detail().width, minute: self.minute_of_detail(viewer) };
        if self.layout_cache.detail_of != Some(key) {
            let context = self.context(viewer, key.width, key.minute);
            self.layout_cache.page = key.item.map(|item| panes::detail(&context, item));
            self.layout_cache.detail_of = Some(key);
        }
        if let Some(height) = self.layout_cache.page.as_ref().map(Page::height) {
            self.detail.top = self.detail.top.min(height.saturating_sub(self.detail_height(viewer)));
        }
        self.open_at_start(viewer);
        self.keep_link_in_view(viewer);
    }

    /// Brings the link that a page is opened at into view, the first time that the page has the focus.
    fn open_at_start(&mut self, viewer: &ViewContext) {
        if self.focus != Focus::Detail || std::mem::replace(&mut self.detail.is_entered, true) {
            return;
        }
        let height = self.detail_height(viewer);
        let Some(page) = self.layout_cache.page.as_ref().filter(|_| self.detail.link.is_none()) else {
            return;
        };
        let Some((line, _)) = page.place_of(page.start()) else { return };
        self.detail.link = page.start();
        if line + 2 >= height {
            let last_top = page.height().saturating_sub(height);
            self.detail.top = line.saturating_sub(height / 3).min(last_top);
        }
    }

    /// The grid of the day, where it is what is shown.
    fn arrange_timeline(&mut self, viewer: &ViewContext) {
        if !self.is_on_timeline() {
            return;
        }
        if self.layout_cache.timeline_of != Some(self.day) {
            let words = self.presenter(viewer);
            let times = |id| words.shown(&words.conference.session(id).times);
            let day = &self.schedule.index.days()[self.day];
            let timeline = Timeline::new(words.conference, day, |id| self.shows(id), times);
            self.layout_cache.timeline = timeline;
            self.layout_cache.timeline_of = Some(self.day);
        }
        self.keep_in_view(viewer);
    }

    /// Where everything stands.
    pub(super) fn layout(&self, viewer: &ViewContext) -> Option<Layout> {
        let layout = viewer.layout()?;
        Some(if self.is_on_timeline() { layout.one_at_a_time() } else { layout })
    }

    /// The rows of the detail.
    pub(super) fn detail_height(&self, viewer: &ViewContext) -> usize {
        self.layout(viewer).map_or(0, |layout| usize::from(layout.detail().height))
    }

    pub(super) fn context<'a>(
        &'a self,
        viewer: &'a ViewContext,
        width: u16,
        now: Option<Moment>,
    ) -> PaneContext<'a> {
        PaneContext {
            presenter: self.presenter(viewer),
            state: self,
            columns: usize::from(width),
            now,
            keymap: viewer.keymap(),
        }
    }

    /// Makes all lines anew the next time.
    pub(super) fn refresh(&mut self) {
        self.layout_cache.list_of = None;
        self.layout_cache.timeline_of = None;
        self.layout_cache.detail_of = None;
    }

    /// In a detail that has the focus a link is selected whenever one is in view.
    fn keep_link_in_view(&mut self, viewer: &ViewContext) {
        let seen = self.seen(viewer);
        let Some(page) = self.layout_cache.page.as_ref().filter(|_| self.focus == Focus::Detail) else {
            self.detail.link = None;
            return;
        };
        let is_seen = self.detail.link.is_some_and(|link| page.is_seen(link, &seen));
        if !is_seen {
            self.detail.link = page.step(None, true, seen);
        }
    }

    /// The lines of the detail that are on the screen.
    pub(super) fn seen(&self, viewer: &ViewContext) -> Range<usize> {
        let (top, height) = (self.detail.top, self.detail_height(viewer));
        let covered = self.layout_cache.page.as_ref().map_or(0, |page| page.covered(top, height));
        top + covered..top.saturating_add(height)
    }

    /// The rows that the list has; days and filter take some of the agenda's.
    pub(super) fn list_height(&self, viewer: &ViewContext) -> usize {
        let rows = self.layout(viewer).map_or(0, |layout| layout.list().height);
        usize::from(rows.saturating_sub(self.rows_above()))
    }
}
