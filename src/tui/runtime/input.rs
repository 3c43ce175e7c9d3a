//! Keys: reads them on a thread of its own.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::crossterm::event::{self, Event};

use super::Wake;
use crate::keymap::from_terminal;

/// Reads keys on a thread until the loop has ended.
///
/// The thread may hang in the middle of an escape sequence until the next byte comes, so nothing but keys depends
/// on it.
pub(super) fn listen(wakes: Sender<Wake>) -> io::Result<()> {
    thread::Builder::new().spawn(move || {
        loop {
            let wake = match event::read() {
                Ok(event) => wake(&event),
                Err(error) => Some(Wake::Failed(error)),
            };
            let is_failure = matches!(wake, Some(Wake::Failed(_)));
            if wake.is_some_and(|wake| wakes.send(wake).is_err()) || is_failure {
                break;
            }
        }
    })?;
    Ok(())
}

fn wake(event: &Event) -> Option<Wake> {
    match event {
        Event::Key(event) => from_terminal(event).map(Wake::Key),
        // Elsewhere the signal tells, and once is enough.
        Event::Resize(..) if cfg!(not(unix)) => Some(Wake::Resized),
        _ => None,
    }
}
