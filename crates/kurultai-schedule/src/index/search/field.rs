//! [`Field`]: the parts of an entity that a search distinguishes.

/// The field of a match, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Title or name.
    Name,
    /// Other fields: subtitle, people, room, track, tags and kind of a session; position, organization and country of a
    /// person; venue of the conference.
    About,
    /// Prose: an abstract, a description, a biography.
    Text,
}
