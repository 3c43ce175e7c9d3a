//! Words of any length fit on the screen, and everything in a file can be reached by keys.

use std::collections::BTreeSet;

use toml::Value;

use crate::harness::{Screen, screen};

const JUDGES: &str = "events/kawj-2023.toml";

/// The longest words of their kind in Kyrgyz.
const LONG_WORDS: &str = "
pane-agenda = Программа
pane-people = Адамдар
pane-organizers = Уюштуруучулар
pane-sponsors = Колдоочулар
pane-about = Иш-чара жөнүндө
label-position = кызмат орду
label-attendance = катышуу түрү
label-role = коноктор жана баяндамачылар
hint-follow = баштапкы файлды түзөтүү
hint-open = иш-чара убактысы же менин убактым
venue-time = иш-чара убактысы
";

#[test]
fn long_words_of_other_languages_have_a_place() {
    for (size, name) in [((120, 40), "120x40"), ((80, 24), "80x24"), ((40, 12), "40x12")] {
        for (keys, what) in [("2<Enter>", "person"), ("5", "about")] {
            let screen = screen(JUDGES).words(LONG_WORDS).size(size).keys(keys);
            insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("long-words-{what}-{name}"), screen.picture());
            });
        }
    }
}

#[test]
fn everything_in_the_file_can_be_reached_with_keys() {
    let file: toml::Table = include_str!("../../events/kawj-2023.toml").parse().expect("TOML");
    let mut displayed = String::new();
    kyrgyz_texts(&Value::Table(file), &mut displayed);
    for size in [(80, 24), (40, 12)] {
        let read = words(&everything_readable(size));
        let missing: Vec<_> = words(&displayed).into_iter().filter(|word| !read.contains(word)).collect();
        assert_eq!(missing, Vec::<String>::new(), "{size:?}");
    }
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 1).map(str::to_owned).collect()
}

fn kyrgyz_texts(value: &Value, displayed: &mut String) {
    match value {
        Value::Table(table) => match table.get("ky").and_then(Value::as_str) {
            Some(text) => displayed.extend([text, "\n"]),
            None => table.values().for_each(|value| kyrgyz_texts(value, displayed)),
        },
        Value::Array(values) => values.iter().for_each(|value| kyrgyz_texts(value, displayed)),
        _ => {}
    }
}

/// Opens every item of every pane and scrolls to its end; returns everything that is displayed.
fn everything_readable(size: (u16, u16)) -> String {
    let mut read = String::new();
    for pane in 1..=5 {
        let mut at = screen(JUDGES).size(size).keys(&pane.to_string());
        loop {
            read += &at.text();
            let mut detail = at.keys("<Enter>");
            loop {
                read += &detail.text();
                let further = detail.keys("<PgDn>");
                if further.text() == detail.text() {
                    break;
                }
                detail = further;
            }
            let next = at.keys("j");
            if next.picture() == at.picture() {
                break;
            }
            at = next;
        }
    }
    read
}

#[test]
fn a_status_that_every_session_has_is_not_repeated_in_each() {
    let detail = |statuses: [&str; 2]| {
        let session = |(at, status): (usize, &str)| {
            format!("[[agenda]]\ntitle = 'S{at}'\nstart = '1{at}:00'\n{status}\n")
        };
        let sessions: String = statuses.into_iter().enumerate().map(session).collect();
        let text = format!("title = 'T'\ndate = 2025-02-01\n{sessions}");
        Screen::of(&text).size((120, 40)).keys("g<Enter>").text()
    };
    let confirmed = "status = 'confirmed'";
    assert!(!detail([confirmed; 2]).contains("confirmed"));
    assert!(!detail([confirmed, "status = 'cancelled'"]).contains("confirmed"));
    // Beside a session that is not confirmed, the word is informative.
    assert!(detail([confirmed, "status = 'tentative'"]).contains("confirmed"));
    assert!(detail([confirmed, ""]).contains("confirmed"));
}
