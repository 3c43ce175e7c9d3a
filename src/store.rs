//! The user's own files: plans, the library, where one was last; read and written whole, by several windows at once.
//!
//! | file | what it is |
//! | --- | --- |
//! | `data/plans/….toml` | a [`Plan`](crate::model::Plan), one for each conference: [`load_plan`], [`change`], [`edit_plan`], [`plans`] |
//! | `data/library.toml` | which event files one has: [`library`] |
//! | `state/seen/….toml` | a program as it was when one last looked: [`last_seen`] |
//! | `state/places.toml` | where one was in each conference: [`last_position`] |
//! | `state/venues.toml` | the time zones of venues that the user gave: [`venues`] |
//! | `config/config.toml` | [`Config`](crate::config::Config): [`load_config`] |
//!
//! Plans, the library and the settings belong to people: they are TOML that one can read, edit and merge, and what this
//! program does not know in them stays. A damaged file is never a refusal: what can be read of it is used, a copy of it
//! is kept before anything is written, and a [`StoreWarning`] says so. Nothing here is shared, and nothing knows the time.

mod conference_key;
mod fields;
mod file;
mod folders;
pub mod last_position;
pub mod last_seen;
pub mod library;
mod list_file;
mod plan;
pub mod plan_file;
mod session;
mod settings;
pub mod venues;

use crate::config::ConfigError;
use crate::text::SafeText;

pub use conference_key::ConferenceKey;
pub use folders::Folders;
pub use plan::{SaveResult, StoredPlan, change, change_alone, edit_plan, load_plan, plan_path, plans};
pub use settings::load_config;

/// What is called once, with the file, when a save has waited a second for another process that is writing the same file.
pub type Waits<'a> = &'a dyn Fn(&SafeText);

/// Waits for other processes without a word.
pub const IN_SILENCE: Waits<'static> = &|_| ();

/// Why a file of the user could not be read or written. Nothing of it was changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError {
    /// The file.
    pub path: SafeText,
    /// Why.
    pub why: StoreErrorKind,
    /// The same in the words of the system.
    pub error: SafeText,
}

/// What is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreErrorKind {
    /// One is not allowed to.
    NotAllowed,
    /// The disk, or one's share of it, is full.
    Full,
    /// Another window has been writing it for too long.
    Busy,
    /// There is something else in its place: a folder, a device.
    NoFile,
    /// Something else; the words of the system say what.
    Other,
}

/// What whoever uses the files should know, although all went on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreWarning {
    /// Something in a file cannot be read; what can be read is used, and nothing was changed.
    Damaged {
        /// The file.
        path: SafeText,
        /// The first line that cannot be read, counted from 1.
        line: usize,
    },
    /// Something in a file could not be read. The file was written anew from what could be read, and a copy of it as it
    /// was is kept.
    SetAside {
        /// The file.
        path: SafeText,
        /// The copy.
        copy: SafeText,
    },
    /// Something that was to be saved cannot stand in the file, so it was left out; everything else was saved.
    LeftOut {
        /// The file.
        path: SafeText,
        /// The number of entries.
        count: usize,
    },
    /// Files cannot be locked there, so of what two windows save at one moment only one may stay. It is told each time;
    /// to say it once is enough.
    Unlocked {
        /// The folder.
        path: SafeText,
    },
    /// A file cannot be read at all; it counts as empty.
    Unreadable(StoreError),
    /// A setting that is not taken.
    Setting {
        /// The file.
        path: SafeText,
        /// Which, and why.
        setting: ConfigError,
    },
}
