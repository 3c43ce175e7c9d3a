//! [`Application`]: the interface between the runtime and the app.

use std::path::Path;

use chrono::{DateTime, Utc};
use ratatui::Frame;

use crate::keymap::{Action, Key, Keymap};
use crate::store::ConferenceKey;
use crate::tui::{self, App, Cursor, Effect, Msg};

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
    /// Returns the file to watch, whose changes arrive as [`Msg::ScheduleFileChanged`]. Called after every message.
    fn followed(&self) -> Option<&Path> {
        None
    }
    /// Returns the file of the theme, whose changes arrive as [`Msg::ThemeChanged`]. Called after every message.
    fn followed_theme(&self) -> Option<&Path> {
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
        tui::update(self, msg)
    }

    fn view(&self, frame: &mut Frame<'_>) {
        tui::view(self, frame);
    }

    fn quits(&self, key: Key) -> bool {
        self.viewer.keymap().action(key) == Some(Action::Quit)
    }

    fn cursor(&self) -> Option<Cursor> {
        tui::cursor(self)
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

    fn followed_theme(&self) -> Option<&Path> {
        Self::followed_theme(self)
    }

    fn asks_background(&self) -> bool {
        Self::asks_background(self)
    }
}
