//! Keys: in an overlay, in the input line, in the event list, and those of actions.

use super::{action, events, prompt, time};
use crate::keymap::{Action, Key};
use crate::presenter;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::overlay::KeyEffect;

/// Handles a key. `had_notice` is true if a notice was on the screen.
pub(super) fn press(app: &mut App, key: Key, had_notice: bool) -> Vec<Effect> {
    if let Some(overlay) = app.overlay.as_mut().filter(|overlay| overlay.types_text()) {
        match overlay.press(key, app.viewer.keymap().action(key)) {
            KeyEffect::Keep => {}
            KeyEffect::Close => app.overlay = None,
            KeyEffect::Perform(action) => return action::act(app, action),
        }
        return Vec::new();
    }
    if app.has_prompt() && app.overlay.is_none() {
        return prompt::press(app, key);
    }
    if app.is_text_input() {
        return events::press(app, key);
    }
    let Some(bound) = app.viewer.keymap().action(key) else {
        app.notice = app.overlay.is_none().then(|| unbound(app, key));
        return Vec::new();
    };
    // If a reminder is visible, dismiss it first.
    if bound == Action::Back && !had_notice && app.overlay.is_none() && app.shown_reminder().is_some() {
        time::dismiss_reminders(app);
        return Vec::new();
    }
    action::act(app, bound)
}

/// Returns the notice for an unbound key.
fn unbound(app: &App, key: Key) -> Notice {
    let help = app.viewer.keymap().key_name(Action::Help);
    Notice::Done(presenter::unbound_key(&key.to_string(), &help, app.viewer.locale()))
}
