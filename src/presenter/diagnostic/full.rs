//! Formats diagnostics with source excerpt and help.

use unicode_segmentation::UnicodeSegmentation;

use super::{help, sentence, severity};
use crate::i18n::{Locale, Message};
use kurultai_schedule::diagnostic::{Diagnostic, Source, Span};
use kurultai_schedule::text::{SafeText, cut, width};

/// Formats a diagnostic with its source line, in lines that end with a newline:
///
/// ```text
/// talks.toml:2:1: warning[unknown-key]: The conference has no key `them`.
///   |
/// 2 | them = "Open data"
///   | ^^^^
///   = help: Did you mean `theme`?
/// ```
///
/// The excerpt is at most `columns` wide and contains the span.
#[must_use]
pub fn full(diagnostic: &Diagnostic, source: &Source, locale: &Locale, columns: usize) -> String {
    let position = source.position(diagnostic.span.start);
    let severity = severity(diagnostic.severity(), locale);
    let sentence = sentence(diagnostic, locale);
    let (name, code) = (source.name(), diagnostic.code.as_str());
    let mut out = format!("{name}:{}:{}: {severity}[{code}]: {sentence}\n", position.line, position.column);

    let number = position.line.to_string();
    let gutter = " ".repeat(number.len());
    let line = source.line(position.line);
    if line.start < line.end {
        let (excerpt, carets) =
            excerpt(source.text(), line, diagnostic.span, columns.saturating_sub(number.len() + 3));
        out += &format!("{gutter} |\n{number} | {excerpt}\n{gutter} | {carets}\n");
    }
    for help in help(diagnostic, locale) {
        out += &format!("{gutter} = {}: {help}\n", locale.text(Message::SeverityHelp));
    }
    out
}

/// Returns the part of a line that fits, and carets under the span.
fn excerpt(text: &str, line: Span, span: Span, columns: usize) -> (String, String) {
    let start = span.start.clamp(line.start, line.end);
    let end = span.end.clamp(start, line.end);
    let before = visible(&text[line.start..start]);
    let marked = visible(&text[start..end]);
    let after = visible(&text[end..line.end]);

    // A third of the width is reserved for the text before the span.
    let before = if width(&before) + width(&marked) > columns { tail(&before, columns / 3) } else { before };
    let whole = format!("{before}{marked}{after}");
    let room = columns.saturating_sub(width(&before)).max(1);
    let carets = format!("{}{}", " ".repeat(width(&before)), "^".repeat(width(&marked).clamp(1, room)));
    (cut(&whole, columns).into_owned(), carets)
}

/// Sanitizes source text, with a tab as one space so that carets are aligned.
fn visible(text: &str) -> String {
    // Shorten long lines before the expensive steps.
    let end = text.char_indices().nth(400).map_or(text.len(), |(at, _)| at);
    let start = text.char_indices().nth_back(399).map_or(0, |(at, _)| at);
    let text =
        if start > 0 { format!("{}{}", &text[..end.min(start)], &text[start..]) } else { text.to_owned() };
    SafeText::verbatim(&text).replace(['\t', '\n'], " ")
}

/// Returns the last columns of a text, after a `…`.
fn tail(text: &str, columns: usize) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut used = 1;
    for grapheme in text.graphemes(true).rev() {
        used += width(grapheme);
        if used > columns {
            let kept: String = kept.into_iter().rev().collect();
            return format!("…{kept}");
        }
        kept.push(grapheme);
    }
    text.to_owned()
}
