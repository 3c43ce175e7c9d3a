//! Writes the plan's entry for a session: tentative for a maybe, the note, and a reminder.

use super::page::IcsWriter;
use super::stamp::When;
use super::words::CalendarWords;
use crate::format::export::Planned;
use crate::format::ical::extensions;
use crate::model::Status;

/// Writes the status of a maybe. Returns false for other sessions and for those that do not take place.
pub(super) fn write_status(planned: &Planned, status: Option<&Status>, page: &mut IcsWriter) -> bool {
    let takes_place = matches!(status, None | Some(Status::Confirmed | Status::Tentative));
    if !planned.is_maybe || !takes_place {
        return false;
    }
    page.property("STATUS", "TENTATIVE");
    page.property(extensions::LEVEL, extensions::MAYBE);
    if let Some(status) = status {
        page.text(extensions::STATUS, status.word());
    }
    true
}

/// Returns the note as a paragraph for the description.
pub(super) fn note_paragraph(planned: &Planned, words: &dyn CalendarWords) -> Option<String> {
    Some(words.note(planned.written_note()?))
}

/// Writes a reminder for a session that takes place at a known time.
pub(super) fn write_alarm(
    planned: &Planned,
    title: &str,
    when: When,
    status: Option<&Status>,
    page: &mut IcsWriter,
) {
    let has_time = matches!(when, When::Local(..) | When::Utc(..));
    if planned.minutes == 0 || !has_time || status.is_some_and(Status::is_off) {
        return;
    }
    page.property("BEGIN", "VALARM");
    page.property("ACTION", "DISPLAY");
    page.property("TRIGGER", &format!("-PT{}M", planned.minutes));
    page.text("DESCRIPTION", title);
    page.property("END", "VALARM");
}
