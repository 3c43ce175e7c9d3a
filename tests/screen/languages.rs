//! The screen in the interface languages other than English.

use crate::harness::{Screen, screen};
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
        // If there are many letters, the gaps are smaller.
        if lang == "ky" {
            let narrow = tabs.replace("   ", "  ");
            screen(SATURDAY).size((97, 40)).ui(lang).shows(&narrow).shows(clock);
        }
    }
}

#[test]
fn the_words_for_all_day_are_not_truncated() {
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

/// Returns the tab bar, with the number and details of each pane.
fn tabs(screen: &Screen) -> String {
    screen.text().lines().nth(1).expect("the tabs").to_owned()
}

#[test]
fn no_tab_is_a_number_with_a_count() {
    for (event, lang) in
        [JUDGES, SATURDAY].into_iter().flat_map(|event| ["en", "ky", "ru"].map(|lang| (event, lang)))
    {
        for keys in ["", "2", "6", "T", "/a", "/a<Tab>", "f", "c", "  j 6"] {
            for columns in [30, 50, 60, 70, 80, 90, 100, 130] {
                let screen =
                    screen(event).lang(lang).now("2025-02-01T12:20:00Z").size((columns, 24)).keys(keys);
                let line = tabs(&screen);
                let mut pane = 0;
                let mut is_named = true;
                for word in line.split_whitespace() {
                    if word == (pane + 1).to_string() {
                        (pane, is_named) = (pane + 1, false);
                    } else if pane > 0 {
                        let is_count = word.chars().all(|c| c.is_ascii_digit());
                        assert!(is_named || !is_count, "{lang} {keys} {columns}: {line}");
                        is_named = true;
                    }
                }
                assert_eq!(pane, 6, "{lang} {keys} {columns}: {line}");
            }
        }
    }
}

#[test]
fn secondary_panes_keep_the_names_of_tabs_at_80_columns() {
    let over = |event: &str, lang, keys: &str| {
        tabs(&screen(event).lang(lang).now("2025-02-01T12:20:00Z").size((80, 24)).keys(keys))
    };
    assert_eq!(
        over(SATURDAY, "en", "T"),
        " 1 Agenda 2 People 3 Organizers 4 5 About 6 Plan Now and next     Brussels time"
    );
    assert_eq!(
        over(JUDGES, "ky", "/сот<Tab>"),
        " 1 Программа  2 Адамдар  3 Уюштуруу  4 Колдоо  5 Маалымат  6 План  Табылды   KY"
    );
    assert_eq!(
        over(JUDGES, "ru", "/суд<Tab>"),
        " 1 Программа  2 Люди  3 Организаторы  4 Партнёры  5 Инфо  6 План  Найдено    RU"
    );
    // If there is no room, the clock moves to the line above.
    assert_eq!(
        over(SATURDAY, "ru", "T"),
        " 1 Программа 2 Люди 3 Организаторы 4 Партнёры 5 Инфо 6 План Сейчас и далее"
    );
}
