//! Replaces the schedule by another edition, keeping the location.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

use super::location::ListCursors;
use super::search_state::SearchState;
use super::state::ConferenceState;
use super::{Detail, ListCursor, Location, Pane, PaneItem};
use crate::loaded::Loaded;
use crate::schedule::LoadedSchedule;
use kurultai_schedule::model::{
    Conference, DelegationId, InfoId, LocalizedText, OrganizerId, PersonId, RoomId, SessionId, SponsorId,
    TrackId,
};
use kurultai_schedule::text::SafeText;

impl ConferenceState {
    /// True if a saved file has new errors and fewer sessions, so that it is probably incomplete, or an error
    /// hides sessions. The next save may restore them.
    pub(in crate::tui) fn is_partly_lost_in(&self, schedule: &LoadedSchedule) -> bool {
        let (errors, former) = (schedule.counts().0, self.schedule.counts().0);
        errors > former && schedule.conference.sessions.len() < self.schedule.conference.sessions.len()
    }

    /// Shows another edition of the schedule, with the same selection and scroll positions.
    pub(in crate::tui) fn replace(&mut self, opened: Loaded) {
        let Loaded { schedule, plan, .. } = opened;
        let old = std::mem::replace(&mut self.schedule, schedule);
        self.reload_error = None;
        self.plan_context.replace_schedule(plan, &self.schedule);
        self.search = SearchState::default();
        self.search_index = None;
        self.is_indexing = false;
        // Hits and facets belong to the former edition.
        if matches!(self.pane, Pane::FOUND | Pane::FACETS) {
            self.close_secondary();
        }
        self.apply_filter();
        let translation =
            Translation { from: &old, to: &self.schedule, names: names(&self.schedule.conference) };
        let here = translation.location(&self.location());
        self.filter.pinned = self.filter.pinned.and_then(|id| translation.session(id));
        self.history = self.history.iter().map(|location| translation.location(location)).collect();
        let reminded = self.plan_context.reminded.iter();
        self.plan_context.reminded =
            reminded.filter_map(|(id, start)| Some((translation.session(*id)?, *start))).collect();
        self.covered = self.covered.take().map(|location| Box::new(translation.location(&location)));
        self.reading.own.clone_from(&self.schedule.conference.language);
        self.shows_own_time &= self.has_instants();
        self.restore(here);
    }
}

/// Translates locations and items of one edition of a schedule to another.
struct Translation<'a> {
    from: &'a LoadedSchedule,
    to: &'a LoadedSchedule,
    names: Names,
}

impl Translation<'_> {
    fn location(&self, location: &Location) -> Location {
        let date = |schedule: &LoadedSchedule, at: usize| schedule.index.days().get(at).map(|day| day.date);
        let new_days = self.to.index.days();
        let new_day = |at: usize| {
            let date = date(self.from, at)?;
            new_days.iter().position(|day| day.date == date)
        };
        let mut cursors = ListCursors::default();
        for (pane, at, cursor) in location.cursors.iter() {
            let day = if pane == Pane::AGENDA { new_day(at) } else { Some(0) };
            if let Some(day) = day {
                let selected = cursor.selected.and_then(|item| self.item(item));
                cursors.set(pane, day, ListCursor { selected, ..cursor });
            }
        }
        let mut day = new_day(location.day).unwrap_or(location.day.min(new_days.len().saturating_sub(1)));
        // The selected session may have moved to another day.
        let selected = location.cursors.get(Pane::AGENDA, location.day).selected;
        if let (Pane::AGENDA, Some(PaneItem::Session(id))) =
            (location.pane.tab(), selected.and_then(|item| self.item(item)))
        {
            day = self.to.index.day_of(&self.to.conference, id);
            let top = cursors.get(Pane::AGENDA, day).top;
            cursors.set(Pane::AGENDA, day, ListCursor { selected: Some(PaneItem::Session(id)), top });
        }
        let instead = location.detail.instead.and_then(|item| self.item(item));
        let detail = Detail { instead, ..location.detail };
        Location { day, cursors, detail, ..location.clone() }
    }

    fn session(&self, id: SessionId) -> Option<SessionId> {
        match self.item(PaneItem::Session(id))? {
            PaneItem::Session(id) => Some(id),
            _ => None,
        }
    }

    /// Returns the same item in the new edition. If it is gone, returns the item that now has its index.
    fn item(&self, item: PaneItem) -> Option<PaneItem> {
        let Some(at) = of_kind(&self.from.conference, item).iter().position(|other| *other == item) else {
            return Some(item);
        };
        let new = of_kind(&self.to.conference, item);
        // Of several items with the same name, choose the closest one.
        let nearest = |(is_name, identifier): (usize, Option<String>)| {
            let same = self.names.get(&(discriminant(&item), is_name, identifier?))?;
            same.iter().min_by_key(|other| other.abs_diff(at)).copied()
        };
        let mut identifiers = identifiers(&self.from.conference, item).into_iter().enumerate();
        let at = identifiers.find_map(nearest).unwrap_or(at.min(new.len().checked_sub(1)?));
        new.get(at).copied()
    }
}

/// The indices of items by kind, 0 for an id or 1 for a name, and the id or name.
type Names = HashMap<(Discriminant<PaneItem>, usize, String), Vec<usize>>;

fn names(conference: &Conference) -> Names {
    let mut names = Names::new();
    let kinds = [
        PaneItem::Session(SessionId::new(0)),
        PaneItem::Person(PersonId::new(0)),
        PaneItem::Organizer(OrganizerId::new(0)),
        PaneItem::Sponsor(SponsorId::new(0)),
        PaneItem::Room(RoomId::new(0)),
        PaneItem::Track(TrackId::new(0)),
        PaneItem::Delegation(DelegationId::new(0)),
        PaneItem::Info(InfoId::new(0)),
    ];
    for kind in kinds {
        for (at, item) in of_kind(conference, kind).into_iter().enumerate() {
            for (is_name, identifier) in identifiers(conference, item).into_iter().enumerate() {
                if let Some(identifier) = identifier {
                    names.entry((discriminant(&kind), is_name, identifier)).or_default().push(at);
                }
            }
        }
    }
    names
}

/// Returns all items of the same kind; none for items that are not entities of the schedule.
fn of_kind(conference: &Conference, item: PaneItem) -> Vec<PaneItem> {
    fn all<I>(count: usize, id: fn(usize) -> I, item: fn(I) -> PaneItem) -> Vec<PaneItem> {
        (0..count).map(id).map(item).collect()
    }
    match item {
        PaneItem::Session(_) => all(conference.sessions.len(), SessionId::new, PaneItem::Session),
        PaneItem::Person(_) => all(conference.people.len(), PersonId::new, PaneItem::Person),
        PaneItem::Organizer(_) => all(conference.organizers.len(), OrganizerId::new, PaneItem::Organizer),
        PaneItem::Sponsor(_) => all(conference.sponsors.len(), SponsorId::new, PaneItem::Sponsor),
        PaneItem::Room(_) => all(conference.rooms.len(), RoomId::new, PaneItem::Room),
        PaneItem::Track(_) => all(conference.tracks.len(), TrackId::new, PaneItem::Track),
        PaneItem::Delegation(_) => all(conference.delegations.len(), DelegationId::new, PaneItem::Delegation),
        PaneItem::Info(_) => all(conference.infos.len(), InfoId::new, PaneItem::Info),
        PaneItem::Conference
        | PaneItem::Numbers
        | PaneItem::Gone(_)
        | PaneItem::Busy(_)
        | PaneItem::Change(_)
        | PaneItem::Facet(_) => Vec::new(),
    }
}

/// Returns the published id and the name of an item.
fn identifiers(conference: &Conference, item: PaneItem) -> [Option<String>; 2] {
    let text = |texts: &Option<LocalizedText>| {
        texts.as_ref().and_then(|texts| texts.iter().next()).map(|(_, text)| text.to_string())
    };
    let id = |id: &Option<SafeText>| id.as_ref().map(ToString::to_string);
    match item {
        PaneItem::Session(at) => {
            let session = conference.session(at);
            [id(&session.guid).or_else(|| id(&session.id)), text(&session.title)]
        }
        PaneItem::Person(at) => {
            let person = conference.person(at);
            [id(&person.guid).or_else(|| id(&person.id)), text(&person.name)]
        }
        PaneItem::Organizer(at) => [None, text(&conference.organizer(at).name)],
        PaneItem::Sponsor(at) => [None, text(&conference.sponsor(at).name)],
        PaneItem::Room(at) => [id(&conference.room(at).id), text(&conference.room(at).name)],
        PaneItem::Track(at) => [id(&conference.track(at).id), text(&conference.track(at).name)],
        PaneItem::Delegation(at) => [None, text(&conference.delegation(at).name)],
        PaneItem::Info(at) => [None, text(&conference.info(at).title)],
        _ => [None, None],
    }
}
