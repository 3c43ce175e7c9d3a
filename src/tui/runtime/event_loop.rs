//! [`EventLoop`]: waits for events, updates the app, executes its effects and draws.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::Application;
use super::file_watcher::FileWatcher;
use super::loop_event::LoopEvent;
#[cfg(unix)]
use super::signals;
use super::storage_worker::StorageWorker;
use super::worker::{self, Sources};
use crate::clock::Clock;
use crate::keymap::{Pointer, PointerKind};
use crate::store::ConferenceKey;
#[cfg(unix)]
use crate::theme::Background;
use crate::tui::terminal::{AnsiBackend, TerminalHandle};
use crate::tui::{Effect, Msg};

/// The largest number of events to handle before drawing a frame, so that a paste of megabytes shows
/// progress.
const BATCH: usize = 4096;

/// The delay after which the size is read again. The kernel sends SIGWINCH before it stores the size, and
/// sends no other signal afterwards.
const RESIZE_RECHECK: Duration = Duration::from_millis(50);

/// The time for which the first frame waits for the terminal's answer about its background.
#[cfg(unix)]
const BACKGROUND_TIMEOUT: Duration = Duration::from_millis(50);

/// The time after a resize in which clicks are ignored, because the user may not have seen the new contents.
const CLICK_GUARD: Duration = Duration::from_millis(200);

/// The delay after which the app tells a user who quits why it still runs.
const QUIT_NOTICE_DELAY: Duration = Duration::from_secs(1);

/// The loop and its state.
pub(super) struct EventLoop<A> {
    app: A,
    clock: Clock,
    terminal: TerminalHandle,
    screen: ratatui::Terminal<AnsiBackend<TerminalHandle>>,
    inbox: Receiver<LoopEvent>,
    /// Events that arrived during the wait for the terminal's answer.
    early_events: Vec<LoopEvent>,
    events: Sender<LoopEvent>,
    /// The time of the last [`Msg::Tick`].
    last_tick: DateTime<Utc>,
    /// The size of the last [`Msg::Resize`].
    size: (u16, u16),
    /// The time of the last resize.
    resized: Option<Instant>,
    /// True if the contents of the screen may have changed without input since the last frame.
    is_changed: bool,
    /// The time at which to read the size again.
    settle_at: Option<Instant>,
    sources: Sources,
    storage: StorageWorker,
    /// Created after the first frame.
    watchers: Option<FileWatchers>,
    /// The conference whose plan is in `plan_file`.
    plan_of: Option<ConferenceKey>,
    plan_file: Option<PathBuf>,
    /// Set if the app only waits for the plan to be saved.
    quitting: Option<Quitting>,
    /// True while the process is suspended and waits for SIGCONT.
    is_suspended: bool,
}

/// Watches the files that the app displays.
struct FileWatchers {
    schedule: FileWatcher,
    plan: FileWatcher,
    theme: FileWatcher,
}

impl FileWatchers {
    fn new(events: &Sender<LoopEvent>) -> io::Result<Self> {
        Ok(Self {
            schedule: FileWatcher::new(events, Msg::ScheduleFileChanged)?,
            plan: FileWatcher::new(events, |_| Msg::PlanChanged)?,
            theme: FileWatcher::new(events, Msg::ThemeChanged)?,
        })
    }
}

/// The state of an app that quits after the plan has been saved.
#[derive(Clone, Copy)]
struct Quitting {
    since: Instant,
    /// True if the app told the user why it still runs.
    is_reported: bool,
}

type Flow = io::Result<ControlFlow<()>>;

const GO_ON: Flow = Ok(ControlFlow::Continue(()));
const END: Flow = Ok(ControlFlow::Break(()));

impl<A: Application> EventLoop<A> {
    pub(super) fn new(
        app: A,
        clock: Clock,
        terminal: TerminalHandle,
        inbox: Receiver<LoopEvent>,
        events: Sender<LoopEvent>,
        storage: StorageWorker,
        sources: Sources,
    ) -> io::Result<Self> {
        Ok(Self {
            app,
            storage,
            watchers: None,
            plan_of: None,
            plan_file: None,
            sources,
            last_tick: clock.now(),
            clock,
            screen: ratatui::Terminal::new(AnsiBackend::new(terminal.clone()))?,
            terminal,
            inbox,
            early_events: Vec::new(),
            events,
            size: (0, 0),
            resized: None,
            is_changed: false,
            settle_at: None,
            quitting: None,
            is_suspended: false,
        })
    }

    pub(super) fn run(mut self) -> io::Result<()> {
        #[cfg(unix)]
        let start_time = Clock::instant();
        if self.start()?.is_break() {
            return Ok(());
        }
        #[cfg(unix)]
        if self.app.asks_background() && self.await_background(start_time)?.is_break() {
            return Ok(());
        }
        loop {
            self.draw()?;
            self.watch_files()?;
            self.storage.start_waiting();
            let first = if self.early_events.is_empty() { self.wait()? } else { None };
            if self.handle_pending(first)?.is_break() {
                return Ok(());
            }
        }
    }

    /// Waits briefly for the terminal's answer about its background. Keeps other events for later.
    #[cfg(unix)]
    fn await_background(&mut self, start_time: Instant) -> Flow {
        loop {
            let waited = Clock::instant().saturating_duration_since(start_time);
            let Some(left) = BACKGROUND_TIMEOUT.checked_sub(waited) else { return GO_ON };
            match self.inbox.recv_timeout(left) {
                Ok(LoopEvent::Background(background)) => {
                    if self.dispatch(Msg::Background(background))?.is_break() {
                        return END;
                    }
                }
                Ok(LoopEvent::Answered) | Err(_) => return GO_ON,
                Ok(event) => self.early_events.push(event),
            }
        }
    }

    /// Watches the files that the app displays.
    fn watch_files(&mut self) -> io::Result<()> {
        let watchers = match &mut self.watchers {
            Some(watchers) => watchers,
            None => self.watchers.insert(FileWatchers::new(&self.events)?),
        };
        watchers.schedule.follow(self.app.followed());
        watchers.theme.follow(self.app.followed_theme());
        let plan_of = self.app.followed_plan();
        // Finding the file takes several disk accesses.
        if plan_of != self.plan_of.as_ref() {
            self.plan_of = plan_of.cloned();
            self.plan_file = plan_of.and_then(|identity| self.storage.plan_path(identity));
        }
        // If the folder of plans is missing, watching would report all events in its parent folder.
        let has_folder = |file: &&PathBuf| file.parent().is_some_and(Path::is_dir);
        watchers.plan.follow(self.plan_file.as_ref().filter(has_folder).map(PathBuf::as_path));
        Ok(())
    }

    /// Sends the size and the time to the app.
    fn start(&mut self) -> Flow {
        if self.resized()?.is_break() {
            return END;
        }
        self.tick()
    }

    fn draw(&mut self) -> io::Result<()> {
        if self.is_suspended {
            return Ok(());
        }
        self.is_changed = false;
        let position = self.app.cursor().map(|cursor| cursor.at);
        self.screen.backend_mut().set_hidden_cursor_position(position);
        self.screen.draw(|frame| render(&self.app, frame)).map(drop)
    }

    /// Waits for an event; `None` if the time or the size must be checked.
    fn wait(&self) -> io::Result<Option<LoopEvent>> {
        let silence = self
            .quitting
            .filter(|quitting| !quitting.is_reported)
            .and_then(|quitting| quitting.since.checked_add(QUIT_NOTICE_DELAY));
        let instants = self.settle_at.into_iter().chain(silence);
        let limits = instants.map(|instant| instant.saturating_duration_since(Clock::instant()));
        let event = match limits.chain(self.until_tick()).min() {
            None => self.inbox.recv().map_err(RecvTimeoutError::from),
            Some(limit) => self.inbox.recv_timeout(limit),
        };
        match event {
            Ok(event) => Ok(Some(event)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// Returns the time until the next tick.
    ///
    /// A tick that the app already received does not count, because it would keep the process awake.
    fn until_tick(&self) -> Option<Duration> {
        let tick = self.app.next_tick().filter(|tick| *tick > self.last_tick)?;
        match self.clock {
            Clock::System => Some((tick - self.clock.now()).to_std().unwrap_or_default()),
            Clock::Fixed(_) => None,
        }
    }

    /// Handles this event and all others that have already arrived.
    fn handle_pending(&mut self, first: Option<LoopEvent>) -> Flow {
        let now = Clock::instant();
        // The time may have advanced by more than the wait if the machine slept or the clock was set.
        if self.is_tick_due() && self.tick()?.is_break() {
            return END;
        }
        if self.settle_at.is_some_and(|settle_at| settle_at <= now) {
            self.settle_at = None;
            if TerminalHandle::size() != self.size && self.resized()?.is_break() {
                return END;
            }
        }
        if let Some(quitting) = &mut self.quitting
            && !quitting.is_reported
            && now.duration_since(quitting.since) >= QUIT_NOTICE_DELAY
        {
            quitting.is_reported = true;
            let waits_for_another = self.storage.pending().waits_for_another();
            if self.dispatch(Msg::StillSaving { waits_for_another })?.is_break() {
                return END;
            }
        }
        // Collect the events first, so that later ones wait for a frame.
        let events: Vec<LoopEvent> = {
            let early_events = std::mem::take(&mut self.early_events);
            early_events.into_iter().chain(first).chain(self.inbox.try_iter().take(BATCH)).collect()
        };
        for event in events {
            if self.handle(event)?.is_break() {
                return END;
            }
        }
        if self.quitting.is_some() && !self.storage.pending().is_any() { END } else { GO_ON }
    }

    fn is_tick_due(&self) -> bool {
        let now = self.clock.now();
        now < self.last_tick || self.app.next_tick().is_some_and(|tick| self.last_tick < tick && tick <= now)
    }

    fn handle(&mut self, event: LoopEvent) -> Flow {
        match event {
            // Quitting immediately is possible only after the user was told the consequences.
            LoopEvent::Key(key) if self.quitting.is_some() => {
                let is_reported = self.quitting.is_some_and(|quitting| quitting.is_reported);
                if is_reported && self.app.quits(key) { END } else { GO_ON }
            }
            LoopEvent::Pointer(_) | LoopEvent::Paste(_) if self.quitting.is_some() => GO_ON,
            LoopEvent::Key(key) => self.dispatch(Msg::Key(key)),
            LoopEvent::Pointer(pointer) => match on_screen(pointer, self.size) {
                Some(pointer) if pointer.kind == PointerKind::Press && !self.is_as_drawn(pointer.row) => {
                    GO_ON
                }
                Some(pointer) => self.dispatch(Msg::Pointer(pointer)),
                None => GO_ON,
            },
            LoopEvent::Paste(text) => self.dispatch(Msg::Paste(text)),
            #[cfg(unix)]
            LoopEvent::Background(background) => self.background(background),
            #[cfg(unix)]
            LoopEvent::BackgroundChanged(background) => {
                // The report is about a preference, from which the background may differ.
                if self.app.asks_background() && !self.is_suspended {
                    self.terminal.request_background()?;
                }
                self.background(background)
            }
            #[cfg(unix)]
            LoopEvent::Answered => GO_ON,
            LoopEvent::Resized => {
                self.settle_at = Clock::instant().checked_add(RESIZE_RECHECK);
                self.resized()
            }
            #[cfg(unix)]
            LoopEvent::Stop => self.suspend(signals::StopTarget::Process),
            #[cfg(unix)]
            LoopEvent::Continued => self.resume(),
            #[cfg(unix)]
            LoopEvent::HangUp => signals::die_of_hangup(&self.terminal, self.storage.pending()),
            LoopEvent::Message(msg) => {
                self.is_changed = true;
                self.dispatch(msg)
            }
            LoopEvent::Failed(error) => Err(error),
        }
    }

    #[cfg(unix)]
    fn background(&mut self, background: Background) -> Flow {
        if self.app.asks_background() { self.dispatch(Msg::Background(background)) } else { GO_ON }
    }

    /// True if the row has not changed since the user saw it, so that a click cannot hit something new.
    fn is_as_drawn(&mut self, row: u16) -> bool {
        let is_seen =
            self.resized.is_none_or(|resized| Clock::instant().duration_since(resized) > CLICK_GUARD);
        if !is_seen || !self.is_changed {
            return is_seen;
        }
        render(&self.app, &mut self.screen.get_frame());
        let mut frame = std::mem::take(self.screen.current_buffer_mut());
        let is_shown = self.screen.backend().shows_row(&frame, row);
        frame.reset();
        *self.screen.current_buffer_mut() = frame;
        is_shown
    }

    /// Reads the size and redraws everything, because terminals reflow their contents in different ways.
    fn resized(&mut self) -> Flow {
        self.is_changed = true;
        // Before the first frame, there is nothing to click.
        self.resized = Some(Clock::instant()).filter(|_| self.size != (0, 0));
        self.size = TerminalHandle::size();
        let (columns, rows) = self.size;
        self.screen.backend_mut().resize(columns, rows);
        self.screen.resize(Rect::new(0, 0, columns, rows))?;
        self.dispatch(Msg::Resize(columns, rows))
    }

    fn tick(&mut self) -> Flow {
        self.is_changed = true;
        self.last_tick = self.clock.now();
        self.dispatch(Msg::Tick(self.last_tick))
    }

    /// Updates the app and executes its effects.
    fn dispatch(&mut self, msg: Msg) -> Flow {
        for effect in self.app.update(msg) {
            let flow = match effect {
                Effect::Copy(text) => self.terminal.copy(&text).map(ControlFlow::Continue),
                Effect::Open(address) => worker::open(address, &self.events).and(GO_ON),
                Effect::Quit if self.storage.pending().is_any() => {
                    self.quitting = Some(Quitting { since: Clock::instant(), is_reported: false });
                    GO_ON
                }
                Effect::Quit => END,
                Effect::Read(path) => worker::read(path, self.sources.clone(), &self.events).and(GO_ON),
                Effect::Fetch(path) => {
                    worker::fetch(path, self.sources.clone(), self.clock.now(), &self.events).and(GO_ON)
                }
                Effect::Watch => {
                    if let Some(watchers) = &self.watchers {
                        watchers.schedule.refresh();
                    }
                    GO_ON
                }
                Effect::Search(request) => worker::search(request, &self.events).and(GO_ON),
                Effect::Store(job) => {
                    self.storage.submit(job);
                    GO_ON
                }
                Effect::Export { name, text, of } => worker::export(name, text, of, &self.events).and(GO_ON),
                Effect::Alert { text, bell, notify } => {
                    self.terminal.alert(&text, bell, notify).map(ControlFlow::Continue)
                }
                Effect::List(places) => {
                    worker::list(places, self.sources.fetcher.clone(), &self.events).and(GO_ON)
                }
                #[cfg(unix)]
                Effect::Suspend => self.suspend(signals::StopTarget::Job),
                #[cfg(not(unix))]
                Effect::Suspend => self.dispatch(Msg::CannotSuspend),
            };
            if flow?.is_break() {
                return END;
            }
        }
        GO_ON
    }

    /// Restores the terminal and stops the process. [`Self::resume`] follows after SIGCONT.
    #[cfg(unix)]
    fn suspend(&mut self, target: signals::StopTarget) -> Flow {
        if self.is_suspended {
            return GO_ON;
        }
        if !signals::has_job_control() {
            return self.dispatch(Msg::CannotSuspend);
        }
        self.terminal.leave();
        self.is_suspended = true;
        signals::stop(target)?;
        GO_ON
    }

    /// Takes the terminal over again after a stop, which may have been a SIGSTOP, which cannot be handled.
    #[cfg(unix)]
    fn resume(&mut self) -> Flow {
        // After SIGSTOP, the terminal was not restored and the shell has written to the screen.
        self.terminal.leave();
        self.is_suspended = true;
        if !self.terminal.is_foreground(!signals::has_job_control()) {
            // The shell continued the process with `bg`: stop again until `fg`, as any process that needs the
            // terminal.
            signals::stop(signals::StopTarget::Process)?;
            return GO_ON;
        }
        self.terminal.enter(self.app.asks_background())?;
        self.is_suspended = false;
        self.start()
    }
}

/// Draws the app, without the drawn cursor where the terminal's cursor is visible.
fn render(app: &impl Application, frame: &mut Frame<'_>) {
    app.view(frame);
    if let Some(cursor) = app.cursor().filter(|cursor| cursor.is_shown) {
        frame.set_cursor_position(cursor.at);
        if let Some(cell) = frame.buffer_mut().cell_mut(cursor.at) {
            cell.set_symbol(" ");
        }
    }
}

/// Clamps the position of a mouse event to a screen of this size; `None` if the screen has no cells.
///
/// Terminals report positions outside the screen: during a resize, if the terminal exceeds the largest frame,
/// and if they count wrongly (crossterm turns a column before the first into 65535).
fn on_screen(pointer: Pointer, (columns, rows): (u16, u16)) -> Option<Pointer> {
    let column = pointer.column.min(columns.checked_sub(1)?);
    let row = pointer.row.min(rows.checked_sub(1)?);
    Some(Pointer { column, row, ..pointer })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(place: (u16, u16), size: (u16, u16)) -> Option<(u16, u16)> {
        let pointer = Pointer { kind: PointerKind::Press, column: place.0, row: place.1 };
        on_screen(pointer, size).map(|pointer| (pointer.column, pointer.row))
    }

    #[test]
    fn the_mouse_is_on_the_screen() {
        assert_eq!(placed((79, 23), (80, 24)), Some((79, 23)));
        assert_eq!(placed((80, 24), (80, 24)), Some((79, 23)));
        assert_eq!(placed((65535, 0), (80, 24)), Some((79, 0)));
        assert_eq!(placed((0, 65535), (1, 1)), Some((0, 0)));
    }

    #[test]
    fn a_screen_without_cells_has_no_places() {
        for size in [(0, 0), (80, 0), (0, 24)] {
            assert_eq!(placed((0, 0), size), None);
        }
    }
}
