//! The help: every action with its keys, printed from the keymap.

use crate::keymap::BINDINGS;
use crate::locale::{Locale, Message};
use crate::text::{width, wrap};
use crate::theme::Role;
use crate::tui::widget::Line;

/// Wider than this the help is not.
pub(super) const WIDTH: u16 = 64;

/// Title and lines, of so many columns. Panes have a row together: they differ in nothing but the number.
pub(super) fn sheet(locale: &Locale, columns: usize) -> (String, Vec<Line>) {
    let mut rows: Vec<(String, String)> = Vec::new();
    for (action, keys) in BINDINGS {
        let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
        let what = locale.text(action.message());
        match rows.last_mut() {
            Some((keys, last)) if *last == what => *keys = format!("{keys} {}", names.join(" ")),
            _ => rows.push((names.join(" "), what)),
        }
    }
    rows.push((locale.text(Message::HelpNumberKeys), locale.text(Message::HelpNumber)));
    rows.push((locale.text(Message::HelpMouseKeys), locale.text(Message::HelpMouse)));
    let keys = rows.iter().map(|(keys, _)| width(keys)).max().unwrap_or(0);
    let room = columns.saturating_sub(keys + 4).max(10);
    let mut lines = Vec::new();
    for (key, what) in rows {
        let mut before = Line::new(" ", Role::Text).and(key, Role::Key).to(keys + 3);
        for what in wrap(&what, room) {
            lines.push(before.and(what, Role::Text));
            before = Line::default().to(keys + 3);
        }
    }
    (locale.text(Message::Help), lines)
}
