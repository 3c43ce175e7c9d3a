//! Keys, the mouse and pastes: reads them on a thread of its own.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::crossterm::event::{self, Event};

use super::Wake;
use crate::keymap::{from_mouse, from_terminal};

/// Of a pasted text so many characters are passed on. There is no use for more, and somebody may paste a whole book.
const LONGEST_PASTE: usize = 10_000;

/// Reads keys, the mouse and pastes on a thread until the loop has ended.
///
/// The thread may hang in the middle of an escape sequence until the next byte comes, so nothing but
/// these depends on it.
pub(super) fn listen(wakes: Sender<Wake>) -> io::Result<()> {
    thread::Builder::new().spawn(move || {
        loop {
            let wake = match event::read() {
                Ok(event) => wake(event),
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

fn wake(event: Event) -> Option<Wake> {
    match event {
        Event::Key(event) => from_terminal(&event).map(Wake::Key),
        Event::Mouse(event) => from_mouse(&event).map(Wake::Pointer),
        Event::Paste(text) => Some(Wake::Paste(text.chars().take(LONGEST_PASTE).collect())),
        // Elsewhere the signal tells, and once is enough.
        Event::Resize(..) if cfg!(not(unix)) => Some(Wake::Resized),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_book_the_beginning_is_passed_on() {
        for (pasted, passed) in [(10_001, 10_000), (10_000, 10_000), (0, 0)] {
            let Some(Wake::Paste(text)) = wake(Event::Paste("ә".repeat(pasted))) else { panic!("no paste") };
            assert_eq!(text, "ә".repeat(passed));
        }
    }
}
