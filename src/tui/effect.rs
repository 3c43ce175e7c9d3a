//! [`Effect`]: what the screen program asks of the world.

use std::path::PathBuf;
use std::sync::Arc;

use crate::config::Notify;
use crate::markup::LinkUrl;
use crate::model::PlanChange;
use crate::schedule::LoadedSchedule;
use crate::store::{ConferenceKey, last_position::Place};

use super::SearchRequest;

/// The longest text that can be copied, in bytes.
///
/// The terminal gets it in base64, in a sequence of which many take no more than 100,000 bytes and drop longer ones
/// without a word: 8 bytes around, and 4 for 3 of the text.
pub const LONGEST_COPY: usize = 74_994;

/// What [`update`](super::update()) asks the runtime to do.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Put this text on the clipboard. Nobody tells whether that was done: a terminal may not be able to, or not be
    /// allowed to. Nothing is done for an empty text, and for one longer than [`LONGEST_COPY`].
    Copy(String),
    /// Open this address in the browser or mail program of whoever looks; where none can be started from here,
    /// [`Msg::CannotOpen`](super::Msg::CannotOpen) says so.
    Open(LinkUrl),
    /// End the program.
    Quit,
    /// Stop until the shell brings the program back to the foreground.
    Suspend,
    /// Look for events in these files and folders; what is found comes as [`Msg::Found`](super::Msg::Found), the end of it
    /// as [`Msg::Listed`](super::Msg::Listed).
    List(Vec<PathBuf>),
    /// Look for something; it comes as [`Msg::Caught`](super::Msg::SearchFinished).
    Search(SearchRequest),
    /// Something to be done with the user's files, after what was asked before.
    Store(StoreJob),
    /// Write this calendar to a new file that is called so, or with a number behind it; [`Msg::Exported`](super::Msg::Exported)
    /// says what came of it.
    Export {
        /// The name of the file, without its ending.
        name: String,
        /// What stands in it.
        text: String,
        /// The conference whose plan it is.
        of: String,
    },
    /// Tell something that must not be missed, by the terminal's own means.
    Alert {
        /// What.
        text: String,
        /// Whether the bell rings.
        bell: bool,
        /// How it is told outside of the window.
        notify: Notify,
    },
    /// Ask an address whether there is something new; what has come is told as [`Msg::Fetching`](super::Msg::Fetching), the end
    /// of it as [`Msg::Fetched`](super::Msg::Fetched).
    Fetch(PathBuf),
    /// Read a file, or what was kept of an address; it comes as [`Msg::Read`](super::Msg::Read).
    Read(PathBuf),
    /// Look up anew where the file is that is followed: somebody asks for it, so it may not be.
    Follow,
}

/// Something to be done with the user's files.
#[derive(Debug, Clone)]
pub enum StoreJob {
    /// Change the plan for a conference and save it; [`Msg::SaveResult`](super::Msg::Saved) or
    /// [`Msg::NotSaved`](super::Msg::NotSaved) says what came of it.
    Change {
        /// Which conference.
        identity: ConferenceKey,
        /// In order.
        changes: Vec<PlanChange>,
    },
    /// Read the plan for a conference anew; it comes as [`Msg::PlanReloaded`](super::Msg::PlanReloaded).
    Reread {
        /// Which conference.
        identity: ConferenceKey,
    },
    /// Look what is new in a program since it was last looked at; if anything is, it comes as
    /// [`Msg::ChangesLoaded`](super::Msg::ChangesLoaded).
    LoadChanges {
        /// Which conference.
        identity: ConferenceKey,
        /// As it is now.
        schedule: Arc<LoadedSchedule>,
    },
    /// What is new in a program was looked at.
    MarkSeen {
        /// Which conference.
        identity: ConferenceKey,
        /// As it is now.
        schedule: Arc<LoadedSchedule>,
    },
    /// Somebody leaves a program here.
    SavePosition {
        /// Which conference.
        identity: ConferenceKey,
        /// Where they were.
        place: Place,
    },
}
