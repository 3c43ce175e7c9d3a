//! [`ViewContext`]: settings, screen size and current time.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::layout::ScreenLayout;
use crate::config::Reminders;
use crate::i18n::Locale;
use crate::keymap::Keymap;
use crate::theme::Theme;
use kurultai_schedule::model::{Conference, Moment, ViewerTimeZone};
use kurultai_schedule::text::Lang;

/// The settings of the TUI.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The interface language.
    pub locale: Arc<Locale>,
    /// The preferred language of schedules.
    pub lang: Option<Lang>,
    /// The colors.
    pub theme: Theme,
    /// The file of the theme if it is the user's, which is read again when it changes.
    pub theme_file: Option<PathBuf>,
    /// True if the interface uses only ASCII symbols.
    pub ascii: bool,
    /// The user's time zone.
    pub clock: ViewerTimeZone,
    /// The reminders.
    pub reminders: Reminders,
    /// The key bindings.
    pub keymap: Keymap,
}

/// Settings, screen size and current time.
#[derive(Debug, Clone)]
pub(super) struct ViewContext {
    pub(super) settings: Settings,
    pub(super) size: (u16, u16),
    /// True while a message is displayed. On screens without a lower rule, it takes a row.
    pub(super) has_message: bool,
    /// The current time; `None` before the first tick.
    pub(super) now: Option<DateTime<Utc>>,
}

impl ViewContext {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings, size: (0, 0), has_message: false, now: None }
    }

    pub(super) fn layout(&self) -> Option<ScreenLayout> {
        ScreenLayout::new(self.size, self.has_message)
    }

    pub(super) fn locale(&self) -> &Locale {
        &self.settings.locale
    }

    pub(super) fn keymap(&self) -> &Keymap {
        &self.settings.keymap
    }

    pub(super) fn theme(&self) -> &Theme {
        &self.settings.theme
    }

    /// Returns the current time in the user's time zone.
    pub(super) fn clock(&self) -> Option<NaiveDateTime> {
        Some(self.settings.clock.local(self.now?))
    }

    /// Returns the current time at the venue, or in the user's time zone if the venue's is unknown.
    pub(super) fn venue_clock(&self, conference: &Conference) -> Option<Moment> {
        Some(Moment::at_instant(self.now?, conference.zone, self.settings.clock))
    }
}
