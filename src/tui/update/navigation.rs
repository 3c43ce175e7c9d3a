//! Navigation in the open conference.

use super::{motion, timeline};
use crate::i18n::Message;
use crate::keymap::Action;
use crate::presenter;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::conference::{ConferenceState, Detail, Focus, ListCursor};
use crate::tui::effect::MAX_COPY;
use crate::tui::layout_cache::LayoutCache;
use crate::tui::panes::{self, PaneSpec};
use crate::tui::view_context::ViewContext;
use crate::tui::widget::Target;
use kurultai_schedule::markup::LinkUrl;

/// Performs an action in the open conference.
pub(super) fn perform(app: &mut App, action: Action) -> Vec<Effect> {
    let App { conference, layout_cache, viewer, .. } = app;
    let Some(state) = conference else { return Vec::new() };
    let address = act(state, layout_cache, viewer, action);
    layout_cache.update(state, viewer);
    address.map(|address| open(app, address)).unwrap_or_default()
}

/// Performs an action; returns a link to open in the browser.
pub(super) fn act(
    state: &mut ConferenceState,
    lines: &LayoutCache,
    viewer: &ViewContext,
    action: Action,
) -> Option<LinkUrl> {
    if state.focus == Focus::List
        && state.is_on_timeline()
        && timeline::act(state, &lines.timeline, viewer, action)
    {
        return None;
    }
    match action {
        Action::NextPane => show_next_tab(state, true),
        Action::PreviousPane => show_next_tab(state, false),
        Action::Pane(number) => {
            if let Some((_, spec)) = panes::tabs().find(|(tab, _)| *tab == number) {
                state.show(spec.pane);
            }
        }
        Action::NextDay => change_day(state, state.day.saturating_add(1)),
        Action::PreviousDay => change_day(state, state.day.saturating_sub(1)),
        Action::Open if state.focus == Focus::Detail => return follow(state, lines),
        // Rows of secondary panes lead to items in other panes.
        Action::Open if state.pane.is_secondary => match state.selected_target() {
            Some(item) => {
                state.push_history(state.location());
                state.go_to(item);
            }
            // An item missing from the schedule has only a detail.
            None if state.current_item().is_some() => state.focus = Focus::Detail,
            None => {}
        },
        Action::Open | Action::Right => {
            if state.current_item().is_some() {
                state.focus = Focus::Detail;
            }
        }
        Action::Back if state.focus == Focus::List && state.detail.instead.is_none() => {
            state.close_secondary();
        }
        Action::Back | Action::Left => {
            state.focus = Focus::List;
            state.detail.instead = None;
        }
        Action::HistoryBack => {
            if let Some(location) = state.history.pop() {
                state.restore(location);
                state.pin();
            }
        }
        _ => match state.focus {
            Focus::List => move_selection(state, lines, viewer, action),
            Focus::Detail => scroll_detail(state, lines, viewer, action),
        },
    }
    None
}

/// Opens a link and reports its destination.
pub(super) fn open(app: &mut App, address: LinkUrl) -> Vec<Effect> {
    let sentence = app.viewer.locale().quoting(Message::NoticeOpening, address.place());
    app.notice = Some(Notice::Done(sentence));
    vec![Effect::Open(address)]
}

/// Copies a link that cannot be opened.
pub(super) fn cannot_open(app: &mut App, address: &LinkUrl) -> Vec<Effect> {
    let sentence = app.viewer.locale().quoting(Message::NoticeCannotOpen, address.as_str());
    app.notice = Some(Notice::Failed(sentence));
    vec![Effect::Copy(address.to_string())]
}

/// Copies the selected link or the current item.
pub(super) fn copy(app: &mut App) -> Vec<Effect> {
    let Some(state) = &app.conference else { return Vec::new() };
    let locale = app.viewer.locale();
    let Some(text) = state.text_to_copy(&app.viewer, app.layout_cache.link_target(state)) else {
        return Vec::new();
    };
    if text.len() > MAX_COPY {
        app.notice = Some(Notice::Sentence(Message::NoticeTooLongToCopy));
        return Vec::new();
    }
    let shown = text.lines().next().unwrap_or_default();
    app.notice = Some(Notice::Done(locale.quoting(Message::NoticeCopied, shown)));
    vec![Effect::Copy(text)]
}

/// Switches between the venue's and the user's time zone.
pub(super) fn toggle_time_zone(app: &mut App) {
    let Some(state) = &mut app.conference else { return };
    if !state.toggle_time_zone() {
        app.notice = Some(Notice::Sentence(Message::NoticeNoZone));
    }
}

/// Switches to the next language of the schedule.
pub(super) fn next_language(app: &mut App) {
    let Some(state) = &mut app.conference else { return };
    let sentence = match state.next_language() {
        None => app.viewer.locale().text(Message::NoticeOneLanguage),
        Some(lang) => {
            let is_complete = state.schedule.index.is_complete_in(&lang);
            presenter::language_notice(app.viewer.locale(), &lang, is_complete)
        }
    };
    app.notice = Some(Notice::Done(sentence));
}

/// Shows the next or previous pane that is not empty.
fn show_next_tab(state: &mut ConferenceState, is_forward: bool) {
    let tabs: Vec<&PaneSpec> = panes::tabs().map(|(_, spec)| spec).collect();
    let at = tabs.iter().position(|spec| spec.pane == state.primary_pane().tab()).unwrap_or(0);
    let steps = (1..tabs.len()).map(|steps| if is_forward { steps } else { tabs.len() - steps });
    let mut others = steps.map(|steps| tabs[(at + steps) % tabs.len()]);
    if let Some(next) = others.find(|spec| (spec.count)(state) != Some(0)) {
        state.show(next.pane);
    }
}

/// Follows the selected link. Returns it if it must be opened in the browser.
pub(super) fn follow(state: &mut ConferenceState, lines: &LayoutCache) -> Option<LinkUrl> {
    match lines.link_target(state)?.clone() {
        Target::Address(address) => return Some(address),
        Target::Detail(item) => {
            state.push_history(state.location());
            state.go_to(item);
        }
    }
    None
}

pub(super) fn change_day(state: &mut ConferenceState, day: usize) {
    if state.is_on_agenda() && day < state.schedule.index.days().len() {
        state.day = day;
        state.grid.reset_scroll();
        state.focus = Focus::List;
        state.detail = Detail::default();
    }
}

/// Moves the selection in the list.
fn move_selection(state: &mut ConferenceState, lines: &LayoutCache, viewer: &ViewContext, action: Action) {
    let ListCursor { selected, top } = state.cursor();
    let to = motion::selection_after(&lines.list, selected, action, state.list_height(viewer));
    if to != selected {
        state.detail = Detail::default();
    }
    state.set_cursor(ListCursor { selected: to, top });
}

/// Selects the next visible link of the detail, or else scrolls. The layout limits the scroll position.
fn scroll_detail(state: &mut ConferenceState, lines: &LayoutCache, viewer: &ViewContext, action: Action) {
    let page = state.detail_height(viewer).max(2) - 1;
    let top = state.detail.top;
    let scrolled = match action {
        Action::Down => top.saturating_add(1),
        Action::Up => top.saturating_sub(1),
        Action::First => 0,
        Action::Last => usize::MAX,
        Action::PageDown => top.saturating_add(page),
        Action::PageUp => top.saturating_sub(page),
        Action::HalfPageDown => top.saturating_add(page.div_ceil(2)),
        Action::HalfPageUp => top.saturating_sub(page.div_ceil(2)),
        _ => top,
    };
    if let (Action::Down | Action::Up, Some(text), Some(link)) =
        (action, lines.page(state, viewer), state.detail.link)
    {
        let next = |seen| text.next_link(Some(link), action == Action::Down, seen);
        if let Some(link) = next(lines.visible_lines(state, viewer)) {
            state.detail.link = Some(link);
            return;
        }
        // Immediately select a link that becomes visible by scrolling one line.
        state.detail.top = scrolled;
        state.detail.link = next(lines.visible_lines(state, viewer)).or(Some(link));
        return;
    }
    // The selected link must be visible.
    if let (Action::First | Action::Last, Some(text)) = (action, lines.page(state, viewer)) {
        state.detail.link = text.next_link(None, action == Action::First, 0..usize::MAX);
    }
    state.detail.top = scrolled;
}
