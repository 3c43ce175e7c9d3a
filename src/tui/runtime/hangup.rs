//! Notices that the terminal is gone.
//!
//! SIGHUP says so only to the leader of the session, and not when it is ignored. Nobody else does: a read from a
//! terminal that is gone returns at once and for ever, so the thread that reads keys spins.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::storage_worker::UnsavedChanges;
use super::{LoopEvent, signals};
use crate::tui::terminal::TerminalHandle;

/// As long as the loop has to end the program itself.
const GRACE: Duration = Duration::from_millis(500);

/// Watches the terminal on a thread, which sleeps until it is gone.
pub(super) fn watch(
    terminal: TerminalHandle,
    wakes: Sender<LoopEvent>,
    undone: UnsavedChanges,
) -> io::Result<()> {
    thread::Builder::new().spawn(move || {
        if is_lost(&terminal) {
            // It does not matter whether anybody listens.
            drop(wakes.send(LoopEvent::Lost));
            thread::sleep(GRACE);
            signals::die_of_loss(&terminal, &undone);
        }
    })?;
    Ok(())
}

/// Waits until the terminal is gone; false when this system cannot tell.
fn is_lost(terminal: &TerminalHandle) -> bool {
    loop {
        let keyboard = terminal.keyboard();
        // No events are asked for: a hang-up is reported all the same, and nothing else is.
        let mut asked = [PollFd::new(&keyboard, PollFlags::empty())];
        match poll(&mut asked, None) {
            Ok(_) => return asked[0].revents().intersects(PollFlags::HUP | PollFlags::ERR),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
