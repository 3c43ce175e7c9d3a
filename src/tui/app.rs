//! [`App`]: the state of the TUI.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::conference::{ConferenceState, Pane};
use super::event_list::EventList;
use super::layout_cache::LayoutCache;
use super::overlay::Overlay;
use super::panes;
use super::prompt::{Prompt, PromptKind};
use super::view_context::{Settings, ViewContext};
use crate::fetch::ScheduleUrl;
use crate::i18n::Message;
use crate::keymap::Key;
use crate::loaded::Loaded;
use crate::presenter;
use crate::schedule::{LoadedSchedule, is_standard_input};
use crate::store::{self, ConferenceKey};

/// The state of the TUI. Only [`update()`](super::update()) changes it; [`view()`](super::view()) draws it.
#[derive(Debug, Clone)]
pub struct App {
    pub(super) viewer: ViewContext,
    /// The open conference; `None` before one is chosen from the event list.
    pub(super) conference: Option<ConferenceState>,
    pub(super) layout_cache: LayoutCache,
    pub(super) events: EventList,
    /// True if the event list is displayed instead of the conference.
    pub(super) shows_events: bool,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<Notice>,
    /// A notice that was replaced by a more urgent one before it was read.
    pub(super) queued_notice: Option<Notice>,
    /// The first key of an unfinished binding of two keys.
    pub(super) first_key: Option<Key>,
    /// The input line.
    pub(super) prompt: Option<Prompt>,
    /// The file that is being read.
    pub(super) pending_load: Option<PendingLoad>,
    /// The running download.
    pub(super) fetching: Option<Fetching>,
}

/// A running download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fetching {
    pub(super) path: PathBuf,
    /// True if the user asked for it, and is notified even if nothing is new.
    pub(super) is_requested: bool,
}

/// A message above the hints until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Notice {
    /// The number of diagnostics of the file.
    Mistakes(usize),
    /// A fixed message.
    Sentence(Message),
    /// A warning.
    Warning(String),
    /// The result of an action.
    Done(String),
    /// An error.
    Failed(String),
    /// The progress of a download.
    Fetching(String),
}

/// A file that is being read, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PendingLoad {
    /// To open it.
    Open(PathBuf),
    /// To reload the open conference because the user asked for it.
    Reload(PathBuf),
    /// To reload the open conference because the file has changed.
    Changed(PathBuf),
}

impl App {
    /// Shows a schedule loaded from the file or URL `path`. `places` are the files and folders of the event list. Size
    /// and time arrive as messages.
    #[must_use]
    pub fn open(path: PathBuf, opened: Loaded, places: Vec<PathBuf>, settings: Settings) -> Self {
        let mut app = Self::with_event_list(places, settings);
        app.notice = files_notice(&opened, &app.viewer);
        app.show_conference(path, opened);
        app
    }

    /// Fetches a URL without a cached copy, and opens it when it arrives.
    #[must_use]
    pub fn fetch(path: PathBuf, settings: Settings) -> Self {
        let pending_load = Some(PendingLoad::Open(path.clone()));
        Self { pending_load, ..Self::with_event_list(vec![path], settings) }
    }

    /// Reads a file, and opens it when it has been read.
    #[must_use]
    pub fn read(path: PathBuf, places: Vec<PathBuf>, settings: Settings) -> Self {
        Self { pending_load: Some(PendingLoad::Open(path)), ..Self::with_event_list(places, settings) }
    }

    /// Shows the event list of files and folders.
    #[must_use]
    pub fn with_event_list(places: Vec<PathBuf>, settings: Settings) -> Self {
        Self {
            viewer: ViewContext::new(settings),
            conference: None,
            layout_cache: LayoutCache::default(),
            events: EventList::new(places),
            shows_events: true,
            overlay: None,
            notice: None,
            queued_notice: None,
            first_key: None,
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

    /// Shows the first of these warnings; an error in the plan is shown before it.
    #[must_use]
    pub fn with_notices(mut self, notices: &[store::StoreWarning]) -> Self {
        if let Some(notice) = notices.first() {
            let notice = Notice::Failed(presenter::store_warning(notice, self.viewer.locale()));
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

    /// Returns the next instant at which the screen changes without input.
    #[must_use]
    pub fn next_tick(&self) -> Option<DateTime<Utc>> {
        if let Some(state) = self.shown_state() {
            return state.next_tick(&self.viewer);
        }
        let reminder = self.conference.as_ref().and_then(|state| state.next_reminder(&self.viewer));
        EventList::next_tick(&self.viewer).into_iter().chain(reminder).min()
    }

    /// Returns the file to watch, whose changes arrive as
    /// [`Msg::ScheduleFileChanged`](super::Msg::ScheduleFileChanged); `None` for standard input and URLs.
    #[must_use]
    pub fn followed(&self) -> Option<&Path> {
        let path = self.conference.as_ref()?.path.as_path();
        let is_file = !is_standard_input(path) && ScheduleUrl::from_path(path).is_none();
        is_file.then_some(path)
    }

    /// True if the theme depends on the background of the terminal, which arrives as
    /// [`Msg::Background`](super::Msg::Background).
    #[must_use]
    pub fn asks_background(&self) -> bool {
        self.viewer.theme().follows_terminal()
    }

    /// Returns the file of the theme to watch, whose changes arrive as [`Msg::ThemeChanged`](super::Msg::ThemeChanged).
    #[must_use]
    pub fn followed_theme(&self) -> Option<&Path> {
        self.viewer.settings.theme_file.as_deref()
    }

    /// Returns the conference whose plan file to watch; its changes arrive as [`Msg::PlanChanged`](super::Msg::PlanChanged).
    #[must_use]
    pub fn followed_plan(&self) -> Option<&ConferenceKey> {
        Some(&self.conference.as_ref()?.plan_context.identity)
    }

    /// Returns the conference if it is displayed.
    pub(super) fn shown_state(&self) -> Option<&ConferenceState> {
        self.conference.as_ref().filter(|_| !self.shows_events)
    }

    /// True if a schedule is displayed when it arrives.
    pub(super) fn is_opening(&self) -> bool {
        matches!(self.pending_load, Some(PendingLoad::Open(_)))
    }

    /// True if nothing is displayed until the schedule arrives.
    pub(super) fn is_loading(&self) -> bool {
        let is_pending = self.fetching.is_some() || self.is_opening();
        self.conference.is_none() && is_pending && self.events.is_empty()
    }

    /// True if letters are typed as text.
    pub(super) fn is_text_input(&self) -> bool {
        match &self.overlay {
            Some(overlay) => overlay.types_text(),
            None => self.shown_state().is_none() || self.has_prompt(),
        }
    }

    /// True if the input line has the focus.
    pub(super) fn has_prompt(&self) -> bool {
        self.shown_state().is_some() && self.prompt.is_some()
    }

    /// Opens the input line with a text.
    pub(super) fn open_prompt(&mut self, kind: PromptKind, text: &str) {
        self.prompt = Some(Prompt::new(kind, text));
    }

    /// Returns the current reminders as one line.
    pub(super) fn shown_reminder(&self) -> Option<String> {
        let reminders = self.conference.as_ref()?.reminders(&self.viewer);
        Some(reminders.join(" · ")).filter(|text| !text.is_empty())
    }

    /// Displays a warning immediately, and the error or warning that it replaces afterwards.
    pub(super) fn warn(&mut self, sentence: String) {
        let former = self.notice.replace(Notice::Warning(sentence));
        if let Some(former @ (Notice::Failed(_) | Notice::Warning(_) | Notice::Mistakes(_))) = former {
            self.queued_notice = Some(former);
        }
    }

    /// Updates all laid-out lines.
    pub(super) fn relayout(&mut self) {
        self.viewer.has_message = self.notice.is_some() || self.shown_reminder().is_some();
        match self.conference.as_mut().filter(|_| !self.shows_events) {
            Some(state) => self.layout_cache.update(state, &self.viewer),
            None => self.events.update_layout(&self.viewer),
        }
        if let Some(overlay) = &mut self.overlay {
            // The commands of the event list do not concern the schedule.
            let is_other = self.shows_events && overlay.lists_commands();
            let state = self.conference.as_ref().filter(|_| !is_other);
            overlay.lay_out(&self.viewer, state, &self.layout_cache);
        }
    }
}

/// Returns a notice if the schedule has diagnostics.
pub(super) fn diagnostics_notice(schedule: &LoadedSchedule) -> Option<Notice> {
    Some(schedule.mistakes()).filter(|count| *count > 0).map(Notice::Mistakes)
}

/// Returns a notice if the user's files have errors.
pub(super) fn files_notice(opened: &Loaded, viewer: &ViewContext) -> Option<Notice> {
    let notice = opened.notices.first()?;
    Some(Notice::Failed(presenter::store_warning(notice, viewer.locale())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_can_be_sent() {
        fn sent<T: Send>() {}
        sent::<App>();
    }
}
