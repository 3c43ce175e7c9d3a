//! Handles keys in the event list, where letters are typed into the filter.

use super::motion;
use crate::i18n::Message;
use crate::keymap::{Action, Code, Key};
use crate::tui::Effect;
use crate::tui::app::{App, Notice, PendingLoad};
use crate::tui::event_list::{EventList, Progress};
use crate::tui::overlay::{Overlay, OverlayKind};
use crate::tui::view_context::ViewContext;
use kurultai_schedule::text::SafeText;

/// The largest length of the filter in characters.
const MAX_FILTER: usize = 100;

pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let bound = app.viewer.keymap().action_while_typing(key);
    if app.is_loading() && app.events.filter.is_empty() && bound == Some(Action::Quit) {
        return vec![Effect::Quit];
    }
    let events = &mut app.events;
    match key {
        Key { code: Code::Char(c), ctrl: false, alt: false } => {
            type_in(app, c.encode_utf8(&mut [0; 4]));
            return Vec::new();
        }
        Key { code: Code::Backspace, .. } if !events.filter.is_empty() => {
            events.filter.pop();
            events.select(None);
            return Vec::new();
        }
        _ => {}
    }
    bound.map(|action| act(app, action)).unwrap_or_default()
}

pub(super) fn paste(app: &mut App, text: &str) {
    if app.is_text_input() {
        type_in(app, text);
    }
}

fn type_in(app: &mut App, text: &str) {
    let room = MAX_FILTER.saturating_sub(app.events.filter.chars().count());
    let text = SafeText::verbatim(text);
    let letters = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    app.events.filter.extend(letters.filter(|c| *c != char::REPLACEMENT_CHARACTER).take(room));
    app.events.select(None);
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if action == Action::Back
        && let Some(effects) = cancel(app)
    {
        return effects;
    }
    match action {
        Action::Quit => return vec![Effect::Quit],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Commands => app.overlay = Some(Overlay::new(OverlayKind::Commands)),
        Action::Help => app.overlay = Some(Overlay::new(OverlayKind::Help)),
        Action::Back | Action::HistoryBack if !app.events.filter.is_empty() => {
            app.events.filter.clear();
            app.events.select(None);
        }
        Action::Back | Action::HistoryBack | Action::EventList if app.conference.is_some() => {
            app.shows_events = false;
        }
        Action::Open => return open(app),
        _ => select(app, action),
    }
    Vec::new()
}

/// Stops waiting for the file or the first download that is to be opened. Returns `None` if there is none.
fn cancel(app: &mut App) -> Option<Vec<Effect>> {
    let is_opening = |pending: &mut PendingLoad| matches!(pending, PendingLoad::Open(_));
    let PendingLoad::Open(path) = app.pending_load.take_if(is_opening)? else { return None };
    app.fetching.take_if(|fetching| fetching.path == path);
    app.notice = Some(Notice::Sentence(Message::NoticeCancelled));
    let needs_list = app.conference.is_none() && app.events.progress == Progress::NotBegun;
    Some(if needs_list { load(&mut app.events) } else { Vec::new() })
}

/// Loads the events, unless they are being loaded.
pub(super) fn load(events: &mut EventList) -> Vec<Effect> {
    if events.progress == Progress::Reading {
        return Vec::new();
    }
    events.begin();
    vec![Effect::List(events.places.clone())]
}

/// Reads the selected file.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let Some(path) = app.events.selected_path().cloned() else { return Vec::new() };
    app.notice = Some(Notice::Done(app.viewer.locale().text(Message::NoticeReading)));
    app.pending_load = Some(PendingLoad::Open(path.clone()));
    vec![Effect::Read(path)]
}

fn select(app: &mut App, action: Action) {
    let (list, selected) = (&app.events.list, app.events.selected());
    let to = motion::selection_after(list, selected, action, height(&app.viewer));
    if to != selected {
        app.events.select(to);
    }
}

/// Returns the number of rows of the list.
pub(super) fn height(viewer: &ViewContext) -> usize {
    viewer.layout().map_or(0, |layout| usize::from(layout.body.height))
}
