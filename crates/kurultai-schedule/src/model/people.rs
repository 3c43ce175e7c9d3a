//! [`Person`] and [`Participation`].

use super::open_enum::open_enum;
use super::{Link, LocalizedText, PersonId};
use crate::text::SafeText;

/// A person in the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// The id used by sessions.
    pub id: Option<SafeText>,
    /// A globally unique id, as published.
    pub guid: Option<SafeText>,
    /// The name as written; `None` only if the schedule lacks it.
    pub name: Option<LocalizedText>,
    /// The name for sorting.
    pub sort_name: Option<SafeText>,
    /// Roles in the conference; [`Participation::role`] has those in a session.
    pub roles: Vec<Role>,
    /// Positions held; there may be several.
    pub positions: Vec<LocalizedText>,
    /// The employer or affiliation.
    pub organization: Option<LocalizedText>,
    /// The country.
    pub country: Option<LocalizedText>,
    /// The pronouns.
    pub pronouns: Option<LocalizedText>,
    /// Biography, in Markdown.
    pub bio: Option<LocalizedText>,
    /// URL of a picture.
    pub avatar: Option<SafeText>,
    /// Web pages.
    pub links: Vec<Link>,
    /// The mode of attendance.
    pub attendance: Option<Attendance>,
    /// True if a value of this person could not be read.
    pub has_mistakes: bool,
}

open_enum! {
    /// A role in a conference or a session.
    Role {
        /// An invited guest.
        Guest = "guest",
        /// A speaker.
        Speaker = "speaker",
        /// A moderator.
        Moderator = "moderator",
        /// The chair of a session.
        Chair = "chair",
        /// A panelist.
        Panelist = "panelist",
        /// The leader of a workshop or host of a stage.
        Host = "host",
        /// An organizer.
        Organizer = "organizer",
    }
}

/// The participation of a person in a session.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Participation {
    /// The person.
    pub person: PersonId,
    /// The role, if the schedule gives one.
    pub role: Option<Role>,
    /// The name in the session, if it differs from the person's: a group entered by one person.
    pub name: Option<LocalizedText>,
}

/// Mode of attendance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attendance {
    /// On site.
    InPerson,
    /// Over the network.
    Online,
    /// On site or online; for sessions.
    Hybrid,
    /// Invited; attendance is not confirmed.
    Invited,
}

impl Attendance {
    /// The spellings in event files.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("in person", Self::InPerson),
        ("online", Self::Online),
        ("hybrid", Self::Hybrid),
        ("invited", Self::Invited),
    ];
}
