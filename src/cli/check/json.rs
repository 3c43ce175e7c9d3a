//! The diagnostics of files as JSON; docs/JSON.md has every key.

use std::path::Path;

use serde::Serialize;

use crate::diagnostic::{self, Code, Diagnostic, Severity};
use crate::locale::{Locale, Value};
use crate::program::Program;
use crate::text::Clean;

/// The codes whose sentences name a session themselves.
const ABOUT_SESSIONS: [Code; 6] = [
    Code::OutsideDates,
    Code::RoomOverlap,
    Code::PersonOverlap,
    Code::SkippedTime,
    Code::RepeatedTime,
    Code::MissingDate,
];

/// The answer of `check --format json`.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    pub(super) files: Vec<Checked>,
}

/// A file that was checked.
#[derive(Debug, Serialize)]
pub(super) struct Checked {
    file: String,
    /// Why it cannot be read.
    error: Option<String>,
    errors: usize,
    warnings: usize,
    hints: usize,
    diagnostics: Vec<Found>,
}

/// A diagnostic.
#[derive(Debug, Serialize)]
struct Found {
    code: &'static str,
    severity: &'static str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    session: Option<String>,
    message: String,
    help: Vec<String>,
}

impl Checked {
    pub(super) fn of(program: &Program, locale: &Locale) -> Self {
        let (errors, warnings) = program.counts();
        Self {
            file: program.source.name().to_string(),
            error: None,
            errors,
            warnings,
            hints: program.findings.len() - errors - warnings,
            diagnostics: program.findings.iter().map(|finding| found(finding, program, locale)).collect(),
        }
    }

    pub(super) fn unreadable(path: &Path, error: String) -> Self {
        Self {
            file: Clean::line(&path.to_string_lossy()).to_string(),
            error: Some(error),
            errors: 0,
            warnings: 0,
            hints: 0,
            diagnostics: Vec::new(),
        }
    }
}

fn found(finding: &Diagnostic, program: &Program, locale: &Locale) -> Found {
    let [start, end] =
        [finding.span.start, finding.span.end.max(finding.span.start)].map(|at| program.source.position(at));
    let session = finding.values.iter().find_map(|(name, value)| match (*name, value) {
        ("session", Value::Text(title)) => Some(title.to_string()),
        ("title", Value::Text(title)) if ABOUT_SESSIONS.contains(&finding.code) => Some(title.to_string()),
        _ => None,
    });
    Found {
        code: finding.code.as_str(),
        severity: match finding.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        },
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        session,
        message: diagnostic::sentence(finding, locale),
        help: diagnostic::help(finding, locale),
    }
}
