//! Who holds a conference, who supports it, and who takes part in it as a body.

use super::{Attendance, LocalizedText, PersonId, TierId};
use crate::text::SafeText;

/// Who holds the conference: an organization, a committee, or a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organizer {
    /// The name.
    pub name: Option<LocalizedText>,
    /// What they do for it.
    pub role: Option<LocalizedText>,
    /// What they belong to.
    pub organization: Option<LocalizedText>,
    /// Their page.
    pub url: Option<SafeText>,
    /// How to reach them.
    pub contact: Option<LocalizedText>,
    /// The members of a committee.
    pub people: Vec<PersonId>,
    /// The human that this organizer is.
    pub person: Option<PersonId>,
}

/// A class of sponsors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tier {
    /// What sponsors call it.
    pub id: Option<SafeText>,
    /// Its name.
    pub name: Option<LocalizedText>,
}

/// Who supports the conference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sponsor {
    /// The name.
    pub name: Option<LocalizedText>,
    /// The class, if the conference has classes.
    pub tier: Option<TierId>,
    /// The project or initiative through which they support it.
    pub project: Option<LocalizedText>,
    /// Their page.
    pub url: Option<SafeText>,
    /// About them, in Markdown.
    pub description: Option<LocalizedText>,
}

/// Who takes part as a body: a country, a union, a court, an institution.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delegation {
    /// The name.
    pub name: Option<LocalizedText>,
    /// What it is: `country`, `union`, `court`, `institution` or any other word.
    pub kind: Option<SafeText>,
    /// How it takes part; `None` is *not known*.
    pub attendance: Option<Attendance>,
    /// Its members, where they are named.
    pub people: Vec<PersonId>,
}
