//! A program that was read again takes the place of the one that is shown, and one stays where one was.

use super::spot::Places;
use super::{Detail, Pane, Place, Spot, Visit};
use crate::model::{
    Conference, DelegationId, InfoId, OrganizerId, PersonId, RoomId, SessionId, SponsorId, Texts, TrackId,
};
use crate::program::Program;
use crate::text::Clean;
use crate::tui::arrange::Arranged;
use crate::tui::found::Found;
use crate::tui::opened::Opened;
use crate::tui::screen::Item;
use std::collections::HashMap;

impl Visit {
    /// Whether a file that was saved has new errors and fewer sessions: it is half written, or a slip hides some of them. Who
    /// works on it sees them again with the next save, and is where they were.
    pub(in crate::tui) fn is_partly_lost_in(&self, program: &Program) -> bool {
        let (errors, former) = (program.counts().0, self.program.counts().0);
        errors > former && program.conference.sessions.len() < self.program.conference.sessions.len()
    }

    /// Shows another state of the same program, with everything selected and scrolled as it was.
    pub(in crate::tui) fn replace(&mut self, opened: Opened) {
        let Opened { program, plan, .. } = opened;
        let old = std::mem::replace(&mut self.program, program);
        self.broken = None;
        self.mine.reopened(plan, &self.program);
        self.found = Found::default();
        self.search_index = None;
        self.makes_index = false;
        // What lies over the panes with a number was made from the former program.
        if matches!(self.pane, Pane::Found | Pane::Facets) {
            self.close_over();
        }
        self.refilter();
        let carried = Carried { from: &old, to: &self.program, names: names(&self.program.conference) };
        let spots = std::mem::take(&mut self.history);
        let here = carried.spot(&self.spot());
        self.filtered.guest = match self.filtered.guest.and_then(|id| carried.item(Item::Session(id))) {
            Some(Item::Session(id)) => Some(id),
            _ => None,
        };
        self.history = spots.iter().map(|spot| carried.spot(spot)).collect();
        let reminded = std::mem::take(&mut self.mine.reminded).into_iter();
        self.mine.reminded = reminded
            .filter_map(|(id, start)| match carried.item(Item::Session(id))? {
                Item::Session(id) => Some((id, start)),
                _ => None,
            })
            .collect();
        self.before = self.before.take().map(|spot| Box::new(carried.spot(&spot)));
        self.reading.own.clone_from(&self.program.conference.language);
        self.shows_own_time &= self.has_instants();
        self.return_to(here);
        self.arranged = Arranged::default();
    }
}

/// From one state of a program to another.
struct Carried<'a> {
    from: &'a Program,
    to: &'a Program,
    /// Of the other state.
    names: Names,
}

impl Carried<'_> {
    fn spot(&self, spot: &Spot) -> Spot {
        let days = |program: &Program| program.index.days().iter().map(|day| day.date).collect::<Vec<_>>();
        let (old_days, new_days) = (days(self.from), days(self.to));
        let day = |at: usize| new_days.iter().position(|date| old_days.get(at) == Some(date));
        let mut places = Places::new(new_days.len());
        for (at, place) in spot.places.days.iter().enumerate() {
            if let Some(day) = day(at) {
                places.days[day] = self.place(*place);
            }
        }
        places.panes = spot.places.panes.map(|place| self.place(place));
        let mut day = day(spot.day).unwrap_or(spot.day.min(new_days.len().saturating_sub(1)));
        // A session that is shown is shown on the day that it was moved to.
        let selected = spot.places.days.get(spot.day).and_then(|place| place.selected);
        if let (Pane::Agenda, Some(Item::Session(id))) =
            (spot.pane, selected.and_then(|item| self.item(item)))
        {
            day = self.to.index.day_of(&self.to.conference, id);
            let top = places.days[day].top;
            places.days[day] = Place { selected: Some(Item::Session(id)), top };
        }
        let instead = spot.detail.instead.and_then(|item| self.item(item));
        let detail = Detail { instead, ..spot.detail };
        Spot { pane: spot.pane, focus: spot.focus, day, places, grid: spot.grid, detail }
    }

    fn place(&self, place: Place) -> Place {
        Place { selected: place.selected.and_then(|item| self.item(item)), ..place }
    }

    /// The same thing in the other state; where it is gone, what stands in its place now.
    fn item(&self, item: Item) -> Option<Item> {
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
fn kind(item: Item) -> Option<(Kind, usize)> {
    Some(match item {
        Item::Session(id) => (Kind::Session, id.index()),
        Item::Person(id) => (Kind::Person, id.index()),
        Item::Organizer(id) => (Kind::Organizer, id.index()),
        Item::Sponsor(id) => (Kind::Sponsor, id.index()),
        Item::Room(id) => (Kind::Room, id.index()),
        Item::Track(id) => (Kind::Track, id.index()),
        Item::Delegation(id) => (Kind::Delegation, id.index()),
        Item::Info(id) => (Kind::Info, id.index()),
        // What there is once, and what is not the program's.
        Item::Conference
        | Item::Numbers
        | Item::Gone(_)
        | Item::Busy(_)
        | Item::Change(_)
        | Item::Facet(_) => return None,
    })
}

fn make(kind: Kind, at: usize) -> Item {
    match kind {
        Kind::Session => Item::Session(SessionId::new(at)),
        Kind::Person => Item::Person(PersonId::new(at)),
        Kind::Organizer => Item::Organizer(OrganizerId::new(at)),
        Kind::Sponsor => Item::Sponsor(SponsorId::new(at)),
        Kind::Room => Item::Room(RoomId::new(at)),
        Kind::Track => Item::Track(TrackId::new(at)),
        Kind::Delegation => Item::Delegation(DelegationId::new(at)),
        Kind::Info => Item::Info(InfoId::new(at)),
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
fn called(conference: &Conference, item: Item) -> [Option<String>; 2] {
    let text = |texts: &Option<Texts>| {
        texts.as_ref().and_then(|texts| texts.iter().next()).map(|(_, text)| text.to_string())
    };
    let id = |id: &Option<Clean>| id.as_ref().map(ToString::to_string);
    match item {
        Item::Session(at) => {
            let session = conference.session(at);
            [id(&session.guid).or_else(|| id(&session.id)), text(&session.title)]
        }
        Item::Person(at) => {
            let person = conference.person(at);
            [id(&person.guid).or_else(|| id(&person.id)), text(&person.name)]
        }
        Item::Organizer(at) => [None, text(&conference.organizer(at).name)],
        Item::Sponsor(at) => [None, text(&conference.sponsor(at).name)],
        Item::Room(at) => [id(&conference.room(at).id), text(&conference.room(at).name)],
        Item::Track(at) => [id(&conference.track(at).id), text(&conference.track(at).name)],
        Item::Delegation(at) => [None, text(&conference.delegation(at).name)],
        Item::Info(at) => [None, text(&conference.info(at).title)],
        _ => [None, None],
    }
}
