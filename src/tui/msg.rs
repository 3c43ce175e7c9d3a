//! [`Msg`]: the events of the TUI.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::fetch::{FetchError, OpenError};
use crate::keymap::{Key, Pointer};
use crate::schedule::{Found, LoadedSchedule};
use crate::store::{ConferenceKey, SaveResult, StoreError, StoreWarning};
use crate::theme::{Background, ThemeDefinition};
use kurultai_schedule::markup::LinkUrl;
use kurultai_schedule::model::{Plan, PlanChange};
use kurultai_schedule::plan::Change;
use kurultai_schedule::text::SafeText;

use super::{Loaded, SearchResponse};

/// The result of a download.
#[derive(Debug, Clone)]
pub enum Arrival {
    /// A schedule that differs from the cached copy.
    New {
        /// The schedule.
        opened: Box<Loaded>,
        /// The system's error message if it could not be cached.
        unkept: Option<SafeText>,
    },
    /// The cached copy is current, as of this time.
    Same(DateTime<Utc>),
}

/// An event that the runtime sends and [`update`](super::update()) handles.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key press.
    Key(Key),
    /// A mouse event within the screen.
    Pointer(Pointer),
    /// The first 10,000 characters of a pasted text, unsanitized. Terminals without bracketed paste send keys instead.
    Paste(String),
    /// The background of the terminal. Sent only if
    /// [`Application::asks_background`](super::Application::asks_background) returns true.
    Background(Background),
    /// The user quits, but the plan is still being saved after a second.
    StillSaving {
        /// True if another process holds the lock, false if the disk is slow.
        waits_for_another: bool,
    },
    /// The size of the terminal in columns and rows. Also sent when the app returns to the foreground.
    Resize(u16, u16),
    /// The current time. Sent at the start and at the instants of [`App::next_tick`](super::App::next_tick).
    Tick(DateTime<Utc>),
    /// The app was not suspended because no shell could resume it.
    CannotSuspend,
    /// No app could be started to open this link.
    CannotOpen(LinkUrl),
    /// More files of the event list.
    EventsFound(Vec<(PathBuf, Found<OpenError>)>),
    /// The end of the event list.
    EventsComplete,
    /// A file, or the cached copy of a URL.
    ScheduleRead(PathBuf, Result<Box<Loaded>, OpenError>),
    /// The progress of a download: bytes received, and their total if known.
    Fetching(PathBuf, u64, Option<u64>),
    /// The result of a download.
    Fetched(PathBuf, Result<Arrival, FetchError>),
    /// The watched file was saved, deleted or created.
    ScheduleFileChanged(PathBuf),
    /// The watched plan file was saved, by this process or another one.
    PlanChanged,
    /// The watched file of the theme was saved.
    ThemeChanged(PathBuf),
    /// The theme, read again, with warnings.
    ThemeReloaded(ThemeDefinition, Vec<StoreWarning>),
    /// The plan of a conference, read again, with warnings.
    PlanReloaded(ConferenceKey, Plan, Vec<StoreWarning>),
    /// The hits of a search.
    SearchFinished(SearchResponse),
    /// Changes of the plan of a conference were saved.
    Saved(ConferenceKey, SaveResult),
    /// Changes could not be saved; the error is `None` if there is no folder for the user's files.
    NotSaved(ConferenceKey, Vec<PlanChange>, Option<StoreError>),
    /// The changes since the last seen edition of a schedule.
    ChangesLoaded(Arc<LoadedSchedule>, Vec<Change>),
    /// The file of the exported calendar, or the system's error message.
    Exported(Result<PathBuf, String>),
}
