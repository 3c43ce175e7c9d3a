//! [`EventLoop`]: the loop. It waits, tells the app what happened, does what the app asks for, and draws.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::file_watcher::FileWatcher;
use super::storage_worker::StorageWorker;
use super::worker::Sources;
use super::{Application, Clock, LoopEvent, worker};
#[cfg(unix)]
use super::{die_of_loss, signals};
use crate::keymap::{Pointer, PointerKind};
use crate::store::ConferenceKey;
#[cfg(unix)]
use crate::theme::Background;
use crate::tui::terminal::{AnsiBackend, TerminalHandle};
use crate::tui::{Effect, Msg};

/// So many messages are answered before a frame is drawn at the latest; a paste of megabytes still shows progress.
const BATCH: usize = 4096;

/// How long after a signal that the size has changed it is asked once more. The kernel sends the signal first and
/// stores the size then, so whoever is quick reads the old one, and no other signal follows.
const SETTLED: Duration = Duration::from_millis(50);

/// The longest that the first frame waits for what the terminal says of its background. One that answers needs less.
#[cfg(unix)]
const ANSWER: Duration = Duration::from_millis(50);

/// So long after a resize a click was made before it, or before anybody saw what came of it.
const UNSEEN: Duration = Duration::from_millis(200);

/// The delay after which a user who quits is told what is waited for.
const SILENCE: Duration = Duration::from_secs(1);

/// The loop and what it has to remember.
pub(super) struct EventLoop<A> {
    app: A,
    clock: Clock,
    terminal: TerminalHandle,
    screen: ratatui::Terminal<AnsiBackend<TerminalHandle>>,
    inbox: Receiver<LoopEvent>,
    /// The events that arrived while the terminal's answer was awaited.
    early: Vec<LoopEvent>,
    /// Where workers send to.
    wakes: Sender<LoopEvent>,
    /// The time that the app has been told last.
    told: DateTime<Utc>,
    /// The size that the app has been told last.
    size: (u16, u16),
    /// When the size changed last.
    resized: Option<Instant>,
    /// True if anything but the user may have changed the screen since the last frame.
    is_changed: bool,
    /// Until when the size may still be about to change.
    settles: Option<Instant>,
    sources: Sources,
    keeper: StorageWorker,
    follower: FileWatcher,
    /// The same for the plan, and whose it is.
    plans: FileWatcher,
    plan_of: Option<ConferenceKey>,
    plan_file: Option<PathBuf>,
    /// Since when the plan alone is waited for before the end, and whether that has been told.
    quits: Option<(Instant, bool)>,
    /// Whether we gave the terminal back and wait for SIGCONT.
    is_suspended: bool,
}

/// Whether the loop goes on.
type Flow = io::Result<ControlFlow<()>>;

const GO_ON: Flow = Ok(ControlFlow::Continue(()));
const END: Flow = Ok(ControlFlow::Break(()));

impl<A: Application> EventLoop<A> {
    pub(super) fn new(
        app: A,
        clock: Clock,
        terminal: TerminalHandle,
        inbox: Receiver<LoopEvent>,
        wakes: Sender<LoopEvent>,
        keeper: StorageWorker,
        sources: Sources,
    ) -> io::Result<Self> {
        Ok(Self {
            app,
            keeper,
            follower: FileWatcher::new(&wakes, Msg::Changed)?,
            plans: FileWatcher::new(&wakes, |_| Msg::PlanChanged)?,
            plan_of: None,
            plan_file: None,
            sources,
            told: clock.now(),
            clock,
            screen: ratatui::Terminal::new(AnsiBackend::new(terminal.clone()))?,
            terminal,
            inbox,
            early: Vec::new(),
            wakes,
            size: (0, 0),
            resized: None,
            is_changed: false,
            settles: None,
            quits: None,
            is_suspended: false,
        })
    }

    pub(super) fn run(mut self) -> io::Result<()> {
        #[cfg(unix)]
        let asked = Clock::instant();
        if self.start()?.is_break() {
            return Ok(());
        }
        #[cfg(unix)]
        if self.app.asks_background() && self.await_background(asked)?.is_break() {
            return Ok(());
        }
        loop {
            self.follow();
            self.draw()?;
            let first = if self.early.is_empty() { self.wait()? } else { None };
            if self.answer(first)?.is_break() {
                return Ok(());
            }
        }
    }

    /// Waits until the terminal has said what it draws on, or that it does not say it, but not for long. Everything else that
    /// happens meanwhile is kept for later.
    #[cfg(unix)]
    fn await_background(&mut self, asked: Instant) -> Flow {
        loop {
            let waited = Clock::instant().saturating_duration_since(asked);
            let Some(left) = ANSWER.checked_sub(waited) else { return GO_ON };
            match self.inbox.recv_timeout(left) {
                Ok(LoopEvent::Background(background)) => {
                    if self.dispatch(Msg::Background(background))?.is_break() {
                        return END;
                    }
                }
                Ok(LoopEvent::Answered) | Err(_) => return GO_ON,
                Ok(wake) => self.early.push(wake),
            }
        }
    }

    /// Follows what the app shows.
    fn follow(&mut self) {
        self.follower.follow(self.app.followed());
        let plan_of = self.app.followed_plan();
        // Which file it is takes more than one look at the disk.
        if plan_of != self.plan_of.as_ref() {
            self.plan_of = plan_of.cloned();
            self.plan_file = plan_of.and_then(|identity| self.keeper.plan_path(identity));
        }
        // Before there is a folder of plans, whoever waits for it is woken by all that happens where it would be.
        let has_folder = |file: &&PathBuf| file.parent().is_some_and(Path::is_dir);
        self.plans.follow(self.plan_file.as_ref().filter(has_folder).map(PathBuf::as_path));
    }

    /// Tells the app how large the terminal is and how late it is.
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

    /// Sleeps until something happens; `None` when it is time to look at the clock or at the size.
    fn wait(&self) -> io::Result<Option<LoopEvent>> {
        let silence =
            self.quits.filter(|(_, is_told)| !is_told).and_then(|(since, _)| since.checked_add(SILENCE));
        let instants = self.settles.into_iter().chain(silence);
        let limits = instants.map(|instant| instant.saturating_duration_since(Clock::instant()));
        let wake = match limits.chain(self.until_tick()).min() {
            None => self.inbox.recv().map_err(RecvTimeoutError::from),
            Some(limit) => self.inbox.recv_timeout(limit),
        };
        match wake {
            Ok(wake) => Ok(Some(wake)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// How long from now to the next tick.
    ///
    /// A tick that the app has been told already does not count: an app that asks for it again would keep us awake.
    fn until_tick(&self) -> Option<Duration> {
        let tick = self.app.next_tick().filter(|tick| *tick > self.told)?;
        match self.clock {
            Clock::System => Some((tick - self.clock.now()).to_std().unwrap_or_default()),
            Clock::Fixed(_) => None,
        }
    }

    /// Answers this and everything else that has happened until now.
    fn answer(&mut self, first: Option<LoopEvent>) -> Flow {
        let now = Clock::instant();
        // Whatever woke us, the clock may have moved on more than the sleep was long, when the machine slept or
        // the clock was set.
        if self.is_tick_due() && self.tick()?.is_break() {
            return END;
        }
        if self.settles.is_some_and(|settles| settles <= now) {
            self.settles = None;
            if TerminalHandle::size() != self.size && self.resized()?.is_break() {
                return END;
            }
        }
        if let Some((since, false)) = self.quits
            && now.duration_since(since) >= SILENCE
        {
            self.quits = Some((since, true));
            let waits_for_another = self.keeper.undone().waits_for_another();
            if self.dispatch(Msg::StillSaving { waits_for_another })?.is_break() {
                return END;
            }
        }
        // Taken out first, so that what comes in meanwhile waits for a frame.
        let wakes: Vec<LoopEvent> = {
            let early = std::mem::take(&mut self.early);
            early.into_iter().chain(first).chain(self.inbox.try_iter().take(BATCH)).collect()
        };
        for wake in wakes {
            if self.handle(wake)?.is_break() {
                return END;
            }
        }
        if self.quits.is_some() && !self.keeper.undone().is_any() { END } else { GO_ON }
    }

    fn is_tick_due(&self) -> bool {
        let now = self.clock.now();
        now < self.told || self.app.next_tick().is_some_and(|tick| self.told < tick && tick <= now)
    }

    fn handle(&mut self, wake: LoopEvent) -> Flow {
        match wake {
            // Whoever quits can only do so without waiting, when they know what that means.
            LoopEvent::Key(key) if self.quits.is_some() => {
                let is_told = self.quits.is_some_and(|(_, is_told)| is_told);
                if is_told && self.app.quits(key) { END } else { GO_ON }
            }
            LoopEvent::Pointer(_) | LoopEvent::Paste(_) if self.quits.is_some() => GO_ON,
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
            LoopEvent::Changed(background) => {
                // What it says is what somebody prefers; what it draws on may be something else.
                if self.app.asks_background() && !self.is_suspended {
                    self.terminal.ask_again()?;
                }
                self.background(background)
            }
            #[cfg(unix)]
            LoopEvent::Answered => GO_ON,
            LoopEvent::Resized => {
                self.settles = Clock::instant().checked_add(SETTLED);
                self.resized()
            }
            #[cfg(unix)]
            LoopEvent::Stop => self.suspend(signals::Whom::Us),
            #[cfg(unix)]
            LoopEvent::Continued => self.resume(),
            #[cfg(unix)]
            LoopEvent::Lost => die_of_loss(&self.terminal, self.keeper.undone()),
            LoopEvent::Told(msg) => {
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

    /// True if a row is what the user saw when they clicked on it. What changes by itself must not be hit by a click on what
    /// stood there before.
    fn is_as_drawn(&mut self, row: u16) -> bool {
        let is_seen = self.resized.is_none_or(|resized| Clock::instant().duration_since(resized) > UNSEEN);
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

    /// Asks for the size and draws everything anew, since a terminal moves things about by rules of its own.
    fn resized(&mut self) -> Flow {
        self.is_changed = true;
        // There was nothing to click on before the first frame.
        self.resized = Some(Clock::instant()).filter(|_| self.size != (0, 0));
        self.size = TerminalHandle::size();
        let (columns, rows) = self.size;
        self.screen.backend_mut().resize(columns, rows);
        self.screen.resize(Rect::new(0, 0, columns, rows))?;
        self.dispatch(Msg::Resize(columns, rows))
    }

    fn tick(&mut self) -> Flow {
        self.is_changed = true;
        self.told = self.clock.now();
        self.dispatch(Msg::Tick(self.told))
    }

    /// Tells the app, and does what it asks for.
    fn dispatch(&mut self, msg: Msg) -> Flow {
        for effect in self.app.update(msg) {
            let flow = match effect {
                Effect::Copy(text) => self.terminal.copy(&text).map(ControlFlow::Continue),
                Effect::Open(address) => worker::open(address, &self.wakes).and(GO_ON),
                Effect::Quit if self.keeper.undone().is_any() => {
                    self.quits = Some((Clock::instant(), false));
                    GO_ON
                }
                Effect::Quit => END,
                Effect::Read(path) => worker::read(path, self.sources.clone(), &self.wakes).and(GO_ON),
                Effect::Fetch(path) => {
                    worker::fetch(path, self.sources.clone(), self.clock.now(), &self.wakes).and(GO_ON)
                }
                Effect::Follow => {
                    self.follower.again();
                    GO_ON
                }
                Effect::Search(hunt) => worker::find(hunt, &self.wakes).and(GO_ON),
                Effect::Store(errand) => {
                    self.keeper.give(errand);
                    GO_ON
                }
                Effect::Export { name, text, of } => worker::export(name, text, of, &self.wakes).and(GO_ON),
                Effect::Alert { text, bell, notify } => {
                    self.terminal.alert(&text, bell, notify).map(ControlFlow::Continue)
                }
                Effect::List(places) => {
                    worker::list(places, self.sources.fetcher.clone(), &self.wakes).and(GO_ON)
                }
                #[cfg(unix)]
                Effect::Suspend => self.suspend(signals::Whom::OurJob),
                #[cfg(not(unix))]
                Effect::Suspend => self.tell(Msg::CannotSuspend),
            };
            if flow?.is_break() {
                return END;
            }
        }
        GO_ON
    }

    /// Gives the terminal back and stops. [`Self::resume`] follows when SIGCONT arrives.
    #[cfg(unix)]
    fn suspend(&mut self, whom: signals::Whom) -> Flow {
        if self.is_suspended {
            return GO_ON;
        }
        if !signals::somebody_could_continue_us() {
            return self.dispatch(Msg::CannotSuspend);
        }
        self.terminal.leave();
        self.is_suspended = true;
        signals::stop(whom)?;
        GO_ON
    }

    /// Takes the terminal over again after we were stopped, by ourselves or by SIGSTOP, which nobody can answer.
    #[cfg(unix)]
    fn resume(&mut self) -> Flow {
        // After SIGSTOP we had no time for this, and the shell has written to what was our screen.
        self.terminal.leave();
        self.is_suspended = true;
        if !self.terminal.is_foreground(!signals::somebody_could_continue_us()) {
            // Continued by `bg`: stopped again until `fg`, like everybody who needs the terminal.
            signals::stop(signals::Whom::Us)?;
            return GO_ON;
        }
        self.terminal.enter(self.app.asks_background())?;
        self.is_suspended = false;
        self.start()
    }
}

/// Draws the app, without its own mark at the position of the visible cursor.
fn render(app: &impl Application, frame: &mut Frame<'_>) {
    app.view(frame);
    if let Some(cursor) = app.cursor().filter(|cursor| cursor.is_shown) {
        frame.set_cursor_position(cursor.at);
        if let Some(cell) = frame.buffer_mut().cell_mut(cursor.at) {
            cell.set_symbol(" ");
        }
    }
}

/// What the mouse did, on a screen of this size; `None` when that has no cells.
///
/// Terminals claim places outside of it: while the size changes, on screens larger than what we draw, and when they
/// count wrongly (crossterm makes a column of 65535 of one before the first).
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
