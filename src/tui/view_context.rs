//! [`ViewContext`]: who looks, on how large a screen, how late.

use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::layout::Layout;
use crate::config::Reminders;
use crate::i18n::Locale;
use crate::keymap::Keymap;
use crate::model::{Conference, Moment, ViewerTimeZone};
use crate::text::Lang;
use crate::theme::Theme;

/// What somebody sees and how: settings that stay as they are while the program runs.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The words of the interface.
    pub locale: Arc<Locale>,
    /// The language in which programs are shown that have it.
    pub lang: Option<Lang>,
    /// The colors. Those of a theme that follows the terminal change with it.
    pub theme: Theme,
    /// The clock of whoever looks.
    pub clock: ViewerTimeZone,
    /// How one is told of what is about to begin.
    pub reminders: Reminders,
    /// The key bindings.
    pub keymap: Keymap,
}

/// Who looks: their settings, the size of their screen, and how late it is.
#[derive(Debug, Clone)]
pub(super) struct ViewContext {
    pub(super) settings: Settings,
    pub(super) size: (u16, u16),
    /// True while a message is on the screen, which takes a row where there is no rule to put it into.
    pub(super) has_message: bool,
    /// Told after the start.
    pub(super) now: Option<DateTime<Utc>>,
}

impl ViewContext {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings, size: (0, 0), has_message: false, now: None }
    }

    pub(super) fn layout(&self) -> Option<Layout> {
        Layout::of(self.size, self.has_message)
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

    /// What the clock of whoever looks shows now.
    pub(super) fn clock(&self) -> Option<NaiveDateTime> {
        Some(self.settings.clock.local(self.now?))
    }

    /// What the venue's clock shows now; where its zone is not known, the clock of whoever looks.
    pub(super) fn venue_clock(&self, conference: &Conference) -> Option<Moment> {
        Some(Moment::of(self.now?, conference.zone, self.settings.clock))
    }
}
