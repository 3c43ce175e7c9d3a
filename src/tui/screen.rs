//! The panes: for each what its list holds, and the detail of what is selected in it.

mod about;
mod agenda;
mod changes;
mod facets;
mod found;
mod item;
mod now;
mod organizers;
mod people;
mod places;
mod plan;
mod sessions;
mod sponsors;
mod timeline;
mod titles;

pub(super) use item::Item;
pub(super) use timeline::draw as timeline;

use super::visit::{Pane, Visit};
use super::widget::{Entry, Line, List, Page, TEXT_WIDTH};
use crate::locale::Message;
use crate::model::{Conference, Link, Moment};
use crate::text::wrap;
use crate::theme::Role;
use crate::wording::Wording;

/// What lists and details are made of: the program and the words to speak of it, who looks and where they are.
pub(super) struct Scene<'a> {
    pub(super) words: Wording<'a>,
    pub(super) visit: &'a Visit,
    /// How wide the lines are.
    pub(super) columns: usize,
    /// The minute of the venue's clock that is shown, where one is.
    pub(super) now: Option<Moment>,
}

/// The list of the pane that is shown.
pub(super) fn list(scene: &Scene<'_>) -> List<Item> {
    let Scene { words, columns, .. } = scene;
    List::new(match scene.visit.pane {
        Pane::Agenda => agenda::list(scene),
        Pane::People => people::list(words, *columns),
        Pane::Organizers => organizers::list(words, *columns),
        Pane::Sponsors => sponsors::list(words, *columns),
        Pane::About => about::list(words, *columns),
        Pane::Found => found::list(scene),
        Pane::Facets => facets::list(scene),
        Pane::Plan => plan::list(scene),
        Pane::Changes => changes::list(scene),
        Pane::Now => now::list(scene),
    })
}

/// The detail of an item.
pub(super) fn detail(scene: &Scene<'_>, item: Item) -> Page<Item> {
    let words = &scene.words;
    let mut page = Page::new(scene.columns);
    match item {
        Item::Session(id) => agenda::detail(scene, id, &mut page),
        Item::Person(id) => people::detail(scene, id, &mut page),
        Item::Organizer(id) => organizers::detail(words, id, &mut page),
        Item::Sponsor(id) => sponsors::detail(words, id, &mut page),
        Item::Room(id) => places::room(scene, id, &mut page),
        Item::Track(id) => places::track(scene, id, &mut page),
        Item::Delegation(_) | Item::Conference | Item::Info(_) | Item::Numbers => {
            about::detail(words, item, &mut page);
        }
        Item::Gone(at) => plan::gone_detail(scene, at, &mut page),
        Item::Busy(at) => plan::busy_detail(scene, at, &mut page),
        Item::Change(at) => changes::detail(scene, at, &mut page),
        Item::Facet(_) => facets::detail(scene, &mut page),
    }
    page
}

/// What there is in a pane; `None` where a number says nothing.
pub(super) fn count(visit: &Visit, pane: Pane) -> Option<usize> {
    let conference: &Conference = &visit.program.conference;
    match pane {
        Pane::Agenda => Some(conference.sessions.len()),
        Pane::People => Some(conference.people.len()),
        Pane::Organizers => Some(conference.organizers.len()),
        Pane::Sponsors => Some(conference.sponsors.len()),
        // An empty plan has nothing to count yet.
        Pane::Plan => Some(visit.mine.plan.picks.len()).filter(|count| *count > 0),
        Pane::About | Pane::Found | Pane::Now | Pane::Changes | Pane::Facets => None,
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
    sentence(&words.word(message), columns)
}

/// A sentence in place of a list.
fn sentence(text: &str, columns: usize) -> Vec<Entry<Item>> {
    let lines = wrap(text, columns.saturating_sub(2)).into_iter();
    lines.map(|line| Entry::mark(Line::new(" ", Role::Text).and(line, Role::Dim))).collect()
}
