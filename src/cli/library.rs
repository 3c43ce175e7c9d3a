//! Access to the user's library and folders for commands.

use super::outcome::Outcome;
use super::streams::{self, Streams};
use crate::i18n::{Locale, Message};
use crate::presenter;
use crate::store::library::{self, Event};
use crate::store::{Folders, StoreError, StoreWarning};
use kurultai_schedule::text::SafeText;

/// Returns the events of the library, without warnings.
pub(super) fn events() -> Vec<Event> {
    Folders::find().map(|folders| library::load(&folders).0).unwrap_or_default()
}

/// Returns the user's folders; reports a missing home.
pub(super) fn folders(locale: &Locale, streams: &mut Streams) -> Option<Folders> {
    let folders = Folders::find();
    if folders.is_none() {
        streams.warn(&locale.text(Message::NoHome));
    }
    folders
}

/// Prints warnings about the user's files.
pub(super) fn warn_all(notices: &[StoreWarning], locale: &Locale, streams: &mut Streams) {
    for notice in notices {
        streams.warn(&presenter::store_warning(notice, locale));
    }
}

/// Returns a callback that reports on stderr that another process is writing a file.
pub(super) fn wait_callback(locale: &Locale) -> impl Fn(&SafeText) {
    |path| streams::warn_now(&presenter::store_waiting(path, locale))
}

/// Reports a failed save.
pub(super) fn fail(error: &StoreError, locale: &Locale, streams: &mut Streams) -> Outcome {
    streams.warn(&presenter::store_error(error, locale));
    Outcome::Failed
}
