//! [`Session`]: one item of the program.

use super::open_enum::open_words;
use super::{Attendance, Link, LocalizedText, Participation, RoomId, SessionId, Times, TrackId};
use crate::text::{Lang, SafeText};

/// One item of the program: a talk, a greeting, a break.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Session {
    /// What other items call it (`part_of`, `same_as`), unique in the conference.
    pub id: Option<SafeText>,
    /// A globally unique id, as frab and pretalx publish it.
    pub guid: Option<SafeText>,
    /// What it is called; `None` only where the program forgot it.
    pub title: Option<LocalizedText>,
    /// A second line under the title.
    pub subtitle: Option<LocalizedText>,
    /// What kind of item it is.
    pub kind: Option<Kind>,
    /// The type, in the words of the conference (`type` in schedule.xml).
    pub source_type: Option<LocalizedText>,
    /// Whether it takes place.
    pub status: Option<Status>,
    /// How one takes part.
    pub attendance: Option<Attendance>,
    /// When.
    pub times: Times,
    /// Where.
    pub rooms: Rooms,
    /// The theme it belongs to.
    pub track: Option<TrackId>,
    /// The languages spoken.
    pub languages: Vec<Lang>,
    /// For whom: beginners, experts, …
    pub level: Option<LocalizedText>,
    /// Free keywords.
    pub tags: Vec<LocalizedText>,
    /// Who takes part, in program order.
    pub people: Vec<Participation>,
    /// The session this one is a part of: a paper inside a session. The two never collide.
    pub part_of: Option<SessionId>,
    /// The session that this one repeats.
    pub same_as: Option<SessionId>,
    /// A short text about it, in Markdown.
    pub summary: Option<LocalizedText>,
    /// A long text about it, in Markdown.
    pub description: Option<LocalizedText>,
    /// A warning about what it contains, in Markdown.
    pub content_note: Option<LocalizedText>,
    /// Its page.
    pub url: Option<SafeText>,
    /// The slides.
    pub slides: Option<SafeText>,
    /// The recording.
    pub recording: Option<SafeText>,
    /// The live stream.
    pub stream: Option<SafeText>,
    /// Where to say how it was.
    pub feedback: Option<SafeText>,
    /// Other pages.
    pub links: Vec<Link>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// The licence of the recording.
    pub recording_license: Option<SafeText>,
    /// Whether the speakers asked not to be recorded.
    pub do_not_record: bool,
    /// Whether the program says something about it that could not be read.
    pub has_mistakes: bool,
}

open_words! {
    /// What kind of item a session is.
    Kind {
        /// The opening of the conference.
        Opening = "opening",
        /// A greeting.
        Greeting = "greeting",
        /// A keynote.
        Keynote = "keynote",
        /// A talk.
        Talk = "talk",
        /// A panel discussion.
        Panel = "panel",
        /// A discussion.
        Discussion = "discussion",
        /// A workshop.
        Workshop = "workshop",
        /// A lightning talk.
        Lightning = "lightning",
        /// A poster.
        Poster = "poster",
        /// A break.
        Break = "break",
        /// A meal.
        Meal = "meal",
        /// A social event.
        Social = "social",
        /// A tour.
        Tour = "tour",
        /// A ceremony.
        Ceremony = "ceremony",
        /// The closing of the conference.
        Closing = "closing",
    }
}

open_words! {
    /// Whether a session takes place; the words are iCalendar's (RFC 5545, 3.8.1.11) and those of the field.
    Status {
        /// It takes place as announced.
        Confirmed = "confirmed",
        /// It may still change.
        Tentative = "tentative",
        /// It does not take place.
        Cancelled = "cancelled",
        /// It takes place later; when is not known.
        Postponed = "postponed",
    }
}

/// Where a session is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rooms {
    /// In these rooms; in none that is known when there are none.
    In(Vec<RoomId>),
    /// Everywhere (`room = "*"`): a break, a meal.
    All,
}

impl Default for Rooms {
    fn default() -> Self {
        Self::In(Vec::new())
    }
}

/// A file that belongs to a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// What it is.
    pub label: Option<LocalizedText>,
    /// Where it is.
    pub url: SafeText,
    /// Its type, as published: `application/pdf`, `slides`.
    pub source_type: Option<SafeText>,
}
