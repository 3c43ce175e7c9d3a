//! Recurrence rules: our own tables, and a comparison with the crate `rrule` on a thousand rules.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use kurultai_schedule::model::SessionId;
use rrule::RRuleSet;

use super::{Numbers, calendar, check, check_output, event, found, read};

#[test]
fn rules_by_months_and_years_are_followed() {
    let tea = |rule: &str| {
        let start = "UID:1\nSUMMARY:Tea\nDTSTART;TZID=Europe/Berlin:20250106T180000\n";
        calendar(&event(&format!("{start}RRULE:{rule}\n")))
    };
    let first = "01-06, 18:00, “Tea”, guid 1";
    check(
        &tea("FREQ=MONTHLY;BYDAY=1MO;COUNT=3"),
        &[first, "02-03, 18:00, “Tea”, as 0", "03-03, 18:00, “Tea”, as 0"],
        &[],
    );
    check(
        &tea("FREQ=MONTHLY;BYMONTHDAY=-1,15;UNTIL=20250131"),
        &[first, "01-15, 18:00, “Tea”, as 0", "01-31, 18:00, “Tea”, as 0"],
        &[],
    );
    check(
        &tea("BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR;FREQ=MONTHLY;UNTIL=20250228T170000Z"),
        &[first, "01-31, 18:00, “Tea”, as 0", "02-28, 18:00, “Tea”, as 0"],
        &[],
    );
    check(&tea("FREQ=YEARLY"), &[first, "01-06, 18:00, “Tea”, as 0"], &[("repeats-on", 8)]);
    check(&tea("freq=yearly;bymonth=7;count=2"), &[first, "07-06, 18:00, “Tea”, as 0"], &[]);
}

#[test]
fn a_rule_without_end_is_shown_for_400_days() {
    let weekly = event("SUMMARY:Tea\nDTSTART;TZID=Europe/Berlin:20241231T200000\nRRULE:FREQ=WEEKLY\n");
    let schedule = read(&calendar(&weekly));
    assert_eq!(schedule.conference.sessions.len(), 58);
    assert_eq!(
        check_output(&schedule),
        "invented.ics:7:1: hint[repeats-on]: The session repeats by `FREQ=WEEKLY`; it is shown until 2026-02-04, 400 days after it begins.\n  |\n7 | RRULE:FREQ=WEEKLY\n  | ^^^^^^^^^^^^^^^^^\n"
    );
    for (rule, count) in
        [("FREQ=DAILY", 401), ("FREQ=MONTHLY;BYDAY=1MO", 14), ("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", 2)]
    {
        let text = event(&format!("SUMMARY:Tea\nDTSTART;TZID=Europe/Berlin:20250106T200000\nRRULE:{rule}\n"));
        let schedule = read(&calendar(&text));
        assert_eq!(
            (schedule.conference.sessions.len(), found(&schedule)),
            (count, vec![("repeats-on", 7)]),
            "{rule}"
        );
    }
}

#[test]
fn the_end_of_a_rule_is_an_instant_in_any_zone() {
    let from = |zone: &str, start: &str, until: &str| {
        let text = event(&format!("DTSTART;TZID={zone}:{start}\nRRULE:FREQ=WEEKLY;UNTIL={until}\n"));
        // A session in another zone leaves the conference without a zone.
        calendar(&(text + &event("DTSTART;TZID=Asia/Tokyo:20250101T090000\n")))
    };
    let count = |text: &str| read(text).conference.sessions.len() - 1;
    // Across DST changes in both directions, to the second.
    for (zone, start, until, sessions) in [
        ("Europe/Berlin", "20250321T090000", "20250404T070000Z", 3),
        ("Europe/Berlin", "20250321T090000", "20250404T065959Z", 2),
        ("America/New_York", "20251024T090000", "20251107T140000Z", 3),
        ("America/New_York", "20251024T090000", "20251107T135959Z", 2),
        ("Pacific/Auckland", "20250328T090000", "20250410T210000Z", 3),
        ("Pacific/Auckland", "20250328T090000", "20250410T205959Z", 2),
    ] {
        assert_eq!(count(&from(zone, start, until)), sessions, "{zone} {until}");
    }
}

#[test]
fn dates_of_a_second_rule_and_of_none_count() {
    let start = "SUMMARY:Tea\nDTSTART;TZID=Europe/Berlin:20250106T180000\n";
    check(
        &calendar(&event(&format!("{start}RRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2\n"))),
        &["01-06, 18:00, “Tea”", "01-07, 18:00, “Tea”, as 0", "01-13, 18:00, “Tea”, as 0"],
        &[],
    );
    check(
        &calendar(&event(&format!(
            "{start}RRULE:FREQ=DAILY;COUNT=4\nEXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2\n"
        ))),
        &["01-06, 18:00, “Tea”", "01-07, 18:00, “Tea”, as 0", "01-09, 18:00, “Tea”, as 0"],
        &[],
    );
}

#[test]
fn long_lists_of_dates_are_bounded() {
    let dates: Vec<String> =
        (0..15_000).map(|n| format!("20250106T{:02}{:02}{:02}", n / 3600, n / 60 % 60, n % 60)).collect();
    let text = event(&format!("DTSTART:20250101T000000Z\nRDATE:{}\n", dates.join(",")));
    let schedule = read(&calendar(&text));
    assert_eq!(schedule.conference.sessions.len(), 8_000);
    assert!(found(&schedule).contains(&("rule-not-followed", 6)));
    let text =
        event(&format!("DTSTART:20250101T000000Z\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:{}\n", dates.join(",")));
    assert_eq!(read(&calendar(&text)).conference.sessions.len(), 3);
    let days: Vec<String> = (0..15_000).map(|n| (n % 31 + 1).to_string()).collect();
    let text =
        event(&format!("DTSTART:20250101T000000Z\nRRULE:FREQ=MONTHLY;BYMONTHDAY={}\n", days.join(",")));
    let schedule = read(&calendar(&text));
    assert_eq!(schedule.conference.sessions.len(), 1);
    assert!(found(&schedule).contains(&("rule-not-followed", 6)));
    // Rules that never match share a limit on steps.
    let never = event("DTSTART:20250101T000000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\n");
    assert_eq!(read(&calendar(&never.repeat(6000))).conference.sessions.len(), 6000);
}

/// A rule with its context.
struct Case {
    start: NaiveDateTime,
    zone: &'static str,
    rule: String,
    until: Option<(Until, NaiveDateTime)>,
}

#[derive(Clone, Copy)]
enum Until {
    Utc,
    Local,
    Date,
}

const ZONES: [&str; 7] = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "America/Los_Angeles",
];
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn some<T: ToString>(numbers: &mut Numbers, most: usize, mut make: impl FnMut(&mut Numbers) -> T) -> String {
    let count = 1 + numbers.below(most);
    let parts: Vec<String> = (0..count).map(|_| make(numbers).to_string()).collect();
    parts.join(",")
}

fn case(numbers: &mut Numbers) -> Case {
    let zone = ZONES[numbers.below(ZONES.len())];
    let units = ["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY", "HOURLY"];
    let unit = *numbers.one_of(&units);
    let mut rule = format!("FREQ={unit}");
    if numbers.percent(40) {
        rule += &format!(";INTERVAL={}", 1 + numbers.below(5));
    }
    let is_long = matches!(unit, "MONTHLY" | "YEARLY");
    let mut has_days = false;
    if numbers.percent(55) {
        let is_numbered = is_long && numbers.percent(50);
        let day = |numbers: &mut Numbers| {
            let which = if is_numbered { *numbers.one_of(&["1", "2", "3", "-1", "-2", "4"]) } else { "" };
            format!("{which}{}", numbers.one_of(&DAYS))
        };
        rule += &format!(";BYDAY={}", some(numbers, 3, day));
        has_days = true;
    }
    if unit != "WEEKLY" && numbers.percent(30) {
        let day = |numbers: &mut Numbers| {
            let day = 1 + numbers.below(31);
            if numbers.percent(25) { format!("-{day}") } else { day.to_string() }
        };
        rule += &format!(";BYMONTHDAY={}", some(numbers, 8, day));
        has_days = true;
    }
    if numbers.percent(30) {
        rule += &format!(";BYMONTH={}", some(numbers, 4, |numbers| 1 + numbers.below(12)));
    }
    if unit == "YEARLY" && numbers.percent(10) {
        rule += &format!(";BYYEARDAY={}", some(numbers, 4, |numbers| 1 + numbers.below(366)));
    }
    if unit == "YEARLY" && numbers.percent(3) {
        rule += ";BYWEEKNO=20";
    }
    if has_days && is_long && numbers.percent(15) {
        rule += &format!(";BYSETPOS={}", numbers.one_of(&["1", "-1", "2", "1,-1"]));
    }
    if numbers.percent(25) {
        rule += &format!(";WKST={}", numbers.one_of(&DAYS));
    }
    let date =
        NaiveDate::from_ymd_opt(2023, 1, 1).expect("a date") + Days::new(u64::from(numbers.number(1200)));
    // There are no DST changes at these times.
    let time = NaiveTime::from_hms_opt(6 + numbers.number(16), 15 * numbers.number(4), 0).expect("a time");
    let mut until = None;
    match numbers.below(3) {
        0 => rule += &format!(";COUNT={}", 1 + numbers.below(40)),
        1 => {
            let end = date.and_time(time) + TimeDelta::minutes(15 * i64::from(numbers.number(600 * 96)));
            until = Some((*numbers.one_of(&[Until::Utc, Until::Local, Until::Date]), end));
        }
        _ => {}
    }
    Case { start: date.and_time(time), zone, rule, until }
}

fn stamp(local: NaiveDateTime) -> String {
    local.format("%Y%m%dT%H%M%S").to_string()
}

impl Case {
    fn utc(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let zone: chrono_tz::Tz = self.zone.parse().expect("a zone");
        local.and_local_timezone(zone).earliest().map_or_else(|| local.and_utc(), |it| it.to_utc())
    }

    /// Returns the rule for `rrule`, which requires an end in UTC.
    fn strict(&self) -> String {
        let until = self.until.map(|(until, end)| match until {
            Until::Date => {
                self.utc(end.date().and_time(NaiveTime::from_hms_opt(23, 59, 59).expect("a time")))
            }
            _ => self.utc(end),
        });
        let until = until.map_or(String::new(), |end| format!(";UNTIL={}Z", stamp(end.naive_utc())));
        format!("{}{until}", self.rule)
    }

    /// Returns the rule as written in calendars.
    fn written(&self) -> String {
        let until = self.until.map_or(String::new(), |(until, end)| match until {
            Until::Utc => format!(";UNTIL={}Z", stamp(self.utc(end).naive_utc())),
            Until::Local => format!(";UNTIL={}", stamp(end)),
            Until::Date => format!(";UNTIL={}", end.date().format("%Y%m%d")),
        });
        format!("{}{until}", self.rule)
    }

    fn at(&self, name: &str, local: NaiveDateTime) -> String {
        format!("{name};TZID={}:{}\n", self.zone, stamp(local))
    }

    /// Returns the instants that `rrule` finds in the first 400 days; `None` if it rejects the rule.
    fn expected(&self) -> Option<Vec<DateTime<Utc>>> {
        let text = format!("{}RRULE:{}\n", self.at("DTSTART", self.start), self.strict());
        let set: RRuleSet = text.parse().ok()?;
        let last = (self.start.date() + Days::new(401)).and_time(NaiveTime::MIN).and_utc();
        let zone: chrono_tz::Tz = self.zone.parse().expect("a zone");
        let last =
            last.naive_utc().and_local_timezone(zone).earliest().expect("a time") - TimeDelta::seconds(1);
        let all = set.before(last.with_timezone(&rrule::Tz::UTC)).all(1000);
        Some(all.dates.iter().map(DateTime::to_utc).collect())
    }
}

#[test]
fn a_thousand_rules_are_followed_as_another_library_does() {
    let mut numbers = Numbers(2_025);
    let (mut compared, mut unfollowed) = (0, 0);
    while compared + unfollowed < 1000 {
        let mut case = case(&mut numbers);
        // The result is undefined if the rule does not match the start.
        let Some(first) = case.expected().and_then(|dates| dates.first().copied()) else { continue };
        let zone: chrono_tz::Tz = case.zone.parse().expect("a zone");
        case.start = first.with_timezone(&zone).naive_local();
        let Some(expected) = case.expected().filter(|dates| dates.first() == Some(&first)) else { continue };
        let mut expected: BTreeSet<DateTime<Utc>> = expected.into_iter().collect();

        let mut lines = case.at("DTSTART", case.start) + &format!("RRULE:{}\n", case.written());
        for _ in 0..numbers.below(4).min(expected.len() - 1) {
            let at = numbers.below(expected.len());
            let gone = *expected.iter().nth(at).expect("it is there");
            expected.remove(&gone);
            let local = gone.with_timezone(&zone).naive_local();
            lines += &match numbers.below(3) {
                0 => case.at("EXDATE", local),
                1 => format!("EXDATE:{}Z\n", stamp(gone.naive_utc())),
                _ => format!("EXDATE;VALUE=DATE:{}\n", local.date().format("%Y%m%d")),
            };
        }
        if numbers.percent(20) {
            let more = case.start + TimeDelta::minutes(60 * i64::from(numbers.number(1000)) + 7);
            let day = more.date().format("%Y%m%d").to_string();
            if !lines.contains(&format!("VALUE=DATE:{day}")) {
                lines += &case.at("RDATE", more);
                expected.insert(case.utc(more));
            }
        }
        let schedule = read(&calendar(&event(&lines)));
        let conference = &schedule.conference;
        let sessions = (0..conference.sessions.len()).map(|id| &conference.session(SessionId::new(id)).times);
        let seen: BTreeSet<DateTime<Utc>> =
            sessions.filter_map(|times| conference.starts_at(times)).collect();
        let codes: Vec<&str> = found(&schedule).iter().map(|(code, _)| *code).collect();
        if codes.contains(&"rule-not-followed") {
            assert!(lines.contains("HOURLY") || lines.contains("BYWEEKNO"), "{lines}");
            unfollowed += 1;
            continue;
        }
        assert_eq!(seen, expected, "{lines}{codes:?}");
        compared += 1;
    }
    assert!(compared > 850, "{compared} compared, {unfollowed} not followed");
}
