//! `VTIMEZONE`: how far the clock of a zone is from UTC in the years that a calendar is about.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use super::page::IcsWriter;
use super::stamp;

/// A time from which on a clock is so far from UTC.
#[derive(Debug, PartialEq, Eq)]
struct Onset {
    at: DateTime<Utc>,
    /// Seconds before it and from it on, east of Greenwich.
    from: i32,
    to: i32,
    is_summer: bool,
    name: Option<String>,
}

/// What a clock shows at an instant, as far as it changes.
type State = (i32, bool);

/// Writes the zone as it is in these years and in those before them. Each change stands for itself: rules that repeat would
/// say of other years what nobody knows.
pub(super) fn write(zone: Tz, years: &BTreeSet<i32>, page: &mut IcsWriter) {
    page.put("BEGIN", "VTIMEZONE");
    page.put("TZID", zone.name());
    for onset in onsets(zone, years) {
        let part = if onset.is_summer { "DAYLIGHT" } else { "STANDARD" };
        // The start is on the clock as it was before it.
        let start = onset.at.naive_utc().checked_add_signed(TimeDelta::seconds(onset.from.into()));
        let Some(start) = start.and_then(stamp::local) else { continue };
        page.put("BEGIN", part);
        page.put("DTSTART", &start);
        page.put("TZOFFSETFROM", &offset(onset.from));
        page.put("TZOFFSETTO", &offset(onset.to));
        if let Some(name) = onset.name {
            page.text("TZNAME", &name);
        }
        page.put("END", part);
    }
    page.put("END", "VTIMEZONE");
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
                // Nothing is known of the time before.
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

/// The first second at which the clock is what it is at `after`, and was not at `before`.
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

/// `+0200`, with seconds where there are any.
pub(super) fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let rest = if seconds.is_multiple_of(60) { String::new() } else { format!("{:02}", seconds % 60) };
    format!("{sign}{:02}{:02}{rest}", seconds / 3600, seconds / 60 % 60)
}

/// The years that a time touches, on any clock.
pub(super) fn years(from: NaiveDateTime, to: NaiveDateTime) -> impl Iterator<Item = i32> {
    let day = TimeDelta::days(1);
    let first = from.checked_sub_signed(day).unwrap_or(from).year();
    let last = to.checked_add_signed(day).unwrap_or(to).year();
    // What lasts for centuries is a mistake; its beginning and its end are enough.
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
    fn changes_of_the_clock_stand_where_they_are() {
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
        assert_eq!([offset(0), offset(-12_600), offset(3208)], ["+0000", "-0330", "+005328"]);
    }
}
