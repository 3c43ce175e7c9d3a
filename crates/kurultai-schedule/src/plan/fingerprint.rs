//! [`Fingerprint`]: the attributes by which sessions of two editions are compared.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};
use unicode_normalization::UnicodeNormalization;

use crate::model::{Conference, LocalizedText, Session, SessionSnapshot};
use crate::text::{SafeText, fold};

/// The attributes of a session for comparison. Texts are folded and lists sorted, so that case, accents, white space and
/// order are ignored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Fingerprint {
    pub(super) guid: Option<SafeText>,
    pub(super) id: Option<SafeText>,
    pub(super) url: Option<SafeText>,
    /// The title in every language, the schedule's own first.
    pub(super) titles: Vec<String>,
    pub(super) people: Vec<String>,
    pub(super) day: Option<NaiveDate>,
    /// Calendar date and start time.
    pub(super) start: Option<(Option<NaiveDate>, NaiveTime)>,
    pub(super) rooms: Vec<String>,
    pub(super) length: Option<TimeDelta>,
    pub(super) is_cancelled: bool,
}

impl Fingerprint {
    /// Creates the fingerprint of a snapshot.
    pub(super) fn of(session: &SessionSnapshot) -> Self {
        let sorted = |texts: &[SafeText]| {
            let mut texts: Vec<String> = texts.iter().map(|text| normalize(text)).collect();
            texts.sort_unstable();
            texts.dedup();
            texts
        };
        Self {
            guid: session.guid.clone(),
            id: session.id.clone(),
            url: session.url.clone(),
            titles: session
                .title
                .iter()
                .map(|title| normalize(title))
                .filter(|title| !title.is_empty())
                .collect(),
            people: sorted(&session.people),
            day: session.day,
            start: session.start.map(|start| (session.date, to_minute(start))),
            rooms: sorted(&session.rooms),
            length: session.length,
            is_cancelled: session.is_cancelled,
        }
    }

    /// Creates the fingerprints of all sessions of a schedule, with their titles in all languages.
    pub(super) fn of_schedule(conference: &Conference, known: &[SessionSnapshot]) -> Vec<Self> {
        let trace = |(session, known): (&Session, &SessionSnapshot)| {
            let mut trace = Self::of(known);
            for (_, title) in session.title.iter().flat_map(LocalizedText::iter) {
                let title = normalize(title);
                if !title.is_empty() && !trace.titles.contains(&title) {
                    trace.titles.push(title);
                }
            }
            trace
        };
        conference.sessions.iter().zip(known).map(trace).collect()
    }

    /// True if both have a title in common.
    pub(super) fn has_title_of(&self, other: &Self) -> bool {
        self.titles.iter().any(|title| other.titles.contains(title))
    }

    /// True if both have a guid, and they differ.
    pub(super) fn has_other_guid(&self, other: &Self) -> bool {
        self.guid.is_some() && other.guid.is_some() && self.guid != other.guid
    }

    /// True if an id in common counts. Software that renumbers its ids in each edition gives each session another guid.
    pub(super) fn may_have_id_of(&self, other: &Self) -> bool {
        self.has_title_of(other) || !self.has_other_guid(other)
    }

    /// True if both differ in identifiers and title only.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        (&self.people, self.day, self.start, &self.rooms)
            == (&other.people, other.day, other.start, &other.rooms)
    }
}

/// Normalizes a title or name for comparison.
pub(super) fn normalize(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Normalizes white space and Unicode composition, which readers do not see.
pub(super) fn as_read(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// Truncates to the minute, the resolution of schedules.
pub(super) fn to_minute(time: NaiveTime) -> NaiveTime {
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or(time)
}
