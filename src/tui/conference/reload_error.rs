//! [`ReloadError`]: the reason why the contents of a file are not displayed.

use std::sync::Arc;

use crate::fetch::OpenError;
use crate::schedule::LoadedSchedule;

/// The reason why the new contents of a file are not displayed.
#[derive(Debug, Clone)]
pub(in crate::tui) enum ReloadError {
    Unreadable(OpenError),
    /// All or many of the sessions are missing.
    Incomplete(Arc<LoadedSchedule>),
}

impl ReloadError {
    /// True if both have the same cause.
    pub(in crate::tui) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unreadable(error), Self::Unreadable(other)) => error == other,
            (Self::Incomplete(schedule), Self::Incomplete(other)) => {
                schedule.source.text() == other.source.text()
            }
            _ => false,
        }
    }
}
