//! Detects the loss of the terminal.
//!
//! SIGHUP reports it only to the session leader, and not if it is ignored. Reads from a lost terminal return
//! immediately, so that the thread that reads keys would spin.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::loop_event::LoopEvent;
use super::signals;
use super::storage_worker::UnsavedChanges;
use crate::tui::terminal::TerminalHandle;

/// The time for the loop to end the process by itself.
const GRACE: Duration = Duration::from_millis(500);

/// Watches the terminal on a thread that sleeps until the terminal is lost.
pub(super) fn watch(
    terminal: TerminalHandle,
    events: Sender<LoopEvent>,
    pending: UnsavedChanges,
) -> io::Result<()> {
    thread::Builder::new().spawn(move || {
        if is_lost(&terminal) {
            // The loop may have ended.
            drop(events.send(LoopEvent::HangUp));
            thread::sleep(GRACE);
            signals::die_of_hangup(&terminal, &pending);
        }
    })?;
    Ok(())
}

/// Waits until the terminal is lost. Returns false if this system cannot detect it.
fn is_lost(terminal: &TerminalHandle) -> bool {
    loop {
        let keyboard = terminal.keyboard();
        // No events are requested, because a hang-up is always reported.
        let mut asked = [PollFd::new(&keyboard, PollFlags::empty())];
        match poll(&mut asked, None) {
            Ok(_) => return asked[0].revents().intersects(PollFlags::HUP | PollFlags::ERR),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
