//! Options for writing a calendar.

use chrono::{DateTime, NaiveTime, Utc};

use super::stamp;
use super::words::CalendarWords;
use crate::format::export::Planned;
use crate::format::ical::datetime::{self, TimeZoneRef};
use crate::model::{BusyBlock, Conference, LanguagePreference, SessionId, Zone};
use crate::text::SafeText;

/// Options for writing a calendar.
#[derive(Clone)]
pub struct Options<'a> {
    /// The language of the texts; a calendar has only one.
    pub reading: LanguagePreference,
    /// Words that do not come from the schedule: roles, “busy”.
    pub words: &'a dyn CalendarWords,
    /// Blocked time on the venue clock.
    pub busy: &'a [BusyBlock],
    /// The revision of each session (`SEQUENCE`). The default grows with the date of the last change, or is
    /// 0.
    pub sequence: Option<&'a dyn Fn(SessionId) -> u32>,
    /// The entry of the plan for each session.
    pub plan: Option<&'a dyn Fn(SessionId) -> Planned>,
}

/// Timestamps for the creation and last change of the calendar.
pub(super) struct Stamps {
    /// `DTSTAMP`, which is required.
    pub(super) made: String,
    /// The last change of the schedule, if known to the second.
    pub(super) changed: Option<String>,
    pub(super) sequence: u32,
}

impl Stamps {
    /// Uses the last change of the schedule, or else its first day. Does not read the clock.
    pub(super) fn new(conference: &Conference) -> Self {
        let updated = conference.updated.as_ref().and_then(|text| changed(text, conference.zone));
        let first = || conference.sessions.iter().filter_map(|session| session.times.date).min();
        let begins = || {
            let day = conference.dates.start.or_else(first)?;
            Some(day.and_time(NaiveTime::MIN).and_utc())
        };
        let made = updated.map(|(instant, _)| instant).or_else(begins);
        let stamp = |instant: DateTime<Utc>| stamp::utc(instant);
        let minutes = |instant: DateTime<Utc>| {
            let since = instant.signed_duration_since(DateTime::from_timestamp(SINCE, 0)?);
            u32::try_from(since.num_minutes()).ok().filter(|minutes| *minutes <= MAX_NUMBER)
        };
        Self {
            made: made.and_then(stamp).unwrap_or_else(|| "19700101T000000Z".to_owned()),
            changed: updated.filter(|(_, is_exact)| *is_exact).and_then(|(instant, _)| stamp(instant)),
            sequence: updated.and_then(|(instant, _)| minutes(instant)).unwrap_or_default(),
        }
    }
}

/// The year 2000, before the first schedule on the web.
const SINCE: i64 = 946_684_800;
/// The largest number in iCalendar has 31 bits.
const MAX_NUMBER: u32 = i32::MAX.unsigned_abs();

/// Parses the time of the last change; the flag is true if it includes seconds.
fn changed(text: &SafeText, zone: Zone) -> Option<(DateTime<Utc>, bool)> {
    let stamp = datetime::parse(text, TimeZoneRef::Floating)?;
    match stamp.clock {
        TimeZoneRef::Fixed(offset) => Some((stamp.local.checked_sub_offset(offset)?.and_utc(), true)),
        _ if stamp.is_date => Some((stamp.local.and_utc(), false)),
        _ => {
            Some(zone.instant(stamp.local).map_or((stamp.local.and_utc(), false), |instant| (instant, true)))
        }
    }
}
