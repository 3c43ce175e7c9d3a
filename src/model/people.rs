//! [`Person`]: a human of the program, and what they do in it.

use super::open_enum::open_words;
use super::{Link, LocalizedText, PersonId};
use crate::text::SafeText;

/// A human of the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// What sessions and others call them.
    pub id: Option<SafeText>,
    /// A globally unique id, as published.
    pub guid: Option<SafeText>,
    /// Their name as it is written; `None` only where the program forgot it.
    pub name: Option<LocalizedText>,
    /// The name to sort by.
    pub sort_name: Option<SafeText>,
    /// What they are in the conference as a whole; in a session it is [`Participation::role`].
    pub roles: Vec<Role>,
    /// Their posts: one person may hold several.
    pub positions: Vec<LocalizedText>,
    /// Where they work.
    pub organization: Option<LocalizedText>,
    /// Where they come from.
    pub country: Option<LocalizedText>,
    /// How to speak of them.
    pub pronouns: Option<LocalizedText>,
    /// About them, in Markdown.
    pub bio: Option<LocalizedText>,
    /// A picture.
    pub avatar: Option<SafeText>,
    /// Their pages.
    pub links: Vec<Link>,
    /// How they take part; `None` is *not known*.
    pub attendance: Option<Attendance>,
    /// Whether the program says something about them that could not be read.
    pub has_mistakes: bool,
}

open_words! {
    /// What a person does in a conference or in a session.
    Role {
        /// An invited guest.
        Guest = "guest",
        /// A speaker.
        Speaker = "speaker",
        /// A moderator.
        Moderator = "moderator",
        /// Who chairs a session.
        Chair = "chair",
        /// A member of a panel.
        Panelist = "panelist",
        /// Who leads a workshop or hosts a stage.
        Host = "host",
        /// An organizer.
        Organizer = "organizer",
    }
}

/// A person in a session.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Participation {
    /// Who.
    pub person: PersonId,
    /// As what; `None` where the program does not say.
    pub role: Option<Role>,
    /// The name that stands in the session, where it is another one than their own: a group that one person entered.
    pub name: Option<LocalizedText>,
}

/// How somebody takes part, or how one can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attendance {
    /// On the spot.
    InPerson,
    /// From elsewhere, over the network.
    Online,
    /// On the spot or from elsewhere; for sessions.
    Hybrid,
    /// They were invited; that they came is not said.
    Invited,
}

impl Attendance {
    /// The words of the event file.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("in person", Self::InPerson),
        ("online", Self::Online),
        ("hybrid", Self::Hybrid),
        ("invited", Self::Invited),
    ];
}
