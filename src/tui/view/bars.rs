//! The lines of the screen that are always there: header, tabs, days, hints.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::keymap::{Action, keys};
use crate::locale::Message;
use crate::text::{cut, width};
use crate::theme::Role;
use crate::tui::app::{App, Notice};
use crate::tui::screen;
use crate::tui::visit::{Focus, Pane};
use crate::tui::widget::Line;

/// From so many columns on, each tab shows its name.
const NAMED_TABS: u16 = 100;
/// Narrower than this, tabs are their numbers alone.
const COUNTED_TABS: u16 = 60;
/// A title keeps at least so many columns; what stands beside it goes first.
const TITLE: usize = 24;

/// The title, and at the right when and where.
pub(super) fn header(app: &App, area: Rect, buffer: &mut Buffer) {
    let about = &app.visit.program.conference;
    let room = usize::from(area.width).saturating_sub(2);
    let title = about.title.get(&app.visit.reading);
    let mut facts = facts(app);
    // First the place leaves, then the date: the last of them is the place.
    while !facts.is_empty() && width(&facts.join(" · ")) + 2 + TITLE.min(width(title)) > room {
        facts.pop();
    }
    let facts = facts.join(" · ");
    let title_room = if facts.is_empty() { room } else { room.saturating_sub(width(&facts) + 2) };
    let line = Line::new(" ", Role::Text).and(cut(title, title_room), Role::Title);
    let line = line.to((room + 1).saturating_sub(width(&facts))).and(facts, Role::Dim);
    line.draw(buffer, area, 0, app.viewer.theme());
}

/// The dates, which of the days is shown, and the city.
fn facts(app: &App) -> Vec<String> {
    let about = &app.visit.program.conference;
    let dates = app.visit.wording(&app.viewer).dates(about.dates);
    let count = app.visit.program.index.days().iter().filter(|day| day.date.is_some()).count();
    let is_dated = app.visit.program.index.days().get(app.visit.day).is_some_and(|day| day.date.is_some());
    let day = (app.visit.pane == Pane::Agenda && count > 1 && is_dated)
        .then(|| app.visit.wording(&app.viewer).day_of(app.visit.day + 1, count));
    let city = about.venue.as_ref().and_then(|venue| venue.city.as_ref());
    let city = city.map(|city| city.get(&app.visit.reading).to_string());
    dates.into_iter().chain(day).chain(city).collect()
}

/// The panes with their counts, and at the right the language and whose clock the times are.
pub(super) fn tabs(app: &App, area: Rect, buffer: &mut Buffer) {
    let mut line = Line::new(" ", Role::Text);
    for (at, pane) in Pane::ALL.into_iter().enumerate() {
        let is_active = pane == app.visit.pane;
        let name = app.viewer.locale().text(pane_name(pane));
        let count = screen::count(&app.visit.program.conference, pane).map(|count| count.to_string());
        let mut parts = vec![(at + 1).to_string()];
        if is_active || area.width >= NAMED_TABS {
            parts.push(name);
        }
        if area.width >= COUNTED_TABS {
            parts.extend(count);
        }
        let role = if is_active { Role::Accent } else { Role::Dim };
        line = line.and(parts.join(" "), role).and("   ", Role::Text);
    }
    let language = app.visit.wording(&app.viewer).language().map(|lang| lang.primary().to_uppercase());
    let clock = [language, app.visit.wording(&app.viewer).clock()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("   ");
    let at = usize::from(area.width).saturating_sub(width(&clock) + 1);
    if at > line.width() {
        line = line.to(at).and(clock, Role::Dim);
    }
    line.draw(buffer, area, 0, app.viewer.theme());
}

fn pane_name(pane: Pane) -> Message {
    match pane {
        Pane::Agenda => Message::PaneAgenda,
        Pane::People => Message::PanePeople,
        Pane::Organizers => Message::PaneOrganizers,
        Pane::Sponsors => Message::PaneSponsors,
        Pane::About => Message::PaneAbout,
    }
}

/// The days of the agenda; as many as fit, the shown one among them.
pub(super) fn days(app: &App, area: Rect, buffer: &mut Buffer) {
    let locale = app.viewer.locale();
    let names: Vec<String> = app
        .visit
        .program
        .index
        .days()
        .iter()
        .map(|day| {
            day.date.map_or_else(|| locale.text(Message::DayNotAnnounced), |date| locale.weekday_day(date))
        })
        .collect();
    let columns = usize::from(area.width).saturating_sub(1);
    let mut first = 0;
    let fits = |first: usize| {
        names[first..=app.visit.day].iter().map(|name| width(name) + 3).sum::<usize>() <= columns + 3
    };
    while first < app.visit.day && !fits(first) {
        first += 1;
    }
    let mut line = Line::new(if first > 0 { "‹" } else { " " }, Role::Faint);
    for (at, name) in names.iter().enumerate().skip(first) {
        let role = if at == app.visit.day { Role::Accent } else { Role::Dim };
        line = line.and(name.clone(), role).and("   ", Role::Text);
    }
    line.draw(buffer, area, 0, app.viewer.theme());
}

/// The keys that help here, as many as fit; or the notice that stands in their place.
pub(super) fn hints(app: &App, area: Rect, buffer: &mut Buffer) {
    let locale = app.viewer.locale();
    let room = usize::from(area.width).saturating_sub(1);
    let mut line = Line::new(" ", Role::Text);
    if let Some(notice) = app.notice {
        let (sentence, role) = match notice {
            Notice::Mistakes => {
                (app.visit.wording(&app.viewer).mistakes(app.visit.program.mistakes()), Role::Warn)
            }
            Notice::CannotSuspend => (locale.text(Message::NoticeCannotSuspend), Role::Warn),
        };
        line.and(sentence, role).draw(buffer, area, 0, app.viewer.theme());
        return;
    }
    // Help and quit stand whatever else has to go.
    let needed = [(&[Action::Help][..], Message::HintHelp), (&[Action::Quit][..], Message::HintQuit)];
    let needed: Vec<Line> = needed.into_iter().map(|(actions, word)| hint(app, actions, word)).collect();
    let mut left = room.saturating_sub(needed.iter().map(|hint| hint.width() + 3).sum());
    for (actions, word) in useful(app) {
        let hint = hint(app, actions, word);
        let Some(rest) = left.checked_sub(hint.width() + 3) else { break };
        left = rest;
        line = line.join(hint).and("   ", Role::Text);
    }
    for hint in needed {
        line = line.join(hint).and("   ", Role::Text);
    }
    line.draw(buffer, area, 0, app.viewer.theme());
}

/// What one can do here, the most useful first.
fn useful(app: &App) -> Vec<(&'static [Action], Message)> {
    const MOVE: &[Action] = &[Action::Up, Action::Down];
    if app.overlay.is_some() {
        return vec![(&[Action::Back], Message::HintClose), (MOVE, Message::HintScroll)];
    }
    let mut useful: Vec<(&'static [Action], Message)> = match app.visit.focus {
        Focus::List if app.visit.shown().is_none() => Vec::new(),
        Focus::List => vec![(MOVE, Message::HintMove), (&[Action::Open], Message::HintOpen)],
        Focus::Detail => vec![(&[Action::Back], Message::HintBack), (MOVE, Message::HintScroll)],
    };
    if app.visit.detail.link.is_some() {
        useful.push((&[Action::Open], Message::HintFollow));
    }
    if !app.visit.history.is_empty() {
        useful.push((&[Action::Return], Message::HintReturn));
    }
    useful.push((&[Action::NextPane], Message::HintPane));
    if app.visit.shows_days() {
        useful.push((&[Action::PreviousDay, Action::NextDay], Message::HintDay));
    }
    useful
}

/// `↑↓ move`: the first keys of some actions, and a word.
fn hint(app: &App, actions: &[Action], word: Message) -> Line {
    let names: Vec<String> =
        actions.iter().filter_map(|action| keys(*action).first()).map(ToString::to_string).collect();
    let parts_fit_together = names.iter().all(|name| width(name) == 1);
    let keys = names.join(if parts_fit_together { "" } else { " " });
    Line::new(keys, Role::Key).and(" ", Role::Text).and(app.viewer.locale().text(word), Role::Dim)
}
