//! [`Clock`]: the source of the current time.

use std::time::Instant;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use kurultai_schedule::model::ViewerTimeZone;

/// The source of the current time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The system clock.
    System,
    /// A fixed time.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// Returns the current time.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(now) => now,
        }
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
    /// Returns a monotonic time, to measure durations.
    pub(crate) fn instant() -> Instant {
        Instant::now()
    }

    /// Returns the time zone of the system, or its current UTC offset if the zone has no name.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
    pub fn own() -> ViewerTimeZone {
        // `TZ` overrides the zone of the system.
        let named = std::env::var("TZ").ok(); // not UI text
        let named = named.map(|zone| zone.trim_start_matches(':').to_owned());
        let named = named.filter(|zone| !zone.is_empty()).or_else(|| iana_time_zone::get_timezone().ok());
        let now = chrono::Local::now();
        let zone = named.and_then(|zone| zone.parse::<Tz>().ok());
        // If a named zone disagrees with the system clock, another one is in use.
        let zone = zone.filter(|zone| now.with_timezone(zone).naive_local() == now.naive_local());
        zone.map_or_else(|| ViewerTimeZone::Offset(*now.offset()), ViewerTimeZone::Named)
    }
}
