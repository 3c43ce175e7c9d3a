//! Downloads: the cached copy is displayed immediately, and replaced when a newer schedule arrives.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{conference, events, reload};
use crate::fetch::{FetchError, OpenError, ScheduleUrl};
use crate::i18n::Message;
use crate::presenter;
use crate::tui::app::{App, Fetching, Notice, PendingLoad, diagnostics_notice};
use crate::tui::conference::ReloadError;
use crate::tui::overlay::{Overlay, OverlayKind};
use crate::tui::{Arrival, Effect, Loaded};
use kurultai_schedule::text::SafeText;

/// Starts the download of a schedule, if it has a URL.
pub(super) fn begin(app: &mut App, path: &Path, is_requested: bool) -> Vec<Effect> {
    if ScheduleUrl::from_path(path).is_none() {
        return Vec::new();
    }
    let is_known = app.fetching.as_ref().is_some_and(|fetching| fetching.path == path);
    let is_requested =
        is_requested || (is_known && app.fetching.as_ref().is_some_and(|fetching| fetching.is_requested));
    app.fetching = Some(Fetching { path: path.into(), is_requested });
    let fetching = Notice::Fetching(sentence(app, path, None));
    // Display an error in the user's files again after the download.
    if let Some(former @ Notice::Failed(_)) = app.notice.replace(fetching) {
        app.queued_notice = Some(former);
    }
    if is_known { Vec::new() } else { vec![Effect::Fetch(path.into())] }
}

/// Shows the progress of a download.
pub(super) fn progress(app: &mut App, path: &Path, bytes: u64, all: Option<u64>) {
    let is_running = app.fetching.as_ref().is_some_and(|fetching| fetching.path == path);
    if is_running && matches!(app.notice, None | Some(Notice::Fetching(_))) {
        app.notice = Some(Notice::Fetching(sentence(app, path, Some((bytes, all)))));
    }
}

fn sentence(app: &App, path: &Path, progress: Option<(u64, Option<u64>)>) -> String {
    presenter::fetching(app.viewer.locale(), &path.to_string_lossy(), progress)
}

/// Handles the result of a download.
pub(super) fn end(app: &mut App, path: PathBuf, result: Result<Arrival, FetchError>) -> Vec<Effect> {
    let effects = ended(app, path, result);
    app.notice = app.notice.take().or_else(|| app.queued_notice.take());
    effects
}

fn ended(app: &mut App, path: PathBuf, result: Result<Arrival, FetchError>) -> Vec<Effect> {
    let ended = app.fetching.take_if(|fetching| fetching.path == path);
    if ended.is_some() {
        app.notice.take_if(|notice| matches!(notice, Notice::Fetching(_)));
    }
    if app.pending_load.as_ref().is_some_and(|pending| *pending == PendingLoad::Open(path.clone())) {
        return open(app, path, result);
    }
    let Some(state) = app.conference.as_mut().filter(|state| state.path == path) else { return Vec::new() };
    let is_requested = ended.is_some_and(|fetching| fetching.is_requested);
    match result {
        Ok(Arrival::New { opened, unkept }) => {
            state.pending_update = Some(opened);
            if let Some(error) = unkept {
                not_cached(app, &path, &error);
            }
            Vec::new()
        }
        Ok(Arrival::Same(fetched_at)) => {
            state.fetched_at = Some(fetched_at);
            if is_requested {
                let sentence = presenter::not_modified(app.viewer.locale(), &path.to_string_lossy());
                app.notice = Some(Notice::Done(sentence));
            }
            Vec::new()
        }
        Err(error) => {
            let locale = app.viewer.locale();
            let former = locale.text(Message::NoticeFormerShown);
            app.notice = Some(Notice::Failed(format!("{} {former}", error.sentence(locale))));
            Vec::new()
        }
    }
}

/// Opens a downloaded schedule.
fn open(app: &mut App, path: PathBuf, result: Result<Arrival, FetchError>) -> Vec<Effect> {
    match result {
        Ok(Arrival::New { opened, unkept }) => {
            app.pending_load = None;
            let effects = conference::open(app, path.clone(), *opened);
            if let Some(error) = unkept {
                not_cached(app, &path, &error);
            }
            effects
        }
        // Another process has cached it in the meantime.
        Ok(Arrival::Same(_)) => vec![Effect::Read(path)],
        Err(error) => {
            app.pending_load = None;
            app.overlay = Some(Overlay::new(OverlayKind::Unreadable(OpenError::Address(error))));
            events::load(&mut app.events)
        }
    }
}

fn not_cached(app: &mut App, path: &Path, error: &SafeText) {
    let sentence = presenter::cache_failed(app.viewer.locale(), &path.to_string_lossy(), error);
    app.notice = Some(Notice::Failed(sentence));
}

/// Shows a downloaded schedule as soon as the input line is closed.
pub(super) fn catch_up(app: &mut App) -> Vec<Effect> {
    let is_typing = app.prompt.is_some();
    let Some(state) = app.conference.as_mut().filter(|_| !is_typing) else { return Vec::new() };
    let Some(opened) = state.pending_update.take() else { return Vec::new() };
    if opened.schedule.lost_everything_from(&state.schedule) {
        return reload::failed(app, ReloadError::Incomplete(opened.schedule), Message::NoticeNoProgramLeft);
    }
    state.fetched_at = opened.fetched_at;
    show(app, *opened)
}

fn show(app: &mut App, opened: Loaded) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let (new, old) = (Arc::clone(&opened.schedule), Arc::clone(&state.schedule));
    if new.conference != old.conference {
        let done = Notice::Done(app.viewer.locale().text(Message::NoticeNewFetched));
        let mistakes = diagnostics_notice(&new).filter(|_| new.mistakes() != old.mistakes());
        app.notice = Some(mistakes.unwrap_or(done));
    }
    conference::replace_schedule(app, opened)
}
