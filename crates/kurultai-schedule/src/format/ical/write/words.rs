//! Words in a calendar that do not come from the schedule.

use crate::model::Role;

/// The words of a calendar in one language.
pub trait CalendarWords {
    /// The title of an untitled busy block.
    fn busy(&self) -> String;
    /// The location of a session in all rooms.
    fn all_rooms(&self) -> String;
    /// The name of a role, such as `Moderator`.
    fn role(&self, role: &Role) -> String;
    /// The paragraph of the description for the user's note.
    fn note(&self, note: &str) -> String;
}

/// English, as in the app.
#[derive(Debug, Clone, Copy, Default)]
pub struct EnglishWords;

impl CalendarWords for EnglishWords {
    fn busy(&self) -> String {
        "busy".to_owned()
    }

    fn all_rooms(&self) -> String {
        "all rooms".to_owned()
    }

    fn role(&self, role: &Role) -> String {
        role.word().to_owned()
    }

    fn note(&self, note: &str) -> String {
        format!("Note: {note}")
    }
}
