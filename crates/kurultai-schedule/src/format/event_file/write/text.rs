//! Strings of TOML 1.0.

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
