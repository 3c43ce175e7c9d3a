//! [`Dates`]: when the conference is, and [`Day`]: what it says of one of its days.

use chrono::{NaiveDate, NaiveTime};

use super::LocalizedText;

/// When the conference is, as far as it says.
///
/// A start without an end means that it began then and that its end is not known; it is not a conference of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dates {
    /// The first day.
    pub start: Option<NaiveDate>,
    /// The last day.
    pub end: Option<NaiveDate>,
}

impl Dates {
    /// The only day of a conference that says that it has one.
    #[must_use]
    pub fn only_day(&self) -> Option<NaiveDate> {
        self.start.filter(|_| self.start == self.end)
    }
}

/// What the conference says of one of its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Which day; it may end after midnight, at [`Conference::day_change`](super::Conference::day_change).
    pub date: NaiveDate,
    /// What it is called: "Workshops", "Day 0".
    pub title: Option<LocalizedText>,
    /// When the doors open.
    pub opens: Option<NaiveTime>,
    /// When they close.
    pub closes: Option<NaiveTime>,
}
