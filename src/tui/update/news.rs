//! What is on, and what is new: the ways to now, and what changed since the program was last looked at.

use std::sync::Arc;

use crate::locale::Message;
use crate::plan::{Change, mine_first};
use crate::program::Program;
use crate::tui::app::{App, Notice};
use crate::tui::visit::{Pane, Past};
use crate::tui::{Effect, Errand};
use crate::wording;

/// Goes to what runs now.
pub(super) fn today(app: &mut App) {
    let Some(visit) = &mut app.visit else { return };
    if visit.running_day(&app.viewer).is_none() {
        app.notice = Some(Notice::Sentence(Message::NoticeNotToday));
        return;
    }
    let spot = visit.spot();
    visit.show(Pane::Agenda);
    visit.go_to_now(&app.viewer);
    if visit.spot() != spot {
        visit.remember(spot);
    }
}

/// Shows what is on now and next.
pub(super) fn now(app: &mut App) {
    let Some(visit) = &mut app.visit else { return };
    if visit.running_day(&app.viewer).is_none() {
        app.notice = Some(Notice::Sentence(Message::NoticeNotToday));
    } else if visit.pane == Pane::Now {
        visit.close_over();
    } else {
        visit.picks_at_now = visit.mine.planned.picks.clone();
        visit.open_over(Pane::Now);
    }
}

/// Folds the sessions that are over into one line, or shows them again.
pub(super) fn fold_past(app: &mut App) {
    let Some(visit) = &mut app.visit else { return };
    let Some((past, count)) = visit.fold_past(&app.viewer) else {
        app.notice = Some(Notice::Sentence(Message::NoticeNotToday));
        return;
    };
    if visit.pane != Pane::Agenda {
        visit.show(Pane::Agenda);
    }
    // The line in which they are may be above those in view.
    let locale = app.viewer.locale();
    app.notice = Some(Notice::Done(match (past, count) {
        (Past::Folded, 0) => locale.text(Message::NoticeNothingOver),
        (Past::Folded, count) => locale.count(Message::NoticeFolded, count),
        (Past::Listed, _) => locale.text(Message::NoticeUnfolded),
    }));
}

/// Asks what is new in the program that is shown.
pub(super) fn recall(app: &App) -> Vec<Effect> {
    let Some(visit) = &app.visit else { return Vec::new() };
    let program = visit.program.clone();
    vec![Effect::Keep(Errand::Recall { identity: visit.mine.identity.clone(), program })]
}

/// Something is new; of a state of the program that is not shown any more nothing is said.
pub(super) fn recalled(app: &mut App, program: &Arc<Program>, changes: Vec<Change>) {
    let Some(visit) = app.visit.as_mut().filter(|visit| Arc::ptr_eq(&visit.program, program)) else { return };
    let mine = &mut visit.mine;
    (mine.changes, mine.own_changes) = mine_first(changes, &mine.plan, &mine.planned.picks);
    let (all, own) = (mine.changes.len(), mine.own_changes);
    visit.refresh();
    app.warn(wording::change_notice(app.viewer.locale(), all, own));
}

/// Shows what is new; from then on it is known.
pub(super) fn changes(app: &mut App) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    if visit.mine.changes.is_empty() {
        app.notice = Some(Notice::Sentence(Message::NoticeNoChanges));
        return Vec::new();
    }
    if visit.pane != Pane::Changes {
        visit.open_over(Pane::Changes);
    }
    let program = visit.program.clone();
    vec![Effect::Keep(Errand::Remember { identity: visit.mine.identity.clone(), program })]
}
