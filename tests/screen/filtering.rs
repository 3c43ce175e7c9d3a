//! Filtering the agenda.

use crate::harness::{Screen, screen};

const SATURDAY: &str = "events/fosdem-2025-saturday.toml";

#[test]
fn facets_have_counts_and_are_found_by_typing() {
    let screen = screen(SATURDAY).size((80, 24));
    let list =
        screen.keys("f").shows(" filter ▌").shows("91 of 91").shows("Space choose").shows("Enter show");
    list.shows(" track:                  ").shows("Keynotes").lacks("day:");
    let typed = list.keys("jans").shows(" filter jans▌").shows("Main Track - Janson").lacks("Keynotes");
    let chosen = typed.keys("<Down><Enter>").shows("▌✓ Janson").shows("10 of 91").shows(" filter ▌");
    chosen.keys("<Enter>").shows(" room: Janson   10 of 91   F all").shows("▌09:30").lacks("K.1.105");
    chosen.keys("<Esc>").shows(" room: Janson   10 of 91   F all");
    chosen.keys("<Enter>F").lacks("F all").shows("K.1.105");
}

#[test]
fn words_narrow_the_facets_and_space_selects() {
    let screen = screen(SATURDAY).size((80, 24));
    let rust = screen.keys("frust").shows(" filter rust▌").shows("▌  Rust ");
    rust.keys(" ")
        .shows("▌✓ Rust ")
        .shows(" filter ▌")
        .keys("<Enter>")
        .shows(" track: Rust   ")
        .lacks("Janson");
    rust.keys("<Enter><Enter>").shows(" track: Rust   ");
    // Several words, from a paste, must all match; words without a match list nothing.
    screen.keys("f<paste main track>").shows("Main Track - Janson").lacks("Rust ");
    screen.keys("f<paste track rust>").shows("Rust ").lacks("Main Track");
    for words in ["zzz", "rust zzz", "zzz rust"] {
        let nothing = screen.keys(&format!("f<paste {words}>")).lacks("Main Track").lacks("Rust ");
        assert_eq!(nothing.keys(" ").picture(), nothing.picture(), "{words}");
    }
    // In a condition, Space is text.
    screen.keys("froom:janson after:14:00").shows(" filter room:janson after:14:00▌");
}

#[test]
fn a_choice_is_taken_left_out_and_let_be_by_turns() {
    let space = |keys: &str| screen(SATURDAY).size((80, 24)).keys("f<Down>").keys(keys);
    space(" ").shows("✓").keys(" ").shows("✗").keys(" ").lacks("✗").lacks("✓").shows("91 of 91");
}

#[test]
fn conditions_can_be_typed_and_are_taken_back_one_by_one() {
    let screen = screen(SATURDAY).size((80, 24));
    let both = screen.keys("froom:janson after:14:00<Enter><Enter>");
    both.shows(" room: janson   after: 14:00   5 of 91   F all").lacks("Welcome");
    both.keys("<click 3,3>").shows(" after: 14:00 ").lacks("room: janson");
    screen.keys("fafter:noon<Enter>").shows("14:00").keys("x").shows(" filter after:noon");
    // Text that matches no value may be a search term; otherwise it is an error.
    screen.keys("fqqq").shows("Enter shows the matching sessions.");
    screen.keys("froom:qqq").shows("Nothing in this schedule matches.");
}

#[test]
fn filters_move_with_the_clock_and_with_the_plan() {
    let at = |now: &str| screen(SATURDAY).size((80, 24)).now(now);
    at("2025-02-01T12:15:00Z")
        .keys("fis:now<Enter><Enter>")
        .shows(" is: now   7 of 91")
        .shows("Rust for Linux");
    at("2025-02-01T17:45:00Z").keys("f-is:past<Enter><Enter>").shows(" -is: past ");
    let picked =
        screen(SATURDAY).size((80, 24)).keys(" fis:picked<Enter><Enter>").shows("is: picked   1 of 91");
    picked.keys(" ").shows("Nothing on this day is shown. F shows everything again.");
}

#[test]
fn past_sessions_are_dim_on_the_running_day_alone() {
    let event = "title = 'T'\ndate = 2025-02-01\ntimezone = 'UTC'\nagenda = [\n\
        { title = 'over', start = '10:00', end = '10:30' },\n{ title = 'on', start = '10:15', end = '11:00' },\n]\n";
    let style = |now: &str| Screen::of(event).now(now).keys("G").picture();
    assert_ne!(style("2025-02-01T10:30:00Z"), style("2025-02-01T10:29:00Z"));
    let frame = Screen::of(event).now("2025-02-01T10:30:00Z").keys("G").picture();
    let lines: Vec<&str> = frame.lines().collect();
    let over = lines.iter().position(|line| line.contains("over")).expect("it is listed");
    assert!(lines[over + 25].contains("bbbb"), "{frame}");
}

#[test]
fn a_visited_session_is_listed_although_it_is_filtered_out() {
    let event = "title = 'T'\ndate = 2025-02-01\nagenda = [\n\
        { title = 'One', start = '10:00', room = 'Hall' },\n\
        { title = 'Two', start = '11:00', room = 'Yard' },\n\
        { title = 'Three', start = '12:00', room = 'Yard' },\n]\n";
    let yard = Screen::of(event).keys("froom:yard<Enter><Enter>").lacks("One");
    let one = yard.keys("/one<Enter>").shows(" One\n").shows("hit 1 of 1");
    one.keys(" ").shows("Added to the plan: One");
    one.keys("<Esc>").shows("▌10:00           One").keys("j").lacks("One").shows("▌11:00           Two");
    one.keys("<Esc>froom:yard<Enter><Enter>").lacks("One");
    Screen::of(event)
        .keys("M/one<Enter>")
        .shows(" One\n")
        .keys("<Esc>")
        .shows("▌10:00           One")
        .shows("1 hidden");
}

#[test]
fn unknown_values_are_reported() {
    let day = Screen::of(
        "title = 'T'\ndate = 2025-02-01\nagenda = [{ title = 'One', start = '10:00', room = 'Hall' }]",
    );
    day.keys("froom:nowhere<Enter>").shows("nowhere").keys("<Esc><Esc>").shows("One");
}

#[test]
fn a_click_on_a_tab_ends_the_choice() {
    let day = Screen::of(
        "title = 'T'\ndate = 2025-02-01\nagenda = [{ title = 'One', start = '10:00', room = 'Hall' }]",
    );
    day.keys("f<click 24,1>").shows("No organizers").lacks(" filter ▌").keys("q").lacks(" filter ▌");
}
