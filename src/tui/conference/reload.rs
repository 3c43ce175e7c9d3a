//! A program that was read again takes the place of the one that is shown, and one stays where one was.

use super::location::ListCursors;
use super::search_state::SearchState;
use super::{ConferenceState, Detail, ListCursor, Location, Pane, PaneItem};
use crate::model::{
    Conference, DelegationId, InfoId, LocalizedText, OrganizerId, PersonId, RoomId, SessionId, SponsorId,
    TrackId,
};
use crate::schedule::LoadedSchedule;
use crate::text::SafeText;
use crate::tui::loaded::Loaded;
use std::collections::HashMap;

impl ConferenceState {
    /// Whether a file that was saved has new errors and fewer sessions: it is half written, or a slip hides some of them. Who
    /// works on it sees them again with the next save, and is where they were.
    pub(in crate::tui) fn is_partly_lost_in(&self, schedule: &LoadedSchedule) -> bool {
        let (errors, former) = (schedule.counts().0, self.schedule.counts().0);
        errors > former && schedule.conference.sessions.len() < self.schedule.conference.sessions.len()
    }

    /// Shows another state of the same program, with everything selected and scrolled as it was.
    pub(in crate::tui) fn replace(&mut self, opened: Loaded) {
        let Loaded { schedule, plan, .. } = opened;
        let old = std::mem::replace(&mut self.schedule, schedule);
        self.broken = None;
        self.plan_context.reopened(plan, &self.schedule);
        self.search = SearchState::default();
        self.search_index = None;
        self.makes_index = false;
        // What lies over the panes with a number was made from the former program.
        if matches!(self.pane, Pane::Found | Pane::Facets) {
            self.close_secondary();
        }
        self.refilter();
        let carried = Carried { from: &old, to: &self.schedule, names: names(&self.schedule.conference) };
        let spots = std::mem::take(&mut self.history);
        let here = carried.spot(&self.spot());
        self.filter.pinned = match self.filter.pinned.and_then(|id| carried.item(PaneItem::Session(id))) {
            Some(PaneItem::Session(id)) => Some(id),
            _ => None,
        };
        self.history = spots.iter().map(|spot| carried.spot(spot)).collect();
        let reminded = std::mem::take(&mut self.plan_context.reminded).into_iter();
        self.plan_context.reminded = reminded
            .filter_map(|(id, start)| match carried.item(PaneItem::Session(id))? {
                PaneItem::Session(id) => Some((id, start)),
                _ => None,
            })
            .collect();
        self.before = self.before.take().map(|spot| Box::new(carried.spot(&spot)));
        self.reading.own.clone_from(&self.schedule.conference.language);
        self.shows_own_time &= self.has_instants();
        self.restore(here);
    }
}

/// From one state of a program to another.
struct Carried<'a> {
    from: &'a LoadedSchedule,
    to: &'a LoadedSchedule,
    /// Of the other state.
    names: Names,
}

impl Carried<'_> {
    fn spot(&self, spot: &Location) -> Location {
        let days =
            |schedule: &LoadedSchedule| schedule.index.days().iter().map(|day| day.date).collect::<Vec<_>>();
        let (old_days, new_days) = (days(self.from), days(self.to));
        let day = |at: usize| new_days.iter().position(|date| old_days.get(at) == Some(date));
        let mut places = ListCursors::new(new_days.len());
        for (at, place) in spot.places.days.iter().enumerate() {
            if let Some(day) = day(at) {
                places.days[day] = self.place(*place);
            }
        }
        places.panes = spot.places.panes.map(|place| self.place(place));
        let mut day = day(spot.day).unwrap_or(spot.day.min(new_days.len().saturating_sub(1)));
        // A session that is shown is shown on the day that it was moved to.
        let selected = spot.places.days.get(spot.day).and_then(|place| place.selected);
        if let (Pane::Agenda, Some(PaneItem::Session(id))) =
            (spot.pane, selected.and_then(|item| self.item(item)))
        {
            day = self.to.index.day_of(&self.to.conference, id);
            let top = places.days[day].top;
            places.days[day] = ListCursor { selected: Some(PaneItem::Session(id)), top };
        }
        let instead = spot.detail.instead.and_then(|item| self.item(item));
        let detail = Detail { instead, ..spot.detail };
        Location { pane: spot.pane, focus: spot.focus, day, places, grid: spot.grid, detail }
    }

    fn place(&self, place: ListCursor) -> ListCursor {
        ListCursor { selected: place.selected.and_then(|item| self.item(item)), ..place }
    }

    /// The same thing in the other state; where it is gone, what stands in its place now.
    fn item(&self, item: PaneItem) -> Option<PaneItem> {
        let Some((kind, at)) = kind(item) else { return Some(item) };
        let [id, name] = called(&self.from.conference, item);
        // Of several that are called alike it is the one that is nearest to where it was.
        let nearest = |which: usize, wanted: Option<String>| {
            let same = self.names.get(&(kind, which, wanted?))?;
            same.iter().min_by_key(|other| other.abs_diff(at)).copied()
        };
        let in_place = || Some(at.min(count(&self.to.conference, kind).checked_sub(1)?));
        nearest(0, id).or_else(|| nearest(1, name)).or_else(in_place).map(|at| make(kind, at))
    }
}

/// The places of things by their kind, by whether it is their id (0) or their name (1), and by that.
type Names = HashMap<(Kind, usize, String), Vec<usize>>;

fn names(conference: &Conference) -> Names {
    let mut names = Names::new();
    for kind in Kind::ALL {
        for at in 0..count(conference, kind) {
            for (which, called) in called(conference, make(kind, at)).into_iter().enumerate() {
                if let Some(called) = called {
                    names.entry((kind, which, called)).or_default().push(at);
                }
            }
        }
    }
    names
}

/// The kinds of things of which there are several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Session,
    Person,
    Organizer,
    Sponsor,
    Room,
    Track,
    Delegation,
    Info,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Session,
        Self::Person,
        Self::Organizer,
        Self::Sponsor,
        Self::Room,
        Self::Track,
        Self::Delegation,
        Self::Info,
    ];
}

/// The kind of a thing of the program and its place; `None` for anything else.
fn kind(item: PaneItem) -> Option<(Kind, usize)> {
    Some(match item {
        PaneItem::Session(id) => (Kind::Session, id.index()),
        PaneItem::Person(id) => (Kind::Person, id.index()),
        PaneItem::Organizer(id) => (Kind::Organizer, id.index()),
        PaneItem::Sponsor(id) => (Kind::Sponsor, id.index()),
        PaneItem::Room(id) => (Kind::Room, id.index()),
        PaneItem::Track(id) => (Kind::Track, id.index()),
        PaneItem::Delegation(id) => (Kind::Delegation, id.index()),
        PaneItem::Info(id) => (Kind::Info, id.index()),
        // What there is once, and what is not the program's.
        PaneItem::Conference
        | PaneItem::Numbers
        | PaneItem::Gone(_)
        | PaneItem::Busy(_)
        | PaneItem::Change(_)
        | PaneItem::Facet(_) => return None,
    })
}

fn make(kind: Kind, at: usize) -> PaneItem {
    match kind {
        Kind::Session => PaneItem::Session(SessionId::new(at)),
        Kind::Person => PaneItem::Person(PersonId::new(at)),
        Kind::Organizer => PaneItem::Organizer(OrganizerId::new(at)),
        Kind::Sponsor => PaneItem::Sponsor(SponsorId::new(at)),
        Kind::Room => PaneItem::Room(RoomId::new(at)),
        Kind::Track => PaneItem::Track(TrackId::new(at)),
        Kind::Delegation => PaneItem::Delegation(DelegationId::new(at)),
        Kind::Info => PaneItem::Info(InfoId::new(at)),
    }
}

fn count(conference: &Conference, kind: Kind) -> usize {
    match kind {
        Kind::Session => conference.sessions.len(),
        Kind::Person => conference.people.len(),
        Kind::Organizer => conference.organizers.len(),
        Kind::Sponsor => conference.sponsors.len(),
        Kind::Room => conference.rooms.len(),
        Kind::Track => conference.tracks.len(),
        Kind::Delegation => conference.delegations.len(),
        Kind::Info => conference.infos.len(),
    }
}

/// What others call a thing, and what it is called.
fn called(conference: &Conference, item: PaneItem) -> [Option<String>; 2] {
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
