//! Explains statements that cannot be parsed, in words for people who do not know TOML.

use super::record::Record;
use super::statements::Statement;
use super::value_hints::{TIME_KEYS, bad_date, bad_dates, bad_days, bad_duration, bad_time, range};
use super::values::quoted_duration;
use super::vocabulary::{Vocabulary, bare_key};
use crate::diagnostic::{Code, Diagnostic, MessageArg, Span, closest_match};
use crate::format::synonyms::{SYNONYMS, contains, key_synonym};
use crate::model::{Person, Session};

/// The reason why a statement cannot be parsed.
#[derive(Debug)]
pub(super) enum ParseFailure {
    /// A string or bracket is not closed; the parser was not called.
    Unclosed,
    /// The message of the parser and its span.
    Syntax(Span, String),
    /// A number that is invalid or too large.
    Number(Span),
}

/// The part of the parser's message that identifies a missing comma.
pub(super) const MISSING_COMMA: &str = "missing comma";

/// Returns the diagnostic for a statement that cannot be parsed.
pub(super) fn explain(
    text: &str,
    statement: &Statement,
    failure: ParseFailure,
    known: Vocabulary<'_>,
) -> Diagnostic {
    let Span { start, end } = statement.span;
    let after_equals = statement.equals.map_or(end, |equals| equals + 1);
    let broken = BrokenStatement {
        text,
        statement,
        key: bare_key(&text[start..end]).0,
        value_start: end - text[after_equals..end].trim_start().len(),
        value: text[after_equals..end].trim().lines().next().unwrap_or_default(),
        known,
    };
    broken.explain(failure)
}

struct BrokenStatement<'a> {
    text: &'a str,
    statement: &'a Statement,
    /// The bare key that it begins with.
    key: &'a str,
    value_start: usize,
    /// The first line of the value.
    value: &'a str,
    known: Vocabulary<'a>,
}

impl BrokenStatement<'_> {
    fn explain(&self, failure: ParseFailure) -> Diagnostic {
        // The order matters: an earlier mistake may look like a later one, too.
        let checks: [fn(&Self) -> Option<Diagnostic>; 11] = [
            Self::control_character,
            Self::unclosed_text,
            Self::colon,
            Self::smart_quotes,
            Self::no_equals,
            Self::bad_key,
            Self::quote_in_text,
            Self::date_or_time_key,
            Self::time_range,
            Self::flag_or_number,
            Self::unquoted_value,
        ];
        let value = || Span::new(self.value_start, self.value_start + self.value.len());
        checks.iter().find_map(|check| check(self)).unwrap_or_else(|| match failure {
            ParseFailure::Unclosed => explain_value(self.text, self.key, value(), ""),
            ParseFailure::Syntax(span, message) => explain_value(self.text, self.key, span, &message),
            ParseFailure::Number(span) => {
                let number = MessageArg::text(&self.text[span.start..span.end]);
                Diagnostic::new(Code::BadNumber, span).with("value", number)
            }
        })
    }

    fn written(&self) -> &str {
        &self.text[self.statement.span.start..self.statement.span.end]
    }

    /// Creates a diagnostic that names the key.
    fn report(&self, code: Code, start: usize, len: usize) -> Diagnostic {
        Diagnostic::new(code, Span::new(start, start + len)).with("key", MessageArg::text(self.key))
    }

    fn at_key(&self, code: Code) -> Diagnostic {
        self.report(code, self.statement.span.start, self.key.len())
    }

    fn at_value(&self, code: Code) -> Diagnostic {
        self.report(code, self.value_start, self.value.len())
    }

    /// Returns the value without a comment, with its span.
    fn uncommented(&self) -> (&str, Span) {
        let value = without_comment(self.value);
        (value, Span::new(self.value_start, self.value_start + value.len()))
    }

    fn control_character(&self) -> Option<Diagnostic> {
        let (at, c) = control_character(self.written())?;
        let start = self.statement.span.start + at;
        let diagnostic = Diagnostic::new(Code::ControlCharacter, Span::new(start, start + c.len_utf8()));
        Some(diagnostic.with("character", MessageArg::text(&format!("U+{:04X}", u32::from(c)))))
    }

    fn unclosed_text(&self) -> Option<Diagnostic> {
        // An apostrophe before the equals sign belongs to prose.
        let quote =
            self.statement.broken_string.filter(|at| self.statement.equals.is_some_and(|it| it < *at))?;
        Some(self.quote_in_text().unwrap_or_else(|| {
            let mark = MessageArg::text(&self.text[quote..=quote]);
            Diagnostic::new(Code::UnclosedText, Span::new(quote, quote + 1)).with("mark", mark)
        }))
    }

    /// Returns what follows the key, with its position.
    fn after_key(&self) -> (&str, usize) {
        let rest = self.written()[self.key.len()..].trim_start_matches([' ', '\t']);
        (rest, self.statement.span.end - rest.len())
    }

    fn colon(&self) -> Option<Diagnostic> {
        let (rest, at) = self.after_key();
        let is_colon = !self.key.is_empty() && rest.starts_with(':');
        is_colon.then(|| self.report(Code::ColonForEquals, at, 1))
    }

    fn smart_quotes(&self) -> Option<Diagnostic> {
        let quote = self.statement.smart_quote.filter(|_| self.statement.equals.is_some())?;
        let len = self.text[quote..].chars().next().map_or(1, char::len_utf8);
        let diagnostic = self.report(Code::SmartQuotes, quote, len);
        let list = format!("{} = [\"…\", \"…\"]", self.key);
        Some(if self.value.starts_with('[') { diagnostic.replacement(&list) } else { diagnostic })
    }

    fn no_equals(&self) -> Option<Diagnostic> {
        if self.statement.equals.is_some() {
            return None;
        }
        let (rest, _) = self.after_key();
        let is_value = rest.starts_with(['"', '\'', '[', '{', '“', '«']) || self.known.has_key(self.key);
        let is_apart = !self.written()[self.key.len()..].starts_with('\'') && !rest.trim().is_empty();
        if !self.key.is_empty() && is_apart && is_value {
            return Some(self.at_key(Code::MissingEquals));
        }
        let line = self.written().lines().next().unwrap_or_default().trim_end().len();
        let start = self.statement.span.start;
        Some(Diagnostic::new(Code::NotToml, Span::new(start, start + line)))
    }

    fn bad_key(&self) -> Option<Diagnostic> {
        let start = self.statement.span.start;
        let key = self.text[start..self.statement.equals?].trim();
        if is_key(key) {
            return None;
        }
        let known = self.known.keys.iter().flat_map(|keys| keys.iter().copied());
        let synonym = || key_synonym(key, Session::KEYS).or_else(|| key_synonym(key, Person::KEYS));
        let diagnostic = Diagnostic::new(Code::BadKey, Span::new(start, start + key.len()));
        let diagnostic = diagnostic.with("key", MessageArg::text(key));
        Some(diagnostic.meant(closest_match(key, known).or_else(synonym)))
    }

    /// True if the values of the key have this form.
    fn is(&self, form: &str) -> bool {
        (self.known.has_form)(self.key, form)
    }

    fn quote_in_text(&self) -> Option<Diagnostic> {
        Some(self.report(Code::QuoteInText, inner_quote(self.text, self.statement)?, 1))
    }

    /// Explains a date, time or duration without quotes.
    fn date_or_time_key(&self) -> Option<Diagnostic> {
        let (value, span) = self.uncommented();
        if !value.starts_with(char::is_alphanumeric) {
            return None;
        }
        let is_top = is_at_top(self.text, span.start);
        let range = match self.key {
            "date" | "day" if is_top => bad_dates(value, span),
            "date" | "day" if is_in_untimed_session(self.text, span.start) => bad_days(self.key, value, span),
            _ => None,
        };
        range.or_else(|| match self.key {
            "date" | "day" => Some(bad_date(value, span)),
            "start" | "end" if is_top => Some(bad_date(value, span)),
            "start" | "end" => Some(bad_time(value, span)),
            "duration" if quoted_duration(value).is_some() => {
                let diagnostic = self.report(Code::UnquotedText, span.start, value.len());
                Some(diagnostic.replacement(&format!("duration = \"{value}\"")))
            }
            "duration" => Some(bad_duration(value, span)),
            _ => None,
        })
    }

    fn time_range(&self) -> Option<Diagnostic> {
        let (value, _) = self.uncommented();
        let is_range = !self.is("number") && self.key != "date" && range(value).is_some();
        is_range.then(|| bad_time(value, Span::new(self.value_start, self.value_start + self.value.len())))
    }

    /// Explains a word instead of a flag or number: `yes` means `true`, `3rd` means `3`.
    fn flag_or_number(&self) -> Option<Diagnostic> {
        if !self.is("number") && !matches!(shape(self.value), Shape::Word | Shape::Other) {
            return None;
        }
        let word = without_comment(self.value).to_lowercase();
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        let is_ordinal = ["", ".", "st", "nd", "rd", "th"].contains(&&word[digits.len()..]);
        // TOML has no zeros in front.
        let number = digits.parse::<u32>().map(|number| number.to_string()).unwrap_or_default();
        let numbers = [number.as_str()];
        let is_flag = self.is("flag");
        let (expected, values): (_, &[&str]) = if is_flag && contains(&SYNONYMS.yes, &word) {
            ("boolean", &["true"])
        } else if is_flag && contains(&SYNONYMS.no, &word) {
            ("boolean", &["false"])
        } else if is_flag {
            ("boolean", &["true", "false"])
        } else if self.is("number") && (1..7).contains(&digits.len()) && is_ordinal {
            ("number", &numbers)
        } else {
            return None;
        };
        let diagnostic = self
            .at_value(Code::WrongType)
            .with("expected", MessageArg::Word(expected))
            .with("found", MessageArg::Word("text"));
        let lines: Vec<String> = values.iter().map(|value| format!("{} = {value}", self.key)).collect();
        Some(match &lines[..] {
            [line] => diagnostic.replacement(line),
            lines => diagnostic.allowed_values(&lines.iter().map(String::as_str).collect::<Vec<_>>()),
        })
    }

    fn unquoted_value(&self) -> Option<Diagnostic> {
        let span = Span::new(self.value_start, self.value_start + self.value.len());
        match shape(self.value) {
            Shape::Nothing => Some(self.at_key(Code::MissingValue)),
            Shape::Word => Some(self.at_value(Code::UnquotedText)),
            Shape::Time => Some(bad_time(self.value, span)),
            Shape::Date => Some(bad_date(self.value, span)),
            Shape::Other => None,
        }
    }
}

/// Returns the diagnostic for a message of the parser about a value.
pub(super) fn explain_value(text: &str, key: &str, span: Span, message: &str) -> Diagnostic {
    let value = text.get(span.start..span.end).unwrap_or_default();
    let named = |code| Diagnostic::new(code, span).with("key", MessageArg::text(key));
    match message {
        _ if message.contains("escaped value") || message.contains("unicode") => named(Code::BadEscape),
        _ if message.contains(MISSING_COMMA) => {
            Diagnostic::new(Code::MissingComma, span).with("mark", MessageArg::Word("nothing"))
        }
        _ if message.starts_with("unexpected key or value") => Diagnostic::new(Code::AfterValue, span),
        _ if message.contains("must be quoted") => named(Code::UnquotedText),
        _ if message.starts_with("invalid time") => bad_time(value, span),
        _ if message.starts_with("invalid date") => bad_date(value, span),
        _ => Diagnostic::new(Code::Syntax, span).with("message", MessageArg::text(message)),
    }
}

fn without_comment(line: &str) -> &str {
    line.split('#').next().unwrap_or_default().trim()
}

/// True if a statement belongs to a session with a day but without a time.
fn is_in_untimed_session(text: &str, start: usize) -> bool {
    let above = text[..start].rfind("\n[").map_or(0, |at| at + 1);
    let table = &text[above..];
    let table = table.find("\n[").map_or(table, |end| &table[..end]);
    let mut lines = table.lines();
    let is_session = lines.next().is_some_and(|header| header.replace(' ', "").starts_with("[[agenda]]"));
    let is_time = |line: &str| line.split_once('=').is_some_and(|(key, _)| TIME_KEYS.contains(&key.trim()));
    is_session && !lines.any(is_time)
}

/// True if a statement belongs to the conference itself.
fn is_at_top(text: &str, start: usize) -> bool {
    let header = text[..start].rfind("\n[").map(|at| &text[at + 1..]);
    header.or(text.starts_with('[').then_some(text)).is_none_or(|header| header.starts_with("[event]"))
}

/// True if a text before `=` is a key: bare, quoted or dotted.
fn is_key(text: &str) -> bool {
    let is_part = |part: &str| {
        let part = part.trim();
        let is_bare = !part.is_empty() && bare_key(part).1.is_empty();
        is_bare || part.starts_with(['"', '\''])
    };
    text.contains(['"', '\'']) || text.split('.').all(is_part)
}

/// Returns the position of a quote that ends a one-line string too early: more text and another quote follow.
fn inner_quote(text: &str, statement: &Statement) -> Option<usize> {
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
    // `"He said "hi" to us"` and `'It's'`, but not `"""` or a second value.
    (after.starts_with(char::is_alphanumeric) && after.contains(quote)).then_some(open + close)
}

/// The kind of a malformed value, judged by its first characters.
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

    /// The messages of the `toml` crate may change with any version, so `Cargo.toml` pins it.
    /// [`explain_value`](super::explain_value) and `fix` distinguish these messages.
    #[test]
    fn mistakes_are_distinguished_by_these_messages_of_the_parser() {
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
