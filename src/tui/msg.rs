//! [`Msg`]: everything that can happen to the screen program.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::keymap::{Key, Pointer};
use crate::markup::Address;
use crate::program::{Found, Program, ReadError};

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
    /// Somebody stopped typing: there was no key, paste or pointer for 700 milliseconds. Sent once after the last of these,
    /// and only while [`Driven::awaits_pause`](super::Driven::awaits_pause).
    Pause,
    /// The terminal has this size now, in columns and rows. Also sent when the program comes back to the foreground.
    Resize(u16, u16),
    /// It is this late now. Sent at the start and at the instants that [`App::next_tick`](super::App::next_tick) names.
    Tick(DateTime<Utc>),
    /// The program was asked to suspend itself and nobody could wake it up again, so it did not.
    CannotSuspend,
    /// Nothing that opens this address can be started from here.
    CannotOpen(Address),
    /// So much more was found while events were looked for.
    Found(Vec<(PathBuf, Found)>),
    /// All places were looked into for events.
    Listed,
    /// A file was read.
    Read(PathBuf, Result<Arc<Program>, ReadError>),
}
