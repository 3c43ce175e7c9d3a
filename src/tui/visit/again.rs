//! A program that was read again takes the place of the one that is shown, and one stays where one was.

use std::sync::Arc;

use super::{Detail, ListPlaces, Pane, Place, Spot, Visit};
use crate::model::{
    Conference, DelegationId, InfoId, OrganizerId, PersonId, RoomId, SessionId, SponsorId, Texts, TrackId,
};
use crate::program::Program;
use crate::text::Clean;
use crate::tui::arrange::Arranged;
use crate::tui::screen::Item;

impl Visit {
    /// Whether a file read again has nothing left of the program that is shown: it was emptied, or is half written.
    pub(in crate::tui) fn is_lost_in(&self, program: &Program) -> bool {
        let sessions = |program: &Program| program.conference.sessions.len();
        let has_errors = program.counts().0 > 0;
        (self.program.is_event() && !program.is_event())
            || (has_errors && sessions(&self.program) > 0 && sessions(program) == 0)
    }

    /// Shows another state of the same program, with everything selected and scrolled as it was.
    pub(in crate::tui) fn replace(&mut self, program: Arc<Program>) {
        let old = std::mem::replace(&mut self.program, program);
        let carried = Carried { from: &old, to: &self.program };
        let spots = std::mem::take(&mut self.history);
        let here = carried.spot(&self.spot());
        self.history = spots.iter().map(|spot| carried.spot(spot)).collect();
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
}

impl Carried<'_> {
    fn spot(&self, spot: &Spot) -> Spot {
        let days = |program: &Program| program.index.days().iter().map(|day| day.date).collect::<Vec<_>>();
        let (old_days, new_days) = (days(self.from), days(self.to));
        let day = |at: usize| new_days.iter().position(|date| old_days.get(at) == Some(date));
        let mut places = ListPlaces { days: vec![Place::default(); new_days.len()], ..ListPlaces::default() };
        for (at, place) in spot.places.days.iter().enumerate() {
            if let Some(day) = day(at) {
                places.days[day] = self.place(*place);
            }
        }
        places.people = self.place(spot.places.people);
        places.organizers = self.place(spot.places.organizers);
        places.sponsors = self.place(spot.places.sponsors);
        places.about = self.place(spot.places.about);
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
        Spot { pane: spot.pane, focus: spot.focus, day, places, detail: Detail { instead, ..spot.detail } }
    }

    fn place(&self, place: Place) -> Place {
        Place { selected: place.selected.and_then(|item| self.item(item)), ..place }
    }

    /// The same thing in the other state; where it is gone, what stands in its place now.
    fn item(&self, item: Item) -> Option<Item> {
        let (old, new) = (&self.from.conference, &self.to.conference);
        // Of several that are called alike it is the one that is nearest to where it was.
        let find = |at: usize, count: usize, make: &dyn Fn(usize) -> Item| {
            let [id, name] = called(old, item);
            let by = |which: usize, wanted: Option<String>| {
                let wanted = wanted?;
                let is_same = |other: &usize| called(new, make(*other))[which].as_ref() == Some(&wanted);
                (0..count).filter(is_same).min_by_key(|other| other.abs_diff(at))
            };
            by(0, id).or_else(|| by(1, name)).or_else(|| Some(at.min(count.checked_sub(1)?))).map(make)
        };
        match item {
            Item::Session(id) => {
                find(id.index(), new.sessions.len(), &|at| Item::Session(SessionId::new(at)))
            }
            Item::Person(id) => find(id.index(), new.people.len(), &|at| Item::Person(PersonId::new(at))),
            Item::Organizer(id) => {
                find(id.index(), new.organizers.len(), &|at| Item::Organizer(OrganizerId::new(at)))
            }
            Item::Sponsor(id) => {
                find(id.index(), new.sponsors.len(), &|at| Item::Sponsor(SponsorId::new(at)))
            }
            Item::Room(id) => find(id.index(), new.rooms.len(), &|at| Item::Room(RoomId::new(at))),
            Item::Track(id) => find(id.index(), new.tracks.len(), &|at| Item::Track(TrackId::new(at))),
            Item::Delegation(id) => {
                find(id.index(), new.delegations.len(), &|at| Item::Delegation(DelegationId::new(at)))
            }
            Item::Info(id) => find(id.index(), new.infos.len(), &|at| Item::Info(InfoId::new(at))),
            Item::Conference | Item::Numbers => Some(item),
        }
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
        Item::Conference | Item::Numbers => [None, None],
    }
}
