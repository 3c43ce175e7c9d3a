//! The event list: its rows, and opening an event and returning.

use crate::harness::{Screen, events, screen};

const TODAY: &str = "2025-02-02T12:00:00Z";

fn list() -> Screen {
    events("tests/screen/events").now(TODAY)
}

#[test]
fn events_are_grouped_by_date() {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            let screen = list().size((columns, rows));
            insta::assert_snapshot!(format!("events-{columns}x{rows}"), screen.picture());
        });
    }
    let text = list().size((100, 40)).text();
    let order = ["On now", "day 2 of 4", "Upcoming", "tomorrow", "in 11 days", "Past", "It is over", "ended"];
    let order = order.into_iter().chain(["It began long ago", "Date not announced", "Some day"]);
    let places: Vec<_> = order.map(|word| (text.find(word).expect(word), word)).collect();
    assert!(places.is_sorted(), "{places:?}\n{text}");
    list().shows("6 events · 1 other file").lacks("other.toml");
}

#[test]
fn titles_are_in_the_readers_language() {
    list().shows("Ачык маалымат күндөрү").shows("Бишкек").lacks("Open data");
    list().lang("en").shows("Open data days").shows("Bishkek").lacks("Ачык");
}

#[test]
fn the_filter_ignores_language_and_accents() {
    let found = list().keys("кундору");
    found.clone().shows("Ачык маалымат күндөрү").lacks("Some day").shows("find  кундору▌").shows("Esc clear");
    list().keys("OPEN").shows("Open maps").shows("Ачык").lacks("Some day");
    list().keys("osh maps").shows("Open maps").lacks("Ачык");
    list().keys("<paste began\n>").shows("It began long ago").lacks("Some day");
    let none = found.keys("qq").shows("No event matches “кундоруqq”.");
    none.keys("<BS><BS>").shows("Ачык маалымат күндөрү");
    none.keys("<Esc>").shows("Some day").shows("Type to find an event.");
    none.keys("<Enter>").shows("No event matches");
}

#[test]
fn enter_opens_and_o_leads_back() {
    let schedule = list().keys("<Enter>").shows("Ачылыш").shows("1 Agenda 1");
    let back = schedule.keys("o").shows("On now").shows("Esc back").shows("▌Ачык");
    back.keys("<Esc>").shows("1 Agenda 1");
    back.keys("o<BS>").shows("find").keys("<Esc><Esc>").shows("1 Agenda 1");
    let other = back.keys("<Down><Enter>").shows("A meeting of one day").shows("1 Agenda   2 People");
    other.keys("o").shows("▌A meeting of one day");
    let other = screen("events/minimal.toml").keys("o").shows("No events here.");
    other.keys("<Esc>").shows("Our day");
}

#[test]
fn a_file_with_errors_counts_them_beside_the_hints() {
    let screen =
        list().size((80, 24)).shows("2 problems: line 9: `9:30` is not a valid time.").keys("maps<Enter>");
    let screen = screen.lacks("Problems in the file").shows("Opening · !").shows(" ! 2\n");
    let screen =
        screen.keys("!").shows("Problems in the file").shows("error[bad-time]").shows("9 | start = 9:30");
    let screen = screen.shows("= help: Did you mean `start`?").shows("Esc close");
    screen.keys("<Esc>").lacks("bad-time").shows("Opening · !").keys("!").shows("error[bad-time]");
}

#[test]
fn unreadable_files_have_a_reason() {
    let list =
        Screen::of_places(&["tests/screen/events/ended.toml", "tests/screen/events/gone.toml"]).now(TODAY);
    let list = list.shows("1 event").shows("Unreadable").shows("gone.toml").keys("<End>");
    list.keys("<Enter>").shows("╭─ Problems in the file").shows("no such file.").keys("<Esc>").shows("Past");
}

#[test]
fn empty_lists_explain_how_to_begin() {
    let screen = events("tests/pty").shows("No events here.");
    screen.shows("`kurultai FILE` opens one").lacks("Enter open").shows("0 events");
}
