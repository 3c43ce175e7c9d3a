//! [`Msg`]: everything that can happen to the screen program.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::fetch::{FetchError, OpenError};
use crate::keymap::{Key, Pointer};
use crate::markup::LinkUrl;
use crate::model::{Plan, PlanChange};
use crate::plan::Change;
use crate::schedule::{Found, LoadedSchedule};
use crate::store::{ConferenceKey, SaveResult, StoreError, StoreWarning};
use crate::text::SafeText;
use crate::theme::Background;

use super::{Loaded, SearchResponse};

/// What came from an address.
#[derive(Debug, Clone)]
pub enum Arrival {
    /// Another program than the one that was kept.
    New {
        /// It.
        opened: Box<Loaded>,
        /// Why it could not be kept for the next time, in the words of the system.
        unkept: Option<SafeText>,
    },
    /// There still is the one that was kept; this is when that was said.
    Same(DateTime<Utc>),
}

/// Something happened. The runtime makes messages, [`update`](super::update()) answers them.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something, at a place on the screen of the size that was told last.
    Pointer(Pointer),
    /// A text was pasted: its first 10,000 characters, as the terminal sent them, so with all that a stranger may have
    /// put in it. A terminal that does not tell pastes from typing sends keys instead.
    Paste(String),
    /// The terminal says what it draws on. Sent only while [`Application::asks_background`](super::Application::asks_background).
    Background(Background),
    /// Somebody quits, and their plan is still being saved after a second.
    StillSaving {
        /// True if another program is waited for, rather than the disk.
        waits_for_another: bool,
    },
    /// The terminal has this size now, in columns and rows. Also sent when the program comes back to the foreground.
    Resize(u16, u16),
    /// It is this late now. Sent at the start and at the instants that [`App::next_tick`](super::App::next_tick) names.
    Tick(DateTime<Utc>),
    /// The program was asked to suspend itself and nobody could wake it up again, so it did not.
    CannotSuspend,
    /// Nothing that opens this address can be started from here.
    CannotOpen(LinkUrl),
    /// So much more was found while events were looked for.
    Found(Vec<(PathBuf, Found<OpenError>)>),
    /// All places were looked into for events.
    Listed,
    /// A file was read, or what was kept of an address.
    Read(PathBuf, Result<Box<Loaded>, OpenError>),
    /// So many bytes have come from an address; behind it how many there will be, if that is known.
    Fetching(PathBuf, u64, Option<u64>),
    /// An address was asked.
    Fetched(PathBuf, Result<Arrival, FetchError>),
    /// The file that is followed was saved, or is gone, or back again.
    Changed(PathBuf),
    /// The file of the plan that is followed was saved, by this program or another one.
    PlanChanged,
    /// What the file of the plan for a conference has now, and what should be known of it beside.
    PlanReloaded(ConferenceKey, Plan, Vec<StoreWarning>),
    /// A worker has looked for something.
    SearchFinished(SearchResponse),
    /// Changes of the plan for a conference were saved; this is what its file has now.
    Saved(ConferenceKey, SaveResult),
    /// They could not be saved, and why; `None` where there is no place for the user's files.
    NotSaved(ConferenceKey, Vec<PlanChange>, Option<StoreError>),
    /// What is new in this state of a program since it was last looked at.
    ChangesLoaded(Arc<LoadedSchedule>, Vec<Change>),
    /// The plan was written as a calendar to this file, or could not be, in the words of the system.
    Exported(Result<PathBuf, String>),
}
