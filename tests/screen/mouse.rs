//! The mouse: clicks and scrolling.

use crate::harness::{Screen, screen};

const SATURDAY: &str = "events/fosdem-2025-saturday.toml";

/// Clicks on the beginning of a text.
fn click(screen: &Screen, text: &str) -> Screen {
    screen.keys(&format!("<click {}>", cell(screen, text)))
}

fn cell(screen: &Screen, text: &str) -> String {
    let frame = screen.text();
    let found = frame
        .lines()
        .enumerate()
        .find_map(|(row, line)| Some((line.split_once(text)?.0.chars().count(), row)));
    let (column, row) = found.unwrap_or_else(|| panic!("no {text:?} in:\n{frame}"));
    format!("{column},{row}")
}

fn wide() -> Screen {
    screen(SATURDAY).size((120, 40))
}

#[test]
fn a_click_selects_a_row_and_another_opens_it() {
    let title = "Code Is Different";
    let screen = screen(SATURDAY).size((80, 24));
    let selected = click(&screen, title).shows("Enter open");
    assert_eq!(selected.picture(), screen.keys("jj").picture());
    assert_eq!(click(&selected, title).picture(), screen.keys("jj<Enter>").picture());
    assert_eq!(click(&screen, "10:00 ──").picture(), screen.picture(), "a head is no row");
}

#[test]
fn a_click_follows_a_link_and_enters_the_detail() {
    let screen = wide().keys("jj");
    let track = click(&screen, "Main Track - K Building").shows("Backspace");
    assert_eq!(track.keys("<BS>").picture(), screen.keys("<Enter>j<Enter><BS>").picture());
    click(&screen, "where  ").shows("Esc back");
}

#[test]
fn tabs_days_and_hints_can_be_clicked() {
    let screen = wide();
    assert_eq!(click(&screen, "2 People").picture(), screen.keys("2").picture());
    assert_eq!(click(&screen, "? help").picture(), screen.keys("?").picture());
    assert_eq!(click(&screen, "Tab pane").picture(), screen.keys("<Tab>").picture());
    let days = "title = 'T'\n[[agenda]]\ntitle = 'a'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'b'\ndate = 2025-02-02\n";
    let days = Screen::of(days);
    click(&days, "Sun 2 Feb").shows("day 2 of 2");
}

#[test]
fn a_click_beside_the_help_closes_it() {
    let screen = wide().keys("?");
    assert_eq!(click(&screen, "FOSDEM").picture(), wide().picture());
    click(&screen, "In this pane").shows("In this pane");
    let scrolled = screen.clone().size((120, 12)).keys("<wheel-down 60,6>").lacks("In this pane");
    scrolled.keys("<wheel-up 60,6>").shows("In this pane");
}

#[test]
fn the_wheel_scrolls_and_keeps_the_selection_visible() {
    let screen = screen(SATURDAY).size((80, 24));
    let down = screen.keys("<wheel-down 10,10><wheel-down 10,10>");
    assert_ne!(down.text(), screen.text());
    down.clone().shows("▌");
    let row = |screen: &Screen, row| screen.text().lines().nth(row).map(|line| line.replace('▌', " "));
    let end = screen.keys(&"<wheel-down 10,10>".repeat(200)).shows("▌");
    assert_eq!(row(&end, 20), row(&screen.keys("G"), 20), "the end of the list");
    let back = end.keys(&"<wheel-up 10,10>".repeat(200));
    assert_eq!(row(&back, 3), row(&screen, 3), "its beginning");

    let detail = wide().keys("2<Enter>").size((120, 12)).keys("<wheel-down 100,6>");
    let list = |screen: &Screen| {
        screen.text().lines().map(|line| line.chars().take(62).collect::<String>()).collect::<Vec<_>>()
    };
    assert_eq!(list(&detail), list(&wide().keys("2<Enter>").size((120, 12))), "the list stays");
}

#[test]
fn in_the_list_of_events_a_click_selects_and_another_opens() {
    let list = crate::harness::events("tests/screen/events").now("2025-02-02T12:00:00Z").size((80, 24));
    let selected = click(&list, "It is over").shows("▌It is over");
    click(&selected, "It is over").shows("1 Agenda   2 People");
    list.keys("<wheel-down 5,5>").shows("▌");
    click(&list.keys("x"), "Esc clear").shows("Type to find");
}

#[test]
fn cells_that_are_not_there_are_nothing() {
    for cell in ["65535,65535", "0,65535", "65535,0", "79,23", "0,0"] {
        for what in ["click", "wheel-up", "wheel-down"] {
            for keys in ["", "2<Enter>", "?", "o"] {
                let screen = screen(SATURDAY).size((80, 24)).keys(keys);
                for size in [(80, 24), (20, 5), (0, 0)] {
                    drop(screen.clone().size(size).keys(&format!("<{what} {cell}>")).buffer());
                }
            }
        }
    }
}

#[test]
fn a_click_on_a_message_only_takes_it_away() {
    let event = "title = 'T'\n[[agenda]]\ntitle = 'a'\nstart = 'noon'\n";
    let screen = Screen::of(event).keys("x").shows("does nothing here");
    for column in 0..80 {
        let clicked = screen.keys(&format!("<click {column},22>"));
        assert_eq!(clicked.text(), Screen::of(event).text(), "{column}");
    }
    // The hints below do not change.
    screen.keys("<click 76,23>").shows("error[bad-time]");
}

#[test]
fn a_sheet_leaves_the_hints_in_sight_and_lets_no_click_through() {
    let help = screen(SATURDAY).size((80, 24)).keys("?");
    help.clone().shows("Esc close   ↑↓ scroll   Ctrl-C quit");
    for column in 10..70 {
        assert_eq!(help.keys(&format!("<click {column},22>")).text(), help.text(), "{column}");
    }
    click(&help, "Esc close").lacks("╭─ Help");
}

#[test]
fn the_wheel_reaches_the_end_where_rows_are_high() {
    let cases = [
        ("events/kawj-2023.toml", (40, 12), 12),
        ("events/kawj-2023.toml", (40, 10), 12),
        ("events/kawj-2023.toml", (20, 7), 40),
        ("events/showcase.toml", (80, 12), 40),
        ("events/showcase.toml", (50, 16), 40),
    ];
    for (event, size, turns) in cases {
        let screen = screen(event).size(size).keys("2");
        let down = screen.keys(&"<wheel-down 5,5>".repeat(turns));
        let row = |screen: &Screen| screen.text().lines().rev().nth(1).map(|line| line.replace('▌', " "));
        assert_eq!(row(&down), row(&screen.keys("G")), "{event} {size:?}");
        let up = down.keys(&"<wheel-up 5,5>".repeat(turns));
        assert_eq!(up.text().lines().nth(3), screen.text().lines().nth(3), "{event} {size:?}");
    }
}

#[test]
fn chips_can_be_clicked() {
    let filtered = screen(SATURDAY).size((80, 24)).keys("fafter:14:00<Enter><Enter>jM").shows("1 hidden H");
    filtered.shows(" after: 14:00 ").shows(" F all ");
    assert_eq!(click(&filtered, "F all").picture(), filtered.keys("F").picture());
    assert_eq!(click(&filtered, "1 hidden").picture(), filtered.keys("H").picture());
    // The condition is removed, and hidden sessions remain hidden.
    click(&filtered, "after: 14:00").lacks("after:").shows("1 hidden H");
    // The number leads to the facets, and so do search terms.
    assert_eq!(click(&filtered, " of 91").picture(), filtered.keys("f").picture());
    let words = screen(SATURDAY).size((80, 24)).keys("fqqq<Enter>").keys("<Enter>").shows(" qqq ");
    assert_eq!(click(&words, "qqq").picture(), words.keys("f").picture());
    // A click on its tab leaves a secondary pane, like Esc.
    for keys in ["T", "f", "/rust<Tab>"] {
        let agenda = screen(SATURDAY).now("2025-02-01T12:20:00Z").size((100, 30));
        let over = agenda.keys(keys);
        let name = ["Now and next", "Filter", "Found"].into_iter().find(|name| over.text().contains(name));
        let left = click(&over, name.expect("its name"));
        assert_eq!(left.text(), agenda.text(), "{keys}");
    }
}
