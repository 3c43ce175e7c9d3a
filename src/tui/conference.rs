//! [`ConferenceState`]: a program that is open, and where one is in it.

mod copy;
mod filter_state;
mod grid;
mod location;
mod moment;
mod pane_item;
mod persist;
mod plan_context;
mod reload;
mod reload_error;
mod reminders;
mod search_state;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Timelike, Utc};

use super::layout::Layout;
use super::loaded::Loaded;
use super::view_context::ViewContext;
use crate::index::SearchIndex;
use crate::model::{ClockFrom, LanguagePreference, Moment};
use crate::plan::ResolvedPlan;
use crate::presenter::{self, Clocks, Presenter};
use crate::schedule::LoadedSchedule;
use crate::text::Lang;
use filter_state::FilterState;
use location::ListCursors;
use plan_context::PlanContext;
use search_state::SearchState;

pub(super) use filter_state::is_condition;
pub(super) use grid::Grid;
pub(super) use location::{Detail, Focus, ListCursor, Location, Pane};
pub(super) use moment::{Anchor, Past};
pub(super) use pane_item::PaneItem;
pub(super) use reload_error::Broken;
pub use search_state::{SearchRequest, SearchResponse};

/// A program that is open, and where one is in it.
#[derive(Debug, Clone)]
pub(super) struct ConferenceState {
    /// The file or the address that it was read from.
    pub(super) path: PathBuf,
    pub(super) schedule: Arc<LoadedSchedule>,
    /// What the file has become, where that cannot be shown in place of the program.
    pub(super) broken: Option<Broken>,
    /// When the server last said that this is what it has, where the program comes from an address.
    pub(super) fetched_at: Option<DateTime<Utc>>,
    /// What came from there and is not shown yet.
    pub(super) arrived: Option<Box<Loaded>>,
    /// Whether the file was saved and not read since.
    pub(super) is_stale: bool,
    pub(super) plan_context: PlanContext,
    /// What is looked for in it, and what was found.
    pub(super) search: SearchState,
    /// What the agenda shows of it.
    pub(super) filter: FilterState,
    /// Made when something is looked for for the first time.
    pub(super) search_index: Option<Arc<SearchIndex>>,
    /// Whether it is being made.
    pub(super) makes_index: bool,
    /// The minute that the venue's clock shows.
    pub(super) minute: Option<Moment>,
    /// The language that is shown.
    pub(super) reading: LanguagePreference,
    /// Whether times are by the clock of whoever looks.
    pub(super) shows_own_time: bool,
    pub(super) pane: Pane,
    /// The pane of the first tab: agenda or timeline.
    pub(super) day_pane: Pane,
    pub(super) focus: Focus,
    /// Which day of the agenda is shown.
    pub(super) day: usize,
    pub(super) cursors: ListCursors,
    /// Where one is in the timeline.
    pub(super) grid: Grid,
    pub(super) detail: Detail,
    /// Where one was before each link that was followed.
    pub(super) history: Vec<Location>,
    /// Where one was before a pane without a number was opened.
    before: Option<Box<Location>>,
    /// Incremented whenever the laid-out lines are out of date.
    pub(super) revision: u64,
    /// The line of the agenda to be shown at a third of its height, the next time that it is laid out.
    pub(super) anchor: Option<Anchor>,
    pub(super) past: Past,
    /// The picks when the list of what is on now was opened: picking moves no row of it.
    pub(super) picks_at_now: ResolvedPlan,
}

/// So many links back one can go.
const LONGEST_WAY: usize = 100;

impl ConferenceState {
    /// The program on its first pane, on the day that runs if it is known how late it is.
    pub(super) fn new(path: PathBuf, opened: Loaded, pane: Pane, viewer: &ViewContext) -> Self {
        let opened = opened.for_reader(viewer.settings.clock);
        let Loaded { schedule, identity, plan, place, fetched_at, .. } = opened;
        let plan_context = PlanContext::new(identity, plan, &schedule);
        let reading = schedule.conference.reading(viewer.settings.lang.clone());
        let mut state = Self {
            path,
            schedule,
            broken: None,
            fetched_at,
            arrived: None,
            is_stale: false,
            plan_context,
            search: SearchState::default(),
            filter: FilterState::default(),
            search_index: None,
            makes_index: false,
            minute: None,
            reading,
            shows_own_time: false,
            pane,
            day_pane: if pane == Pane::TIMELINE { pane } else { Pane::AGENDA },
            focus: Focus::List,
            day: 0,
            cursors: ListCursors::default(),
            grid: Grid::default(),
            detail: Detail::default(),
            history: Vec::new(),
            before: None,
            revision: 0,
            anchor: None,
            past: Past::Listed,
            picks_at_now: ResolvedPlan::default(),
        };
        if let Some(place) = place {
            state.restore_position(&place);
        }
        state.go_to_now(viewer);
        state
    }

    /// The next instant at which the screen changes by itself; `None` when it never does.
    ///
    /// Lists tell the time on the day that runs, to the minute; filters may depend on it, and of what is picked one is
    /// reminded. What was fetched grows older.
    pub(super) fn next_tick(&self, viewer: &ViewContext) -> Option<DateTime<Utc>> {
        let now = viewer.now?;
        let next_minute = now.with_second(0)?.with_nanosecond(0)? + TimeDelta::minutes(1);
        // A reminder counts the minutes down.
        let is_told = self.minute_shown(viewer).is_some() || self.minute_of_detail(viewer).is_some();
        let counts = is_told || !self.reminders(viewer).is_empty();
        let minute = counts.then_some(next_minute);
        let filter =
            Some(next_minute).filter(|_| self.filter.needs_clock() && self.minute_of(viewer).is_some());
        let age = self.fetched_at.and_then(|then| presenter::next_age(then, now));
        [minute, filter, self.next_reminder(viewer), age].into_iter().flatten().min()
    }

    /// The minute of the venue's clock.
    pub(super) fn minute_of(&self, viewer: &ViewContext) -> Option<Moment> {
        Some(viewer.venue_clock(&self.schedule.conference)?.to_minute())
    }

    /// The same where the list says how late it is: on the day that runs.
    pub(super) fn minute_shown(&self, viewer: &ViewContext) -> Option<Moment> {
        let running = self.running_day(viewer)?;
        let is_shown = match self.pane.tab() {
            Pane::AGENDA => running == self.day,
            Pane::NOW | Pane::PLAN | Pane::FOUND => true,
            _ => false,
        };
        self.minute_of(viewer).filter(|_| is_shown)
    }

    /// Returns the minute for a detail that lists running and next sessions.
    pub(super) fn minute_of_detail(&self, viewer: &ViewContext) -> Option<Moment> {
        let has_sessions =
            matches!(self.shown(), Some(PaneItem::Room(_) | PaneItem::Track(_) | PaneItem::Person(_)));
        if !has_sessions {
            return None;
        }
        self.running_day(viewer).and_then(|_| self.minute_of(viewer))
    }

    /// Shows the pane of a tab.
    pub(super) fn show(&mut self, pane: Pane) {
        let pane = if pane == Pane::AGENDA { self.day_pane } else { pane };
        if pane != self.pane {
            self.pane = pane;
            self.detail = Detail::default();
        }
        self.focus = Focus::List;
        self.detail.instead = None;
    }

    /// The day of the agenda that runs now.
    pub(super) fn running_day(&self, viewer: &ViewContext) -> Option<usize> {
        let conference = &self.schedule.conference;
        self.schedule.index.running_day(conference, viewer.venue_clock(conference)?)
    }

    pub(super) fn presenter<'a>(&'a self, viewer: &'a ViewContext) -> Presenter<'a> {
        let LoadedSchedule { conference, index, .. } = &*self.schedule;
        let (own, shows_own) = (viewer.settings.clock, self.shows_own_time);
        let clocks = Some(Clocks { own, shows_own, moves_days: false });
        Presenter { conference, index, locale: viewer.locale(), reading: &self.reading, clocks }
    }

    /// Whether any time of the program is known on other clocks, too.
    pub(super) fn has_instants(&self) -> bool {
        let conference = &self.schedule.conference;
        conference.sessions.iter().any(|session| conference.starts_at(&session.times).is_some())
    }

    /// Says times by the other clock; false when it is not known what the other one shows.
    pub(super) fn change_clock(&mut self) -> bool {
        let is_own = self.schedule.conference.clock_from == ClockFrom::Reader;
        let has_instants = self.has_instants() && !is_own;
        if has_instants {
            self.shows_own_time = !self.shows_own_time;
            self.refresh();
        }
        has_instants
    }

    /// The languages that the program has.
    pub(super) fn languages(&self) -> &[Lang] {
        self.schedule.index.languages()
    }

    /// Shows the next of the languages that the program has, which is returned; `None` when there is no other.
    pub(super) fn next_language(&mut self) -> Option<Lang> {
        let languages = self.schedule.index.languages();
        if languages.len() < 2 {
            return None;
        }
        let shown = self.reading.shown(languages);
        let at = languages.iter().position(|lang| Some(lang) == shown).unwrap_or(0);
        let next = languages[(at + 1) % languages.len()].clone();
        self.reading.wanted = Some(next.clone());
        self.refresh();
        Some(next)
    }

    pub(super) fn place(&self) -> ListCursor {
        self.cursors.get(self.pane, self.day)
    }

    pub(super) fn set_place(&mut self, place: ListCursor) {
        self.cursors.set(self.pane, self.day, place);
    }

    /// Opens a pane without a number over the one that is shown.
    pub(super) fn open_secondary(&mut self, pane: Pane) {
        if !self.pane.is_secondary {
            self.before = Some(Box::new(self.spot()));
        }
        self.pane = pane;
        self.focus = Focus::List;
        self.detail = Detail::default();
        self.cursors.set(pane, self.day, ListCursor::default());
    }

    /// Goes back from a pane without a number; false where one is on another one.
    pub(super) fn close_secondary(&mut self) -> bool {
        if !self.pane.is_secondary {
            return false;
        }
        match self.before.take() {
            Some(spot) => self.restore(*spot),
            None => self.pane = self.day_pane,
        }
        true
    }

    /// The pane with a number that is shown, or lies below what is shown.
    pub(super) fn pane_below(&self) -> Pane {
        let below = self.before.as_ref().map(|spot| spot.pane);
        if self.pane.is_secondary { below.unwrap_or(self.day_pane) } else { self.pane }
    }

    /// What the detail is about.
    pub(super) fn shown(&self) -> Option<PaneItem> {
        self.detail.instead.or(self.place().selected.filter(|_| !self.lacks_timeline()))
    }

    pub(super) fn spot(&self) -> Location {
        Location {
            pane: self.pane,
            day_pane: self.day_pane,
            day: self.day,
            cursors: self.cursors.clone(),
            grid: self.grid,
            focus: self.focus,
            detail: self.detail,
        }
    }

    /// Remembers where one was before a link is followed.
    pub(super) fn push_history(&mut self, spot: Location) {
        if self.history.len() == LONGEST_WAY {
            self.history.remove(0);
        }
        self.history.push(spot);
    }

    /// Goes back to exactly where one was.
    pub(super) fn restore(&mut self, spot: Location) {
        (self.pane, self.day, self.focus, self.detail) = (spot.pane, spot.day, spot.focus, spot.detail);
        (self.cursors, self.grid, self.day_pane) = (spot.cursors, spot.grid, spot.day_pane);
    }

    /// Shows something in its detail, with its pane and day; what has no pane is shown where one is.
    pub(super) fn go_to(&mut self, item: PaneItem) {
        self.focus = Focus::Detail;
        self.detail = Detail::default();
        let Some(pane) = Pane::listing(item) else {
            self.detail.instead = Some(item);
            return;
        };
        if let PaneItem::Session(id) = item {
            self.day = self.schedule.index.day_of(&self.schedule.conference, id);
        }
        self.pane = if pane == Pane::AGENDA { self.day_pane } else { pane };
        let top = self.place().top;
        self.set_place(ListCursor { selected: Some(item), top });
        self.pin();
    }

    /// Marks the laid-out lines as out of date.
    pub(super) fn refresh(&mut self) {
        self.revision += 1;
    }

    /// Returns the layout of the screen.
    pub(super) fn layout(&self, viewer: &ViewContext) -> Option<Layout> {
        let layout = viewer.layout()?;
        Some(if self.is_on_timeline() { layout.one_at_a_time() } else { layout })
    }

    /// Returns the number of rows of the detail.
    pub(super) fn detail_height(&self, viewer: &ViewContext) -> usize {
        self.layout(viewer).map_or(0, |layout| usize::from(layout.detail().height))
    }

    /// Returns the number of rows of the list, without those of days and filter.
    pub(super) fn list_height(&self, viewer: &ViewContext) -> usize {
        let rows = self.layout(viewer).map_or(0, |layout| layout.list().height);
        usize::from(rows.saturating_sub(self.rows_above()))
    }

    /// Whether the list is on the screen; the detail is when it is not, or when there is room for both.
    pub(super) fn shows_list(&self, viewer: &ViewContext) -> bool {
        self.focus == Focus::List || self.layout(viewer).is_some_and(|layout| layout.shows_both())
    }

    pub(super) fn shows_detail(&self, viewer: &ViewContext) -> bool {
        self.focus == Focus::Detail || self.layout(viewer).is_some_and(|layout| layout.shows_both())
    }

    /// Whether the agenda says what it is filtered by, or that something of it is muted.
    pub(super) fn shows_chips(&self) -> bool {
        self.is_on_agenda() && (!self.filter.query.is_empty() || self.muted() > 0)
    }

    /// The rows above the list: the days, and what it is filtered by.
    pub(super) fn rows_above(&self) -> u16 {
        u16::from(self.shows_days()) + u16::from(self.shows_chips())
    }

    /// What the selected row of a list that lies over the panes leads to.
    pub(super) fn leads_to(&self) -> Option<PaneItem> {
        match self.place().selected? {
            PaneItem::Change(at) => self.plan_context.changes.get(at)?.session.map(PaneItem::Session),
            item => Some(item),
        }
    }

    /// True if the agenda is displayed, as a list or as a timeline.
    pub(super) fn is_on_agenda(&self) -> bool {
        self.pane.tab() == Pane::AGENDA
    }

    /// Whether the agenda says which day is shown: of several, or that it is not announced.
    pub(super) fn shows_days(&self) -> bool {
        let days = self.schedule.index.days();
        let is_undated = days.iter().any(|day| day.date.is_none() && !day.timed.is_empty());
        self.is_on_agenda() && (days.len() > 1 || is_undated)
    }
}
