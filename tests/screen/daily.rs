//! Everyday tasks: languages, copying, reloading, counts, the mouse.

use kurultai::keymap::Code;
use kurultai::tui::default_keymap;

use crate::harness::{Screen, screen};

const JUDGES: &str = "events/kawj-2023.toml";
const SATURDAY: &str = "events/fosdem-2025-saturday.toml";

const BEFORE: &str = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'one'\nstart = '09:00'\n\
    [[agenda]]\ntitle = 'two'\nstart = '10:00'\n[[agenda]]\ntitle = 'three'\nstart = '11:00'\n";

#[test]
fn l_switches_languages_and_reports_missing_texts() {
    let event = "title = { ky = 'Күн', en = 'Day' }\nlanguage = 'ky'\n[[agenda]]\n\
        title = { ky = 'Ачылыш', en = 'Opening', de = 'Eröffnung' }\n[[agenda]]\ntitle = 'Чай'\n";
    let ky = Screen::of(event).shows("Күн").shows("Ачылыш").shows(" KY").lacks("KY +");
    let en = ky.keys("L").shows("Day").shows("Opening").shows("Чай").shows("EN + KY");
    let en = en.shows("English; untranslated texts stay as they are.");
    let de = en.keys("L").shows("Күн").shows("Eröffnung").shows("DE + KY").lacks("English;");
    assert_eq!(de.keys("Lg").picture(), ky.keys("g").picture());
    Screen::of("title = 'T'").keys("L").shows("This schedule has only one language.");
    screen(JUDGES).size((80, 24)).keys("L").shows("Russian").lacks("translated").shows(" RU");
}

#[test]
fn y_copies_the_link_or_else_the_selection() {
    let linked = "title = 'T'\nurl = 'https://t.example/'\ndate = 2025-02-01\n\
        [[agenda]]\ntitle = 'one'\nurl = 'https://t.example/1'\n[[agenda]]\ntitle = 'two'\nstart = '10:00'\n\
        room = 'Hall'\nspeakers = ['Ann']\n";
    let screen = Screen::of(linked);
    assert_eq!(
        screen.keys("y").shows("Sent to the clipboard: two · Sat 1 Feb, 10:00 – · Hall").copied(),
        "two · Sat 1 Feb, 10:00 – · Hall"
    );
    assert_eq!(screen.keys("jy").copied(), "https://t.example/1");
    assert_eq!(screen.keys("<Enter>jy").copied(), "Ann", "the selected link");
    assert_eq!(screen.keys("5y").copied(), "https://t.example/");
    assert_eq!(screen.keys("4y").copied(), "", "nothing is selected");
    let long = "[[info]]\ntitle = 'long'\ntext = 'LONG'\n".replace("LONG", &"ab".repeat(40_000));
    let screen = Screen::of(&format!("title = 'T'\n{long}")).keys("5jy");
    assert_eq!(screen.shows("Too long for the terminal’s clipboard.").copied(), "");
}

#[test]
fn r_keeps_the_selection_when_the_file_has_changed() {
    let moved = "title = 'T2'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'zero'\nstart = '08:00'\n\
        [[agenda]]\ntitle = 'one'\nstart = '09:00'\n[[agenda]]\ntitle = 'two'\nstart = '10:30'\n";
    let screen = Screen::of(BEFORE).later(moved).keys("j").shows("▌10:00");
    screen.keys("r").shows("T2").shows("zero").shows("▌10:30").shows("File reloaded.");
    let later = "title = 'T'\n[[agenda]]\ntitle = 'two'\ndate = 2025-02-02\nstart = '10:00'\n\
        [[agenda]]\ntitle = 'one'\ndate = 2025-02-01\n";
    let screen = Screen::of(BEFORE).later(later).keys("j<Enter>r").shows("Sun 2 Feb, 10:00");
    screen.keys("<Esc>").shows("day 2 of 2").shows("▌10:00");
}

#[test]
fn r_keeps_the_schedule_when_the_file_has_none_any_more() {
    let empty = "The file no longer has a schedule; the previous version is still shown.";
    Screen::of(BEFORE).later("").keys("jr").shows(empty).shows("▌10:00");
    Screen::of(BEFORE).later("title = 'T'\n[[agen").keys("jr").shows(empty).shows("▌10:00");
    let mistaken = Screen::of(BEFORE).later("title = 'T'\n[[agenda]]\ntitle = 'two'\nstart = 9\n").keys("jr");
    mistaken.shows("This file has 1 problem; press ! to see it.").shows("two · !").lacks("three");
    let gone = Screen::of(BEFORE).keys("jr");
    gone.shows("test.toml: no such file. The previous version is still shown.").shows("▌10:00");
}

#[test]
fn mistakes_are_shown_and_can_be_scrolled() {
    let event = format!("title = 'T'\n{}", "[[agenda]]\ntitle = 'a'\nstart = 'noon'\n".repeat(9));
    let sheet = Screen::of(&event).keys("!").shows("test.toml:4:9: error[bad-time]").lacks("test.toml:28:9");
    sheet.keys("G").shows("test.toml:28:9").lacks("test.toml:4:9").keys("!").lacks("bad-time");
    Screen::of("title = 'T'").keys("!").shows("No problems in this file.");
}

#[test]
fn a_digit_opens_its_pane_and_counts_nothing() {
    let screen = screen(SATURDAY).size((80, 24));
    assert_eq!(screen.keys("2j").picture(), screen.keys("<Tab>j").picture());
    assert_eq!(screen.keys("61j").picture(), screen.keys("j").picture());
    assert_eq!(screen.keys("25j").picture(), screen.keys("5j").picture());
    assert_eq!(screen.keys("12").picture(), screen.keys("2").picture());
    screen.keys("12").shows("▌Aapo Alasuutari");
    // Digits without a pane are unbound keys.
    screen.keys("7").shows("`7` does nothing here · ? keys");
    assert_eq!(screen.keys("70j").picture(), screen.keys("j").picture());
}

#[test]
fn half_a_page_is_half_as_far_as_a_page() {
    let screen = screen(SATURDAY).size((80, 24));
    let row = |keys: &str| {
        let text = screen.keys(keys).text();
        text.lines().find(|line| line.starts_with('▌')).expect("a selection").to_owned()
    };
    assert_eq!(row("<C-d><C-u>"), row(""));
    assert_ne!(row("<C-d>"), row("<PgDn>"));
    assert_ne!(row("<C-d>"), row(""));
    assert_eq!(row("<C-d><C-d><C-u><C-u>"), row(""));
}

#[test]
fn a_key_without_a_binding_is_answered() {
    let screen = screen(SATURDAY).size((80, 24));
    screen.keys("x").shows(" `x` does nothing here · ? keys");
    screen.keys("<C-x>").shows(" `Ctrl-X` does nothing here · ? keys");
    screen.keys("xj").lacks("does nothing");
    screen.keys("?x").lacks("does nothing");
}

#[test]
fn keys_work_under_a_cyrillic_layout() {
    let screen = screen(SATURDAY).size((80, 24));
    for (cyrillic, latin) in [
        ("о", "j"),
        ("ө", "j"),
        ("ооол", "jjjk"),
        ("П", "G"),
        ("м", "v"),
        ("1ъ", "1]"),
        ("а", "f"),
        ("Ь", "M"),
        ("с", "c"),
        (",", "?"),
    ] {
        assert_eq!(screen.keys(cyrillic).picture(), screen.keys(latin).picture(), "{cyrillic}");
    }
}

/// The letters of a Latin keyboard by row, and the letters of a Russian one on the same keys.
const LAYOUTS: [(&str, &str); 6] = [
    ("qwertyuiop[]", "йцукенгшщзхъ"),
    ("asdfghjkl;'", "фывапролджэ"),
    ("zxcvbnm,./", "ячсмитьбю."),
    ("QWERTYUIOP{}", "ЙЦУКЕНГШЩЗХЪ"),
    ("ASDFGHJKL:", "ФЫВАПРОЛДЖ"),
    ("ZXCVBNM?", "ЯЧСМИТЬ,"),
];

#[test]
fn every_command_has_its_key_under_a_cyrillic_layout() {
    let pairs: Vec<(char, char)> =
        LAYOUTS.iter().flat_map(|(latin, cyrillic)| latin.chars().zip(cyrillic.chars())).collect();
    let at = |keys: &str| {
        let screen = screen(SATURDAY).size((80, 24)).now("2025-02-01T12:20:00Z").tz("Asia/Bishkek");
        screen.keys("/rust<Enter><Esc>").keys(keys)
    };
    let keymap = default_keymap();
    let letters =
        keymap.bindings().flat_map(|(_, keys)| keys).filter_map(|binding| binding.single()).filter_map(
            |key| match key.code {
                Code::Char(c) if !key.ctrl && !c.is_ascii_digit() && c != ' ' && c != '!' => Some(c),
                _ => None,
            },
        );
    let mut count = 0;
    for latin in letters {
        let (_, cyrillic) =
            pairs.iter().find(|(of_latin, _)| *of_latin == latin).expect("a key of the keyboard");
        assert_eq!(at(&cyrillic.to_string()).picture(), at(&latin.to_string()).picture(), "{cyrillic}");
        count += 1;
    }
    assert!(count >= 30, "{count} commands");
    // The additional letters of Kyrgyz are on the keys of the Russian letters from which they are derived.
    for (kyrgyz, russian) in [('ө', 'о'), ('ң', 'н'), ('ү', 'у')] {
        let (kyrgyz, russian) = (at(&format!("{kyrgyz}j")), at(&format!("{russian}j")));
        assert_eq!(kyrgyz.picture(), russian.picture());
    }
}

#[test]
fn cyrillic_letters_are_text_in_every_field() {
    let screen = screen(SATURDAY).size((80, 24));
    for (opens, typed, shown) in [
        (".", "раст", " / раст▌"),
        ("а", "көңүл", " filter көңүл▌"),
        ("ф", "сөз йо", " note сөз йо▌"),
        ("и", "ъу", "ъу▌"),
        (",", "жок", "· жок▌"),
        ("щ", "тоо", "тоо▌"),
    ] {
        screen.keys(opens).keys(typed).shows(shown);
    }
}

#[test]
fn hints_stay_beside_messages() {
    let screen = screen(SATURDAY).size((80, 24)).now("2025-02-01T12:20:00Z");
    let hints = |screen: &Screen| screen.text().lines().last().expect("hints").to_owned();
    for keys in [" ", "y", "x", "M", "e", "T M", "G y"] {
        let after = screen.keys(keys);
        let rows: Vec<String> = after.text().lines().map(str::to_owned).collect();
        assert!(rows[22].trim_end_matches('─').trim().chars().count() > 5, "{keys}: {}", after.text());
        assert!(hints(&after).contains("? help   q quit"), "{keys}: {}", after.text());
        // The next key removes the message and has its usual effect.
        assert!(after.keys("j").text().lines().nth(22).is_some_and(|row| row.starts_with("────")), "{keys}");
    }
}

#[test]
fn the_help_shows_cyrillic_letters_to_those_who_type_them() {
    let help = screen(SATURDAY).size((80, 40));
    help.clone().lang("ru").keys("?").shows("m (ь)").shows("j (о)");
    help.keys("?").lacks("(о)");
}

#[test]
fn the_head_of_the_hour_stays_in_sight() {
    let screen = screen(SATURDAY).size((80, 24)).keys("<PgDn>");
    let rows: Vec<String> = screen.text().lines().map(str::to_owned).collect();
    assert!(rows[3].starts_with(" 09:00 ──") || rows[3].starts_with(" 10:00 ──"), "{}", screen.text());
    assert!(!rows[4].contains("──"), "{}", screen.text());
}

#[test]
fn languages_that_differ_in_their_script_are_told_apart() {
    let event = "title = { zh-Hant = '會議', zh-Hans = '会议' }\n";
    Screen::of(event).shows(" zh-Hant").keys("L").shows(" zh-Hans").shows("Chinese (zh-Hans)");
}

#[test]
fn nothing_hostile_is_typed() {
    let screen = screen(SATURDAY).keys("/<paste a\u{1b}[31m\u{e0020}\u{202e}b>").shows(" / a[31mb▌");
    assert!(!screen.text().contains(['\u{1b}', '\u{e0020}', '\u{202e}']));
}
