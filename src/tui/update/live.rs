//! The program that is shown follows its file: what is saved is read, and what cannot be shown leaves the last good one.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Code;
use crate::fetch::OpenError;
use crate::locale::{Message, Value};
use crate::program::Program;
use crate::tui::app::{App, Awaited, Notice, mistakes};
use crate::tui::visit::Broken;
use crate::tui::{Effect, Opened};

/// Somebody saved a file.
pub(super) fn changed(app: &mut App, path: &Path) {
    let is_followed = app.followed() == Some(path);
    if let Some(visit) = app.visit.as_mut().filter(|_| is_followed) {
        visit.is_stale = true;
    }
}

/// Reads what was saved, once for as often as it was, as soon as nothing else is being read or typed.
pub(super) fn catch_up(app: &mut App) -> Vec<Effect> {
    let is_free = app.awaited.is_none() && app.prompt.is_none();
    let Some(visit) = app.visit.as_mut().filter(|visit| visit.is_stale && is_free) else { return Vec::new() };
    visit.is_stale = false;
    app.awaited = Some(Awaited::Followed(visit.path.clone()));
    vec![Effect::Read(visit.path.clone())]
}

/// What was saved was read.
pub(super) fn followed(app: &mut App, result: Result<Opened, OpenError>) -> Vec<Effect> {
    // What is being typed may be about what it was typed for.
    let is_typing = app.prompt.is_some();
    let Some(visit) = &mut app.visit else { return Vec::new() };
    if is_typing {
        visit.is_stale = true;
        return Vec::new();
    }
    let opened = match result {
        Ok(opened) if opened.program.has_nothing_left_of(&visit.program) => {
            return broken(app, Broken::Program(opened.program), Message::NoticeNoProgramLeft);
        }
        Ok(opened) if visit.is_partly_lost_in(&opened.program) => {
            return broken(app, Broken::Program(opened.program), Message::NoticeBroken);
        }
        Ok(opened) => opened,
        Err(error) => return broken(app, Broken::Unreadable(error), Message::NoticeFormerShown),
    };
    let was_broken = visit.broken.take().is_some();
    let (is, was) = (Arc::clone(&opened.program), Arc::clone(&visit.program));
    let is_same = is.source.text() == was.source.text();
    if let Some(overlay) = app.overlay.as_mut().filter(|_| was_broken || !is_same) {
        overlay.forget();
    }
    let locale = app.viewer.locale();
    let has_other_mistakes = was_broken || findings(&is) != findings(&was);
    if has_other_mistakes || is.conference != was.conference {
        let mistakes = mistakes(&is).filter(|_| has_other_mistakes);
        app.notice = Some(mistakes.unwrap_or_else(|| Notice::Done(locale.text(Message::NoticeReloaded))));
    }
    if is_same { Vec::new() } else { super::show_anew(app, opened) }
}

/// The former program stays, and what is wrong with the file can be looked at.
pub(super) fn broken(app: &mut App, broken: Broken, message: Message) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    let is_known = visit.broken.as_ref().is_some_and(|known| known.is(&broken));
    let locale = app.viewer.locale();
    let sentence = locale.text(message);
    let sentence = match &broken {
        Broken::Unreadable(error) => format!("{} {sentence}", error.sentence(locale)),
        Broken::Program(_) => sentence,
    };
    visit.broken = Some(broken);
    if let Some(overlay) = &mut app.overlay {
        overlay.forget();
    }
    if !is_known {
        app.notice = Some(Notice::Failed(sentence));
    }
    Vec::new()
}

/// What is wrong, wherever it stands in the file.
fn findings(program: &Program) -> Vec<(Code, &[(&'static str, Value)])> {
    program.findings.iter().map(|finding| (finding.code, &finding.values[..])).collect()
}
