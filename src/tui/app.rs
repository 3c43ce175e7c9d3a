//! [`App`]: the whole state of the screen program.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::conference::{ConferenceState, Pane};
use super::event_list::EventList;
use super::layout_cache::LayoutCache;
use super::loaded::Loaded;
use super::overlay::Overlay;
use super::panes;
use super::prompt::Prompt;
use super::view_context::{Settings, ViewContext};
use crate::fetch::ScheduleUrl;
use crate::i18n::Message;
use crate::presenter;
use crate::schedule::{LoadedSchedule, is_standard_input};
use crate::store::{self, ConferenceKey};

/// The whole state of the screen program. [`update()`](super::update()) alone changes it, [`view()`](super::view()) draws it.
#[derive(Debug, Clone)]
pub struct App {
    pub(super) viewer: ViewContext,
    /// The program that is open; there is none before one is chosen from the list of events.
    pub(super) conference: Option<ConferenceState>,
    pub(super) layout_cache: LayoutCache,
    pub(super) events: EventList,
    /// Whether the list of events is shown in place of the program.
    pub(super) shows_events: bool,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<Notice>,
    /// One that nobody has read yet, since something more urgent took its place.
    pub(super) queued_notice: Option<Notice>,
    /// The line at the bottom that is typed into.
    pub(super) prompt: Option<Prompt>,
    /// The file that is being read.
    pub(super) pending_load: Option<PendingLoad>,
    /// The address that is being asked.
    pub(super) fetching: Option<Fetching>,
}

/// An address that is being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fetching {
    pub(super) path: PathBuf,
    /// Whether somebody pressed a key for it, so that they are told also that there is nothing new.
    pub(super) is_asked: bool,
}

/// A sentence that stands in place of the hints until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Notice {
    /// The file has so many mistakes.
    Mistakes(usize),
    /// Something to know.
    Sentence(Message),
    /// Something that deserves a look.
    Warning(String),
    /// What was done.
    Done(String),
    /// What could not be done.
    Failed(String),
    /// How much has come from an address.
    Fetching(String),
}

/// A file that is being read, and what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PendingLoad {
    /// To be opened.
    Open(PathBuf),
    /// To take the place of what is open, since somebody asked for that.
    Again(PathBuf),
    /// The same, since it was saved.
    Followed(PathBuf),
}

impl App {
    /// A program on its first pane, out of the file or from the address `path`; the list of events has what is in `places`, files and
    /// folders. Size and time come as messages.
    #[must_use]
    pub fn open(path: PathBuf, opened: Loaded, places: Vec<PathBuf>, settings: Settings) -> Self {
        let mut app = Self::show_event_list(places, settings);
        app.notice = of_files(&opened, &app.viewer);
        app.show_conference(path, opened);
        app
    }

    /// What is at an address of which nothing was kept: it is fetched, and opened when it has come.
    #[must_use]
    pub fn fetch(path: PathBuf, settings: Settings) -> Self {
        let awaited = Some(PendingLoad::Open(path.clone()));
        Self { pending_load: awaited, ..Self::show_event_list(vec![path], settings) }
    }

    /// The file that is still being read; it opens when it has been read.
    #[must_use]
    pub fn read(path: PathBuf, places: Vec<PathBuf>, settings: Settings) -> Self {
        Self { pending_load: Some(PendingLoad::Open(path)), ..Self::show_event_list(places, settings) }
    }

    /// The list of events in `places`.
    #[must_use]
    pub fn show_event_list(places: Vec<PathBuf>, settings: Settings) -> Self {
        Self {
            viewer: ViewContext::new(settings),
            conference: None,
            layout_cache: LayoutCache::default(),
            events: EventList::new(places),
            shows_events: true,
            overlay: None,
            notice: None,
            queued_notice: None,
            prompt: None,
            pending_load: None,
            fetching: None,
        }
    }

    /// Shows a conference at its saved position.
    pub(super) fn show_conference(&mut self, path: PathBuf, opened: Loaded) {
        let name = opened.place.as_ref().and_then(|position| position.pane.as_ref());
        let pane = name.and_then(|name| panes::by_name(name)).unwrap_or(Pane::AGENDA);
        self.conference = Some(ConferenceState::new(path, opened, pane, &self.viewer));
        self.layout_cache = LayoutCache::default();
        self.shows_events = false;
    }

    /// Shows what is wrong with the user's settings, unless something about the plan is shown already, which then comes first.
    #[must_use]
    pub fn with_notices(mut self, notices: &[store::StoreWarning]) -> Self {
        if let Some(notice) = notices.first() {
            let notice = Notice::Failed(presenter::store_notice(notice, self.viewer.locale()));
            match &self.notice {
                Some(Notice::Failed(_)) => self.queued_notice = Some(notice),
                _ => self.queued_notice = self.notice.replace(notice),
            }
        }
        self
    }

    /// Returns the size of the screen, in columns and rows.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        self.viewer.size
    }

    /// The next instant at which the screen changes by itself; `None` when it never does.
    #[must_use]
    pub fn next_tick(&self) -> Option<DateTime<Utc>> {
        if let Some(state) = self.shown_state() {
            return state.next_tick(&self.viewer);
        }
        let reminder = self.conference.as_ref().and_then(|state| state.next_reminder(&self.viewer));
        EventList::next_tick(&self.viewer).into_iter().chain(reminder).min()
    }

    /// The file whose changes are to be told, as [`Msg::Changed`](super::Msg::Changed): that of the program that is open. What
    /// comes from standard input or an address is none.
    #[must_use]
    pub fn followed(&self) -> Option<&Path> {
        let path = self.conference.as_ref()?.path.as_path();
        let is_file = !is_standard_input(path) && ScheduleUrl::from_path(path).is_none();
        is_file.then_some(path)
    }

    /// True if the terminal is to be asked for its background, which comes as [`Msg::Background`](super::Msg::Background).
    #[must_use]
    pub fn asks_background(&self) -> bool {
        self.viewer.theme().follows_terminal()
    }

    /// The conference whose plan is shown: what others do to its file is to be told, as
    /// [`Msg::PlanChanged`](super::Msg::PlanChanged).
    #[must_use]
    pub fn followed_plan(&self) -> Option<&ConferenceKey> {
        Some(&self.conference.as_ref()?.plan_context.identity)
    }

    /// The program, where it is what is shown.
    pub(super) fn shown_state(&self) -> Option<&ConferenceState> {
        self.conference.as_ref().filter(|_| !self.shows_events)
    }

    /// Whether there is nothing to be seen before the program has come that was asked for.
    pub(super) fn is_loading(&self) -> bool {
        let is_awaited = self.fetching.is_some() || matches!(self.pending_load, Some(PendingLoad::Open(_)));
        self.conference.is_none() && is_awaited && self.events.is_empty()
    }

    /// Whether letters are text now, and no keys.
    pub(super) fn is_text_input(&self) -> bool {
        match &self.overlay {
            Some(overlay) => overlay.types_text(),
            None => self.shown_state().is_none() || self.has_prompt(),
        }
    }

    /// Whether something is typed at the bottom of the program.
    pub(super) fn has_prompt(&self) -> bool {
        self.shown_state().is_some() && self.prompt.is_some()
    }

    /// Returns the reminder as one sentence; `None` if nothing is about to begin, or if it was dismissed.
    pub(super) fn shown_reminder(&self) -> Option<String> {
        let reminders = self.conference.as_ref()?.reminders(&self.viewer);
        Some(reminders.join(" · ")).filter(|text| !text.is_empty())
    }

    /// Tells something at once; what stood in its place and matters is told after it.
    pub(super) fn warn(&mut self, sentence: String) {
        let former = self.notice.replace(Notice::Warning(sentence));
        if let Some(former @ (Notice::Failed(_) | Notice::Warning(_) | Notice::Mistakes(_))) = former {
            self.queued_notice = Some(former);
        }
    }

    /// Makes all lines anew that are no longer right.
    pub(super) fn relayout(&mut self) {
        self.viewer.has_message = self.notice.is_some() || self.shown_reminder().is_some();
        match self.conference.as_mut().filter(|_| !self.shows_events) {
            Some(state) => self.layout_cache.update(state, &self.viewer),
            None => self.events.arrange(&self.viewer),
        }
        if let Some(overlay) = &mut self.overlay {
            overlay.arrange(&self.viewer, self.conference.as_ref(), &self.layout_cache);
        }
    }
}

/// That a file has mistakes, when it has.
pub(super) fn mistakes(schedule: &LoadedSchedule) -> Option<Notice> {
    Some(schedule.mistakes()).filter(|count| *count > 0).map(Notice::Mistakes)
}

/// What is wrong with the user's own files, where anything is: nobody would look for it anywhere.
pub(super) fn of_files(opened: &Loaded, viewer: &ViewContext) -> Option<Notice> {
    let notice = opened.notices.first()?;
    Some(Notice::Failed(presenter::store_notice(notice, viewer.locale())))
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
