//! The hits of a search, grouped by kind, with highlighted matches.

use super::context::PaneContext;
use super::rows;
use super::titles::{room_columns, title_rows, title_width};
use crate::i18n::Message;
use crate::presenter::Presenter;
use crate::theme::TextRole;
use crate::tui::conference::{PaneItem, TimeTarget};
use crate::tui::widget::{Entry, Line};
use kurultai_schedule::index::{self, Field, Highlighter, Hit};
use kurultai_schedule::model::SessionId;
use kurultai_schedule::text::{cut, width, wrap};

/// The smallest width of a list with rooms.
const WITH_ROOMS: usize = 64;
/// The largest number of hits in the list, which limits the time per keystroke.
const MAX_ROWS: usize = 500;

/// Formats the time to which a typed text leads: `Sat 1 Feb, 14:00`.
pub(in crate::tui) fn time_name(presenter: &Presenter<'_>, target: TimeTarget) -> String {
    let time = presenter.locale.time(target.time);
    let date = target.date.map(|date| format!("{}, ", presenter.locale.weekday_day(date)));
    format!("{}{time}", date.unwrap_or_default())
}

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let PaneContext { presenter, columns, .. } = context;
    let found = &context.state.search;
    if found.query.is_empty() {
        return rows::nothing(presenter, Message::SearchHelp, *columns);
    }
    let mut entries = Vec::new();
    if let Some(target) = context.state.time_target(&found.text, presenter) {
        let text = presenter.locale.quoting(Message::FoundTime, &time_name(presenter, target));
        entries.push(Entry::separator(
            Line::new(" ", TextRole::Text).add(cut(&text, columns.saturating_sub(2)), TextRole::Text),
        ));
    } else if found.hits.is_empty() && !found.is_pending {
        return rows::nothing(presenter, Message::NothingFoundHere, *columns);
    }
    let listed = &found.hits[..found.hits.len().min(MAX_ROWS)];
    for group in listed.chunk_by(|hit, next| hit.item.is_kind_of(next.item)) {
        let count = found.hits.iter().filter(|hit| hit.item.is_kind_of(group[0].item)).count();
        let head = format!("{} {count}", presenter.word(head(group[0].item.into())));
        entries.extend(rows::group(head, entries.is_empty()));
        entries.extend(group.iter().map(|hit| row(context, hit)));
    }
    entries
}

fn head(item: PaneItem) -> Message {
    match item {
        PaneItem::Session(_) => Message::FoundSessions,
        PaneItem::Person(_) => Message::PanePeople,
        PaneItem::Room(_) => Message::Rooms,
        PaneItem::Track(_) => Message::FoundTracks,
        PaneItem::Organizer(_) => Message::Organizers,
        PaneItem::Sponsor(_) => Message::Sponsors,
        PaneItem::Delegation(_) => Message::Delegations,
        _ => Message::PaneAbout,
    }
}

fn row(context: &PaneContext<'_>, hit: &Hit) -> Entry<PaneItem> {
    let item = PaneItem::from(hit.item);
    if let PaneItem::Session(id) = item {
        return session(context, id, hit);
    }
    let name = item.name(&context.presenter).unwrap_or_default();
    let marker = context.state.search.highlighter.as_deref();
    let room = context.columns.saturating_sub(2);
    let mut lines: Vec<Line> = wrap(&name, room)
        .into_iter()
        .map(|line| Line::new(" ", TextRole::Text).append(marked(&line, TextRole::Text, marker)))
        .collect();
    lines.extend(below(context, hit, 3));
    Entry::row(item, lines)
}

/// Returns ` Sat 09:30 ★ Title of the session            Janson`.
fn session(context: &PaneContext<'_>, id: SessionId, hit: &Hit) -> Entry<PaneItem> {
    let presenter = &context.presenter;
    let session = presenter.conference.session(id);
    let marker = context.state.search.highlighter.as_deref();
    let start = presenter.short_start(id);
    let mark = super::agenda::plan_mark(context.state.plan_context.priority(id));
    let lead = if start.is_empty() { 1 } else { width(&start) + 2 };
    let before =
        Line::new(" ", TextRole::Text).add(start, TextRole::Dim).pad_to(lead).append(mark).pad_to(lead + 2);
    let place = presenter.rooms(session).filter(|_| context.columns >= WITH_ROOMS).unwrap_or_default();
    let place = cut(&place, room_columns(context.columns)).into_owned();
    let indent = before.width();
    let first = title_width(context.columns, indent, &place);
    let mut lines = Vec::new();
    for title in title_rows(&presenter.title(session), first, title_width(context.columns, indent, "")) {
        let begin = if lines.is_empty() { before.clone() } else { Line::default().pad_to(indent) };
        lines.push(begin.append(marked(&title, TextRole::Text, marker)));
    }
    if let Some(first) = lines.first_mut() {
        let at = context.columns.saturating_sub(width(&place) + 1);
        *first = std::mem::take(first).pad_to(at).append(marked(&place, TextRole::Dim, marker));
    }
    lines.extend(below(context, hit, indent));
    Entry::row(PaneItem::Session(id), lines)
}

/// Returns a line with the match, unless the name contains it.
fn below(context: &PaneContext<'_>, hit: &Hit, indent: usize) -> Option<Line> {
    let presenter = &context.presenter;
    let marker = context.state.search.highlighter.as_deref().filter(|_| hit.farthest > Field::Name)?;
    // The row already contains the room.
    if let (index::EntityRef::Session(id), Field::About, true) =
        (hit.item, hit.farthest, context.columns >= WITH_ROOMS)
    {
        let place = presenter.rooms(presenter.conference.session(id)).unwrap_or_default();
        if !marker.marks(&place).is_empty() {
            return None;
        }
    }
    let room = context.columns.saturating_sub(indent + 1);
    let text = marker.line(presenter.conference, hit.item, presenter.reading, room)?;
    Some(Line::default().pad_to(indent).append(marked(&text, TextRole::Dim, Some(marker))))
}

/// Highlights the matches in a text.
fn marked(text: &str, role: TextRole, marker: Option<&Highlighter>) -> Line {
    let mut line = Line::default();
    let mut at = 0;
    for mark in marker.map(|marker| marker.marks(text)).unwrap_or_default() {
        line = line.add(&text[at..mark.start], role).add(&text[mark.clone()], TextRole::Hit);
        at = mark.end;
    }
    line.add(&text[at..], role)
}
