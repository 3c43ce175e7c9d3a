//! [`ConferenceState`]: the open conference and the location in it.

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

use super::layout::ScreenLayout;
use super::view_context::ViewContext;
use crate::loaded::Loaded;
use crate::presenter::{self, Clocks, Presenter};
use crate::schedule::LoadedSchedule;
use filter_state::FilterState;
use kurultai_schedule::index::SearchIndex;
use kurultai_schedule::model::{ClockFrom, LanguagePreference, Moment};
use kurultai_schedule::plan::ResolvedPlan;
use kurultai_schedule::text::Lang;
use location::ListCursors;
use plan_context::PlanContext;
use search_state::SearchState;

pub(super) use filter_state::is_condition;
pub(super) use grid::Grid;
pub(super) use location::{Detail, Focus, ListCursor, Location, Pane};
pub(super) use moment::{Anchor, Past};
pub(super) use pane_item::PaneItem;
pub(super) use reload_error::ReloadError;
pub use search_state::{SearchRequest, SearchResponse};

/// The open conference and the location in it.
#[derive(Debug, Clone)]
pub(super) struct ConferenceState {
    /// The file or URL that the schedule was read from.
    pub(super) path: PathBuf,
    pub(super) schedule: Arc<LoadedSchedule>,
    /// The reason why the current content of the file is not displayed.
    pub(super) reload_error: Option<ReloadError>,
    /// The time at which the server last confirmed the schedule, if it has a URL.
    pub(super) fetched_at: Option<DateTime<Utc>>,
    /// A newer schedule from the URL that is not displayed yet.
    pub(super) pending_update: Option<Box<Loaded>>,
    /// True if the file has changed since it was read.
    pub(super) is_file_changed: bool,
    pub(super) plan_context: PlanContext,
    pub(super) search: SearchState,
    pub(super) filter: FilterState,
    /// Built by the first search.
    pub(super) search_index: Option<Arc<SearchIndex>>,
    /// True while a worker builds the search index.
    pub(super) is_indexing: bool,
    /// The current minute at the venue.
    pub(super) minute: Option<Moment>,
    pub(super) reading: LanguagePreference,
    /// True if times are displayed in the user's time zone.
    pub(super) shows_own_time: bool,
    pub(super) pane: Pane,
    /// The pane of the first tab: agenda or timeline.
    pub(super) day_pane: Pane,
    pub(super) focus: Focus,
    /// The index of the displayed day.
    pub(super) day: usize,
    pub(super) cursors: ListCursors,
    pub(super) grid: Grid,
    pub(super) detail: Detail,
    /// The locations before each followed link.
    pub(super) history: Vec<Location>,
    /// The location that a secondary pane covers.
    covered: Option<Box<Location>>,
    /// Incremented whenever the laid-out lines are out of date.
    pub(super) revision: u64,
    /// The line that the next layout of the agenda scrolls to a third of the height.
    pub(super) anchor: Option<Anchor>,
    pub(super) past: Past,
    /// The picks at the time when the pane of current sessions was opened. They determine the order of its
    /// rows, which must not change while it is open.
    pub(super) picks_at_now: ResolvedPlan,
}

/// The number of locations in the history.
const MAX_HISTORY: usize = 100;

impl ConferenceState {
    /// Returns the state with a pane, at the saved position or the current time.
    pub(super) fn new(path: PathBuf, opened: Loaded, pane: Pane, viewer: &ViewContext) -> Self {
        let opened = opened.for_reader(viewer.settings.clock);
        let Loaded { schedule, identity, plan, place, fetched_at, .. } = opened;
        let plan_context = PlanContext::new(identity, plan, &schedule);
        let reading = schedule.conference.reading(viewer.settings.lang.clone());
        let mut state = Self {
            path,
            schedule,
            reload_error: None,
            fetched_at,
            pending_update: None,
            is_file_changed: false,
            plan_context,
            search: SearchState::default(),
            filter: FilterState::default(),
            search_index: None,
            is_indexing: false,
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
            covered: None,
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

    /// Returns the next instant at which the screen changes without input: the current minute, the filter, a
    /// reminder, or the age of fetched data.
    pub(super) fn next_tick(&self, viewer: &ViewContext) -> Option<DateTime<Utc>> {
        let now = viewer.now?;
        let next_minute = now.with_second(0)?.with_nanosecond(0)? + TimeDelta::minutes(1);
        // Reminders count down by minute.
        let is_told = self.list_minute(viewer).is_some() || self.detail_minute(viewer).is_some();
        let counts = is_told || !self.reminders(viewer).is_empty();
        let minute = counts.then_some(next_minute);
        let filter =
            Some(next_minute).filter(|_| self.filter.needs_clock() && self.venue_minute(viewer).is_some());
        let age = self.fetched_at.and_then(|then| presenter::next_age(then, now));
        [minute, filter, self.next_reminder(viewer), age].into_iter().flatten().min()
    }

    /// Returns the current minute at the venue.
    pub(super) fn venue_minute(&self, viewer: &ViewContext) -> Option<Moment> {
        Some(viewer.venue_clock(&self.schedule.conference)?.to_minute())
    }

    /// Returns the current minute if the list displays it: on the current day.
    pub(super) fn list_minute(&self, viewer: &ViewContext) -> Option<Moment> {
        let running = self.running_day(viewer)?;
        let is_shown = match self.pane.tab() {
            Pane::AGENDA => running == self.day,
            Pane::NOW | Pane::PLAN | Pane::FOUND => true,
            _ => false,
        };
        self.venue_minute(viewer).filter(|_| is_shown)
    }

    /// Returns the current minute if the detail lists current and next sessions.
    pub(super) fn detail_minute(&self, viewer: &ViewContext) -> Option<Moment> {
        let has_sessions =
            matches!(self.current_item(), Some(PaneItem::Room(_) | PaneItem::Track(_) | PaneItem::Person(_)));
        if !has_sessions {
            return None;
        }
        self.running_day(viewer).and_then(|_| self.venue_minute(viewer))
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

    /// Returns the index of the current day.
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

    /// True if any session has a time that can be converted to other time zones.
    pub(super) fn has_instants(&self) -> bool {
        let conference = &self.schedule.conference;
        conference.sessions.iter().any(|session| conference.starts_at(&session.times).is_some())
    }

    /// Switches between the venue's and the user's time zone. Returns false if times cannot be converted.
    pub(super) fn toggle_time_zone(&mut self) -> bool {
        let is_own = self.schedule.conference.clock_from == ClockFrom::Reader;
        let has_instants = self.has_instants() && !is_own;
        if has_instants {
            self.shows_own_time = !self.shows_own_time;
            self.refresh();
        }
        has_instants
    }

    /// Returns the languages of the schedule.
    pub(super) fn languages(&self) -> &[Lang] {
        self.schedule.index.languages()
    }

    /// Switches to the next language of the schedule and returns it; `None` if there is no other.
    pub(super) fn next_language(&mut self) -> Option<Lang> {
        let languages = self.schedule.index.languages();
        if languages.len() < 2 {
            return None;
        }
        let shown = self.reading.choose(languages);
        let at = languages.iter().position(|lang| Some(lang) == shown).unwrap_or(0);
        let next = languages[(at + 1) % languages.len()].clone();
        self.reading.wanted = Some(next.clone());
        self.refresh();
        Some(next)
    }

    pub(super) fn cursor(&self) -> ListCursor {
        self.cursors.get(self.pane, self.day)
    }

    pub(super) fn set_cursor(&mut self, place: ListCursor) {
        self.cursors.set(self.pane, self.day, place);
    }

    /// Opens a secondary pane over the current one.
    pub(super) fn open_secondary(&mut self, pane: Pane) {
        if !self.pane.is_secondary {
            self.covered = Some(Box::new(self.location()));
        }
        self.pane = pane;
        self.focus = Focus::List;
        self.detail = Detail::default();
        self.cursors.set(pane, self.day, ListCursor::default());
    }

    /// Closes the secondary pane. Returns false if there is none.
    pub(super) fn close_secondary(&mut self) -> bool {
        if !self.pane.is_secondary {
            return false;
        }
        match self.covered.take() {
            Some(spot) => self.restore(*spot),
            None => self.pane = self.day_pane,
        }
        true
    }

    /// Returns the current pane, or the one below a secondary pane.
    pub(super) fn primary_pane(&self) -> Pane {
        let below = self.covered.as_ref().map(|spot| spot.pane);
        if self.pane.is_secondary { below.unwrap_or(self.day_pane) } else { self.pane }
    }

    /// Returns the item shown in the detail.
    pub(super) fn current_item(&self) -> Option<PaneItem> {
        self.detail.instead.or(self.cursor().selected.filter(|_| !self.lacks_timeline()))
    }

    pub(super) fn location(&self) -> Location {
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

    /// Adds a location to the history.
    pub(super) fn push_history(&mut self, spot: Location) {
        if self.history.len() == MAX_HISTORY {
            self.history.remove(0);
        }
        self.history.push(spot);
    }

    /// Returns to a location.
    pub(super) fn restore(&mut self, spot: Location) {
        (self.pane, self.day, self.focus, self.detail) = (spot.pane, spot.day, spot.focus, spot.detail);
        (self.cursors, self.grid, self.day_pane) = (spot.cursors, spot.grid, spot.day_pane);
    }

    /// Shows the detail of an item in the pane and on the day that list it; a room or track in the current
    /// pane.
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
        let top = self.cursor().top;
        self.set_cursor(ListCursor { selected: Some(item), top });
        self.pin();
    }

    /// Marks the laid-out lines as out of date.
    pub(super) fn refresh(&mut self) {
        self.revision += 1;
    }

    /// Returns the layout of the screen.
    pub(super) fn layout(&self, viewer: &ViewContext) -> Option<ScreenLayout> {
        let layout = viewer.layout()?;
        Some(if self.is_on_timeline() { layout.with_single_pane() } else { layout })
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

    /// True if the list is visible.
    pub(super) fn shows_list(&self, viewer: &ViewContext) -> bool {
        self.focus == Focus::List || self.layout(viewer).is_some_and(|layout| layout.shows_both())
    }

    pub(super) fn shows_detail(&self, viewer: &ViewContext) -> bool {
        self.focus == Focus::Detail || self.layout(viewer).is_some_and(|layout| layout.shows_both())
    }

    /// True if the agenda displays its filter or the number of hidden sessions.
    pub(super) fn shows_filter(&self) -> bool {
        self.is_on_agenda() && (!self.filter.query.is_empty() || self.hidden_count() > 0)
    }

    /// Returns the number of rows above the list, for days and filter.
    pub(super) fn rows_above(&self) -> u16 {
        u16::from(self.shows_days()) + u16::from(self.shows_filter())
    }

    /// Returns the item to which the selected row of a secondary pane leads.
    pub(super) fn selected_target(&self) -> Option<PaneItem> {
        match self.cursor().selected? {
            PaneItem::Change(at) => self.plan_context.changes.get(at)?.session.map(PaneItem::Session),
            item => Some(item),
        }
    }

    /// True if the agenda is displayed, as a list or as a timeline.
    pub(super) fn is_on_agenda(&self) -> bool {
        self.pane.tab() == Pane::AGENDA
    }

    /// True if the agenda displays the days: if there are several, or one without a date.
    pub(super) fn shows_days(&self) -> bool {
        let days = self.schedule.index.days();
        let is_undated = days.iter().any(|day| day.date.is_none() && !day.timed.is_empty());
        self.is_on_agenda() && (days.len() > 1 || is_undated)
    }
}
