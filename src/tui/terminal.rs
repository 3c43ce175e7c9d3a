//! [`TerminalHandle`]: takes the terminal over, writes frames to it, and gives it back on every way out.

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

use super::LONGEST_COPY;
use crate::config::Notify;
use clipboard::Way;

/// More cells than this no person reads; a terminal that claims more would only cost memory (65535 × 65535 cells are 191 GiB).
const LARGEST: (u16, u16) = (1000, 500);
/// How often, and how long each time, [`TerminalHandle::leave`] waits for a frame that is being written: half a second in all.
const LEAVE_TRIES: u32 = 100;
const LEAVE_PAUSE: Duration = Duration::from_millis(5);

/// The terminal that the program runs in. Clones are the same terminal: the panic hook and the threads that end the program have one each.
///
/// Everything is written by one thread at a time and only while the terminal is taken over, so no late frame can
/// land on the screen of the shell.
#[derive(Debug, Clone)]
pub(super) struct TerminalHandle {
    shared: Arc<Shared>,
}

/// What all clones share.
#[derive(Debug)]
struct Shared {
    tty: Tty,
    /// Whose turn it is to write.
    turn: Mutex<()>,
    /// Whether the terminal is ours now. Changed and relied on only by the one whose turn it is, but
    /// [`TerminalHandle::leave`] must be able to read it when it cannot get its turn.
    entered: AtomicBool,
    /// True if the terminal was asked for its background, and tells its changes until it is told not to.
    asked: AtomicBool,
}

impl TerminalHandle {
    /// The terminal of this process; `None` when there is none to read keys from, or none to draw on.
    pub(super) fn find() -> Option<Self> {
        Tty::find().map(Self::over)
    }

    fn over(tty: Tty) -> Self {
        let shared = Shared {
            tty,
            turn: Mutex::new(()),
            entered: AtomicBool::new(false),
            asked: AtomicBool::new(false),
        };
        Self { shared: Arc::new(shared) }
    }

    /// Where the keys come from.
    #[cfg(unix)]
    pub(super) fn keyboard(&self) -> std::os::fd::BorrowedFd<'_> {
        self.shared.tty.keyboard()
    }

    /// Whether the shell has given the terminal to us. In the background we must neither draw nor change its modes.
    /// `in_doubt` is the answer when that cannot be known.
    #[cfg(unix)]
    pub(super) fn is_foreground(&self, in_doubt: bool) -> bool {
        self.shared.tty.is_foreground(in_doubt)
    }

    /// Columns and rows; 0 × 0 is possible and means that nothing can be drawn.
    pub(super) fn size() -> (u16, u16) {
        let (columns, rows) = terminal::size().unwrap_or_default();
        (columns.min(LARGEST.0), rows.min(LARGEST.1))
    }

    /// Takes the terminal over: raw mode, the alternate screen, no cursor, and what [`modes`] switches on. If it `asks`, the
    /// terminal is asked for its background; the answer comes with the keys.
    ///
    /// After it the screen is empty, so whoever draws must [`forget`](Painter::forget) what was there before.
    pub(super) fn enter(&self, asks: bool) -> io::Result<()> {
        // Colors are decided by our styles alone. Left to itself, crossterm answers NO_COLOR with sequences that
        // also take bold and reverse away, and with them the selection.
        force_color_output(true);
        let _turn = self.turn();
        // First, so that whatever fails below is undone by `leave`.
        self.shared.entered.store(true, Ordering::SeqCst);
        // While we were stopped the shell may have set modes of its own, and crossterm would believe that the raw
        // mode is still on.
        terminal::disable_raw_mode()?;
        terminal::enable_raw_mode()?;
        let mut bytes = Vec::new();
        queue!(bytes, EnterAlternateScreen, Hide)?;
        modes::switch_on(&mut bytes)?;
        self.shared.asked.store(asks, Ordering::SeqCst);
        if asks {
            bytes.extend_from_slice(modes::ASK.as_bytes());
        }
        self.shared.tty.write(&bytes)
    }

    /// Writes these bytes at once; nothing while the terminal is not taken over.
    pub(super) fn send(&self, frame: &[u8]) -> io::Result<()> {
        if frame.is_empty() {
            return Ok(());
        }
        let _turn = self.turn();
        if self.shared.entered.load(Ordering::SeqCst) { self.shared.tty.write(frame) } else { Ok(()) }
    }

    /// Asks the terminal once more for its background.
    pub(super) fn ask_again(&self) -> io::Result<()> {
        self.send(modes::ASK_AGAIN.as_bytes())
    }

    /// Asks the terminal to put this text on the clipboard; nothing at all while it is not ours, and for a text that
    /// is empty or too long.
    pub(super) fn copy(&self, text: &str) -> io::Result<()> {
        if text.is_empty() || text.len() > LONGEST_COPY {
            return Ok(());
        }
        self.send(clipboard::sequence(text, Way::find()).as_bytes())
    }

    /// Asks the terminal to tell something that must not be missed; nothing at all while it is not ours.
    pub(super) fn alert(&self, text: &str, bell: bool, notify: Notify) -> io::Result<()> {
        self.send(alert::sequence(text, bell, notify, Way::find(), alert::variable).as_bytes())
    }

    /// Gives the terminal back as it was. Does nothing when that has been done.
    ///
    /// It never takes longer than about a second and never fails: it is called from the panic hook, perhaps by the
    /// very thread whose turn it is, and while dying of a signal, perhaps on a line that takes no bytes any more.
    pub(super) fn leave(&self) {
        let _turn = self.turn_soon();
        if !self.shared.entered.swap(false, Ordering::SeqCst) {
            return;
        }
        let mut bytes = Vec::new();
        if self.shared.asked.swap(false, Ordering::SeqCst) {
            bytes.extend_from_slice(modes::ASK_NO_MORE.as_bytes());
        }
        modes::switch_off(&mut bytes);
        // In the background the modes belong to the shell, and changing them would stop us for ever.
        if self.shared.tty.is_foreground(true) {
            // There is nobody left to tell about an error, here and below.
            drop(terminal::disable_raw_mode());
        }
        if queue!(bytes, ResetColor, Show, LeaveAlternateScreen).is_ok() && self.shared.tty.takes_bytes() {
            drop(self.shared.tty.write(&bytes));
        }
    }

    /// Waits for our turn. A panic elsewhere does not matter: what the lock guards is the order of writes.
    fn turn(&self) -> MutexGuard<'_, ()> {
        self.shared.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for our turn, but not for ever.
    fn turn_soon(&self) -> Option<MutexGuard<'_, ()>> {
        for _ in 0..LEAVE_TRIES {
            match self.shared.turn.try_lock() {
                Ok(turn) => return Some(turn),
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

    /// A terminal whose output can be read here, as if it had been entered.
    fn entered() -> (TerminalHandle, io::PipeReader) {
        let (output, input) = io::pipe().unwrap();
        let terminal = TerminalHandle::over(Tty::over(input.into()).unwrap());
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
    fn leaving_is_done_once_and_no_frame_follows() {
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
        let turn = terminal.turn();
        terminal.leave();
        drop(turn);
        assert_eq!(written(terminal, output), LEFT);
    }

    #[test]
    fn leaving_works_after_a_panic_while_writing() {
        let (terminal, output) = entered();
        let clone = terminal.clone();
        let panicked = thread::spawn(move || {
            let _turn = clone.turn();
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
        while terminal.shared.turn.try_lock().is_ok() {
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
