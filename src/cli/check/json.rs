//! The diagnostics of files as JSON; docs/JSON.md has every key.

use std::path::Path;

use serde::Serialize;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::i18n::{Locale, MessageArg};
use crate::presenter;
use crate::schedule::LoadedSchedule;
use crate::text::SafeText;

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
    pub(super) fn of(schedule: &LoadedSchedule, locale: &Locale) -> Self {
        let (errors, warnings) = schedule.counts();
        Self {
            file: schedule.source.name().to_string(),
            error: None,
            errors,
            warnings,
            hints: schedule.diagnostics.len() - errors - warnings,
            diagnostics: schedule
                .diagnostics
                .iter()
                .map(|diagnostic| found(diagnostic, schedule, locale))
                .collect(),
        }
    }

    pub(super) fn unreadable(path: &Path, error: String) -> Self {
        Self {
            file: SafeText::line(&path.to_string_lossy()).to_string(),
            error: Some(error),
            errors: 0,
            warnings: 0,
            hints: 0,
            diagnostics: Vec::new(),
        }
    }
}

fn found(diagnostic: &Diagnostic, schedule: &LoadedSchedule, locale: &Locale) -> Found {
    let [start, end] = [diagnostic.span.start, diagnostic.span.end.max(diagnostic.span.start)]
        .map(|at| schedule.source.position(at));
    let session = diagnostic.args.iter().find_map(|(name, value)| match (*name, value) {
        ("session", MessageArg::Text(title)) => Some(title.to_string()),
        ("title", MessageArg::Text(title)) if ABOUT_SESSIONS.contains(&diagnostic.code) => {
            Some(title.to_string())
        }
        _ => None,
    });
    Found {
        code: diagnostic.code.as_str(),
        severity: match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        },
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        session,
        message: presenter::diagnostic::sentence(diagnostic, locale),
        help: presenter::diagnostic::help(diagnostic, locale),
    }
}
