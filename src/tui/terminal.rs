//! [`TerminalHandle`]: takes over the terminal, writes to it, and restores it however the process ends.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{ResetColor, force_color_output};
use ratatui::crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};

mod alert;
mod ansi_writer;
mod backend;
#[cfg(test)]
mod backend_tests;
mod clipboard;
mod modes;
mod scroll;
mod tty;

pub use backend::AnsiBackend;
pub(super) use backend::report_covered_cells;
use tty::Tty;

use super::MAX_COPY;
use crate::config::Notify;
use clipboard::Multiplexer;

/// The largest screen in columns and rows. A larger one would waste memory (65535 × 65535 cells take 191
/// GiB).
const MAX_SIZE: (u16, u16) = (1000, 500);
/// The number of attempts of [`TerminalHandle::leave`] to lock the output, and the pause between them: half a
/// second in total.
const LEAVE_TRIES: u32 = 100;
const LEAVE_PAUSE: Duration = Duration::from_millis(5);

/// The terminal of this process. Clones share the terminal, so that the panic hook and the threads that end
/// the process can each have one.
///
/// Only one thread writes at a time, and only while the terminal is taken over, so that no late frame appears
/// on the screen of the shell.
#[derive(Debug, Clone)]
pub(super) struct TerminalHandle {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    tty: Tty,
    /// Locked while writing.
    output_lock: Mutex<()>,
    /// True if the terminal is taken over. Changed only while locked, but [`TerminalHandle::leave`] must be
    /// able to read it without the lock.
    entered: AtomicBool,
    /// True if the terminal was asked to report changes of its background.
    reports_background: AtomicBool,
}

impl TerminalHandle {
    /// Returns the terminal of this process; `None` without a terminal for input or without one for output.
    pub(super) fn find() -> Option<Self> {
        Tty::find().map(Self::with_tty)
    }

    fn with_tty(tty: Tty) -> Self {
        let shared = Shared {
            tty,
            output_lock: Mutex::new(()),
            entered: AtomicBool::new(false),
            reports_background: AtomicBool::new(false),
        };
        Self { shared: Arc::new(shared) }
    }

    /// Returns the file to read keys from.
    #[cfg(unix)]
    pub(super) fn keyboard(&self) -> std::os::fd::BorrowedFd<'_> {
        self.shared.tty.keyboard()
    }

    /// True if the process is in the foreground. In the background it must neither draw nor change modes.
    /// Returns `if_unknown` if that cannot be determined.
    #[cfg(unix)]
    pub(super) fn is_foreground(&self, if_unknown: bool) -> bool {
        self.shared.tty.is_foreground(if_unknown)
    }

    /// Returns the size in columns and rows, which may be 0 × 0; then drawing is impossible.
    pub(super) fn size() -> (u16, u16) {
        let (columns, rows) = terminal::size().unwrap_or_default();
        (columns.min(MAX_SIZE.0), rows.min(MAX_SIZE.1))
    }

    /// Takes over the terminal: raw mode, the alternate screen, a hidden cursor, and the [`modes`]. The
    /// answer to `ask_background` arrives with the keys. The screen is empty afterwards.
    pub(super) fn enter(&self, ask_background: bool) -> io::Result<()> {
        // Only the theme decides about colors. By default, crossterm reacts to NO_COLOR with sequences that
        // also remove bold and reverse, and thus the selection.
        force_color_output(true);
        let _lock = self.lock();
        // Set this first, so that `leave` undoes everything if a step below fails.
        self.shared.entered.store(true, Ordering::SeqCst);
        // While the process was stopped, the shell may have set modes, and crossterm would assume that raw
        // mode is still on.
        terminal::disable_raw_mode()?;
        terminal::enable_raw_mode()?;
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen, Hide)?;
        modes::switch_on(&mut bytes)?;
        self.shared.reports_background.store(ask_background, Ordering::SeqCst);
        if ask_background {
            bytes.extend_from_slice(modes::ENABLE_BACKGROUND_REPORTS.as_bytes());
        }
        self.shared.tty.write(&bytes)
    }

    /// Writes bytes immediately, unless the terminal is not taken over.
    pub(super) fn send(&self, frame: &[u8]) -> io::Result<()> {
        if frame.is_empty() {
            return Ok(());
        }
        let _lock = self.lock();
        if self.shared.entered.load(Ordering::SeqCst) { self.shared.tty.write(frame) } else { Ok(()) }
    }

    /// Asks the terminal again for its background.
    pub(super) fn request_background(&self) -> io::Result<()> {
        self.send(modes::QUERY_BACKGROUND.as_bytes())
    }

    /// Copies a text to the clipboard of the terminal, unless it is empty or too long, or the terminal is not
    /// taken over.
    pub(super) fn copy(&self, text: &str) -> io::Result<()> {
        if text.is_empty() || text.len() > MAX_COPY {
            return Ok(());
        }
        self.send(clipboard::sequence(text, Multiplexer::detect()).as_bytes())
    }

    /// Shows a notification or rings the bell, unless the terminal is not taken over.
    pub(super) fn alert(&self, text: &str, bell: bool, notify: Notify) -> io::Result<()> {
        self.send(alert::sequence(text, bell, notify, Multiplexer::detect(), alert::variable).as_bytes())
    }

    /// Restores the terminal, once.
    ///
    /// Takes about a second at most and never fails: the panic hook calls it, possibly in the thread that
    /// holds the lock, and so does a dying process, possibly on a blocked connection.
    pub(super) fn leave(&self) {
        let _lock = self.try_lock();
        if !self.shared.entered.swap(false, Ordering::SeqCst) {
            return;
        }
        let mut bytes = Vec::new();
        if self.shared.reports_background.swap(false, Ordering::SeqCst) {
            bytes.extend_from_slice(modes::DISABLE_BACKGROUND_REPORTS.as_bytes());
        }
        modes::switch_off(&mut bytes);
        // In the background, the modes belong to the shell, and changing them would stop this process
        // forever.
        if self.shared.tty.is_foreground(true) {
            // Errors cannot be reported, here and below.
            drop(terminal::disable_raw_mode());
        }
        if queue!(bytes, ResetColor, Show, LeaveAlternateScreen).is_ok() && self.shared.tty.is_writable() {
            drop(self.shared.tty.write(&bytes));
        }
    }

    /// Locks the output. A panic of another holder does not matter, because the lock only guards the order of
    /// writes.
    fn lock(&self) -> MutexGuard<'_, ()> {
        self.shared.output_lock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Locks the output, waiting for a limited time.
    fn try_lock(&self) -> Option<MutexGuard<'_, ()>> {
        for _ in 0..LEAVE_TRIES {
            match self.shared.output_lock.try_lock() {
                Ok(lock) => return Some(lock),
                Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) => thread::sleep(LEAVE_PAUSE),
            }
        }
        None
    }
}

impl io::Write for TerminalHandle {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.send(bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::sync::mpsc;

    /// Returns a terminal that is marked as taken over, and its output.
    fn entered() -> (TerminalHandle, io::PipeReader) {
        let (output, input) = io::pipe().unwrap();
        let terminal = TerminalHandle::with_tty(Tty::over(input.into()).unwrap());
        terminal.shared.entered.store(true, Ordering::SeqCst);
        (terminal, output)
    }

    fn written(terminal: TerminalHandle, mut output: io::PipeReader) -> String {
        drop(terminal);
        let mut text = String::new();
        output.read_to_string(&mut text).unwrap();
        text
    }

    const LEFT: &str = "\u{1b}[?2004l\u{1b}[?1006l\u{1b}[?1000l\u{1b}[0m\u{1b}[?25h\u{1b}[?1049l";

    #[test]
    fn leaving_happens_once_and_no_frame_follows() {
        let (terminal, output) = entered();
        terminal.send(b"frame").unwrap();
        terminal.leave();
        terminal.leave();
        terminal.send(b"late frame").unwrap();
        terminal.copy("late text").unwrap();
        assert_eq!(written(terminal, output), format!("frame{LEFT}"));
    }

    #[test]
    fn leaving_works_while_this_very_thread_is_writing() {
        let (terminal, output) = entered();
        let lock = terminal.lock();
        terminal.leave();
        drop(lock);
        assert_eq!(written(terminal, output), LEFT);
    }

    #[test]
    fn leaving_works_after_a_panic_while_writing() {
        let (terminal, output) = entered();
        let clone = terminal.clone();
        let panicked = thread::spawn(move || {
            let _lock = clone.lock();
            panic!("while writing");
        });
        assert!(panicked.join().is_err());
        terminal.leave();
        assert_eq!(written(terminal, output), LEFT);
    }

    #[test]
    fn leaving_does_not_wait_for_a_line_that_takes_nothing() {
        let (terminal, output) = entered();
        let clone = terminal.clone();
        let stuck = thread::spawn(move || clone.send(&vec![b'x'; 1 << 20]));
        while terminal.shared.output_lock.try_lock().is_ok() {
            thread::yield_now();
        }
        let (done, left) = mpsc::channel();
        let clone = terminal.clone();
        let leaver = thread::spawn(move || {
            clone.leave();
            done.send(()).unwrap();
        });
        assert!(left.recv_timeout(Duration::from_secs(10)).is_ok());
        drop(output);
        assert!(stuck.join().unwrap().is_err());
        leaver.join().unwrap();
    }
}
