//! The program that is shown follows its file: what is saved is read, and what cannot be shown leaves the last good one.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Code;
use crate::fetch::OpenError;
use crate::i18n::{Message, MessageArg};
use crate::schedule::LoadedSchedule;
use crate::tui::app::{App, Notice, PendingLoad, mistakes};
use crate::tui::conference::Broken;
use crate::tui::{Effect, Loaded};

/// Somebody saved a file.
pub(super) fn changed(app: &mut App, path: &Path) {
    let is_followed = app.followed() == Some(path);
    if let Some(state) = app.conference.as_mut().filter(|_| is_followed) {
        state.is_stale = true;
    }
}

/// Reads what was saved, once for as often as it was, as soon as nothing else is being read or typed.
pub(super) fn catch_up(app: &mut App) -> Vec<Effect> {
    let is_free = app.pending_load.is_none() && app.prompt.is_none();
    let Some(state) = app.conference.as_mut().filter(|state| state.is_stale && is_free) else {
        return Vec::new();
    };
    state.is_stale = false;
    app.pending_load = Some(PendingLoad::Followed(state.path.clone()));
    vec![Effect::Read(state.path.clone())]
}

/// What was saved was read.
pub(super) fn followed(app: &mut App, result: Result<Loaded, OpenError>) -> Vec<Effect> {
    // What is being typed may be about what it was typed for.
    let is_typing = app.prompt.is_some();
    let Some(state) = &mut app.conference else { return Vec::new() };
    if is_typing {
        state.is_stale = true;
        return Vec::new();
    }
    let opened = match result {
        Ok(opened) if opened.schedule.lost_everything_from(&state.schedule) => {
            return broken(app, Broken::Program(opened.schedule), Message::NoticeNoProgramLeft);
        }
        Ok(opened) if state.is_partly_lost_in(&opened.schedule) => {
            return broken(app, Broken::Program(opened.schedule), Message::NoticeBroken);
        }
        Ok(opened) => opened,
        Err(error) => return broken(app, Broken::Unreadable(error), Message::NoticeFormerShown),
    };
    let was_broken = state.broken.take().is_some();
    let (is, was) = (Arc::clone(&opened.schedule), Arc::clone(&state.schedule));
    let is_same = is.source.text() == was.source.text();
    if let Some(overlay) = app.overlay.as_mut().filter(|_| was_broken || !is_same) {
        overlay.forget();
    }
    let locale = app.viewer.locale();
    let has_other_mistakes = was_broken || diagnostics(&is) != diagnostics(&was);
    if has_other_mistakes || is.conference != was.conference {
        let mistakes = mistakes(&is).filter(|_| has_other_mistakes);
        app.notice = Some(mistakes.unwrap_or_else(|| Notice::Done(locale.text(Message::NoticeReloaded))));
    }
    if is_same { Vec::new() } else { super::show_anew(app, opened) }
}

/// The former program stays, and what is wrong with the file can be looked at.
pub(super) fn broken(app: &mut App, broken: Broken, message: Message) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let is_known = state.broken.as_ref().is_some_and(|known| known.is(&broken));
    let locale = app.viewer.locale();
    let sentence = locale.text(message);
    let sentence = match &broken {
        Broken::Unreadable(error) => format!("{} {sentence}", error.sentence(locale)),
        Broken::Program(_) => sentence,
    };
    state.broken = Some(broken);
    if let Some(overlay) = &mut app.overlay {
        overlay.forget();
    }
    if !is_known {
        app.notice = Some(Notice::Failed(sentence));
    }
    Vec::new()
}

/// What is wrong, wherever it stands in the file.
fn diagnostics(schedule: &LoadedSchedule) -> Vec<(Code, &[(&'static str, MessageArg)])> {
    schedule.diagnostics.iter().map(|diagnostic| (diagnostic.code, &diagnostic.args[..])).collect()
}
