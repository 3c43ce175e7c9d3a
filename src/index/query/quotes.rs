//! Quotes, as keyboards, word processors and telephones write them.

/// Whether a text in quotes begins here.
pub(super) fn opens(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Whether a text ends here that began with `opener`. Languages close what others open: „…“, ”…”, »…«.
fn closes(opener: char, c: char) -> bool {
    match opener {
        '"' => c == '"',
        '«' => c == '»',
        '»' => matches!(c, '«' | '»'),
        _ => matches!(c, '“' | '”' | '"'),
    }
}

/// The text in the quotes that open at `at`, and where it goes on behind them. A straight quote that is doubled stands for
/// itself; quotes that nobody closes go to the end.
pub(super) fn read(chars: &[char], at: usize) -> (String, usize) {
    let Some(opener) = chars.get(at).copied() else { return (String::new(), at) };
    let mut text = String::new();
    let mut at = at + 1;
    while let Some(c) = chars.get(at).copied() {
        at += 1;
        if opener == '"' && c == '"' && chars.get(at) == Some(&'"') {
            at += 1;
        } else if closes(opener, c) {
            return (text, at);
        }
        text.push(c);
    }
    (text, at)
}

/// A text in straight quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A value, in quotes where it needs them.
pub(super) fn value(text: &str) -> String {
    let is_bare = !text.starts_with(opens) && !text.contains(|c: char| c.is_whitespace() || c == ',');
    if is_bare && !text.is_empty() { text.to_owned() } else { quoted(text) }
}
