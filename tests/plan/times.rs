//! Conflicts in time: nights, DST changes, unknown ends, walks; and repeats of sessions.

use chrono::{NaiveDate, NaiveDateTime};
use kurultai_schedule::model::{BusyBlock, SessionId};
use kurultai_schedule::plan::{Commitment, ConflictKind};

use super::Planned;

pub(crate) fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2025, 2, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

pub(crate) fn busy(start: NaiveDateTime, end: NaiveDateTime) -> BusyBlock {
    BusyBlock { start, end, title: None }
}

/// Checks all conflicts of a few sessions: `ab 20` overlap by 20 minutes, `ab ?` by an unknown time, `ab 5/8`
/// have 5 minutes for a walk of 8. The titles of the sessions are `a`, `b`, …; `top` is the rest of the file.
#[track_caller]
fn check(top: &str, sessions: &str, expected: &str) {
    let sessions = sessions.split(';').zip('a'..);
    let sessions =
        sessions.map(|(session, name)| format!("{{ title = '{name}', id = '{name}',{session} }},\n"));
    let sessions = sessions.collect::<Vec<_>>().concat();
    let planned = Planned::read(&format!("title = 't'\n{top}\nagenda = [\n{sessions}]\n"), "", Vec::new());
    let count = planned.conference.sessions.len();
    let mut found = Vec::new();
    for (one, other) in (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other))) {
        let parties = [one, other].map(|at| Commitment::Session(SessionId::new(at)));
        let name = [one, other].map(|at| planned.title(SessionId::new(at))).concat();
        match planned.checker().conflict_kind(parties[0], parties[1]) {
            Some(ConflictKind::Overlap { minutes: Some(minutes) }) => found.push(format!("{name} {minutes}")),
            Some(ConflictKind::Overlap { minutes: None }) => found.push(format!("{name} ?")),
            Some(ConflictKind::Walk { needed, free, .. }) => found.push(format!("{name} {free}/{needed}")),
            None => {}
        }
    }
    assert_eq!(found.join(", "), expected);
}

#[test]
fn overlapping_sessions_conflict() {
    let day = "date = 2025-02-01";
    check(day, "start = '09:00', end = '10:00'; start = '10:00', end = '11:00'", "");
    check(day, "start = '09:00', end = '10:01'; start = '10:00', end = '11:00'", "ab 1");
    check(day, "start = '09:00', end = '10:00'; start = '09:00', end = '10:00'", "ab 60");
    check(day, "start = '09:00', end = '12:00'; start = '10:00', end = '10:05'", "ab 5");
    check(day, "start = '09:00:00', end = '10:00:30'; start = '10:00', end = '11:00'", "ab 1");
}

#[test]
fn an_unknown_end_conflicts_at_its_start() {
    let day = "date = 2025-02-01";
    check(day, "start = '09:30'; start = '09:00', end = '10:00'; start = '09:31'", "ab ?, bc ?");
    check(day, "start = '09:00'; start = '09:00'", "ab ?");
    check(day, "start = '10:00'; start = '09:00', end = '10:00'", "");
}

#[test]
fn untimed_sessions_never_conflict() {
    check(
        "date = 2025-02-01",
        " start = '09:00', end = '10:00'; all_day = true; end = '09:30'; status = 'cancelled', start = '09:00';\
         status = 'postponed', start = '09:00', end = '10:00'; duration = 30",
        "",
    );
    check(
        "start = 2025-02-01\nend = 2025-02-02",
        "start = '09:00', end = '10:00'; start = '09:00', end = '10:00'",
        "",
    );
}

#[test]
fn nights_and_ends_of_months_are_no_borders() {
    let night = "date = 2025-02-01, start = '23:00', end = '01:00'; date = 2025-02-02, start = '00:30', end = '01:30'";
    check("", night, "ab 30");
    check("", &night.replace("2025-02-02", "2025-02-03"), "");
    let year = "date = 2024-12-31, start = '23:30', end = '00:30'; date = 2025-01-01, start = '00:00', end = '01:00'";
    check("", year, "ab 30");
    let leap = "date = 2024-02-28, start = '23:30', end = '00:30'; date = 2024-02-29, start = '00:15', duration = 10";
    check("", leap, "ab 10");
}

#[test]
fn in_a_night_of_changed_clocks_instants_count() {
    let spring =
        "start = 2025-03-30T01:30:00, end = 2025-03-30T03:30:00; start = 2025-03-30T03:00:00, duration = 60";
    check("", spring, "ab 30");
    check("timezone = 'Europe/Brussels'", spring, "ab 30");
    // In this night, until half past three in local time is one hour.
    let meets =
        "start = 2025-03-30T01:30:00, end = 2025-03-30T03:30:00; start = 2025-03-30T03:30:00, duration = 60";
    check("timezone = 'Europe/Brussels'", meets, "");
}

#[test]
fn offsets_tell_clocks_apart_where_no_zone_does() {
    let same =
        "start = 2025-02-01T10:00:00+01:00, duration = 60; start = 2025-02-01T10:00:00+00:00, duration = 60";
    check("", same, "");
    let other =
        "start = 2025-02-01T10:00:00+01:00, duration = 60; start = 2025-02-01T09:30:00+00:00, duration = 60";
    check("", other, "ab 30");
    // Without an offset, only the local time is known.
    check("", &other.replace("+00:00", ""), "ab 30");
}

#[test]
fn parts_do_not_collide_with_their_whole_at_any_depth() {
    let deep = "start = '09:00', end = '12:00'; part_of = 'a', start = '09:00', end = '11:00';\
                part_of = 'b', start = '09:30', end = '10:00'; part_of = 'a', start = '09:45', end = '10:15'";
    check("date = 2025-02-01", deep, "bd 30, cd 15");
}

#[test]
fn walks_take_time_if_the_conference_gives_it() {
    let rooms = "date = 2025-02-01\nwalking = { same = 2, other = 8 }\nrooms = [\n\
        { name = 'H1', building = 'H' }, { name = 'H2', building = { en = 'H', fr = 'Hall' } },\n\
        { name = 'K1', building = 'K' }, { name = 'U' }, { name = 'V' },\n]";
    let pair = |gap: u32, one: &str, other: &str| {
        format!(
            "start = '09:00', end = '10:00', room = {one}; start = '10:{gap:02}', duration = 30, room = {other}"
        )
    };
    for (gap, one, other, expected) in [
        (0, "'H1'", "'H1'", ""),
        (1, "'H1'", "'H2'", "ab 1/2"),
        (2, "'H1'", "'H2'", ""),
        (7, "'H1'", "'K1'", "ab 7/8"),
        (8, "'H1'", "'K1'", ""),
        (0, "'H1'", "'U'", ""),
        (0, "'U'", "'V'", ""),
        (0, "'H1'", "'*'", ""),
        (1, "'H1'", "['K1', 'H2']", "ab 1/2"),
        (2, "'H1'", "['K1', 'H2']", ""),
        (0, "'H1'", "['K1', 'H1']", ""),
    ] {
        check(rooms, &pair(gap, one, other), expected);
        check(&rooms.replace("walking", "# walking"), &pair(gap, one, other), "");
    }
    check(&rooms.replace(", other = 8", ""), &pair(0, "'H1'", "'K1'"), "");
    // If the end is unknown, so is the remaining time.
    check(rooms, "start = '09:00', room = 'H1'; start = '10:00', room = 'K1'", "");
    check(rooms, "start = '09:00', end = '10:00', room = 'H1'; start = '10:05', room = 'K1'", "ab 5/8");
}

#[test]
fn busy_blocks_conflict_only_with_sessions() {
    let text = "title = 't'\nagenda = [{ title = 'a', date = 2025-02-01, start = '23:00', end = '01:00' }]";
    let blocks = vec![
        busy(at(2, 0, 30), at(2, 9, 0)),
        busy(at(2, 0, 40), at(2, 9, 0)),
        busy(at(2, 1, 0), at(2, 2, 0)),
        busy(at(1, 23, 30), at(1, 23, 30)),
    ];
    let planned = Planned::read(text, "", blocks);
    let found = planned.checker().conflicts(SessionId::new(0));
    let found: Vec<_> = found.iter().map(|conflict| (conflict.with, conflict.kind)).collect();
    let overlap = |minutes| ConflictKind::Overlap { minutes: Some(minutes) };
    assert_eq!(found, [(Commitment::Busy(0), overlap(30)), (Commitment::Busy(1), overlap(20))]);
    assert_eq!(planned.checker().conflict_kind(Commitment::Busy(0), Commitment::Busy(1)), None);
}

#[test]
fn repeats_are_declared_or_share_title_and_people() {
    let planned = Planned::read(
        "title = 't'\nagenda = [\n\
         { title = 'a', id = 'a', date = 2025-02-01, start = '12:00' },\n\
         { title = 'b', id = 'b', same_as = 'a', date = 2025-02-01, start = '10:00' },\n\
         { title = 'c', same_as = 'b' },\n\
         { title = { en = 'Weaving', ky = 'Токуу' }, speakers = ['P', 'Q'], date = 2025-02-01, start = '12:00' },\n\
         { title = 'токуу', speakers = ['Q', 'P'], date = 2025-02-02, start = '12:00' },\n\
         { title = ' WEAVING ', speakers = ['P', 'Q'], date = 2025-02-01, start = '12:00', room = 'overflow' },\n\
         { title = 'Weaving', speakers = ['P'], date = 2025-02-03, start = '12:00' },\n\
         { title = 'Lunch', date = 2025-02-01, start = '12:00' },\n\
         { title = 'Lunch', date = 2025-02-02, start = '12:00' },\n]",
        "",
        Vec::new(),
    );
    let repeats = |at| {
        let found = planned.timetable().repeats(SessionId::new(at));
        found.map(SessionId::index).collect::<Vec<_>>()
    };
    let found: Vec<_> = (0..9).map(repeats).collect();
    let none: Vec<usize> = Vec::new();
    let expected =
        [vec![1, 2], vec![0, 2], vec![1, 0], vec![4], vec![3, 5], vec![4], none.clone(), none.clone(), none];
    assert_eq!(found, expected);
}
