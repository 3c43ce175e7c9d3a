//! [`Msg`]: everything that can happen to the screen program.

use chrono::{DateTime, Utc};

use crate::keymap::Key;

/// Something happened. The runtime makes messages, [`update`](super::update()) answers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The terminal has this size now, in columns and rows. Also sent when the program comes back to the foreground.
    Resize(u16, u16),
    /// It is this late now. Sent at the start and at the instants that [`App::next_tick`](super::App::next_tick) names.
    Tick(DateTime<Utc>),
    /// The program was asked to suspend itself and nobody could wake it up again, so it did not.
    CannotSuspend,
}
