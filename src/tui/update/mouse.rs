//! Mouse events.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::action::act as perform;
use super::{commands, events, navigation, time, timeline};
use crate::keymap::{Action, Pointer, PointerKind};
use crate::tui::Effect;
use crate::tui::app::App;
use crate::tui::conference::PaneItem;
use crate::tui::conference::{ConferenceState, Detail, Focus, ListCursor};
use crate::tui::layout_cache::LayoutCache;
use crate::tui::prompt::{Prompt, PromptKind};
use crate::tui::view::{Chip, chips, days, hints, tabs};
use crate::tui::view_context::ViewContext;
use crate::tui::widget::{List, Target};
use kurultai_schedule::index::Query;
use kurultai_schedule::markup::LinkUrl;

/// The number of lines that the wheel scrolls.
const LINES: usize = 3;

/// Handles a mouse event. `message` is the range of screen rows with the message. `had_notice` is true if
/// that is a notice rather than a reminder.
pub(super) fn act(
    app: &mut App,
    pointer: Pointer,
    message: Option<Range<u16>>,
    had_notice: bool,
) -> Vec<Effect> {
    let at = Position::new(pointer.column, pointer.row);
    let Some(layout) = app.viewer.layout() else { return Vec::new() };
    let is_covered = app.overlay.as_ref().is_some_and(|overlay| overlay.covers(at.x, at.y));
    // A click on a message only removes it.
    if pointer.kind == PointerKind::Press && message.is_some_and(|rows| rows.contains(&at.y)) {
        if !had_notice {
            time::dismiss_reminders(app);
        }
        return Vec::new();
    }
    let shows_hints = !is_covered && !app.has_prompt();
    if pointer.kind == PointerKind::Press && layout.hints.contains(at) {
        if !shows_hints {
            return Vec::new();
        }
        let action = hints(app, layout.hints.width).hit(at.x.into());
        return action.map(|action| click(app, action)).unwrap_or_default();
    }
    if let Some(overlay) = &mut app.overlay {
        match pointer.kind {
            PointerKind::Press if !overlay.covers(at.x, at.y) => app.overlay = None,
            PointerKind::Press => {
                if let Some(command) = overlay.command_at(at.x, at.y) {
                    return commands::run(app, command);
                }
            }
            PointerKind::WheelUp | PointerKind::WheelDown => {
                let motion = if pointer.kind == PointerKind::WheelUp { Action::Up } else { Action::Down };
                for _ in 0..LINES {
                    overlay.act(motion);
                }
            }
        }
        return Vec::new();
    }
    // A click closes the input line.
    if pointer.kind == PointerKind::Press
        && app.prompt.as_ref().is_some_and(|prompt| prompt.kind != PromptKind::Filter)
    {
        app.prompt = None;
    }
    match app.conference.as_mut().filter(|_| !app.shows_events) {
        None => return in_events(app, pointer.kind, at, layout.body),
        Some(state) if layout.tabs.contains(at) && pointer.kind == PointerKind::Press => {
            if let Some(action) = tabs(&app.viewer, state, layout.tabs.width).hit(at.x.into()) {
                app.prompt = None;
                return perform(app, action);
            }
        }
        Some(state)
            if pointer.kind == PointerKind::Press
                && chip_at(state, &app.viewer, at) == Some(Chip::Facets) =>
        {
            return perform(app, Action::Filter);
        }
        Some(state) => {
            let address = in_schedule(state, &app.layout_cache, &app.viewer, pointer.kind, at);
            // Toggling a facet value clears the typed text.
            if state.filter.typed_text().is_empty()
                && let Some(prompt) = app.prompt.as_mut().filter(|prompt| prompt.kind == PromptKind::Filter)
            {
                *prompt = Prompt::new(PromptKind::Filter, "");
            }
            return address.map(|address| navigation::open(app, address)).unwrap_or_default();
        }
    }
    Vec::new()
}

/// Performs the action of a hint.
fn click(app: &mut App, action: Action) -> Vec<Effect> {
    if app.is_text_input() && app.overlay.is_none() { events::act(app, action) } else { perform(app, action) }
}

fn in_events(app: &mut App, kind: PointerKind, at: Position, body: Rect) -> Vec<Effect> {
    if !body.contains(at) {
        return Vec::new();
    }
    let height = usize::from(body.height);
    match kind {
        PointerKind::Press => {
            let events = &mut app.events;
            let found = events.list.item_at(events.top, usize::from(at.y - body.y), height);
            let was_selected = found == events.selected();
            if found.is_some() {
                events.select(found);
                return if was_selected { events::open(app) } else { Vec::new() };
            }
        }
        PointerKind::WheelUp | PointerKind::WheelDown => {
            let events = &mut app.events;
            let (selected, top) = wheel_list(kind, &events.list, events.selected(), events.top, height);
            events.top = top;
            events.select(selected);
        }
    }
    Vec::new()
}

/// Returns the part of the filter bar at a position of the screen.
fn chip_at(state: &ConferenceState, viewer: &ViewContext, at: Position) -> Option<Chip> {
    let list = state.layout(viewer)?.list();
    let row = usize::from(at.y.checked_sub(list.y)?);
    let is_of_days = row == 0 && state.shows_days();
    let is_there = state.shows_list(viewer) && list.contains(at) && row < state.rows_above().into();
    let column = usize::from(at.x.checked_sub(list.x)?);
    if is_there && !is_of_days { chips(viewer, state).hit(column) } else { None }
}

/// Handles an event in list or detail; returns a link to open in the browser.
fn in_schedule(
    state: &mut ConferenceState,
    lines: &LayoutCache,
    viewer: &ViewContext,
    kind: PointerKind,
    at: Position,
) -> Option<LinkUrl> {
    let layout = state.layout(viewer)?;
    if state.shows_list(viewer) && layout.list().contains(at) {
        let row = usize::from(at.y - layout.list().y);
        let column = usize::from(at.x - layout.list().x);
        let above = usize::from(state.rows_above());
        let is_press = kind == PointerKind::Press;
        if row == 0 && state.shows_days() && is_press {
            if let Some(day) = days(viewer, state, layout.list().width).hit(column) {
                navigation::change_day(state, day);
            }
        } else if row < above && is_press {
            match chip_at(state, viewer, at) {
                Some(Chip::Condition(at)) => state.set_filter(state.filter.query.without(at)),
                Some(Chip::All) => state.set_filter(Query::default()),
                Some(Chip::Hidden) => state.show_hidden(),
                Some(Chip::Facets) | None => {}
            }
        } else if state.is_on_timeline() {
            timeline::point(state, &lines.timeline, viewer, kind, at);
        } else {
            in_list(state, lines, viewer, kind, row.saturating_sub(above));
        }
    } else if state.shows_detail(viewer) && layout.split.detail().contains(at) {
        let row = usize::from(at.y - layout.detail().y);
        return in_detail(
            state,
            lines,
            viewer,
            kind,
            row,
            usize::from(at.x.saturating_sub(layout.detail().x)),
        );
    }
    None
}

/// Selects a row, or opens it if it is selected already.
fn in_list(
    state: &mut ConferenceState,
    lines: &LayoutCache,
    viewer: &ViewContext,
    kind: PointerKind,
    row: usize,
) {
    let height = state.list_height(viewer);
    let (place, list) = (state.cursor(), &lines.list);
    match kind {
        PointerKind::Press => {
            let Some(item) = list.item_at(place.top, row, height) else { return };
            let is_opened = place.selected == Some(item) && state.detail.instead.is_none();
            if let PaneItem::Facet(number) = item {
                state.set_cursor(ListCursor { selected: Some(item), top: place.top });
                state.toggle_facet(number);
                return;
            }
            if is_opened && state.pane.is_secondary {
                navigation::act(state, lines, viewer, Action::Open);
                return;
            }
            if !is_opened {
                state.detail = Detail::default();
            }
            state.focus = if is_opened { Focus::Detail } else { Focus::List };
            state.set_cursor(ListCursor { selected: Some(item), top: place.top });
        }
        PointerKind::WheelUp | PointerKind::WheelDown => {
            let (selected, top) = wheel_list(kind, list, place.selected, place.top, height);
            if selected != place.selected {
                state.detail = Detail::default();
                state.focus = Focus::List;
            }
            state.set_cursor(ListCursor { selected, top });
        }
    }
}

/// Follows a link, or moves the focus to the detail. The first click on an external link only selects it, so
/// that the hints show its real destination.
fn in_detail(
    state: &mut ConferenceState,
    lines: &LayoutCache,
    viewer: &ViewContext,
    kind: PointerKind,
    row: usize,
    column: usize,
) -> Option<LinkUrl> {
    let page = lines.page(state, viewer)?;
    match kind {
        PointerKind::Press => {
            let is_covered = row < page.covered_rows(state.detail.top, state.detail_height(viewer));
            let link = page.link_at(state.detail.top + row, column).filter(|_| !is_covered);
            let leads_out = matches!(page.target(link), Some(Target::Address(_)));
            let is_selected = state.focus == Focus::Detail && state.detail.link == link;
            state.focus = Focus::Detail;
            state.detail.is_entered = true;
            if link.is_some() {
                state.detail.link = link;
                if is_selected || !leads_out {
                    return navigation::follow(state, lines);
                }
            }
        }
        PointerKind::WheelUp | PointerKind::WheelDown => {
            state.detail.top = wheel(kind, state.detail.top, page.height(), state.detail_height(viewer));
        }
    }
    None
}

/// Returns the selection and the first visible line of a list after scrolling; the selection stays visible.
fn wheel_list<T: Copy + PartialEq>(
    kind: PointerKind,
    list: &List<T>,
    selected: Option<T>,
    top: usize,
    height: usize,
) -> (Option<T>, usize) {
    let scrolled = wheel(kind, top, list.height(), height);
    let nearest = list.clamp_to_view(selected, scrolled, height);
    // Showing all of a high row may undo the scrolling; select the next row in that case.
    if scrolled != top && list.top_for(nearest, scrolled, height) == top {
        let step = if kind == PointerKind::WheelUp { -1 } else { 1 };
        return (list.step(selected, step), scrolled);
    }
    (nearest, scrolled)
}

/// Returns the first visible line after scrolling.
fn wheel(kind: PointerKind, top: usize, lines: usize, height: usize) -> usize {
    let last = lines.saturating_sub(height);
    match kind {
        PointerKind::WheelUp => top.min(last).saturating_sub(LINES),
        _ => top.saturating_add(LINES).min(last),
    }
}
