//! [`App`]: the whole state of the screen program.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::viewer::{Settings, Viewer};
use super::visit::Visit;
use crate::program::Program;

/// The whole state of the screen program. [`update()`](super::update()) alone changes it, [`view()`](super::view()) draws it.
#[derive(Debug, Clone)]
pub struct App {
    pub(super) viewer: Viewer,
    pub(super) visit: Visit,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<Notice>,
}

/// What lies over the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overlay {
    /// All keys, from this line on.
    Help { top: usize },
}

/// A sentence that stands in place of the hints until the next key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    /// The file has mistakes.
    Mistakes,
    /// Nobody could wake the program up.
    CannotSuspend,
}

impl App {
    /// The program on its first pane. Size and time come as messages.
    #[must_use]
    pub fn new(program: Arc<Program>, settings: Settings) -> Self {
        let notice = (program.mistakes() > 0).then_some(Notice::Mistakes);
        let viewer = Viewer::new(settings);
        Self { visit: Visit::new(program, &viewer), viewer, overlay: None, notice }
    }

    /// The next instant at which the screen changes by itself; `None` when it never does.
    #[must_use]
    pub fn next_tick(&self) -> Option<DateTime<Utc>> {
        self.visit.next_tick(&self.viewer)
    }
}

/// One thread may hand the state to another: a panic in any of them must not find it locked in.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_can_be_sent() {
        fn sent<T: Send>() {}
        sent::<App>();
    }
}
