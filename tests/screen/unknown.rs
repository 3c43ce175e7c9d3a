//! A file in an unknown format: the agenda names the kind of file and gives advice, at every size.

use super::harness::Screen;

#[test]
fn the_agenda_names_the_kind_of_an_unknown_file() {
    for (text, words) in [
        (
            "Item,Count,Price\nTea,9,1\nCups,40,2\n",
            "This is a table (CSV) without a column of titles; name the columns in its first row: title, date, start, end, room, speakers.",
        ),
        (
            "<!DOCTYPE html><html><head><title>Schedule</title></head></html>",
            "This is a web page; look on it for a link to schedule.xml, schedule JSON or iCalendar, and open that.",
        ),
        (
            "- title: Opening\n  start: '09:00'\n- title: Talk\n  start: '10:00'\n",
            "This is a YAML file; write its contents as an event file in TOML, or open schedule.xml, schedule JSON or iCalendar.",
        ),
        ("", "The file is empty; an event file begins with title = \"…\"."),
    ] {
        for size in [(80, 24), (40, 12)] {
            let shown = Screen::of(text).size(size).ui("en").text();
            let flat = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flat.contains(words), "{size:?}: {shown}");
        }
    }
}
