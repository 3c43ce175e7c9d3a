//! Programs from addresses: what was kept is shown at once, and what is there now takes its place when it has come.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::fetch::{Address, FetchError, OpenError};
use crate::locale::Message;
use crate::text::Clean;
use crate::tui::app::{App, Awaited, Fetching, Notice, mistakes};
use crate::tui::overlay::{About, Overlay};
use crate::tui::visit::Broken;
use crate::tui::{Arrival, Effect, Opened};
use crate::wording;

/// Asks the address that a program is from; a file is not asked.
pub(super) fn begin(app: &mut App, path: &Path, is_asked: bool) -> Vec<Effect> {
    if Address::meant(path).is_none() {
        return Vec::new();
    }
    let is_known = app.fetching.as_ref().is_some_and(|fetching| fetching.path == path);
    let is_asked = is_asked || (is_known && app.fetching.as_ref().is_some_and(|fetching| fetching.is_asked));
    app.fetching = Some(Fetching { path: path.into(), is_asked });
    let fetching = Notice::Fetching(sentence(app, path, None));
    // What is wrong with the user's own files is shown again when the answer has come.
    if let Some(former @ Notice::Failed(_)) = app.notice.replace(fetching) {
        app.unread = Some(former);
    }
    if is_known { Vec::new() } else { vec![Effect::Fetch(path.into())] }
}

/// More has come.
pub(super) fn progress(app: &mut App, path: &Path, bytes: u64, all: Option<u64>) {
    let is_awaited = app.fetching.as_ref().is_some_and(|fetching| fetching.path == path);
    if is_awaited && matches!(app.notice, None | Some(Notice::Fetching(_))) {
        app.notice = Some(Notice::Fetching(sentence(app, path, Some((bytes, all)))));
    }
}

fn sentence(app: &App, path: &Path, progress: Option<(u64, Option<u64>)>) -> String {
    wording::fetching(app.viewer.locale(), &path.to_string_lossy(), progress)
}

/// An address was asked.
pub(super) fn end(app: &mut App, path: PathBuf, result: Result<Arrival, FetchError>) -> Vec<Effect> {
    let effects = ended(app, path, result);
    app.notice = app.notice.take().or_else(|| app.unread.take());
    effects
}

fn ended(app: &mut App, path: PathBuf, result: Result<Arrival, FetchError>) -> Vec<Effect> {
    let ended = app.fetching.take_if(|fetching| fetching.path == path);
    if ended.is_some() {
        app.notice.take_if(|notice| matches!(notice, Notice::Fetching(_)));
    }
    if app.awaited.as_ref().is_some_and(|awaited| *awaited == Awaited::Open(path.clone())) {
        return open(app, path, result);
    }
    let Some(visit) = app.visit.as_mut().filter(|visit| visit.path == path) else { return Vec::new() };
    let is_asked = ended.is_some_and(|fetching| fetching.is_asked);
    match result {
        Ok(Arrival::New { opened, unkept }) => {
            visit.arrived = Some(opened);
            if let Some(error) = unkept {
                not_kept(app, &path, &error);
            }
            Vec::new()
        }
        Ok(Arrival::Same(fetched_at)) => {
            visit.fetched_at = Some(fetched_at);
            if is_asked {
                let sentence = wording::nothing_new(app.viewer.locale(), &path.to_string_lossy());
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

/// What came is what is to be opened.
fn open(app: &mut App, path: PathBuf, result: Result<Arrival, FetchError>) -> Vec<Effect> {
    match result {
        Ok(Arrival::New { opened, unkept }) => {
            app.awaited = None;
            let effects = super::open(app, path.clone(), *opened);
            if let Some(error) = unkept {
                not_kept(app, &path, &error);
            }
            effects
        }
        // What was kept meanwhile, by another window.
        Ok(Arrival::Same(_)) => vec![Effect::Read(path)],
        Err(error) => {
            app.awaited = None;
            app.overlay = Some(Overlay::new(About::Unreadable(OpenError::Address(error))));
            super::look_for_events(&mut app.events)
        }
    }
}

fn not_kept(app: &mut App, path: &Path, error: &Clean) {
    let sentence = wording::not_kept(app.viewer.locale(), &path.to_string_lossy(), error);
    app.notice = Some(Notice::Failed(sentence));
}

/// Shows what has come as soon as nothing is being typed.
pub(super) fn catch_up(app: &mut App) -> Vec<Effect> {
    let is_typing = app.prompt.is_some();
    let Some(visit) = app.visit.as_mut().filter(|_| !is_typing) else { return Vec::new() };
    let Some(opened) = visit.arrived.take() else { return Vec::new() };
    if opened.program.has_nothing_left_of(&visit.program) {
        return super::live::broken(app, Broken::Program(opened.program), Message::NoticeNoProgramLeft);
    }
    visit.fetched_at = opened.fetched_at;
    show(app, *opened)
}

fn show(app: &mut App, opened: Opened) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    let (is, was) = (Arc::clone(&opened.program), Arc::clone(&visit.program));
    if is.conference != was.conference {
        let done = Notice::Done(app.viewer.locale().text(Message::NoticeNewFetched));
        let mistakes = mistakes(&is).filter(|_| is.mistakes() != was.mistakes());
        app.notice = Some(mistakes.unwrap_or(done));
    }
    super::show_anew(app, opened)
}
