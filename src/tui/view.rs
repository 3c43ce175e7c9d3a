//! [`view()`]: draws the state.

mod ascii;
mod bars;
mod cursor;
mod events;
mod hints;
mod next_keys;
mod notice;
mod prompt;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{self, Constraint, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::app::App;
use super::conference::{ConferenceState, Focus};
use super::layout::{ScreenLayout, Split};
use super::panes::{self, PaneContext};
use super::terminal::report_covered_cells;
use super::widget::{Line, Rule, Scrollbar};
use crate::i18n::Message;
use crate::theme::{TextRole, Theme};

use bars::header;
use events::EventListView;
use next_keys::NextKeysView;
use notice::NoticeView;
use prompt::PromptView;

pub use cursor::{Cursor, cursor};

pub(super) use bars::{Chip, chips, days, tabs};
pub(super) use hints::hints;
pub(super) use notice::rows as message_rows;

/// Draws the state in a frame of the size of the last [`Msg::Resize`](super::Msg::Resize).
pub fn view(app: &App, frame: &mut Frame<'_>) {
    let viewer = &app.viewer;
    let area = frame.area();
    if area.as_size() != viewer.size.into() {
        return;
    }
    let screen = viewer.theme().screen();
    if screen != Style::default() {
        frame.buffer_mut().set_style(area, screen);
    }
    let Some(layout) = viewer.layout() else {
        let sentence = Line::new(viewer.locale().text(Message::TooSmall), TextRole::Text);
        frame.render_widget(sentence.themed(viewer.theme()), area);
        if viewer.settings.ascii {
            ascii::replace_symbols(frame.buffer_mut());
        }
        return;
    };
    match app.shown_state() {
        Some(state) => {
            let layout = state.layout(viewer).unwrap_or(layout);
            frame.render_widget(ScheduleView { app, state, layout: &layout }, area);
        }
        None => frame.render_widget(EventListView { app, layout: &layout }, area),
    }
    if let Some(overlay) = &app.overlay {
        frame.render_widget(overlay.view(viewer), area);
    }
    // A long message may cover rows above it, because the next key removes it.
    frame.render_widget(NoticeView { app, layout: &layout }, area);
    match &app.prompt {
        Some(prompt) if app.has_prompt() && app.overlay.is_none() => {
            frame.render_widget(PromptView { app, prompt }, layout.hints);
        }
        _ => frame.render_widget(hints(app, layout.hints.width).themed(viewer.theme()), layout.hints),
    }
    if let Some(first) = app.first_key {
        frame.render_widget(NextKeysView { viewer, first, layout: &layout }, area);
    }
    if viewer.settings.ascii {
        ascii::replace_symbols(frame.buffer_mut());
    }
    report_covered_cells(frame.buffer_mut());
}

/// The screen of an open schedule: header, tabs, list or timeline, and detail.
struct ScheduleView<'a> {
    app: &'a App,
    state: &'a ConferenceState,
    layout: &'a ScreenLayout,
}

impl Widget for ScheduleView<'_> {
    fn render(self, _: Rect, buffer: &mut Buffer) {
        let Self { app, state, layout } = self;
        let (viewer, theme) = (&app.viewer, app.viewer.theme());
        header(viewer, state, layout.header.width).themed(theme).render(layout.header, buffer);
        tabs(viewer, state, layout.tabs.width).themed(theme).render(layout.tabs, buffer);
        Rules { layout, theme }.render(layout.body, buffer);
        if state.shows_list(viewer) {
            self.list(layout.list(), buffer);
        }
        if state.shows_detail(viewer) {
            self.detail(buffer);
        }
    }
}

impl ScheduleView<'_> {
    fn list(&self, mut area: Rect, buffer: &mut Buffer) {
        let Self { app, state, .. } = *self;
        let (viewer, cache, theme) = (&app.viewer, &app.layout_cache, app.viewer.theme());
        if state.shows_days() {
            days(viewer, state, area.width).themed(theme).render(take_row(&mut area), buffer);
        }
        if state.shows_filter() {
            chips(viewer, state).themed(theme).render(take_row(&mut area), buffer);
        }
        if let Some(draw) = panes::spec(state.pane).canvas {
            let context = PaneContext::new(state, viewer, area.width, state.list_minute(viewer));
            draw(&context, &cache.timeline, area, buffer, theme);
            return;
        }
        let cursor = state.cursor();
        let running = |count| viewer.locale().count(Message::CountRunningAbove, count);
        let list = cache.list.view(cursor.top, theme).selected(cursor.selected);
        list.focused(state.focus == Focus::List).running_above(&running).render(area, buffer);
    }

    fn detail(&self, buffer: &mut Buffer) {
        let (detail, theme) = (self.state.detail, self.app.viewer.theme());
        if let Some(page) = self.app.layout_cache.page(self.state, &self.app.viewer) {
            page.view(detail.top, detail.link, theme).render(self.layout.detail(), buffer);
            let scrollbar = Scrollbar { top: detail.top, height: page.height(), theme };
            scrollbar.render(self.layout.split.detail(), buffer);
        }
    }
}

/// Removes the first row of an area, and returns it.
fn take_row(area: &mut Rect) -> Rect {
    let [row, rest] = area.layout(&layout::Layout::vertical([Constraint::Max(1), Constraint::Fill(1)]));
    *area = rest;
    row
}

/// The lines between the parts of the screen.
struct Rules<'a> {
    layout: &'a ScreenLayout,
    theme: &'a Theme,
}

impl Widget for Rules<'_> {
    fn render(self, _: Rect, buffer: &mut Buffer) {
        let Self { layout, theme } = self;
        for rule in layout.upper_rule.iter().chain(&layout.lower_rule) {
            Rule { theme }.render(*rule, buffer);
        }
        match layout.split {
            Split::Beside { rule, .. } => {
                Rule { theme }.render(rule, buffer);
                for (across, joint) in [(layout.upper_rule, "┬"), (layout.lower_rule, "┴")] {
                    if let Some(across) = across {
                        let place = Rect { x: rule.x, width: 1, ..across };
                        Line::new(joint, TextRole::Rule).themed(theme).render(place, buffer);
                    }
                }
            }
            Split::Below { rule, .. } => Rule { theme }.render(rule, buffer),
            Split::One(_) => {}
        }
    }
}
