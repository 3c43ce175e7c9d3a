//! [`Dates`] of a conference, and details of a [`Day`].

use chrono::{NaiveDate, NaiveTime};

use super::LocalizedText;

/// The dates of a conference. A start without an end means that the end is unknown, not a single day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dates {
    /// The first day.
    pub start: Option<NaiveDate>,
    /// The last day.
    pub end: Option<NaiveDate>,
}

impl Dates {
    /// Returns the date of a one-day conference.
    #[must_use]
    pub fn only_day(&self) -> Option<NaiveDate> {
        self.start.filter(|_| self.start == self.end)
    }
}

/// Details of a schedule day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The date; the day ends after midnight, at [`Conference::day_change`](super::Conference::day_change).
    pub date: NaiveDate,
    /// The name: "Workshops", "Day 0".
    pub title: Option<LocalizedText>,
    /// Opening time.
    pub opens: Option<NaiveTime>,
    /// Closing time.
    pub closes: Option<NaiveTime>,
}
