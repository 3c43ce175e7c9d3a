//! Diagnostics as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

use std::path::Path;

use crate::i18n::Locale;
use crate::presenter::diagnostic::{help, sentence};
use crate::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::{Diagnostic, Severity};
use kurultai_schedule::text::SafeText;

/// Returns a line for each diagnostic of a file.
pub(super) fn commands(schedule: &LoadedSchedule, locale: &Locale) -> String {
    schedule.diagnostics.iter().map(|diagnostic| command(diagnostic, schedule, locale)).collect()
}

/// Returns a line for a file that cannot be read.
pub(super) fn unreadable(path: &Path, error: &str) -> String {
    format!("::error file={}::{}\n", property(&SafeText::line(&path.to_string_lossy())), data(error))
}

fn command(diagnostic: &Diagnostic, schedule: &LoadedSchedule, locale: &Locale) -> String {
    let [start, end] = [diagnostic.span.start, diagnostic.span.end.max(diagnostic.span.start)]
        .map(|at| schedule.source.position(at));
    let command = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let file = property(schedule.source.name());
    // An annotation of several lines cannot have columns.
    let place = if start.line == end.line {
        format!("line={},col={},endLine={},endColumn={}", start.line, start.column, end.line, end.column)
    } else {
        format!("line={},endLine={}", start.line, end.line)
    };
    let title = property(diagnostic.code.as_str());
    let message = [vec![sentence(diagnostic, locale)], help(diagnostic, locale)].concat().join("\n");
    format!("::{command} file={file},{place},title={title}::{}\n", data(&message))
}

/// Escapes a message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_with_a_meaning_are_escaped() {
        let text = "100 %: a,\r\nb %0A";
        assert_eq!(data(text), "100 %25: a,%0D%0Ab %250A");
        assert_eq!(property(text), "100 %25%3A a%2C%0D%0Ab %250A");
        assert_eq!(unreadable(Path::new("a,b:%.toml"), "x: y"), "::error file=a%2Cb%3A%25.toml::x: y\n");
    }
}
