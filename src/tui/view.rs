//! [`view()`]: draws the state.

mod bars;
mod cursor;
mod events;
mod hints;
mod notice;
mod prompt;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::app::App;
use super::conference::{ConferenceState, Focus};
use super::layout::{Layout, Split};
use super::panes::{self, PaneContext};
use super::terminal::report_covered_cells;
use super::view_context::ViewContext;
use super::widget::{Line, scrollbar};
use crate::i18n::Message;
use crate::theme::Role;

pub use cursor::{Cursor, cursor};

pub(super) use bars::{Chip, chips, days, tabs};
pub(super) use hints::hints;
pub(super) use notice::rows as message_rows;

/// Draws the state in a frame of the size of the last [`Msg::Resize`](super::Msg::Resize).
pub fn view(app: &App, frame: &mut Frame<'_>) {
    let viewer = &app.viewer;
    let (area, buffer) = (frame.area(), frame.buffer_mut());
    if area.as_size() != viewer.size.into() {
        return;
    }
    let Some(layout) = viewer.layout() else {
        let sentence = viewer.locale().text(Message::TooSmall);
        Line::new(sentence, Role::Text).draw(buffer, area, 0, viewer.theme());
        return;
    };
    match app.shown_state() {
        Some(state) => {
            let layout = state.layout(viewer).unwrap_or(layout);
            schedule(app, state, &layout, buffer);
        }
        None => events::draw(app, &layout, buffer),
    }
    if let Some(overlay) = &app.overlay {
        overlay.draw(buffer, viewer);
    }
    // A long message may cover everything, because the next key removes it.
    hints::draw(app, &layout, buffer);
    report_covered_cells(buffer);
}

fn schedule(app: &App, state: &ConferenceState, layout: &Layout, buffer: &mut Buffer) {
    let viewer = &app.viewer;
    bars::header(viewer, state, layout.header, buffer);
    tabs(viewer, state, layout.tabs.width).draw(buffer, layout.tabs, viewer.theme());
    rules(viewer, layout, buffer);
    if state.shows_list(viewer) {
        list(app, state, layout.list(), buffer);
    }
    if state.shows_detail(viewer) {
        detail(app, state, layout, buffer);
    }
}

fn rules(viewer: &ViewContext, layout: &Layout, buffer: &mut Buffer) {
    let theme = viewer.theme();
    for rule in layout.upper_rule.iter().chain(&layout.lower_rule) {
        Line::new("─".repeat(rule.width.into()), Role::Rule).draw(buffer, *rule, 0, theme);
    }
    match layout.split {
        Split::Beside { rule, .. } => {
            for row in 0..rule.height {
                Line::new("│", Role::Rule).draw(buffer, rule, row, theme);
            }
            for (across, joint) in [(layout.upper_rule, "┬"), (layout.lower_rule, "┴")] {
                if let Some(across) = across {
                    let at = Rect { x: rule.x, width: 1, ..across };
                    Line::new(joint, Role::Rule).draw(buffer, at, 0, theme);
                }
            }
        }
        Split::Below { rule, .. } => {
            Line::new("─".repeat(rule.width.into()), Role::Rule).draw(buffer, rule, 0, theme);
        }
        Split::One(_) => {}
    }
}

fn list(app: &App, state: &ConferenceState, area: Rect, buffer: &mut Buffer) {
    let (viewer, lines, mut area) = (&app.viewer, &app.layout_cache, area);
    if state.shows_days() {
        let row = Rect { height: 1, ..area };
        days(viewer, state, area.width).draw(buffer, row, viewer.theme());
        area = Rect { y: area.y + 1, height: area.height - 1, ..area };
    }
    if state.shows_filter() && area.height > 0 {
        let row = Rect { height: 1, ..area };
        chips(viewer, state).draw(buffer, row, viewer.theme());
        area = Rect { y: area.y + 1, height: area.height - 1, ..area };
    }
    if let Some(draw) = panes::spec(state.pane).canvas {
        let context = PaneContext::new(state, viewer, area.width, state.list_minute(viewer));
        draw(&context, &lines.timeline, area, buffer, viewer.theme());
        return;
    }
    let place = state.cursor();
    let has_focus = state.focus == Focus::List;
    let above = |running| viewer.locale().count(Message::CountRunningAbove, running);
    let list = &lines.list;
    list.draw(buffer, area, place.top, place.selected, has_focus, viewer.theme());
    list.draw_running_above(buffer, area, place.top, &above, viewer.theme());
}

fn detail(app: &App, state: &ConferenceState, layout: &Layout, buffer: &mut Buffer) {
    let viewer = &app.viewer;
    if let Some(page) = &app.layout_cache.page {
        page.draw(buffer, layout.detail(), state.detail.top, state.detail.link, viewer.theme());
        scrollbar(buffer, layout.split.detail(), state.detail.top, page.height(), viewer.theme());
    }
}
