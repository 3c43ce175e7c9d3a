//! [`Clock`]: where the time comes from.

use std::time::Instant;

use chrono::{DateTime, Utc};

/// Where the time comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The clock of this machine.
    System,
    /// It is always this late, so the screen never changes by itself.
    Fixed(DateTime<Utc>),
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
    /// How late it is.
    pub(super) fn now(self) -> DateTime<Utc> {
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

    /// How far the clock of whoever looks is from UTC, in seconds.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
    pub fn local_offset() -> i32 {
        chrono::Local::now().offset().local_minus_utc()
    }
}
