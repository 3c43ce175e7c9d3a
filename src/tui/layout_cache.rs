//! [`LayoutCache`]: the laid-out lines of the list, the detail and the timeline.

use std::ops::Range;
use std::sync::OnceLock;

use super::conference::{Anchor, ConferenceState, Focus, Pane, PaneItem};
use super::panes::{self, PaneContext};
use super::view_context::ViewContext;
use super::widget::{List, Page, Target};
use kurultai_schedule::index::Timeline;
use kurultai_schedule::model::Moment;

/// The laid-out lines of the open conference, cached until one of their inputs changes.
#[derive(Debug, Clone, Default)]
pub(super) struct LayoutCache {
    pub(super) list: List<PaneItem>,
    /// The detail; empty until it is needed, so that a burst of keys lays out only the last one.
    page: OnceLock<Page<PaneItem>>,
    pub(super) timeline: Timeline,
    list_key: Option<ListKey>,
    page_key: Option<PageKey>,
    timeline_key: Option<(u64, usize)>,
}

/// The inputs of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ListKey {
    revision: u64,
    pane: Pane,
    day: usize,
    width: u16,
    minute: Option<Moment>,
}

/// The inputs of a detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PageKey {
    revision: u64,
    item: Option<PaneItem>,
    width: u16,
    minute: Option<Moment>,
}

impl LayoutCache {
    /// Lays out everything that has changed, selects a row in a list without a selection, and keeps the
    /// selection visible. Called after every change of the state.
    pub(super) fn update(&mut self, state: &mut ConferenceState, viewer: &ViewContext) {
        state.unpin();
        let Some(layout) = state.layout(viewer) else { return };
        self.update_list(state, viewer, layout.list_text_width());
        if state.is_on_timeline() {
            self.update_timeline(state, viewer);
        }
        self.update_page(state, viewer, layout.detail().width);
    }

    fn update_list(&mut self, state: &mut ConferenceState, viewer: &ViewContext, width: u16) {
        let (revision, minute) = (state.revision, state.list_minute(viewer));
        let mut key = ListKey { revision, pane: state.pane.tab(), day: state.day, width, minute };
        // Below the timeline, only the order of the items matters.
        if let Some(former) = self.list_key.filter(|_| state.is_on_timeline()) {
            key.width = former.width;
        }
        let mut place = state.cursor();
        if self.list_key != Some(key) {
            let list = panes::list(&PaneContext::new(state, viewer, width, minute));
            let former = std::mem::replace(&mut self.list, list);
            let former_key = self.list_key.replace(key);
            // If the selected item was removed from the list, its neighbor is selected.
            if former_key.is_some_and(|former| (former.pane, former.day) == (key.pane, key.day)) {
                place.selected = place.selected.and_then(|item| former.closest_remaining(item, &self.list));
            }
        }
        let list = &self.list;
        place.selected = list.step(place.selected, 0);
        // The timeline covers the list, whose scroll position must not change.
        if !state.is_on_timeline() {
            let height = state.list_height(viewer);
            if let Some(anchor) = state.anchor.filter(|_| state.is_on_agenda()) {
                state.anchor = None;
                let line = match anchor {
                    Anchor::Now => list.now_line(),
                    Anchor::SelectedIfHidden if list.is_visible(place.selected, place.top, height) => None,
                    Anchor::SelectedIfHidden | Anchor::Selected => list.line_of(place.selected),
                };
                place.top = line.map_or(place.top, |line| line.saturating_sub(height / 3));
            }
            place.top = list.top_for(place.selected, place.top, height);
        }
        state.set_cursor(place);
    }

    fn update_timeline(&mut self, state: &mut ConferenceState, viewer: &ViewContext) {
        let key = (state.revision, state.day);
        if self.timeline_key.replace(key) != Some(key) {
            let presenter = state.presenter(viewer);
            let times = |id| presenter.shown(&presenter.conference.session(id).times);
            let day = &state.schedule.index.days()[state.day];
            self.timeline = Timeline::new(presenter.conference, day, |id| state.shows(id), times);
        }
        panes::timeline::keep_in_view(state, &self.timeline, viewer);
    }

    fn update_page(&mut self, state: &mut ConferenceState, viewer: &ViewContext, width: u16) {
        let item = state.current_item().filter(|_| state.shows_detail(viewer));
        let key = PageKey { revision: state.revision, item, width, minute: state.detail_minute(viewer) };
        if self.page_key.replace(key) != Some(key) {
            self.page = OnceLock::new();
        }
        if state.detail.top > 0
            && let Some(page) = self.page(state, viewer)
        {
            let last_top = page.height().saturating_sub(state.detail_height(viewer));
            state.detail.top = state.detail.top.min(last_top);
        }
        self.open_at_start(state, viewer);
        self.keep_link_in_view(state, viewer);
    }

    /// Scrolls to the start link of a page when the page gets the focus for the first time.
    fn open_at_start(&self, state: &mut ConferenceState, viewer: &ViewContext) {
        if state.focus != Focus::Detail || std::mem::replace(&mut state.detail.is_entered, true) {
            return;
        }
        let height = state.detail_height(viewer);
        let Some(page) = self.page(state, viewer).filter(|_| state.detail.link.is_none()) else { return };
        let Some((line, _)) = page.position_of(page.start()) else { return };
        state.detail.link = page.start();
        if line + 2 >= height {
            let last_top = page.height().saturating_sub(height);
            state.detail.top = line.saturating_sub(height / 3).min(last_top);
        }
    }

    /// Selects a visible link if the page has the focus.
    fn keep_link_in_view(&self, state: &mut ConferenceState, viewer: &ViewContext) {
        if state.focus != Focus::Detail {
            state.detail.link = None;
            return;
        }
        let Some(page) = self.page(state, viewer) else {
            state.detail.link = None;
            return;
        };
        let visible = self.visible_lines(state, viewer);
        if !state.detail.link.is_some_and(|link| page.begins_in(link, &visible)) {
            state.detail.link = page.next_link(None, true, visible);
        }
    }

    /// Returns the detail, and lays it out on first use; `None` if there is none or no space for it.
    pub(super) fn page(&self, state: &ConferenceState, viewer: &ViewContext) -> Option<&Page<PaneItem>> {
        let PageKey { item, width, minute, .. } = self.page_key?;
        let item = item?;
        Some(self.page.get_or_init(|| panes::detail(&PaneContext::new(state, viewer, width, minute), item)))
    }

    /// Returns the visible lines of the detail.
    pub(super) fn visible_lines(&self, state: &ConferenceState, viewer: &ViewContext) -> Range<usize> {
        let (top, height) = (state.detail.top, state.detail_height(viewer));
        let covered = self.page(state, viewer).map_or(0, |page| page.covered_rows(top, height));
        top + covered..top.saturating_add(height)
    }

    /// Returns the target of the selected link.
    pub(super) fn link_target(&self, state: &ConferenceState) -> Option<&Target<PaneItem>> {
        // Links are selected only on pages that have been laid out.
        self.page.get()?.target(state.detail.link)
    }

    /// Returns the item to which plan actions apply: the displayed one, or the target of the selected link on
    /// the page of a person or room.
    pub(super) fn plan_target(&self, state: &ConferenceState) -> Option<PaneItem> {
        let shown = state.current_item();
        match self.link_target(state).filter(|_| state.focus == Focus::Detail) {
            // The links of a session lead to other sessions.
            Some(Target::Detail(item @ PaneItem::Session(_)))
                if !matches!(shown, Some(PaneItem::Session(_))) =>
            {
                Some(*item)
            }
            _ => shown,
        }
    }
}
