//! Recognizes event files, however damaged.

use super::record::Record;
use crate::model::Conference;

/// The number of lines to examine.
const LINES: usize = 5000;

/// True if a text contains a header, a `key = value` line or a malformed title line, or consists only of
/// comments.
pub(in crate::format) fn is_event_file(text: &str) -> bool {
    let mut lines = text.lines().take(LINES).map(str::trim);
    let is_comment = |line: &str| line.is_empty() || line.starts_with('#');
    if lines.clone().all(is_comment) && text.lines().any(|line| line.trim_start().starts_with('#')) {
        return true;
    }
    if lines.clone().any(|line| is_header(line) || is_assignment(line)) {
        return true;
    }
    let is_yaml = lines.clone().any(|line| line == "---" || line.starts_with("- ")) || has_open_key(text);
    lines.any(|line| is_title(line, is_yaml))
}

/// True for `[venue]` and `[[agenda]]`, even if one bracket is missing.
fn is_header(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim();
    let Some(name) = line.strip_prefix('[') else { return false };
    let name = name.trim_start_matches('[');
    let (name, rest) = name.split_at(name.find(']').unwrap_or(name.len()));
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '"' | '\'');
    let name = name.trim();
    !name.is_empty()
        && name.chars().all(is_name)
        && name.contains(char::is_alphabetic)
        && rest.trim_matches(']').is_empty()
}

/// True for `key = …` with any value.
fn is_assignment(line: &str) -> bool {
    let Some((key, value)) = line.split_once('=') else { return false };
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\'' | '\u{feff}');
    let key = key.trim();
    !key.is_empty() && key.chars().all(is_key) && !value.starts_with(['=', '>'])
}

/// True for `title: "…"` outside of YAML, and for `title "…"`.
fn is_title(line: &str, is_yaml: bool) -> bool {
    let (key, rest) =
        line.split_at(line.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(line.len()));
    let rest = rest.trim_start();
    match rest.strip_prefix(':') {
        Some(value) => key == "title" && !is_yaml && !value.trim().is_empty(),
        None => rest.starts_with(['"', '\'']) && rest.len() > 1 && Conference::KEYS.contains(&key),
    }
}

/// True if a line such as `days:` has nothing after the colon, which only YAML allows.
fn has_open_key(text: &str) -> bool {
    let is_key = |line: &str| {
        let key = line.trim().strip_suffix(':').unwrap_or_default();
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
    };
    text.lines().take(LINES).any(is_key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_event_files_are_recognized() {
        for text in [
            "title = \"T\"",
            "title = T",
            "[[agenda]]",
            "[[agenda]\ntitle",
            "  [agenda]  # first",
            "title: \"T\"\ndate: 2025-02-01\n",
            "title \"T\"",
            "# nothing yet",
            "prose\nand more\nstart = 9:30\n",
            "\u{feff}title = 'x'",
            "date=2025-02-01",
        ] {
            assert!(is_event_file(text), "{text}");
        }
    }

    #[test]
    fn other_texts_are_not_recognized() {
        for text in [
            "",
            "hi",
            "Service unavailable",
            "name: DevDay\ndays:\n  - date: 2026-05-01\n",
            "---\ntitle: Post\n",
            "title: Talks\nsessions:\n- a\n",
            "Title,Start\nOpening,9:00\n",
            "Title;a=b;c\nx;y;z\n",
            "See [the page](https://a.example/?a=b) for more",
            "[1, 2]",
            "[ ]",
            "a == b",
            "x => y",
        ] {
            assert!(!is_event_file(text), "{text}");
        }
    }
}
