//! The panes: for each what its list holds, and the detail of what is selected in it.

mod about;
mod agenda;
mod changes;
mod facets;
mod found;
mod now;
mod organizers;
mod people;
mod places;
mod plan;
mod sessions;
mod sponsors;
pub(super) mod timeline;
mod titles;

use super::conference::{ConferenceState, Pane, PaneItem};
use super::view_context::ViewContext;
use super::widget::{Entry, Line, List, Page, TEXT_WIDTH};
use crate::i18n::Message;
use crate::keymap::{Key, Keymap};
use crate::model::{Conference, Link, Moment};
use crate::presenter::Presenter;
use crate::text::wrap;
use crate::theme::Role;

/// What lists and details are made of: the program and the words to speak of it, who looks and where they are.
pub(super) struct PaneContext<'a> {
    pub(super) presenter: Presenter<'a>,
    pub(super) state: &'a ConferenceState,
    /// How wide the lines are.
    pub(super) columns: usize,
    /// The minute of the venue's clock that is shown, where one is.
    pub(super) now: Option<Moment>,
    pub(super) keymap: &'a Keymap,
}

impl<'a> PaneContext<'a> {
    pub(super) fn new(
        state: &'a ConferenceState,
        viewer: &'a ViewContext,
        columns: u16,
        now: Option<Moment>,
    ) -> Self {
        let (presenter, keymap) = (state.presenter(viewer), viewer.keymap());
        Self { presenter, state, columns: columns.into(), now, keymap }
    }
}

/// Returns the default key bindings.
#[must_use]
pub fn default_keymap() -> Keymap {
    Keymap::new(('1'..='9').take(Pane::TABS.len()).map(Key::char))
}

/// The list of the pane that is shown.
pub(super) fn list(context: &PaneContext<'_>) -> List<PaneItem> {
    let PaneContext { presenter: words, columns, .. } = context;
    List::new(match context.state.pane {
        Pane::Agenda => agenda::list(context),
        Pane::People => people::list(words, *columns),
        Pane::Organizers => organizers::list(words, *columns),
        Pane::Sponsors => sponsors::list(words, *columns),
        Pane::About => about::list(words, *columns),
        Pane::Found => found::list(context),
        Pane::Facets => facets::list(context),
        Pane::Plan => plan::list(context),
        Pane::Changes => changes::list(context),
        Pane::Now => now::list(context),
    })
}

/// The detail of an item.
pub(super) fn detail(context: &PaneContext<'_>, item: PaneItem) -> Page<PaneItem> {
    let words = &context.presenter;
    let mut page = Page::new(context.columns);
    match item {
        PaneItem::Session(id) => agenda::detail(context, id, &mut page),
        PaneItem::Person(id) => people::detail(context, id, &mut page),
        PaneItem::Organizer(id) => organizers::detail(words, id, &mut page),
        PaneItem::Sponsor(id) => sponsors::detail(words, id, &mut page),
        PaneItem::Room(id) => places::room(context, id, &mut page),
        PaneItem::Track(id) => places::track(context, id, &mut page),
        PaneItem::Delegation(_) | PaneItem::Conference | PaneItem::Info(_) | PaneItem::Numbers => {
            about::detail(words, item, &mut page);
        }
        PaneItem::Gone(at) => plan::gone_detail(context, at, &mut page),
        PaneItem::Busy(at) => plan::busy_detail(context, at, &mut page),
        PaneItem::Change(at) => changes::detail(context, at, &mut page),
        PaneItem::Facet(_) => facets::detail(context, &mut page),
    }
    page
}

/// What there is in a pane; `None` where a number says nothing.
pub(super) fn count(state: &ConferenceState, pane: Pane) -> Option<usize> {
    let conference: &Conference = &state.schedule.conference;
    match pane {
        Pane::Agenda => Some(conference.sessions.len()),
        Pane::People => Some(conference.people.len()),
        Pane::Organizers => Some(conference.organizers.len()),
        Pane::Sponsors => Some(conference.sponsors.len()),
        // An empty plan has nothing to count yet.
        Pane::Plan => Some(state.plan_context.plan.picks.len()).filter(|count| *count > 0),
        Pane::About | Pane::Found | Pane::Now | Pane::Changes | Pane::Facets => None,
    }
}

/// The head of a group, with air above it unless it is the first.
fn group(head: String, is_first: bool) -> Vec<Entry<PaneItem>> {
    let head = Entry::group(Line::new(" ", Role::Text).and(head, Role::Faint));
    if is_first { vec![head] } else { vec![Entry::spacer(), head] }
}

/// A name, and what belongs to it in dim lines below.
fn named_row(item: PaneItem, name: &str, below: &[String], columns: usize) -> Entry<PaneItem> {
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
fn pages<'a>(words: &Presenter<'a>, links: &'a [Link]) -> impl Iterator<Item = (Option<String>, String)> {
    links.iter().map(|link| (words.known(link.label.as_ref()), link.url.to_string()))
}

/// One sentence where there is nothing.
fn nothing(words: &Presenter<'_>, message: Message, columns: usize) -> Vec<Entry<PaneItem>> {
    sentence(&words.word(message), columns)
}

/// A sentence in place of a list.
fn sentence(text: &str, columns: usize) -> Vec<Entry<PaneItem>> {
    let lines = wrap(text, columns.saturating_sub(2)).into_iter();
    lines.map(|line| Entry::separator(Line::new(" ", Role::Text).and(line, Role::Dim))).collect()
}
