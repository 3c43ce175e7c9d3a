//! The event file, key by key and rule by rule: a file and all of its diagnostics.
//!
//! `diagnostics.txt` contains the cases: a line `### name`, the file, a line `---`, and the whole output. To
//! accept changed outputs, run this test with `BLESS=1` and review the difference.

#![cfg(test)]

mod advice;
mod checks;
mod generated;
mod json_schema;
mod repaired;
mod written;

use std::fmt::Write as _;
use std::path::Path;

use kurultai::i18n::Locale;
use kurultai::presenter::diagnostic::full;
use kurultai_schedule::check::check;
use kurultai_schedule::diagnostic::{self, Code, Diagnostic, Source};
use kurultai_schedule::format;

/// Returns the output of `kurultai check` for a text.
fn diagnostics(text: &str) -> String {
    let source = Source::new("event.toml", text);
    let read = format::event_file::read(&source);
    let mut diagnostics = read.diagnostics;
    diagnostics.extend(check(&read.conference, &read.source_map));
    diagnostic::sort(&mut diagnostics);
    printed(&diagnostics, &source)
}

/// Returns the diagnostics of the reader alone.
fn diagnostics_of_reader(text: &str) -> String {
    let source = Source::new("event.toml", text);
    printed(&format::event_file::read(&source).diagnostics, &source)
}

fn printed(diagnostics: &[Diagnostic], source: &Source) -> String {
    let locale = Locale::english();
    diagnostics.iter().map(|diagnostic| full(diagnostic, source, &locale, 80)).collect()
}

#[test]
fn every_rule_has_its_output() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/event_file/diagnostics.txt");
    let cases = std::fs::read_to_string(&path).expect("the cases are there");
    let mut seen = String::new();
    let mut count = 0;
    for case in cases.split("### ").skip(1) {
        let (name, rest) = case.split_once('\n').expect("a name");
        let (text, _) = rest.split_once("---\n").expect("an output");
        write!(seen, "### {name}\n{text}---\n{}\n", diagnostics(text)).expect("a string takes all");
        count += 1;
    }
    assert!(count > 50, "{count} cases");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &seen).expect("the cases can be written");
    }
    for (seen, expected) in seen.split("### ").zip(cases.split("### ")) {
        assert_eq!(seen, expected);
    }
}

const OF_FORMATS: &[Code] = &[
    Code::UnknownFormat,
    Code::NoSessions,
    Code::OnlyOthers,
    Code::NoTitle,
    Code::NoZone,
    Code::BadValue,
    Code::RepeatedId,
    Code::UnknownReference,
    Code::UnknownColumn,
    Code::ClockConflict,
    Code::DoubtfulOffset,
    Code::OutsideDay,
    Code::RoomConflict,
    Code::SharedKey,
    Code::NoLength,
    Code::TooLong,
    Code::PaddedName,
    Code::LeftOut,
    Code::BrokenComponent,
    Code::NoCalendarLine,
    Code::NoStart,
    Code::SharedUid,
    Code::OlderVersion,
    Code::RuleNotFollowed,
    Code::RepeatsOn,
    Code::ZoneByRules,
    Code::ZoneNotFollowed,
    Code::TimesInUtc,
    Code::SeveralZones,
    Code::Damaged,
    Code::DeadLink,
    Code::MendedLink,
    Code::NoAddress,
];

#[test]
fn every_code_is_in_a_case() {
    let cases = include_str!("diagnostics.txt");
    // These are about bytes, which a text cannot contain. `diagnostic`, tests/formats/encodings.rs and
    // tests/cli/places.rs test them.
    let of_bytes = [Code::NotUtf8, Code::Utf16, Code::GuessedEncoding, Code::BadBytes, Code::BadArchive];
    // These are about files too large for a case; `checks` and tests/formats/limits.rs test them.
    let of_size = [Code::CutOff, Code::TooMany];
    // These are about published formats; tests/formats/ tests them.
    let of_formats = OF_FORMATS;
    let missing: Vec<_> = Code::ALL
        .iter()
        .filter(|code| {
            !of_bytes.contains(code)
                && !of_size.contains(code)
                && !of_formats.contains(code)
                && !cases.contains(&format!("[{}]: ", code.as_str()))
        })
        .collect();
    assert_eq!(missing, Vec::<&Code>::new());
}

/// A file with every key of the format.
const EVERYTHING: &str = include_str!("everything.toml");

#[test]
fn every_key_is_read_and_kept() {
    assert_eq!(diagnostics(EVERYTHING), "");
    let read = format::event_file::read(&Source::new("everything.toml", EVERYTHING));
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("everything", format!("{:#?}", read.conference));
    });
}

#[test]
fn every_text_is_visited() {
    for (table, keys) in format::event_file::tables() {
        let is_missing = |key: &&&str| !EVERYTHING.contains(&format!("{key} = "));
        assert_eq!(keys.iter().find(is_missing), None, "{table}");
    }
    let mut conference = format::event_file::read(&Source::new("everything.toml", EVERYTHING)).conference;
    let printed = format!("{conference:?}").matches("LocalizedText {").count();
    let (mut visited, mut changed) = (Vec::new(), 0);
    conference.for_each_text(|_, texts| visited.push(std::ptr::from_ref(texts)));
    conference.for_each_text_mut(|_, _| changed += 1);
    assert_eq!((visited.len(), changed), (printed, printed));
    visited.sort_unstable();
    visited.dedup();
    assert_eq!(visited.len(), printed);
}

#[test]
fn the_projects_own_events_have_no_diagnostics() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("events");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("events/ is there") {
        let path = entry.expect("an event").path();
        let text = std::fs::read_to_string(&path).expect("text");
        assert_eq!(diagnostics(&text), "", "{}", path.display());
        count += 1;
    }
    assert!(count >= 3, "{count} events");
}
