//! The user's library, as commands find it.

use super::Outcome;
use super::streams::{self, Streams};
use crate::i18n::{Locale, Message};
use crate::presenter;
use crate::store::library::{self, Event};
use crate::store::{Folders, StoreError, StoreWarning};
use crate::text::SafeText;

/// The events of the library; none where there is no home. What is wrong with the library is said by the commands that
/// are about it.
pub(super) fn events() -> Vec<Event> {
    Folders::find().map(|folders| library::load(&folders).0).unwrap_or_default()
}

/// The user's folders; where there is no home, that is said.
pub(super) fn folders(locale: &Locale, streams: &mut Streams) -> Option<Folders> {
    let folders = Folders::find();
    if folders.is_none() {
        streams.warn(&locale.text(Message::NoHome));
    }
    folders
}

/// Says what is to be known of files of the user.
pub(super) fn tell(notices: &[StoreWarning], locale: &Locale, streams: &mut Streams) {
    for notice in notices {
        streams.warn(&presenter::store_notice(notice, locale));
    }
}

/// Returns what says at once, on stderr, that another process is waited for.
pub(super) fn waits(locale: &Locale) -> impl Fn(&SafeText) {
    |path| streams::say_now(&presenter::store_waits(path, locale))
}

/// Says why something was not saved.
pub(super) fn refuse(error: &StoreError, locale: &Locale, streams: &mut Streams) -> Outcome {
    streams.warn(&presenter::store_error(error, locale));
    Outcome::Failed
}
