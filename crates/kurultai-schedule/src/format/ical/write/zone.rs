//! Writes a `VTIMEZONE` with the offsets of a zone in the years of a calendar.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use super::page::IcsWriter;
use super::stamp;

/// A change of the offset.
#[derive(Debug, PartialEq, Eq)]
struct Onset {
    at: DateTime<Utc>,
    /// Seconds east of Greenwich before and after it.
    from: i32,
    to: i32,
    is_summer: bool,
    name: Option<String>,
}

/// The offset in seconds, and true for daylight saving time.
type State = (i32, bool);

/// Writes a zone for these years and those before them. Lists each transition: a recurrence rule would also
/// make claims about later years.
pub(super) fn write(zone: Tz, years: &BTreeSet<i32>, page: &mut IcsWriter) {
    page.property("BEGIN", "VTIMEZONE");
    page.property("TZID", zone.name());
    for onset in onsets(zone, years) {
        let part = if onset.is_summer { "DAYLIGHT" } else { "STANDARD" };
        // The start is in the local time before the transition.
        let start = onset.at.naive_utc().checked_add_signed(TimeDelta::seconds(onset.from.into()));
        let Some(start) = start.and_then(stamp::local) else { continue };
        page.property("BEGIN", part);
        page.property("DTSTART", &start);
        page.property("TZOFFSETFROM", &stamp::offset(onset.from));
        page.property("TZOFFSETTO", &stamp::offset(onset.to));
        if let Some(name) = onset.name {
            page.text("TZNAME", &name);
        }
        page.property("END", part);
    }
    page.property("END", "VTIMEZONE");
}

fn onsets(zone: Tz, years: &BTreeSet<i32>) -> Vec<Onset> {
    let years: BTreeSet<i32> = years.iter().flat_map(|year| [year - 1, *year]).collect();
    let mut onsets = Vec::new();
    let mut last: Option<(DateTime<Utc>, State)> = None;
    for year in years {
        let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else { continue };
        for day in first.iter_days().take_while(|day| day.year() == year) {
            let at = day.and_time(chrono::NaiveTime::MIN).and_utc();
            let now = state(zone, at);
            match last {
                // The time before is unknown.
                None => onsets.push(last_transition(zone, at, now.0)),
                Some((before, was)) if was != now => {
                    onsets.push(last_transition(zone, change(zone, before, at), was.0));
                }
                Some(_) => {}
            }
            last = Some((at, now));
        }
    }
    onsets
}

fn last_transition(zone: Tz, at: DateTime<Utc>, from: i32) -> Onset {
    let (to, is_summer) = state(zone, at);
    let name = zone.offset_from_utc_datetime(&at.naive_utc()).abbreviation().map(str::to_owned);
    Onset { at, from, to, is_summer, name }
}

fn state(zone: Tz, at: DateTime<Utc>) -> State {
    let offset = zone.offset_from_utc_datetime(&at.naive_utc());
    (offset.fix().local_minus_utc(), offset.dst_offset() > TimeDelta::zero())
}

/// Finds the first second with the state at `after` by bisection.
fn change(zone: Tz, before: DateTime<Utc>, after: DateTime<Utc>) -> DateTime<Utc> {
    let (mut before, mut after) = (before.timestamp(), after.timestamp());
    let at = |second: i64| DateTime::from_timestamp(second, 0).unwrap_or_default();
    let now = state(zone, at(after));
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if state(zone, at(middle)) == now {
            after = middle;
        } else {
            before = middle;
        }
    }
    at(after)
}

/// Returns the years that a period touches in any zone.
pub(super) fn years(from: NaiveDateTime, to: NaiveDateTime) -> impl Iterator<Item = i32> {
    let day = TimeDelta::days(1);
    let first = from.checked_sub_signed(day).unwrap_or(from).year();
    let last = to.checked_add_signed(day).unwrap_or(to).year();
    // A period of centuries must be a mistake; its first and last years suffice.
    (first..=last.min(first.saturating_add(3))).chain([last])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(zone: Tz, year: i32) -> String {
        let mut page = IcsWriter::default();
        write(zone, &BTreeSet::from([year]), &mut page);
        let text = page.end().replace("\r\n", " ");
        text.replace("BEGIN:", "").replace("DTSTART:", "").replace("TZOFFSET", "").replace("TZNAME:", "")
    }

    #[test]
    fn transitions_are_at_their_time() {
        assert_eq!(
            zone(Tz::Europe__Berlin, 2025),
            "VTIMEZONE TZID:Europe/Berlin \
             STANDARD 20240101T010000 FROM:+0100 TO:+0100 CET END:STANDARD \
             DAYLIGHT 20240331T020000 FROM:+0100 TO:+0200 CEST END:DAYLIGHT \
             STANDARD 20241027T030000 FROM:+0200 TO:+0100 CET END:STANDARD \
             DAYLIGHT 20250330T020000 FROM:+0100 TO:+0200 CEST END:DAYLIGHT \
             STANDARD 20251026T030000 FROM:+0200 TO:+0100 CET END:STANDARD \
             END:VTIMEZONE "
        );
        assert!(
            zone(Tz::Asia__Bishkek, 2025)
                .starts_with("VTIMEZONE TZID:Asia/Bishkek STANDARD 20240101T060000 FROM:+0600 TO:+0600")
        );
        assert_eq!([0, -12_600, 3208].map(stamp::offset), ["+0000", "-0330", "+005328"]);
    }
}
