//! What keys do to the plan: pick, must or maybe, mute.

use chrono::NaiveDateTime;

use crate::keymap::Action;
use crate::locale::Message;
use crate::model::{Level, Muted, Name, Pick, Plan, PlanChange, Remembered, SessionId, Texts};
use crate::store::{self, Identity, Saved, StoreError};
use crate::text::Clean;
use crate::tui::app::{App, Notice};
use crate::tui::screen::Item;
use crate::tui::{Effect, Errand};
use crate::wording;

/// Does to the plan what a key asks for.
pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(visit) = &app.visit else { return Vec::new() };
    let Some(item) = visit.target() else { return Vec::new() };
    // On the page of a room or a track it is all of it that is hidden, not the session that a link leads to.
    let item = match visit.shown() {
        Some(whole @ (Item::Room(_) | Item::Track(_))) if action == Action::Mute => whole,
        _ => item,
    };
    match (action, item) {
        (Action::Pick, Item::Session(id)) => {
            let level = if visit.mine.level(id).is_some() { None } else { Some(Level::Must) };
            pick(app, id, level)
        }
        (Action::Level, Item::Session(id)) => {
            let level = if visit.mine.level(id) == Some(Level::Maybe) { Level::Must } else { Level::Maybe };
            pick(app, id, Some(level))
        }
        (Action::Pick, Item::Gone(at)) => {
            let Some(gone) = visit.mine.plan.picks.get(at) else { return Vec::new() };
            let (session, title) = (gone.session.clone(), gone.session.title.clone());
            say(app, Message::NoticeUnpicked, &title.unwrap_or_default());
            change(app, vec![PlanChange::Unpick(session)])
        }
        (Action::Level, Item::Gone(at)) => {
            let Some(gone) = visit.mine.plan.picks.get(at).cloned() else { return Vec::new() };
            let level = if gone.level == Level::Must { Level::Maybe } else { Level::Must };
            change(app, vec![PlanChange::Pick(Pick { level, ..gone })])
        }
        (Action::Pick, Item::Busy(at)) => {
            let Some(busy) = visit.mine.plan.busy.get(at).cloned() else { return Vec::new() };
            let time = |time: NaiveDateTime| app.viewer.locale().time(time.time());
            let times = || format!("{}–{}", time(busy.start), time(busy.end));
            let what = busy.title.as_ref().map_or_else(times, ToString::to_string);
            say(app, Message::NoticeFree, &what);
            change(app, vec![PlanChange::Free(busy)])
        }
        (Action::Mute, item) => mute(app, item),
        _ => Vec::new(),
    }
}

fn pick(app: &mut App, id: SessionId, level: Option<Level>) -> Vec<Effect> {
    let Some(session) = remember(app, id) else { return Vec::new() };
    let Some(visit) = &app.visit else { return Vec::new() };
    let conference = &visit.program.conference;
    // What it was picked under before may be another name of it, in an earlier edition of the program.
    let former = visit.mine.planned.picks.names(&visit.mine.plan, id).cloned().map(PlanChange::Unpick);
    let picked = level.map(|level| PlanChange::Pick(Pick { session, level }));
    let changes: Vec<PlanChange> = former.chain(picked).collect();
    let title = visit.wording(&app.viewer).title(conference.session(id));
    let message = match level {
        None => Message::NoticeUnpicked,
        Some(Level::Must) => Message::NoticePicked,
        Some(Level::Maybe) => Message::NoticePickedMaybe,
    };
    say(app, message, &title);
    change(app, changes)
}

/// A session as the plan remembers it; `None`, which is said, if nothing tells it from others.
pub(super) fn remember(app: &mut App, id: SessionId) -> Option<Remembered> {
    let conference = &app.visit.as_ref()?.program.conference;
    let session = conference.remember(id);
    let is_same = |other: SessionId| other != id && conference.remember(other).name() == session.name();
    let is_known = match session.name() {
        Name::Nothing => false,
        Name::Place(..) => {
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

/// Hides something, or shows it again.
fn mute(app: &mut App, item: Item) -> Vec<Effect> {
    let session = match item {
        Item::Session(id) => match remember(app, id) {
            Some(session) => Some(session),
            None => return Vec::new(),
        },
        _ => None,
    };
    let Some(visit) = &app.visit else { return Vec::new() };
    let conference = &visit.program.conference;
    let own = conference.reading(None);
    let name = |name: &Option<Texts>, id: &Option<Clean>| {
        name.as_ref().map(|name| name.get(&own).clone()).or_else(|| id.clone())
    };
    let what = match item {
        Item::Session(_) => session.map(Muted::Session),
        Item::Room(id) => {
            let room = conference.room(id);
            name(&room.name, &room.id).map(Muted::Room)
        }
        Item::Track(id) => {
            let track = conference.track(id);
            name(&track.name, &track.id).map(Muted::Track)
        }
        _ => None,
    };
    let Some(what) = what else { return Vec::new() };
    let words = visit.wording(&app.viewer);
    let name = match item {
        Item::Session(id) => words.title(conference.session(id)),
        Item::Room(id) => words.room(id),
        Item::Track(id) => words.track(id),
        _ => String::new(),
    };
    // Hiding a pick would leave it in view and in the plan: that is a contradiction to be settled first.
    if let Item::Session(id) = item
        && visit.mine.level(id).is_some()
        && !visit.mine.planned.picks.is_muted(id)
    {
        say(app, Message::NoticeHidePicked, &name);
        return Vec::new();
    }
    // What it was hidden under may be another name of it, in an earlier edition of the program.
    let plan = &visit.mine.plan;
    let mut shown: Vec<PlanChange> =
        plan.muted.iter().filter(|muted| muted.is(&what)).cloned().map(PlanChange::Unmute).collect();
    if let Item::Session(id) = item {
        let names = visit.mine.planned.picks.muted_names(plan, id).cloned();
        shown.extend(names.map(Muted::Session).map(PlanChange::Unmute));
    }
    if shown.is_empty() {
        say(app, Message::NoticeMuted, &name);
        return change(app, vec![PlanChange::Mute(what)]);
    }
    say(app, Message::NoticeUnmuted, &name);
    change(app, shown)
}

/// Changes the plan, and has it saved.
pub(super) fn change(app: &mut App, changes: Vec<PlanChange>) -> Vec<Effect> {
    let Some(visit) = &mut app.visit else { return Vec::new() };
    let program = visit.program.clone();
    let mut effects = visit.mine.change(changes, &program);
    visit.refilter();
    // What is picked may be about to begin.
    effects.extend(super::remind(app));
    effects
}

pub(super) fn say(app: &mut App, message: Message, title: &str) {
    app.notice = Some(Notice::Done(app.viewer.locale().quoting(message, title)));
}

/// What was changed is in the file, and with it what other windows changed.
pub(super) fn saved(app: &mut App, identity: &Identity, saved: Saved) {
    if let Some(visit) = app.visit.as_mut().filter(|visit| visit.mine.identity == *identity) {
        let program = visit.program.clone();
        visit.mine.saved(saved.plan, &program);
        visit.refilter();
    }
    if !saved.notices.is_empty() {
        let said = saved.notices.iter().map(|notice| wording::store_notice(notice, app.viewer.locale()));
        app.notice = Some(Notice::Failed(said.collect::<Vec<_>>().join(" ")));
    }
}

/// Somebody wrote the file of the plan: this program, another window, or a person with an editor.
pub(super) fn look_again(app: &App) -> Vec<Effect> {
    let identity = app.visit.as_ref().map(|visit| visit.mine.identity.clone());
    identity.map(|identity| Effect::Keep(Errand::Reread { identity })).into_iter().collect()
}

/// What is in the file of the plan now.
pub(super) fn reread(app: &mut App, identity: &Identity, plan: Plan, notices: &[store::Notice]) {
    let Some(visit) = app.visit.as_mut().filter(|visit| visit.mine.identity == *identity) else { return };
    let program = visit.program.clone();
    if visit.mine.reread(plan, &program) {
        visit.refilter();
        if let Some(notice) = notices.first() {
            app.notice = Some(Notice::Failed(wording::store_notice(notice, app.viewer.locale())));
        }
    }
}

/// What was changed is in memory alone.
pub(super) fn not_saved(
    app: &mut App,
    identity: &Identity,
    changes: Vec<PlanChange>,
    why: Option<StoreError>,
) {
    if let Some(visit) = app.visit.as_mut().filter(|visit| visit.mine.identity == *identity) {
        visit.mine.not_saved(changes);
    }
    let locale = app.viewer.locale();
    let why = match why {
        Some(error) => {
            format!("{} {}", wording::store_error(&error, locale), locale.text(Message::NoticeNotSaved))
        }
        None => locale.text(Message::NoHome),
    };
    app.notice = Some(Notice::Failed(why));
}
