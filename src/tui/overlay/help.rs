//! The help: every action with its keys, printed from the keymap.

use crate::keymap::{BINDINGS, Key, cyrillic_twin};
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
        let names: Vec<String> = keys.iter().map(|key| name(locale, *key)).collect();
        let what = locale.text(action.message());
        match rows.last_mut() {
            Some((keys, last)) if *last == what => *keys = format!("{keys} {}", names.join(" ")),
            _ => rows.push((names.join(" "), what)),
        }
    }
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

/// Returns the name of a key; in a language that is written in Cyrillic with the letter on the same key: `j (о)`.
fn name(locale: &Locale, key: Key) -> String {
    match cyrillic_twin(key).filter(|_| !key.ctrl && is_cyrillic(locale)) {
        Some(twin) => format!("{key} ({twin})"),
        None => key.to_string(),
    }
}

/// True if the interface language is written in Cyrillic, so that its users have a Cyrillic keyboard layout.
fn is_cyrillic(locale: &Locale) -> bool {
    locale.text(Message::Help).chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c))
}
