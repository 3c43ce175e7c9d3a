//! The days of a plan: rows, free time and advice.

use kurultai_schedule::model::BusyBlock;

use super::Planned;
use super::times::{at, busy};
use super::words::plan_lines;

#[track_caller]
fn check(planned: &Planned, expected: &[&str]) {
    let lines = plan_lines(planned, "en");
    assert_eq!(lines, expected, "\n{}", lines.join("\n"));
}

/// Returns a schedule of sessions on 1 February with letters as titles.
fn day(sessions: &str) -> String {
    format!(
        "title = 't'\nwalking = {{ same = 2, other = 8 }}\nrooms = [{{ name = 'H', building = 'H' }}, \
         {{ name = 'K', building = 'K' }}]\nagenda = [\n{sessions}]\n"
    )
    .replace("on 1", "date = 2025-02-01, start")
    .replace("on 2", "date = 2025-02-02, start")
}

#[test]
fn days_are_in_order_and_nights_belong_to_the_evening_before() {
    let text = day("{ title = 'n', on 2 = '00:30', end = '01:00' },\n\
         { title = 'a', on 1 = '22:00', end = '23:30' },\n\
         { title = 'b', on 2 = '09:00', end = '10:00' },\n\
         { title = 'w', date = 2025-02-02, all_day = true },\n\
         { title = 'u' },\n\
         { title = 'x', start = '08:00' },\n\
         { title = 'z', on 1 = '07:00' },\n");
    let planned = Planned::read(&text, "nabwux", vec![busy(at(2, 1, 0), at(2, 2, 0))]);
    check(
        &planned,
        &[
            "Sat 1 Feb",
            "  22:00 a",
            "  1 h free",
            "  00:30 n",
            "  01:00–02:00 busy",
            "Sun 2 Feb",
            "  09:00 b",
            "  untimed: w",
            "no day",
            "  untimed: u x",
        ],
    );
}

#[test]
fn cancelled_picks_are_listed_but_take_no_time() {
    let text = day("{ title = 'a', on 1 = '09:00', end = '10:00' },\n\
         { title = 'c', on 1 = '09:30', end = '11:00', status = 'cancelled' },\n\
         { title = 'b', on 1 = '10:45', end = '11:00' },\n\
         { title = 'o', on 1 = '11:10' },\n\
         { title = 'd', on 1 = '12:00', end = '13:00' },\n");
    check(
        &Planned::read(&text, "aCbod", Vec::new()),
        &[
            "Sat 1 Feb",
            "  09:00 a",
            "  09:30 c",
            "  45 min free",
            "  10:45 b",
            "  11:10 o",
            "  12:00 d",
            "“c” is left out: cancelled",
        ],
    );
}

#[test]
fn sessions_that_continue_on_another_day_are_not_free_time() {
    let text = day("{ title = 'a', on 1 = '09:00', end = 2025-02-02T11:00:00 },\n\
         { title = 'b', on 2 = '08:00', end = '09:00' },\n\
         { title = 'c', on 2 = '12:00', end = '13:00' },\n");
    check(
        &Planned::read(&text, "abc", Vec::new()),
        &[
            "Sat 1 Feb",
            "  09:00 a",
            "    overlaps “b” by 1 h",
            "    → choose one of the two",
            "Sun 2 Feb",
            "  08:00 b",
            "    overlaps “a” by 1 h",
            "    → choose one of the two",
            "  1 h free",
            "  12:00 c",
            "“b” is left out: overlaps “a” by 1 h",
        ],
    );
}

#[test]
fn equal_conflicts_leave_the_choice_to_the_user() {
    let same = |name: &str| format!("{{ title = '{name}', on 1 = '09:00', end = '10:00' }},\n");
    let planned = Planned::read(&day(&["a", "b", "c"].map(same).concat()), "ABC", Vec::new());
    check(
        &planned,
        &[
            "Sat 1 Feb",
            "  09:00 a",
            "    overlaps “b” (must) by 1 h",
            "    → choose one of the two",
            "    overlaps “c” (must) by 1 h",
            "    → choose one of the two",
            "  09:00 b",
            "    overlaps “a” (must) by 1 h",
            "    → choose one of the two",
            "    overlaps “c” (must) by 1 h",
            "    → choose one of the two",
            "  09:00 c",
            "    overlaps “a” (must) by 1 h",
            "    → choose one of the two",
            "    overlaps “b” (must) by 1 h",
            "    → choose one of the two",
            "“b” is left out: overlaps “a” (must) by 1 h",
            "“c” is left out: overlaps “a” (must) by 1 h",
        ],
    );
}

#[test]
fn the_repeated_session_of_a_conflict_moves() {
    let text = day("{ title = 'a', id = 'a', on 1 = '09:00', end = '10:00', room = 'H' },\n\
         { title = 'b', on 1 = '09:30', end = '10:30', room = 'K' },\n\
         { title = 'a, again', same_as = 'a', on 2 = '14:00', end = '15:00', room = 'K' },\n");
    let moves = [
        "Sat 1 Feb",
        "  09:00 a",
        "    overlaps “b” by 30 min",
        "    → “a” has a repeat that fits: Sun 2 Feb 14:00, K",
        "  09:30 b",
        "    overlaps “a” (must) by 30 min",
        "    → “a” has a repeat that fits: Sun 2 Feb 14:00, K",
        "“a” is moved to its repeat: Sun 2 Feb 14:00, K",
    ];
    check(&Planned::read(&text, "Ab", Vec::new()), &moves);
    // The user is busy at the time of the repeat.
    let lunch = BusyBlock {
        title: Some(kurultai_schedule::text::SafeText::line("Lunch")),
        ..busy(at(2, 14, 0), at(2, 14, 30))
    };
    let lines = plan_lines(&Planned::read(&text, "Ab", vec![lunch]), "en");
    assert_eq!(lines[3], "    → leave out “b”: it is only a maybe");
    assert_eq!(lines.last().unwrap(), "“b” is left out: overlaps “a” (must) by 30 min");
}

#[test]
fn a_few_minutes_are_missed_or_one_session_is_dropped() {
    let pair = |first: &str, second: &str, picked: &str| {
        let text = day(&format!("{{ title = 'a', {first} }},\n{{ title = 'b', {second} }},\n"));
        let lines = plan_lines(&Planned::read(&text, picked, Vec::new()), "en");
        let advice = lines.iter().filter_map(|line| line.trim().strip_prefix("→ ")).map(str::to_owned);
        let mut advice: Vec<String> = advice.collect();
        advice.dedup();
        // Both sides have the same advice.
        assert_eq!(advice.len(), 1, "{lines:?}");
        advice.remove(0)
    };
    let (nine, ten) = ("on 1 = '09:00', end = '10:05'", "on 1 = '10:00', end = '11:00'");
    assert_eq!(pair(nine, ten, "ab"), "leave “a” 5 min early");
    assert_eq!(pair(nine, ten, "Ab"), "come to “b” 5 min late");
    assert_eq!(pair(nine, ten, "aB"), "leave “a” 5 min early");
    // Including the walk, 13 minutes would be missed, which is too much.
    let (in_h, in_k) = (format!("{nine}, room = 'H'"), format!("{ten}, room = 'K'"));
    assert_eq!(pair(&in_h, &in_k, "ab"), "choose one of the two");
    assert_eq!(pair(&in_h, &in_k, "Ab"), "leave out “b”: it is only a maybe");
    let walk = pair(&in_h.replace("05", "00"), &in_k.replace("00'", "03'"), "ab");
    assert_eq!(walk, "leave “a” 5 min early");
    // Five minutes of five are the whole session.
    assert_eq!(
        pair("on 1 = '09:55', end = '10:05'", "on 1 = '10:00', end = '10:10'", "ab"),
        "choose one of the two"
    );
    assert_eq!(
        pair("on 1 = '09:00', end = '11:00'", "on 1 = '10:00', end = '10:05'", "ab"),
        "choose one of the two"
    );
}

#[test]
fn advice_leads_to_one_plan() {
    let text = day("{ title = 'a', on 1 = '09:00', end = '10:00' },\n\
         { title = 'b', on 1 = '09:30', end = '10:30' },\n\
         { title = 'c', on 1 = '10:00', end = '11:00' },\n");
    check(
        &Planned::read(&text, "ABC", Vec::new()),
        &[
            "Sat 1 Feb",
            "  09:00 a",
            "    overlaps “b” (must) by 30 min",
            "    → leave out “b”: more of your plan fits then",
            "  09:30 b",
            "    overlaps “a” (must) by 30 min",
            "    → leave out “b”: more of your plan fits then",
            "    overlaps “c” (must) by 30 min",
            "    → leave out “b”: more of your plan fits then",
            "  10:00 c",
            "    overlaps “b” (must) by 30 min",
            "    → leave out “b”: more of your plan fits then",
            "“b” is left out: overlaps “a” (must) by 30 min; overlaps “c” (must) by 30 min",
        ],
    );
    // If the third does not fit in any case, neither of the others is preferable.
    check(
        &Planned::read(&text, "ABC", vec![busy(at(1, 10, 40), at(1, 12, 0))]),
        &[
            "Sat 1 Feb",
            "  09:00 a",
            "    overlaps “b” (must) by 30 min",
            "    → choose one of the two",
            "  09:30 b",
            "    overlaps “a” (must) by 30 min",
            "    → choose one of the two",
            "    overlaps “c” (must) by 30 min",
            "    → leave out “c”: you are busy then",
            "  10:00 c",
            "    overlaps “b” (must) by 30 min",
            "    → leave out “c”: you are busy then",
            "    overlaps your own time 10:40–12:00 by 20 min",
            "    → leave out “c”: you are busy then",
            "  10:40–12:00 busy",
            "“b” is left out: overlaps “a” (must) by 30 min",
            "“c” is left out: overlaps your own time 10:40–12:00 by 20 min",
        ],
    );
}

#[test]
fn in_the_hour_that_comes_twice_days_are_in_order_of_instants() {
    let night = |zone: &str, sessions: [(&str, &str, u32); 3]| {
        let session = |(title, start, minutes): (&str, &str, u32)| {
            format!("{{ title = '{title}', start = {start}, duration = {minutes} }},\n")
        };
        format!("title = 't'\ntimezone = '{zone}'\nagenda = [\n{}]\n", sessions.map(session).concat())
    };
    for (zone, sessions, day) in [
        (
            "Europe/Berlin",
            [
                ("b", "2026-10-25T02:15:00+01:00", 30),
                ("a", "2026-10-25T02:30:00+02:00", 30),
                ("c", "2026-10-25T03:50:00+01:00", 5),
            ],
            ["Sat 24 Oct", "  02:30 a", "  15 min free", "  02:15 b", "  1 h 5 min free", "  03:50 c"],
        ),
        (
            "America/New_York",
            [
                ("a", "2026-11-01T01:50:00-04:00", 10),
                ("b", "2026-11-01T01:20:00-05:00", 40),
                ("c", "2026-11-01T02:30:00-05:00", 5),
            ],
            ["Sat 31 Oct", "  01:50 a", "  20 min free", "  01:20 b", "  30 min free", "  02:30 c"],
        ),
        // Across an hour skipped by DST, there is less free time than the local times suggest.
        (
            "Europe/Berlin",
            [
                ("a", "2026-03-29T01:00:00+01:00", 30),
                ("b", "2026-03-29T03:00:00+02:00", 30),
                ("c", "2026-03-29T03:45:00+02:00", 5),
            ],
            ["Sat 28 Mar", "  01:00 a", "  30 min free", "  03:00 b", "  15 min free", "  03:45 c"],
        ),
    ] {
        check(&Planned::read(&night(zone, sessions), "abc", Vec::new()), &day);
    }
}

#[test]
fn a_busy_time_that_clocks_skip_is_shown_as_clocks_show_it() {
    let local = |text: &str| text.parse().expect("a local time");
    for (zone, session, [start, end], day) in [
        (
            "Europe/Berlin",
            "2026-03-29T03:00:00+02:00",
            ["2026-03-29T02:40:00", "2026-03-29T04:10:00"],
            ["Sat 28 Mar", "  03:00 a", "  30 min free", "  03:40–04:10 busy"],
        ),
        (
            "America/New_York",
            "2026-03-08T03:10:00-04:00",
            ["2026-03-08T02:50:00", "2026-03-08T02:55:00"],
            ["Sat 7 Mar", "  03:10 a", "  30 min free", "  03:50–03:55 busy"],
        ),
        // It ends before it begins, so only its length is certain.
        (
            "Europe/Brussels",
            "2025-03-30T03:00:00+02:00",
            ["2025-03-30T02:30:00", "2025-03-30T03:00:00"],
            ["Sat 29 Mar", "  03:00 a", "  20 min free", "  03:30–04:00 busy"],
        ),
        // Only half an hour is skipped here; the end exists.
        (
            "Australia/Lord_Howe",
            "2026-10-04T01:30:00+10:30",
            ["2026-10-04T02:20:00", "2026-10-04T03:00:00"],
            ["Sat 3 Oct", "  01:30 a", "  40 min free", "  02:50–03:00 busy"],
        ),
    ] {
        let text = format!(
            "title = 't'\ntimezone = '{zone}'\nagenda = [{{ title = 'a', start = {session}, duration = 10 }}]\n"
        );
        let busy = BusyBlock { start: local(start), end: local(end), title: None };
        check(&Planned::read(&text, "a", vec![busy]), &day);
    }
}

#[test]
fn free_time_is_the_time_that_elapses() {
    let row =
        |(title, start): (&str, &str)| format!("{{ title = '{title}', start = {start}, duration = 30 }},\n");
    let day = |a: &str, b: &str| {
        // Without a zone, the last session has no instant, so local times determine the order.
        let sessions = [("a", a), ("b", b), ("c", "2025-02-01T20:00:00")].map(row).concat();
        let lines = plan_lines(
            &Planned::read(&format!("title = 't'\nagenda = [\n{sessions}]\n"), "abc", Vec::new()),
            "en",
        );
        lines.into_iter().filter(|line| line.ends_with("free")).collect::<Vec<_>>()
    };
    let rest = "  8 h 30 min free";
    assert_eq!(day("2025-02-01T09:00:00+01:00", "2025-02-01T11:00:00+01:00"), ["  1 h 30 min free", rest]);
    // An hour and a half in local time; 14 minutes, zero and a negative time elapse.
    assert_eq!(day("2025-02-01T09:00:00+01:00", "2025-02-01T11:00:00+02:16"), [rest]);
    assert_eq!(day("2025-02-01T09:00:00+01:00", "2025-02-01T11:00:00+02:30"), [rest]);
    assert_eq!(day("2025-02-01T09:00:00+01:00", "2025-02-01T11:00:00+04:00"), [rest]);
    // Five minutes in local time; 65 minutes elapse.
    assert_eq!(day("2025-02-01T10:25:00+02:00", "2025-02-01T11:00:00+01:00"), ["  1 h 5 min free", rest]);
}
