//! [`Visit`]: a program that is open, and where one is in it.

mod again;
mod copy;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Timelike, Utc};

use super::arrange::Arranged;
use super::viewer::Viewer;
use crate::index::Item;
use crate::model::{Reading, SessionId};
use crate::program::Program;
use crate::text::Lang;
use crate::wording::{Clocks, Wording};

/// A program that is open, and where one is in it.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    /// The file that it was read from.
    pub(super) path: PathBuf,
    pub(super) program: Arc<Program>,
    /// The language that is shown.
    pub(super) reading: Reading,
    /// Whether times are by the clock of whoever looks.
    pub(super) shows_own_time: bool,
    pub(super) pane: Pane,
    pub(super) focus: Focus,
    /// Which day of the agenda is shown.
    pub(super) day: usize,
    pub(super) places: ListPlaces,
    pub(super) detail: Detail,
    /// Where one was before each link that was followed.
    pub(super) history: Vec<Spot>,
    pub(super) arranged: Arranged,
}

/// So many links back one can go.
const LONGEST_WAY: usize = 100;

/// A part of the program that fills the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pane {
    Agenda,
    People,
    Organizers,
    Sponsors,
    About,
}

/// What keys move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Focus {
    List,
    Detail,
}

/// Where one is in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) selected: Option<Item>,
    /// The first line that is shown.
    pub(super) top: usize,
}

/// Where one is in each list; each day of the agenda has its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct ListPlaces {
    days: Vec<Place>,
    people: Place,
    organizers: Place,
    sponsors: Place,
    about: Place,
}

/// Where one is in the detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Detail {
    /// What is shown in place of what is selected in the list: a room or a track, which no list has.
    pub(super) instead: Option<Item>,
    /// The first line that is shown.
    pub(super) top: usize,
    /// The selected link.
    pub(super) link: Option<usize>,
}

/// Everything that says where one is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    pane: Pane,
    day: usize,
    places: ListPlaces,
    focus: Focus,
    detail: Detail,
}

impl Pane {
    pub(super) const ALL: [Self; 5] =
        [Self::Agenda, Self::People, Self::Organizers, Self::Sponsors, Self::About];
}

impl Visit {
    /// The program on its first pane, on the day that runs if it is known how late it is.
    pub(super) fn new(path: PathBuf, program: Arc<Program>, viewer: &Viewer) -> Self {
        let days = vec![Place::default(); program.index.days().len()];
        let reading = program.conference.reading(viewer.settings.lang.clone());
        let mut visit = Self {
            path,
            program,
            reading,
            shows_own_time: false,
            pane: Pane::Agenda,
            focus: Focus::List,
            day: 0,
            places: ListPlaces { days, ..ListPlaces::default() },
            detail: Detail::default(),
            history: Vec::new(),
            arranged: Arranged::default(),
        };
        visit.go_to_now(viewer);
        visit
    }

    /// The next instant at which the screen changes by itself; `None` when it never does.
    ///
    /// Only the agenda tells the time, and only on the day that runs: it does so to the minute.
    pub(super) fn next_tick(&self, viewer: &Viewer) -> Option<DateTime<Utc>> {
        let now = viewer.now?;
        let is_running = self.pane == Pane::Agenda && self.running_day(viewer) == Some(self.day);
        let next_minute = now.with_second(0)?.with_nanosecond(0)? + TimeDelta::minutes(1);
        is_running.then_some(next_minute)
    }

    /// The day of the agenda that runs now.
    pub(super) fn running_day(&self, viewer: &Viewer) -> Option<usize> {
        let conference = &self.program.conference;
        self.program.index.running_day(conference, viewer.venue_clock(conference)?)
    }

    /// Shows the day that runs, with what began last and still runs selected, else what comes next; on any other day
    /// the first. Of what runs, what began long ago is known by now.
    pub(super) fn go_to_now(&mut self, viewer: &Viewer) {
        let conference = &self.program.conference;
        let (Some(day), Some(now)) = (self.running_day(viewer), viewer.venue_clock(conference)) else {
            return;
        };
        self.day = day;
        let timed = &self.program.index.days()[day].timed;
        let when = |id: &SessionId| conference.session(*id).times;
        let running = || timed.iter().filter(|id| when(id).covers(now));
        let last_start = running().filter_map(|id| when(id).starts()).max();
        let next = running()
            .find(|id| when(id).starts() == last_start)
            .or_else(|| timed.iter().find(|id| when(id).starts().is_some_and(|start| start > now)));
        if let (Some(id), Some(place)) = (next, self.places.days.get_mut(day)) {
            // As far up as it can be: what comes after it matters, what came before does not.
            *place = Place { selected: Some(Item::Session(*id)), top: usize::MAX };
        }
    }

    pub(super) fn wording<'a>(&'a self, viewer: &'a Viewer) -> Wording<'a> {
        let Program { conference, index, .. } = &*self.program;
        let clocks = Some(Clocks { own: viewer.settings.clock, shows_own: self.shows_own_time });
        Wording { conference, index, locale: viewer.locale(), reading: &self.reading, clocks }
    }

    /// Whether any time of the program is known on other clocks, too.
    pub(super) fn has_instants(&self) -> bool {
        let conference = &self.program.conference;
        conference.sessions.iter().any(|session| conference.starts_at(&session.times).is_some())
    }

    /// Says times by the other clock; false when it is not known what the other one shows.
    pub(super) fn change_clock(&mut self) -> bool {
        let has_instants = self.has_instants();
        if has_instants {
            self.shows_own_time = !self.shows_own_time;
            self.arranged = Arranged::default();
        }
        has_instants
    }

    /// The languages that the program has.
    pub(super) fn languages(&self) -> &[Lang] {
        self.program.index.languages()
    }

    /// Shows the next of the languages that the program has, which is returned; `None` when there is no other.
    pub(super) fn next_language(&mut self) -> Option<Lang> {
        let languages = self.program.index.languages();
        if languages.len() < 2 {
            return None;
        }
        let shown = self.reading.shown(languages);
        let at = languages.iter().position(|lang| Some(lang) == shown).unwrap_or(0);
        let next = languages[(at + 1) % languages.len()].clone();
        self.reading.wanted = Some(next.clone());
        self.arranged = Arranged::default();
        Some(next)
    }

    pub(super) fn place(&self) -> Place {
        match self.pane {
            Pane::Agenda => self.places.days.get(self.day).copied().unwrap_or_default(),
            Pane::People => self.places.people,
            Pane::Organizers => self.places.organizers,
            Pane::Sponsors => self.places.sponsors,
            Pane::About => self.places.about,
        }
    }

    pub(super) fn set_place(&mut self, place: Place) {
        match self.pane {
            Pane::Agenda => {
                if let Some(day) = self.places.days.get_mut(self.day) {
                    *day = place;
                }
            }
            Pane::People => self.places.people = place,
            Pane::Organizers => self.places.organizers = place,
            Pane::Sponsors => self.places.sponsors = place,
            Pane::About => self.places.about = place,
        }
    }

    /// What the detail is about.
    pub(super) fn shown(&self) -> Option<Item> {
        self.detail.instead.or(self.place().selected)
    }

    pub(super) fn spot(&self) -> Spot {
        let places = self.places.clone();
        Spot { pane: self.pane, day: self.day, places, focus: self.focus, detail: self.detail }
    }

    /// Remembers where one was before a link is followed.
    pub(super) fn remember(&mut self, spot: Spot) {
        if self.history.len() == LONGEST_WAY {
            self.history.remove(0);
        }
        self.history.push(spot);
    }

    /// Goes back to exactly where one was.
    pub(super) fn return_to(&mut self, spot: Spot) {
        (self.pane, self.day, self.focus, self.detail) = (spot.pane, spot.day, spot.focus, spot.detail);
        self.places = spot.places;
    }

    /// Shows something in its detail, with its pane and day; what has no pane is shown where one is.
    pub(super) fn go_to(&mut self, item: Item) {
        self.focus = Focus::Detail;
        self.detail = Detail::default();
        self.pane = match item {
            Item::Session(id) => {
                self.day = self.program.index.day_of(&self.program.conference, id);
                Pane::Agenda
            }
            Item::Person(_) => Pane::People,
            Item::Organizer(_) => Pane::Organizers,
            Item::Sponsor(_) => Pane::Sponsors,
            Item::Delegation(_) | Item::Conference | Item::Info(_) | Item::Numbers => Pane::About,
            Item::Room(_) | Item::Track(_) => {
                self.detail.instead = Some(item);
                return;
            }
        };
        let top = self.place().top;
        self.set_place(Place { selected: Some(item), top });
    }

    /// Selects something in its list, with its pane and day; what has no list is shown in its detail.
    pub(super) fn select(&mut self, item: Item) {
        self.go_to(item);
        if self.detail.instead.is_none() {
            self.focus = Focus::List;
        }
    }

    /// Whether the list is on the screen; the detail is when it is not, or when there is room for both.
    pub(super) fn shows_list(&self, viewer: &Viewer) -> bool {
        self.focus == Focus::List || viewer.layout().is_some_and(|layout| layout.shows_both())
    }

    pub(super) fn shows_detail(&self, viewer: &Viewer) -> bool {
        self.focus == Focus::Detail || viewer.layout().is_some_and(|layout| layout.shows_both())
    }

    /// Whether the agenda says which day is shown: of several, or that it is not announced.
    pub(super) fn shows_days(&self) -> bool {
        let days = self.program.index.days();
        let is_undated = days.iter().any(|day| day.date.is_none() && !day.timed.is_empty());
        self.pane == Pane::Agenda && (days.len() > 1 || is_undated)
    }
}
