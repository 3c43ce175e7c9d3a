//! `docs/CHECKS.md`, written from the codes, and the examples of all codes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kurultai::i18n::Locale;
use kurultai::presenter::diagnostic::{Example, Examples, markdown, severity};
use kurultai_schedule::diagnostic::Code;

use crate::file;

/// Codes of files that are too large for an example, or not text.
const WITHOUT_EXAMPLES: &[Code] = &[Code::BadArchive, Code::CutOff, Code::TooMany];

/// Codes that no file can have alone.
const NEVER_ALONE: &[(Code, Code)] = &[(Code::TooDeep, Code::UnknownKey)];

fn codes(example: Example) -> BTreeSet<Code> {
    example.read().diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn every_bad_example_has_its_code_and_every_good_one_none() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let name = code.as_str();
        let Some(Examples { bad, good }) = Examples::of(*code) else {
            let is_missing = !WITHOUT_EXAMPLES.contains(code);
            wrong.extend(is_missing.then(|| format!("{name} has no example in assets/examples/")));
            continue;
        };
        let others = NEVER_ALONE.iter().filter(|(of, _)| of == code).map(|(_, other)| *other);
        let expected: BTreeSet<Code> = others.chain([*code]).collect();
        for (which, example, expected) in [("bad", bad, expected), ("good", good, BTreeSet::new())] {
            let codes = codes(example);
            let is_wrong = codes != expected;
            wrong.extend(is_wrong.then(|| format!("the {which} example of {name} has {codes:?}")));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_example_is_that_of_a_code() {
    let mut names = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    for entry in fs::read_dir(folder).expect("the examples are there") {
        let text = fs::read_to_string(entry.expect("a file").path()).expect("text");
        let headings = text.lines().filter_map(|line| line.strip_prefix("### "));
        names.extend(headings.map(|heading| heading.split(' ').next().unwrap_or_default().to_owned()));
    }
    let has_none = |name: &String| !Code::ALL.iter().any(|code| code.as_str() == name);
    assert_eq!(names.iter().find(|name| has_none(name)), None);
    let count = Code::ALL.len() - WITHOUT_EXAMPLES.len();
    assert_eq!(names.len(), count, "a code has examples twice");
}

const INTRODUCTION: &str = "\
# Checks

This page lists everything that `kurultai check` reports: what each code means, a bad example with the output of `check`,
and a good one. `kurultai check --explain CODE` prints the same in the terminal, also in Kyrgyz and Russian (`--lang`).

- An **error** means that content is not displayed, or not as intended.
- A **warning** means that everything is displayed, but probably not as intended.
- A **hint** is a suggestion.

The page is written by a test from `assets/examples/` and `locales/en.ftl`; see
[CONTRIBUTING.md](../CONTRIBUTING.md#add-a-check).

";

/// Returns the page.
fn page() -> String {
    let locale = Locale::english();
    let mut page = INTRODUCTION.to_owned();
    for (group, codes) in Code::GROUPS {
        let links = codes.iter().map(|code| format!("[{0}](#{0})", code.as_str())).collect::<Vec<_>>();
        page += &format!("- {group}: {}\n", links.join(", "));
    }
    for (group, codes) in Code::GROUPS {
        page += &format!("\n## {group}\n");
        for code in *codes {
            let severity = severity(code.severity(), &locale);
            page += &format!("\n### {}\n\n**{severity}.** {}", code.as_str(), markdown(*code, &locale));
        }
    }
    page
}

#[test]
fn the_page_is_up_to_date() {
    let page = page();
    if std::env::var_os("BLESS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/CHECKS.md");
        fs::write(path, &page).expect("the page can be written");
    }
    let written = file("docs/CHECKS.md");
    for (written, section) in written.split("\n### ").zip(page.split("\n### ")) {
        assert_eq!(written, section, "run this test with BLESS=1");
    }
    assert_eq!(written.len(), page.len(), "run this test with BLESS=1");
}
