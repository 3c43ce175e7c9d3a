//! [`run`]: runs the terminal UI, including all of its I/O.
//!
//! Two threads read keys, the mouse and pastes; one waits for signals; one waits for the loss of the
//! terminal; two watch the files of the schedule and the plan. All of them only send a
//! [`LoopEvent`](loop_event::LoopEvent) to the [`EventLoop`], which updates the app, draws, and sleeps until
//! the next event or tick. The threads for signals and for the lost terminal can end the process even if the
//! loop hangs. There is no polling.

use std::sync::{Arc, Mutex, mpsc};

use super::terminal::TerminalHandle;
use crate::clock::Clock;
use crate::fetch::Fetcher;
use crate::schedule::PendingRead;
use crate::store::{Folders, StoreWarning};

mod application;
mod error;
mod event_loop;
mod file_watcher;
#[cfg(unix)]
mod hangup;
mod input;
mod loop_event;
mod opener;
mod panics;
#[cfg(unix)]
mod signals;
mod storage_worker;
mod worker;

pub use application::Application;
pub use error::RunError;
use event_loop::EventLoop;
use storage_worker::{StorageWorker, UnsavedChanges};
use worker::Sources;

/// Runs the terminal UI until the user quits, and restores the terminal. `folders` contains the user's files;
/// without it nothing is stored. `fetcher` downloads schedules. `underway` is the file for which the app
/// waits.
///
/// Returns warnings about the user's files that may not have been displayed.
///
/// Does not return if a signal ends the process or the terminal is lost. In that case, the process restores
/// the terminal and dies of that signal (SIGHUP if the terminal is lost). After the call, a panic in any
/// thread restores the terminal, is reported on standard error, and ends the process with status 101.
///
/// A process can call it only once, because the threads that it starts run until the process ends.
///
/// # Errors
///
/// [`RunError::NoTerminal`] at once if there is none; [`RunError::Io`] if the terminal fails; [`RunError::Unsaved`] if
/// the last changes of the plan are lost.
pub fn run(
    app: impl Application,
    clock: Clock,
    folders: Option<Folders>,
    fetcher: Fetcher,
    underway: Option<PendingRead>,
) -> Result<Vec<StoreWarning>, RunError> {
    let terminal = TerminalHandle::find().ok_or(RunError::NoTerminal)?;
    panics::install_hook(terminal.clone());
    // Do this before starting threads, which inherit the signal mask.
    #[cfg(unix)]
    let blocked = signals::block()?;
    let (events, inbox) = mpsc::channel();
    let pending = UnsavedChanges::default();
    let storage = StorageWorker::new(folders.clone(), &events, pending.clone())?;
    let unsaved = storage.unsaved();
    let sources = Sources { folders, fetcher, underway: Arc::new(Mutex::new(underway)) };
    // Do this before taking over the terminal, so that no signal arrives in between.
    #[cfg(unix)]
    signals::listen(blocked, terminal.clone(), events.clone(), pending.clone())?;
    let entered = terminal.enter(app.asks_background()).and_then(|()| {
        #[cfg(unix)]
        hangup::watch(terminal.clone(), events.clone(), pending.clone())?;
        input::listen(terminal.clone(), events.clone())
    });
    let outcome = match entered {
        Ok(()) => EventLoop::new(app, clock, terminal.clone(), inbox, events, storage, sources)
            .and_then(EventLoop::run),
        Err(error) => Err(error),
    };
    if let Err(error) = &outcome
        && error::is_loss(error)
    {
        die_of_hangup(&terminal, &pending);
    }
    terminal.leave();
    if let Err(error) = outcome {
        pending.wait();
        return Err(error.into());
    }
    if pending.is_any() {
        return Err(RunError::Unfinished);
    }
    unsaved.get().map_or_else(|| Ok(unsaved.notices()), |why| Err(RunError::Unsaved(why)))
}

/// Ends the process in the same way as the loss of the terminal.
fn die_of_hangup(terminal: &TerminalHandle, pending: &UnsavedChanges) -> ! {
    #[cfg(unix)]
    signals::die_of_hangup(terminal, pending);
    #[cfg(not(unix))]
    {
        terminal.leave();
        pending.wait();
        std::process::exit(1)
    }
}
