//! [`update()`]: handles messages.

mod changes;
mod events;
mod export;
mod facets;
mod fetch;
mod mouse;
mod navigation;
mod plan;
mod plan_input;
mod prompt;
mod reload;
mod search;
mod timeline;

use std::path::{Path, PathBuf};

use super::app::{App, Notice, PendingLoad, diagnostics_notice, files_notice};
use super::conference::ReloadError;
use super::event_list::{EventList, Progress};
use super::layout_cache::LayoutCache;
use super::overlay::{KeyEffect, Overlay, OverlayKind};
use super::view::message_rows;
use super::widget::List;
use super::{Effect, Loaded, Msg, StoreJob};
use crate::config::{Notify, Reminders};
use crate::fetch::{OpenError, ScheduleUrl};
use crate::i18n::Message;
use crate::keymap::{Action, Key};
use crate::presenter;
use crate::schedule::is_standard_input;

/// Handles a message: changes the state and returns the side effects.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    match msg {
        Msg::Key(key) => {
            let had_notice = app.notice.take().is_some();
            effects = press(app, key, had_notice);
            app.notice = app.notice.take().or_else(|| app.queued_notice.take());
        }
        Msg::Pointer(pointer) => {
            let message = message_rows(app);
            let had_notice = app.notice.take().is_some();
            effects = mouse::act(app, pointer, message, had_notice);
            app.notice = app.notice.take().or_else(|| app.queued_notice.take());
        }
        Msg::Paste(text) if app.overlay.is_some() => {
            if let Some(overlay) = &mut app.overlay {
                overlay.paste(&text);
            }
        }
        Msg::Paste(text) if app.has_prompt() => effects = prompt::paste(app, &text),
        Msg::Paste(text) => events::paste(app, &text),
        Msg::StillSaving { waits_for_another } => {
            let why = if waits_for_another { Message::NoticeSavingOther } else { Message::NoticeSavingDisk };
            (app.overlay, app.prompt) = (None, None);
            app.notice = Some(Notice::Warning(app.viewer.locale().text(why)));
        }
        Msg::Background(background) => {
            app.viewer.settings.theme = app.viewer.settings.theme.on(background);
        }
        Msg::Resize(width, height) => app.viewer.size = (width, height),
        Msg::Tick(now) => {
            let is_first = app.viewer.now.replace(now).is_none();
            match &mut app.conference {
                Some(state) if is_first => {
                    state.go_to_now(&app.viewer);
                    let path = state.path.clone();
                    effects = changes::load(app);
                    effects.extend(fetch::begin(app, &path, false));
                }
                None if is_first => effects = start(app),
                _ => {}
            }
            effects.extend(tick(app));
        }
        Msg::CannotSuspend => app.notice = Some(Notice::Sentence(Message::NoticeCannotSuspend)),
        Msg::CannotOpen(address) => effects = navigation::cannot_open(app, &address),
        Msg::Found(found) => found.into_iter().for_each(|(path, found)| app.events.add(path, found)),
        Msg::Listed => app.events.finish(),
        Msg::Read(path, result) => effects = read(app, &path, result.map(|opened| *opened)),
        Msg::Fetching(path, bytes, all) => fetch::progress(app, &path, bytes, all),
        Msg::Fetched(path, result) => effects = fetch::end(app, path, result),
        Msg::Changed(path) => reload::changed(app, &path),
        Msg::SearchFinished(response) => effects = search::finished(app, response),
        Msg::Saved(identity, saved) => plan::saved(app, &identity, saved),
        Msg::NotSaved(identity, changes, why) => plan::not_saved(app, &identity, changes, why),
        Msg::PlanChanged => effects = plan::reload(app),
        Msg::PlanReloaded(identity, plan, notices) => plan::reloaded(app, &identity, plan, &notices),
        Msg::ChangesLoaded(schedule, changes) => changes::loaded(app, &schedule, changes),
        Msg::Exported(result) => export::done(app, result),
    }
    effects.extend(fetch::catch_up(app));
    effects.extend(reload::catch_up(app));
    app.relayout();
    effects
}

/// Starts without an open conference: loads the requested one or the event list.
fn start(app: &mut App) -> Vec<Effect> {
    match &app.pending_load {
        Some(PendingLoad::Open(path)) if ScheduleUrl::from_path(path).is_some() => {
            fetch::begin(app, &path.clone(), false)
        }
        Some(PendingLoad::Open(path)) => vec![Effect::Read(path.clone())],
        _ => load_event_list(&mut app.events),
    }
}

/// Updates everything that depends on the time.
fn tick(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    state.minute = state.venue_minute(&app.viewer);
    if state.filter.needs_clock() {
        state.apply_filter();
    }
    let former = app.shown_reminder();
    let effects = remind(app);
    // A reminder is more important than the result of an earlier action.
    if former.is_none() && app.shown_reminder().is_some() && matches!(app.notice, Some(Notice::Done(_))) {
        app.notice = None;
    }
    effects
}

/// Returns an alert for new reminders.
fn remind(app: &mut App) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    let due = state.remind(&app.viewer);
    let Reminders { bell, notify, .. } = app.viewer.settings.reminders;
    if due.is_empty() || !(bell || notify != Notify::Off) {
        return Vec::new();
    }
    vec![Effect::Alert { text: due.join(" · "), bell, notify }]
}

fn press(app: &mut App, key: Key, had_notice: bool) -> Vec<Effect> {
    if let Some(overlay) = app.overlay.as_mut().filter(|overlay| overlay.types_text()) {
        match overlay.press(key, app.viewer.keymap().action(key)) {
            KeyEffect::Open => {}
            KeyEffect::Close => app.overlay = None,
            KeyEffect::Perform(action) => return act(app, action),
        }
        return Vec::new();
    }
    if app.has_prompt() && app.overlay.is_none() {
        return prompt::press(app, key);
    }
    if app.is_text_input() {
        return events::press(app, key);
    }
    let Some(action) = app.viewer.keymap().action(key) else {
        app.notice = app.overlay.is_none().then(|| unbound(app, key));
        return Vec::new();
    };
    // If a reminder is visible, dismiss it first.
    if action == Action::Back && !had_notice && app.overlay.is_none() && app.shown_reminder().is_some() {
        dismiss_reminders(app);
        return Vec::new();
    }
    act(app, action)
}

fn dismiss_reminders(app: &mut App) {
    if let Some(state) = &mut app.conference {
        state.dismiss_reminders(&app.viewer);
    }
}

/// Returns the notice for an unbound key.
fn unbound(app: &App, key: Key) -> Notice {
    let help = app.viewer.keymap().key_name(Action::Help);
    Notice::Done(presenter::unbound_key(&key.to_string(), &help, app.viewer.locale()))
}

/// Performs an action.
fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Quit => return quit(app),
        Action::Suspend => return vec![Effect::Suspend],
        _ => {}
    }
    if let Some(overlay) = &mut app.overlay {
        if !overlay.act(action) {
            app.overlay = None;
        }
        return Vec::new();
    }
    match action {
        Action::Help => app.overlay = Some(Overlay::new(OverlayKind::Help)),
        Action::Mistakes if app.conference.is_some() => {
            app.overlay = Some(Overlay::new(OverlayKind::Mistakes));
        }
        Action::EventList => return show_event_list(app),
        Action::Reload => return reload(app),
        Action::Copy => return navigation::copy(app),
        Action::Open if search::is_in_hits(app) => search::go_to_selected(app),
        Action::Search => return search::open(app),
        Action::Filter => return facets::open(app),
        Action::ClearFilter => facets::clear(app),
        Action::ShowHidden => facets::show_hidden(app),
        Action::Note | Action::Busy => plan_input::open(app, action),
        Action::NextHit => search::step(app, 1),
        Action::PreviousHit => search::step(app, -1),
        Action::Pick | Action::TogglePriority | Action::Mute => return plan::act(app, action),
        Action::JumpToNow => changes::jump_to_now(app),
        Action::ShowNow => changes::now(app),
        Action::FoldPast => changes::fold_past(app),
        Action::Changes => return changes::changes(app),
        Action::ExportPlan => return export::plan(app),
        Action::Timeline => timeline::toggle(app),
        Action::Language => navigation::next_language(app),
        Action::ToggleTimeZone => navigation::toggle_time_zone(app),
        _ => {
            let App { conference, layout_cache, viewer, .. } = app;
            if let Some(state) = conference {
                let address = navigation::act(state, layout_cache, viewer, action);
                layout_cache.update(state, viewer);
                return address.map(|address| navigation::open(app, address)).unwrap_or_default();
            }
        }
    }
    Vec::new()
}

/// Saves the position and quits.
fn quit(app: &App) -> Vec<Effect> {
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

/// Shows the event list and loads it again.
fn show_event_list(app: &mut App) -> Vec<Effect> {
    app.shows_events = true;
    load_event_list(&mut app.events)
}

fn load_event_list(events: &mut EventList) -> Vec<Effect> {
    if events.progress == Progress::Reading {
        return Vec::new();
    }
    events.begin();
    vec![Effect::List(events.places.clone())]
}

fn reload(app: &mut App) -> Vec<Effect> {
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
    let is_read = app.pending_load == Some(PendingLoad::Followed(path.clone()));
    app.pending_load = again;
    app.notice = Some(Notice::Done(app.viewer.locale().text(Message::NoticeReading)));
    if is_read { Vec::new() } else { vec![Effect::Follow, Effect::Read(path)] }
}

/// Handles a file that has been read, if it is still needed.
fn read(app: &mut App, path: &Path, result: Result<Loaded, OpenError>) -> Vec<Effect> {
    match app.pending_load.take() {
        Some(PendingLoad::Open(awaited)) if *awaited == *path => match result {
            Ok(opened) => {
                let mut effects = open(app, path.into(), opened);
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
                    return load_event_list(&mut app.events);
                }
            }
        },
        Some(PendingLoad::Reload(awaited)) if *awaited == *path => return reloaded(app, result),
        Some(PendingLoad::Followed(awaited)) if *awaited == *path => return reload::followed(app, result),
        other => {
            app.pending_load = other;
            reload::changed(app, path);
        }
    }
    Vec::new()
}

fn open(app: &mut App, path: PathBuf, opened: Loaded) -> Vec<Effect> {
    let left = leave(app);
    let schedule = &opened.schedule;
    // The hints show the number of diagnostics; if there is no content, show the diagnostics themselves.
    let is_empty = schedule.conference.sessions.is_empty() && schedule.conference.people.is_empty();
    app.overlay = (schedule.counts().0 > 0 && is_empty).then(|| Overlay::new(OverlayKind::Mistakes));
    app.notice = files_notice(&opened, &app.viewer);
    app.show_conference(path, opened);
    app.prompt = None;
    left.chain(changes::load(app)).chain(tick(app)).collect()
}

/// Replaces the schedule after a reload, unless it has lost all of its content.
fn reloaded(app: &mut App, result: Result<Loaded, OpenError>) -> Vec<Effect> {
    let Some(state) = &mut app.conference else { return Vec::new() };
    // An explicit reload reports earlier errors again.
    state.reload_error = None;
    match result {
        Err(error) => reload::failed(app, ReloadError::Unreadable(error), Message::NoticeFormerShown),
        Ok(opened) if opened.schedule.lost_everything_from(&state.schedule) => {
            reload::failed(app, ReloadError::Incomplete(opened.schedule), Message::NoticeNoProgramLeft)
        }
        Ok(opened) => {
            let done = || Notice::Done(app.viewer.locale().text(Message::NoticeReloaded));
            let notice = files_notice(&opened, &app.viewer).or_else(|| diagnostics_notice(&opened.schedule));
            app.notice = Some(notice.unwrap_or_else(done));
            app.prompt = None;
            replace_schedule(app, opened)
        }
    }
}

/// Shows another edition of the open schedule.
fn replace_schedule(app: &mut App, opened: Loaded) -> Vec<Effect> {
    let own = app.viewer.settings.clock;
    let Some(state) = &mut app.conference else { return Vec::new() };
    state.replace(opened.for_reader(own));
    app.layout_cache = LayoutCache::default();
    if let Some(overlay) = &mut app.overlay {
        overlay.invalidate();
    }
    changes::load(app).into_iter().chain(tick(app)).collect()
}

/// Returns the selection after a motion in a list with this many rows.
fn selection_after<T: Copy + PartialEq>(
    list: &List<T>,
    selected: Option<T>,
    action: Action,
    height: usize,
) -> Option<T> {
    let page = isize::try_from(height.max(2) - 1).unwrap_or(isize::MAX);
    match action {
        Action::Down => list.step(selected, 1),
        Action::Up => list.step(selected, -1),
        Action::First => list.step(selected, isize::MIN),
        Action::Last => list.step(selected, isize::MAX),
        Action::PageDown => list.step_page(selected, page),
        Action::PageUp => list.step_page(selected, -page),
        Action::NextGroup => list.step_group(selected, true),
        Action::PreviousGroup => list.step_group(selected, false),
        Action::HalfPageDown => list.step_page(selected, (page / 2).max(1)),
        Action::HalfPageUp => list.step_page(selected, -(page / 2).max(1)),
        _ => selected,
    }
}
