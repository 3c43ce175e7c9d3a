//! `kurultai check --explain CODE`: the meaning of a code, with a bad and a good example.

use serde_json::{Value, json};

use super::json;
use crate::i18n::{Locale, Message, MessageArg};
use crate::presenter::diagnostic::{Example, Examples, full, meaning, severity};
use kurultai_schedule::diagnostic::Code;
use kurultai_schedule::text::{SafeText, closest_match, wrap};

/// Returns the code with this name, also as `check` prints it: `error[bad-time]`. Otherwise returns the error.
pub(super) fn code(written: &str, locale: &Locale) -> Result<Code, String> {
    let name = written.rsplit_once('[').map_or(written, |(_, name)| name.trim_end_matches([']', ':']));
    if let Some(code) = Code::ALL.iter().find(|code| code.as_str() == name) {
        return Ok(*code);
    }
    let safe = SafeText::line(written);
    let values = [("code", MessageArg::from(&safe))];
    Err(match closest_match(name, Code::ALL.iter().map(|code| code.as_str())) {
        Some(meant) => {
            let [code] = values;
            locale.with(Message::CheckNoCodeMeant, &[code, ("meant", MessageArg::text(meant))])
        }
        None => locale.with(Message::CheckNoCode, &values),
    })
}

/// Formats a code for people.
pub(super) fn text(code: Code, locale: &Locale, columns: usize) -> String {
    let mut lines = vec![format!("{}[{}]", severity(code.severity(), locale), code.as_str()), String::new()];
    lines.extend(wrap(&meaning(code, locale), columns));
    lines.push(String::new());
    let Some(Examples { bad, good }) = Examples::of(code) else {
        lines.extend(wrap(&locale.text(Message::CheckNoExample), columns));
        return lines.join("\n") + "\n";
    };
    let indented = |example: &Example| {
        let lines = example.text.lines().map(|line| format!("    {line}").trim_end().to_owned());
        lines.collect::<Vec<_>>().join("\n")
    };
    let schedule = bad.read();
    let printed =
        schedule.diagnostics.iter().map(|diagnostic| full(diagnostic, &schedule.source, locale, columns));
    let heading = locale.with(Message::CheckBadExample, &[("file", MessageArg::text(bad.file))]);
    lines.extend([heading, String::new(), indented(&bad), String::new()]);
    if bad.has_bytes {
        lines.extend(wrap(&locale.text(Message::CheckExampleBytes), columns));
        lines.push(String::new());
    }
    lines.push(printed.collect::<Vec<_>>().join("\n"));
    lines.extend([locale.text(Message::CheckGoodExample), String::new(), indented(&good)]);
    lines.join("\n") + "\n"
}

/// Returns a code as JSON.
pub(super) fn json(code: Code, locale: &Locale) -> Value {
    let of = |example: Example| {
        let schedule = example.read();
        let diagnostics = schedule.diagnostics.iter();
        let diagnostics = diagnostics.map(|diagnostic| json::found(diagnostic, &schedule, locale));
        json!({
            "file": example.file,
            "text": example.text,
            "has_bytes": example.has_bytes,
            "diagnostics": diagnostics.collect::<Vec<_>>(),
        })
    };
    let examples = Examples::of(code);
    json!({
        "code": code.as_str(),
        "severity": json::severity(code.severity()),
        "meaning": meaning(code, locale),
        "bad": examples.map(|examples| of(examples.bad)),
        "good": examples.map(|examples| of(examples.good)),
    })
}
