//! What keys do while something is looked for, and the way from hit to hit.

use crate::index::Item;
use crate::keymap::{Action, Code, Key, action};
use crate::locale::Message;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::search::Search;

/// Opens the field that is typed into.
pub(super) fn open(app: &mut App) {
    if let Some(visit) = &app.visit {
        app.search = Some(Search::new(visit));
    }
}

/// Answers a key while something is typed.
pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let Some(search) = &mut app.search else { return Vec::new() };
    match key {
        Key { code: Code::Char(c), ctrl: false, alt: false } => search.push(c.encode_utf8(&mut [0; 4])),
        // One more than there are letters closes the field.
        Key { code: Code::Backspace, .. } => search.is_open = search.pop(),
        Key { code: Code::Enter, .. } => jump(app),
        _ => match action(key) {
            Some(Action::Quit) => return vec![Effect::Quit],
            Some(Action::Suspend) => return vec![Effect::Suspend],
            Some(Action::Back) => app.search = None,
            _ => {}
        },
    }
    Vec::new()
}

pub(super) fn paste(app: &mut App, text: &str) {
    if let Some(search) = &mut app.search {
        search.push(text);
    }
}

/// Goes to the first hit from where one is.
fn jump(app: &mut App) {
    let (Some(search), Some(visit)) = (&mut app.search, &app.visit) else { return };
    search.is_open = false;
    if search.query.trim().is_empty() {
        app.search = None;
        return;
    }
    let hit = search.first(visit.shown());
    go(app, hit);
}

/// Goes to the hit that is so many hits away.
pub(super) fn step(app: &mut App, by: isize) {
    let (Some(search), Some(visit)) = (&app.search, &app.visit) else { return };
    let hit = search.step(visit.shown(), by);
    go(app, hit);
}

fn go(app: &mut App, hit: Option<(usize, Item)>) {
    let (Some(search), Some(visit)) = (&app.search, &mut app.visit) else { return };
    let locale = app.viewer.locale();
    let Some((number, item)) = hit else {
        app.notice = Some(Notice::Failed(locale.quoting(Message::NothingFound, &search.query)));
        return;
    };
    let spot = visit.spot();
    visit.select(item);
    if visit.spot() != spot {
        visit.remember(spot);
    }
    app.notice = Some(Notice::Done(locale.of(Message::HitOf, number, search.count())));
}
