//! The user's files: plans, library, last positions. Each file is read and written as a whole, possibly by
//! several processes.
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
//! Plans, library and settings are TOML files that people read, edit and merge; unknown content is preserved.
//! The readable part of a damaged file is used. Before such a file is written, it is copied, and a
//! [`StoreWarning`] reports it.

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
pub use settings::{LoadedTheme, configured_theme, load_config, load_theme, load_theme_file};

/// A callback for a wait of more than a second for another process that is writing a file, given by its path.
pub type WaitCallback<'a> = &'a dyn Fn(&SafeText);

/// A callback that does nothing.
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
    NotAFile,
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
    /// The file system has no locks, so concurrent saves may be lost. Reported for each save, although once
    /// is enough.
    Unlocked {
        /// The folder.
        path: SafeText,
    },
    /// A file that cannot be read, and is treated as empty.
    Unreadable(StoreError),
    /// A setting is invalid.
    Setting {
        /// The file.
        path: SafeText,
        /// The setting and the reason.
        setting: ConfigError,
    },
}
