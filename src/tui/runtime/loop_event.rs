//! [`LoopEvent`]: everything that wakes the event loop.

use std::io;

use crate::keymap::{Key, Pointer};
#[cfg(unix)]
use crate::theme::Background;
use crate::tui::Msg;

/// An event that wakes the loop.
#[derive(Debug)]
pub(super) enum LoopEvent {
    /// A key press.
    Key(Key),
    /// A mouse event at the position reported by the terminal.
    Pointer(Pointer),
    /// A pasted text.
    Paste(String),
    /// The terminal's answer to the question about its background.
    #[cfg(unix)]
    Background(Background),
    /// The terminal's report that its background has changed.
    #[cfg(unix)]
    BackgroundChanged(Background),
    /// The terminal has answered all questions.
    #[cfg(unix)]
    Answered,
    /// The size of the terminal has changed.
    Resized,
    /// A request to stop the process until it is continued.
    #[cfg(unix)]
    Stop,
    /// The process was stopped and continued.
    #[cfg(unix)]
    Continued,
    /// The terminal is lost.
    #[cfg(unix)]
    HangUp,
    /// A message for the app.
    Message(Msg),
    /// Reading from the terminal failed.
    Failed(io::Error),
}
