//! The panes: for each what its list holds, and the detail of what is selected in it.

mod about;
mod agenda;
mod organizers;
mod people;
mod places;
mod sponsors;

use chrono::NaiveDateTime;

use super::visit::Pane;
use super::widget::{Entry, Line, List, Page, TEXT_WIDTH};
use crate::index::Item;
use crate::locale::Message;
use crate::model::{Conference, Link};
use crate::text::wrap;
use crate::theme::Role;
use crate::wording::Wording;

/// The list of a pane, `width` columns wide; `now` is the minute that is shown in it.
pub(super) fn list(
    words: &Wording<'_>,
    pane: Pane,
    day: usize,
    width: usize,
    now: Option<NaiveDateTime>,
) -> List<Item> {
    List::new(match pane {
        Pane::Agenda => agenda::list(words, day, width, now),
        Pane::People => people::list(words, width),
        Pane::Organizers => organizers::list(words, width),
        Pane::Sponsors => sponsors::list(words, width),
        Pane::About => about::list(words, width),
    })
}

/// The detail of an item, `width` columns wide.
pub(super) fn detail(words: &Wording<'_>, item: Item, width: usize) -> Page<Item> {
    let mut page = Page::new(width);
    match item {
        Item::Session(id) => agenda::detail(words, id, &mut page),
        Item::Person(id) => people::detail(words, id, &mut page),
        Item::Organizer(id) => organizers::detail(words, id, &mut page),
        Item::Sponsor(id) => sponsors::detail(words, id, &mut page),
        Item::Room(id) => places::room(words, id, &mut page),
        Item::Track(id) => places::track(words, id, &mut page),
        Item::Delegation(_) | Item::Conference | Item::Info(_) | Item::Numbers => {
            about::detail(words, item, &mut page);
        }
    }
    page
}

/// What there is in a pane; `None` where a number says nothing.
pub(super) fn count(conference: &Conference, pane: Pane) -> Option<usize> {
    match pane {
        Pane::Agenda => Some(conference.sessions.len()),
        Pane::People => Some(conference.people.len()),
        Pane::Organizers => Some(conference.organizers.len()),
        Pane::Sponsors => Some(conference.sponsors.len()),
        Pane::About => None,
    }
}

/// The head of a group, with air above it unless it is the first.
fn group(head: String, is_first: bool) -> Vec<Entry<Item>> {
    let head = Entry::group(Line::new(" ", Role::Text).and(head, Role::Faint));
    if is_first { vec![head] } else { vec![Entry::air(), head] }
}

/// A name, and what belongs to it in dim lines below.
fn named_row(item: Item, name: &str, below: &[String], columns: usize) -> Entry<Item> {
    let room = columns.saturating_sub(2).min(TEXT_WIDTH.into());
    let mut lines: Vec<Line> =
        wrap(name, room).into_iter().map(|line| Line::new(" ", Role::Text).and(line, Role::Text)).collect();
    for text in below {
        let text = wrap(text, room.saturating_sub(2));
        lines.extend(text.into_iter().map(|line| Line::new("   ", Role::Text).and(line, Role::Dim)));
    }
    Entry::row(item, lines)
}

/// Links by their names and addresses.
fn pages<'a>(words: &Wording<'a>, links: &'a [Link]) -> impl Iterator<Item = (Option<String>, String)> {
    links.iter().map(|link| (words.known(link.label.as_ref()), link.url.to_string()))
}

/// One sentence where there is nothing.
fn nothing(words: &Wording<'_>, message: Message, columns: usize) -> Vec<Entry<Item>> {
    let lines = wrap(&words.word(message), columns.saturating_sub(2)).into_iter();
    lines.map(|line| Entry::mark(Line::new(" ", Role::Text).and(line, Role::Dim))).collect()
}
