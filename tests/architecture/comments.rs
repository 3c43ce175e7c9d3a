//! The style of comments.

use crate::sources::{all_sources, sources};

/// Words with which no doc comment starts: it starts with a verb or a noun.
const OPENINGS: [&str; 11] =
    ["What", "Whether", "Which", "Who", "Whoever", "Whose", "Where", "When", "How", "That", "The same"];
/// Words and phrases that are in no comment.
const PHRASES: [&str; 14] = [
    "somebody",
    "nobody",
    "whoever",
    "one's own",
    "is said",
    "are said",
    "is told",
    "are told",
    "stands for",
    "stands at",
    "of it that",
    "that which",
    "is meant",
    "was meant",
];
/// Phrases that are not in the first sentence of a doc comment.
const RELATIVE: [&str; 2] = ["what is", "what was"];

/// Consecutive comment lines with the same marker.
struct Comment {
    line: usize,
    is_doc: bool,
    text: String,
}

/// Returns the comments of a file.
fn comments(text: &str) -> Vec<Comment> {
    let mut found: Vec<Comment> = Vec::new();
    let mut last = None;
    for (number, line) in (1..).zip(text.lines()) {
        let marked =
            ["///", "//!", "//"].iter().find_map(|mark| Some((mark, line.trim_start().strip_prefix(*mark)?)));
        let prefix = marked.map(|(mark, _)| *mark);
        if let Some((mark, words)) = marked {
            if prefix != last {
                found.push(Comment { line: number, is_doc: *mark != "//", text: String::new() });
            }
            let comment = found.last_mut().expect("a comment");
            comment.text.push_str(words.trim());
            comment.text.push(' ');
        }
        last = prefix;
    }
    found
}

/// True if a text contains a phrase as whole words.
fn contains(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let rest = &text[at + phrase.len()..];
        !text[..at].ends_with(char::is_alphanumeric) && !rest.starts_with(char::is_alphanumeric)
    })
}

/// Returns the comments that break the rules, with their lines.
fn violations(text: &str) -> Vec<String> {
    let breaks_a_rule = |comment: &Comment| {
        let lower = comment.text.to_lowercase();
        let (first, _) = lower.split_once(". ").unwrap_or((&lower, ""));
        let is_opening = |word: &&str| {
            let rest = comment.text.strip_prefix(*word);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        PHRASES.iter().any(|phrase| contains(&lower, phrase))
            || comment.is_doc && OPENINGS.iter().any(is_opening)
            || comment.is_doc && RELATIVE.iter().any(|phrase| contains(first, phrase))
    };
    let wrong = comments(text).into_iter().filter(breaks_a_rule);
    wrong.map(|comment| format!("{}: {}", comment.line, comment.text.trim())).collect()
}

#[test]
fn comments_are_in_plain_technical_english() {
    let others = ["tests", "benches", "examples", "crates/kurultai-schedule/examples"];
    let files = all_sources().into_iter().chain(others.into_iter().flat_map(sources));
    let files: Vec<(String, String)> = files.collect();
    let wrong: Vec<String> = files
        .iter()
        .flat_map(|(path, text)| violations(text).into_iter().map(move |line| format!("{path}:{line}")))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn openings_and_phrases_are_found() {
    let text = [
        "//! What it is.",
        "",
        "/// Returns it.",
        "/// Where it is known.",
        "fn a() {}",
        "/// The same with b.",
        "fn b() {",
        "    // Nobody knows.",
        "}",
        "/// Whatever.",
        "fn c() {}",
        "/// Returns what",
        "/// is left.",
        "fn d() {}",
        "/// Returns d. It is what is left.",
        "fn e() {",
        "    // A fault is",
        "    // said once.",
        "}",
    ];
    let expected = [
        "1: What it is.",
        "6: The same with b.",
        "8: Nobody knows.",
        "12: Returns what is left.",
        "17: A fault is said once.",
    ];
    assert_eq!(violations(&text.join("\n")), expected);
}
