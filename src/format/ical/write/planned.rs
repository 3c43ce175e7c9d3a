//! Writes the user's plan for a session: tentative for a maybe, the note, and a reminder.

use super::page::IcsWriter;
use super::stamp::When;
use super::words::CalendarWords;
use crate::format::ical::extensions;
use crate::model::Status;
use crate::text::SafeText;

/// The user's plan for a session.
#[derive(Debug, Clone, Default)]
pub struct Planned {
    /// True if it is picked as a maybe.
    pub is_maybe: bool,
    /// The user's note.
    pub note: Option<SafeText>,
    /// The minutes between the reminder and the start; 0 is no reminder, or none that is known.
    pub minutes: u32,
}

impl Planned {
    /// Writes the status of a session that is a maybe; false if it is none, or does not take place.
    pub(super) fn status(&self, status: Option<&Status>, page: &mut IcsWriter) -> bool {
        let takes_place = matches!(status, None | Some(Status::Confirmed | Status::Tentative));
        if !self.is_maybe || !takes_place {
            return false;
        }
        page.put("STATUS", "TENTATIVE");
        page.put(extensions::LEVEL, extensions::MAYBE);
        if let Some(status) = status {
            page.text(extensions::STATUS, status.word());
        }
        true
    }

    /// The paragraph of the description that is the note.
    pub(super) fn paragraph(&self, words: &dyn CalendarWords) -> Option<String> {
        Some(words.note(self.note()?))
    }

    /// The note without blanks around it, if it says anything.
    pub(super) fn note(&self) -> Option<&str> {
        self.note.as_ref().map(|note| note.trim()).filter(|note| !note.is_empty())
    }

    /// Writes a reminder of a session that starts at a time and takes place.
    pub(super) fn alarm(&self, title: &str, when: When, status: Option<&Status>, page: &mut IcsWriter) {
        let has_time = matches!(when, When::Local(..) | When::Utc(..));
        if self.minutes == 0 || !has_time || status.is_some_and(Status::is_off) {
            return;
        }
        page.put("BEGIN", "VALARM");
        page.put("ACTION", "DISPLAY");
        page.put("TRIGGER", &format!("-PT{}M", self.minutes));
        page.text("DESCRIPTION", title);
        page.put("END", "VALARM");
    }
}
