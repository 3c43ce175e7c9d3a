//! Finds time zones by all names in use, for all readers and options. `names` lists those of Windows and Ruby
//! on Rails.

mod names;

use chrono::FixedOffset;
use chrono_tz::{TZ_VARIANTS, Tz};

use self::names::{RAILS, WINDOWS, WINDOWS_TRANSLATED};
use super::time;
use crate::model::Zone;

/// Names of UTC in lower case, separated by `|`.
const UTC: &str = "utc|gmt|z|zulu|uct|universal|greenwich|etc/utc|coordinated universal time|\
    tzone://microsoft/utc|utc+0|gmt+0";

/// Returns the zone with a name; `None` if it is unknown or ambiguous.
///
/// Ignores case. Accepts `Europe/Berlin`, also after a path (`/mozilla.org/20050126_1/Europe/Berlin`);
/// `Berlin`; `W. Europe Standard Time`; `(UTC-05:00) Eastern Time (US & Canada)`; `UTC+2`, `GMT+6`, `+05:30`.
#[must_use]
pub fn named(name: &str) -> Option<Zone> {
    let name = name.trim().trim_matches(['"', '\'']).trim();
    let lower = name.to_lowercase();
    if is_utc(&lower) {
        return Some(Zone::Utc);
    }
    if let Some(zone) = iana(&lower) {
        return Some(of(zone));
    }
    let bare = without_offset(name);
    let known = windows(bare).or_else(|| listed(RAILS, bare)).or_else(|| city(&lower));
    if let Some(zone) = known {
        return Some(of(zone));
    }
    if bare.len() < name.len() {
        if is_utc(&bare.to_lowercase()) {
            return Some(Zone::Utc);
        }
        // Outlook lists cities: `(UTC+01:00) Amsterdam, Berlin, Bern`.
        return bare.split(',').find_map(|place| city(&place.trim().to_lowercase())).map(of);
    }
    fixed(&lower)
}

fn is_utc(lower: &str) -> bool {
    UTC.split('|').any(|name| name == lower)
}

/// Converts a zone of the database; aliases of UTC become UTC, as they name no place.
pub(super) fn of(zone: Tz) -> Zone {
    let name = zone.name().trim_start_matches("Etc/");
    match name {
        "UTC" | "UCT" | "Zulu" | "Universal" | "GMT" | "GMT0" | "GMT+0" | "GMT-0" | "Greenwich" => Zone::Utc,
        _ => Zone::Named(zone),
    }
}

/// Finds a zone of the IANA database by its name, also after a path.
fn iana(lower: &str) -> Option<Tz> {
    let lower = lower.replace(' ', "_");
    let parts: Vec<&str> = lower.split('/').filter(|part| !part.is_empty()).collect();
    let exact = |name: &str| TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(name)).copied();
    let of_last = |count: usize| exact(&parts[parts.len().checked_sub(count)?..].join("/"));
    if parts.len() <= 1 { exact(&lower) } else { of_last(3).or_else(|| of_last(2)) }
}

/// Finds a zone in a list of `name=zone`, separated by `|`.
fn listed(zones: &str, name: &str) -> Option<Tz> {
    let mut zones = zones.split('|').filter_map(|zone| zone.split_once('='));
    zones.find(|(known, _)| known.to_lowercase() == name.to_lowercase())?.1.parse().ok()
}

/// Finds a zone by its Windows name.
fn windows(name: &str) -> Option<Tz> {
    let ends = [" Standard Time", " Daylight Time", " Summer Time"];
    let is_end = |end: &&&str| {
        let at = name.len().checked_sub(end.len());
        at.and_then(|at| name.get(at..)).is_some_and(|last| last.eq_ignore_ascii_case(end))
    };
    let end = ends.iter().find(is_end);
    let short = end.map(|end| &name[..name.len() - end.len()]);
    // Without their last words, these names could mean oceans and countries.
    let is_whole = name.to_lowercase().contains(" time");
    listed(WINDOWS, name)
        .filter(|_| is_whole)
        .or_else(|| listed(WINDOWS, short?))
        .or_else(|| listed(WINDOWS_TRANSLATED, name))
}

/// Finds the zone named after a city.
fn city(lower: &str) -> Option<Tz> {
    let lower = lower.replace([' ', '-'], "_");
    let is_place = |zone: &&Tz| {
        let (area, place) = zone.name().split_once('/').unwrap_or_default();
        let last = place.rsplit('/').next().unwrap_or_default();
        !last.is_empty() && area != "Etc" && last.replace('-', "_").eq_ignore_ascii_case(&lower)
    };
    TZ_VARIANTS.iter().find(is_place).copied()
}

/// Removes the offset before a name: `(UTC+01:00) Berlin`.
fn without_offset(name: &str) -> &str {
    let inner = name.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let is_offset = |text: &str| fixed(&text.to_lowercase()).is_some() || is_utc(&text.to_lowercase());
    match inner {
        Some((inside, rest)) if is_offset(inside) && !rest.trim().is_empty() => rest.trim(),
        _ => name,
    }
}

/// Parses `utc+2`, `gmt+06:00` or `+05:30`.
fn fixed(lower: &str) -> Option<Zone> {
    let offset = ["utc", "gmt"].iter().find_map(|name| lower.strip_prefix(name)).unwrap_or(lower);
    let offset = time::offset(offset)?;
    let is_zone = offset.local_minus_utc().abs() <= 14 * 3600;
    is_zone.then(|| at(offset))
}

fn at(offset: FixedOffset) -> Zone {
    if offset.local_minus_utc() == 0 { Zone::Utc } else { Zone::Fixed(offset) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let actual = match named(name) {
            Some(Zone::Named(zone)) => zone.name().to_owned(),
            Some(Zone::Fixed(offset)) => offset.to_string(),
            Some(Zone::Utc) => "UTC".to_owned(),
            Some(Zone::Unknown) | None => "-".to_owned(),
        };
        assert_eq!(actual, expected, "{name}");
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

    #[test]
    fn every_listed_zone_exists() {
        for entry in [WINDOWS, WINDOWS_TRANSLATED, RAILS].iter().flat_map(|zones| zones.split('|')) {
            let (_, zone) = entry.split_once('=').unwrap();
            assert!(zone.parse::<Tz>().is_ok(), "{entry}");
        }
        assert_eq!(listed(RAILS, "Eastern Time (US & Canada)"), Some(Tz::America__New_York));
        assert_eq!(listed(RAILS, "Nowhere"), None);
        assert_eq!(windows("W. Europe Standard Time"), Some(Tz::Europe__Berlin));
        assert_eq!(windows("Central Standard Time (Mexico)"), Some(Tz::America__Mexico_City));
        assert_eq!(windows("Nowhere Standard Time"), None);
    }
}
