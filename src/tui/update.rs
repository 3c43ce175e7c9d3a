//! [`update()`]: handles messages.

mod action;
mod changes;
mod commands;
mod conference;
mod events;
mod export;
mod facets;
mod fetch;
mod key;
mod load;
mod motion;
mod mouse;
mod navigation;
mod plan;
mod plan_input;
mod prompt;
mod reload;
mod search;
mod time;
mod timeline;

use super::app::{App, Notice};
use super::view::message_rows;
use super::{Effect, Msg, StoreJob};
use crate::i18n::Message;
use crate::keymap::Action;
use crate::presenter;

/// Handles a message: changes the state and returns the side effects.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    match msg {
        Msg::Key(key) => {
            let had_notice = app.notice.take().is_some();
            effects = key::press(app, key, had_notice);
            app.notice = app.notice.take().or_else(|| app.queued_notice.take());
        }
        Msg::Pointer(pointer) => {
            app.first_key = None;
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
            let key = app.viewer.keymap().key_name(Action::Quit);
            app.notice = Some(Notice::Warning(presenter::with_key(why, &key, app.viewer.locale())));
        }
        Msg::Background(background) => {
            app.viewer.settings.theme = app.viewer.settings.theme.on(background);
        }
        Msg::ThemeChanged(path) => effects.push(Effect::Store(StoreJob::ReloadTheme(path))),
        Msg::ThemeReloaded(definition, notices) => {
            app.viewer.settings.theme = app.viewer.settings.theme.replaced(definition);
            let notices = notices.iter().map(|notice| presenter::store_warning(notice, app.viewer.locale()));
            let notices: Vec<String> = notices.collect();
            app.notice = (!notices.is_empty()).then(|| Notice::Failed(notices.join(" ")));
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
                None if is_first => effects = load::start(app),
                _ => {}
            }
            effects.extend(time::tick(app));
        }
        Msg::CannotSuspend => app.notice = Some(Notice::Sentence(Message::NoticeCannotSuspend)),
        Msg::CannotOpen(address) => effects = navigation::cannot_open(app, &address),
        Msg::EventsFound(found) => found.into_iter().for_each(|(path, found)| app.events.add(path, found)),
        Msg::EventsComplete => app.events.finish(),
        Msg::ScheduleRead(path, result) => effects = load::read(app, &path, result.map(|opened| *opened)),
        Msg::Fetching(path, bytes, all) => fetch::progress(app, &path, bytes, all),
        Msg::Fetched(path, result) => effects = fetch::end(app, path, result),
        Msg::ScheduleFileChanged(path) => reload::changed(app, &path),
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
