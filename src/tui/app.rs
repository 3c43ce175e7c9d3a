//! [`App`]: the whole state of the screen program.

use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Timelike, Utc};

use super::arrange::Arranged;
use super::layout::Layout;
use super::screen::Item;
use crate::index::Index;
use crate::locale::Locale;
use crate::model::{Conference, Reading, SessionId};
use crate::theme::Theme;
use crate::wording::Wording;

/// A conference that is shown, with what was made of it once.
#[derive(Debug)]
pub struct Program {
    /// The conference.
    pub conference: Conference,
    /// What is looked up in it.
    pub index: Index,
    /// How many mistakes its file has.
    pub mistakes: usize,
}

impl Program {
    /// A conference with its index.
    #[must_use]
    pub fn new(conference: Conference, mistakes: usize) -> Self {
        let index = Index::new(&conference);
        Self { conference, index, mistakes }
    }
}

/// What somebody sees and how: settings that stay as they are while the program runs.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The words of the interface.
    pub locale: Arc<Locale>,
    /// The language of the program.
    pub reading: Reading,
    /// The colors.
    pub theme: Theme,
    /// The clock of whoever looks, as an offset from UTC in seconds, for a program that does not name its zone.
    pub utc_offset: i32,
}

/// The whole state of the screen program. [`update()`](super::update()) alone changes it, [`view()`](super::view()) draws it.
#[derive(Debug, Clone)]
pub struct App {
    pub(super) program: Arc<Program>,
    pub(super) settings: Settings,
    pub(super) size: (u16, u16),
    pub(super) now: Option<DateTime<Utc>>,
    pub(super) pane: Pane,
    pub(super) focus: Focus,
    /// Which day of the agenda is shown.
    pub(super) day: usize,
    pub(super) places: ListPlaces,
    pub(super) detail: Detail,
    /// Where one was before each link that was followed.
    pub(super) history: Vec<Spot>,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<Notice>,
    pub(super) arranged: Arranged,
}

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

/// What lies over the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overlay {
    /// All keys, from this line on.
    Help { top: usize },
}

/// A sentence that stands in place of the hints until the next key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    /// The file has mistakes.
    Mistakes,
    /// Nobody could wake the program up.
    CannotSuspend,
}

impl Pane {
    pub(super) const ALL: [Self; 5] =
        [Self::Agenda, Self::People, Self::Organizers, Self::Sponsors, Self::About];
}

impl App {
    /// The program on its first pane. Size and time come as messages.
    #[must_use]
    pub fn new(program: Arc<Program>, settings: Settings) -> Self {
        let days = vec![Place::default(); program.index.days().len()];
        let notice = (program.mistakes > 0).then_some(Notice::Mistakes);
        Self {
            program,
            settings,
            size: (0, 0),
            now: None,
            pane: Pane::Agenda,
            focus: Focus::List,
            day: 0,
            places: ListPlaces { days, ..ListPlaces::default() },
            detail: Detail::default(),
            history: Vec::new(),
            overlay: None,
            notice,
            arranged: Arranged::default(),
        }
    }

    /// The next instant at which the screen changes by itself; `None` when it never does.
    ///
    /// Only the agenda tells the time, and only on the day that runs: it does so to the minute.
    #[must_use]
    pub fn next_tick(&self) -> Option<DateTime<Utc>> {
        let now = self.now?;
        let is_running = self.pane == Pane::Agenda && self.running_day() == Some(self.day);
        let next_minute = now.with_second(0)?.with_nanosecond(0)? + chrono::TimeDelta::minutes(1);
        is_running.then_some(next_minute)
    }

    /// What the venue's clock shows now: by its zone, or else by the clock of whoever looks.
    pub(super) fn venue_now(&self) -> Option<NaiveDateTime> {
        let now = self.now?;
        let own = || {
            now.naive_utc().checked_add_signed(chrono::TimeDelta::seconds(self.settings.utc_offset.into()))
        };
        self.program.conference.zone.local(now).or_else(own)
    }

    /// The day of the agenda that runs now.
    pub(super) fn running_day(&self) -> Option<usize> {
        self.program.index.running_day(&self.program.conference, self.venue_now()?)
    }

    /// Shows the day that runs, with what began last and still runs selected, else what comes next; on any other day
    /// the first. Of what runs, what began long ago is known by now.
    pub(super) fn go_to_now(&mut self) {
        let (Some(day), Some(now)) = (self.running_day(), self.venue_now()) else { return };
        self.day = day;
        let conference = &self.program.conference;
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

    pub(super) fn wording(&self) -> Wording<'_> {
        let Program { conference, index, .. } = &*self.program;
        let Settings { locale, reading, .. } = &self.settings;
        Wording { conference, index, locale, reading }
    }

    pub(super) fn layout(&self) -> Option<Layout> {
        Layout::of(self.size)
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

    /// Whether the list is on the screen; the detail is when it is not, or when there is room for both.
    pub(super) fn shows_list(&self) -> bool {
        self.focus == Focus::List || self.layout().is_some_and(|layout| layout.shows_both())
    }

    pub(super) fn shows_detail(&self) -> bool {
        self.focus == Focus::Detail || self.layout().is_some_and(|layout| layout.shows_both())
    }
}

/// One thread may hand the state to another: a panic in any of them must not find it locked in.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_can_be_sent() {
        fn sent<T: Send>() {}
        sent::<App>();
    }
}
