//! Keys: in an overlay, in the input line, in the event list, and those of actions.

use super::{action, commands, events, prompt, time};
use crate::keymap::{Action, Binding, Code, Key, Lookup};
use crate::presenter;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::overlay::KeyEffect;

/// Handles a key. `had_notice` is true if a notice was on the screen.
pub(super) fn press(app: &mut App, key: Key, had_notice: bool) -> Vec<Effect> {
    if let Some(overlay) = app.overlay.as_mut().filter(|overlay| overlay.types_text()) {
        match overlay.press(key, app.viewer.keymap().action_while_typing(key)) {
            KeyEffect::Keep => {}
            KeyEffect::Close => app.overlay = None,
            KeyEffect::Perform(action) => return action::act(app, action),
            KeyEffect::Run(command) => return commands::run(app, command),
        }
        return Vec::new();
    }
    if app.has_prompt() && app.overlay.is_none() {
        return prompt::press(app, key);
    }
    if app.is_text_input() {
        return events::press(app, key);
    }
    let first = app.first_key.take();
    let bound = match app.viewer.keymap().lookup(first, key) {
        Lookup::Action(action) => action,
        Lookup::Prefix => {
            app.first_key = Some(key);
            return Vec::new();
        }
        // Escape cancels the first key.
        Lookup::Unbound if first.is_some() && key == Key::plain(Code::Esc) => return Vec::new(),
        Lookup::Unbound => {
            let keys = first.map_or(Binding::from(key), |first| Binding { first, second: Some(key) });
            app.notice = app.overlay.is_none().then(|| unbound(app, keys));
            return Vec::new();
        }
    };
    // If a reminder is visible, dismiss it first.
    if bound == Action::Back && !had_notice && app.overlay.is_none() && app.shown_reminder().is_some() {
        time::dismiss_reminders(app);
        return Vec::new();
    }
    action::act(app, bound)
}

/// Returns the notice for unbound keys.
fn unbound(app: &App, keys: Binding) -> Notice {
    let help = app.viewer.keymap().key_name(Action::Help);
    Notice::Done(presenter::unbound_key(&keys.to_string(), &help, app.viewer.locale()))
}
