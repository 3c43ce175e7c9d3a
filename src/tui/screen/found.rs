//! What a search found: the best first, those of one kind together, with what was looked for marked in it.

use super::titles::{beside, room_columns, title_rows};
use super::{Item, Scene};
use crate::index::{self, Field, Hit, Marker};
use crate::locale::Message;
use crate::model::SessionId;
use crate::text::{cut, width, wrap};
use crate::theme::Role;
use crate::tui::widget::{Entry, Line};

/// Narrower than this, rooms have no column.
const WITH_ROOMS: usize = 64;
/// So many hits are listed; nobody goes through more, and typing stays quick.
const MOST: usize = 500;

pub(super) fn list(scene: &Scene<'_>) -> Vec<Entry<Item>> {
    let Scene { words, columns, .. } = scene;
    let found = &scene.visit.found;
    if found.query.is_empty() {
        return super::nothing(words, Message::SearchHelp, *columns);
    }
    let mut entries = Vec::new();
    if let Some(target) = scene.visit.time_target(&found.text, words) {
        let time = words.locale.time(target.time);
        let date = target.date.map(|date| format!("{}, ", words.locale.weekday_day(date)));
        let text = words.locale.quoting(Message::FoundTime, &format!("{}{time}", date.unwrap_or_default()));
        entries.push(Entry::mark(
            Line::new(" ", Role::Text).and(cut(&text, columns.saturating_sub(2)), Role::Text),
        ));
    } else if found.hits.is_empty() && !found.is_awaited {
        return super::nothing(words, Message::NothingFoundHere, *columns);
    }
    let listed = &found.hits[..found.hits.len().min(MOST)];
    for group in listed.chunk_by(|one, other| one.item.is_kind_of(other.item)) {
        let count = found.hits.iter().filter(|hit| hit.item.is_kind_of(group[0].item)).count();
        let head = format!("{} {count}", words.word(head(group[0].item.into())));
        entries.extend(super::group(head, entries.is_empty()));
        entries.extend(group.iter().map(|hit| row(scene, hit)));
    }
    entries
}

fn head(item: Item) -> Message {
    match item {
        Item::Session(_) => Message::FoundSessions,
        Item::Person(_) => Message::PanePeople,
        Item::Room(_) => Message::Rooms,
        Item::Track(_) => Message::FoundTracks,
        Item::Organizer(_) => Message::Organizers,
        Item::Sponsor(_) => Message::Sponsors,
        Item::Delegation(_) => Message::Delegations,
        _ => Message::PaneAbout,
    }
}

fn row(scene: &Scene<'_>, hit: &Hit) -> Entry<Item> {
    let words = &scene.words;
    let about = words.conference;
    let item = Item::from(hit.item);
    let name = match item {
        Item::Session(id) => return session(scene, id, hit),
        Item::Person(id) => words.person(about.person(id)),
        Item::Room(id) => words.room(id),
        Item::Track(id) => words.track(id),
        Item::Organizer(id) => words.organizer(about.organizer(id)),
        Item::Sponsor(id) => words.name(about.sponsor(id).name.as_ref(), None),
        Item::Delegation(id) => words.name(about.delegation(id).name.as_ref(), None),
        Item::Info(id) => words.name(about.info(id).title.as_ref(), None),
        _ => words.text(&about.title).to_string(),
    };
    let marker = scene.visit.found.marker.as_deref();
    let room = scene.columns.saturating_sub(2);
    let mut lines: Vec<Line> = wrap(&name, room)
        .into_iter()
        .map(|line| Line::new(" ", Role::Text).join(marked(&line, Role::Text, marker)))
        .collect();
    lines.extend(below(scene, hit, 3));
    Entry::row(item, lines)
}

/// ` Sat 09:30 ★ Title of the session            Janson`
fn session(scene: &Scene<'_>, id: SessionId, hit: &Hit) -> Entry<Item> {
    let words = &scene.words;
    let session = words.conference.session(id);
    let marker = scene.visit.found.marker.as_deref();
    let start = words.short_start(id);
    let mark = super::agenda::plan_mark(scene.visit.mine.level(id));
    let lead = if start.is_empty() { 1 } else { width(&start) + 2 };
    let before = Line::new(" ", Role::Text).and(start, Role::Dim).to(lead).join(mark).to(lead + 2);
    let place = words.rooms(session).filter(|_| scene.columns >= WITH_ROOMS).unwrap_or_default();
    let place = cut(&place, room_columns(scene.columns)).into_owned();
    let indent = before.width();
    let first = beside(scene.columns, indent, &place);
    let mut lines = Vec::new();
    for title in title_rows(&words.title(session), first, beside(scene.columns, indent, "")) {
        let begin = if lines.is_empty() { before.clone() } else { Line::default().to(indent) };
        lines.push(begin.join(marked(&title, Role::Text, marker)));
    }
    if let Some(first) = lines.first_mut() {
        let at = scene.columns.saturating_sub(width(&place) + 1);
        *first = std::mem::take(first).to(at).join(marked(&place, Role::Dim, marker));
    }
    lines.extend(below(scene, hit, indent));
    Entry::row(Item::Session(id), lines)
}

/// A line that shows where it was found, if not in the name.
fn below(scene: &Scene<'_>, hit: &Hit, indent: usize) -> Option<Line> {
    let words = &scene.words;
    let marker = scene.visit.found.marker.as_deref().filter(|_| hit.farthest > Field::Name)?;
    // The room stands in the row already.
    if let (index::Item::Session(id), Field::About, true) =
        (hit.item, hit.farthest, scene.columns >= WITH_ROOMS)
    {
        let place = words.rooms(words.conference.session(id)).unwrap_or_default();
        if !marker.marks(&place).is_empty() {
            return None;
        }
    }
    let room = scene.columns.saturating_sub(indent + 1);
    let text = marker.line(words.conference, hit.item, words.reading, room)?;
    Some(Line::default().to(indent).join(marked(&text, Role::Dim, Some(marker))))
}

/// A text with what was looked for marked in it.
fn marked(text: &str, role: Role, marker: Option<&Marker>) -> Line {
    let mut line = Line::default();
    let mut at = 0;
    for mark in marker.map(|marker| marker.marks(text)).unwrap_or_default() {
        line = line.and(&text[at..mark.start], role).and(&text[mark.clone()], Role::Hit);
        at = mark.end;
    }
    line.and(&text[at..], role)
}
