//! Who holds a conference, who supports it, and who takes part in it as a body.

use super::{Attendance, PersonId, Texts, TierId};
use crate::text::Clean;

/// Who holds the conference: an organization, a committee, or a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organizer {
    /// The name.
    pub name: Option<Texts>,
    /// What they do for it.
    pub role: Option<Texts>,
    /// What they belong to.
    pub organization: Option<Texts>,
    /// Their page.
    pub url: Option<Clean>,
    /// How to reach them.
    pub contact: Option<Texts>,
    /// The members of a committee.
    pub people: Vec<PersonId>,
    /// The human that this organizer is.
    pub person: Option<PersonId>,
}

/// A class of sponsors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tier {
    /// What sponsors call it.
    pub id: Option<Clean>,
    /// Its name.
    pub name: Option<Texts>,
}

/// Who supports the conference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sponsor {
    /// The name.
    pub name: Option<Texts>,
    /// The class, if the conference has classes.
    pub tier: Option<TierId>,
    /// The project or initiative through which they support it.
    pub project: Option<Texts>,
    /// Their page.
    pub url: Option<Clean>,
    /// About them, in Markdown.
    pub description: Option<Texts>,
}

/// Who takes part as a body: a country, a union, a court, an institution.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delegation {
    /// The name.
    pub name: Option<Texts>,
    /// What it is: `country`, `union`, `court`, `institution` or any other word.
    pub kind: Option<Clean>,
    /// How it takes part; `None` is *not known*.
    pub attendance: Option<Attendance>,
    /// Its members, where they are named.
    pub people: Vec<PersonId>,
}
