//! Formats the meaning of a code, with its examples.

use super::{Example, Examples, full};
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::diagnostic::Code;

/// The width of diagnostics in Markdown.
const COLUMNS: usize = 100;

/// Returns one or two sentences: the problem that a code names, and its consequences.
#[must_use]
pub fn meaning(code: Code, locale: &Locale) -> String {
    locale.find(&code.meaning_id(), None, &[]).unwrap_or_default()
}

/// Returns the first sentence of the meaning.
#[must_use]
pub fn meaning_in_short(code: Code, locale: &Locale) -> String {
    let mut text = meaning(code, locale);
    let begins_sentence =
        |at: &usize| text.get(at + 2..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let end = text.match_indices(". ").map(|(at, _)| at).find(begins_sentence);
    text.truncate(end.map_or(text.len(), |end| end + 1));
    text
}

/// Formats the meaning and the examples as Markdown.
#[must_use]
pub fn markdown(code: Code, locale: &Locale) -> String {
    let meaning = meaning(code, locale);
    let Some(Examples { bad, good }) = Examples::of(code) else {
        return format!("{meaning}\n\n{}\n", locale.text(Message::CheckNoExample));
    };
    let schedule = bad.read();
    let diagnostics = schedule.diagnostics.iter();
    let printed: Vec<_> =
        diagnostics.map(|diagnostic| full(diagnostic, &schedule.source, locale, COLUMNS)).collect();
    let mut parts = vec![
        meaning,
        locale.with(Message::CheckBadExample, &[("file", MessageArg::text(bad.file))]),
        fenced(language(&bad), bad.text),
    ];
    parts.extend(bad.has_bytes.then(|| locale.text(Message::CheckExampleBytes)));
    parts.push(fenced("text", printed.join("\n").trim_end()));
    parts.push(locale.text(Message::CheckGoodExample));
    parts.push(fenced(language(&good), good.text));
    parts.join("\n\n") + "\n"
}

/// Returns a code block.
fn fenced(language: &str, text: &str) -> String {
    format!("```{language}\n{text}\n```")
}

/// Returns the info string of the code block for a file.
fn language(example: &Example) -> &'static str {
    let ending = example.file.rsplit('.').next().unwrap_or_default();
    let known = ["toml", "xml", "json", "html"].into_iter().find(|language| *language == ending);
    known.filter(|_| !example.has_bytes).unwrap_or("text")
}
