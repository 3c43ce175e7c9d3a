//! The keys that may follow the first of two keys, above the hints at the right.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Widget;

use crate::keymap::Key;
use crate::theme::TextRole;
use crate::tui::layout::ScreenLayout;
use crate::tui::view_context::ViewContext;
use crate::tui::widget::{Line, PopUp, Themed};
use kurultai_schedule::text::width;

/// A frame with the second keys and their actions.
pub(super) struct NextKeysView<'a> {
    pub(super) viewer: &'a ViewContext,
    pub(super) first: Key,
    pub(super) layout: &'a ScreenLayout,
}

impl Widget for NextKeysView<'_> {
    fn render(self, _: Rect, buffer: &mut Buffer) {
        let Self { viewer, first, layout } = self;
        let (locale, theme) = (viewer.locale(), viewer.theme());
        let next = viewer.keymap().after(first);
        let next: Vec<(String, String)> =
            next.map(|(key, action)| (key.to_string(), locale.text(action.message()))).collect();
        let keys = next.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
        let line = |(key, text): &(String, String)| {
            let line = Line::new(" ", TextRole::Text).add(key, TextRole::Key);
            line.pad_to(keys + 3).add(text, TextRole::Text).add(" ", TextRole::Text)
        };
        let lines: Vec<Line> = next.iter().map(line).collect();
        let columns = lines.iter().map(Line::width).max().unwrap_or(0) + 2;
        let columns = u16::try_from(columns).unwrap_or(u16::MAX).min(layout.hints.width);
        let rows = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(layout.hints.y);
        let frame = Rect::new(layout.hints.right() - columns, layout.hints.y - rows, columns, rows);
        PopUp { theme }.render(frame, buffer);
        let head = Rect { x: frame.x + 1, width: columns.saturating_sub(2), height: 1, ..frame };
        Line::new(format!(" {first} … "), TextRole::Title).themed(theme).render(head, buffer);
        Themed { widget: &lines[..], theme }.render(frame.inner(Margin::new(1, 1)), buffer);
    }
}
