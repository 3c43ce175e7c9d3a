//! Types shared by the writers of all formats.

use std::collections::BTreeMap;

use super::day_room_table::ExportError;
use super::ical::CalendarWords;
use super::roundtrip::Export;
use crate::model::{BusyBlock, Conference, LanguagePreference, SessionId};
use crate::text::SafeText;

/// A format that schedules can be exported to.
pub struct Writer {
    /// The name of the format, also used as the file name extension.
    pub name: &'static str,
    /// True if the format can represent the user's plan: maybes, notes and busy blocks.
    pub keeps_plan: bool,
    /// Writes a schedule.
    pub write: fn(&ExportJob) -> Result<Export, ExportError>,
}

/// A schedule to export.
pub struct ExportJob<'a> {
    /// The whole schedule, or the planned part of it.
    pub conference: &'a Conference,
    /// The contents of a calendar.
    pub calendar: CalendarScope<'a>,
    /// The language of the texts, for formats that have one.
    pub reading: LanguagePreference,
    /// The words of a calendar that do not come from the schedule.
    pub words: &'a dyn CalendarWords,
}

/// A selection of sessions and blocked times. Identifiers depend on the whole schedule.
#[derive(Clone, Copy)]
pub struct CalendarScope<'a> {
    /// The whole schedule.
    pub schedule: &'a Conference,
    /// The sessions to write.
    pub sessions: &'a [SessionId],
    /// Blocked times on the venue clock.
    pub busy: &'a [BusyBlock],
    /// The user's plan for each session.
    pub planned: &'a BTreeMap<SessionId, Planned>,
}

/// The user's plan for a session.
#[derive(Debug, Clone, Default)]
pub struct Planned {
    /// True for a maybe.
    pub is_maybe: bool,
    /// The user's note.
    pub note: Option<SafeText>,
    /// The minutes between reminder and start; 0 for no reminder.
    pub minutes: u32,
}

impl Planned {
    /// Returns the note, trimmed; `None` if it is blank.
    pub(super) fn written_note(&self) -> Option<&str> {
        self.note.as_ref().map(|note| note.trim()).filter(|note| !note.is_empty())
    }
}
