//! The timeline: a day as a grid of times and rooms. Only the visible part is laid out.

mod cell;
mod window;

use std::ops::Range;

use chrono::NaiveTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::context::PaneContext;
use crate::i18n::Message;
use crate::keymap::Action;
use crate::theme::{TextRole, Theme};
use crate::tui::conference::{Focus, PaneItem};
use crate::tui::widget::{Highlight, Line, Rule, Scrollbar, Themed};
use cell::CellView;
use kurultai_schedule::index::{Row, Timeline};
use kurultai_schedule::text::{cut, pad, width};
use window::TIMES;

pub(in crate::tui) use window::{Window, keep_in_view, reveal, selected_cell};

/// The interval of labels between hours, in minutes.
const HALF: i64 = 30;

/// The timeline of the displayed day as a widget.
struct TimelineView<'a> {
    context: &'a PaneContext<'a>,
    timeline: &'a Timeline,
    theme: &'a Theme,
}

/// Draws the timeline pane.
pub(in crate::tui) fn draw(
    context: &PaneContext<'_>,
    timeline: &Timeline,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    TimelineView { context, timeline, theme }.render(area, buffer);
}

impl Widget for TimelineView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { context, timeline, theme } = self;
        let state = context.state;
        if !timeline.has_times() {
            let lines = nothing(context, timeline, area.width);
            Themed { widget: &lines[..], theme }.render(area, buffer);
            return;
        }
        let window = Window::new(timeline, area, &state.grid);
        self.head(&window, buffer);
        for (place, row) in window.body.rows().zip(window.rows()) {
            if row < timeline.rows() {
                let (text, role) = label(context, timeline.row(row), place.y == window.body.y);
                Line::new(text, role).themed(theme).render(place, buffer);
            }
        }
        for cell in timeline.cells() {
            if let Some(place) = window.place(cell) {
                CellView { context, cell, top: window.top, theme }.render(place, buffer);
            }
        }
        self.now_line(&window, buffer);
        let selected = timeline
            .cells()
            .iter()
            .filter(|cell| state.cursor().selected == Some(PaneItem::Session(cell.session)));
        for place in selected.filter_map(|cell| window.place(cell)) {
            Highlight { has_focus: state.focus == Focus::List, theme }.render(place, buffer);
        }
        let body = Rect { width: area.width, ..window.body };
        Scrollbar { top: window.top, height: timeline.rows(), theme }.render(body, buffer);
    }
}

impl TimelineView<'_> {
    /// Draws the names of the rooms, and marks if there are more on either side.
    fn head(&self, window: &Window, buffer: &mut Buffer) {
        let Self { context, timeline, theme } = *self;
        let Some(head) = window.head else { return };
        let here = timeline.column_of(context.state.grid.point.track);
        for (at, column) in timeline.columns().iter().enumerate() {
            let Some(Range { start, end }) = window.columns(&column.tracks) else { continue };
            let name = column
                .room
                .map_or_else(|| context.presenter.word(Message::NoRoom), |room| context.presenter.room(room));
            let role = if at == here { TextRole::Title } else { TextRole::Dim };
            let name = cut(&name, usize::from(end - start).saturating_sub(2)).into_owned();
            let place = Rect { x: start, width: end - start, ..head };
            Line::new(" ", TextRole::Text).add(name, role).themed(theme).render(place, buffer);
        }
        let mark = |x: u16, text: &str, buffer: &mut Buffer| {
            Line::new(text, TextRole::Faint).themed(theme).render(Rect { x, width: 1, ..head }, buffer);
        };
        if window.tracks().start > 0 {
            mark(head.x + TIMES - 2, "‹", buffer);
        }
        if window.tracks().end < timeline.tracks() {
            mark(head.right() - 1, "›", buffer);
        }
        if let Some(rule) = window.rule {
            Rule { theme }.render(rule, buffer);
        }
    }

    /// Draws the current time, and a line in the free columns of its row.
    fn now_line(&self, window: &Window, buffer: &mut Buffer) {
        let Self { context, timeline, theme } = *self;
        let Some(now) = context.now else { return };
        let moment = context.presenter.moment(now);
        let Some(row) = timeline.row_at(moment).filter(|row| window.rows().contains(row)) else {
            return;
        };
        let y = window.body.y + u16::try_from(row - window.top).unwrap_or(0);
        let style = theme.style(TextRole::Now);
        let time = format!(" {}", context.presenter.locale.time(moment.time()));
        let text = pad(&time, usize::from(TIMES));
        buffer.set_stringn(window.body.x, y, text, usize::from(window.body.width), style);
        let is_blank = |x: u16, buffer: &Buffer| buffer[(x, y)].symbol() == " ";
        let columns = window.body.x + u16::try_from(width(&time)).unwrap_or(0) + 1..window.body.right();
        let blank: Vec<bool> = columns.clone().map(|x| is_blank(x, buffer)).collect();
        for (at, x) in columns.enumerate() {
            // Keep a blank on both sides of texts.
            let is_free = |at: usize| blank.get(at).copied().unwrap_or(true);
            let is_line = (at == 0 || is_free(at - 1)) && is_free(at) && is_free(at + 1);
            if is_line {
                buffer.set_stringn(x, y, "─", 1, style);
            }
        }
    }
}

/// Returns a message instead of an empty timeline.
fn nothing(context: &PaneContext<'_>, timeline: &Timeline, columns: u16) -> Vec<Line> {
    let day = context.presenter.index.days().get(context.state.day);
    let is_empty = day.is_none_or(|day| day.listed().next().is_none() && day.untimed.is_empty());
    let sentence = if is_empty {
        context.presenter.word(Message::NoSessions)
    } else if timeline.cells().is_empty() {
        context.word_with_key(Message::NothingShown, Action::ClearFilter)
    } else {
        context.presenter.word(Message::NoTimeline)
    };
    let lines = kurultai_schedule::text::wrap(&sentence, usize::from(columns).saturating_sub(2));
    lines.into_iter().map(|line| Line::new(" ", TextRole::Text).add(line, TextRole::Dim)).collect()
}

/// Returns the label of a row: the time in the first row and every half hour.
fn label(context: &PaneContext<'_>, row: Row, is_first: bool) -> (String, TextRole) {
    let room = usize::from(TIMES) - 1;
    match row {
        Row::At(minute) => {
            let is_hour = minute.rem_euclid(60) == 0;
            if !is_hour && !is_first && minute.rem_euclid(HALF) != 0 {
                return (String::new(), TextRole::Faint);
            }
            let days = minute.div_euclid(24 * 60);
            let day = if days == 0 { String::new() } else { format!("{days:+}") };
            let seconds = u32::try_from(minute.rem_euclid(24 * 60) * 60).unwrap_or(0);
            let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
            let role = if is_hour { TextRole::Dim } else { TextRole::Faint };
            (format!(" {}{day}", context.presenter.locale.time(time)), role)
        }
        Row::Pause(minutes) => {
            let length = chrono::TimeDelta::try_minutes(minutes).unwrap_or_default();
            (format!("     …  {}", context.presenter.locale.duration(length)), TextRole::Faint)
        }
        Row::AllDay => {
            (format!(" {}", pad(&context.presenter.word(Message::AllDay), room - 1)), TextRole::Faint)
        }
        Row::Ongoing => ("     …".to_owned(), TextRole::Faint),
        Row::Untimed => ("     –".to_owned(), TextRole::Faint),
    }
}
