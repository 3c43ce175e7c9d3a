//! Header, tabs, days and filter chips.

use crate::i18n::Message;
use crate::keymap::Action;
use crate::presenter;
use crate::theme::TextRole;
use crate::tui::conference::{ConferenceState, Pane};
use crate::tui::panes;
use crate::tui::view_context::ViewContext;
use crate::tui::widget::{Bar, Line};
use kurultai_schedule::model::{ClockFrom, Zone};
use kurultai_schedule::text::{cut, width};

/// The width below which only the active pane has a name.
const NAMED_TABS: u16 = 60;
/// The width below which tabs may leave no space for the name of the time zone.
const NAMED_CLOCK: u16 = 80;
/// The number of columns reserved for the title; details beside it are dropped first.
const TITLE: usize = 24;

/// Draws the title, and the details on the right.
pub(super) fn header(viewer: &ViewContext, state: &ConferenceState, columns: u16) -> Line {
    let about = &state.schedule.conference;
    let room = usize::from(columns).saturating_sub(2);
    let title = about.title.get(&state.reading);
    let has_tabs_alone = state.pane.is_secondary && tab_parts(viewer, state, columns).1.is_empty();
    let clock = if has_tabs_alone {
        state.presenter(viewer).short_clock()
    } else {
        unusual_clock(viewer, state).filter(|_| columns < NAMED_CLOCK)
    };
    let kept = usize::from(clock.is_some());
    let mut facts: Vec<String> = clock.into_iter().chain(facts(viewer, state)).collect();
    // The place is the last detail and is dropped first, then the date.
    while facts.len() > kept && width(&facts.join(" · ")) + 2 + TITLE.min(width(title)) > room {
        facts.pop();
    }
    let facts = facts.join(" · ");
    let title_room = if facts.is_empty() { room } else { room.saturating_sub(width(&facts) + 2) };
    let line = Line::new(" ", TextRole::Text).add(cut(title, title_room), TextRole::Title);
    line.pad_to((room + 1).saturating_sub(width(&facts))).add(facts, TextRole::Dim)
}

/// Returns the short name of a time zone other than the venue's, which must be displayed even on the
/// narrowest screen.
fn unusual_clock(viewer: &ViewContext, state: &ConferenceState) -> Option<String> {
    let conference = &state.schedule.conference;
    let is_unusual = conference.zone == Zone::Utc
        || conference.clock_from == ClockFrom::Viewer
        || state.schedule.index.has_several_clocks();
    state.presenter(viewer).short_clock().filter(|_| is_unusual)
}

/// Returns the dates, the age of a download, the displayed day, and the city.
fn facts(viewer: &ViewContext, state: &ConferenceState) -> Vec<String> {
    let about = &state.schedule.conference;
    let words = state.presenter(viewer);
    let days = state.schedule.index.days();
    let count = days.iter().filter(|day| day.date.is_some()).count();
    let is_dated = days.get(state.day).is_some_and(|day| day.date.is_some());
    let is_shown = state.is_on_agenda() && count > 1 && is_dated;
    let day = is_shown.then(|| words.day_of(state.day + 1, count));
    let city = about.venue.as_ref().and_then(|venue| venue.city.as_ref());
    let city = city.map(|city| words.text(city).to_string());
    let age =
        state.fetched_at.zip(viewer.now).map(|(then, now)| presenter::as_of(viewer.locale(), then, now));
    words.dates(about.dates).into_iter().chain(age).chain(day).chain(city).collect()
}

/// The amount of detail in the tab bar, and the gap between panes.
#[derive(Debug, Clone, Copy)]
struct TabDetail {
    gap: usize,
    names: Names,
    counts: Counts,
}

/// The panes with a name beside their number, in addition to the active one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    All,
    /// Panes with content.
    Filled,
    Shown,
}

/// The panes with a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counts {
    All,
    /// The active pane, and the plan.
    Shown,
    /// The plan alone: its count confirms a pick.
    Plan,
    None,
}

/// Builds the tab bar: panes with their counts, empty ones faint and without, and at the right language and clock. If
/// the room is short, it drops first counts, that of the plan last, then the language, then the names of empty panes, and
/// then all names but that of the active pane, or the clock if the name of a view above the panes takes its room: the
/// [`header`] has it then. A count is never shown without a name.
pub(in crate::tui) fn tabs(viewer: &ViewContext, state: &ConferenceState, columns: u16) -> Bar<Action> {
    let (bar, right) = tab_parts(viewer, state, columns);
    let at = usize::from(columns).saturating_sub(width(&right) + 1);
    bar.text_at(at, right, TextRole::Dim)
}

/// Builds the panes of the tab bar, and the text at its right.
fn tab_parts(viewer: &ViewContext, state: &ConferenceState, columns: u16) -> (Bar<Action>, String) {
    let words = state.presenter(viewer);
    let language = words.language();
    // The two names of the time zone, each with and without the language.
    let clocks = [words.clock(), words.short_clock()];
    let with_language =
        |clock: &Option<String>| language.iter().chain(clock).cloned().collect::<Vec<_>>().join("   ");
    let nothing = String::new();
    let rights = clocks.each_ref().map(|clock| (with_language(clock), clock.clone().unwrap_or_default()));
    let at = |right: &str| usize::from(columns).saturating_sub(width(right) + 1);
    let levels = [Counts::All, Counts::Shown, Counts::Plan, Counts::None];
    let named = || {
        levels.into_iter().flat_map(|counts| [3, 2].map(|gap| TabDetail { gap, names: Names::All, counts }))
    };
    // Names matter more than the language, which is visible in the texts.
    let closest = TabDetail { gap: 1, names: Names::All, counts: Counts::None };
    let ways = rights.iter().flat_map(|(both, clock)| {
        let with_both = named().chain([closest]).map(move |detail| (both, detail));
        with_both.chain([TabDetail { gap: 2, ..closest }, closest].map(|detail| (clock, detail)))
    });
    let without_clock = [TabDetail { gap: 2, ..closest }, closest].map(|detail| (&nothing, detail));
    let filled = [2, 1].map(|gap| TabDetail { gap, names: Names::Filled, counts: Counts::None });
    let of_filled = rights.iter().flat_map(|(both, clock)| {
        let with_both = filled.map(|detail| (both, detail));
        with_both.into_iter().chain(filled.map(|detail| (clock, detail)))
    });
    let without_clock = without_clock.into_iter().filter(|_| state.pane.is_secondary);
    let mut ways = ways.chain(of_filled).chain(without_clock).filter(|_| columns >= NAMED_TABS);
    let fitting = ways.find_map(|(right, detail)| {
        let bar = panes(viewer, state, detail);
        (bar.width() + 2 <= at(right)).then_some((bar, right))
    });
    let numbers = || {
        let detail = |gap| TabDetail { gap, names: Names::Shown, counts: Counts::None };
        let right = rights.iter().flat_map(|(both, clock)| [both, clock]);
        let mut all = right.flat_map(|right| [3, 2].map(|gap| (panes(viewer, state, detail(gap)), right)));
        let found = all.find(|(bar, right)| bar.width() + 2 <= at(right));
        found.unwrap_or_else(|| (panes(viewer, state, detail(1)), &rights[1].1))
    };
    let (bar, right) = fitting.unwrap_or_else(numbers);
    (bar, right.clone())
}

/// True if the counts are those of search hits.
fn is_searched(state: &ConferenceState) -> bool {
    state.pane == Pane::FOUND && !state.search.query.is_empty()
}

fn panes(viewer: &ViewContext, state: &ConferenceState, detail: TabDetail) -> Bar<Action> {
    let mut bar = Bar::new(" ", TextRole::Text).with_gap(detail.gap);
    for (number, spec) in panes::tabs() {
        let is_active = spec.pane == state.pane.tab();
        let count = if is_searched(state) { state.search.count_in(spec.pane) } else { (spec.count)(state) };
        let is_empty = count == Some(0);
        // A search without hits sets the counts of panes to zero, but does not make them empty.
        let is_filled = !is_empty || (spec.count)(state) != Some(0);
        let count = count.filter(|_| !is_empty);
        let mut parts = vec![number.to_string()];
        let has_name = match detail.names {
            Names::All => true,
            Names::Filled => is_active || is_filled,
            Names::Shown => is_active,
        };
        if has_name {
            parts.push(viewer.locale().text(spec.title));
        }
        let is_counted = match detail.counts {
            Counts::All => true,
            Counts::Shown => is_active || spec.pane == Pane::PLAN,
            Counts::Plan => spec.pane == Pane::PLAN,
            Counts::None => false,
        };
        if is_counted {
            parts.extend(count.map(|count| count.to_string()));
        }
        let role = match (is_active, is_empty) {
            (true, _) => TextRole::Accent,
            (false, true) => TextRole::Faint,
            (false, false) => TextRole::Dim,
        };
        bar = bar.add(Line::new(parts.join(" "), role), Action::Pane(number));
    }
    // A secondary pane comes after all others.
    if state.pane.is_secondary {
        let name = viewer.locale().text(panes::spec(state.pane).title);
        bar = bar.add(Line::new(name, TextRole::Accent), Action::Back);
    }
    bar
}

/// Builds the bar of the agenda's days with their indexes: as many as fit, including the displayed one. Formats only
/// these.
pub(in crate::tui) fn days(viewer: &ViewContext, state: &ConferenceState, columns: u16) -> Bar<usize> {
    let locale = viewer.locale();
    let days = state.schedule.index.days();
    let name = |at: usize| {
        days[at].date.map_or_else(|| locale.text(Message::DayNotAnnounced), |date| locale.weekday_day(date))
    };
    let columns = usize::from(columns).saturating_sub(1);
    // The displayed day, and as many before it as fit, the last one first.
    let mut names = vec![name(state.day)];
    let mut left = (columns + 3).saturating_sub(width(&names[0]) + 3);
    for at in (0..state.day).rev() {
        let name = name(at);
        let Some(rest) = left.checked_sub(width(&name) + 3) else { break };
        left = rest;
        names.push(name);
    }
    let first = state.day + 1 - names.len();
    let mut bar = Bar::new(if first > 0 { "‹" } else { " " }, TextRole::Faint);
    let names = names.into_iter().rev().chain((state.day + 1..days.len()).map(name));
    for (at, name) in (first..).zip(names) {
        if at > state.day && bar.width() > columns {
            break;
        }
        let role = if at == state.day { TextRole::Accent } else { TextRole::Dim };
        bar = bar.add(Line::new(name, role), at);
    }
    bar
}

/// The effect of a click on the line of the filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Chip {
    /// Removes this condition.
    Condition(usize),
    /// Removes all conditions.
    All,
    /// Opens the list of conditions.
    Facets,
    /// Toggles hidden sessions.
    Hidden,
}

/// Builds the line of the filter: its conditions, the number of listed sessions, and the keys that clear it.
pub(in crate::tui) fn chips(viewer: &ViewContext, state: &ConferenceState) -> Bar<Chip> {
    let locale = viewer.locale();
    let query = &state.filter.query;
    let mut bar = Bar::new(" ", TextRole::Text);
    let texts = query.required.iter().map(ToString::to_string);
    let texts = texts.chain(query.excluded.iter().map(|needle| format!("-{needle}")));
    for text in texts {
        bar = bar.add(Line::new(text, TextRole::Accent), Chip::Facets);
    }
    for (at, condition) in query.conditions.iter().enumerate() {
        bar = bar.add(Line::new(condition.chip(), TextRole::Accent), Chip::Condition(at));
    }
    let all = state.schedule.conference.sessions.len();
    if !query.is_empty() {
        let count = locale.of(Message::CountShown, state.filter.matching_count(all), all);
        bar = bar.add(Line::new(count, TextRole::Dim), Chip::Facets);
        let key = viewer.keymap().key_name(Action::ClearFilter);
        let all = Line::hint(key, locale.text(Message::HintAll), TextRole::Dim);
        bar = bar.add(all, Chip::All);
    }
    let hidden = state.hidden_count();
    if hidden > 0 {
        let key = viewer.keymap().key_name(Action::ShowHidden);
        let count = Line::new(locale.count(Message::CountHidden, hidden), TextRole::Faint);
        bar = bar.add(count.add(" ", TextRole::Text).add(key, TextRole::Key), Chip::Hidden);
    }
    bar
}
