//! `docs/WISHES.md`: every key, command, option and condition in it exists.

use std::process::Command;

use kurultai::tui::default_keymap;
use kurultai_schedule::index::Query;

use crate::file;

const PAGE: &str = "docs/WISHES.md";
/// Environment variables that the page names.
const OTHERS: [&str; 1] = ["NO_COLOR"];

/// Returns the texts in backticks, each on one line.
fn code(page: &str) -> Vec<String> {
    let tidy = |code: &str| code.split_whitespace().collect::<Vec<_>>().join(" ");
    page.split('`').skip(1).step_by(2).map(tidy).collect()
}

fn help(command: &[&str]) -> String {
    let mut kurultai = Command::new(env!("CARGO_BIN_EXE_kurultai"));
    let output = kurultai.args(command).arg("--help").env("LC_ALL", "C").output().expect("the program runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// True if the help of a command has a line that begins with a word.
fn lists(help: &str, word: &str) -> bool {
    let of_line = |line: &str| {
        line.split([' ', ',', '[']).filter(|part| !part.is_empty()).take(2).any(|part| part == word)
    };
    help.lines().any(of_line)
}

/// Returns the part of a command line that does not exist.
fn missing(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split(' ').skip(1).collect();
    let mut command: Vec<&str> = Vec::new();
    for word in words {
        let help = help(&command);
        if word.starts_with("--") {
            if !lists(&help, word) {
                return Some(format!("{word} of {line}"));
            }
        } else if command.is_empty() || command == ["plan"] {
            if !lists(&help, word) {
                return Some(format!("{word} of {line}"));
            }
            command.push(word);
        }
    }
    None
}

#[test]
fn everything_named_exists() {
    let page = file(PAGE);
    let keymap = default_keymap();
    let keys: Vec<String> = keymap.bindings().flat_map(|(_, keys)| keys).map(ToString::to_string).collect();
    let options = ["show", "now", "search", "export"].map(|command| help(&[command]));
    let mut counts = [0; 2];
    for code in code(&page) {
        if code.starts_with("kurultai ") {
            assert_eq!(missing(&code), None);
            counts[0] += 1;
        } else if code.starts_with("--") {
            assert!(options.iter().any(|help| lists(help, &code)), "{code}");
        } else if code.contains(':') {
            assert_eq!(Query::read(&code).1, [], "{code}");
        } else if !OTHERS.contains(&code.as_str()) {
            assert!(keys.contains(&code), "{code} is no key");
            counts[1] += 1;
        }
    }
    assert!(counts[0] >= 15 && counts[1] >= 15, "{counts:?}");
    // The check finds unknown words.
    assert_eq!(missing("kurultai plan dance").as_deref(), Some("dance of kurultai plan dance"));
    assert_eq!(missing("kurultai now --grid").as_deref(), Some("--grid of kurultai now --grid"));
    assert_eq!(missing("kurultai now --room janson"), None);
}

#[test]
fn all_wishes_are_counted() {
    let page = file(PAGE);
    let number = |line: &str| line.split_once(". **")?.0.parse::<usize>().ok();
    let numbers: Vec<usize> = page.lines().filter_map(number).collect();
    assert_eq!(numbers, (1..=25).collect::<Vec<_>>());
}
