//! `docs/FORMAT.md` and `README.md`: every example is valid, and the page names exactly the existing keys and
//! words.

use std::collections::{BTreeMap, BTreeSet};

use kurultai::i18n::Locale;
use kurultai::presenter::diagnostic::full;
use kurultai_schedule::check::check;
use kurultai_schedule::diagnostic::{self, Source};
use kurultai_schedule::model::{Attendance, Color, Kind, Role, Status};

use crate::{file, keys, whole};

/// Returns the code blocks of a page, each with the info string of its opening fence.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    for (at, part) in file(page).split("```").enumerate() {
        if at % 2 == 1 {
            let (info, text) = part.split_once('\n').expect("a block has lines");
            blocks.push((info.to_owned(), text.to_owned()));
        }
    }
    blocks
}

/// Returns the output of `kurultai check` for a file.
fn diagnostics(name: &str, text: &str) -> String {
    let source = Source::new(name, text);
    let read = kurultai_schedule::format::read(&source);
    let mut diagnostics = read.diagnostics;
    diagnostics.extend(check(&read.conference, &read.source_map));
    diagnostic::sort(&mut diagnostics);
    let locale = Locale::english();
    diagnostics.iter().map(|diagnostic| full(diagnostic, &source, &locale, 80)).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_example_is_right() {
    for (page, least) in [("docs/FORMAT.md", 9), ("README.md", 1)] {
        let mut count = 0;
        for (info, text) in blocks(page) {
            let text = match info.as_str() {
                "toml" => text,
                // A part of a file, to be inserted below a title.
                "toml,part" => format!("title = \"T\"\n{text}"),
                _ => continue,
            };
            assert_eq!(diagnostics("example.toml", &text), "", "{page}:\n{text}");
            count += 1;
        }
        assert!(count >= least, "{count} examples in {page}");
    }
}

#[test]
fn documented_diagnostics_are_those_of_check() {
    let blocks = blocks("docs/FORMAT.md");
    let at = blocks.iter().position(|(info, _)| info == "toml,mistakes").expect("a file with mistakes");
    let (info, printed) = &blocks[at + 1];
    assert_eq!((info.as_str(), printed.as_str()), ("text", &*diagnostics("my-event.toml", &blocks[at].1)));
}

#[test]
fn every_code_in_the_list_of_mistakes_is_one() {
    let page = file("docs/FORMAT.md");
    let (_, list) = page.split_once("| you see ").expect("the list of mistakes");
    let codes: Vec<&str> = list.lines().skip(2).filter_map(first_cell).collect();
    assert!(codes.len() > 5, "{codes:?}");
    for code in codes {
        assert!(diagnostic::Code::ALL.iter().any(|known| known.as_str() == code), "{code}");
    }
}

/// Returns the word in the first cell of a row.
fn first_cell(line: &str) -> Option<&str> {
    Some(line.strip_prefix("| `")?.split_once('`')?.0)
}

/// Returns the words in code marks.
fn marked(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_key_of_every_table_is_named_and_no_other() {
    let page = file("docs/FORMAT.md");
    let (_, reference) = page.split_once("\n## Reference\n").expect("a reference");
    let (reference, _) = reference.split_once("\n## ").expect("something behind it");
    let (mut documented, mut tables) = (BTreeMap::new(), BTreeSet::new());
    for section in reference.split("\n### ").skip(1) {
        let (heading, section) = section.split_once('\n').expect("a heading");
        let names: Vec<&str> = marked(heading).iter().map(|name| name.trim_matches(['[', ']'])).collect();
        let Some(name) = names.first() else { continue };
        tables.extend(names.iter().map(|name| (*name).to_owned()));
        let keys: BTreeSet<String> = section.lines().filter_map(first_cell).map(str::to_owned).collect();
        documented.insert(whole(name).to_owned(), keys);
    }
    assert_eq!(documented, keys());
    let every: BTreeSet<String> =
        kurultai_schedule::format::event_file::tables().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(tables, every);
}

#[test]
fn every_known_word_is_named_and_no_other() {
    let page = file("docs/FORMAT.md");
    let words = |of: &str| -> Vec<String> {
        let row = page.lines().find(|line| line.starts_with(&format!("| {of} ")));
        marked(row.unwrap_or_else(|| panic!("no row for {of}")))
            .iter()
            .map(|word| (*word).to_owned())
            .collect()
    };
    assert_eq!(words("a kind of session"), Kind::KNOWN);
    assert_eq!(words("a role"), Role::KNOWN);
    assert_eq!(words("a status"), Status::KNOWN);
    assert_eq!(words("a way to take part"), Attendance::WORDS.map(|(word, _)| word));
    assert_eq!(words("a color"), Color::NAMES.map(|(name, _)| name));
}

#[test]
fn every_link_leads_somewhere() {
    for page in [
        "README.md",
        "CONTRIBUTING.md",
        "docs/FORMAT.md",
        "docs/FINDING.md",
        "docs/JSON.md",
        "docs/PLANNING.md",
        "docs/ARCHITECTURE.md",
    ] {
        let text = file(page);
        let prose: String = text.split("```").step_by(2).collect();
        for target in prose.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            if path.contains("://") {
                continue;
            }
            let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
            let path = if path.is_empty() { page.to_owned() } else { format!("{folder}/{path}") };
            let path = path.trim_start_matches('/').replace("docs/../", "");
            let there = file(&path);
            let is_there =
                anchor.is_empty() || there.lines().any(|line| anchor_of(line) == Some(anchor.into()));
            assert!(is_there, "{page}: {target}");
        }
    }
}

/// Returns the anchor of a heading: lowercase letters, digits, and a hyphen for each blank.
fn anchor_of(line: &str) -> Option<String> {
    let heading = line.strip_prefix('#')?.trim_start_matches('#').trim();
    let lower = heading.to_lowercase().replace(' ', "-");
    Some(lower.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect())
}
