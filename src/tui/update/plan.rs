//! Changes of the plan: picks, priorities, hidden sessions.

use chrono::NaiveDateTime;

use super::time;
use crate::i18n::Message;
use crate::keymap::Action;
use crate::presenter;
use crate::store::{self, ConferenceKey, SaveResult, StoreError};
use crate::tui::app::{App, Notice};
use crate::tui::conference::{PaneItem, UndoStep};
use crate::tui::{Effect, StoreJob};
use kurultai_schedule::model::{
    HiddenItem, LocalizedText, Pick, Plan, PlanChange, Priority, SessionId, SessionSnapshot, SnapshotKey,
};
use kurultai_schedule::text::SafeText;

/// Performs an action on the plan.
pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(state) = &app.conference else { return Vec::new() };
    let Some(item) = app.layout_cache.plan_target(state) else { return Vec::new() };
    // On the page of a room or track, hide all of it, rather than the session of the selected link.
    let item = match state.current_item() {
        Some(whole @ (PaneItem::Room(_) | PaneItem::Track(_))) if action == Action::Hide => whole,
        _ => item,
    };
    match (action, item) {
        (Action::Pick, PaneItem::Session(id)) => {
            let priority =
                if state.plan_context.priority(id).is_some() { None } else { Some(Priority::Must) };
            pick(app, id, priority)
        }
        (Action::TogglePriority, PaneItem::Session(id)) => {
            let priority = if state.plan_context.priority(id) == Some(Priority::Maybe) {
                Priority::Must
            } else {
                Priority::Maybe
            };
            pick(app, id, Some(priority))
        }
        (Action::Pick, PaneItem::Gone(at)) => {
            let Some(gone) = state.plan_context.plan.picks.get(at) else { return Vec::new() };
            let (session, title) = (gone.session.clone(), gone.session.title.clone());
            notify(app, Message::NoticeUnpicked, &title.unwrap_or_default());
            change(app, vec![PlanChange::Unpick(session)])
        }
        (Action::TogglePriority, PaneItem::Gone(at)) => {
            let Some(gone) = state.plan_context.plan.picks.get(at).cloned() else { return Vec::new() };
            let priority = if gone.priority == Priority::Must { Priority::Maybe } else { Priority::Must };
            change(app, vec![PlanChange::Pick(Pick { priority, ..gone })])
        }
        (Action::Pick, PaneItem::Busy(at)) => {
            let Some(busy) = state.plan_context.plan.busy.get(at).cloned() else { return Vec::new() };
            let time = |time: NaiveDateTime| app.viewer.locale().time(time.time());
            let times = || format!("{}–{}", time(busy.start), time(busy.end));
            let what = busy.title.as_ref().map_or_else(times, ToString::to_string);
            notify(app, Message::NoticeFree, &what);
            change(app, vec![PlanChange::Free(busy)])
        }
        (Action::Hide, item) => hide(app, item),
        _ => Vec::new(),
    }
}

fn pick(app: &mut App, id: SessionId, priority: Option<Priority>) -> Vec<Effect> {
    let Some(session) = snapshot(app, id) else { return Vec::new() };
    let Some(state) = &app.conference else { return Vec::new() };
    let conference = &state.schedule.conference;
    // In an earlier edition of the schedule, it may have been picked under another name.
    let former =
        state.plan_context.status.picks.names(&state.plan_context.plan, id).cloned().map(PlanChange::Unpick);
    let picked = priority.map(|priority| PlanChange::Pick(Pick { session, priority }));
    let changes: Vec<PlanChange> = former.chain(picked).collect();
    let title = state.presenter(&app.viewer).title(conference.session(id));
    let message = match priority {
        None => Message::NoticeUnpicked,
        Some(Priority::Must) => Message::NoticePicked,
        Some(Priority::Maybe) => Message::NoticePickedMaybe,
    };
    notify(app, message, &title);
    change(app, changes)
}

/// Returns the snapshot of a session for the plan. `None`, with a notice, if the session cannot be
/// distinguished from others.
pub(super) fn snapshot(app: &mut App, id: SessionId) -> Option<SessionSnapshot> {
    let conference = &app.conference.as_ref()?.schedule.conference;
    let session = conference.snapshot(id);
    let is_same = |other: SessionId| other != id && conference.snapshot(other).key() == session.key();
    let is_known = match session.key() {
        SnapshotKey::Nothing => false,
        SnapshotKey::Place(..) => {
            let untitled = (0..conference.sessions.len()).map(SessionId::new);
            let mut untitled = untitled.filter(|id| conference.session(*id).title.is_none());
            !untitled.any(is_same)
        }
        _ => true,
    };
    if !is_known {
        app.notice = Some(Notice::Sentence(Message::NoticeNoName));
    }
    is_known.then_some(session)
}

/// Hides an item, or shows it again.
fn hide(app: &mut App, item: PaneItem) -> Vec<Effect> {
    let session = match item {
        PaneItem::Session(id) => match snapshot(app, id) {
            Some(session) => Some(session),
            None => return Vec::new(),
        },
        _ => None,
    };
    let Some(state) = &app.conference else { return Vec::new() };
    let conference = &state.schedule.conference;
    let own = conference.reading(None);
    let name = |name: &Option<LocalizedText>, id: &Option<SafeText>| {
        name.as_ref().map(|name| name.get(&own).clone()).or_else(|| id.clone())
    };
    let what = match item {
        PaneItem::Session(_) => session.map(HiddenItem::Session),
        PaneItem::Room(id) => {
            let room = conference.room(id);
            name(&room.name, &room.id).map(HiddenItem::Room)
        }
        PaneItem::Track(id) => {
            let track = conference.track(id);
            name(&track.name, &track.id).map(HiddenItem::Track)
        }
        _ => None,
    };
    let Some(what) = what else { return Vec::new() };
    let name = item.name(&state.presenter(&app.viewer)).unwrap_or_default();
    // A pick cannot be hidden.
    if let PaneItem::Session(id) = item
        && state.plan_context.priority(id).is_some()
        && !state.plan_context.status.picks.is_hidden(id)
    {
        notify(app, Message::NoticeHidePicked, &name);
        return Vec::new();
    }
    // In an earlier edition of the schedule, it may have been hidden under another name.
    let plan = &state.plan_context.plan;
    let mut shown: Vec<PlanChange> =
        plan.hidden.iter().filter(|hidden| hidden.is_same(&what)).cloned().map(PlanChange::Unhide).collect();
    if let PaneItem::Session(id) = item {
        let names = state.plan_context.status.picks.hidden_names(plan, id).cloned();
        shown.extend(names.map(HiddenItem::Session).map(PlanChange::Unhide));
    }
    if shown.is_empty() {
        notify(app, Message::NoticeHidden, &name);
        return change(app, vec![PlanChange::Hide(what)]);
    }
    notify(app, Message::NoticeUnhidden, &name);
    change(app, shown)
}

/// Changes the plan, so that it can be undone, and saves it.
pub(super) fn change(app: &mut App, changes: Vec<PlanChange>) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let notice =
        if let Some(Notice::Done(sentence)) = &app.notice { sentence.clone() } else { String::new() };
    state.plan_context.remember(&changes, notice);
    apply(app, changes)
}

/// Undoes the last change of the plan.
pub(super) fn undo(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let Some(UndoStep { changes, notice }) = state.plan_context.last_change() else {
        app.notice = Some(Notice::Sentence(Message::NoticeNothingToUndo));
        return Vec::new();
    };
    let locale = app.viewer.locale();
    app.notice = Some(Notice::Done(if notice.is_empty() {
        locale.text(Message::NoticeUndone)
    } else {
        locale.quoting(Message::NoticeUndoneChange, &notice)
    }));
    apply(app, changes)
}

/// Changes the plan and saves it.
fn apply(app: &mut App, changes: Vec<PlanChange>) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let schedule = state.schedule.clone();
    let identity = state.plan_context.identity.clone();
    let changes = state.plan_context.change(changes, &schedule);
    let is_changed = !changes.is_empty();
    let save = is_changed.then_some(Effect::Store(StoreJob::Change { identity, changes }));
    state.apply_filter();
    // A new pick may begin soon.
    save.into_iter().chain(time::remind(app)).collect()
}

pub(super) fn notify(app: &mut App, message: Message, title: &str) {
    app.notice = Some(Notice::Done(app.viewer.locale().quoting(message, title)));
}

/// Applies the plan as it was saved.
pub(super) fn saved(app: &mut App, identity: &ConferenceKey, saved: SaveResult) {
    if let Some(state) = app.conference.as_mut().filter(|state| state.plan_context.identity == *identity) {
        let schedule = state.schedule.clone();
        state.plan_context.saved(saved.plan, &schedule);
        state.apply_filter();
    }
    if !saved.notices.is_empty() {
        let notices =
            saved.notices.iter().map(|notice| presenter::store_warning(notice, app.viewer.locale()));
        app.notice = Some(Notice::Failed(notices.collect::<Vec<_>>().join(" ")));
    }
}

/// Reads the plan again after its file has changed.
pub(super) fn reload(app: &App) -> Vec<Effect> {
    let identity = app.conference.as_ref().map(|state| state.plan_context.identity.clone());
    identity.map(|identity| Effect::Store(StoreJob::ReloadPlan { identity })).into_iter().collect()
}

/// Applies the plan from its file.
pub(super) fn reloaded(app: &mut App, identity: &ConferenceKey, plan: Plan, notices: &[store::StoreWarning]) {
    let Some(state) = app.conference.as_mut().filter(|state| state.plan_context.identity == *identity) else {
        return;
    };
    let schedule = state.schedule.clone();
    if state.plan_context.reload(plan, &schedule) {
        state.apply_filter();
        if let Some(notice) = notices.first() {
            app.notice = Some(Notice::Failed(presenter::store_warning(notice, app.viewer.locale())));
        }
    }
}

/// Keeps changes that could not be saved.
pub(super) fn not_saved(
    app: &mut App,
    identity: &ConferenceKey,
    changes: Vec<PlanChange>,
    why: Option<StoreError>,
) {
    if let Some(state) = app.conference.as_mut().filter(|state| state.plan_context.identity == *identity) {
        state.plan_context.not_saved(changes);
    }
    let locale = app.viewer.locale();
    let why = match why {
        Some(error) => {
            format!("{} {}", presenter::store_error(&error, locale), locale.text(Message::NoticeNotSaved))
        }
        None => locale.text(Message::NoHome),
    };
    app.notice = Some(Notice::Failed(why));
}
