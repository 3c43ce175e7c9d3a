//! Everything that depends on the time: the current minute, the filter, and reminders.

use crate::config::{Notify, Reminders};
use crate::tui::Effect;
use crate::tui::app::{App, Notice};

/// Updates everything that depends on the time.
pub(super) fn tick(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    state.minute = state.venue_minute(&app.viewer);
    if state.filter.needs_clock() {
        state.apply_filter();
    }
    let former = app.shown_reminder();
    let effects = remind(app);
    // A reminder is more important than the result of an earlier action.
    if former.is_none() && app.shown_reminder().is_some() && matches!(app.notice, Some(Notice::Done(_))) {
        app.notice = None;
    }
    effects
}

/// Returns an alert for new reminders.
pub(super) fn remind(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let due = state.remind(&app.viewer);
    let Reminders { bell, notify, .. } = app.viewer.settings.reminders;
    if due.is_empty() || !(bell || notify != Notify::Off) {
        return Vec::new();
    }
    vec![Effect::Alert { text: due.join(" · "), bell, notify }]
}

/// Dismisses the visible reminders.
pub(super) fn dismiss_reminders(app: &mut App) {
    if let Some(state) = &mut app.conference {
        state.dismiss_reminders(&app.viewer);
    }
}
