//! [`Person`]: a human of the program, and what they do in it.

use super::word::open_words;
use super::{Link, PersonId, Texts};
use crate::text::Clean;

/// A human of the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// What sessions and others call them.
    pub id: Option<Clean>,
    /// A globally unique id, as published.
    pub guid: Option<Clean>,
    /// Their name as it is written; `None` only where the program forgot it.
    pub name: Option<Texts>,
    /// The name to sort by.
    pub sort_name: Option<Clean>,
    /// What they are in the conference as a whole; in a session it is [`Participation::role`].
    pub roles: Vec<Role>,
    /// Their posts: one person may hold several.
    pub positions: Vec<Texts>,
    /// Where they work.
    pub organization: Option<Texts>,
    /// Where they come from.
    pub country: Option<Texts>,
    /// How to speak of them.
    pub pronouns: Option<Texts>,
    /// About them, in Markdown.
    pub bio: Option<Texts>,
    /// A picture.
    pub avatar: Option<Clean>,
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
    pub name: Option<Texts>,
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
