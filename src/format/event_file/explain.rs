//! What is wrong with a statement that cannot be read, in words that help somebody who has never seen TOML.

use super::schema::Record;
use super::statements::Statement;
use super::synonyms::{SYNONYMS, contains, key_synonym};
use super::value_hints::{TIME_KEYS, bad_date, bad_dates, bad_days, bad_duration, bad_time, range};
use super::values::quoted_duration;
use super::vocabulary::{Vocabulary, bare_key};
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span, closest_match};
use crate::model::{Person, Session};

/// Why a statement cannot be read, as far as the parser knows.
#[derive(Debug)]
pub(super) enum ParseFailure {
    /// Something in it is not closed; no parser was asked.
    Unclosed,
    /// What the parser says, and where.
    Syntax(Span, String),
    /// A number that is none, or too large.
    Number(Span),
}

/// The finding for a statement with a fault.
pub(super) fn explain(
    text: &str,
    statement: &Statement,
    fault: ParseFailure,
    known: Vocabulary<'_>,
) -> Diagnostic {
    let span = statement.span;
    let written = &text[span.start..span.end];
    let (key, after_key) = bare_key(written);
    let at = |start: usize, len: usize| Span::new(start, start + len);
    let named = |code, span| Diagnostic::new(code, span).with("key", MessageArg::text(key));

    if let Some((place, c)) = control_character(written) {
        let code = format!("U+{:04X}", u32::from(c));
        return Diagnostic::new(Code::ControlCharacter, at(span.start + place, c.len_utf8()))
            .with("character", MessageArg::text(&code));
    }
    // An apostrophe in prose is no quote.
    let is_value = |at: &usize| statement.equals.is_some_and(|equals| equals < *at);
    if let Some(quote) = statement.broken_string.filter(is_value) {
        if let Some(place) = quote_in_text(text, statement) {
            return named(Code::QuoteInText, at(place, 1));
        }
        let mark = MessageArg::text(&text[quote..=quote]);
        return Diagnostic::new(Code::UnclosedText, at(quote, 1)).with("mark", mark);
    }
    let rest = after_key.trim_start_matches([' ', '\t']);
    let rest_at = span.end - rest.len();
    if !key.is_empty() && rest.starts_with(':') {
        return named(Code::ColonForEquals, at(rest_at, 1));
    }
    if let Some(quote) = statement.smart_quote.filter(|_| statement.equals.is_some()) {
        let len = text[quote..].chars().next().map_or(1, char::len_utf8);
        let diagnostic = named(Code::SmartQuotes, at(quote, len));
        let is_list =
            statement.equals.is_some_and(|equals| text[equals + 1..span.end].trim_start().starts_with('['));
        return if is_list {
            diagnostic.replacement(&format!("{key} = [\"…\", \"…\"]"))
        } else {
            diagnostic
        };
    }
    let Some(equals) = statement.equals else {
        let is_value = rest.starts_with(['"', '\'', '[', '{', '“', '«']) || known.has_key(key);
        let line = written.lines().next().unwrap_or_default().trim_end().len();
        let is_apart = !after_key.starts_with('\'') && !rest.trim().is_empty();
        return if !key.is_empty() && is_apart && is_value {
            named(Code::MissingEquals, at(span.start, key.len()))
        } else {
            Diagnostic::new(Code::NotToml, at(span.start, line))
        };
    };
    let before = text[span.start..equals].trim();
    if !is_key(before) {
        let known = known.keys.iter().flat_map(|keys| keys.iter().copied());
        let known_wish =
            |word: &str| key_synonym(word, Session::KEYS).or_else(|| key_synonym(word, Person::KEYS));
        let diagnostic =
            Diagnostic::new(Code::BadKey, at(span.start, before.len())).with("key", MessageArg::text(before));
        return diagnostic.meant(closest_match(before, known).or_else(|| known_wish(before)));
    }
    let value = text[equals + 1..span.end].trim();
    let line = value.lines().next().unwrap_or_default();
    let value_at = text[equals + 1..].len() - text[equals + 1..].trim_start().len() + equals + 1;
    let place = at(value_at, line.len());
    if let Some(quote) = quote_in_text(text, statement) {
        return named(Code::QuoteInText, at(quote, 1));
    }
    if let Some(diagnostic) = of_its_key(text, key, value_of(line), at(value_at, value_of(line).len())) {
        return diagnostic;
    }
    match shape(line) {
        _ if !matches!(key, "edition" | "capacity" | "date") && range(value_of(line)).is_some() => {
            bad_time(value_of(line), place)
        }
        Shape::Nothing => named(Code::MissingValue, at(span.start, key.len())),
        Shape::Word | Shape::Other if is_flag_or_number(key, line).is_some() => {
            let (expected, write) = is_flag_or_number(key, line).unwrap_or_default();
            let diagnostic = named(Code::WrongType, place)
                .with("expected", MessageArg::Word(expected))
                .with("found", MessageArg::Word("text"));
            let lines: Vec<String> = write.iter().map(|write| format!("{key} = {write}")).collect();
            match &lines[..] {
                [line] => diagnostic.replacement(line),
                lines => diagnostic.allowed_values(&lines.iter().map(String::as_str).collect::<Vec<_>>()),
            }
        }
        Shape::Word => named(Code::UnquotedText, place),
        Shape::Time => bad_time(line, place),
        Shape::Date => bad_date(line, place),
        Shape::Other => match fault {
            ParseFailure::Unclosed => explain_value(text, key, place, ""),
            ParseFailure::Syntax(place, message) => explain_value(text, key, place, &message),
            ParseFailure::Number(place) => {
                let number = MessageArg::text(&text[place.start..place.end]);
                Diagnostic::new(Code::BadNumber, place).with("value", number)
            }
        },
    }
}

/// Returns the finding for a value of a key that takes a date, a time or a duration, and in which no quote or bracket opens.
fn of_its_key(text: &str, key: &str, value: &str, place: Span) -> Option<Diagnostic> {
    if !value.starts_with(char::is_alphanumeric) {
        return None;
    }
    let is_top = is_at_top(text, place.start);
    let days = match key {
        "date" | "day" if is_top => bad_dates(value, place),
        "date" | "day" if is_of_untimed_session(text, place.start) => bad_days(key, value, place),
        "duration" if quoted_duration(value).is_some() => {
            let diagnostic = Diagnostic::new(Code::UnquotedText, place).with("key", MessageArg::text(key));
            Some(diagnostic.replacement(&format!("{key} = \"{value}\"")))
        }
        _ => None,
    };
    days.or_else(|| match key {
        "date" | "day" => Some(bad_date(value, place)),
        "start" | "end" if is_top => Some(bad_date(value, place)),
        "start" | "end" => Some(bad_time(value, place)),
        "duration" => Some(bad_duration(value, place)),
        _ => None,
    })
}

/// The finding for what the parser says of a value, in our words where we have some.
pub(super) fn explain_value(text: &str, key: &str, place: Span, message: &str) -> Diagnostic {
    let value = text.get(place.start..place.end).unwrap_or_default();
    let named = |code| Diagnostic::new(code, place).with("key", MessageArg::text(key));
    match message {
        _ if message.contains("escaped value") || message.contains("unicode") => named(Code::BadEscape),
        _ if message.contains("missing comma") => {
            Diagnostic::new(Code::MissingComma, place).with("mark", MessageArg::Word("nothing"))
        }
        _ if message.starts_with("unexpected key or value") => Diagnostic::new(Code::AfterValue, place),
        _ if message.contains("must be quoted") => named(Code::UnquotedText),
        _ if message.starts_with("invalid time") => bad_time(value, place),
        _ if message.starts_with("invalid date") => bad_date(value, place),
        _ => Diagnostic::new(Code::Syntax, place).with("message", MessageArg::text(message)),
    }
}

/// A value without the note behind it.
fn value_of(line: &str) -> &str {
    line.split('#').next().unwrap_or_default().trim()
}

/// True if a statement that begins here belongs to a session that says nothing of its time but the day.
fn is_of_untimed_session(text: &str, start: usize) -> bool {
    let above = text[..start].rfind("\n[").map_or(0, |at| at + 1);
    let table = &text[above..];
    let table = table.find("\n[").map_or(table, |end| &table[..end]);
    let mut lines = table.lines();
    let is_session = lines.next().is_some_and(|header| header.replace(' ', "").starts_with("[[agenda]]"));
    let is_time = |line: &str| line.split_once('=').is_some_and(|(key, _)| TIME_KEYS.contains(&key.trim()));
    is_session && !lines.any(is_time)
}

/// True if a statement that begins here belongs to the conference itself.
fn is_at_top(text: &str, start: usize) -> bool {
    let header = text[..start].rfind("\n[").map(|at| &text[at + 1..]);
    header.or(text.starts_with('[').then_some(text)).is_none_or(|header| header.starts_with("[event]"))
}

/// What a key takes instead of a word without quotes, and how that is written: `yes` is `true`, `3rd` is `3`. A word that
/// says neither yes nor no may be both.
fn is_flag_or_number(key: &str, line: &str) -> Option<(&'static str, Vec<String>)> {
    let word = value_of(line).to_lowercase();
    if ["do_not_record", "all_day"].contains(&key) {
        let (is_yes, is_no) = (contains(&SYNONYMS.yes, &word), contains(&SYNONYMS.no, &word));
        let words: &[&str] = match (is_yes, is_no) {
            (true, _) => &["true"],
            (_, true) => &["false"],
            _ => &["true", "false"],
        };
        return Some(("boolean", words.iter().map(|word| (*word).to_owned()).collect()));
    }
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    let is_ordinal = ["", ".", "st", "nd", "rd", "th"].contains(&&word[digits.len()..]);
    let is_number = ["edition", "capacity"].contains(&key) && (1..7).contains(&digits.len()) && is_ordinal;
    is_number.then(|| ("number", vec![digits]))
}

/// Whether a text before `=` is a key, bare, quoted or dotted.
fn is_key(text: &str) -> bool {
    let is_part = |part: &str| {
        let part = part.trim();
        let is_bare = !part.is_empty() && bare_key(part).1.is_empty();
        is_bare || part.starts_with(['"', '\''])
    };
    text.contains(['"', '\'']) || text.split('.').all(is_part)
}

/// The quote that ends a text of one line too early: more text follows it, and quotes go on in that.
fn quote_in_text(text: &str, statement: &Statement) -> Option<usize> {
    let start = statement.equals? + 1;
    let line = text[start..statement.span.end].lines().next()?;
    let value = line.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let open = start + line.len() - value.len();
    let mut is_escaped = false;
    let close = value.char_indices().skip(1).find(|(_, c)| {
        let is_close = *c == quote && !is_escaped;
        is_escaped = quote == '"' && *c == '\\' && !is_escaped;
        is_close
    });
    let (close, _) = close?;
    let after = &value[close + 1..];
    // `"He said "hi" to us"`, `'It's'`: not `"""` and not a second value.
    (after.starts_with(char::is_alphanumeric) && after.contains(quote)).then_some(open + close)
}

/// What a value that cannot be read looks like.
enum Shape {
    Nothing,
    Word,
    Time,
    Date,
    Other,
}

fn shape(value: &str) -> Shape {
    let first = value.chars().next();
    if first.is_none() || first == Some('#') {
        return Shape::Nothing;
    }
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let is_made_of = |marks: &str| value.chars().all(|c| c.is_ascii_digit() || marks.contains(c));
    if digits > 0 && value.contains([':', '.', 'h']) && digits <= 4 && is_made_of(":.h") {
        return Shape::Time;
    }
    if (5..=8).contains(&digits) && is_made_of("-./ ") {
        return Shape::Date;
    }
    if first.is_some_and(char::is_alphabetic) { Shape::Word } else { Shape::Other }
}

fn control_character(text: &str) -> Option<(usize, char)> {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let is_line_end = c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n');
        if c.is_ascii_control() && !matches!(c, '\n' | '\t') && !is_line_end {
            return Some((at, c));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    /// The crate promises nothing of its messages, so `Cargo.toml` names one version of it. Whoever takes another one
    /// finds here what [`said`](super::said) and `mend` tell apart by them.
    #[test]
    fn mistakes_are_told_apart_by_these_messages_of_the_parser() {
        let message = |text: &str| {
            let mut errors = DeTable::parse_recoverable(text).1;
            errors.sort_by_key(|error| error.span().map(|span| span.start));
            errors.first().map(|error| error.message().to_owned()).unwrap_or_default()
        };
        let texts = [
            "a = ['b' 'c']",
            "a = ['b'; 'c']",
            r#"a = "\d""#,
            r#"a = "\u12""#,
            "a = 'b' c",
            "a = b c",
            "a = 25:00:00",
            "a = 2025-02-30",
        ];
        let messages = [
            "missing comma between array elements, expected `,`",
            "missing comma between array elements, expected `,`",
            r#"missing escaped value, expected `b`, `e`, `f`, `n`, `r`, `\`, `"`, `x`, `u`, `U`"#,
            "too few unicode value digits, expected unicode hexadecimal value",
            "unexpected key or value, expected newline, `#`",
            "string values must be quoted, expected literal string",
            "invalid time, expected hour between 00 and 23",
            "invalid date, expected day between 01 and 28",
        ];
        assert_eq!(texts.map(message), messages);
    }
}
