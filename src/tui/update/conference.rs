//! Opens a conference, replaces it by another edition, and leaves it.

use std::path::PathBuf;

use super::{changes, time};
use crate::tui::app::{App, files_notice};
use crate::tui::layout_cache::LayoutCache;
use crate::tui::overlay::{Overlay, OverlayKind};
use crate::tui::{Effect, Loaded, StoreJob};

/// Shows a schedule that was read.
pub(super) fn open(app: &mut App, path: PathBuf, opened: Loaded) -> Vec<Effect> {
    let left = leave(app);
    let schedule = &opened.schedule;
    // The hints show the number of diagnostics; if there is no content, show the diagnostics themselves.
    let is_empty = schedule.conference.sessions.is_empty() && schedule.conference.people.is_empty();
    app.overlay = (schedule.counts().0 > 0 && is_empty).then(|| Overlay::new(OverlayKind::Problems));
    app.notice = files_notice(&opened, &app.viewer);
    app.show_conference(path, opened);
    app.prompt = None;
    left.chain(changes::load(app)).chain(time::tick(app)).collect()
}

/// Shows another edition of the open schedule.
pub(super) fn replace_schedule(app: &mut App, opened: Loaded) -> Vec<Effect> {
    let own = app.viewer.settings.clock;
    let Some(state) = &mut app.conference else { return Vec::new() };
    state.replace(opened.for_viewer(own));
    app.layout_cache = LayoutCache::default();
    if let Some(overlay) = &mut app.overlay {
        overlay.invalidate();
    }
    changes::load(app).into_iter().chain(time::tick(app)).collect()
}

/// Saves the position and quits.
pub(super) fn quit(app: &App) -> Vec<Effect> {
    leave(app).chain([Effect::Quit]).collect()
}

/// Returns the jobs that save unsaved changes and the position in the open conference.
fn leave(app: &App) -> impl Iterator<Item = Effect> + use<> {
    let state = app.conference.as_ref();
    let jobs = state.into_iter().flat_map(|state| {
        let identity = state.plan_context.identity.clone();
        let changes = state.plan_context.unsaved().to_vec();
        let change = (!changes.is_empty()).then(|| StoreJob::Change { identity: identity.clone(), changes });
        change.into_iter().chain([StoreJob::SavePosition { identity, place: state.position() }])
    });
    jobs.map(Effect::Store).collect::<Vec<_>>().into_iter()
}
