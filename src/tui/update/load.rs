//! Files that are read: to open a conference, or to read the open one again.

use std::path::Path;

use super::{conference, events, fetch, reload};
use crate::fetch::{OpenError, ScheduleUrl};
use crate::i18n::Message;
use crate::schedule::is_standard_input;
use crate::tui::app::{App, Notice, PendingLoad};
use crate::tui::event_list::Progress;
use crate::tui::overlay::{Overlay, OverlayKind};
use crate::tui::{Effect, Loaded};

/// Starts without an open conference: loads the requested one or the event list.
pub(super) fn start(app: &mut App) -> Vec<Effect> {
    match &app.pending_load {
        Some(PendingLoad::Open(path)) if ScheduleUrl::from_path(path).is_some() => {
            fetch::begin(app, &path.clone(), false)
        }
        Some(PendingLoad::Open(path)) => vec![Effect::Read(path.clone())],
        _ => events::load(&mut app.events),
    }
}

/// Reads the open schedule again because the user asks for it.
pub(super) fn reload(app: &mut App) -> Vec<Effect> {
    let Some(state) = &app.conference else { return Vec::new() };
    let path = state.path.clone();
    if ScheduleUrl::from_path(&path).is_some() {
        return fetch::begin(app, &path, true);
    }
    if is_standard_input(&path) {
        app.notice = Some(Notice::Sentence(Message::NoticeReadOnce));
        return Vec::new();
    }
    let again = Some(PendingLoad::Reload(path.clone()));
    if app.pending_load == again {
        return Vec::new();
    }
    let is_read = app.pending_load == Some(PendingLoad::Changed(path.clone()));
    app.pending_load = again;
    app.notice = Some(Notice::Done(app.viewer.locale().text(Message::NoticeReading)));
    if is_read { Vec::new() } else { vec![Effect::Watch, Effect::Read(path)] }
}

/// Handles a file that has been read, if it is still needed.
pub(super) fn read(app: &mut App, path: &Path, result: Result<Loaded, OpenError>) -> Vec<Effect> {
    match app.pending_load.take() {
        Some(PendingLoad::Open(awaited)) if *awaited == *path => match result {
            Ok(opened) => {
                let mut effects = conference::open(app, path.into(), opened);
                effects.extend(fetch::begin(app, path, false));
                return effects;
            }
            Err(OpenError::NotFetched(_)) => {
                app.pending_load = Some(PendingLoad::Open(path.into()));
                return fetch::begin(app, path, false);
            }
            Err(error) => {
                app.notice = None;
                app.overlay = Some(Overlay::new(OverlayKind::Unreadable(error)));
                if app.conference.is_none() && app.events.progress == Progress::NotBegun {
                    return events::load(&mut app.events);
                }
            }
        },
        Some(PendingLoad::Reload(awaited)) if *awaited == *path => return reload::reloaded(app, result),
        Some(PendingLoad::Changed(awaited)) if *awaited == *path => return reload::followed(app, result),
        other => {
            app.pending_load = other;
            reload::changed(app, path);
        }
    }
    Vec::new()
}
