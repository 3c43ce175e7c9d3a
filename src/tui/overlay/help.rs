//! The help: all actions with their keys. The most useful ones in the pane come first, those without effect
//! last.

mod here;

pub(super) use here::{first, works};

use crate::i18n::{Locale, Message};
use crate::keymap::{Action, Binding, Group, Key, cyrillic_twin};
use crate::theme::TextRole;
use crate::tui::conference::{ConferenceState, Focus};
use crate::tui::layout_cache::LayoutCache;
use crate::tui::view_context::ViewContext;
use crate::tui::widget::Line;
use kurultai_schedule::text::{fold, lines as places, width, wrap};

/// The largest width.
pub(super) const WIDTH: u16 = 64;
/// The smallest width of the text column; below it, texts are on the line after their keys.
const NARROW: usize = 24;
/// The maximum length of the filter in characters.
pub(super) const MAX_FILTER: usize = 40;

/// The indentation of continuation lines below that width.
const INDENT: usize = 4;

/// The groups of actions in order.
const GROUPS: [Group; 6] = [Group::Move, Group::Find, Group::Plan, Group::Time, Group::Look, Group::App];

/// An action with its keys. The actions that show a pane share one row.
struct Row {
    keys: String,
    what: String,
    /// The group of the action, which the filter also searches.
    group: String,
}

/// Rows under a heading.
struct Section {
    head: String,
    rows: Vec<Row>,
    has_effect: bool,
}

/// Returns the lines of the help, and their number without a filter. The filter keeps the rows that contain
/// all its words in keys, text or group.
pub(super) fn sheet(
    viewer: &ViewContext,
    state: Option<&ConferenceState>,
    cache: &LayoutCache,
    typed: &str,
    columns: usize,
) -> (Vec<Line>, usize) {
    let locale = viewer.locale();
    let sections = sections(viewer, state, cache);
    let rows = sections.iter().flat_map(|section| &section.rows);
    let keys = rows.map(|row| width(&row.keys)).max().unwrap_or(0);
    let all = lines(&sections, keys, columns);
    let height = all.len();
    let folded = fold(typed);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() {
        return (all, height);
    }
    let fits = |row: &Row| {
        let text = fold(&format!("{} {} {}", row.keys, row.what, row.group));
        words.iter().all(|word| text.contains(word))
    };
    let narrowed = sections.into_iter().filter_map(|section| {
        let rows: Vec<Row> = section.rows.into_iter().filter(fits).collect();
        (!rows.is_empty()).then_some(Section { rows, ..section })
    });
    let narrowed: Vec<Section> = narrowed.collect();
    if narrowed.is_empty() {
        let text = locale.quoting(Message::HelpNothing, typed.trim());
        let text = wrap(&text, columns.saturating_sub(2).max(10));
        return (
            text.iter().map(|line| Line::new(" ", TextRole::Text).add(line, TextRole::Dim)).collect(),
            height,
        );
    }
    (lines(&narrowed, keys, columns), height)
}

/// Returns the most useful actions of the pane, then the others by group, then those without effect.
fn sections(viewer: &ViewContext, state: Option<&ConferenceState>, cache: &LayoutCache) -> Vec<Section> {
    let locale = viewer.locale();
    let has_effect = |action: &Action| state.is_none_or(|state| works(state, cache, viewer, *action));
    let first: Vec<Action> = state.into_iter().flat_map(first).copied().filter(has_effect).collect();
    let bound =
        || viewer.keymap().bindings().map(|(action, _)| action).filter(|action| !first.contains(action));
    let is_page = state.is_some_and(|state| state.focus == Focus::Detail);
    let head = if is_page { Message::HelpOnPage } else { Message::HelpInPane };
    let mut sections = vec![section(viewer, head, first.iter().copied())];
    for group in GROUPS {
        let of_group = bound().filter(|action| action.group() == group && has_effect(action));
        sections.push(section(viewer, group.message(), of_group));
    }
    let mouse = Row {
        keys: locale.text(Message::HelpMouseKeys),
        what: locale.text(Message::HelpMouse),
        group: locale.text(Group::Move.message()),
    };
    let of_move = locale.text(Group::Move.message());
    if let Some(section) = sections.iter_mut().find(|section| section.head == of_move) {
        section.rows.push(mouse);
    }
    let rest = section(viewer, Message::HelpNoEffect, bound().filter(|action| !has_effect(action)));
    sections.push(Section { has_effect: false, ..rest });
    sections.retain(|section| !section.rows.is_empty());
    sections
}

fn section(viewer: &ViewContext, head: Message, actions: impl Iterator<Item = Action>) -> Section {
    let locale = viewer.locale();
    let mut rows: Vec<Row> = Vec::new();
    for action in actions {
        let keys = viewer.keymap().keys(action).iter().map(|key| name(locale, *key));
        let keys = keys.collect::<Vec<_>>().join(" ");
        let what = locale.text(action.message());
        match rows.last_mut() {
            Some(last) if last.what == what => last.keys = format!("{} {keys}", last.keys),
            _ => rows.push(Row { keys, what, group: locale.text(action.group().message()) }),
        }
    }
    Section { head: locale.text(head), rows, has_effect: true }
}

/// Returns the lines of sections. `keys` is the width of the key column.
fn lines(sections: &[Section], keys: usize, columns: usize) -> Vec<Line> {
    let room = columns.saturating_sub(keys + 4);
    let mut lines = Vec::new();
    for Section { head, rows, has_effect } in sections {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::new(" ", TextRole::Text).add(head, TextRole::Title));
        let (of_key, of_text) =
            if *has_effect { (TextRole::Key, TextRole::Text) } else { (TextRole::Dim, TextRole::Dim) };
        for row in rows {
            let start = if room < NARROW { width(&row.keys) } else { keys } + 3;
            let indent = if room < NARROW { INDENT } else { start };
            let mut before = Line::new(" ", TextRole::Text).add(&row.keys, of_key).pad_to(start);
            let rooms = [start, indent].map(|taken| columns.saturating_sub(taken + 1).max(10));
            for what in hanging(&row.what, rooms) {
                lines.push(before.add(what, of_text));
                before = Line::default().pad_to(indent);
            }
        }
    }
    lines
}

/// Wraps a text whose first line has a different width.
fn hanging(text: &str, [first, others]: [usize; 2]) -> Vec<String> {
    let Some(head) = places(text, first).into_iter().next() else { return Vec::new() };
    let rest = text[head.end..].trim_start();
    let rest = if rest.is_empty() { Vec::new() } else { wrap(rest, others) };
    std::iter::once(text[head].to_owned()).chain(rest).collect()
}

/// Returns the names of keys. For an interface language in Cyrillic, adds the letter on the same key: `j
/// (о)`.
fn name(locale: &Locale, keys: Binding) -> String {
    let twin = |key: Key| cyrillic_twin(key).filter(|_| !key.ctrl && is_cyrillic(locale));
    match (twin(keys.first), keys.second.map(|second| twin(second).unwrap_or(second))) {
        (Some(first), second) => format!("{keys} ({})", Binding { first, second }),
        (None, _) => keys.to_string(),
    }
}

/// True if the interface language is written in Cyrillic.
fn is_cyrillic(locale: &Locale) -> bool {
    locale.text(Message::Help).chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c))
}
