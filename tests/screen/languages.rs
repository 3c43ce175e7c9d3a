//! The screens in the languages of the interface other than English.

use crate::harness::screen;
use crate::{JUDGES, SATURDAY};

#[test]
fn the_judges_conference_in_kyrgyz_and_russian() {
    for lang in ["ky", "ru"] {
        for (what, keys) in
            [("agenda", "1"), ("people", "2"), ("sponsors", "4"), ("about", "5<Enter>"), ("help", "?")]
        {
            let screen = screen(JUDGES).size((80, 24)).lang(lang).keys(keys);
            snapshot(&format!("{lang}-judges-{what}-80x24"), &screen.picture());
        }
    }
}

#[test]
fn the_saturday_in_kyrgyz_and_russian() {
    for lang in ["ky", "ru"] {
        let screen = screen(SATURDAY).size((120, 40)).now("2025-02-01T11:42:00Z").ui(lang);
        snapshot(&format!("{lang}-saturday-agenda-120x40"), &screen.picture());
        snapshot(&format!("{lang}-saturday-session-80x24"), &screen.size((80, 24)).keys("<Enter>").picture());
    }
}

fn snapshot(name: &str, picture: &str) {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, picture);
    });
}

#[test]
fn every_tab_and_the_clock_fit_from_100_columns_on() {
    for (lang, tabs, clock) in [
        (
            "en",
            "1 Agenda 91   2 People 110   3 Organizers 1   4 Sponsors   5 About   6 Plan",
            "Brussels time\n",
        ),
        (
            "ky",
            "1 Программа 91   2 Адамдар 110   3 Уюштуруу 1   4 Колдоо   5 Маалымат   6 План",
            "Брюссель убактысы\n",
        ),
        (
            "ru",
            "1 Программа 91   2 Люди 110   3 Организаторы 1   4 Партнёры   5 Инфо   6 План",
            "время: Брюссель\n",
        ),
    ] {
        screen(SATURDAY).size((120, 40)).ui(lang).shows(tabs).shows(clock);
        screen(SATURDAY).size((100, 40)).ui(lang).shows(tabs).shows(clock);
        // Where they are many letters, they stand nearer to each other.
        if lang == "ky" {
            let narrow = tabs.replace("   ", "  ");
            screen(SATURDAY).size((97, 40)).ui(lang).shows(&narrow).shows(clock);
        }
    }
}

#[test]
fn what_lasts_all_day_says_so_whole() {
    for (lang, words) in [("en", "▌all day  Again"), ("ky", "▌күнү бою Again"), ("ru", "▌весь день Again")]
    {
        let screen = screen("tests/event_file/everything.toml").ui(lang).keys("]");
        screen.clone().size((40, 12)).shows(words);
        screen.size((80, 24)).shows(words.trim_end_matches("Again").trim_end());
    }
}

#[test]
fn every_size_is_survived_in_every_language() {
    for lang in ["ky", "ru"] {
        for size in
            [(0, 0), (19, 12), (20, 5), (21, 8), (29, 9), (40, 12), (59, 20), (60, 24), (99, 30), (300, 100)]
        {
            for keys in ["", "]", "2j<Enter>", "4<Enter>", "5<Enter>", "?"] {
                screen("tests/event_file/everything.toml").size(size).lang(lang).keys(keys).text();
                screen(JUDGES).size(size).lang(lang).keys(keys).text();
            }
        }
    }
}
