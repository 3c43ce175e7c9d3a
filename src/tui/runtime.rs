//! [`run`]: runs the screen program, and everything in it that touches the world.
//!
//! Two threads read keys, the mouse and pastes, one waits for signals, one for the loss of the terminal; all of them only send a [`LoopEvent`]
//! to the [`EventLoop`], which asks the app, writes frames and sleeps until the next of these or the next tick. Two hear from the system when the file that is shown, or that of the plan, was saved. The thread for signals and the one for the lost terminal can also end the program by themselves, so that it ends even
//! when the loop is stuck. Nothing is polled, and nothing happens while nothing happens.

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

/// What the runtime drives: the [`App`], or something smaller in a test.
pub trait Application {
    /// Answers a message: changes the state, and says what the world must do.
    fn update(&mut self, msg: Msg) -> Vec<Effect>;
    /// Draws the state in a frame of the size of the last [`Msg::Resize`].
    fn view(&self, frame: &mut Frame<'_>);
    /// True if the key quits, even while something is still being saved.
    fn quits(&self, key: Key) -> bool {
        Keymap::new([]).action(key) == Some(Action::Quit)
    }
    /// The position of the terminal's cursor; `None` if it does not matter.
    fn cursor(&self) -> Option<Cursor> {
        None
    }
    /// The next instant at which the screen changes by itself; `None` when it never does.
    ///
    /// One that is not later than the last [`Msg::Tick`] is taken for none, since it would keep the program awake.
    fn next_tick(&self) -> Option<DateTime<Utc>>;
    /// The file that the screen follows: what happens to it is told as [`Msg::Changed`]. Asked after every message.
    fn followed(&self) -> Option<&Path> {
        None
    }
    /// True if the terminal is to be asked for its background, which is then told as [`Msg::Background`]. Asked when the terminal
    /// is taken over.
    fn asks_background(&self) -> bool {
        false
    }
    /// The conference whose plan the screen shows: what happens to the file of it is told as [`Msg::PlanChanged`]. Asked after
    /// every message.
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

/// Runs the screen program until it is told to quit, and gives the terminal back. The user's files are in `folders`; without
/// any, nothing is kept. What comes from addresses is brought by `fetcher`; `underway` is the file that the app awaits.
///
/// Returns what should be known of the user's files, since the screen may have been gone before it could say so.
///
/// It does not return when a signal ends the process or the terminal is lost: then the process dies of that signal
/// (of SIGHUP when the terminal is lost), with the terminal given back. From the call on, a panic in any thread
/// gives the terminal back, is reported on standard error, and ends the process with status 101.
///
/// A process can call it once: the threads that it starts stay until the process ends.
///
/// # Errors
///
/// [`RunError::NoTerminal`] at once when there is none; [`RunError::Io`] when the terminal fails; [`RunError::Unsaved`] when the
/// program has ended and the last changes of the plan are lost.
pub fn run(
    app: impl Application,
    clock: Clock,
    folders: Option<Folders>,
    fetcher: Fetcher,
    underway: Option<PendingRead>,
) -> Result<Vec<StoreWarning>, RunError> {
    let terminal = TerminalHandle::find().ok_or(RunError::NoTerminal)?;
    panics::give_back(terminal.clone());
    // Before any thread is started, since what is held back here is held back there.
    #[cfg(unix)]
    let held = signals::hold()?;
    let (wakes, inbox) = mpsc::channel();
    let undone = UnsavedChanges::default();
    let keeper = StorageWorker::new(folders.clone(), &wakes, undone.clone())?;
    let unsaved = keeper.unsaved();
    let sources = Sources { folders, fetcher, underway: Arc::new(Mutex::new(underway)) };
    // Before the terminal is taken over, so that no signal can come between.
    #[cfg(unix)]
    signals::listen(held, terminal.clone(), wakes.clone(), undone.clone())?;
    let entered = terminal.enter(app.asks_background()).and_then(|()| {
        #[cfg(unix)]
        hangup::watch(terminal.clone(), wakes.clone(), undone.clone())?;
        input::listen(terminal.clone(), wakes.clone())
    });
    let outcome = match entered {
        Ok(()) => EventLoop::new(app, clock, terminal.clone(), inbox, wakes, keeper, sources)
            .and_then(EventLoop::run),
        Err(error) => Err(error),
    };
    if let Err(error) = &outcome
        && error::is_loss(error)
    {
        die_of_loss(&terminal, &undone);
    }
    terminal.leave();
    if let Err(error) = outcome {
        undone.wait();
        return Err(error.into());
    }
    if undone.is_any() {
        return Err(RunError::Unfinished);
    }
    unsaved.get().map_or_else(|| Ok(unsaved.notices()), |why| Err(RunError::Unsaved(why)))
}

/// Why the loop wakes up.
#[derive(Debug)]
enum LoopEvent {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something, at a place that the terminal claims.
    Pointer(Pointer),
    /// A text was pasted.
    Paste(String),
    /// The terminal has answered what it draws on.
    #[cfg(unix)]
    Background(Background),
    /// The terminal draws on something else from now on, as it says by itself.
    #[cfg(unix)]
    Changed(Background),
    /// The terminal has answered all that it was asked.
    #[cfg(unix)]
    Answered,
    /// The terminal has another size.
    Resized,
    /// Somebody asks the program to stop until it is continued.
    #[cfg(unix)]
    Stop,
    /// Somebody continued the program after it was stopped.
    #[cfg(unix)]
    Continued,
    /// The terminal is gone.
    #[cfg(unix)]
    Lost,
    /// A worker has something to tell the app.
    Told(Msg),
    /// No more can be read from the terminal.
    Failed(io::Error),
}

/// Ends the process as its terminal ending it would have.
fn die_of_loss(terminal: &TerminalHandle, undone: &UnsavedChanges) -> ! {
    #[cfg(unix)]
    signals::die_of_loss(terminal, undone);
    #[cfg(not(unix))]
    {
        terminal.leave();
        undone.wait();
        std::process::exit(1)
    }
}
