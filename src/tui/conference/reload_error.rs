//! [`Broken`]: a file that cannot be shown as it is.

use std::sync::Arc;

use crate::fetch::OpenError;
use crate::schedule::LoadedSchedule;

/// What a file has become that cannot be shown in place of the program that was read from it.
#[derive(Debug, Clone)]
pub(in crate::tui) enum Broken {
    /// It cannot be read.
    Unreadable(OpenError),
    /// There is nothing left of the program in it, or less than mistakes are likely to leave.
    Program(Arc<LoadedSchedule>),
}

impl Broken {
    /// Whether there is nothing new to say of it.
    pub(in crate::tui) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unreadable(one), Self::Unreadable(other)) => one == other,
            (Self::Program(one), Self::Program(other)) => one.source.text() == other.source.text(),
            _ => false,
        }
    }
}
