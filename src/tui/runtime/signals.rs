//! Handles signals, which end the process, stop it, or wake the loop.
//!
//! All signals that end a process by default restore the terminal first, except for SIGKILL, SIGSEGV and
//! SIGBUS: after the last two, memory may be corrupt and no handler is safe. A process that calls `abort` may
//! end before.

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

use super::loop_event::LoopEvent;
use super::storage_worker::UnsavedChanges;
use crate::tui::terminal::TerminalHandle;

/// The offset between a signal and the exit status that shells report for it.
const STATUS_OF_SIGNAL: i32 = 128;

/// Signals that end a process and can have a handler.
const FATAL: [i32; 14] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGALRM, SIGPROF, SIGSYS, SIGTRAP, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGXCPU, SIGXFSZ,
];
/// Signals that end a process and are blocked and waited for. A handler of the first two would return to the
/// failing instruction; the others are not available everywhere.
#[cfg(all(target_os = "linux", not(any(target_arch = "mips", target_arch = "sparc64"))))]
const BLOCKED: [signal::Signal; 5] = [
    signal::Signal::SIGFPE,
    signal::Signal::SIGILL,
    signal::Signal::SIGIO,
    signal::Signal::SIGPWR,
    signal::Signal::SIGSTKFLT,
];
#[cfg(not(all(target_os = "linux", not(any(target_arch = "mips", target_arch = "sparc64")))))]
const BLOCKED: [signal::Signal; 2] = [signal::Signal::SIGFPE, signal::Signal::SIGILL];

/// The signals to block in every thread.
#[derive(Debug, Clone, Copy)]
pub(super) struct BlockedSignals(SigSet);

/// Unblocks the signals in this thread during its lifetime, so that a child process can receive them.
#[derive(Debug)]
pub(super) struct UnblockGuard(SigSet);

impl Drop for UnblockGuard {
    fn drop(&mut self) {
        let _ = self.0.thread_block();
    }
}

/// Unblocks the signals that [`block`] blocks.
pub(super) fn unblock() -> UnblockGuard {
    let blocked = blocked();
    let _ = blocked.thread_unblock();
    UnblockGuard(blocked)
}

fn blocked() -> SigSet {
    let mut blocked = SigSet::empty();
    for signal in BLOCKED {
        blocked.add(signal);
    }
    blocked
}

/// Blocks signals in this thread and in all threads that it starts, so that only [`listen`] receives them. A
/// failing instruction still ends the process.
pub(super) fn block() -> io::Result<BlockedSignals> {
    let blocked = blocked();
    blocked.thread_block()?;
    Ok(BlockedSignals(blocked))
}

/// The processes to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StopTarget {
    /// This process.
    Process,
    /// All processes of the shell's job, as with Ctrl-Z. A script that runs the app must stop, too; otherwise
    /// its shell waits forever.
    Job,
}

/// Starts a thread that handles signals.
///
/// The signals include SIGWINCH, because the thread that reads keys does not notice it while it waits for the
/// rest of a sequence.
pub(super) fn listen(
    blocked: BlockedSignals,
    terminal: TerminalHandle,
    events: Sender<LoopEvent>,
    pending: UnsavedChanges,
) -> io::Result<()> {
    let (terminal_of_blocked, pending_of_blocked) = (terminal.clone(), pending.clone());
    thread::Builder::new().spawn(move || {
        if let Ok(signal) = blocked.0.wait() {
            end(&terminal_of_blocked, &pending_of_blocked);
            // It has no handler, so it ends the process as soon as it is unblocked.
            let mut unblock = SigSet::empty();
            unblock.add(signal);
            let _ = unblock.thread_unblock().and_then(|()| signal::raise(signal));
            process::exit(STATUS_OF_SIGNAL + signal as i32)
        }
    })?;
    let mut signals = Signals::new(FATAL.into_iter().chain([SIGTSTP, SIGCONT, SIGWINCH]))?;
    thread::Builder::new().spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => LoopEvent::Stop,
                SIGCONT => LoopEvent::Continued,
                SIGWINCH => LoopEvent::Resized,
                _ => die(&terminal, &pending, signal),
            };
            if events.send(event).is_err() && signal == SIGTSTP && has_job_control() {
                // The loop has ended: do the default action, but do not stop while the terminal is taken
                // over.
                terminal.leave();
                drop(stop(StopTarget::Process));
            }
        }
    })?;
    Ok(())
}

/// Restores the terminal and waits for pending saves.
fn end(terminal: &TerminalHandle, pending: &UnsavedChanges) {
    terminal.leave();
    pending.wait();
}

/// Restores the terminal, waits for pending saves, and ends the process with this signal, so that the parent
/// sees the reason.
fn die(terminal: &TerminalHandle, pending: &UnsavedChanges, signal: i32) -> ! {
    end(terminal, pending);
    // It does not return for a fatal signal, even if that is ignored or blocked.
    drop(emulate_default_handler(signal));
    process::exit(STATUS_OF_SIGNAL + signal)
}

/// Ends the process in the same way as the loss of the terminal.
pub(super) fn die_of_hangup(terminal: &TerminalHandle, pending: &UnsavedChanges) -> ! {
    die(terminal, pending, SIGHUP)
}

/// True if a shell controls this job and can continue it.
///
/// That is not the case if the job contains the session leader, as under `xterm -e kurultai` or a script in
/// place of a shell: a shell with job control leads the session and puts each job into a separate process
/// group.
pub(super) fn has_job_control() -> bool {
    getsid(None).and_then(|leader| getpgid(Some(leader))).is_ok_and(|group| group != getpgrp())
}

/// Stops the process until SIGCONT, which [`listen`] reports. A stop of the whole job may happen shortly
/// after the return.
pub(super) fn stop(target: StopTarget) -> io::Result<()> {
    match target {
        StopTarget::Process => emulate_default_handler(SIGTSTP),
        StopTarget::Job => Ok(kill_current_process_group(Signal::STOP)?),
    }
}
