//! Localized words in exported calendars.

use super::{Locale, Message, MessageArg};
use kurultai_schedule::format::ical::CalendarWords;
use kurultai_schedule::model::Role;

impl CalendarWords for Locale {
    fn busy(&self) -> String {
        self.text(Message::Busy)
    }

    fn all_rooms(&self) -> String {
        self.text(Message::AllRooms)
    }

    fn role(&self, role: &Role) -> String {
        self.with(Message::Role, &[("role", MessageArg::text(role.word()))])
    }

    fn note(&self, note: &str) -> String {
        format!("{} {note}", self.quoting(Message::PlanNote, "").trim_end())
    }
}
