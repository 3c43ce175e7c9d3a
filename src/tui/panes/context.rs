//! [`PaneContext`]: the inputs of lists and details.

use crate::i18n::Message;
use crate::keymap::{Action, Keymap};
use crate::presenter::{self, Presenter};
use crate::tui::conference::ConferenceState;
use crate::tui::view_context::ViewContext;
use kurultai_schedule::model::Moment;

/// The inputs of lists and details.
pub(in crate::tui) struct PaneContext<'a> {
    pub(in crate::tui) presenter: Presenter<'a>,
    pub(in crate::tui) state: &'a ConferenceState,
    /// The width of lines.
    pub(in crate::tui) columns: usize,
    /// The current minute at the venue, if it is displayed.
    pub(in crate::tui) now: Option<Moment>,
    pub(in crate::tui) keymap: &'a Keymap,
}

impl<'a> PaneContext<'a> {
    pub(in crate::tui) fn new(
        state: &'a ConferenceState,
        viewer: &'a ViewContext,
        columns: u16,
        now: Option<Moment>,
    ) -> Self {
        let (presenter, keymap) = (state.presenter(viewer), viewer.keymap());
        Self { presenter, state, columns: columns.into(), now, keymap }
    }

    /// Returns the advice beside an incomplete item.
    pub(super) fn see_mistakes(&self) -> String {
        self.word_with_key(Message::SeeMistakes, Action::Problems)
    }

    /// Formats a message that names the key of an action.
    pub(super) fn word_with_key(&self, message: Message, action: Action) -> String {
        presenter::with_key(message, &self.keymap.key_name(action), self.presenter.locale)
    }
}
