//! Formats the age of fetched schedules.

use chrono::{DateTime, TimeDelta, Utc};

use crate::i18n::{Locale, Message};

/// Formats an age: `a moment ago`, `5 minutes ago`, `3 days ago`. A time in the future, possible after the
/// clock was set back, is a moment ago.
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

/// Returns the next time at which the formatted age changes.
#[must_use]
pub fn next_age(then: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let minutes = now.signed_duration_since(then).num_minutes().max(0);
    let unit = match minutes {
        0..60 => 1,
        60..1440 => 60,
        _ => 1440,
    };
    then.checked_add_signed(TimeDelta::try_minutes((minutes / unit + 1) * unit)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_use_the_largest_whole_unit() {
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

    #[test]
    fn next_age_is_the_first_change() {
        let locale = Locale::english();
        let then = "2025-02-01T10:42:10Z".parse::<DateTime<Utc>>().unwrap();
        for seconds in [-90, 0, 59, 60, 3000, 3599, 3600, 7300, 86_399, 86_400, 200_000] {
            let now = then + TimeDelta::seconds(seconds);
            let next = next_age(then, now).unwrap();
            assert!(next > now, "{seconds}");
            assert_ne!(age(&locale, then, next), age(&locale, then, now), "{seconds}");
            assert_eq!(
                age(&locale, then, next - TimeDelta::seconds(1)),
                age(&locale, then, now),
                "{seconds}"
            );
        }
        assert_eq!(next_age(DateTime::<Utc>::MAX_UTC, DateTime::<Utc>::MIN_UTC), None);
    }
}
