//! The edit that a diagnostic suggests, if there is only one.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, MessageArg, Span};
use crate::format::event_file::write::quoted;

/// A change of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) new: String,
}

impl Edit {
    fn insert(at: usize, new: &str) -> Self {
        Self { range: at..at, new: new.to_owned() }
    }
}

/// Returns the edit for a diagnostic; `None` if a person has to decide.
pub(super) fn edit(text: &str, diagnostic: &Diagnostic) -> Option<Edit> {
    let at = Place { text, span: diagnostic.span, diagnostic };
    match diagnostic.code {
        Code::BadTime | Code::BadDate | Code::BadDuration | Code::BadUrl => at.written(),
        Code::WrongType => at.written().or_else(|| at.number()),
        Code::UnquotedText => at.written().or_else(|| at.quoted()),
        Code::QuotedDate => at.unquoted(),
        Code::TimeRange => at.time_range(),
        Code::ColonForEquals => Some(at.replace(if at.before().ends_with(' ') { "=" } else { " =" })),
        Code::DoubledEquals => Some(at.replace("=")),
        Code::MissingEquals => Some(Edit::insert(at.span.end, " =")),
        Code::MissingComma => Some(at.comma()),
        Code::OddBlank => Some(at.replace(" ")),
        Code::OneBracket | Code::TwoBrackets | Code::RoundBrackets => at.brackets(),
        Code::UnknownKey | Code::BadKey | Code::UnknownTable => Some(at.replace(at.arg("meant")?)),
        Code::MisspeltTable => Some(at.replace(at.arg("header")?)),
        Code::SmartQuotes => at.straight_quotes(),
        Code::QuoteInText => at.escaped_quotes(),
        Code::BadEscape => at.escaped_backslash(),
        Code::UnclosedText | Code::UnclosedBracket => at.closed(),
        Code::ForgottenHeader => {
            let header = at.arg("header")?;
            Some(Edit::insert(at.line().start, &format!("{header}\n")))
        }
        _ => None,
    }
}

struct Place<'a> {
    text: &'a str,
    span: Span,
    diagnostic: &'a Diagnostic,
}

impl<'a> Place<'a> {
    fn arg(&self, name: &str) -> Option<&'a str> {
        self.diagnostic.args.iter().find_map(|(known, value)| match value {
            MessageArg::Text(text) if *known == name => Some(text.as_str()),
            MessageArg::Word(word) if *known == name => Some(*word),
            _ => None,
        })
    }

    /// The text of the span.
    fn spanned(&self) -> Option<&'a str> {
        self.text.get(self.span.start..self.span.end)
    }

    fn before(&self) -> &'a str {
        self.text.get(..self.span.start).unwrap_or_default()
    }

    /// The range of the line on which the span begins, without its end of line.
    fn line(&self) -> Range<usize> {
        let start = self.before().rfind('\n').map_or(0, |at| at + 1);
        let rest = self.text.get(start..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        start..start + line.len()
    }

    /// The range from the span to the end of the line, without blanks; `None` if there may be a comment.
    fn rest_of_line(&self) -> Option<Range<usize>> {
        let rest = self.text.get(self.span.start..self.line().end)?;
        let rest = rest.trim_end();
        (!rest.contains('#')).then(|| self.span.start..self.span.start + rest.len())
    }

    fn replace(&self, new: &str) -> Edit {
        Edit { range: self.span.start..self.span.end, new: new.to_owned() }
    }

    /// Replaces the value, or the whole statement, by the text that the diagnostic suggests.
    fn written(&self) -> Option<Edit> {
        let write = self.arg("write")?;
        // An ellipsis is to be filled in; several lines are in several parts.
        if write.contains(['…', '`']) || self.arg("also").is_some() {
            return None;
        }
        if format!("key = {write}").parse::<toml::Table>().is_ok() {
            return Some(self.replace(write));
        }
        let (key, value) = write.split_once(" = ")?;
        let line = self.text.get(self.line())?;
        let (written, _) = line.split_once('=')?;
        let is_value = self.text.get(..self.span.start)?.trim_end().ends_with('=');
        (written.trim() == key && is_value).then(|| self.replace(value))
    }

    /// Puts a value without a comment in quotes.
    fn quoted(&self) -> Option<Edit> {
        let value = self.spanned()?;
        let value = value.split(" #").next()?.trim_end();
        // Quotes inside may be the rest of a longer text.
        let is_plain =
            !value.contains(['"', '\'', '“', '”', '\n']) && value.starts_with(char::is_alphanumeric);
        let range = self.span.start..self.span.start + value.len();
        is_plain.then(|| Edit { range, new: quoted(value) })
    }

    fn unquoted(&self) -> Option<Edit> {
        Some(self.replace(self.spanned()?.trim_matches(['"', '\''])))
    }

    /// Removes the quotes around a number, `true` or `false`.
    fn number(&self) -> Option<Edit> {
        let written = self.spanned()?.trim_matches(['"', '\'']);
        let is_value =
            written.bytes().all(|byte| byte.is_ascii_digit()) || ["true", "false"].contains(&written);
        is_value.then(|| self.replace(written))
    }

    /// Splits a range of times into two lines.
    fn time_range(&self) -> Option<Edit> {
        let (from, to) = (self.arg("from")?, self.arg("to")?);
        let line = self.line();
        let (key, _) = self.text.get(line.clone())?.split_once('=')?;
        let indent = &key[..key.len() - key.trim_start().len()];
        let new = format!("{indent}start = \"{from}\"\n{indent}end = \"{to}\"");
        let end = self.span.end.min(line.end);
        (key.trim() == "start" && self.text.get(end..line.end)?.trim().is_empty())
            .then_some(Edit { range: line, new })
    }

    fn comma(&self) -> Edit {
        if self.arg("mark") == Some("semicolon") {
            return self.replace(",");
        }
        Edit::insert(self.before().trim_end().len(), ",")
    }

    /// Corrects the brackets around a header or a list.
    fn brackets(&self) -> Option<Edit> {
        let written = self.spanned()?;
        let new = match self.diagnostic.code {
            Code::OneBracket => format!("[{written}]"),
            Code::TwoBrackets => written.strip_prefix('[')?.strip_suffix(']')?.to_owned(),
            _ => format!("[{}]", written.strip_prefix('(')?.strip_suffix(')')?),
        };
        Some(self.replace(&new))
    }

    /// Replaces the typographic quotes of a line that has no others.
    fn straight_quotes(&self) -> Option<Edit> {
        let is_smart = |c: char| matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '″');
        let range = self.rest_of_line()?;
        let value = self.text.get(range.clone())?;
        let is_paired = value.chars().filter(|c| is_smart(*c)).count() % 2 == 0;
        let new = value.replace(is_smart, "\"");
        (is_paired && !value.contains('"')).then_some(Edit { range, new })
    }

    /// Escapes the quotes inside a text of one line.
    fn escaped_quotes(&self) -> Option<Edit> {
        let line = self.line();
        let value_start = line.start + self.text.get(line.clone())?.find('=')? + 1;
        let value = self.text.get(value_start..line.end)?;
        let start = value_start + value.len() - value.trim_start().len();
        let value = value.trim();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let inside = value.strip_prefix(quote)?.strip_suffix(quote)?;
        let is_whole =
            !inside.contains('\\') && !inside.contains(['[', '{', '#']) && !inside.contains("\", \"");
        is_whole.then(|| Edit { range: start..start + value.len(), new: quoted(inside) })
    }

    fn escaped_backslash(&self) -> Option<Edit> {
        let from = self.line().start;
        let until = self.text.get(from..=self.span.start).map(str::len).unwrap_or_default();
        let at = self.text.get(from..from + until)?.rfind('\\')?;
        Some(Edit::insert(from + at, "\\"))
    }

    /// Closes a text or bracket at the end of its line.
    fn closed(&self) -> Option<Edit> {
        let mark = self.arg("mark")?;
        let close = match mark {
            "\"" | "'" => mark,
            "[" => "]",
            "{" => "}",
            _ => return None,
        };
        let range = self.rest_of_line()?;
        let inside = self.text.get(range.start + mark.len()..range.end)?;
        (!inside.is_empty() && !inside.contains(close)).then(|| Edit::insert(range.end, close))
    }
}
