//! Every table and key of the event file.

use super::synonyms::table_synonym;
use super::vocabulary::Vocabulary;

/// The conference itself: the top of the file, or `[event]`.
pub(super) const TOP: &[&str] = &[
    "format",
    "title",
    "id",
    "acronym",
    "subtitle",
    "theme",
    "edition",
    "version",
    "updated",
    "start",
    "end",
    "date",
    "timezone",
    "language",
    "day_change",
    "venue",
    "url",
    "hashtag",
    "contact",
    "description",
    "topics",
    "links",
    "walking",
];
/// The keys of [`TOP`] that no other table has: in another table they are out of place, not unknown.
pub(super) const TOP_ONLY: &[&str] = &[
    "format",
    "acronym",
    "theme",
    "edition",
    "version",
    "updated",
    "timezone",
    "language",
    "day_change",
    "venue",
    "hashtag",
    "topics",
    "walking",
];
pub(super) const VENUE: &[&str] = &["name", "address", "city", "country", "url"];
pub(super) const WALKING: &[&str] = &["same", "other"];
pub(super) const LINK: &[&str] = &["label", "url"];
pub(super) const PEOPLE: &[&str] = &[
    "id",
    "name",
    "roles",
    "position",
    "organization",
    "country",
    "pronouns",
    "bio",
    "avatar",
    "links",
    "guid",
    "sort_name",
    "attendance",
];
pub(super) const DAYS: &[&str] = &["date", "title", "opens", "closes"];
pub(super) const ROOMS: &[&str] = &["id", "name", "building", "floor", "capacity", "description"];
pub(super) const TRACKS: &[&str] = &["id", "name", "color"];
pub(super) const AGENDA: &[&str] = &[
    "id",
    "guid",
    "title",
    "subtitle",
    "kind",
    "type",
    "status",
    "attendance",
    "date",
    "day",
    "start",
    "end",
    "duration",
    "all_day",
    "room",
    "track",
    "languages",
    "level",
    "tags",
    "speakers",
    "people",
    "part_of",
    "same_as",
    "abstract",
    "description",
    "content_note",
    "url",
    "slides",
    "recording",
    "stream",
    "feedback",
    "links",
    "attachments",
    "recording_license",
    "do_not_record",
];
pub(super) const PARTICIPATION: &[&str] = &["person", "role", "written"];
pub(super) const ATTACHMENT: &[&str] = &["label", "url", "type"];
pub(super) const ORGANIZERS: &[&str] =
    &["name", "role", "organization", "url", "contact", "people", "person"];
pub(super) const TIERS: &[&str] = &["id", "name"];
pub(super) const SPONSORS: &[&str] = &["name", "tier", "project", "url", "description"];
pub(super) const DELEGATIONS: &[&str] = &["name", "kind", "attendance", "people"];
pub(super) const INFO: &[&str] = &["title", "text"];

/// The tables that come in double brackets, with their keys. `[[guests]]` and `[[speakers]]` are people,
/// `[[sessions]]` is the agenda.
pub(super) const ARRAYS: &[(&str, &[&str])] = &[
    ("people", PEOPLE),
    ("guests", PEOPLE),
    ("speakers", PEOPLE),
    ("days", DAYS),
    ("rooms", ROOMS),
    ("tracks", TRACKS),
    ("agenda", AGENDA),
    ("sessions", AGENDA),
    ("organizers", ORGANIZERS),
    ("tiers", TIERS),
    ("sponsors", SPONSORS),
    ("delegations", DELEGATIONS),
    ("info", INFO),
];

/// The tables that come once.
const TABLES: &[&str] = &["event", "venue", "walking"];

/// The names of [`ARRAYS`].
pub(super) const ARRAY_NAMES: &[&str] = &[
    "people",
    "guests",
    "speakers",
    "days",
    "rooms",
    "tracks",
    "agenda",
    "sessions",
    "organizers",
    "tiers",
    "sponsors",
    "delegations",
    "info",
];

/// Every key that may begin a line.
const LINE_KEYS: &[&[&str]] = &[
    TOP,
    PEOPLE,
    DAYS,
    ROOMS,
    TRACKS,
    AGENDA,
    ORGANIZERS,
    TIERS,
    SPONSORS,
    DELEGATIONS,
    INFO,
    VENUE,
    WALKING,
];

/// Every table of the event file, by its name, with its keys: what the documentation of the format has to name.
///
/// `event` is the conference itself, at the top of the file or in `[event]`. Short forms stand beside the tables that
/// they stand for. A table inside of another one has a name with a dot; `links` may stand in several.
///
/// ```
/// let tables: Vec<_> = kurultai::format::event_file::tables().collect();
/// assert!(tables.contains(&("tiers", &["id", "name"])));
/// assert!(tables.contains(&("agenda.people", &["person", "role", "written"])));
/// ```
pub fn tables() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    let top = [("event", TOP), ("venue", VENUE), ("walking", WALKING), ("links", LINK)];
    let inner = [("agenda.people", PARTICIPATION), ("agenda.attachments", ATTACHMENT)];
    top.into_iter().chain(ARRAYS.iter().copied()).chain(inner)
}

/// What the scanner of statements has to know of all this.
pub(super) const KNOWN: Vocabulary<'_> =
    Vocabulary { tables: TABLES, arrays: ARRAY_NAMES, keys: LINE_KEYS, synonym: table_synonym };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_agree() {
        assert_eq!(ARRAYS.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ARRAY_NAMES);
        for key in TOP_ONLY {
            assert!(TOP.contains(key), "{key}");
            assert!(ARRAYS.iter().all(|(_, keys)| !keys.contains(key)), "{key}");
        }
    }
}
