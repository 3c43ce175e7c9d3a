//! Organizers, sponsors and delegations.

use super::{Attendance, LocalizedText, PersonId, TierId};
use crate::text::SafeText;

/// An organizer: an organization, a committee, or a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organizer {
    /// The name.
    pub name: Option<LocalizedText>,
    /// The function.
    pub role: Option<LocalizedText>,
    /// The affiliation.
    pub organization: Option<LocalizedText>,
    /// The web page.
    pub url: Option<SafeText>,
    /// Contact details.
    pub contact: Option<LocalizedText>,
    /// The members of a committee.
    pub people: Vec<PersonId>,
    /// The person, if the organizer is one.
    pub person: Option<PersonId>,
}

/// A sponsor tier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tier {
    /// The id used by sponsors.
    pub id: Option<SafeText>,
    /// The name.
    pub name: Option<LocalizedText>,
}

/// A sponsor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sponsor {
    /// The name.
    pub name: Option<LocalizedText>,
    /// The tier.
    pub tier: Option<TierId>,
    /// The project or initiative that sponsors.
    pub project: Option<LocalizedText>,
    /// The web page.
    pub url: Option<SafeText>,
    /// Description, in Markdown.
    pub description: Option<LocalizedText>,
}

/// A body that takes part: a country, a union, a court, an institution.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delegation {
    /// The name.
    pub name: Option<LocalizedText>,
    /// The kind: `country`, `union`, `court`, `institution` or any other word.
    pub kind: Option<SafeText>,
    /// The mode of attendance.
    pub attendance: Option<Attendance>,
    /// The named members.
    pub people: Vec<PersonId>,
}
