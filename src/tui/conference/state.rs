//! [`ConferenceState`]: the open conference and the location in it.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Timelike, Utc};

use super::filter_state::FilterState;
use super::location::ListCursors;
use super::plan_context::PlanContext;
use super::search_state::SearchState;
use super::{Detail, Focus, Grid, ListCursor, Location, Pane, PaneItem, ReloadError};
use crate::loaded::Loaded;
use crate::presenter::{self, Clocks, Presenter};
use crate::schedule::LoadedSchedule;
use crate::tui::layout::ScreenLayout;
use crate::tui::view_context::ViewContext;
use kurultai_schedule::index::SearchIndex;
use kurultai_schedule::model::{ClockFrom, LanguagePreference, Moment};
use kurultai_schedule::plan::ResolvedPlan;
use kurultai_schedule::text::Lang;

/// The open conference and the location in it.
#[derive(Debug, Clone)]
pub(in crate::tui) struct ConferenceState {
    /// The file or URL that the schedule was read from.
    pub(in crate::tui) path: PathBuf,
    pub(in crate::tui) schedule: Arc<LoadedSchedule>,
    /// The reason why the current content of the file is not displayed.
    pub(in crate::tui) reload_error: Option<ReloadError>,
    /// The time at which the server last confirmed the schedule, if it has a URL.
    pub(in crate::tui) fetched_at: Option<DateTime<Utc>>,
    /// A newer schedule from the URL that is not displayed yet.
    pub(in crate::tui) pending_update: Option<Box<Loaded>>,
    /// True if the file has changed since it was read.
    pub(in crate::tui) is_file_changed: bool,
    pub(in crate::tui) plan_context: PlanContext,
    pub(in crate::tui) search: SearchState,
    pub(in crate::tui) filter: FilterState,
    /// Built by the first search.
    pub(in crate::tui) search_index: Option<Arc<SearchIndex>>,
    /// True while a worker builds the search index.
    pub(in crate::tui) is_indexing: bool,
    /// The minute at the venue, as of the last tick.
    pub(in crate::tui) minute: Option<Moment>,
    pub(in crate::tui) reading: LanguagePreference,
    /// True if times are displayed in the user's time zone.
    pub(in crate::tui) shows_own_time: bool,
    pub(in crate::tui) pane: Pane,
    /// The pane of the first tab: agenda or timeline.
    pub(in crate::tui) day_pane: Pane,
    pub(in crate::tui) focus: Focus,
    /// The index of the displayed day.
    pub(in crate::tui) day: usize,
    pub(in crate::tui) cursors: ListCursors,
    pub(in crate::tui) grid: Grid,
    pub(in crate::tui) detail: Detail,
    /// The locations before each followed link.
    pub(in crate::tui) history: Vec<Location>,
    /// The location that a secondary pane covers.
    pub(super) covered: Option<Box<Location>>,
    /// Incremented whenever the laid-out lines are out of date.
    pub(in crate::tui) revision: u64,
    /// The line that the next layout of the agenda scrolls to a third of the height.
    pub(in crate::tui) anchor: Option<Anchor>,
    pub(in crate::tui) past: Past,
    /// The picks at the time when the pane of current sessions was opened. They determine the order of its
    /// rows, which must not change while it is open.
    pub(in crate::tui) picks_at_now: ResolvedPlan,
}

/// The line of the agenda that a jump brings to a third of the height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Anchor {
    /// The line of the current time.
    Now,
    /// The selected session.
    Selected,
    /// The selected session, unless it is visible.
    SelectedIfHidden,
}

/// The display of sessions that are over in the agenda of the current day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Past {
    /// One row each.
    Listed,
    /// One line for all.
    Folded,
}

/// The number of locations in the history.
const MAX_HISTORY: usize = 100;

impl ConferenceState {
    /// Returns the state with a pane, at the current time while the conference is running, else at the saved
    /// position.
    pub(in crate::tui) fn new(path: PathBuf, opened: Loaded, pane: Pane, viewer: &ViewContext) -> Self {
        let opened = opened.for_viewer(viewer.settings.clock);
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
    pub(in crate::tui) fn next_tick(&self, viewer: &ViewContext) -> Option<DateTime<Utc>> {
        let now = viewer.now?;
        let next_minute = now.with_second(0)?.with_nanosecond(0)? + TimeDelta::minutes(1);
        // Reminders count down by minute.
        let shows_minute = self.list_minute(viewer).is_some() || self.detail_minute(viewer).is_some();
        let counts = shows_minute || !self.reminders(viewer).is_empty();
        let minute = counts.then_some(next_minute);
        let filter =
            Some(next_minute).filter(|_| self.filter.needs_clock() && self.venue_minute(viewer).is_some());
        let age = self.fetched_at.and_then(|then| presenter::next_age(then, now));
        [minute, filter, self.next_reminder(viewer), age].into_iter().flatten().min()
    }

    /// Returns the current minute at the venue.
    pub(in crate::tui) fn venue_minute(&self, viewer: &ViewContext) -> Option<Moment> {
        Some(viewer.venue_clock(&self.schedule.conference)?.to_minute())
    }

    /// Returns the current minute if the list displays it: the agenda of the current day, and the panes now, plan
    /// and found.
    pub(in crate::tui) fn list_minute(&self, viewer: &ViewContext) -> Option<Moment> {
        let running = self.running_day(viewer)?;
        let is_shown = match self.pane.tab() {
            Pane::AGENDA => running == self.day,
            Pane::NOW | Pane::PLAN | Pane::FOUND => true,
            _ => false,
        };
        self.venue_minute(viewer).filter(|_| is_shown)
    }

    /// Returns the current minute if the detail lists current and next sessions.
    pub(in crate::tui) fn detail_minute(&self, viewer: &ViewContext) -> Option<Moment> {
        let has_sessions =
            matches!(self.current_item(), Some(PaneItem::Room(_) | PaneItem::Track(_) | PaneItem::Person(_)));
        if !has_sessions {
            return None;
        }
        self.running_day(viewer).and_then(|_| self.venue_minute(viewer))
    }

    /// Shows the pane of a tab.
    pub(in crate::tui) fn show(&mut self, pane: Pane) {
        let pane = if pane == Pane::AGENDA { self.day_pane } else { pane };
        if pane != self.pane {
            self.pane = pane;
            self.detail = Detail::default();
        }
        self.focus = Focus::List;
        self.detail.instead = None;
    }

    /// Returns the index of the current day.
    pub(in crate::tui) fn running_day(&self, viewer: &ViewContext) -> Option<usize> {
        let conference = &self.schedule.conference;
        self.schedule.index.running_day(conference, viewer.venue_clock(conference)?)
    }

    pub(in crate::tui) fn presenter<'a>(&'a self, viewer: &'a ViewContext) -> Presenter<'a> {
        let LoadedSchedule { conference, index, .. } = &*self.schedule;
        let (own, shows_own) = (viewer.settings.clock, self.shows_own_time);
        let clocks = Some(Clocks { own, shows_own, moves_days: false });
        Presenter { conference, index, locale: viewer.locale(), reading: &self.reading, clocks }
    }

    /// True if any session has a time that can be converted to other time zones.
    pub(in crate::tui) fn has_instants(&self) -> bool {
        self.schedule.index.has_instants()
    }

    /// Switches between the venue's and the user's time zone. Returns false if times cannot be converted.
    pub(in crate::tui) fn toggle_time_zone(&mut self) -> bool {
        let is_own = self.schedule.conference.clock_from == ClockFrom::Viewer;
        let has_instants = self.has_instants() && !is_own;
        if has_instants {
            self.shows_own_time = !self.shows_own_time;
            self.refresh();
        }
        has_instants
    }

    /// Returns the languages of the schedule.
    pub(in crate::tui) fn languages(&self) -> &[Lang] {
        self.schedule.index.languages()
    }

    /// Switches to the next language of the schedule and returns it; `None` if there is no other.
    pub(in crate::tui) fn next_language(&mut self) -> Option<Lang> {
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

    pub(in crate::tui) fn cursor(&self) -> ListCursor {
        self.cursors.get(self.pane, self.day)
    }

    pub(in crate::tui) fn set_cursor(&mut self, cursor: ListCursor) {
        self.cursors.set(self.pane, self.day, cursor);
    }

    /// Opens a secondary pane over the current one.
    pub(in crate::tui) fn open_secondary(&mut self, pane: Pane) {
        if !self.pane.is_secondary {
            self.covered = Some(Box::new(self.location()));
        }
        self.pane = pane;
        self.focus = Focus::List;
        self.detail = Detail::default();
        self.cursors.set(pane, self.day, ListCursor::default());
    }

    /// Closes the secondary pane. Returns false if there is none.
    pub(in crate::tui) fn close_secondary(&mut self) -> bool {
        if !self.pane.is_secondary {
            return false;
        }
        match self.covered.take() {
            Some(location) => self.restore(*location),
            None => self.pane = self.day_pane,
        }
        true
    }

    /// Returns the current pane, or the one below a secondary pane.
    pub(in crate::tui) fn primary_pane(&self) -> Pane {
        let below = self.covered.as_ref().map(|location| location.pane);
        if self.pane.is_secondary { below.unwrap_or(self.day_pane) } else { self.pane }
    }

    /// Returns the item shown in the detail.
    pub(in crate::tui) fn current_item(&self) -> Option<PaneItem> {
        self.detail.instead.or(self.cursor().selected.filter(|_| !self.lacks_timeline()))
    }

    pub(in crate::tui) fn location(&self) -> Location {
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
    pub(in crate::tui) fn push_history(&mut self, location: Location) {
        if self.history.len() == MAX_HISTORY {
            self.history.remove(0);
        }
        self.history.push(location);
    }

    /// Returns to a location.
    pub(in crate::tui) fn restore(&mut self, location: Location) {
        (self.pane, self.day, self.focus, self.detail) =
            (location.pane, location.day, location.focus, location.detail);
        (self.cursors, self.grid, self.day_pane) = (location.cursors, location.grid, location.day_pane);
    }

    /// Shows the detail of an item in the pane and on the day that list it; a room or track in the current
    /// pane.
    pub(in crate::tui) fn go_to(&mut self, item: PaneItem) {
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
    pub(in crate::tui) fn refresh(&mut self) {
        self.revision += 1;
    }

    /// Returns the layout of the screen.
    pub(in crate::tui) fn layout(&self, viewer: &ViewContext) -> Option<ScreenLayout> {
        let layout = viewer.layout()?;
        Some(if self.is_on_timeline() { layout.with_single_pane() } else { layout })
    }

    /// Returns the number of rows of the detail.
    pub(in crate::tui) fn detail_height(&self, viewer: &ViewContext) -> usize {
        self.layout(viewer).map_or(0, |layout| usize::from(layout.detail().height))
    }

    /// Returns the number of rows of the list, without those of days and filter.
    pub(in crate::tui) fn list_height(&self, viewer: &ViewContext) -> usize {
        let rows = self.layout(viewer).map_or(0, |layout| layout.list().height);
        usize::from(rows.saturating_sub(self.rows_above()))
    }

    /// True if the list is visible.
    pub(in crate::tui) fn shows_list(&self, viewer: &ViewContext) -> bool {
        self.focus == Focus::List || self.layout(viewer).is_some_and(|layout| layout.shows_both())
    }

    pub(in crate::tui) fn shows_detail(&self, viewer: &ViewContext) -> bool {
        self.focus == Focus::Detail || self.layout(viewer).is_some_and(|layout| layout.shows_both())
    }

    /// True if the agenda displays its filter or the number of hidden sessions.
    pub(in crate::tui) fn shows_filter(&self) -> bool {
        self.is_on_agenda() && (!self.filter.query.is_empty() || self.has_hidden())
    }

    /// Returns the number of rows above the list, for days and filter.
    pub(in crate::tui) fn rows_above(&self) -> u16 {
        u16::from(self.shows_days()) + u16::from(self.shows_filter())
    }

    /// Returns the item to which the selected row of a secondary pane leads.
    pub(in crate::tui) fn selected_target(&self) -> Option<PaneItem> {
        match self.cursor().selected? {
            PaneItem::Change(at) => self.plan_context.changes.get(at)?.session.map(PaneItem::Session),
            item => Some(item),
        }
    }

    /// True if the agenda is displayed, as a list or as a timeline.
    pub(in crate::tui) fn is_on_agenda(&self) -> bool {
        self.pane.tab() == Pane::AGENDA
    }

    /// True if the active day has sessions with a time.
    pub(in crate::tui) fn has_timeline(&self) -> bool {
        self.schedule.index.days().get(self.day).is_some_and(|day| day.listed().next().is_some())
    }

    /// True if the agenda displays the days: if there are several, or one without a date.
    pub(in crate::tui) fn shows_days(&self) -> bool {
        let days = self.schedule.index.days();
        let is_undated = days.iter().any(|day| day.date.is_none() && !day.timed.is_empty());
        self.is_on_agenda() && (days.len() > 1 || is_undated)
    }
}
