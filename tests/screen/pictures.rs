//! Every pane and every kind of detail at three sizes for three conferences: text and styles.

use crate::harness::screen;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

/// The panes and details of every conference.
const PANES: [(&str, &str); 9] = [
    ("agenda", "1"),
    ("session", "1j<Enter>"),
    ("people", "2"),
    ("person", "2j<Enter>"),
    ("organizers", "3"),
    ("sponsors", "4"),
    ("about", "5"),
    ("conference", "5<Enter>"),
    ("numbers", "5j<Enter>"),
];

fn pictures(name: &str, path: &str, more: &[(&str, &str)]) {
    for (columns, rows) in SIZES {
        for (what, keys) in PANES.iter().chain(more) {
            let screen = screen(path).size((columns, rows)).now("2025-02-01T12:15:00Z").keys(keys);
            insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("{name}-{what}-{columns}x{rows}"), screen.picture());
            });
        }
    }
}

#[test]
fn the_judges_conference() {
    let more = [("organizer", "3<Enter>"), ("sponsor", "4j<Enter>"), ("delegation", "5G<Enter>")];
    pictures("judges", "events/kawj-2023.toml", &more);
}

#[test]
fn the_saturday() {
    let more = [("room", "1j<Enter><Enter>"), ("track", "1j<Enter>j<Enter>"), ("organizer", "3<Enter>")];
    pictures("saturday", "events/fosdem-2025-saturday.toml", &more);
}

#[test]
fn what_is_hard_to_lay_out() {
    let more = [
        ("room", "1<Enter><Enter>"),
        ("track", "1<Enter>j<Enter>"),
        ("sponsor", "4<Enter>"),
        ("delegation", "5G<Enter>"),
    ];
    pictures("awkward", "tests/screen/awkward.toml", &more);
}
