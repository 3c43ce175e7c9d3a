//! The style of comments.

use crate::sources::all_sources;

/// Words with which no doc comment starts: it starts with a verb or a noun.
const OPENINGS: [&str; 11] =
    ["What", "Whether", "Which", "Who", "Whoever", "Whose", "Where", "When", "How", "That", "The same"];
/// Words that are in no comment.
const WORDS: [&str; 3] = ["somebody", "nobody", "whoever"];
/// Files or folders whose comments are still to be rewritten.
const NOT_DONE: &[&str] =
    &["crates/kurultai-schedule/src/format", "src/tui/runtime", "src/tui/terminal", "src/tui/view/"];

/// Returns the comments that break the rules, with their lines.
fn violations(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_in_doc = false;
    for (number, line) in (1..).zip(text.lines()) {
        let doc = ["///", "//!"].into_iter().find_map(|mark| line.trim_start().strip_prefix(mark));
        let comment = doc.or_else(|| line.trim_start().strip_prefix("//"));
        let first = doc.filter(|_| !is_in_doc).unwrap_or_default().trim_start();
        let is_opening = |word: &&str| {
            let rest = first.strip_prefix(*word);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let lower = comment.unwrap_or_default().to_lowercase();
        let has_word = |word: &&str| lower.split(|c: char| !c.is_alphanumeric()).any(|part| part == *word);
        if OPENINGS.iter().any(is_opening) || WORDS.iter().any(has_word) {
            found.push(format!("{number}: {}", line.trim()));
        }
        is_in_doc = doc.is_some();
    }
    found
}

#[test]
fn comments_are_in_plain_technical_english() {
    let files: Vec<(String, Vec<String>)> =
        all_sources().into_iter().map(|(path, text)| (path, violations(&text))).collect();
    let is_listed = |path: &str| NOT_DONE.iter().any(|listed| path.starts_with(listed));
    let wrong: Vec<String> = files
        .iter()
        .filter(|(path, _)| !is_listed(path))
        .flat_map(|(path, lines)| lines.iter().map(move |line| format!("{path}:{line}")))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
    let is_done =
        |listed: &&&str| !files.iter().any(|(path, lines)| path.starts_with(**listed) && !lines.is_empty());
    let done: Vec<&&str> = NOT_DONE.iter().filter(is_done).collect();
    assert_eq!(done, Vec::<&&str>::new(), "done: remove these lines from NOT_DONE");
}

#[test]
fn openings_and_words_are_found() {
    let text = "//! What it is.\n\n/// Returns it.\n/// Where it is known.\nfn a() {}\n/// The same with b.\nfn b() {\n    // Nobody knows.\n}\n\
                /// Whatever.\nfn c() {}\n";
    assert_eq!(violations(text), ["1: //! What it is.", "6: /// The same with b.", "8: // Nobody knows."]);
}
