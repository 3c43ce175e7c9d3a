//! Quotation marks of keyboards, word processors and phones.

/// True for an opening quote.
pub(super) fn opens(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// True if `c` closes `opener`. Languages differ: „…“, ”…”, »…«.
fn closes(opener: char, c: char) -> bool {
    match opener {
        '"' => c == '"',
        '«' => c == '»',
        '»' => matches!(c, '«' | '»'),
        _ => matches!(c, '“' | '”' | '"'),
    }
}

/// Parses the quoted text at `at`; also returns the position after it. A doubled straight quote is a literal one; an
/// unclosed quote extends to the end.
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

/// Quotes a text.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Quotes a value if needed.
pub(super) fn value(text: &str) -> String {
    let is_bare = !text.starts_with(opens) && !text.contains(|c: char| c.is_whitespace() || c == ',');
    if is_bare && !text.is_empty() { text.to_owned() } else { quoted(text) }
}
