//! The screens: an event, keys, and what a person then sees.

#![cfg(test)]

mod harness;

use harness::{Screen, screen};

const JUDGES: &str = "events/kawj-2023.toml";
const SATURDAY: &str = "events/fosdem-2025-saturday.toml";

/// The frame as text and as a map of styles, beside the keys that lead to it.
macro_rules! snapshot {
    ($name:literal, $screen:expr) => {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!($name, $screen.picture());
        });
    };
}

#[test]
fn the_five_panes_of_the_judges_conference() {
    for (size, name) in [((120, 40), "120x40"), ((80, 24), "80x24"), ((40, 12), "40x12")] {
        for (key, pane) in
            [("1", "agenda"), ("2", "people"), ("3", "organizers"), ("4", "sponsors"), ("5", "about")]
        {
            let screen = screen(JUDGES).size(size).keys(key);
            let name = format!("judges-{pane}-{name}");
            insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(name, screen.picture());
            });
        }
    }
}

#[test]
fn the_saturday_at_noon() {
    snapshot!("saturday-agenda-120x40", screen(SATURDAY).size((120, 40)).now("2025-02-01T11:42:00Z"));
    snapshot!("saturday-agenda-80x24", screen(SATURDAY).size((80, 24)).now("2025-02-01T11:42:00Z"));
}

#[test]
fn help_lists_every_key() {
    snapshot!("help-80x24", screen(JUDGES).size((80, 24)).keys("?"));
    screen(JUDGES).size((80, 24)).keys("?j?").shows("Куттуктоо сөзү").lacks("this help");
    screen(JUDGES).size((40, 8)).keys("?G").shows("quit").lacks("next row");
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
    at("2025-02-03T00:30:00Z").shows("night").shows("01:00+1").shows("now 01:30");
    at("2025-02-03T03:30:00Z").shows("one");
    at("2025-01-01T12:00:00Z").keys("]]").shows("never").shows("Day not announced").keys("]").shows("never");
    at("2025-01-01T12:00:00Z").keys("]").shows("two").keys("[[").shows("one");
}

#[test]
fn what_is_selected_stays_when_one_comes_back() {
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
    let screen =
        screen.shows("a · !").shows("b").shows("This file has a mistake; `kurultai check` says which.");
    screen.keys("<Enter>").shows("Something that the file says of this session could not be read.");
}

#[test]
fn nothing_there_is_one_sentence() {
    let screen = screen("events/minimal.toml").size((80, 24));
    let screen = screen.shows("Our day").shows("No sessions are announced.").keys("<Enter>");
    let screen = screen.keys("2").shows("No people are announced.");
    let screen = screen.keys("3").shows("No organizers are named.").keys("4").shows("No sponsors are named.");
    screen.keys("5").shows("About the conference");
}

#[test]
fn too_small_is_said_and_every_size_is_survived() {
    screen(JUDGES).size((19, 12)).shows("This terminal is t");
    for width in 0..=45 {
        for height in 0..=14 {
            for keys in ["", "2", "5<Enter>", "?"] {
                screen(SATURDAY).size((width, height)).keys(keys);
            }
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
    assert_eq!(screen.keys("xX!").picture(), picture);
}
