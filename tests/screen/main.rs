//! The screens: an event, keys, and the resulting frame.

#![cfg(test)]

mod choosing;
mod commands;
mod daily;
mod fetching;
mod filtering;
mod finding;
mod frames;
mod harness;
mod help;
mod hours;
mod languages;
mod late;
mod links;
mod lists;
mod live;
mod looks;
mod mouse;
mod news;
mod pictures;
mod planning;
mod random;
mod reading;
mod tasks;
mod timeline;
mod typed;
mod unknown;
mod venue;

use harness::{Screen, screen};

const JUDGES: &str = "events/kawj-2023.toml";
const SATURDAY: &str = "events/fosdem-2025-saturday.toml";

/// Compares the frame, as text and as a map of styles, with the snapshot for these keys.
macro_rules! snapshot {
    ($name:literal, $screen:expr) => {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!($name, $screen.picture());
        });
    };
}

#[test]
fn the_saturday_at_noon() {
    snapshot!("saturday-noon-120x40", screen(SATURDAY).size((120, 40)).now("2025-02-01T11:42:00Z"));
    snapshot!("saturday-noon-80x24", screen(SATURDAY).size((80, 24)).now("2025-02-01T11:42:00Z"));
}

#[test]
fn the_help_begins_with_this_pane() {
    let agenda = screen(SATURDAY).now("2025-02-01T11:42:00Z");
    snapshot!("help-120x40", agenda.clone().size((120, 40)).keys("?"));
    snapshot!("help-80x24", agenda.clone().size((80, 24)).keys("?"));
    snapshot!("help-40x12", agenda.clone().size((40, 12)).keys("?"));
    snapshot!("help-ky-80x24", agenda.ui("ky").size((80, 24)).keys("?"));
}

#[test]
fn a_post_is_read_in_its_detail() {
    screen(JUDGES)
        .size((80, 24))
        .keys("2jj<Enter>")
        .shows("Администрациясынын соттор жана")
        .lacks("Осконбаев")
        .keys("<Esc>")
        .shows("Осконбаев");
}

#[test]
fn a_long_detail_scrolls_to_its_end_and_no_further() {
    let screen = screen(JUDGES).size((40, 12)).keys("5<Enter>").lacks("толуктады.");
    let end = screen.keys("G").shows("толуктады.");
    let picture = end.picture();
    assert_eq!(end.keys("jjjj").picture(), picture);
}

#[test]
fn it_opens_on_the_day_that_runs_else_on_the_first() {
    let event = "title = 'T'\ntimezone = 'Europe/Brussels'\n\
        agenda = [\n\
        { title = 'one', date = 2025-02-01, start = '10:00', end = '11:00' },\n\
        { title = 'two', date = 2025-02-02, start = '10:00', end = '11:00' },\n\
        { title = 'night', date = 2025-02-03, start = '01:00', end = '02:00' },\n\
        { title = 'never' },\n]\n";
    let at = |now| Screen::of(event).now(now).size((80, 24));
    at("2025-01-01T12:00:00Z").shows("one").lacks("two");
    at("2025-02-02T12:00:00Z").shows("two").lacks("one").shows("now 13:00");
    at("2025-02-03T00:30:00Z").shows("night").shows("01:00–02:00+1").shows("now 01:30");
    at("2025-02-03T03:30:00Z").shows("one");
    at("2025-01-01T12:00:00Z").keys("]]").shows("never").shows("Day not announced").keys("]").shows("never");
    at("2025-01-01T12:00:00Z").keys("]").shows("two").keys("[[").shows("one");
}

#[test]
fn the_selection_is_kept_after_returning() {
    let screen = screen(SATURDAY).size((80, 24)).keys("jjjj");
    let picture = screen.picture();
    assert_eq!(screen.keys("2jj1").picture(), picture);
    assert_eq!(screen.keys("<Enter><Esc>").picture(), picture);
    assert_eq!(screen.keys("<Tab><S-Tab>").picture(), picture);
}

#[test]
fn a_broken_session_is_marked_and_the_others_are_there() {
    let screen =
        Screen::of("title = 'T'\n[[agenda]]\ntitle = 'a'\nstart = 'noon'\n[[agenda]]\ntitle = 'b'\n")
            .size((80, 24));
    let screen = screen.shows("a · !").shows("b").shows("q quit   ").shows(" ! 1\n").lacks("press !");
    screen.keys("<Enter>").shows("Some details of this session could not be read.");
}

#[test]
fn nothing_there_is_one_sentence() {
    let screen = screen("events/minimal.toml").size((80, 24));
    let screen = screen.shows("Our day").shows("No sessions announced.").keys("<Enter>");
    let screen = screen.keys("2").shows("No people announced.");
    let screen = screen.keys("3").shows("No organizers named.").keys("4").shows("No sponsors named.");
    screen.keys("5").shows("About the conference");
}

#[test]
fn small_screens_have_a_message_and_no_size_panics() {
    screen(JUDGES).size((19, 12)).shows("This terminal is t");
    for width in 0..=45 {
        for height in 0..=14 {
            for keys in ["", "2", "5<Enter>", "?"] {
                screen(SATURDAY).size((width, height)).keys(keys);
            }
        }
    }
    for size in [(300, 100), (300, 5), (20, 100), (100, 29), (99, 30), (101, 8), (250, 60), (60, 100)] {
        for keys in ["", "2j<Enter>", "5<Enter>", "?"] {
            screen(SATURDAY).size(size).keys(keys);
        }
    }
}

#[test]
fn without_colors_the_selection_is_reversed() {
    let picture = screen(JUDGES).size((80, 24)).without_colors().keys("2j").picture();
    assert!(picture.contains("reversed"), "{picture}");
    assert!(!picture.contains("fg="), "{picture}");
}

#[test]
fn an_unknown_key_changes_nothing() {
    let screen = screen(JUDGES).size((80, 24));
    let picture = screen.picture();
    assert_eq!(screen.keys("xX$<Left>").picture(), picture);
}

#[test]
fn the_third_guests_post_is_four_keys_away_and_the_first_guests_session_three_more() {
    for size in [(120, 40), (80, 24), (40, 12)] {
        let third =
            screen(JUDGES).size(size).keys("2jj").shows("Конгантиева").shows("башчысынын").shows("басары");
        third.keys("g<Enter>").shows("Осконбаев Эмил").shows("▌Куттуктоо сөзү");
    }
}

#[test]
fn links_lead_from_session_to_people_rooms_and_back() {
    let start = screen(SATURDAY).size((120, 40)).keys("jj<Enter>").shows("K.1.105 (La Fontaine)");
    let room = start.keys("<Enter>").shows("▌10:00–10:50  Code Is Different").shows("1 Agenda 91");
    let session = room.keys("j<Enter>").shows("Using LLMs to support Firefox");
    let person = session.keys("jj<Enter>").shows("2 People 110").shows("Sat 1 Feb ▌11:00–");
    person.shows("  Using LLMs to support");
    assert_eq!(person.keys("<BS>").picture(), session.keys("jj").picture());
    assert_eq!(person.keys("<BS><BS>").picture(), room.keys("j").picture());
    assert_eq!(person.keys("<BS><BS><BS>").picture(), start.picture());
    assert_eq!(
        person.keys("<BS><BS><BS><BS>").picture(),
        start.picture(),
        "there is nothing before the start"
    );
    assert_eq!(
        person.keys("<BS><BS><BS>2").picture(),
        start.keys("2").picture(),
        "the people are where they were"
    );
    room.keys("<Esc>").shows("Enter open").shows("K.1.105 (La Fontaine)");
}

#[test]
fn coming_back_keeps_list_and_scroll() {
    let before = screen(SATURDAY).size((80, 24)).keys("<PgDn><PgDn><PgDn><Enter>jjj");
    let there = before.keys("<Enter>");
    assert_ne!(there.picture(), before.picture());
    assert_eq!(there.keys("<BS>").picture(), before.picture());
    assert_eq!(there.keys("<BS><Esc>").picture(), before.keys("<Esc>").picture());
}

#[test]
fn in_a_long_detail_keys_go_to_links_that_are_seen_and_scroll_else() {
    let sessions: Vec<String> =
        (0..30).map(|n| format!("{{ title = 'S{n:02}', room = 'Hall' }},\n")).collect();
    let event = format!("title = 'T'\nagenda = [\n{}]\n", sessions.concat());
    let hall =
        Screen::of(&event).size((40, 12)).keys("<Enter><Enter>").shows("Hall").shows("▌S00").lacks("S20");
    hall.keys("jj").shows("▌S02");
    hall.keys("jjjjjjjjjj").shows("▌S10").lacks("▌S00");
    hall.keys(&"j".repeat(40)).shows("▌S29");
    hall.keys(&("j".repeat(40) + &"k".repeat(40))).shows("▌S00");
    hall.keys("G").shows("S29");
}

#[test]
fn what_lasts_all_day_says_so() {
    screen("tests/event_file/everything.toml").size((80, 24)).keys("]").shows("all day").shows("Again");
    screen("tests/event_file/everything.toml").size((40, 12)).keys("]").shows("▌all day  Again");
}

#[test]
fn now_is_what_began_last_and_still_runs() {
    let event = "title = 'T'\ndate = 2025-02-01\ntimezone = 'UTC'\nagenda = [\n\
        { title = 'long', start = '09:00', end = '17:00' },\n\
        { title = 'over', start = '10:00', end = '10:30' },\n\
        { title = 'first', start = '11:00', end = '12:00' },\n\
        { title = 'second', start = '11:00', end = '12:00' },\n\
        { title = 'next', start = '13:00', end = '14:00' },\n]\n";
    let at = |now: &str| Screen::of(event).now(&format!("2025-02-01T{now}:00Z"));
    at("11:15").shows("▌11:00–12:00     second");
    at("12:30").shows("▌09:00–17:00     long");
    at("08:00").shows("▌09:00–17:00     long");
    at("13:00").shows("▌13:00–14:00     next");
}

#[test]
fn guests_are_in_protocol_order_and_others_sorted() {
    let event = "title = 'T'\n[[guests]]\nname = 'Я'\n[[guests]]\nname = 'А'\n\
        [[speakers]]\nname = 'Яна'\n[[speakers]]\nname = 'Өмүр'\n[[speakers]]\nname = 'Омар'\n\
        [[speakers]]\nname = 'Ян Азов'\nsort_name = 'Азов Ян'\n";
    let names: Vec<String> = Screen::of(event).size((40, 20)).keys("2").text().lines().map(name_of).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    assert_eq!(names[3..11], ["Guests", "Я", "А", "Speakers", "Ян Азов", "Омар", "Өмүр", "Яна"]);
}

/// Returns the name in a line of a list.
fn name_of(line: &str) -> String {
    line.trim_matches([' ', '▌']).to_owned()
}
