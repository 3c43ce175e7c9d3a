//! The command palette.

use kurultai::i18n::Locale;
use kurultai::keymap::Action;
use kurultai::tui::default_keymap;

use super::SATURDAY;
use crate::harness::{Screen, screen};

const TWO_DAYS: &str = "title = 'T'\ntimezone = 'Europe/Brussels'\nlanguage = 'en'\n\
    [[people]]\nname = 'Ainura Asanova'\n\
    [[rooms]]\nname = 'Green Hall'\n[[tracks]]\nname = 'Water'\n\
    [[agenda]]\ntitle = 'Glaciers'\ndate = 2025-02-01\nstart = '10:00'\nroom = 'Green Hall'\ntrack = 'Water'\nspeakers = ['Ainura Asanova']\n\
    [[agenda]]\ntitle = 'Rivers'\ndate = 2025-02-02\nstart = '09:00'\n\
    [[agenda]]\ntitle = 'Lakes'\ndate = 2025-02-02\nstart = '15:00'\n";

/// Returns the words of the first line of the palette.
fn best(screen: &Screen) -> String {
    screen.pop_up()[0].split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_action_can_be_found_by_its_name() {
    let locale = Locale::english();
    let agenda = screen(SATURDAY).size((100, 30));
    for (action, keys) in default_keymap().bindings() {
        if action == Action::Commands {
            continue;
        }
        let name = match action {
            Action::Pane(_) => action.name(),
            action => locale.text(action.message()),
        };
        let found = agenda.keys(&format!(":<paste {name}>")).pop_up();
        let key = keys[0].to_string();
        assert!(
            found.iter().any(|line| line.ends_with(&keys.last().expect("a key").to_string())),
            "{name}: {found:#?}"
        );
        assert!(found.iter().any(|line| line.contains(&key)), "{name}: {found:#?}");
    }
}

#[test]
fn enter_runs_the_selected_command() {
    let agenda = screen(SATURDAY).size((100, 30));
    let palette = agenda.keys(":").shows("╭─ Commands · a command, day, time, room or person ─");
    palette.shows("Enter choose   Esc close   ↑↓ move");
    assert_eq!(palette.picture(), agenda.keys("<C-p>").picture());
    assert_eq!(agenda.keys(":timeline<Enter>").picture(), agenda.keys("v").picture());
    assert_eq!(agenda.keys(":people<Enter>").picture(), agenda.keys("2").picture());
    assert_eq!(agenda.keys(":go to now<Enter>").picture(), agenda.keys("t").picture());
    assert_eq!(agenda.keys(":filt<Enter>").picture(), agenda.keys("f").picture());
    assert_eq!(agenda.keys(":<Down><Enter>").picture(), agenda.keys("<Enter>").picture());
    assert_eq!(agenda.keys(":<Down><Up><Enter>").picture(), agenda.keys(" ").picture());
    // By the name in the settings, and by the key.
    assert_eq!(best(&agenda.keys(":event-list")), "▌open another event o");
    assert_eq!(best(&agenda.keys(":ctrl-z")), "▌suspend Ctrl-Z");
    // In the language of the interface, with the bound key.
    let kyrgyz = agenda.clone().lang("ky").bind(Action::Help, &["f1"]);
    assert_eq!(best(&kyrgyz.keys(":жардам")), "▌жардам: бардык баскычтар F1");
    kyrgyz.keys("Жжардам<Enter>").shows("Жардам · издөө үчүн жазыңыз");
}

#[test]
fn the_palette_leads_to_days_times_rooms_tracks_and_people() {
    let event = Screen::of(TWO_DAYS).size((100, 30)).now("2025-01-01T12:00:00Z");
    for (typed, first) in [
        ("sun", "▌Sun 2 Feb 2025 day"),
        ("2 feb", "▌Sun 2 Feb 2025 day"),
        ("2025-02-02", "▌Sun 2 Feb 2025 day"),
        ("14:00", "▌Sat 1 Feb, 14:00 time"),
        ("sun 14:00", "▌Sun 2 Feb, 14:00 time"),
        ("green", "▌Green Hall room"),
        ("HALL", "▌Green Hall room"),
        ("asan", "▌Ainura Asanova person"),
        ("wat", "▌Water track"),
    ] {
        assert_eq!(best(&event.keys(&format!(":{typed}"))), first, "{typed}");
    }
    event.keys(":sun<Enter>").shows("Rivers").lacks("Glaciers");
    assert_eq!(event.keys(":sun 14:00<Enter>").picture(), event.keys("/sun 14:00<Enter>").picture());
    event.keys(":green<Enter>").shows("Green Hall").keys("<BS>").shows("Glaciers");
    event.keys(":asan<Enter>").shows("Ainura Asanova");
    event.keys("2:sun<Enter>").shows("Rivers").keys("<BS>").shows("Ainura Asanova");
    assert_eq!(event.keys(":xyzzy").pop_up()[0], " No command, day, room or person matches “xyzzy”.");
    assert_eq!(event.keys(":xyzzy<Enter>").picture(), event.keys(":xyzzy").picture());
}

#[test]
fn it_closes_and_works_with_the_mouse_and_in_the_event_list() {
    let agenda = screen(SATURDAY).size((100, 30));
    for closes in [":", "<C-p>", "<Esc>", "pick<Esc><Esc>", "<click 2,2>"] {
        assert_eq!(agenda.keys(&format!(":{closes}")).picture(), agenda.picture(), "{closes}");
    }
    let text = agenda.keys(":timeline").text();
    let row = text.lines().position(|line| line.contains("timeline or list")).expect("a row");
    let clicked = agenda.keys(&format!(":timeline<click 40,{row}>"));
    assert_eq!(clicked.picture(), agenda.keys("v").picture());
    let events = crate::harness::events("tests/screen/events").size((80, 24));
    let palette = events.keys("<C-p>").shows("Commands").lacks("must or maybe");
    palette.keys("help<Enter>").shows("Help · type to filter");
    // In a narrow and low window.
    for size in [(40, 12), (19, 4), (12, 3)] {
        let small = agenda.clone().size(size).keys(":pick<End><Home><PgDn><Down>");
        drop(small.text());
    }
    let small = agenda.size((40, 12)).keys(":<End>");
    assert!(small.text().contains('▌'), "{}", small.text());
}
