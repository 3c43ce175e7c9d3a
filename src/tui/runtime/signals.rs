//! Signals: which ones end the program, stop it, or wake the loop.

use std::io;
use std::process;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::process::{Signal, getpgid, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::Wake;
use super::keeper::Undone;
use crate::tui::terminal::Terminal;

/// What a shell adds to the number of the signal that a process died of, to make a status of it.
const STATUS_OF_SIGNAL: i32 = 128;

/// Who stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whom {
    /// This process alone, as somebody asked it to.
    Us,
    /// All processes that the shell sees as one job, as Ctrl-Z would. In a script that runs us the script must
    /// stop, too, or its shell waits for ever.
    OurJob,
}

/// Answers signals on a thread, from now on.
///
/// The size of the terminal is watched here, too: the thread that reads keys does not see that it has changed
/// while it waits for the rest of an escape sequence.
pub(super) fn listen(terminal: Terminal, wakes: Sender<Wake>, undone: Undone) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().spawn(move || {
        for signal in signals.forever() {
            let wake = match signal {
                SIGTSTP => Wake::Stop,
                SIGCONT => Wake::Continued,
                SIGWINCH => Wake::Resized,
                _ => die(&terminal, &undone, signal),
            };
            if wakes.send(wake).is_err() && signal == SIGTSTP && somebody_could_continue_us() {
                // The loop has ended: be a process like any other, but do not stop with the terminal in our hands.
                terminal.leave();
                drop(stop(Whom::Us));
            }
        }
    })?;
    Ok(())
}

/// Gives the terminal back, lets what is being saved be saved, and lets the process die of this signal, so that whoever
/// waits for it sees why.
fn die(terminal: &Terminal, undone: &Undone, signal: i32) -> ! {
    terminal.leave();
    undone.wait();
    // It does not return for a signal that ends processes, even if that is ignored or blocked.
    drop(emulate_default_handler(signal));
    process::exit(STATUS_OF_SIGNAL + signal)
}

/// Dies as a process dies whose terminal is gone.
pub(super) fn die_of_loss(terminal: &Terminal, undone: &Undone) -> ! {
    die(terminal, undone, SIGHUP)
}

/// Whether a shell watches this job and could continue it.
///
/// Nobody does when the job contains the leader of the session: a shell that controls jobs leads the session and
/// puts each job into a group of its own. So it is with `xterm -e kurultai`, or with a script in place of a shell.
pub(super) fn somebody_could_continue_us() -> bool {
    getsid(None).and_then(|leader| getpgid(Some(leader))).is_ok_and(|group| group != getpgrp())
}

/// Stops until SIGCONT, which [`listen`] reports. A stop of the whole job may set in only after this has returned.
pub(super) fn stop(whom: Whom) -> io::Result<()> {
    match whom {
        Whom::Us => emulate_default_handler(SIGTSTP),
        Whom::OurJob => Ok(kill_current_process_group(Signal::STOP)?),
    }
}
