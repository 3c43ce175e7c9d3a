//! How old something is.

use chrono::{DateTime, Utc};

use crate::locale::{Locale, Message};

/// How long before `now` something was: `a moment ago`, `5 minutes ago`, `3 days ago`. What a clock that was put back makes
/// later than now was a moment ago.
#[must_use]
pub fn age(locale: &Locale, then: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let minutes = usize::try_from(now.signed_duration_since(then).num_minutes()).unwrap_or_default();
    match minutes {
        0 => locale.text(Message::AgeMoments),
        1..60 => locale.count(Message::AgeMinutes, minutes),
        60..1440 => locale.count(Message::AgeHours, minutes / 60),
        _ => locale.count(Message::AgeDays, minutes / 1440),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_whole_unit_is_said() {
        let now = "2025-02-01T10:42:00Z".parse::<DateTime<Utc>>().unwrap();
        for (then, expected) in [
            ("2025-02-01T10:41:01Z", "a moment ago"),
            ("2025-02-01T10:41:00Z", "1 minute ago"),
            ("2025-02-01T09:43:00Z", "59 minutes ago"),
            ("2025-02-01T09:42:00Z", "1 hour ago"),
            ("2025-01-31T10:43:00Z", "23 hours ago"),
            ("2025-01-30T10:41:00Z", "2 days ago"),
            ("2025-02-01T12:00:00Z", "a moment ago"),
            ("0001-01-01T00:00:00Z", "739282 days ago"),
        ] {
            assert_eq!(age(&Locale::english(), then.parse().unwrap(), now), expected);
        }
    }
}
