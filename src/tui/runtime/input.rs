//! Reads keys, the mouse and pastes on separate threads.

use std::io;
use std::sync::mpsc::Sender;

use super::loop_event::LoopEvent;
use crate::tui::terminal::TerminalHandle;

#[cfg(unix)]
mod background;
#[cfg(unix)]
mod bytes;
#[cfg(not(unix))]
mod console;
#[cfg(unix)]
mod decoder;
#[cfg(all(test, unix))]
mod decoder_tests;

/// Reads from the terminal until the loop ends.
#[cfg(unix)]
pub(super) fn listen(terminal: TerminalHandle, events: Sender<LoopEvent>) -> io::Result<()> {
    bytes::listen(terminal, events)
}

/// Reads from the console until the loop ends.
#[cfg(not(unix))]
pub(super) fn listen(_: TerminalHandle, events: Sender<LoopEvent>) -> io::Result<()> {
    console::listen(events)
}
