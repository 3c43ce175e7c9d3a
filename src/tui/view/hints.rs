//! Draws the last line: useful keys, and the number of diagnostics of the file.

use crate::i18n::Message;
use crate::keymap::Action;
use crate::theme::TextRole;
use crate::tui::app::App;
use crate::tui::conference::PaneItem;
use crate::tui::conference::{ConferenceState, Focus, Pane};
use crate::tui::widget::{Bar, Line, Target, tail};
use kurultai_schedule::markup::LinkUrl;
use kurultai_schedule::model::ClockFrom;
use kurultai_schedule::text::width;

/// The width from which hints are displayed beside the destination of a link.
const WIDTH_FOR_HINTS_BESIDE_URL: usize = 50;

/// The width from which arrow keys are explained.
const WIDTH_FOR_ARROWS: u16 = 100;
/// The width from which arrow keys are explained in an overlay, where they scroll.
const WIDTH_FOR_ARROWS_IN_OVERLAY: u16 = 60;
const MOVE: &[Action] = &[Action::Up, Action::Down];

/// Builds the line: as many hints as fit.
pub(in crate::tui) fn hints(app: &App, columns: u16) -> Bar<Action> {
    // Keep one blank column on each side.
    let room = usize::from(columns).saturating_sub(2);
    // Help and quit are always displayed.
    let mut needed = vec![hint(app, &[Action::Quit], Message::HintQuit)];
    if !app.is_text_input() {
        needed.insert(0, hint(app, &[Action::Help], Message::HintHelp));
    }
    let address =
        app.shown_state().filter(|_| app.overlay.is_none()).and_then(|state| selected_address(app, state));
    if address.is_some() && room < WIDTH_FOR_HINTS_BESIDE_URL {
        needed.clear();
    }
    let mistakes = mistakes(app);
    let beside = mistakes.as_ref().map_or(0, |line| line.width() + 3);
    let taken: usize = needed.iter().map(|(line, _)| line.width() + 3).sum::<usize>() + beside;
    // No gap after the last hint.
    let mut left = (room + 3).saturating_sub(taken);
    let mut bar = Bar::new(" ", TextRole::Text);
    if let Some(address) = address {
        let (line, action) = leads_to(app, address, left.saturating_sub(3));
        left = left.saturating_sub(line.width() + 3);
        bar = bar.add(line, action);
    }
    // The displayed schedule differs from the file.
    let broken = app.shown_state().filter(|state| state.reload_error.is_some() && app.overlay.is_none());
    if broken.is_some() {
        let (line, action) = warning(app, Action::Problems, Message::HintBroken);
        if let Some(rest) = left.checked_sub(line.width() + 3) {
            left = rest;
            bar = bar.add(line, action);
        }
    }
    let has_arrows =
        columns >= WIDTH_FOR_ARROWS || (app.overlay.is_some() && columns >= WIDTH_FOR_ARROWS_IN_OVERLAY);
    let useful = useful(app).into_iter().filter(|(actions, _)| has_arrows || *actions != MOVE);
    for (actions, word) in useful {
        let (line, action) = hint(app, actions, word);
        let Some(rest) = left.checked_sub(line.width() + 3) else { break };
        left = rest;
        bar = bar.add(line, action);
    }
    for (line, action) in needed {
        bar = bar.add(line, action);
    }
    if let Some(line) = mistakes {
        let at = usize::from(columns).saturating_sub(line.width() + 1);
        bar = bar.add_at(at, line, Action::Problems);
    }
    bar
}

/// Returns the number of diagnostics of the file, with the key that lists them: `! 5`.
fn mistakes(app: &App) -> Option<Line> {
    let state = app.shown_state().filter(|_| app.overlay.is_none())?;
    let count = Some(state.schedule.mistakes()).filter(|count| *count > 0)?;
    let key = app.viewer.keymap().key_name(Action::Problems);
    let role = if state.schedule.counts().0 > 0 { TextRole::Warn } else { TextRole::Dim };
    Some(Line::new(key, TextRole::Key).add(format!(" {count}"), role))
}

/// Returns hints for the current location, the most useful first.
fn useful(app: &App) -> Vec<(&'static [Action], Message)> {
    if let Some(overlay) = &app.overlay {
        let back = if overlay.is_filtered() { Message::HintClear } else { Message::HintClose };
        if overlay.lists_commands() {
            return vec![
                (&[Action::Open], Message::HintChoose),
                (&[Action::Back], back),
                (MOVE, Message::HintMove),
            ];
        }
        return vec![(&[Action::Back], back), (MOVE, Message::HintScroll)];
    }
    match app.conference.as_ref().filter(|_| !app.shows_events) {
        Some(state) => in_schedule(app, state),
        None => in_events(app),
    }
}

fn in_events(app: &App) -> Vec<(&'static [Action], Message)> {
    let mut useful: Vec<(&'static [Action], Message)> = Vec::new();
    if app.events.selected().is_some() {
        useful.extend([(MOVE, Message::HintMove), (&[Action::Open][..], Message::HintOpen)]);
    }
    if app.is_opening() {
        useful.push((&[Action::Back], Message::HintCancel));
    } else if !app.events.filter.is_empty() {
        useful.push((&[Action::Back], Message::HintClear));
    } else if app.conference.is_some() {
        useful.push((&[Action::Back], Message::HintBack));
    }
    useful
}

fn in_schedule(app: &App, state: &ConferenceState) -> Vec<(&'static [Action], Message)> {
    let mut useful: Vec<(&'static [Action], Message)> = match state.focus {
        Focus::List if state.current_item().is_none() => Vec::new(),
        Focus::List => vec![(MOVE, Message::HintMove), (&[Action::Open], Message::HintOpen)],
        Focus::Detail => vec![(&[Action::Back], Message::HintBack), (MOVE, Message::HintScroll)],
    };
    if state.detail.link.is_some() && selected_address(app, state).is_none() {
        useful.push((&[Action::Open], Message::HintFollow));
    }
    if !state.history.is_empty() {
        useful.push((&[Action::HistoryBack], Message::HintReturn));
    }
    if let Some(message) = of_plan(app, state) {
        useful.push((&[Action::Pick], message));
    }
    if state.pane.is_secondary && state.focus == Focus::List {
        useful.push((&[Action::Back], Message::HintBack));
    } else {
        useful.push((&[Action::NextPane], Message::HintPane));
    }
    if state.shows_days() {
        useful.push((&[Action::PreviousDay, Action::NextDay], Message::HintDay));
    }
    useful.push((&[Action::Search], Message::HintSearch));
    if state.is_on_agenda() {
        if state.is_on_timeline() {
            useful.push((&[Action::Timeline], Message::HintList));
        } else if state.has_timeline() {
            useful.push((&[Action::Timeline], Message::HintTimeline));
        }
        useful.push((&[Action::Filter], Message::HintFilter));
    }
    if state.pane == Pane::PLAN {
        let is_dated = state.schedule.index.days().iter().any(|day| day.date.is_some());
        let has_calendar = state.plan_context.days.iter().any(|day| day.date.is_some());
        useful.extend(is_dated.then_some((&[Action::Busy][..], Message::HintBusy)));
        useful.extend(has_calendar.then_some((&[Action::ExportPlan][..], Message::HintExport)));
    }
    if matches!(state.pane.tab(), Pane::AGENDA | Pane::PLAN) && state.running_day(&app.viewer).is_some() {
        useful.push((&[Action::ShowNow], Message::HintNow));
    }
    if state.languages().len() > 1 {
        useful.push((&[Action::Language], Message::HintLanguage));
    }
    let conference = &state.schedule.conference;
    let is_own =
        conference.clock_from == ClockFrom::Viewer || conference.zone == app.viewer.settings.clock.zone();
    if !is_own && state.has_instants() {
        useful.push((&[Action::ToggleTimeZone], Message::HintClock));
    }
    useful.push((&[Action::EventList], Message::HintEvents));
    useful
}

/// Returns the effect of Space on the selected item.
fn of_plan(app: &App, state: &ConferenceState) -> Option<Message> {
    Some(match app.layout_cache.plan_target(state)? {
        PaneItem::Session(id) if state.plan_context.priority(id).is_some() => Message::HintUnpick,
        PaneItem::Session(_) => Message::HintPick,
        PaneItem::Gone(_) | PaneItem::Busy(_) => Message::HintUnpick,
        _ => return None,
    })
}

/// Returns the selected link if it is external.
fn selected_address<'a>(app: &'a App, state: &ConferenceState) -> Option<&'a LinkUrl> {
    match app.layout_cache.link_target(state)? {
        Target::Address(address) => Some(address),
        Target::Detail(_) => None,
    }
}

/// Builds `Enter opens fosdem.org`. Keeps the end of a long host name, which determines its owner.
fn leads_to(app: &App, address: &LinkUrl, room: usize) -> (Line, Action) {
    let message = if address.is_mailbox() { Message::HintWritesTo } else { Message::HintOpensPage };
    let line = |place: &str| {
        let key = app.viewer.keymap().key_name(Action::Open);
        let text = app.viewer.locale().quoting(message, place);
        Line::hint(key, text, TextRole::Accent)
    };
    let place = address.place();
    let mut hint = line(place);
    let around = hint.width() - width(place);
    if hint.width() > room {
        hint = line(&format!("…{}", tail(place, room.saturating_sub(around + 1))));
    }
    (hint, Action::Open)
}

/// Builds a highlighted hint.
fn warning(app: &App, action: Action, word: Message) -> (Line, Action) {
    let key = app.viewer.keymap().key_name(action);
    let text = app.viewer.locale().text(word);
    (Line::hint(key, text, TextRole::Warn), action)
}

/// Builds `↑↓ move`: the first key of each action, and a word. A click performs the last action.
fn hint(app: &App, actions: &[Action], word: Message) -> (Line, Action) {
    // While letters are typed as text, only other keys work.
    let is_typing = app.is_text_input();
    let keymap = app.viewer.keymap();
    let name = |action: &Action| match keymap.key_while_typing(*action) {
        Some(key) if is_typing => Some(key.to_string()),
        None if is_typing => None,
        _ => keymap.keys(*action).first().map(ToString::to_string),
    };
    let names: Vec<String> = actions.iter().filter_map(name).collect();
    let parts_fit_together = names.iter().all(|name| width(name) == 1);
    let keys = names.join(if parts_fit_together { "" } else { " " });
    let line = Line::hint(keys, app.viewer.locale().text(word), TextRole::Dim);
    (line, actions.last().copied().unwrap_or(Action::Help))
}
