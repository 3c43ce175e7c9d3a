//! [`Clock`]: where the time comes from.

use std::time::Instant;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::model::ViewerTimeZone;

/// Where the time comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The clock of this machine.
    System,
    /// It is always this late, so the screen never changes by itself.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// How late it is.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(now) => now,
        }
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
    /// Now, to measure how long something takes. It passes whatever the clock says.
    pub(super) fn instant() -> Instant {
        Instant::now()
    }

    /// The clock of whoever looks: that of the zone that this machine is set to, or as far from UTC as it is now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
    pub fn own() -> ViewerTimeZone {
        // `TZ` changes what the system's clock shows, but not which zone the machine is set to.
        let named = std::env::var("TZ").ok(); // technical, not shown
        let named = named.map(|zone| zone.trim_start_matches(':').to_owned());
        let named = named.filter(|zone| !zone.is_empty()).or_else(|| iana_time_zone::get_timezone().ok());
        let now = chrono::Local::now();
        let zone = named.and_then(|zone| zone.parse::<Tz>().ok());
        // A name that shows another time than the system does is not what the system means by it.
        let zone = zone.filter(|zone| now.with_timezone(zone).naive_local() == now.naive_local());
        zone.map_or_else(|| ViewerTimeZone::Offset(*now.offset()), ViewerTimeZone::Named)
    }
}
