//! The geometry of the timeline: nothing is lost, nothing overlaps, and every session can be reached.

#![cfg(test)]

use std::collections::BTreeSet;
use std::ops::Range;

use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::event_file;
use kurultai_schedule::index::{Cell, Direction, Index, Point, Row, Timeline};
use kurultai_schedule::model::{Conference, RoomId, Rooms, SessionId};
use proptest::collection::vec;
use proptest::prelude::*;

fn read(agenda: &str) -> (Conference, Timeline) {
    let text = format!(
        "title = 't'\ndate = 2025-02-01\nrooms = [{{ name = 'A' }}, {{ name = 'B' }}, {{ name = 'C' }}, {{ name = 'D' }}]\n\
         agenda = [\n{agenda}]\n"
    );
    let conference = event_file::read(&Source::new("test.toml", &text)).conference;
    let index = Index::new(&conference);
    let day = &index.days()[0];
    let timeline = Timeline::new(&conference, day, |_| true, |id| conference.session(id).times);
    (conference, timeline)
}

fn session(start: i64, minutes: i64, rooms: &str) -> String {
    let time = |minute: i64| format!("{:02}:{:02}", minute / 60 % 24, minute % 60);
    format!("{{ title = 's', start = '{}', duration = {minutes}, room = {rooms} }},\n", time(start))
}

/// Formats each cell as `session: tracks × rows`.
fn format_cells(timeline: &Timeline) -> Vec<String> {
    let format_cells = |cell: &Cell| format!("{}: {:?} × {:?}", cell.session.index(), cell.tracks, cell.rows);
    timeline.cells().iter().map(format_cells).collect()
}

#[test]
fn rooms_across_and_time_down() {
    let agenda = [session(600, 45, "'C'"), session(600, 45, "'A'"), session(645, 30, "'A'")].concat();
    let (_, timeline) = read(&agenda);
    assert_eq!(timeline.minutes_per_row(), 15);
    assert_eq!(format_cells(&timeline), ["1: 0..1 × 0..3", "0: 1..2 × 0..3", "2: 0..1 × 3..5"]);
    let rooms: Vec<_> = timeline.columns().iter().map(|column| column.room.map(RoomId::index)).collect();
    assert_eq!(rooms, [Some(0), Some(2)], "in the order of the file, without the empty ones");
    assert_eq!(timeline.row(4), Row::At(660));
}

#[test]
fn overlaps_are_side_by_side_and_several_rooms_are_one_cell() {
    let agenda = [
        session(600, 60, "'A'"),
        session(630, 60, "'A'"),
        session(690, 60, "['A', 'B', 'D']"),
        session(600, 60, "'B'"),
        session(600, 60, "'D'"),
        session(750, 60, "'*'"),
    ];
    let (_, timeline) = read(&agenda.concat());
    assert_eq!(
        format_cells(&timeline),
        [
            "0: 0..1 × 0..4",
            "3: 2..3 × 0..4",
            "4: 3..4 × 0..4",
            "1: 1..2 × 2..6",
            // Rooms B and D are adjacent, because C is empty.
            "2: 0..4 × 6..10",
            "5: 0..4 × 10..14",
        ]
    );
}

#[test]
fn sessions_without_a_time_or_room_are_included() {
    let agenda = "{ title = 'a', all_day = true, room = 'A' },\n{ title = 'b', all_day = true, room = 'A' },\n\
        { title = 'c', start = '10:00', end = '10:45' },\n{ title = 'd', room = 'B' },\n\
        { title = 'n', start = '01:00', end = '02:00', room = 'A' },\n";
    let (_, timeline) = read(agenda);
    assert_eq!(
        format_cells(&timeline),
        ["0: 0..1 × 0..1", "1: 0..1 × 1..2", "2: 2..3 × 2..5", "4: 0..1 × 6..10", "3: 1..2 × 10..11"]
    );
    let rows = [1, 2, 5, 6, 10].map(|row| timeline.row(row));
    assert_eq!(rows, [Row::AllDay, Row::At(600), Row::Pause(855), Row::At(1500), Row::Untimed]);
    let (_, untimed) = read("{ title = 'd', room = 'B' },\n");
    assert!(!untimed.has_times() && timeline.has_times());
}

#[test]
fn down_stays_in_the_room_and_right_at_the_time() {
    let agenda = [
        session(600, 60, "'A'"),
        session(600, 30, "'B'"),
        session(630, 30, "'B'"),
        session(660, 60, "'*'"),
        session(720, 60, "'A'"),
        session(720, 60, "'B'"),
        session(600, 60, "'C'"),
    ];
    let (_, timeline) = read(&agenda.concat());
    let go = |from: usize, ways: &[Direction]| {
        let (_, at) = timeline.cell_of(SessionId::new(from), Point::default()).unwrap();
        let mut here = (SessionId::new(from), at);
        for way in ways {
            here = timeline.step(here.0, here.1, *way).unwrap_or(here);
        }
        here.0.index()
    };
    assert_eq!(
        go(1, &[Direction::Down, Direction::Down, Direction::Down]),
        5,
        "through what is in all rooms"
    );
    assert_eq!(go(2, &[Direction::Right, Direction::Left]), 2, "the time is kept");
    assert_eq!(go(0, &[Direction::Right]), 1);
    assert_eq!(
        go(6, &[Direction::Down, Direction::Down]),
        5,
        "the nearest below, where the room has no more"
    );
    assert_eq!(go(0, &[Direction::Up, Direction::Left]), 0);
}

fn agenda() -> impl Strategy<Value = String> {
    let room =
        prop::sample::select(vec!["'A'", "'B'", "'C'", "'D'", "['A', 'C']", "['A', 'B']", "'*'", "[]"]);
    let minutes = prop::sample::select(vec![1, 5, 7, 20, 30, 45, 60, 300, 1500]);
    let step = prop::sample::select(vec![1, 5, 15]);
    let one = (0_i64..90, step, minutes, room);
    vec(one, 0..16).prop_map(|all| {
        all.into_iter().map(|(at, step, minutes, room)| session(480 + at * step, minutes, room)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_nothing_covers_anything(agenda in agenda()) {
        let (conference, timeline) = read(&agenda);
        let cells = timeline.cells();
        let shown: BTreeSet<SessionId> = cells.iter().map(|cell| cell.session).collect();
        prop_assert_eq!(shown.len(), conference.sessions.len());
        let meet = |one: &Range<usize>, two: &Range<usize>| one.start < two.end && two.start < one.end;
        for (at, cell) in cells.iter().enumerate() {
            prop_assert!(!cell.rows.is_empty() && cell.rows.end <= timeline.rows());
            prop_assert!(!cell.tracks.is_empty() && cell.tracks.end <= timeline.tracks());
            for other in &cells[..at] {
                prop_assert!(!(meet(&cell.rows, &other.rows) && meet(&cell.tracks, &other.tracks)));
                let starts = |cell: &Cell| conference.session(cell.session).times.start_datetime();
                let is_in_order = other.rows.start == cell.rows.start || starts(other) <= starts(cell);
                prop_assert!(is_in_order);
            }
            // Each of its rooms has a cell with it.
            if let Rooms::In(rooms) = &conference.session(cell.session).rooms {
                for room in rooms {
                    let column = timeline.columns().iter().position(|column| column.room == Some(*room));
                    let is_there = |cell: &Cell| cell.columns.contains(&column.unwrap());
                    prop_assert!(cells.iter().any(|other| other.session == cell.session && is_there(other)));
                }
            }
        }
    }

    #[test]
    fn every_session_can_be_reached(agenda in agenda()) {
        let (conference, timeline) = read(&agenda);
        for from in timeline.cells() {
            let mut seen = Vec::new();
            let mut ways = vec![(from.session, Point { track: from.tracks.start, row: from.rows.start })];
            while let Some(here) = ways.pop() {
                if !seen.contains(&here) {
                    seen.push(here);
                    let all = [Direction::Up, Direction::Down, Direction::Left, Direction::Right];
                    ways.extend(all.into_iter().filter_map(|way| timeline.step(here.0, here.1, way)));
                }
            }
            let reached: BTreeSet<SessionId> = seen.into_iter().map(|(session, _)| session).collect();
            prop_assert_eq!(reached.len(), conference.sessions.len());
        }
    }
}
