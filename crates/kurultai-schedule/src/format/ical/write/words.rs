//! The words that a calendar has beside those of its schedule.

use crate::model::Role;

/// The words of a calendar in one language.
pub trait CalendarWords {
    /// The title of time that is taken by something untitled.
    fn busy(&self) -> String;
    /// The location of a session that is in every room.
    fn all_rooms(&self) -> String;
    /// Names a role: `Moderator`.
    fn role(&self, role: &Role) -> String;
    /// The paragraph of the description that has the user's note.
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
