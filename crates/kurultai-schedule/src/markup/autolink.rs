//! Bare URLs in text.

use std::ops::Range;

use super::LinkUrl;
use crate::text::split_scheme;

/// Finds the bare URLs in a text with their byte ranges, in order.
pub(super) fn addresses(text: &str) -> Vec<(Range<usize>, LinkUrl)> {
    let mut found: Vec<(Range<usize>, LinkUrl)> = Vec::new();
    let mut from = 0;
    while let Some(start) = next_start(text, from) {
        let end = start + end_of(&text[start..]);
        let url = &text[start..end];
        let whole =
            if split_scheme(url, &["www."]).is_some() { format!("https://{url}") } else { url.to_owned() };
        if let Some(address) = LinkUrl::read(&whole).filter(|_| is_worth_it(url)) {
            found.push((start..end, address));
        }
        from = end.max(start + 1);
    }
    found
}

/// False for a bare `www.` or scheme.
fn is_worth_it(url: &str) -> bool {
    split_scheme(url, &["http"]).is_some() || url.matches('.').count() > 1
}

fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|at| {
        let may_start = matches!(bytes[*at], b'h' | b'H' | b'w' | b'W');
        let is_start = may_start && split_scheme(&text[*at..], &["https://", "http://", "www."]).is_some();
        is_start && (*at == 0 || !is_part_of_word(&text[..*at]))
    })
}

fn is_part_of_word(before: &str) -> bool {
    before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '@' | '.'))
}

/// Returns the length of the URL at the start of a text, without trailing punctuation and unbalanced closing brackets.
fn end_of(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '\\' | '|' | '\u{FFFD}'));
    let mut url = &text[..end.unwrap_or(text.len())];
    let mut open = url.matches('(').count();
    let mut closed = url.matches(')').count();
    while let Some(last) = url.chars().next_back() {
        let is_stray = match last {
            ')' => closed > open,
            '/' | '#' | '&' | '=' | '+' | '-' | '_' | '~' | '%' | '$' | '@' => false,
            _ => !last.is_alphanumeric(),
        };
        if !is_stray {
            break;
        }
        closed -= usize::from(last == ')');
        open -= usize::from(last == '(');
        url = &url[..url.len() - last.len_utf8()];
    }
    url.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = addresses(text);
        let found: Vec<&str> = found.iter().map(|(_, address)| address.as_str()).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn addresses_end_before_what_ends_a_sentence() {
        check("See https://fosdem.org/2025/.", &["https://fosdem.org/2025/"]);
        check("(http://a.example/b_(c)), then", &["http://a.example/b_(c)"]);
        check("„https://a.example/x“ – www.b.example!", &["https://a.example/x", "https://www.b.example"]);
        check("https://a.example/#18.41/52.0/-2.3 and", &["https://a.example/#18.41/52.0/-2.3"]);
        check("https://пример.рф/күн, https://b.example…", &["https://пример.рф/күн", "https://b.example"]);
    }

    #[test]
    fn text_that_resembles_a_url_stays_text() {
        check("https:// www. xhttps://a.example wwww.x.y javascript:x ftp://a.example", &[]);
        check("www.x", &[]);
    }

    #[test]
    fn many_are_found_in_time() {
        let text = "https://a.example/)".repeat(50_000) + &"(".repeat(100_000) + &")".repeat(100_000);
        assert_eq!(addresses(&text), []);
        assert_eq!(addresses(&"http://a.example ".repeat(50_000)).len(), 50_000);
    }
}
