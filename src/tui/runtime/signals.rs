//! Signals: which ones end the program, stop it, or wake the loop.
//!
//! All that end a process by default give the terminal back first, except SIGKILL, and SIGSEGV and SIGBUS: those mean that memory is no
//! longer what it was, and who handled them could not go on safely. A process that calls `abort` itself may be gone before.

use std::io;
use std::process;
use std::sync::mpsc::Sender;
use std::thread;

use nix::sys::signal::{self, SigSet};
use rustix::process::{Signal, getpgid, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP, SIGUSR1,
    SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::LoopEvent;
use super::storage_worker::UnsavedChanges;
use crate::tui::terminal::TerminalHandle;

/// What a shell adds to the number of the signal that a process died of, to make a status of it.
const STATUS_OF_SIGNAL: i32 = 128;

/// Signals that end a process and for which a handler may be set.
const ENDS: [i32; 14] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGALRM, SIGPROF, SIGSYS, SIGTRAP, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGXCPU, SIGXFSZ,
];
/// Signals that end a process and that are held back and waited for: a handler of the first two would return to the instruction that
/// failed, and the others are not known everywhere.
#[cfg(all(target_os = "linux", not(any(target_arch = "mips", target_arch = "sparc64"))))]
const HELD: [signal::Signal; 5] = [
    signal::Signal::SIGFPE,
    signal::Signal::SIGILL,
    signal::Signal::SIGIO,
    signal::Signal::SIGPWR,
    signal::Signal::SIGSTKFLT,
];
#[cfg(not(all(target_os = "linux", not(any(target_arch = "mips", target_arch = "sparc64")))))]
const HELD: [signal::Signal; 2] = [signal::Signal::SIGFPE, signal::Signal::SIGILL];

/// The signals that are held back in every thread of the process.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held(SigSet);

/// Lets them through in this thread for as long as it lives, so that a program that is started meanwhile gets them.
#[derive(Debug)]
pub(super) struct LetThrough(SigSet);

impl Drop for LetThrough {
    fn drop(&mut self) {
        let _ = self.0.thread_block();
    }
}

/// Lets the signals through that [`hold`] holds back.
pub(super) fn let_through() -> LetThrough {
    let held = held();
    let _ = held.thread_unblock();
    LetThrough(held)
}

fn held() -> SigSet {
    let mut held = SigSet::empty();
    for signal in HELD {
        held.add(signal);
    }
    held
}

/// Holds signals back in this thread and in all that it starts, so that [`listen`] alone gets them. A failing instruction
/// ends the process all the same.
pub(super) fn hold() -> io::Result<Held> {
    let held = held();
    held.thread_block()?;
    Ok(Held(held))
}

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
pub(super) fn listen(
    held: Held,
    terminal: TerminalHandle,
    wakes: Sender<LoopEvent>,
    undone: UnsavedChanges,
) -> io::Result<()> {
    let (of_held, of_held_undone) = (terminal.clone(), undone.clone());
    thread::Builder::new().spawn(move || {
        if let Ok(signal) = held.0.wait() {
            end(&of_held, &of_held_undone);
            // Nothing handles it, so that it ends the process as soon as it is let through.
            let mut let_through = SigSet::empty();
            let_through.add(signal);
            let _ = let_through.thread_unblock().and_then(|()| signal::raise(signal));
            process::exit(STATUS_OF_SIGNAL + signal as i32)
        }
    })?;
    let mut signals = Signals::new(ENDS.into_iter().chain([SIGTSTP, SIGCONT, SIGWINCH]))?;
    thread::Builder::new().spawn(move || {
        for signal in signals.forever() {
            let wake = match signal {
                SIGTSTP => LoopEvent::Stop,
                SIGCONT => LoopEvent::Continued,
                SIGWINCH => LoopEvent::Resized,
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

/// Gives the terminal back and lets what is being saved be saved.
fn end(terminal: &TerminalHandle, undone: &UnsavedChanges) {
    terminal.leave();
    undone.wait();
}

/// The same, and lets the process die of this signal, so that whoever waits for it sees why.
fn die(terminal: &TerminalHandle, undone: &UnsavedChanges, signal: i32) -> ! {
    end(terminal, undone);
    // It does not return for a signal that ends processes, even if that is ignored or blocked.
    drop(emulate_default_handler(signal));
    process::exit(STATUS_OF_SIGNAL + signal)
}

/// Dies as a process dies whose terminal is gone.
pub(super) fn die_of_loss(terminal: &TerminalHandle, undone: &UnsavedChanges) -> ! {
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
