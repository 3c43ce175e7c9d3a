//! [`run`]: runs the terminal UI, including all of its I/O.
//!
//! Two threads read keys, the mouse and pastes; one waits for signals; one waits for the loss of the
//! terminal; two watch the files of the schedule and the plan. All of them only send a [`LoopEvent`] to the
//! [`EventLoop`], which updates the app, draws, and sleeps until the next event or tick. The threads for
//! signals and for the lost terminal can end the process even if the loop hangs. There is no polling.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, mpsc};

use chrono::{DateTime, Utc};
use ratatui::Frame;

use super::terminal::TerminalHandle;
use super::{App, Cursor, Effect, Msg};
use crate::fetch::Fetcher;
use crate::keymap::{Action, Key, Keymap, Pointer};
use crate::schedule::PendingRead;
use crate::store::{ConferenceKey, Folders, StoreWarning};
#[cfg(unix)]
use crate::theme::Background;

mod error;
mod event_loop;
mod file_watcher;
#[cfg(unix)]
mod hangup;
mod input;
mod opener;
mod panics;
#[cfg(unix)]
mod signals;
mod storage_worker;
mod worker;

use crate::clock::Clock;
pub use error::RunError;
use event_loop::EventLoop;
use storage_worker::{StorageWorker, UnsavedChanges};
use worker::Sources;

/// An app that the runtime runs: [`App`], or a smaller one in a test.
pub trait Application {
    /// Handles a message: changes the state and returns the effects to execute.
    fn update(&mut self, msg: Msg) -> Vec<Effect>;
    /// Draws the state in a frame with the size of the last [`Msg::Resize`].
    fn view(&self, frame: &mut Frame<'_>);
    /// True if the key quits even while a save is pending.
    fn quits(&self, key: Key) -> bool {
        Keymap::new([]).action(key) == Some(Action::Quit)
    }
    /// Returns the position of the terminal's cursor; `None` if it does not matter.
    fn cursor(&self) -> Option<Cursor> {
        None
    }
    /// Returns the next instant at which the screen changes without input; `None` if there is none.
    ///
    /// An instant before or at the last [`Msg::Tick`] is ignored, because it would keep the process awake.
    fn next_tick(&self) -> Option<DateTime<Utc>>;
    /// Returns the file to watch, whose changes arrive as [`Msg::Changed`]. Called after every message.
    fn followed(&self) -> Option<&Path> {
        None
    }
    /// True if the terminal should be asked for its background, which arrives as [`Msg::Background`]. Called
    /// when the app takes over the terminal.
    fn asks_background(&self) -> bool {
        false
    }
    /// Returns the conference whose plan is displayed. Changes of its file arrive as [`Msg::PlanChanged`].
    /// Called after every message.
    fn followed_plan(&self) -> Option<&ConferenceKey> {
        None
    }
}

impl Application for App {
    fn update(&mut self, msg: Msg) -> Vec<Effect> {
        super::update(self, msg)
    }

    fn view(&self, frame: &mut Frame<'_>) {
        super::view(self, frame);
    }

    fn quits(&self, key: Key) -> bool {
        self.viewer.keymap().action(key) == Some(Action::Quit)
    }

    fn cursor(&self) -> Option<Cursor> {
        super::cursor(self)
    }

    fn next_tick(&self) -> Option<DateTime<Utc>> {
        Self::next_tick(self)
    }

    fn followed(&self) -> Option<&Path> {
        Self::followed(self)
    }

    fn followed_plan(&self) -> Option<&ConferenceKey> {
        Self::followed_plan(self)
    }

    fn asks_background(&self) -> bool {
        Self::asks_background(self)
    }
}

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

/// An event that wakes the loop.
#[derive(Debug)]
enum LoopEvent {
    /// A key press.
    Key(Key),
    /// A mouse event at the position reported by the terminal.
    Pointer(Pointer),
    /// A pasted text.
    Paste(String),
    /// The terminal's answer to the question about its background.
    #[cfg(unix)]
    Background(Background),
    /// The terminal's report that its background has changed.
    #[cfg(unix)]
    Changed(Background),
    /// The terminal has answered all questions.
    #[cfg(unix)]
    Answered,
    /// The size of the terminal has changed.
    Resized,
    /// A request to stop the process until it is continued.
    #[cfg(unix)]
    Stop,
    /// The process was stopped and continued.
    #[cfg(unix)]
    Continued,
    /// The terminal is lost.
    #[cfg(unix)]
    Lost,
    /// A message for the app.
    Message(Msg),
    /// Reading from the terminal failed.
    Failed(io::Error),
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
