//! The command palette: every action by its name with its keys, and days, times, rooms, tracks and people to go to.

use super::help::{first, works};
use crate::i18n::Message;
use crate::keymap::Action;
use crate::theme::TextRole;
use crate::tui::conference::{ConferenceState, PaneItem, TimeTarget};
use crate::tui::layout_cache::LayoutCache;
use crate::tui::panes;
use crate::tui::view_context::ViewContext;
use crate::tui::widget::Line;
use kurultai_schedule::model::{PersonId, RoomId, TrackId};
use kurultai_schedule::text::{cut, fold, width};

/// The largest width.
pub(super) const WIDTH: u16 = 72;
/// The largest number of lines.
pub(super) const HEIGHT: usize = 18;
/// The largest number of listed rooms, tracks and people each.
const MAX_ITEMS: usize = 50;

/// The actions of the event list.
const IN_EVENTS: [Action; 9] = [
    Action::Open,
    Action::Down,
    Action::Up,
    Action::First,
    Action::Last,
    Action::Back,
    Action::Help,
    Action::Suspend,
    Action::Quit,
];

/// A line of the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Command {
    /// Perform an action.
    Action(Action),
    /// Go to a time.
    Time(TimeTarget),
    /// Show a day, by its index.
    Day(usize),
    /// Go to a room, a track or a person.
    Item(PaneItem),
}

/// A command with its texts.
struct Entry {
    command: Command,
    name: String,
    /// The keys, or the kind of an item.
    beside: String,
    has_effect: bool,
    /// The quality of the match, best first.
    rank: u8,
}

/// Returns the commands that match a typed text, best first, with their lines.
pub(super) fn list(
    viewer: &ViewContext,
    state: Option<&ConferenceState>,
    cache: &LayoutCache,
    typed: &str,
    columns: usize,
) -> Vec<(Command, Line)> {
    let matcher = Matcher::new(typed);
    let mut entries = actions(viewer, state, cache, &matcher);
    if let Some(state) = state.filter(|_| !matcher.words.is_empty()) {
        entries.extend(places(viewer, state, typed, &matcher));
        entries.sort_by_key(|entry| (entry.rank, !entry.has_effect));
    }
    let line = |entry: Entry| {
        let beside = cut(&entry.beside, columns / 2).into_owned();
        let room = columns.saturating_sub(width(&beside) + 3);
        let (of_name, of_beside) = match (entry.has_effect, entry.command) {
            (false, _) => (TextRole::Dim, TextRole::Dim),
            (true, Command::Action(_)) => (TextRole::Text, TextRole::Key),
            (true, _) => (TextRole::Text, TextRole::Faint),
        };
        let line = Line::new(" ", TextRole::Text).add(cut(&entry.name, room), of_name);
        (entry.command, line.pad_to(columns.saturating_sub(width(&beside))).add(beside, of_beside))
    };
    entries.into_iter().map(line).collect()
}

/// Returns the actions: those of the pane first, those without effect last.
fn actions(
    viewer: &ViewContext,
    state: Option<&ConferenceState>,
    cache: &LayoutCache,
    matcher: &Matcher,
) -> Vec<Entry> {
    let (locale, keymap) = (viewer.locale(), viewer.keymap());
    let has_effect = |action: Action| match state {
        Some(state) => works(state, cache, viewer, action),
        None => IN_EVENTS.contains(&action),
    };
    let own: &[Action] = state.map_or(&IN_EVENTS, first);
    let others = keymap.bindings().map(|(action, _)| action).filter(|action| !own.contains(action));
    let listed =
        own.iter().copied().chain(others.filter(|action| state.is_some() || IN_EVENTS.contains(action)));
    let entry = |action: Action| {
        let name = match action {
            Action::Pane(number) => {
                let pane = panes::tabs().find(|(tab, _)| *tab == number);
                pane.map_or_else(String::new, |(_, spec)| locale.text(spec.title))
            }
            action => locale.text(action.message()),
        };
        let keys: Vec<String> = keymap.keys(action).iter().map(ToString::to_string).collect();
        let keys = keys.join(" ");
        let more = format!("{keys} {} {}", locale.text(action.group().message()), action.name());
        let rank = matcher.rank(&name, &more)?;
        Some(Entry {
            command: Command::Action(action),
            name,
            beside: keys,
            has_effect: has_effect(action),
            rank,
        })
    };
    let mut entries: Vec<Entry> =
        listed.filter(|action| *action != Action::Commands).filter_map(entry).collect();
    entries.sort_by_key(|entry| (entry.rank, !entry.has_effect));
    entries
}

/// Returns the times, days, rooms, tracks and people that match.
fn places(viewer: &ViewContext, state: &ConferenceState, typed: &str, matcher: &Matcher) -> Vec<Entry> {
    let (locale, presenter) = (viewer.locale(), state.presenter(viewer));
    let conference = presenter.conference;
    let entry = |command, name, kind, rank| Entry {
        command,
        name,
        beside: locale.text(kind),
        has_effect: true,
        rank,
    };
    let mut entries = Vec::new();
    if let Some(target) = state.time_target(typed, &presenter) {
        entries.push(entry(
            Command::Time(target),
            panes::time_name(&presenter, target),
            Message::CommandTime,
            0,
        ));
    }
    let named = state.day_by_name(typed.trim());
    for (at, day) in presenter.index.days().iter().enumerate() {
        let Some(date) = day.date else { continue };
        let name = locale.full_date(date);
        let rank = if named == Some(at) { Some(0) } else { matcher.rank(&name, &locale.weekday_day(date)) };
        entries.extend(rank.map(|rank| entry(Command::Day(at), name, Message::CommandDay, rank)));
    }
    let rooms = (0..conference.rooms.len()).map(|id| PaneItem::Room(RoomId::new(id)));
    let tracks = (0..conference.tracks.len()).map(|id| PaneItem::Track(TrackId::new(id)));
    let people = (0..conference.people.len()).map(|id| PaneItem::Person(PersonId::new(id)));
    let kinds: [(Message, Box<dyn Iterator<Item = PaneItem>>); 3] = [
        (Message::CommandRoom, Box::new(rooms)),
        (Message::CommandTrack, Box::new(tracks)),
        (Message::CommandPerson, Box::new(people)),
    ];
    for (kind, items) in kinds {
        let found = items.filter_map(|item| {
            let name = item.name(&presenter)?;
            let rank = matcher.rank(&name, "")?;
            Some(entry(Command::Item(item), name, kind, rank))
        });
        let mut found: Vec<Entry> = found.collect();
        found.sort_by_key(|entry| entry.rank);
        entries.extend(found.into_iter().take(MAX_ITEMS));
    }
    entries
}

/// Compares names with a typed text, regardless of case and accents.
struct Matcher {
    text: String,
    words: Vec<String>,
}

impl Matcher {
    fn new(typed: &str) -> Self {
        let text = fold(typed.trim());
        let words = text.split_whitespace().map(str::to_owned).collect();
        Self { text, words }
    }

    /// Returns the quality of the match of a name, and of further words for it: 0 if the name begins with the text, 1 if
    /// it has the text after a blank, 2 if words of it begin with those of the text, 3 if it contains them, 4 if only the
    /// further words help; `None` if any word is missing.
    fn rank(&self, name: &str, more: &str) -> Option<u8> {
        if self.words.is_empty() {
            return Some(0);
        }
        let name = fold(name);
        let begins =
            |word: &String| name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word));
        if name.starts_with(&self.text) {
            return Some(0);
        }
        if name.contains(&format!(" {}", self.text)) {
            return Some(1);
        }
        if self.words.iter().all(begins) {
            return Some(2);
        }
        if self.words.iter().all(|word| name.contains(word)) {
            return Some(3);
        }
        let more = fold(more);
        self.words.iter().all(|word| name.contains(word) || more.contains(word)).then_some(4)
    }
}
