//! The tasks of docs/WISHES.md, each with the number of keys on the page.

use std::fs;
use std::path::Path;

use crate::harness::{Screen, screen};

const SATURDAY: &str = "events/fosdem-2025-saturday.toml";
const LUNCH: &str = "2025-02-01T12:20:00Z";

/// Counts keys: a key in angle brackets is one, and typed text does not count.
fn keys_of(row: &str) -> usize {
    let keys = row.split('|').nth(2).expect("a column of keys");
    keys.split('`').skip(1).step_by(2).count()
}

fn saturday() -> Screen {
    screen(SATURDAY).size((80, 24)).now(LUNCH)
}

#[test]
fn every_task_takes_four_keys_at_most() {
    let page =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/WISHES.md")).expect("the page");
    let table = page.split("## Twelve tasks").nth(1).expect("the table");
    let rows: Vec<&str> =
        table.lines().filter(|line| line.starts_with("| ") && !line.contains("---")).skip(1).collect();
    assert_eq!(rows.len(), 12);
    for row in rows {
        assert!((1..=4).contains(&keys_of(row)), "{row}");
    }
}

#[test]
fn what_is_on_now() {
    saturday()
        .keys("T")
        .shows("Janson               ●   Rust for Linux                           until 13:50");
}

#[test]
fn my_next_pick() {
    let picked = saturday().keys("/14:00<Enter> ");
    picked.keys("T").shows("In your plan").shows("▌○ ★ Rewriting the future");
}

#[test]
fn a_half_remembered_talk_is_found_and_picked() {
    let picked = saturday().keys("/reborow<Tab> ").shows("Added to the plan: Abusing reborrowing");
    assert_eq!(picked.saved().picks.len(), 1);
}

#[test]
fn all_of_a_track() {
    saturday().keys("frust<Enter><Enter>").shows(" track: Rust   12 of 91");
}

#[test]
fn an_hour_of_a_day() {
    saturday().keys("/sat 16:00<Enter>").shows("▌16:00");
}

#[test]
fn this_room_and_what_is_next_in_it() {
    let room = saturday().keys("/14:00<Enter><Enter><Enter>");
    room.shows(" Janson ").shows("● 13:00–13:50  Rust for Linux").shows("○ 14:00–14:50  Rewriting");
}

#[test]
fn the_other_talks_of_a_speaker() {
    let person = saturday().keys("/14:00<Enter><Enter>jj<Enter>");
    person.shows("Sat 1 Feb ▌○ 14:00–14:50  Rewriting the future of the Linux");
}

#[test]
fn what_collides_in_my_plan() {
    let plan = saturday().keys("/14:00<Enter> j ");
    plan.keys("6").shows("✗ 50 min overlap with Stratoshark");
}

#[test]
fn the_past_is_hidden() {
    // The line is above the visible ones.
    let folded = saturday().keys("p").lacks(" ▸ ").shows(" past sessions folded into one line; p ");
    folded.keys("g").shows(" ▸ ").shows("sessions are over  p show");
}

#[test]
fn a_note_is_taken() {
    let noted = saturday().keys("aask about macros<Enter>").shows(" Note saved: Abusing reborrowing ");
    assert_eq!(noted.saved().notes[0].text.as_str(), "ask about macros");
}

#[test]
fn my_picks_as_a_calendar() {
    let calendar = saturday().keys(" e").exported();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
}

#[test]
fn my_local_time() {
    let own = saturday().tz("Asia/Bishkek").shows("Brussels time");
    own.keys("z").shows("my time");
}
