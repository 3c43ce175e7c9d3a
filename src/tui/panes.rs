//! [`PANES`]: the panes, their lists and the details of items.

mod about;
mod agenda;
mod changes;
mod context;
mod facets;
mod found;
mod now;
mod organizers;
mod people;
mod places;
mod plan;
mod rows;
mod sessions;
mod sponsors;
pub(super) mod timeline;
mod titles;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::conference::{ConferenceState, Pane, PaneItem};
use super::widget::{Entry, List, Page};
use crate::i18n::Message;
use crate::keymap::{Action, Key, Keymap};
use crate::theme::Theme;
use kurultai_schedule::index::Timeline;

pub(super) use context::PaneContext;
pub(super) use found::time_name;

const AGENDA: &[Action] = &[
    Action::Pick,
    Action::Open,
    Action::TogglePriority,
    Action::Note,
    Action::Hide,
    Action::Filter,
    Action::ClearFilter,
    Action::NextDay,
    Action::PreviousDay,
    Action::NextGroup,
    Action::PreviousGroup,
    Action::Timeline,
    Action::JumpToNow,
    Action::FoldPast,
    Action::ShowHidden,
];
const PLAN: &[Action] = &[
    Action::Pick,
    Action::TogglePriority,
    Action::Open,
    Action::Note,
    Action::Busy,
    Action::ExportPlan,
    Action::NextGroup,
    Action::PreviousGroup,
    Action::ShowNow,
];
/// The actions of lists of sessions in secondary panes.
const SESSIONS: &[Action] = &[
    Action::Open,
    Action::Pick,
    Action::TogglePriority,
    Action::Note,
    Action::NextGroup,
    Action::PreviousGroup,
    Action::Back,
];
const FOUND: &[Action] = &[
    Action::Open,
    Action::Pick,
    Action::TogglePriority,
    Action::Note,
    Action::NextHit,
    Action::PreviousHit,
    Action::Back,
];
const OTHERS: &[Action] = &[Action::Open, Action::Copy, Action::NextGroup, Action::PreviousGroup];

/// A pane: its key, title, count, contents and most useful actions.
pub(super) struct PaneSpec {
    pub(super) pane: Pane,
    /// The key that shows the pane. Panes with a key have a tab, numbered in the order of the table.
    key: Option<char>,
    pub(super) title: Message,
    /// Counts the items; `None` if the tab has no count.
    pub(super) count: fn(&ConferenceState) -> Option<usize>,
    /// Builds the rows, whose items have a detail.
    list: fn(&PaneContext<'_>) -> Vec<Entry<PaneItem>>,
    /// Draws the pane if it is not a list. The list then only determines the order of the items.
    pub(super) canvas: Option<Canvas>,
    /// The most useful actions, which the help lists first.
    pub(super) actions: &'static [Action],
}

type Canvas = fn(&PaneContext<'_>, &Timeline, Rect, &mut Buffer, &Theme);

/// All panes. Those with a key are in the order of their tabs.
pub(super) const PANES: &[PaneSpec] = &[
    PaneSpec {
        key: Some('1'),
        count: |state| Some(state.schedule.conference.sessions.len()),
        actions: AGENDA,
        ..PaneSpec::list(Pane::AGENDA, Message::PaneAgenda, agenda::list)
    },
    PaneSpec {
        canvas: Some(timeline::draw),
        actions: AGENDA,
        ..PaneSpec::list(Pane::TIMELINE, Message::PaneAgenda, agenda::list)
    },
    PaneSpec {
        key: Some('2'),
        count: |state| Some(state.schedule.conference.people.len()),
        ..PaneSpec::list(Pane::PEOPLE, Message::PanePeople, people::list)
    },
    PaneSpec {
        key: Some('3'),
        count: |state| Some(state.schedule.conference.organizers.len()),
        ..PaneSpec::list(Pane::ORGANIZERS, Message::PaneOrganizers, organizers::list)
    },
    PaneSpec {
        key: Some('4'),
        count: |state| Some(state.schedule.conference.sponsors.len()),
        ..PaneSpec::list(Pane::SPONSORS, Message::PaneSponsors, sponsors::list)
    },
    PaneSpec { key: Some('5'), ..PaneSpec::list(Pane::ABOUT, Message::PaneAbout, about::list) },
    PaneSpec {
        key: Some('6'),
        // An empty plan has no count rather than zero, so that its tab is not dimmed.
        count: |state| Some(state.plan_context.plan.picks.len()).filter(|count| *count > 0),
        actions: PLAN,
        ..PaneSpec::list(Pane::PLAN, Message::PanePlan, plan::list)
    },
    PaneSpec { actions: FOUND, ..PaneSpec::list(Pane::FOUND, Message::PaneFound, found::list) },
    PaneSpec { actions: SESSIONS, ..PaneSpec::list(Pane::NOW, Message::PaneNow, now::list) },
    PaneSpec { actions: SESSIONS, ..PaneSpec::list(Pane::CHANGES, Message::PaneChanges, changes::list) },
    PaneSpec { actions: SESSIONS, ..PaneSpec::list(Pane::FACETS, Message::PaneFacets, facets::list) },
];

impl PaneSpec {
    /// Returns a list pane without a tab and without a count.
    const fn list(pane: Pane, title: Message, list: fn(&PaneContext<'_>) -> Vec<Entry<PaneItem>>) -> Self {
        Self { pane, key: None, title, count: |_| None, list, canvas: None, actions: OTHERS }
    }
}

/// Returns the entry of a pane in [`PANES`].
pub(super) fn spec(pane: Pane) -> &'static PaneSpec {
    PANES.iter().find(|spec| spec.pane == pane).unwrap_or(&PANES[0])
}

/// Returns the panes with a tab and their numbers.
pub(super) fn tabs() -> impl Iterator<Item = (u8, &'static PaneSpec)> {
    (1..).zip(PANES.iter().filter(|spec| spec.key.is_some()))
}

/// Returns the pane with this name in the user's files, unless it is a secondary one.
pub(super) fn by_name(name: &str) -> Option<Pane> {
    PANES.iter().map(|spec| spec.pane).find(|pane| pane.name == name && !pane.is_secondary)
}

/// Returns the default key bindings.
#[must_use]
pub fn default_keymap() -> Keymap {
    Keymap::new(PANES.iter().filter_map(|spec| spec.key).map(Key::char))
}

/// Returns the list of the current pane.
pub(super) fn list(context: &PaneContext<'_>) -> List<PaneItem> {
    List::new((spec(context.state.pane).list)(context))
}

/// Returns the detail of an item.
pub(super) fn detail(context: &PaneContext<'_>, item: PaneItem) -> Page<PaneItem> {
    let presenter = &context.presenter;
    let mut page = Page::new(context.columns);
    match item {
        PaneItem::Session(id) => agenda::detail(context, id, &mut page),
        PaneItem::Person(id) => people::detail(context, id, &mut page),
        PaneItem::Organizer(id) => organizers::detail(presenter, id, &mut page),
        PaneItem::Sponsor(id) => sponsors::detail(presenter, id, &mut page),
        PaneItem::Room(id) => places::room(context, id, &mut page),
        PaneItem::Track(id) => places::track(context, id, &mut page),
        PaneItem::Delegation(_) | PaneItem::Conference | PaneItem::Info(_) | PaneItem::Numbers => {
            about::detail(presenter, item, &mut page);
        }
        PaneItem::Gone(at) => plan::gone_detail(context, at, &mut page),
        PaneItem::Busy(at) => plan::busy_detail(context, at, &mut page),
        PaneItem::Change(at) => changes::detail(context, at, &mut page),
        PaneItem::Facet(_) => facets::detail(context, &mut page),
    }
    page
}
