//! [`update()`]: what a message does to the state.

mod events;
mod export;
mod facets;
mod fetch;
mod live;
mod news;
mod notes;
mod plan;
mod pointer;
mod prompt;
mod search;
mod timeline;
mod visit;

use std::path::{Path, PathBuf};

use super::app::{App, Awaited, Notice, mistakes, of_files};
use super::events::{Events, Progress};
use super::overlay::{About, Overlay, Pressed};
use super::view::message_rows;
use super::visit::{Broken, Visit};
use super::widget::List;
use super::{Effect, Errand, Msg, Opened};
use crate::config::{Notify, Reminders};
use crate::fetch::{Address, OpenError};
use crate::keymap::{Action, Key, action, keys};
use crate::locale::Message;
use crate::program::is_standard_input;
use crate::wording;

/// Answers a message: changes the state, and says what the world must do.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    match msg {
        Msg::Key(key) => {
            let had_notice = app.notice.take().is_some();
            effects = press(app, key, had_notice);
            app.notice = app.notice.take().or_else(|| app.unread.take());
        }
        Msg::Pointer(pointer) => {
            let message = message_rows(app);
            let had_notice = app.notice.take().is_some();
            effects = pointer::act(app, pointer, message, had_notice);
            app.notice = app.notice.take().or_else(|| app.unread.take());
        }
        Msg::Paste(text) if app.overlay.is_some() => {
            if let Some(overlay) = &mut app.overlay {
                overlay.paste(&text);
            }
        }
        Msg::Paste(text) if app.is_asked() => effects = prompt::paste(app, &text),
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
            match &mut app.visit {
                Some(visit) if is_first => {
                    visit.go_to_now(&app.viewer);
                    let path = visit.path.clone();
                    effects = news::recall(app);
                    effects.extend(fetch::begin(app, &path, false));
                }
                None if is_first => effects = begin(app),
                _ => {}
            }
            effects.extend(tick(app));
        }
        Msg::CannotSuspend => app.notice = Some(Notice::Sentence(Message::NoticeCannotSuspend)),
        Msg::CannotOpen(address) => effects = visit::cannot_open(app, &address),
        Msg::Found(found) => found.into_iter().for_each(|(path, found)| app.events.found(path, found)),
        Msg::Listed => app.events.finish(),
        Msg::Read(path, result) => effects = read(app, &path, result.map(|opened| *opened)),
        Msg::Fetching(path, bytes, all) => fetch::progress(app, &path, bytes, all),
        Msg::Fetched(path, result) => effects = fetch::end(app, path, result),
        Msg::Changed(path) => live::changed(app, &path),
        Msg::Caught(of) => effects = search::caught(app, of),
        Msg::Saved(identity, saved) => plan::saved(app, &identity, saved),
        Msg::NotSaved(identity, changes, why) => plan::not_saved(app, &identity, changes, why),
        Msg::PlanChanged => effects = plan::look_again(app),
        Msg::Reread(identity, plan, notices) => plan::reread(app, &identity, plan, &notices),
        Msg::Recalled(program, changes) => news::recalled(app, &program, changes),
        Msg::Exported(result) => export::done(app, result),
    }
    effects.extend(fetch::catch_up(app));
    effects.extend(live::catch_up(app));
    app.arrange();
    effects
}

/// What is done first where no program is open: the list is made, or the program awaited that was asked for.
fn begin(app: &mut App) -> Vec<Effect> {
    match &app.awaited {
        Some(Awaited::Open(path)) if Address::meant(path).is_some() => {
            fetch::begin(app, &path.clone(), false)
        }
        Some(Awaited::Open(path)) => vec![Effect::Read(path.clone())],
        _ => look_for_events(&mut app.events),
    }
}

/// It is another minute: what is shown may depend on it, and something picked may be about to begin.
fn tick(app: &mut App) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    visit.minute = visit.minute_of(&app.viewer);
    if visit.filtered.needs_clock() {
        visit.refilter();
    }
    let former = app.shown_reminder();
    let effects = remind(app);
    // What was done is old news by now.
    if former.is_none() && app.shown_reminder().is_some() && matches!(app.notice, Some(Notice::Done(_))) {
        app.notice = None;
    }
    effects
}

/// Alerts of what is picked and about to begin, each session once.
fn remind(app: &mut App) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    let due = visit.remind(&app.viewer);
    let Reminders { bell, notify, .. } = app.viewer.settings.reminders;
    if due.is_empty() || !(bell || notify != Notify::Off) {
        return Vec::new();
    }
    vec![Effect::Alert { text: due.join(" · "), bell, notify }]
}

fn press(app: &mut App, key: Key, had_notice: bool) -> Vec<Effect> {
    if let Some(overlay) = app.overlay.as_mut().filter(|overlay| overlay.types_text()) {
        match overlay.press(key) {
            Pressed::Stays => {}
            Pressed::Closes => app.overlay = None,
            Pressed::Asks(action) => return act(app, action),
        }
        return Vec::new();
    }
    if app.is_asked() && app.overlay.is_none() {
        return prompt::press(app, key);
    }
    if app.types_text() {
        return events::press(app, key);
    }
    let Some(action) = action(key) else {
        app.notice = app.overlay.is_none().then(|| unbound(app, key));
        return Vec::new();
    };
    // A reminder that is to be seen is dismissed before anything is left.
    if action == Action::Back && !had_notice && app.overlay.is_none() && app.shown_reminder().is_some() {
        dismiss_reminders(app);
        return Vec::new();
    }
    act(app, action)
}

fn dismiss_reminders(app: &mut App) {
    if let Some(visit) = &mut app.visit {
        visit.dismiss_reminders(&app.viewer);
    }
}

/// Tells that a key does nothing, and which key shows those that do.
fn unbound(app: &App, key: Key) -> Notice {
    let help = keys(Action::Help).first().map(ToString::to_string).unwrap_or_default();
    Notice::Done(wording::unbound_key(&key.to_string(), &help, app.viewer.locale()))
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
        Action::Help => app.overlay = Some(Overlay::new(About::Help)),
        Action::Mistakes if app.visit.is_some() => app.overlay = Some(Overlay::new(About::Mistakes)),
        Action::Events => return choose(app),
        Action::Reload => return reload(app),
        Action::Copy => return visit::copy(app),
        Action::Open if search::is_in_hits(app) => search::go_to_selected(app),
        Action::Search => return search::open(app),
        Action::Filter => return facets::open(app),
        Action::ClearFilter => facets::clear(app),
        Action::ShowHidden => facets::show_hidden(app),
        Action::Note | Action::Busy => notes::open(app, action),
        Action::NextHit => search::step(app, 1),
        Action::PreviousHit => search::step(app, -1),
        Action::Pick | Action::Level | Action::Mute => return plan::act(app, action),
        Action::Today => news::today(app),
        Action::Now => news::now(app),
        Action::FoldPast => news::fold_past(app),
        Action::Changes => return news::changes(app),
        Action::ExportPlan => return export::plan(app),
        Action::Timeline => timeline::turn(app),
        Action::Language => visit::change_language(app),
        Action::Clock => visit::change_clock(app),
        _ => {
            if let Some(visit) = &mut app.visit {
                let address = visit::act(visit, &app.viewer, action);
                visit.arrange(&app.viewer);
                return address.map(|address| visit::open(app, address)).unwrap_or_default();
            }
        }
    }
    Vec::new()
}

/// Ends the program; where one is stays known.
fn quit(app: &App) -> Vec<Effect> {
    leave(app).chain([Effect::Quit]).collect()
}

/// What is to be kept when the program that is open is left.
fn leave(app: &App) -> impl Iterator<Item = Effect> + use<> {
    let visit = app.visit.as_ref();
    let place =
        visit.map(|visit| Errand::Leave { identity: visit.mine.identity.clone(), place: visit.left_at() });
    let change = visit.and_then(|visit| visit.mine.last_change());
    change.into_iter().chain(place).map(Effect::Keep)
}

/// Shows the list of events, which is looked for anew.
fn choose(app: &mut App) -> Vec<Effect> {
    app.shows_events = true;
    look_for_events(&mut app.events)
}

fn look_for_events(events: &mut Events) -> Vec<Effect> {
    if events.progress == Progress::Reading {
        return Vec::new();
    }
    events.begin();
    vec![Effect::List(events.places.clone())]
}

fn reload(app: &mut App) -> Vec<Effect> {
    let Some(visit) = &app.visit else { return Vec::new() };
    let path = visit.path.clone();
    if Address::meant(&path).is_some() {
        return fetch::begin(app, &path, true);
    }
    if is_standard_input(&path) {
        app.notice = Some(Notice::Sentence(Message::NoticeReadOnce));
        return Vec::new();
    }
    let again = Some(Awaited::Again(path.clone()));
    if app.awaited == again {
        return Vec::new();
    }
    // What is being read since it was saved is what is asked for.
    let is_read = app.awaited == Some(Awaited::Followed(path.clone()));
    app.awaited = again;
    app.notice = Some(Notice::Done(app.viewer.locale().text(Message::NoticeReading)));
    if is_read { Vec::new() } else { vec![Effect::Follow, Effect::Read(path)] }
}

/// A file was read, for whoever still waits for it.
fn read(app: &mut App, path: &Path, result: Result<Opened, OpenError>) -> Vec<Effect> {
    match app.awaited.take() {
        Some(Awaited::Open(awaited)) if *awaited == *path => match result {
            Ok(opened) => {
                let mut effects = open(app, path.into(), opened);
                effects.extend(fetch::begin(app, path, false));
                return effects;
            }
            Err(OpenError::NotFetched(_)) => {
                app.awaited = Some(Awaited::Open(path.into()));
                return fetch::begin(app, path, false);
            }
            Err(error) => {
                app.notice = None;
                app.overlay = Some(Overlay::new(About::Unreadable(error)));
                // There was nothing to be chosen from while it was read.
                if app.visit.is_none() && app.events.progress == Progress::NotBegun {
                    return look_for_events(&mut app.events);
                }
            }
        },
        Some(Awaited::Again(awaited)) if *awaited == *path => return replace(app, result),
        Some(Awaited::Followed(awaited)) if *awaited == *path => return live::followed(app, result),
        other => {
            app.awaited = other;
            // It was saved, and something else came between.
            live::changed(app, path);
        }
    }
    Vec::new()
}

fn open(app: &mut App, path: PathBuf, opened: Opened) -> Vec<Effect> {
    let left = leave(app);
    let program = &opened.program;
    // Mistakes are counted beside the hints; they are all that there is to see where nothing of the file could be read.
    let is_empty = program.conference.sessions.is_empty() && program.conference.people.is_empty();
    app.overlay = (program.counts().0 > 0 && is_empty).then(|| Overlay::new(About::Mistakes));
    app.notice = of_files(&opened, &app.viewer);
    app.visit = Some(Visit::new(path, opened, &app.viewer));
    app.prompt = None;
    app.shows_events = false;
    left.chain(news::recall(app)).chain(tick(app)).collect()
}

/// The program read anew takes the place of the one that is shown, unless there is nothing left of it.
fn replace(app: &mut App, result: Result<Opened, OpenError>) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    // Who asks is told, also what was said before.
    visit.broken = None;
    match result {
        Err(error) => live::broken(app, Broken::Unreadable(error), Message::NoticeFormerShown),
        Ok(opened) if opened.program.has_nothing_left_of(&visit.program) => {
            live::broken(app, Broken::Program(opened.program), Message::NoticeNoProgramLeft)
        }
        Ok(opened) => {
            let done = || Notice::Done(app.viewer.locale().text(Message::NoticeReloaded));
            let notice = of_files(&opened, &app.viewer).or_else(|| mistakes(&opened.program));
            app.notice = Some(notice.unwrap_or_else(done));
            app.prompt = None;
            show_anew(app, opened)
        }
    }
}

/// Shows another state of the program that is shown.
fn show_anew(app: &mut App, opened: Opened) -> Vec<Effect> {
    let own = app.viewer.settings.clock;
    let Some(visit) = &mut app.visit else { return Vec::new() };
    visit.replace(opened.for_reader(own));
    if let Some(overlay) = &mut app.overlay {
        overlay.forget();
    }
    news::recall(app).into_iter().chain(tick(app)).collect()
}

/// What is selected in a list of so many rows after a motion.
fn moved<T: Copy + PartialEq>(
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
        Action::PageDown => list.page(selected, page),
        Action::PageUp => list.page(selected, -page),
        Action::NextGroup => list.step_group(selected, true),
        Action::PreviousGroup => list.step_group(selected, false),
        Action::HalfPageDown => list.page(selected, (page / 2).max(1)),
        Action::HalfPageUp => list.page(selected, -(page / 2).max(1)),
        _ => selected,
    }
}
