//! The lines of the screen that are always there: header, tabs, days. What can be clicked in them says what it does.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::keymap::{Action, keys};
use crate::locale::Message;
use crate::text::{cut, width};
use crate::theme::Role;
use crate::tui::screen;
use crate::tui::viewer::Viewer;
use crate::tui::visit::{Pane, Visit};
use crate::tui::widget::{Bar, Line};
use crate::wording;

/// From so many columns on, each tab shows its name.
const NAMED_TABS: u16 = 100;
/// Narrower than this, tabs are their numbers alone.
const COUNTED_TABS: u16 = 60;
/// A title keeps at least so many columns; what stands beside it goes first.
const TITLE: usize = 24;

/// The title, and at the right when and where.
pub(super) fn header(viewer: &Viewer, visit: &Visit, area: Rect, buffer: &mut Buffer) {
    let about = &visit.program.conference;
    let room = usize::from(area.width).saturating_sub(2);
    let title = about.title.get(&visit.reading);
    let mut facts = facts(viewer, visit);
    // First the place leaves, then the date: the last of them is the place.
    while !facts.is_empty() && width(&facts.join(" · ")) + 2 + TITLE.min(width(title)) > room {
        facts.pop();
    }
    let facts = facts.join(" · ");
    let title_room = if facts.is_empty() { room } else { room.saturating_sub(width(&facts) + 2) };
    let line = Line::new(" ", Role::Text).and(cut(title, title_room), Role::Title);
    let line = line.to((room + 1).saturating_sub(width(&facts))).and(facts, Role::Dim);
    line.draw(buffer, area, 0, viewer.theme());
}

/// The dates, how old they are where they were fetched, which of the days is shown, and the city.
fn facts(viewer: &Viewer, visit: &Visit) -> Vec<String> {
    let about = &visit.program.conference;
    let words = visit.wording(viewer);
    let days = visit.program.index.days();
    let count = days.iter().filter(|day| day.date.is_some()).count();
    let is_dated = days.get(visit.day).is_some_and(|day| day.date.is_some());
    let is_shown = visit.pane == Pane::Agenda && count > 1 && is_dated;
    let day = is_shown.then(|| words.day_of(visit.day + 1, count));
    let city = about.venue.as_ref().and_then(|venue| venue.city.as_ref());
    let city = city.map(|city| words.text(city).to_string());
    let age = visit.fetched_at.zip(viewer.now).map(|(then, now)| wording::as_of(viewer.locale(), then, now));
    words.dates(about.dates).into_iter().chain(age).chain(day).chain(city).collect()
}

/// The panes with their counts, and at the right the language and whose clock the times are. Names leave where there is no
/// room for both.
pub(in crate::tui) fn tabs(viewer: &Viewer, visit: &Visit, columns: u16) -> Bar<Action> {
    let words = visit.wording(viewer);
    let clock = [words.language(), words.clock()].into_iter().flatten().collect::<Vec<_>>().join("   ");
    let at = usize::from(columns).saturating_sub(width(&clock) + 1);
    let start = || Bar::new(" ", Role::Text);
    let starts = [(start(), true), (start().narrow(), true), (start(), false)];
    let bars = starts.map(|(start, is_named)| panes(viewer, visit, start, is_named, columns >= COUNTED_TABS));
    let [wide, narrow, short] = bars;
    let fits = |bar: &Bar<Action>| columns >= NAMED_TABS && bar.width() + 2 <= at;
    let bar = [wide, narrow].into_iter().find(fits).unwrap_or(short);
    bar.at(at, clock, Role::Dim)
}

fn panes(
    viewer: &Viewer,
    visit: &Visit,
    start: Bar<Action>,
    is_named: bool,
    is_counted: bool,
) -> Bar<Action> {
    let mut bar = start;
    for (number, pane) in (1..).zip(Pane::TABS) {
        let is_active = pane == visit.pane;
        // While something is looked for, what counts is where it was found.
        let is_found = visit.pane == Pane::Found && !visit.found.query.is_empty();
        let count = if is_found { visit.found.count_in(pane) } else { screen::count(visit, pane) };
        let mut parts = vec![number.to_string()];
        if is_active || is_named {
            parts.push(viewer.locale().text(pane_name(pane)));
        }
        if is_counted {
            parts.extend(count.map(|count| count.to_string()));
        }
        let role = if is_active { Role::Accent } else { Role::Dim };
        bar = bar.and(Line::new(parts.join(" "), role), Action::Pane(number));
    }
    // What lies over the panes stands behind them.
    if !visit.pane.is_tab() {
        let name = viewer.locale().text(pane_name(visit.pane));
        bar = bar.and(Line::new(name, Role::Accent), Action::Back);
    }
    bar
}

fn pane_name(pane: Pane) -> Message {
    match pane {
        Pane::Agenda => Message::PaneAgenda,
        Pane::People => Message::PanePeople,
        Pane::Organizers => Message::PaneOrganizers,
        Pane::Sponsors => Message::PaneSponsors,
        Pane::About => Message::PaneAbout,
        Pane::Plan => Message::PanePlan,
        Pane::Found => Message::PaneFound,
        Pane::Now => Message::PaneNow,
        Pane::Changes => Message::PaneChanges,
        Pane::Facets => Message::PaneFacets,
    }
}

/// The days of the agenda by their place in the index; as many as fit, the shown one among them.
pub(in crate::tui) fn days(viewer: &Viewer, visit: &Visit, columns: u16) -> Bar<usize> {
    let locale = viewer.locale();
    let days = visit.program.index.days().iter();
    let names: Vec<String> = days
        .map(|day| {
            day.date.map_or_else(|| locale.text(Message::DayNotAnnounced), |date| locale.weekday_day(date))
        })
        .collect();
    let columns = usize::from(columns).saturating_sub(1);
    let mut first = 0;
    let fits = |first: usize| {
        names[first..=visit.day].iter().map(|name| width(name) + 3).sum::<usize>() <= columns + 3
    };
    while first < visit.day && !fits(first) {
        first += 1;
    }
    let mut bar = Bar::new(if first > 0 { "‹" } else { " " }, Role::Faint);
    for (at, name) in names.iter().enumerate().skip(first) {
        let role = if at == visit.day { Role::Accent } else { Role::Dim };
        bar = bar.and(Line::new(name.clone(), role), at);
    }
    bar
}

/// What a click on the line of the filter means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Chip {
    /// This condition goes.
    Condition(usize),
    /// All of it goes.
    All,
    /// What else can be chosen is shown.
    Facets,
}

/// What the agenda is filtered by, how much of it is shown, and how to show all again.
pub(in crate::tui) fn chips(viewer: &Viewer, visit: &Visit, columns: u16) -> Bar<Chip> {
    let locale = viewer.locale();
    let query = &visit.filtered.query;
    let mut bar = Bar::new(" ", Role::Text);
    let texts = query.needles.iter().map(ToString::to_string);
    let texts = texts.chain(query.excluded.iter().map(|needle| format!("-{needle}")));
    for text in texts {
        bar = bar.and(Line::new(text, Role::Accent), Chip::Facets);
    }
    for (at, condition) in query.conditions.iter().enumerate() {
        bar = bar.and(Line::new(condition.chip(), Role::Accent), Chip::Condition(at));
    }
    let all = visit.program.conference.sessions.len();
    if !query.is_empty() {
        let count = locale.of(Message::CountShown, visit.filtered.count(all), all);
        bar = bar.and(Line::new(count, Role::Dim), Chip::Facets);
        let key = keys(Action::ClearFilter).first().map(ToString::to_string).unwrap_or_default();
        let all =
            Line::new(key, Role::Key).and(" ", Role::Text).and(locale.text(Message::HintAll), Role::Dim);
        bar = bar.and(all, Chip::All);
    }
    let muted = visit.muted();
    if muted > 0 {
        bar = bar.and(Line::new(locale.count(Message::CountMuted, muted), Role::Faint), Chip::Facets);
    }
    let _ = columns;
    bar
}
