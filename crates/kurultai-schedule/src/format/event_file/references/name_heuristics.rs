//! Heuristics for undeclared names.

use crate::format::synonyms::{SYNONYMS, contains};
use crate::text::SafeText;

/// True for placeholders such as `TBA`.
pub(super) fn is_placeholder(name: &SafeText) -> bool {
    contains(&SYNONYMS.placeholders, &name.trim().to_lowercase())
}

/// True for phrases such as `all rooms`.
pub(super) fn is_everywhere(name: &SafeText) -> bool {
    contains(&SYNONYMS.all_rooms, &name.trim().to_lowercase())
}

/// Splits a text into names. `None` unless one of them is declared or all look like names.
pub(super) fn split_names(name: &str, is_declared: impl Fn(&str) -> bool) -> Option<Vec<String>> {
    let mut parts = vec![name.to_owned()];
    for mark in &SYNONYMS.name_separators {
        parts = parts
            .iter()
            .flat_map(|part| part.split(mark.as_str()))
            .map(|part| part.trim().to_owned())
            .collect();
    }
    parts.retain(|part| !part.is_empty());
    let are_several = parts.len() > 1
        && (parts.iter().any(|part| is_declared(part)) || parts.iter().all(|part| looks_like_a_name(part)));
    are_several.then_some(parts)
}

/// True for two or three capitalized words: typical of people, rare for companies and job titles.
fn looks_like_a_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    (2..=3).contains(&words.len()) && words.iter().all(is_capital)
}

/// Returns the lowercase words of a name without titles and text in brackets, and initials without their
/// period.
pub(super) fn words(name: &str) -> Vec<String> {
    let name = name.split(['(', '[']).next().unwrap_or_default().to_lowercase();
    let name = name.replace(". ", " .").replace('.', ". ").replace(" . ", ". ");
    let words = name.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty());
    let is_title = |word: &str| {
        let bare = word.trim_end_matches('.');
        contains(&SYNONYMS.titles, bare) || (bare.len() < word.len() && bare.chars().count() > 1)
    };
    words.filter(|word| !is_title(word)).map(|word| word.trim_end_matches('.').to_owned()).collect()
}

/// True if two names have the same words in any order. A single letter matches a word with that initial; at
/// least one whole word must match.
pub(super) fn same_words(written: &[String], known: &[String]) -> bool {
    if written.is_empty() || written.len() != known.len() || written.len() > 6 {
        return false;
    }
    let mut left: Vec<&String> = known.iter().collect();
    let mut initials = Vec::new();
    for word in written {
        match left.iter().position(|known| *known == word) {
            Some(at) => drop(left.remove(at)),
            None if word.chars().count() == 1 => initials.push(word),
            None => return false,
        }
    }
    let has_word = initials.len() < written.len();
    has_word
        && initials.iter().all(|initial| {
            let at = left.iter().position(|known| known.starts_with(initial.as_str()));
            at.map(|at| left.remove(at)).is_some()
        })
}
