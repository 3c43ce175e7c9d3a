//! [`Effect`]: the side effects of the TUI.

use std::path::PathBuf;
use std::sync::Arc;

use crate::config::Notify;
use crate::schedule::LoadedSchedule;
use crate::store::{ConferenceKey, last_position::Place};
use kurultai_schedule::markup::LinkUrl;
use kurultai_schedule::model::PlanChange;

use super::SearchRequest;

/// The size in bytes of the longest text to copy.
///
/// Many terminals silently drop sequences of more than 100,000 bytes. A sequence has 8 bytes, plus 4 bytes of
/// base64 for each 3 bytes of text.
pub const MAX_COPY: usize = 74_994;

/// A side effect that [`update`](super::update()) requests from the runtime.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Copy a text to the clipboard, unless it is empty or longer than [`MAX_COPY`]. Terminals do not report success.
    Copy(String),
    /// Open a link in the browser or mail app; [`Msg::CannotOpen`](super::Msg::CannotOpen) reports a failure.
    Open(LinkUrl),
    /// Quit.
    Quit,
    /// Suspend the app until the shell resumes it.
    Suspend,
    /// Find events in files and folders. They arrive as [`Msg::EventsFound`](super::Msg::EventsFound), the end as
    /// [`Msg::EventsComplete`](super::Msg::EventsComplete).
    List(Vec<PathBuf>),
    /// Search; the hits arrive as [`Msg::SearchFinished`](super::Msg::SearchFinished).
    Search(SearchRequest),
    /// Run a job on the user's files, after all earlier ones.
    Store(StoreJob),
    /// Write a calendar to a new file; [`Msg::Exported`](super::Msg::Exported) reports the result.
    Export {
        /// The name of the file without extension; a number is appended if the file exists.
        name: String,
        /// The content.
        text: String,
        /// The name of the conference.
        of: String,
    },
    /// Alert the user through the terminal.
    Alert {
        /// The message.
        text: String,
        /// True if the bell rings.
        bell: bool,
        /// The kind of desktop notification.
        notify: Notify,
    },
    /// Download a URL; progress arrives as [`Msg::Fetching`](super::Msg::Fetching), the result as
    /// [`Msg::Fetched`](super::Msg::Fetched).
    Fetch(PathBuf),
    /// Read a file, or the cached copy of a URL; it arrives as [`Msg::ScheduleRead`](super::Msg::ScheduleRead).
    Read(PathBuf),
    /// Locate the watched file again, because the user asked to reload it.
    Watch,
}

/// A job on the user's files.
#[derive(Debug, Clone)]
pub enum StoreJob {
    /// Change the plan of a conference and save it; [`Msg::Saved`](super::Msg::Saved) or
    /// [`Msg::NotSaved`](super::Msg::NotSaved) reports the result.
    Change {
        /// The conference.
        identity: ConferenceKey,
        /// The changes, in order.
        changes: Vec<PlanChange>,
    },
    /// Read the plan of a conference again; it arrives as [`Msg::PlanReloaded`](super::Msg::PlanReloaded).
    ReloadPlan {
        /// The conference.
        identity: ConferenceKey,
    },
    /// Compare a schedule with its last seen edition; changes arrive as [`Msg::ChangesLoaded`](super::Msg::ChangesLoaded).
    LoadChanges {
        /// The conference.
        identity: ConferenceKey,
        /// The current edition.
        schedule: Arc<LoadedSchedule>,
    },
    /// Save a schedule as its last seen edition.
    MarkSeen {
        /// The conference.
        identity: ConferenceKey,
        /// The current edition.
        schedule: Arc<LoadedSchedule>,
    },
    /// Read the user's theme again; it arrives as [`Msg::ThemeReloaded`](super::Msg::ThemeReloaded).
    ReloadTheme(PathBuf),
    /// Save the position in a schedule.
    SavePosition {
        /// The conference.
        identity: ConferenceKey,
        /// The position.
        place: Place,
    },
}
