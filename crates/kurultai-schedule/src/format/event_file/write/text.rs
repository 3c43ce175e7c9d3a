//! Texts in TOML 1.0.

use crate::model::LocalizedText;
use crate::text::{Lang, SafeText};

/// Returns a text in quotes on one line.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ => push_char(&mut out, c),
        }
    }
    out.push('"');
    out
}

/// Returns a text in triple quotes that begins on the next line.
#[must_use]
pub fn block(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    out.push_str("\"\"\"\n");
    let mut quotes = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        quotes = if c == '"' { quotes + 1 } else { 0 };
        match c {
            // Three quotes in a row would end the text, and so would a quote before the closing ones.
            '"' if quotes == 3 || chars.peek().is_none() => {
                quotes = 0;
                out.push_str("\\\"");
            }
            '"' | '\n' | '\t' => out.push(c),
            _ => push_char(&mut out, c),
        }
    }
    out.push_str("\"\"\"");
    out
}

/// Appends a character, escaped if necessary.
fn push_char(out: &mut String, c: char) {
    match c {
        '\\' => out.push_str("\\\\"),
        _ if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
        _ => out.push(c),
    }
}

/// Returns a text without a language, if it can be written.
pub(super) fn plain_text(text: &SafeText) -> Option<String> {
    is_written(text).then(|| quoted(text))
}

/// Returns an inline table of these entries.
pub(super) fn inline_table(entries: &[String]) -> String {
    if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
}

/// Returns a text as a string or as an inline table of languages.
pub(super) fn localized_text(text: &LocalizedText) -> Option<String> {
    match &tagged_texts(text)[..] {
        [] => None,
        [(None, text)] => Some(quoted(text)),
        texts => {
            let entry = |(lang, text): &(Option<&Lang>, &SafeText)| {
                format!("{} = {}", lang.map_or("", Lang::as_str), quoted(text))
            };
            Some(inline_table(&texts.iter().map(entry).collect::<Vec<_>>()))
        }
    }
}

/// Returns the texts that can be written: the first of each language, without empty ones.
pub(super) fn tagged_texts(text: &LocalizedText) -> Vec<(Option<&Lang>, &SafeText)> {
    let mut texts: Vec<(Option<&Lang>, &SafeText)> = Vec::new();
    for (lang, text) in text.iter().filter(|(_, text)| is_written(text)) {
        if texts.iter().all(|(known, _)| *known != lang) {
            texts.push((lang, text));
        }
    }
    texts
}

fn is_written(text: &SafeText) -> bool {
    !text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quotes_are_escaped_where_necessary() {
        assert_eq!(quoted("a \"b\" \\ c\td\ne\r"), r#""a \"b\" \\ c\td\ne\u000D""#);
        assert_eq!(block("a\n\"b\" \"\"c\td"), "\"\"\"\na\n\"b\" \"\"c\td\"\"\"");
        assert_eq!(block("a\"\"\"\"\"\"b\""), "\"\"\"\na\"\"\\\"\"\"\\\"b\\\"\"\"\"");
        assert_eq!(block("\\\n'''\u{7f}"), "\"\"\"\n\\\\\n'''\\u007F\"\"\"");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text in prop_oneof![any::<String>(), "[\"'\\\\\n\r\t a\u{85}\u{2067}]{0,12}"]) {
            let document = format!("one = {}\nmany = {}\n", quoted(&text), block(&text));
            let table: toml::Table = document.parse().unwrap();
            prop_assert_eq!(table["one"].as_str(), Some(&*text));
            prop_assert_eq!(table["many"].as_str(), Some(&*text));
        }
    }
}
