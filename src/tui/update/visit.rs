//! What keys do in the program that is open.

use super::timeline;
use crate::keymap::Action;
use crate::locale::Message;
use crate::markup::Address;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use crate::tui::effect::LONGEST_COPY;
use crate::tui::screen;
use crate::tui::viewer::Viewer;
use crate::tui::visit::{Detail, Focus, Pane, Place, Visit};
use crate::tui::widget::Target;
use crate::wording;

/// Does what a key asks for; the address that is to be opened, if one is.
pub(super) fn act(visit: &mut Visit, viewer: &Viewer, action: Action) -> Option<Address> {
    if visit.focus == Focus::List && visit.is_on_timeline() && timeline::act(visit, viewer, action) {
        return None;
    }
    match action {
        Action::NextPane => turn(visit, 1),
        Action::PreviousPane => turn(visit, Pane::TABS.len() - 1),
        Action::Pane(number) => {
            if let Some(pane) = usize::from(number).checked_sub(1).and_then(|at| Pane::TABS.get(at)) {
                visit.show(*pane);
            }
        }
        Action::NextDay => change_day(visit, visit.day.saturating_add(1)),
        Action::PreviousDay => change_day(visit, visit.day.saturating_sub(1)),
        Action::Open if visit.focus == Focus::Detail => return follow(visit),
        // What lies over the panes only leads to them.
        Action::Open if !visit.pane.is_tab() => match visit.leads_to() {
            Some(item) => {
                visit.remember(visit.spot());
                visit.go_to(item);
            }
            // What is gone from the program leads nowhere; what was known of it is shown.
            None if visit.shown().is_some() => visit.focus = Focus::Detail,
            None => {}
        },
        Action::Open | Action::Right => {
            if visit.shown().is_some() {
                visit.focus = Focus::Detail;
            }
        }
        Action::Back if visit.focus == Focus::List && visit.detail.instead.is_none() => {
            visit.close_over();
        }
        Action::Back | Action::Left => {
            visit.focus = Focus::List;
            visit.detail.instead = None;
        }
        Action::Return => {
            if let Some(spot) = visit.history.pop() {
                visit.return_to(spot);
                visit.let_in();
            }
        }
        _ => match visit.focus {
            Focus::List => select(visit, viewer, action),
            Focus::Detail => read(visit, viewer, action),
        },
    }
    None
}

/// Opens an address, and says which.
pub(super) fn open(app: &mut App, address: Address) -> Vec<Effect> {
    let sentence = app.viewer.locale().quoting(Message::NoticeOpening, address.place());
    app.notice = Some(Notice::Done(sentence));
    vec![Effect::Open(address)]
}

/// An address that cannot be opened from here is copied, so that it can be opened elsewhere.
pub(super) fn cannot_open(app: &mut App, address: &Address) -> Vec<Effect> {
    let sentence = app.viewer.locale().quoting(Message::NoticeCannotOpen, address.as_str());
    app.notice = Some(Notice::Failed(sentence));
    vec![Effect::Copy(address.to_string())]
}

/// Copies the link of what is selected, or what it is.
pub(super) fn copy(app: &mut App) -> Vec<Effect> {
    let Some(visit) = &app.visit else { return Vec::new() };
    let locale = app.viewer.locale();
    let Some(text) = visit.text_to_copy(&app.viewer) else { return Vec::new() };
    if text.len() > LONGEST_COPY {
        app.notice = Some(Notice::Sentence(Message::NoticeTooLongToCopy));
        return Vec::new();
    }
    let shown = text.lines().next().unwrap_or_default();
    app.notice = Some(Notice::Done(locale.quoting(Message::NoticeCopied, shown)));
    vec![Effect::Copy(text)]
}

/// Says times by the venue's clock or by one's own.
pub(super) fn change_clock(app: &mut App) {
    let Some(visit) = &mut app.visit else { return };
    if !visit.change_clock() {
        app.notice = Some(Notice::Sentence(Message::NoticeNoZone));
    }
}

/// Shows the next of the languages that the program has.
pub(super) fn change_language(app: &mut App) {
    let Some(visit) = &mut app.visit else { return };
    let sentence = match visit.next_language() {
        None => app.viewer.locale().text(Message::NoticeOneLanguage),
        Some(lang) => {
            let is_complete = visit.program.index.is_complete_in(&lang);
            wording::language_notice(app.viewer.locale(), &lang, is_complete)
        }
    };
    app.notice = Some(Notice::Done(sentence));
}

/// Shows the next pane that has anything in it; a digit opens the others, too.
fn turn(visit: &mut Visit, by: usize) {
    let panes = Pane::TABS.len();
    let at = Pane::TABS.iter().position(|pane| *pane == visit.pane_below()).unwrap_or(0);
    let others = (1..panes).map(|steps| Pane::TABS[(at + steps * by) % panes]);
    let mut full = others.filter(|pane| screen::count(visit, *pane) != Some(0));
    if let Some(pane) = full.next() {
        visit.show(pane);
    }
}

/// Goes where the selected link leads, and remembers where one was; an address is only named.
pub(super) fn follow(visit: &mut Visit) -> Option<Address> {
    let target = visit.arranged.page.as_ref().and_then(|page| page.target(visit.detail.link));
    match target?.clone() {
        Target::Address(address) => return Some(address),
        Target::Detail(item) => {
            visit.remember(visit.spot());
            visit.go_to(item);
        }
    }
    None
}

pub(super) fn change_day(visit: &mut Visit, day: usize) {
    if visit.pane == Pane::Agenda && day < visit.program.index.days().len() {
        visit.day = day;
        visit.grid.leave();
        visit.focus = Focus::List;
        visit.detail = Detail::default();
    }
}

/// Moves the selection of the list.
fn select(visit: &mut Visit, viewer: &Viewer, action: Action) {
    let Place { selected, top } = visit.place();
    let to = super::moved(&visit.arranged.list, selected, action, visit.list_height(viewer));
    if to != selected {
        visit.detail = Detail::default();
    }
    visit.set_place(Place { selected: to, top });
}

/// Goes to the next link of the detail where one is in view, else scrolls; arranging keeps it inside its text.
fn read(visit: &mut Visit, viewer: &Viewer, action: Action) {
    let page = visit.detail_height(viewer).max(2) - 1;
    let top = visit.detail.top;
    let scrolled = match action {
        Action::Down => top.saturating_add(1),
        Action::Up => top.saturating_sub(1),
        Action::First => 0,
        Action::Last => usize::MAX,
        Action::PageDown => top.saturating_add(page),
        Action::PageUp => top.saturating_sub(page),
        Action::HalfPageDown => top.saturating_add(page.div_ceil(2)),
        Action::HalfPageUp => top.saturating_sub(page.div_ceil(2)),
        _ => top,
    };
    if let (Action::Down | Action::Up, Some(text), Some(link)) =
        (action, &visit.arranged.page, visit.detail.link)
    {
        let next = |seen| text.step(Some(link), action == Action::Down, seen);
        if let Some(link) = next(visit.seen(viewer)) {
            visit.detail.link = Some(link);
            return;
        }
        // A link that comes into view by this one line is gone to at once.
        visit.detail.top = scrolled;
        visit.detail.link = next(visit.seen(viewer)).or(Some(link));
        return;
    }
    // The end of a text has its last link: what Enter follows is in view.
    if let (Action::First | Action::Last, Some(text)) = (action, &visit.arranged.page) {
        visit.detail.link = text.step(None, action == Action::First, 0..usize::MAX);
    }
    visit.detail.top = scrolled;
}
