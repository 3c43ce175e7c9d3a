//! Current sessions, and changes since the last visit.

use std::sync::Arc;

use crate::i18n::Message;
use crate::keymap::Action;
use crate::presenter;
use crate::schedule::LoadedSchedule;
use crate::tui::app::{App, Notice};
use crate::tui::conference::{Pane, Past};
use crate::tui::{Effect, StoreJob};
use kurultai_schedule::plan::{Change, picked_first};

/// Goes to the current time in the agenda.
pub(super) fn jump_to_now(app: &mut App) {
    let Some(state) = &mut app.conference else { return };
    if state.running_day(&app.viewer).is_none() {
        app.notice = Some(Notice::Sentence(Message::NoticeNotToday));
        return;
    }
    let location = state.location();
    state.show(Pane::AGENDA);
    state.go_to_now(&app.viewer);
    if state.location() != location {
        state.push_history(location);
    }
}

/// Opens or closes the pane of current and next sessions.
pub(super) fn now(app: &mut App) {
    let Some(state) = &mut app.conference else { return };
    if state.running_day(&app.viewer).is_none() {
        app.notice = Some(Notice::Sentence(Message::NoticeNotToday));
    } else if state.pane == Pane::NOW {
        state.close_secondary();
    } else {
        state.picks_at_now = state.plan_context.status.picks.clone();
        state.open_secondary(Pane::NOW);
    }
}

/// Folds or unfolds the sessions that are over.
pub(super) fn fold_past(app: &mut App) {
    let Some(state) = &mut app.conference else { return };
    let Some((past, count)) = state.fold_past(&app.viewer) else {
        app.notice = Some(Notice::Sentence(Message::NoticeNotToday));
        return;
    };
    if !state.is_on_agenda() {
        state.show(Pane::AGENDA);
    }
    // The line with the folded sessions may be out of view.
    let locale = app.viewer.locale();
    app.notice = Some(Notice::Done(match (past, count) {
        (Past::Folded, 0) => locale.text(Message::NoticeNothingOver),
        (Past::Folded, count) => {
            let key = app.viewer.keymap().key_name(Action::FoldPast);
            presenter::count_with_key(Message::NoticeFolded, count, &key, locale)
        }
        (Past::Listed, _) => locale.text(Message::NoticeUnfolded),
    }));
}

/// Requests the changes since the last visit.
pub(super) fn load(app: &App) -> Vec<Effect> {
    let Some(state) = &app.conference else { return Vec::new() };
    let schedule = state.schedule.clone();
    vec![Effect::Store(StoreJob::LoadChanges { identity: state.plan_context.identity.clone(), schedule })]
}

/// Shows the number of changes, unless the schedule has been replaced since.
pub(super) fn loaded(app: &mut App, schedule: &Arc<LoadedSchedule>, changes: Vec<Change>) {
    let Some(state) = app.conference.as_mut().filter(|state| Arc::ptr_eq(&state.schedule, schedule)) else {
        return;
    };
    let plan_context = &mut state.plan_context;
    (plan_context.changes, plan_context.pick_changes) =
        picked_first(changes, &plan_context.plan, &plan_context.status.picks);
    let (all, own) = (plan_context.changes.len(), plan_context.pick_changes);
    state.refresh();
    let key = app.viewer.keymap().key_name(Action::Changes);
    app.warn(presenter::change_notice(app.viewer.locale(), all, own, &key));
}

/// Opens the pane of changes and marks them as seen.
pub(super) fn changes(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    if state.plan_context.changes.is_empty() {
        app.notice = Some(Notice::Sentence(Message::NoticeNoChanges));
        return Vec::new();
    }
    if state.pane != Pane::CHANGES {
        state.open_secondary(Pane::CHANGES);
    }
    let schedule = state.schedule.clone();
    vec![Effect::Store(StoreJob::MarkSeen { identity: state.plan_context.identity.clone(), schedule })]
}
