//! [`Session`]: one item of the schedule.

use super::open_enum::open_enum;
use super::{Attendance, Link, LocalizedText, Participation, RoomId, SessionId, Times, TrackId};
use crate::text::{Lang, SafeText};

/// One item of the schedule: a talk, a greeting, a break.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Session {
    /// The id used by `part_of` and `same_as`, unique in the conference.
    pub id: Option<SafeText>,
    /// A globally unique id, as published by frab and pretalx.
    pub guid: Option<SafeText>,
    /// The title; `None` only if the schedule lacks it.
    pub title: Option<LocalizedText>,
    /// The subtitle.
    pub subtitle: Option<LocalizedText>,
    /// The kind of session.
    pub kind: Option<Kind>,
    /// The type, as published (`type` in schedule.xml).
    pub source_type: Option<LocalizedText>,
    /// The status.
    pub status: Option<Status>,
    /// The mode of attendance.
    pub attendance: Option<Attendance>,
    /// The times.
    pub times: Times,
    /// The rooms.
    pub rooms: Rooms,
    /// The track.
    pub track: Option<TrackId>,
    /// The languages spoken.
    pub languages: Vec<Lang>,
    /// The audience: beginners, experts, …
    pub level: Option<LocalizedText>,
    /// Free keywords.
    pub tags: Vec<LocalizedText>,
    /// The participants, in the order of the schedule.
    pub people: Vec<Participation>,
    /// The session that contains this one, such as a paper in a session. The two never conflict.
    pub part_of: Option<SessionId>,
    /// The session that this one repeats.
    pub same_as: Option<SessionId>,
    /// Abstract, in Markdown.
    pub summary: Option<LocalizedText>,
    /// Description, in Markdown.
    pub description: Option<LocalizedText>,
    /// Content warning, in Markdown.
    pub content_note: Option<LocalizedText>,
    /// The web page.
    pub url: Option<SafeText>,
    /// The slides.
    pub slides: Option<SafeText>,
    /// The recording.
    pub recording: Option<SafeText>,
    /// The live stream.
    pub stream: Option<SafeText>,
    /// The feedback page.
    pub feedback: Option<SafeText>,
    /// Other web pages.
    pub links: Vec<Link>,
    /// The attached files.
    pub attachments: Vec<Attachment>,
    /// The licence of the recording.
    pub recording_license: Option<SafeText>,
    /// True if the speakers asked not to be recorded.
    pub do_not_record: bool,
    /// True if a value of this session could not be read.
    pub has_mistakes: bool,
}

open_enum! {
    /// The kind of a session.
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

open_enum! {
    /// The status of a session; the words are those of iCalendar (RFC 5545, section 3.8.1.11), plus
    /// `postponed`.
    Status {
        /// Takes place as announced.
        Confirmed = "confirmed",
        /// May still change.
        Tentative = "tentative",
        /// Does not take place.
        Cancelled = "cancelled",
        /// Takes place later, at an unknown time.
        Postponed = "postponed",
    }
}

impl Session {
    /// True if the session is cancelled or postponed.
    #[must_use]
    pub fn is_off(&self) -> bool {
        self.status.as_ref().is_some_and(Status::is_off)
    }
}

impl Status {
    /// True for sessions that do not take place at the announced time.
    #[must_use]
    pub fn is_off(&self) -> bool {
        matches!(self, Self::Cancelled | Self::Postponed)
    }
}

/// The location of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rooms {
    /// In these rooms; empty if unknown.
    In(Vec<RoomId>),
    /// In all rooms (`room = "*"`): a break, a meal.
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
    /// The link text.
    pub label: Option<LocalizedText>,
    /// The target.
    pub url: SafeText,
    /// The type, as published: `application/pdf`, `slides`.
    pub source_type: Option<SafeText>,
}
