//! [`view()`]: the state as a picture of the terminal's size. It changes nothing.

mod bars;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::app::{App, Overlay};
use super::layout::{Layout, Split};
use super::overlay;
use super::visit::Focus;
use super::widget::Line;
use crate::locale::Message;
use crate::theme::Role;

/// Draws the state, in a buffer of the terminal's size.
#[must_use]
pub fn view(app: &App) -> Buffer {
    let area = Rect::new(0, 0, app.viewer.size.0, app.viewer.size.1);
    let mut buffer = Buffer::empty(area);
    let Some(layout) = app.viewer.layout() else {
        let sentence = app.viewer.locale().text(Message::TooSmall);
        Line::new(sentence, Role::Text).draw(&mut buffer, area, 0, app.viewer.theme());
        return buffer;
    };
    bars::header(app, layout.header, &mut buffer);
    bars::tabs(app, layout.tabs, &mut buffer);
    rules(app, &layout, &mut buffer);
    if app.visit.shows_list(&app.viewer) {
        list(app, layout.list(), &mut buffer);
    }
    if app.visit.shows_detail(&app.viewer) {
        detail(app, layout.detail(), &mut buffer);
    }
    bars::hints(app, layout.hints, &mut buffer);
    if let Some(Overlay::Help { top }) = app.overlay {
        overlay::help::draw(app, top, &mut buffer);
    }
    buffer
}

fn rules(app: &App, layout: &Layout, buffer: &mut Buffer) {
    let theme = app.viewer.theme();
    for rule in layout.upper_rule.iter().chain(&layout.lower_rule) {
        Line::new("─".repeat(rule.width.into()), Role::Rule).draw(buffer, *rule, 0, theme);
    }
    match layout.split {
        Split::Beside { rule, .. } => {
            for row in 0..rule.height {
                Line::new("│", Role::Rule).draw(buffer, rule, row, theme);
            }
            // Where the rules meet they are joined.
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

fn list(app: &App, area: Rect, buffer: &mut Buffer) {
    let mut area = area;
    if app.visit.shows_days() {
        bars::days(app, area, buffer);
        area = Rect { y: area.y + 1, height: area.height - 1, ..area };
    }
    let place = app.visit.place();
    if let Some(list) = &app.visit.arranged.list {
        let has_focus = app.visit.focus == Focus::List;
        list.draw(buffer, area, place.top, place.selected, has_focus, app.viewer.theme());
    }
}

fn detail(app: &App, area: Rect, buffer: &mut Buffer) {
    if let Some(page) = &app.visit.arranged.page {
        page.draw(buffer, area, app.visit.detail.top, app.visit.detail.link, app.viewer.theme());
    }
}
