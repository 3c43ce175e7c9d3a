//! The timeline: time down and rooms across at every size, and navigation in it.

use crate::SATURDAY;
use crate::harness::{Screen, screen};

const AWKWARD: &str = "tests/screen/timeline.toml";
const NOON: &str = "2025-02-01T12:15:00Z";

fn grid(path: &str) -> Screen {
    screen(path).keys("v")
}

/// Returns a schedule with `count` rooms and `sessions` sessions in each.
fn rooms(count: usize, sessions: usize) -> Screen {
    let mut agenda = String::new();
    for room in 0..count {
        for at in 0..sessions {
            let start = 9 * 60 + at * 30;
            agenda += &format!(
                "{{ title = 's{room}x{at}', start = '{:02}:{:02}', duration = 30, room = 'R{room}' }},\n",
                start / 60,
                start % 60
            );
        }
    }
    Screen::of(&format!("title = 'T'\ndate = 2025-03-01\nagenda = [\n{agenda}]\n")).keys("v")
}

#[test]
fn pictures() {
    let conferences = [
        ("saturday", SATURDAY, NOON),
        ("showcase", "events/showcase.toml", "2027-05-14T06:00:00Z"),
        ("awkward", AWKWARD, "2025-03-01T09:10:00Z"),
    ];
    for (name, path, now) in conferences {
        for (columns, rows) in [(200, 60), (80, 24), (40, 12)] {
            let screen = grid(path).now(now).size((columns, rows));
            insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("timeline-{name}-{columns}x{rows}"), screen.picture());
            });
        }
    }
    let ends = [
        ("night", grid(AWKWARD).size((80, 24)).keys("G")),
        ("mono", grid(AWKWARD).size((80, 24)).without_colors().keys("j ")),
        ("forty-rooms", rooms(40, 8).size((120, 40)).keys(&"l".repeat(20))),
    ];
    for (name, screen) in ends {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("timeline-{name}"), screen.picture());
        });
    }
}

#[test]
fn without_times_there_is_no_timeline_and_nothing_to_act_on() {
    let screen = grid("events/kawj-2023.toml").size((80, 24));
    screen.clone().shows("This day has no times, so there is no timeline. v shows the list.");
    screen.clone().lacks("Enter open").lacks("Space pick");
    assert_eq!(screen.keys(" jkhl<Enter>").text(), screen.text());
    screen.keys("v").shows("▌");
    grid("events/minimal.toml").shows("No sessions announced.");
    grid(AWKWARD).keys("]]").shows("This day has no times");
}

#[test]
fn the_timeline_is_offered_only_where_there_is_one() {
    for size in [(80, 24), (120, 40)] {
        let judges = screen("events/kawj-2023.toml").size(size).lacks("v timeline");
        judges.keys("?").shows("In this pane").lacks("timeline or list");
        judges.keys("v").shows("v list").keys("?").shows("timeline or list");
        screen("events/minimal.toml").size(size).lacks("v timeline");
        screen(SATURDAY).size(size).shows("v timeline").keys("?").shows("timeline or list");
    }
    screen(AWKWARD).size((120, 40)).shows("v timeline").keys("]]").lacks("v timeline");
}

#[test]
fn list_and_timeline_share_the_selection() {
    let list = screen(SATURDAY).size((80, 24)).keys("jjjj");
    assert_eq!(list.keys("vv").picture(), list.picture());
    let there = list.keys("vjll");
    assert_eq!(there.keys("vv").text(), there.text());
    assert_eq!(there.keys("<Enter>").text(), there.keys("v<Enter>").text().replace("timeline", "list    "));
    assert_eq!(there.keys("<Enter><Esc>").picture(), there.picture());
    assert_eq!(there.keys("2v").text(), there.text(), "from another pane");
    assert_eq!(there.keys("<Enter><Enter><BS><Esc>").picture(), there.picture());
}

#[test]
fn keys_go_to_the_nearest_session() {
    let rooms = rooms(5, 6).size((80, 24));
    let at = |keys: &str, title: &str| rooms.keys(keys).keys("<Enter>").shows(&format!("\n {title}\n"));
    at("", "s0x0");
    at("j", "s0x1");
    at("jjl", "s1x2");
    at("jjllllll", "s4x2");
    at("jjllhk", "s1x1");
    at("jjlll", "s3x2");
    at("G", "s4x5");
    at("Gg", "s0x0");
    at("<PgDn>", "s0x5");
    at("<PgDn><PgUp>", "s0x0");
}

#[test]
fn room_heads_and_times_stay_in_sight() {
    let rooms = rooms(108, 16).size((80, 24));
    let end = rooms.keys("G").shows("▌s107x15").shows(" R107").shows(" ‹").lacks(" R0");
    assert!(end.text().lines().nth(3).is_some_and(|line| line.contains("R104")), "{}", end.text());
    end.shows(" 16:30");
    rooms.keys("l").shows("›").lacks("‹");
}

#[test]
fn picks_hidden_filtered_and_found_sessions_are_visible() {
    let grid = grid(SATURDAY).size((80, 24)).keys("jj");
    grid.keys(" ").shows("▌★ ").keys("m").shows("▌☆ ").keys(" ").lacks("☆");
    let grid = screen(SATURDAY).size((80, 24)).keys("jjv").shows("Code Is");
    grid.keys("M").lacks("▌Code Is").shows("1 hidden");
    let found = grid.keys("froom:Janson<Enter><Enter>").shows("Janson").lacks("K.1.105");
    found.keys("F").shows("K.1.105");
}

#[test]
fn now_is_in_view_in_a_session_higher_than_the_screen() {
    let long = Screen::of(
        "title = 'T'\ndate = 2025-03-01\ntimezone = 'UTC'\nagenda = [\n\
         { title = 'all day long', start = '09:00', end = '18:00', room = 'A' },\n\
         { title = 'short', start = '09:00', end = '09:10', room = 'B' },\n]\n",
    );
    let at = long.size((80, 24)).now("2025-03-01T15:00:00Z");
    at.keys("v").shows(" 15:00 ─").keys("gt").shows(" 15:00 ─");
}

#[test]
fn a_collision_is_marked() {
    let clash = Screen::of(
        "title = 'T'\ndate = 2025-03-01\nagenda = [\n\
         { title = 'one', start = '10:00', end = '11:00', room = 'A' },\n\
         { title = 'two', start = '10:00', end = '11:00', room = 'B' },\n]\n",
    );
    clash.keys("v l ").keys("x").shows("▌★✗ one").shows("▌★✗ two").shows("overlaps");
}

#[test]
fn the_clock_that_is_shown_is_that_of_the_times() {
    let grid = grid(AWKWARD).size((80, 24)).tz("Asia/Bishkek");
    grid.clone().shows(" 09:00 ").shows("Berlin time");
    grid.keys("z").shows(" 14:00 ").shows("my time");
    let now = grid.clone().now("2025-03-01T09:20:00Z").shows(" 10:20 ");
    now.keys("z").shows(" 15:20 ");
}

#[test]
fn the_mouse_selects_opens_and_scrolls() {
    let rooms = rooms(5, 20).size((80, 24));
    let row = |screen: &Screen, text: &str| {
        let frame = screen.text();
        let row = frame.lines().position(|line| line.contains(text)).expect("it is there");
        let line = frame.lines().nth(row).unwrap_or_default();
        let column = line[..line.find(text).unwrap_or(0)].chars().count();
        format!("<click {column},{row}>")
    };
    let click = row(&rooms, "s2x1");
    assert_eq!(rooms.keys(&click).picture(), rooms.keys("jll").picture());
    // The name of a room leads to the room, and back.
    let named = rooms.keys("<click 12,3>");
    named.shows("\n R0 ").shows("  s0x0 ");
    assert_eq!(named.keys("<BS>").text(), rooms.text());
    assert_eq!(rooms.keys(&click).keys(&click).text(), rooms.keys("jll<Enter>").text());
    let down = rooms.keys(&"<wheel-down 20,10>".repeat(40)).shows("s0x19").shows("▌").lacks("s0x0 ");
    down.keys(&"<wheel-up 20,10>".repeat(40)).shows("s0x0");
}

#[test]
fn no_size_is_too_small() {
    for columns in [0, 1, 19, 20, 21, 27, 33, 40] {
        for rows in [0, 4, 5, 6, 7, 9, 12] {
            let screen = grid(AWKWARD).size((columns, rows));
            for keys in ["", "G", "jjll", "<Enter>"] {
                drop(screen.keys(keys).buffer());
            }
        }
    }
}

#[test]
fn every_session_of_a_day_has_its_place() {
    let screen = grid(AWKWARD).size((300, 100));
    let text = screen.text();
    let titles = [
        "Exhibition",
        "Opening",
        "wheels",
        "oxide",
        "with a title",
        "workshop",
        "At the",
        "And a third",
        "In rooms",
        "Lunch",
        "Somewhere",
        "Nobody",
        "Concert",
        "Dance",
        "To be",
    ];
    for title in titles {
        assert!(text.contains(title), "no {title} in:\n{text}");
    }
    assert_eq!(text.matches("that are apart").count(), 2, "{text}");
}
