//! [`Progress`]: what the command is doing, on stderr, if it takes a while.

use std::io::{IsTerminal as _, Write as _, stderr};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ratatui::crossterm::terminal;

use crate::clock::Clock;
use kurultai_schedule::text::cut;

/// The time after which the line appears.
const DELAY: Duration = Duration::from_millis(100);
/// The time between two updates of the line.
const PAUSE: Duration = Duration::from_secs(1);
/// The width of a terminal of unknown size.
const COLUMNS: u16 = 80;
/// Erases the line.
const ERASE: &str = "\r\u{1b}[K";

/// A line on stderr as long as it exists, if that is a terminal. It appears after [`DELAY`] and is erased afterwards;
/// Ctrl-C ends the process as usual.
pub(super) struct Progress {
    /// The sender that ends the thread when it is dropped, and the thread.
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Starts work that a sentence names. The sentence must be safe to print.
    pub(super) fn start(sentence: impl FnOnce() -> String) -> Self {
        if !stderr().is_terminal() {
            return Self { running: None };
        }
        let sentence = sentence();
        let (end, ended) = channel();
        let running = thread::Builder::new().spawn(move || show(&sentence, &ended)).ok();
        Self { running: running.map(|thread| (end, thread)) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.running.take() {
            drop(end);
            // The line is erased before anything else is printed.
            drop(thread.join());
        }
    }
}

/// Shows the sentence until the sender is dropped.
fn show(sentence: &str, ended: &Receiver<()>) {
    let (start, mut wait) = (Clock::instant(), DELAY);
    while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        let columns = terminal::size().map_or(COLUMNS, |(columns, _)| columns.max(1));
        print(&format!("{ERASE}{}", line(sentence, start.elapsed(), usize::from(columns) - 1)));
        wait = PAUSE;
    }
    if wait == PAUSE {
        print(ERASE);
    }
}

/// Returns the sentence and the minutes and seconds so far, within a width.
fn line(sentence: &str, elapsed: Duration, columns: usize) -> String {
    let seconds = elapsed.as_secs();
    let line = if seconds == 0 {
        sentence.to_owned()
    } else {
        format!("{sentence} {}:{:02}", seconds / 60, seconds % 60)
    };
    cut(&line, columns).into_owned()
}

/// Writes to stderr. There is no way to report an error.
fn print(text: &str) {
    let mut stream = stderr().lock();
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_has_the_time_and_fits() {
        let at = |seconds: u64, columns| {
            line("Reading a.toml…", Duration::from_millis(seconds * 1000 + 150), columns)
        };
        assert_eq!(at(0, 80), "Reading a.toml…");
        assert_eq!(at(3, 80), "Reading a.toml… 0:03");
        assert_eq!(at(75, 80), "Reading a.toml… 1:15");
        assert_eq!(at(3, 8), "Reading…");
        assert_eq!(at(3, 0), "");
    }
}
