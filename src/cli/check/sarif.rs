//! Diagnostics in SARIF 2.1.0 (Static Analysis Results Interchange Format), for code scanning and editors.

use std::collections::BTreeSet;
use std::path::{MAIN_SEPARATOR, Path};

use serde_json::{Value, json};

use super::explain;
use crate::i18n::Locale;
use crate::presenter::diagnostic::{help, markdown, meaning, meaning_in_short, sentence};
use crate::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::{Code, Diagnostic, Severity};
use kurultai_schedule::text::SafeText;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The width of the help of rules.
const COLUMNS: usize = 80;

/// The results about several files.
#[derive(Default)]
pub(super) struct Sarif {
    results: Vec<(Code, Value)>,
    /// Files that cannot be read.
    notifications: Vec<Value>,
}

impl Sarif {
    pub(super) fn checked(&mut self, schedule: &LoadedSchedule, locale: &Locale) {
        let uri = uri(schedule.source.name());
        let results = schedule.diagnostics.iter();
        self.results
            .extend(results.map(|diagnostic| (diagnostic.code, result(diagnostic, schedule, &uri, locale))));
    }

    pub(super) fn unreadable(&mut self, path: &Path, error: &str) {
        let uri = uri(&SafeText::line(&path.to_string_lossy()));
        self.notifications.push(json!({
            "level": "error",
            "message": { "text": error },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri } } }],
        }));
    }

    /// Returns the log. Its rules are those with results.
    pub(super) fn end(self, locale: &Locale) -> Value {
        let codes: BTreeSet<Code> = self.results.iter().map(|(code, _)| *code).collect();
        let codes: Vec<Code> = codes.into_iter().collect();
        let numbered = |(code, mut result): (Code, Value)| {
            result["ruleIndex"] = json!(codes.binary_search(&code).unwrap_or_default());
            result
        };
        json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": {
                    "driver": {
                        "name": "kurultai",
                        "version": env!("CARGO_PKG_VERSION"),
                        "rules": codes.iter().map(|code| rule(*code, locale)).collect::<Vec<_>>(),
                    },
                },
                "language": locale.code(),
                "columnKind": "unicodeCodePoints",
                "invocations": [{
                    "executionSuccessful": self.notifications.is_empty(),
                    "toolExecutionNotifications": self.notifications,
                }],
                "results": self.results.into_iter().map(numbered).collect::<Vec<_>>(),
            }],
        })
    }
}

fn rule(code: Code, locale: &Locale) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": meaning_in_short(code, locale) },
        "fullDescription": { "text": meaning(code, locale) },
        "help": {
            "text": explain::text(code, locale, COLUMNS),
            "markdown": markdown(code, locale),
        },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(diagnostic: &Diagnostic, schedule: &LoadedSchedule, uri: &str, locale: &Locale) -> Value {
    let [start, end] = [diagnostic.span.start, diagnostic.span.end.max(diagnostic.span.start)]
        .map(|at| schedule.source.position(at));
    let text = [vec![sentence(diagnostic, locale)], help(diagnostic, locale)].concat().join(" ");
    let text = without_links(&text);
    json!({
        "ruleId": diagnostic.code.as_str(),
        "ruleIndex": 0,
        "level": level(diagnostic.severity()),
        "message": { "text": text },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri },
                "region": {
                    "startLine": start.line,
                    "startColumn": start.column,
                    "endLine": end.line,
                    "endColumn": end.column,
                },
            },
        }],
    })
}

/// Escapes the middle of `[text](target)`, which would be shown as a link: a file must not add any.
fn without_links(text: &str) -> String {
    text.replace("](", "\\](")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// Returns the URI of a file: relative to the current folder if the name is, which is how code scanning finds it.
fn uri(name: &str) -> String {
    if ["https://", "http://"].iter().any(|scheme| name.starts_with(scheme)) {
        return encoded(name, b"-._~!$&'()*+,;=:@/?#[]%");
    }
    let path = name.replace(MAIN_SEPARATOR, "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let path_uri = encoded(path, b"-._~!$&'()*+,;=@/");
    match (Path::new(name).is_absolute(), path.starts_with('/')) {
        (true, true) => format!("file://{path_uri}"),
        (true, false) => format!("file:///{path_uri}"),
        (false, _) => path_uri,
    }
}

/// Percent-encodes all bytes except letters, digits and `kept`.
fn encoded(text: &str, kept: &[u8]) -> String {
    let mut uri = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri += &format!("%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_become_uris() {
        for (name, expected) in [
            ("a.toml", "a.toml"),
            ("./events/a b.toml", "events/a%20b.toml"),
            ("../күн.toml", "../%D0%BA%D2%AF%D0%BD.toml"),
            ("a:b#c?%.toml", "a%3Ab%23c%3F%25.toml"),
            ("<stdin>", "%3Cstdin%3E"),
            ("https://example.org/a?b=c%20d", "https://example.org/a?b=c%20d"),
            ("https://example.org/ү \"", "https://example.org/%D2%AF%20%22"),
        ] {
            assert_eq!(uri(name), expected, "{name}");
        }
        #[cfg(unix)]
        assert_eq!(uri("/home/a b.toml"), "file:///home/a%20b.toml");
    }

    #[test]
    fn texts_of_a_file_are_no_links() {
        assert_eq!(
            without_links("`[a](https://example.org)`: [\"…\"]"),
            "`[a\\](https://example.org)`: [\"…\"]"
        );
    }
}
