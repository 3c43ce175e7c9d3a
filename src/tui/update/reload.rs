//! Watches the file of the open schedule: reads it after each change, and keeps the last valid edition.

use std::path::Path;
use std::sync::Arc;

use super::conference;
use crate::fetch::OpenError;
use crate::i18n::{Message, MessageArg};
use crate::schedule::LoadedSchedule;
use crate::tui::app::{App, Notice, PendingLoad, diagnostics_notice, files_notice};
use crate::tui::conference::ReloadError;
use crate::tui::{Effect, Loaded};
use kurultai_schedule::diagnostic::Code;

/// Records that the file of the schedule has changed.
pub(super) fn changed(app: &mut App, path: &Path) {
    let is_followed = app.followed() == Some(path);
    if let Some(state) = app.conference.as_mut().filter(|_| is_followed) {
        state.is_file_changed = true;
    }
}

/// Reads a changed file as soon as no other file is being read and the input line is closed.
pub(super) fn catch_up(app: &mut App) -> Vec<Effect> {
    let is_free = app.pending_load.is_none() && app.prompt.is_none();
    let Some(state) = app.conference.as_mut().filter(|state| state.is_file_changed && is_free) else {
        return Vec::new();
    };
    state.is_file_changed = false;
    app.pending_load = Some(PendingLoad::Changed(state.path.clone()));
    vec![Effect::Read(state.path.clone())]
}

/// Shows a changed file.
pub(super) fn followed(app: &mut App, result: Result<Loaded, OpenError>) -> Vec<Effect> {
    // The input line may refer to the current edition.
    let is_typing = app.prompt.is_some();
    let Some(state) = &mut app.conference else { return Vec::new() };
    if is_typing {
        state.is_file_changed = true;
        return Vec::new();
    }
    let opened = match result {
        Ok(opened) if opened.schedule.lost_everything_from(&state.schedule) => {
            return failed(app, ReloadError::Incomplete(opened.schedule), Message::NoticeNoProgramLeft);
        }
        Ok(opened) if state.is_partly_lost_in(&opened.schedule) => {
            return failed(app, ReloadError::Incomplete(opened.schedule), Message::NoticeBroken);
        }
        Ok(opened) => opened,
        Err(error) => return failed(app, ReloadError::Unreadable(error), Message::NoticeFormerShown),
    };
    let was_broken = state.reload_error.take().is_some();
    let (new, old) = (Arc::clone(&opened.schedule), Arc::clone(&state.schedule));
    let is_same = new.source.text() == old.source.text();
    if let Some(overlay) = app.overlay.as_mut().filter(|_| was_broken || !is_same) {
        overlay.invalidate();
    }
    let locale = app.viewer.locale();
    let has_other_mistakes = was_broken || diagnostics(&new) != diagnostics(&old);
    if has_other_mistakes || new.conference != old.conference {
        let mistakes = diagnostics_notice(&new).filter(|_| has_other_mistakes);
        app.notice = Some(mistakes.unwrap_or_else(|| Notice::Done(locale.text(Message::NoticeReloaded))));
    }
    if is_same { Vec::new() } else { conference::replace_schedule(app, opened) }
}

/// Replaces the schedule after a reload, unless it has lost all of its content.
pub(super) fn reloaded(app: &mut App, result: Result<Loaded, OpenError>) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    // An explicit reload reports earlier errors again.
    state.reload_error = None;
    match result {
        Err(error) => failed(app, ReloadError::Unreadable(error), Message::NoticeFormerShown),
        Ok(opened) if opened.schedule.lost_everything_from(&state.schedule) => {
            failed(app, ReloadError::Incomplete(opened.schedule), Message::NoticeNoProgramLeft)
        }
        Ok(opened) => {
            let done = || Notice::Done(app.viewer.locale().text(Message::NoticeReloaded));
            let notice = files_notice(&opened, &app.viewer).or_else(|| diagnostics_notice(&opened.schedule));
            app.notice = Some(notice.unwrap_or_else(done));
            app.prompt = None;
            conference::replace_schedule(app, opened)
        }
    }
}

/// Reports an error and keeps the current edition.
pub(super) fn failed(app: &mut App, error: ReloadError, message: Message) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let is_known = state.reload_error.as_ref().is_some_and(|known| known.is_same(&error));
    let locale = app.viewer.locale();
    let sentence = locale.text(message);
    let sentence = match &error {
        ReloadError::Unreadable(error) => format!("{} {sentence}", error.sentence(locale)),
        ReloadError::Incomplete(_) => sentence,
    };
    state.reload_error = Some(error);
    if let Some(overlay) = &mut app.overlay {
        overlay.invalidate();
    }
    if !is_known {
        app.notice = Some(Notice::Failed(sentence));
    }
    Vec::new()
}

/// Returns the diagnostics without positions.
fn diagnostics(schedule: &LoadedSchedule) -> Vec<(Code, &[(&'static str, MessageArg)])> {
    schedule.diagnostics.iter().map(|diagnostic| (diagnostic.code, &diagnostic.args[..])).collect()
}
