//! What a name was probably meant for, where no table declares it.

use crate::text::SafeText;

/// What people write where they do not know yet.
const PLACEHOLDERS: &[&str] = &[
    "tba",
    "tbd",
    "tbc",
    "t.b.a.",
    "t.b.d.",
    "?",
    "??",
    "???",
    "-",
    "–",
    "—",
    "n/a",
    "n.n.",
    "to be announced",
    "to be confirmed",
    "уточняется",
    "будет объявлено",
    "такталууда",
];
/// What people write for all rooms.
const EVERYWHERE: &[&str] = &[
    "all",
    "all rooms",
    "all halls",
    "every room",
    "everywhere",
    "alle",
    "alle räume",
    "все",
    "все залы",
    "везде",
    "баары",
    "бардык залдар",
];
/// What stands before a name and is none. Others end in a full stop: `Prof.`
const TITLES: &[&str] = &[
    "dr",
    "prof",
    "professor",
    "doctor",
    "mr",
    "mrs",
    "ms",
    "herr",
    "frau",
    "доктор",
    "профессор",
    "д-р",
    "г-н",
    "г-жа",
];
/// What stands between the names of several people.
const BETWEEN: &[&str] = &[",", ";", "/", " and ", " & ", " + ", " und ", " и ", " жана ", " менен "];

pub(super) fn is_placeholder(name: &SafeText) -> bool {
    PLACEHOLDERS.contains(&name.trim().to_lowercase().as_str())
}

pub(super) fn is_everywhere(name: &SafeText) -> bool {
    EVERYWHERE.contains(&name.trim().to_lowercase().as_str())
}

/// Splits a text into the names in it; `None` unless one of them is declared or all look like names.
pub(super) fn parts_of(name: &str, is_declared: impl Fn(&str) -> bool) -> Option<Vec<String>> {
    let mut parts = vec![name.to_owned()];
    for mark in BETWEEN {
        parts = parts.iter().flat_map(|part| part.split(mark)).map(|part| part.trim().to_owned()).collect();
    }
    parts.retain(|part| !part.is_empty());
    let are_several = parts.len() > 1
        && (parts.iter().any(|part| is_declared(part)) || parts.iter().all(|part| looks_like_a_name(part)));
    are_several.then_some(parts)
}

/// Two or three words with a capital each, as a name has them and a firm or a post seldom does.
fn looks_like_a_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    (2..=3).contains(&words.len()) && words.iter().all(is_capital)
}

/// The words of a name in small letters, without titles and without what stands in brackets; initials without their
/// full stop.
pub(super) fn words(name: &str) -> Vec<String> {
    let name = name.split(['(', '[']).next().unwrap_or_default().to_lowercase();
    let name = name.replace(". ", " .").replace('.', ". ").replace(" . ", ". ");
    let words = name.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty());
    let is_title = |word: &str| {
        let bare = word.trim_end_matches('.');
        TITLES.contains(&bare) || (bare.len() < word.len() && bare.chars().count() > 1)
    };
    words.filter(|word| !is_title(word)).map(|word| word.trim_end_matches('.').to_owned()).collect()
}

/// Whether two names have the same words in any order, where a single letter stands for a word that begins with it;
/// one whole word they must share.
pub(super) fn are_same(written: &[String], known: &[String]) -> bool {
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
