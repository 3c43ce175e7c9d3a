//! [`TimeContext`]: the properties of a conference that all times in its file depend on.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::model::{Conference, Dates, LocalizedText, Zone};
use crate::text::SafeText;

/// The properties of the conference that all times depend on.
#[derive(Debug, Clone, Copy)]
pub(super) struct TimeContext {
    pub(super) zone: Zone,
    pub(super) day_change: NaiveTime,
    /// The date of a one-day conference, which applies to sessions without a date.
    pub(super) only_day: Option<NaiveDate>,
}

impl From<&Conference> for TimeContext {
    fn from(conference: &Conference) -> Self {
        let only_day = match (conference.dates, conference.days.as_slice()) {
            (Dates { start: None, end: None }, [day]) => Some(day.date),
            (dates, _) => dates.only_day(),
        };
        Self { zone: conference.zone, day_change: conference.day_change, only_day }
    }
}

/// A conference without any information.
pub(super) fn unknown_conference() -> Conference {
    Conference::new(LocalizedText::untagged(SafeText::line("")))
}

/// The longest session whose end, given as a time alone, may be on the next day.
pub(super) const MAX_NIGHT: TimeDelta = TimeDelta::hours(12);
