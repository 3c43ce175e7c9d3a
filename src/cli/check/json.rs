//! Diagnostics as JSON; docs/JSON.md describes it.

use std::path::Path;

use serde_json::{Value, json};

use crate::i18n::{Locale, MessageArg};
use crate::presenter;
use crate::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::{Diagnostic, Severity};
use kurultai_schedule::text::SafeText;

pub(super) fn checked(schedule: &LoadedSchedule, locale: &Locale) -> Value {
    let (errors, warnings) = schedule.counts();
    let diagnostics = schedule.diagnostics.iter().map(|diagnostic| found(diagnostic, schedule, locale));
    json!({
        "file": schedule.source.name().as_str(),
        "error": null,
        "errors": errors,
        "warnings": warnings,
        "hints": schedule.diagnostics.len() - errors - warnings,
        "diagnostics": diagnostics.collect::<Vec<_>>(),
    })
}

pub(super) fn unreadable(path: &Path, error: &str) -> Value {
    let file = SafeText::line(&path.to_string_lossy());
    json!({
        "file": file.as_str(),
        "error": error,
        "errors": 0,
        "warnings": 0,
        "hints": 0,
        "diagnostics": [],
    })
}

pub(super) fn found(diagnostic: &Diagnostic, schedule: &LoadedSchedule, locale: &Locale) -> Value {
    let [start, end] = [diagnostic.span.start, diagnostic.span.end.max(diagnostic.span.start)]
        .map(|at| schedule.source.position(at));
    let session = diagnostic.args.iter().find_map(|(name, value)| match (*name, value) {
        ("session", MessageArg::Text(title)) => Some(title.as_str()),
        ("title", MessageArg::Text(title)) if diagnostic.code.has_session_title() => Some(title.as_str()),
        _ => None,
    });
    json!({
        "code": diagnostic.code.as_str(),
        "severity": severity(diagnostic.severity()),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "session": session,
        "message": presenter::diagnostic::sentence(diagnostic, locale),
        "help": presenter::diagnostic::help(diagnostic, locale),
    })
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
