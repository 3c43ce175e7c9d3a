//! Time zones by all the names that schedules and people give them: one lookup for every reader and every option.
//!
//! `windows` has the names of Windows and Outlook, `rails` those of Ruby on Rails, which many conference tools show.

mod rails;
mod windows;

use chrono::FixedOffset;
use chrono_tz::{TZ_VARIANTS, Tz};

use super::time;
use crate::model::Zone;

/// Names of UTC, in small letters.
const UTC: [&str; 12] = [
    "utc",
    "gmt",
    "z",
    "zulu",
    "uct",
    "universal",
    "greenwich",
    "etc/utc",
    "coordinated universal time",
    "tzone://microsoft/utc",
    "utc+0",
    "gmt+0",
];

/// Returns the zone that a name means; `None` where no zone or several zones are called so.
///
/// Names are compared without regard to case. `Europe/Berlin`, also behind the path of a program
/// (`/mozilla.org/20050126_1/Europe/Berlin`); `Berlin`; `W. Europe Standard Time`;
/// `(UTC-05:00) Eastern Time (US & Canada)`; `UTC+2`, `GMT+6`, `+05:30`.
#[must_use]
pub fn named(name: &str) -> Option<Zone> {
    let name = name.trim().trim_matches(['"', '\'']).trim();
    let lower = name.to_lowercase();
    if UTC.contains(&&*lower) {
        return Some(Zone::Utc);
    }
    if let Some(zone) = iana(&lower) {
        return Some(of(zone));
    }
    let bare = without_offset(name);
    let known = windows::zone(bare).or_else(|| rails::zone(bare)).or_else(|| city(&lower));
    if let Some(zone) = known {
        return Some(of(zone));
    }
    if bare.len() < name.len() {
        if UTC.contains(&&*bare.to_lowercase()) {
            return Some(Zone::Utc);
        }
        // Outlook lists cities: `(UTC+01:00) Amsterdam, Berlin, Bern`.
        return bare.split(',').find_map(|place| city(&place.trim().to_lowercase())).map(of);
    }
    fixed(&lower)
}

/// A zone of the database; those that are UTC by another name say nothing of a place.
pub(super) fn of(zone: Tz) -> Zone {
    let name = zone.name().trim_start_matches("Etc/");
    match name {
        "UTC" | "UCT" | "Zulu" | "Universal" | "GMT" | "GMT0" | "GMT+0" | "GMT-0" | "Greenwich" => Zone::Utc,
        _ => Zone::Named(zone),
    }
}

/// The zone with this name in the IANA database, or with the end of it behind a path.
fn iana(lower: &str) -> Option<Tz> {
    let lower = lower.replace(' ', "_");
    let parts: Vec<&str> = lower.split('/').filter(|part| !part.is_empty()).collect();
    let exact = |name: &str| TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(name)).copied();
    let of_last = |count: usize| exact(&parts[parts.len().checked_sub(count)?..].join("/"));
    if parts.len() <= 1 { exact(&lower) } else { of_last(3).or_else(|| of_last(2)) }
}

/// The zone that is called by this city.
fn city(lower: &str) -> Option<Tz> {
    let lower = lower.replace([' ', '-'], "_");
    let is_place = |zone: &&Tz| {
        let (area, place) = zone.name().split_once('/').unwrap_or_default();
        let last = place.rsplit('/').next().unwrap_or_default();
        !last.is_empty() && area != "Etc" && last.replace('-', "_").eq_ignore_ascii_case(&lower)
    };
    TZ_VARIANTS.iter().find(is_place).copied()
}

/// A name without the offset that some programs write before it: `(UTC+01:00) Berlin`.
fn without_offset(name: &str) -> &str {
    let inner = name.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let is_offset =
        |text: &str| fixed(&text.to_lowercase()).is_some() || UTC.contains(&&*text.to_lowercase());
    match inner {
        Some((inside, rest)) if is_offset(inside) && !rest.trim().is_empty() => rest.trim(),
        _ => name,
    }
}

/// `utc+2`, `gmt+06:00`, `+05:30`: always so far from UTC.
fn fixed(lower: &str) -> Option<Zone> {
    let offset = ["utc", "gmt"].iter().find_map(|name| lower.strip_prefix(name)).unwrap_or(lower);
    let offset = time::offset(offset)?;
    let is_zone = offset.local_minus_utc().abs() <= 14 * 3600;
    is_zone.then(|| at(offset))
}

/// The zone that is always so far from UTC.
fn at(offset: FixedOffset) -> Zone {
    if offset.local_minus_utc() == 0 { Zone::Utc } else { Zone::Fixed(offset) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let said = match named(name) {
            Some(Zone::Named(zone)) => zone.name().to_owned(),
            Some(Zone::Fixed(offset)) => offset.to_string(),
            Some(Zone::Utc) => "UTC".to_owned(),
            Some(Zone::Unknown) | None => "-".to_owned(),
        };
        assert_eq!(said, expected, "{name}");
    }

    #[test]
    fn zones_by_their_names() {
        for (name, zone) in [
            ("Europe/Berlin", "Europe/Berlin"),
            ("europe/berlin", "Europe/Berlin"),
            ("EUROPE/BERLIN", "Europe/Berlin"),
            (" \"Europe/Berlin\" ", "Europe/Berlin"),
            ("America/New York", "America/New_York"),
            ("/mozilla.org/20050126_1/Europe/London", "Europe/London"),
            ("/citadel.org/20190914_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
            ("CET", "CET"),
            ("Berlin", "Europe/Berlin"),
            ("kyiv", "Europe/Kyiv"),
            ("New York", "America/New_York"),
            ("Port-au-Prince", "America/Port-au-Prince"),
            ("W. Europe Standard Time", "Europe/Berlin"),
            ("w. europe standard time", "Europe/Berlin"),
            ("Eastern Daylight Time", "America/New_York"),
            ("Eastern Time (US & Canada)", "America/New_York"),
            ("Mitteleuropäische Zeit", "Europe/Berlin"),
            ("Pacific Time (US & Canada)", "America/Los_Angeles"),
            ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
            ("(GMT+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Amsterdam"),
            ("(UTC+06:00) Astana", "Asia/Almaty"),
            ("Astana", "Asia/Almaty"),
            ("Chennai", "Asia/Kolkata"),
            ("GMT+6", "+06:00"),
            ("UTC+2", "+02:00"),
            ("utc-03:30", "-03:30"),
            ("GMT+0545", "+05:45"),
            ("+02:00", "+02:00"),
            ("\u{2212}05:00", "-05:00"),
            ("Etc/GMT-2", "Etc/GMT-2"),
            ("UTC", "UTC"),
            ("Etc/UTC", "UTC"),
            ("GMT", "UTC"),
            ("tzone://Microsoft/Utc", "UTC"),
            ("+00:00", "UTC"),
        ] {
            check(name, zone);
        }
        for name in ["", "Atlantis", "venue", "+99:00", "UTC+", "(UTC+01:00)", "12", "Nowhere Standard Time"]
        {
            check(name, "-");
        }
    }

    #[test]
    fn every_zone_is_known_by_its_own_name() {
        for zone in TZ_VARIANTS {
            assert_eq!(named(zone.name()), Some(of(zone)), "{zone}");
        }
    }
}
