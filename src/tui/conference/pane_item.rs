//! [`PaneItem`]: an item that a list can select or a link can lead to.

use crate::presenter::Presenter;
use kurultai_schedule::index;
use kurultai_schedule::model::{
    DelegationId, InfoId, OrganizerId, PersonId, RoomId, SessionId, SponsorId, TrackId,
};

/// An item that a list can select or a link can lead to: an entity of the schedule, or an item of the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum PaneItem {
    Session(SessionId),
    Person(PersonId),
    Organizer(OrganizerId),
    Sponsor(SponsorId),
    Room(RoomId),
    Track(TrackId),
    Delegation(DelegationId),
    /// The conference itself.
    Conference,
    Info(InfoId),
    /// The statistics of the schedule.
    Numbers,
    /// A pick whose session is missing from the schedule, by its index in the plan.
    Gone(usize),
    /// A busy block, by its index in the plan.
    Busy(usize),
    /// A change of the schedule, by its index in the list of changes.
    Change(usize),
    /// A value to filter by, by its index among all facet values.
    Facet(usize),
}

impl From<index::EntityRef> for PaneItem {
    fn from(item: index::EntityRef) -> Self {
        match item {
            index::EntityRef::Session(id) => Self::Session(id),
            index::EntityRef::Person(id) => Self::Person(id),
            index::EntityRef::Organizer(id) => Self::Organizer(id),
            index::EntityRef::Sponsor(id) => Self::Sponsor(id),
            index::EntityRef::Room(id) => Self::Room(id),
            index::EntityRef::Track(id) => Self::Track(id),
            index::EntityRef::Delegation(id) => Self::Delegation(id),
            index::EntityRef::Conference => Self::Conference,
            index::EntityRef::Info(id) => Self::Info(id),
        }
    }
}

impl PaneItem {
    /// Returns the name of an entity of the schedule; `None` for other items.
    pub(in crate::tui) fn name(self, presenter: &Presenter<'_>) -> Option<String> {
        let conference = presenter.conference;
        Some(match self {
            Self::Session(id) => presenter.title(conference.session(id)),
            Self::Person(id) => presenter.person(conference.person(id)),
            Self::Organizer(id) => presenter.organizer(conference.organizer(id)),
            Self::Sponsor(id) => presenter.name(conference.sponsor(id).name.as_ref(), None),
            Self::Room(id) => presenter.room(id),
            Self::Track(id) => presenter.track(id),
            Self::Delegation(id) => presenter.name(conference.delegation(id).name.as_ref(), None),
            Self::Conference => presenter.text(&conference.title).to_string(),
            Self::Info(id) => presenter.name(conference.info(id).title.as_ref(), None),
            Self::Numbers | Self::Gone(_) | Self::Busy(_) | Self::Change(_) | Self::Facet(_) => return None,
        })
    }
}
