//! [`Msg`]: everything that can happen to the screen program.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::keymap::{Key, Pointer};
use crate::program::{Found, Program, ReadError};

/// Something happened. The runtime makes messages, [`update`](super::update()) answers them.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Pointer(Pointer),
    /// A text was pasted into the terminal.
    Paste(String),
    /// Nothing was typed for a while. Only sent while [`App::awaits_pause`](super::App::awaits_pause).
    Pause,
    /// The terminal has this size now, in columns and rows. Also sent when the program comes back to the foreground.
    Resize(u16, u16),
    /// It is this late now. Sent at the start and at the instants that [`App::next_tick`](super::App::next_tick) names.
    Tick(DateTime<Utc>),
    /// The program was asked to suspend itself and nobody could wake it up again, so it did not.
    CannotSuspend,
    /// Something was found while events were looked for.
    Found(PathBuf, Found),
    /// All places were looked into for events.
    Listed,
    /// A file was read.
    Read(PathBuf, Result<Arc<Program>, ReadError>),
}
