//! The user's files: plans, library, last positions. Each is read and written whole, possibly by several processes.
//!
//! | file | content |
//! | --- | --- |
//! | `data/plans/….toml` | a [`Plan`](kurultai_schedule::model::Plan) for each conference: [`load_plan`], [`change`],
//! [`edit_plan`], [`plans`] |
//! | `data/library.toml` | the user's event files and URLs: [`library`] |
//! | `state/seen/….toml` | a schedule as the user last saw it: [`last_seen`] |
//! | `state/places.toml` | the last position in each conference: [`last_position`] |
//! | `state/venues.toml` | time zones that the user gave: [`venues`] |
//! | `config/config.toml` | [`Config`](crate::config::Config): [`load_config`] |
//!
//! Plans, library and settings are TOML that people read, edit and merge; unknown content is kept. A damaged file is
//! used as far as it can be read, copied before it is written, and reported as a [`StoreWarning`].

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
use kurultai_schedule::text::SafeText;

pub use conference_key::ConferenceKey;
pub use folders::Folders;
pub use plan::{SaveResult, StoredPlan, change, change_alone, edit_plan, load_plan, plan_path, plans};
pub use settings::load_config;

/// A callback with the path of a file, after waiting a second for another process that is writing it.
pub type WaitCallback<'a> = &'a dyn Fn(&SafeText);

/// Waits for other processes without a message.
pub const NO_CALLBACK: WaitCallback<'static> = &|_| ();

/// A failed read or write. The file is unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError {
    /// The file.
    pub path: SafeText,
    /// The reason.
    pub kind: StoreErrorKind,
    /// The message of the system.
    pub error: SafeText,
}

/// The reason for a failed read or write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreErrorKind {
    /// No permission.
    NotAllowed,
    /// The disk or the quota is full.
    Full,
    /// Another process is writing for too long.
    Busy,
    /// Not a file, but a folder or a device.
    NoFile,
    /// Any other system error.
    Other,
}

/// A problem that did not stop the operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreWarning {
    /// Part of a file could not be read; the rest is used. The file is unchanged.
    Damaged {
        /// The file.
        path: SafeText,
        /// The first such line, counted from 1.
        line: usize,
    },
    /// Part of a file could not be read. The file was rewritten without it, and a copy kept.
    SetAside {
        /// The file.
        path: SafeText,
        /// The copy.
        copy: SafeText,
    },
    /// Entries that the file format cannot represent were not saved; all others were.
    LeftOut {
        /// The file.
        path: SafeText,
        /// The number of entries.
        count: usize,
    },
    /// The file system has no locks, so concurrent saves may be lost. Reported on each save; showing it once is enough.
    Unlocked {
        /// The folder.
        path: SafeText,
    },
    /// A file cannot be read and counts as empty.
    Unreadable(StoreError),
    /// A setting is invalid.
    Setting {
        /// The file.
        path: SafeText,
        /// The setting and the reason.
        setting: ConfigError,
    },
}
