//! The input of the export writers.

use std::collections::BTreeMap;

use crate::format::ical::Planned;
use crate::i18n::Locale;
use crate::model::{BusyBlock, Conference, LanguagePreference, SessionId};

/// The input of a writer.
pub(super) struct Job<'a> {
    /// The whole schedule, or its planned part.
    pub(super) conference: &'a Conference,
    /// The input of a calendar.
    pub(super) days: Days<'a>,
    /// The language of the texts, for formats that have one.
    pub(super) reading: LanguagePreference,
    /// The language of labels.
    pub(super) locale: &'a Locale,
}

/// The sessions and busy blocks of a calendar. UIDs depend on the whole schedule.
pub(super) struct Days<'a> {
    pub(super) schedule: &'a Conference,
    pub(super) sessions: &'a [SessionId],
    pub(super) busy: &'a [BusyBlock],
    /// The user's plan for each session.
    pub(super) planned: &'a BTreeMap<SessionId, Planned>,
}
