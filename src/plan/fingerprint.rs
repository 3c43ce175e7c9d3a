//! [`Fingerprint`]: what a session is compared by with those of another edition of its program.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};
use unicode_normalization::UnicodeNormalization;

use crate::model::{Conference, LocalizedText, Session, SessionSnapshot};
use crate::text::{SafeText, fold};

/// What a session is compared by. Texts stand as a search compares them, so that case, accents and blanks do not count;
/// lists are sorted, so that their order does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Fingerprint {
    pub(super) guid: Option<SafeText>,
    pub(super) id: Option<SafeText>,
    pub(super) url: Option<SafeText>,
    /// The title in every language that it has, that of the program first; none where there is no title.
    pub(super) titles: Vec<String>,
    pub(super) people: Vec<String>,
    pub(super) day: Option<NaiveDate>,
    /// Calendar date and time of day; `None` without a time.
    pub(super) start: Option<(Option<NaiveDate>, NaiveTime)>,
    pub(super) rooms: Vec<String>,
    pub(super) length: Option<TimeDelta>,
    pub(super) is_cancelled: bool,
}

impl Fingerprint {
    /// That of a session as it is remembered.
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

    /// Those of all sessions of a program, which have their titles in all languages.
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

    /// Whether both are called the same in some language.
    pub(super) fn has_title_of(&self, other: &Self) -> bool {
        self.titles.iter().any(|title| other.titles.contains(title))
    }

    /// Whether both have a guid, and not the same.
    pub(super) fn has_other_guid(&self, other: &Self) -> bool {
        self.guid.is_some() && other.guid.is_some() && self.guid != other.guid
    }

    /// Whether the two cannot be told apart but by their names.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        (&self.people, self.day, self.start, &self.rooms)
            == (&other.people, other.day, other.start, &other.rooms)
    }
}

/// A text as titles and names are compared.
pub(super) fn normalize(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text that is the same but for its blanks and the way in which its accents are written is the same to who reads it.
pub(super) fn as_read(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// Programs are announced to the minute.
pub(super) fn to_minute(time: NaiveTime) -> NaiveTime {
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or(time)
}
