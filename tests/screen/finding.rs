//! Looking for something, and clocks: what one asks on the way from room to room.

use crate::harness::{Screen, screen};

const SATURDAY: &str = "events/fosdem-2025-saturday.toml";

#[test]
fn what_is_typed_is_found_in_titles_and_names() {
    let screen = screen(SATURDAY).size((80, 24));
    let typed = screen.keys("/rust").shows(" / rust▌").shows("hits").shows("Enter open").shows("Esc close");
    let first = typed
        .keys("<Enter>")
        .shows("hit 1 of")
        .shows("▌10:30–11:10  ▌Augurs: a time series toolkit for Rust");
    let second = first.keys("n").shows("hit 2 of").lacks("▌10:30–11:10");
    second.keys("N").shows("hit 1 of").shows("▌10:30–11:10  ▌Augurs");
    first.keys("N").shows("hit 11 of 11").shows("Santiago Saavedra").keys("n").shows("hit 1 of 11");
    assert_eq!(first.keys("<BS>").text(), screen.text(), "back to where one was");
    screen.keys("/jens monig<Enter>").shows("hit 1 of 1").shows("2 People 110").shows("▌Jens Mönig");
    screen.keys("/janson<Enter>").shows("hit 1 of 2").shows("Janson").shows("10:00");
}

#[test]
fn what_is_not_there_is_said_and_nothing_moves() {
    let screen = screen(SATURDAY).size((80, 24)).keys("jj");
    let nothing = screen.keys("/qqq").shows("0 hits").keys("<Enter>").shows("Nothing is found for “qqq”.");
    assert_eq!(nothing.keys("x").text(), screen.text());
    assert_eq!(screen.keys("/rust<Esc>").text(), screen.text());
    assert_eq!(screen.keys("/a<BS><BS>").text(), screen.text());
    assert_eq!(screen.keys("/<Enter>").text(), screen.text());
    assert_eq!(screen.keys("n").text(), screen.text(), "nothing was looked for");
}

#[test]
fn letters_are_text_while_one_types_and_keys_after() {
    let screen = screen(SATURDAY).size((80, 24));
    screen.keys("/q2?10j").shows(" / q2?10j▌");
    screen.keys("/<paste open\nsource>").shows(" / open source▌");
    screen.keys("/rust<Enter>7n").shows("hit 8 of 11");
}

#[test]
fn it_is_found_in_any_language_and_whatever_keyboard() {
    let event = "title = 'T'\n[[agenda]]\ntitle = { ky = 'Өз ара аракеттенүү', en = 'Interaction' }\n\
        [[agenda]]\ntitle = 'Чай'\n";
    Screen::of(event).keys("j/оз ара<Enter>").shows("hit 1 of 1").shows("▌    1");
    Screen::of(event).keys("j/INTERACT<Enter>").shows("▌    1");
}

const KOCHI: &str = "title = 'T'\ntimezone = 'Asia/Kolkata'\n[[agenda]]\ntitle = 'Talk'\n\
    date = 2023-09-10\nstart = '10:30'\nend = '11:15'\n[[agenda]]\ntitle = 'Night'\ndate = 2023-09-11\n\
    start = '01:00'\nduration = '1h'\n";

#[test]
fn z_shows_the_other_clock_and_each_is_named() {
    let berlin = |keys: &str| Screen::of(KOCHI).tz("Europe/Berlin").keys(keys);
    berlin("").shows("10:30–11:15").shows("Kolkata time").shows("z my time");
    berlin("<Enter>").shows("Sun 10 Sept, 10:30–11:15 (45 min)").shows("07:00–07:45, my time, Berlin");
    let own = berlin("z").shows("07:00–07:45").shows("my time, Berlin").lacks("10:30");
    own.keys("<Enter>").shows("Sun 10 Sept, 07:00–07:45 (45 min)").shows("10:30–11:15, Kolkata time");
    assert_eq!(own.keys("z").picture(), berlin("").picture());
}

#[test]
fn the_evening_stays_an_evening_on_every_clock() {
    let at = |zone: &str, keys: &str| Screen::of(KOCHI).tz(zone).keys(keys);
    at("Europe/Berlin", "").shows("01:00–02:00+1 Night");
    at("Europe/Berlin", "z").shows("21:30–22:30   Night");
    at("Pacific/Auckland", "z").shows("17:00–17:45   Talk").shows("07:30–08:30+1 Night");
    at("America/Los_Angeles", "z").shows("22:00–22:45-1 Talk").shows("12:30–13:30   Night");
}

#[test]
fn a_program_that_does_not_name_its_zone_has_one_clock() {
    let event = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'a'\nstart = '10:00'\n";
    let screen = Screen::of(event).tz("Asia/Bishkek").lacks("z my time").keys("z");
    screen.shows("The program does not say in which time zone it is.").shows("10:00").shows("venue time");
    let offset =
        Screen::of(&event.replace("'10:00'", "2025-02-01T10:00:00+01:00")).tz("Asia/Bishkek").keys("z");
    offset.shows("15:00").shows("my time, Bishkek");
}

#[test]
fn now_is_told_by_the_clock_that_is_shown() {
    let at = Screen::of(KOCHI).tz("Europe/Berlin").now("2023-09-10T05:20:00Z");
    at.clone().shows("now 10:50");
    at.keys("z").shows("now 07:20");
}
