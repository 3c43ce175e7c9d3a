//! Zones defined in the file: our own tables, and a comparison with the crate `rrule`.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use kurultai_schedule::model::SessionId;
use rrule::RRuleSet;

use super::{Numbers, calendar, check_output, event, found, read};

/// Returns the instants of all sessions in UTC.
fn instants(text: &str) -> Vec<String> {
    let schedule = read(text);
    let conference = &schedule.conference;
    let sessions = (0..conference.sessions.len()).map(|id| &conference.session(SessionId::new(id)).times);
    let instant =
        |at: Option<DateTime<Utc>>| at.map_or("?".to_owned(), |at| at.format("%Y-%m-%d %H:%M").to_string());
    sessions.map(|times| instant(conference.starts_at(times))).collect()
}

fn part(kind: &str, start: &str, from: &str, to: &str, more: &str) -> String {
    format!("BEGIN:{kind}\nDTSTART:{start}\nTZOFFSETFROM:{from}\nTZOFFSETTO:{to}\n{more}END:{kind}\n")
}

fn zone(parts: &str) -> String {
    format!("BEGIN:VTIMEZONE\nTZID:Custom Zone\n{parts}END:VTIMEZONE\n")
}

fn at(local: &str) -> String {
    event(&format!("DTSTART;TZID=Custom Zone:{local}\n"))
}

/// Returns a zone with daylight saving time from rule `forward` to rule `back`, and sessions in July and
/// December 2025.
fn summer_and_winter(offsets: [&str; 2], forward: &str, back: &str) -> String {
    let [winter, summer] = offsets;
    let forward = part("DAYLIGHT", "19700329T020000", winter, summer, &format!("RRULE:{forward}\n"));
    let back = part("STANDARD", "19701025T030000", summer, winter, &format!("RRULE:{back}\n"));
    calendar(&(zone(&(forward + &back)) + &at("20250701T100000") + &at("20251201T100000")))
}

const EUROPE: [&str; 2] = ["FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"];

#[test]
fn the_end_of_a_rule_of_a_zone_is_in_utc() {
    // The last transition is at the end of the rule.
    for (offsets, until, july) in [
        (["+0100", "+0200"], "20250330T010000Z", "08:00"),
        (["+0200", "+0300"], "20250330T000000Z", "07:00"),
        (["+0530", "+0630"], "20250329T203000Z", "03:30"),
        (["+1200", "+1300"], "20250329T140000Z", "21:00"),
        (["-0500", "-0400"], "20250330T070000Z", "14:00"),
        (["-0800", "-0700"], "20250330T100000Z", "17:00"),
    ] {
        let text = summer_and_winter(offsets, &format!("{};UNTIL={until}", EUROPE[0]), EUROPE[1]);
        let date = if july == "21:00" { "2025-06-30" } else { "2025-07-01" };
        assert_eq!(instants(&text)[0], format!("{date} {july}"), "{offsets:?}");
    }
    // One second earlier, the transition is excluded.
    let text =
        summer_and_winter(["+0100", "+0200"], &format!("{};UNTIL=20250330T005959Z", EUROPE[0]), EUROPE[1]);
    assert_eq!(instants(&text)[0], "2025-07-01 09:00");
    // Without a `Z`, or as a date, the end is in the local time before the transition.
    for until in ["20250330T020000", "20250330"] {
        let text = summer_and_winter(["+0100", "+0200"], &format!("{};UNTIL={until}", EUROPE[0]), EUROPE[1]);
        assert_eq!(instants(&text)[0], "2025-07-01 08:00", "{until}");
    }
}

#[test]
fn rules_of_zones_in_all_their_forms() {
    let days = "BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU";
    for forward in [
        format!("FREQ=YEARLY;BYMONTH=3;{days}"),
        format!("FREQ=YEARLY;{days};BYMONTH=3;WKST=MO"),
        "FREQ=YEARLY;BYMONTH=3;BYDAY=5SU,-1SU;BYSETPOS=-1".to_owned(),
        "FREQ=YEARLY;BYDAY=13SU".to_owned(),
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=30".to_owned(),
        "FREQ=YEARLY;BYYEARDAY=89".to_owned(),
        "FREQ=YEARLY".to_owned(),
        "FREQ=MONTHLY;INTERVAL=12;BYDAY=-1SU".to_owned(),
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=90".to_owned(),
    ] {
        let text = summer_and_winter(["+0100", "+0200"], &forward, EUROPE[1]);
        assert_eq!(instants(&text), ["2025-07-01 08:00", "2025-12-01 09:00"], "{forward}");
        assert!(!check_output(&read(&text)).contains("zone-not-followed"), "{forward}");
    }
}

#[test]
fn unsupported_zone_rules_are_reported_once() {
    for rule in ["FREQ=YEARLY;BYWEEKNO=13;BYDAY=SU", "FREQ=HOURLY", "FREQ=YEARLY;BYHOUR=2", "soon"] {
        let text = summer_and_winter(["+0100", "+0200"], rule, EUROPE[1]);
        assert_eq!(
            found(&read(&text))
                .iter()
                .filter(|(code, line)| (*code, *line) == ("zone-not-followed", 10))
                .count(),
            1,
            "{rule}"
        );
    }
    let text = summer_and_winter(["+0100", "+0200"], "FREQ=HOURLY", EUROPE[1]);
    let expected = "warning[zone-not-followed]: The file describes the time zone `Custom Zone` with `FREQ=HOURLY`, which is not followed; its times may be wrong by an hour.\n";
    let check_output = check_output(&read(&text)).replace("\n         ", " ");
    assert!(check_output.contains(expected), "{check_output}");
    // Unused zones are not reported.
    let unused = zone(&part("STANDARD", "19700101T000000", "+0100", "+0100", "RRULE:FREQ=HOURLY\n"));
    assert_eq!(found(&read(&calendar(&(unused + &event("DTSTART;TZID=Europe/Rome:20250701T100000\n"))))), []);
    for part in [
        "BEGIN:DAYLIGHT\nDTSTART:soon\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n",
        "BEGIN:DAYLIGHT\nTZOFFSETTO:soon\nEND:DAYLIGHT\n",
    ] {
        let parts = self::part("STANDARD", "19700101T000000", "+0100", "+0100", "") + part;
        let codes: Vec<_> = found(&read(&calendar(&(zone(&parts) + &at("20250701T100000")))))
            .iter()
            .map(|(code, _)| *code)
            .collect();
        assert!(codes.contains(&"zone-not-followed"), "{part}");
    }
}

#[test]
fn many_zones_are_limited_and_excess_is_reported() {
    let one = |n: usize| {
        let rule = part("STANDARD", "16010101T000000", "+0100", "+0100", "RRULE:FREQ=YEARLY;BYDAY=20MO\n");
        zone(&rule).replace("Custom Zone", &format!("Zone {n}"))
            + &at("20250701T100000").replace("Custom Zone", &format!("Zone {n}"))
    };
    let schedule = read(&calendar(&(0..100).map(one).collect::<String>()));
    assert_eq!(schedule.conference.sessions.len(), 100);
    assert!(found(&schedule).iter().any(|(code, _)| *code == "zone-not-followed"));
}

/// A zone, and its transitions according to another library.
struct Clock {
    text: String,
    /// Offsets in minutes, by the instant at which each begins.
    changes: BTreeMap<NaiveDateTime, i64>,
    before: i64,
}

fn offset(minutes: i64) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn stamp(local: NaiveDateTime) -> String {
    local.format("%Y%m%dT%H%M%S").to_string()
}

/// Returns the dates of a rule according to `rrule`.
fn days(rule: &str, start: NaiveDateTime, until: Option<NaiveDateTime>) -> Vec<NaiveDateTime> {
    let until = until.map_or(String::new(), |until| format!(";UNTIL={}Z", stamp(until)));
    let text = format!("DTSTART:{}Z\nRRULE:{rule}{until}\n", stamp(start));
    let set: RRuleSet = text.parse().expect("a rule");
    let last = NaiveDate::from_ymd_opt(2032, 1, 1).expect("a date").and_time(start.time()).and_utc();
    let all = set.before(last.with_timezone(&rrule::Tz::UTC)).all(1000);
    all.dates.iter().map(DateTime::naive_utc).collect()
}

impl Clock {
    fn random(numbers: &mut Numbers) -> Self {
        let mut clock = Self { text: String::new(), changes: BTreeMap::new(), before: 0 };
        let winter = 15 * i64::from(numbers.number(100)) - 11 * 60;
        let summer = winter + *numbers.one_of(&[60, 60, 60, 30, 120]);
        clock.before = winter;
        let (spring, autumn) = *numbers.one_of(&[(3, 10), (4, 9), (10, 3), (9, 4)]);
        let from = numbers.below(3);
        let hour = 1 + i64::from(numbers.number(22));
        // An earlier rule that ended and one that continues, or only dates.
        let end = 2018 + i32::try_from(numbers.below(8)).expect("small");
        for (is_summer, month) in [(true, spring), (false, autumn)] {
            let (from_minutes, to) = if is_summer { (winter, summer) } else { (summer, winter) };
            let regimes: &[(i32, Option<i32>)] = match from {
                0 => &[(1995, None)],
                1 => &[(1980, Some(end)), (end + 1, None)],
                _ => &[(2015, Some(2031))],
            };
            for (year, last) in regimes {
                let first = |year: i32| {
                    NaiveDate::from_ymd_opt(year, month, 1)
                        .expect("a date")
                        .and_hms_opt(0, 0, 0)
                        .expect("a time")
                };
                let rule = match numbers.below(5) {
                    0 => format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"),
                    1 => format!("FREQ=YEARLY;BYMONTH={month};BYDAY=2SU"),
                    2 => format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=FR"),
                    3 => format!("FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=24,25,26,27,28,29,30;BYMONTH={month}"),
                    _ => format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={}", 1 + numbers.below(28)),
                };
                let start = days(&rule, first(*year) + TimeDelta::hours(hour), None)[0];
                let utc = |local: NaiveDateTime| local - TimeDelta::minutes(from_minutes);
                let until = last.map(|last| {
                    let all = days(&rule, start, None);
                    *all.iter().rfind(|day| day.year() <= last).expect("one")
                });
                let onsets = days(&rule, start, until);
                let name = if is_summer { "DAYLIGHT" } else { "STANDARD" };
                let [from_text, to_text] = [from_minutes, to].map(offset);
                let more = if from == 2 {
                    let dates: Vec<String> = onsets[1..].iter().map(|at| stamp(*at)).collect();
                    format!("RDATE:{}\n", dates.join(","))
                } else {
                    let until = until.map_or(String::new(), |until| format!(";UNTIL={}Z", stamp(utc(until))));
                    format!("RRULE:{rule}{until}\n")
                };
                clock.text += &part(name, &stamp(start), &from_text, &to_text, &more);
                clock.changes.extend(onsets.into_iter().map(|local| (utc(local), to)));
            }
        }
        clock.before =
            clock.changes.values().next().map_or(winter, |to| if *to == winter { summer } else { winter });
        clock
    }

    fn offset(&self, utc: NaiveDateTime) -> i64 {
        self.changes.range(..=utc).next_back().map_or(self.before, |(_, to)| *to)
    }

    /// Returns the first instant at which a local time occurs; `None` if it never does.
    fn instant(&self, local: NaiveDateTime) -> Option<NaiveDateTime> {
        let mut offsets: Vec<i64> = self.changes.values().copied().chain([self.before]).collect();
        // The larger the offset, the earlier the instant.
        offsets.sort_unstable_by_key(|minutes| -minutes);
        let instants = offsets.into_iter().map(|minutes| (local - TimeDelta::minutes(minutes), minutes));
        instants.into_iter().find(|(utc, minutes)| self.offset(*utc) == *minutes).map(|(utc, _)| utc)
    }
}

#[test]
fn random_zones_match_another_library() {
    let mut numbers = Numbers(1_883);
    let mut compared = 0;
    for _ in 0..100 {
        let clock = Clock::random(&mut numbers);
        let mut times: Vec<NaiveDateTime> = Vec::new();
        for _ in 0..20 {
            let day = NaiveDate::from_ymd_opt(2012, 1, 1).expect("a date")
                + Days::new(u64::from(numbers.number(6500)));
            times.push(day.and_hms_opt(numbers.number(24), 15, 0).expect("a time"));
        }
        // Errors are likely around transitions.
        let near: Vec<(NaiveDateTime, i64)> = clock.changes.iter().map(|(utc, to)| (*utc, *to)).collect();
        for _ in 0..20 {
            let (utc, to) = numbers.one_of(&near);
            let minutes = 15 * i64::from(numbers.number(32)) - 240;
            times.push(*utc + TimeDelta::minutes(*to + minutes));
        }
        let sessions: String = times.iter().map(|time| at(&stamp(*time))).collect();
        let text = calendar(&(zone(&clock.text) + &sessions));
        assert!(!check_output(&read(&text)).contains("zone-not-followed"), "{text}");
        for (time, seen) in times.iter().zip(instants(&text)) {
            // A skipped time cannot be compared.
            let Some(expected) = clock.instant(*time) else { continue };
            assert_eq!(seen, expected.format("%Y-%m-%d %H:%M").to_string(), "{time}\n{}", clock.text);
            compared += 1;
        }
    }
    assert!(compared > 3500, "{compared}");
}
