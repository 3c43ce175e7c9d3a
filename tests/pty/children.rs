//! Processes that the tests start by running this test binary again: tests that are otherwise ignored.

use std::env;
use std::thread;

use chrono::{DateTime, TimeDelta, Utc};
use kurultai::fetch::{Fetcher, Policy};
use kurultai::keymap::Key;
use kurultai::tui::{Application, Clock, Effect, MAX_COPY, Msg, RunError, run};
use ratatui::Frame;
use ratatui::style::Style;

/// Set for child processes. If all ignored tests are run by hand, they must not take over the screen.
pub(crate) const VARIABLE: &str = "RUN_AS_CHILD";
/// The text on the screen of a child.
pub(crate) const AWAITED: &str = "a child of the tests";
/// The panic message of a child, which also tries to write an escape sequence.
pub(crate) const REPORT: &str = "on purpose\u{fffd}[31m";

/// The text to copy.
const COPIED: &str = "сәлем";

/// Returns the arguments that make the test binary run a test of this module.
pub(crate) fn arguments(child: &str) -> [&str; 4] {
    ["--exact", child, "--ignored", "--nocapture"]
}

/// Returns a fetcher that sends no requests.
fn fetcher() -> Fetcher {
    Fetcher::new(Policy::public(), None)
}

/// The behavior of a [`Child`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    /// Panics while drawing, after the first key.
    PanicInView,
    /// Panics while handling the first key.
    PanicInUpdate,
    /// Panics on another thread after the first key, and tries to draw over the report.
    PanicInWorker,
    /// Requests a tick at all times.
    Tick,
    /// Requests a tick that it already had.
    TickAgain,
    /// Displays its input. Copies a text on `c`, and a text that is too long on `b`.
    Listen,
}

/// An app that misbehaves.
struct Child {
    deed: Deed,
    size: (u16, u16),
    now: DateTime<Utc>,
    ticks: usize,
    /// The number of inputs other than sizes and ticks, and the last one.
    heard: (usize, String),
}

impl Child {
    fn new(deed: Deed) -> Self {
        Self { deed, size: (0, 0), now: DateTime::UNIX_EPOCH, ticks: 0, heard: (0, String::new()) }
    }

    fn run(deed: Deed, clock: Clock) {
        if env::var_os(VARIABLE).is_some() {
            run(Self::new(deed), clock, None, fetcher(), None).unwrap();
        }
    }
}

impl Application for Child {
    fn update(&mut self, msg: Msg) -> Vec<Effect> {
        if !matches!(msg, Msg::Resize(..) | Msg::Tick(_)) {
            self.heard = (self.heard.0 + 1, format!("{msg:?}"));
        }
        match msg {
            Msg::Resize(columns, rows) => self.size = (columns, rows),
            Msg::Tick(now) => (self.now, self.ticks) = (now, self.ticks + 1),
            Msg::Key(key) => match self.deed {
                Deed::PanicInView => self.size = (0, 0),
                Deed::PanicInUpdate => fail(),
                Deed::PanicInWorker => {
                    thread::spawn(fail);
                    self.deed = Deed::Tick;
                }
                Deed::Listen if key == Key::char('c') => return vec![Effect::Copy(COPIED.to_owned())],
                Deed::Listen if key == Key::char('b') => {
                    return vec![Effect::Copy("x".repeat(MAX_COPY + 1)), Effect::Copy(String::new())];
                }
                Deed::Tick | Deed::TickAgain | Deed::Listen => {}
            },
            _ => {}
        }
        vec![]
    }

    fn view(&self, frame: &mut Frame<'_>) {
        if self.deed == Deed::PanicInView && self.size == (0, 0) {
            fail();
        }
        let buffer = frame.buffer_mut();
        let text = format!("{AWAITED}, tick {} at {}", self.ticks, self.now.timestamp());
        buffer.set_string(0, 0, text, Style::new());
        if self.size.1 > 1 {
            buffer.set_string(0, 1, format!("heard {}: {}", self.heard.0, self.heard.1), Style::new());
        }
    }

    fn next_tick(&self) -> Option<DateTime<Utc>> {
        match self.deed {
            Deed::Tick => Some(self.now + TimeDelta::milliseconds(1)),
            Deed::TickAgain => Some(self.now),
            _ => None,
        }
    }
}

fn fail() {
    panic!("on purpose\u{1b}[31m");
}

#[test]
#[ignore = "run by another test"]
fn panics_in_view() {
    Child::run(Deed::PanicInView, Clock::System);
}

#[test]
#[ignore = "run by another test"]
fn panics_in_update() {
    Child::run(Deed::PanicInUpdate, Clock::System);
}

#[test]
#[ignore = "run by another test"]
fn panics_in_worker() {
    Child::run(Deed::PanicInWorker, Clock::System);
}

#[test]
#[ignore = "run by another test"]
fn ticks() {
    Child::run(Deed::Tick, Clock::System);
}

#[test]
#[ignore = "run by another test"]
fn listens() {
    Child::run(Deed::Listen, Clock::System);
}

#[test]
#[ignore = "run by another test"]
fn asks_for_the_same_tick() {
    Child::run(Deed::TickAgain, Clock::System);
}

#[test]
#[ignore = "run by another test"]
fn ticks_by_a_fixed_clock() {
    Child::run(Deed::Tick, Clock::Fixed(DateTime::UNIX_EPOCH + TimeDelta::days(1)));
}

#[test]
#[ignore = "run by another test"]
fn finds_no_terminal() {
    if env::var_os(VARIABLE).is_some() {
        let child = Child::new(Deed::Tick);
        assert!(matches!(run(child, Clock::System, None, fetcher(), None), Err(RunError::NoTerminal)));
    }
}
