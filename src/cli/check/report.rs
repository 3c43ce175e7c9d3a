//! The output of `check` in each format.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::sarif::Sarif;
use super::{github, json, text};
use crate::cli::args;
use crate::cli::json as common;
use crate::cli::source;
use crate::cli::streams::Streams;
use crate::i18n::Locale;
use crate::schedule::LoadedSchedule;

/// The values of `--format`.
pub(super) const FORMATS: [&str; 4] = ["text", "json", "github", "sarif"];

/// A report about several files.
pub(super) struct Report<'a> {
    locale: &'a Locale,
    format: Format,
}

enum Format {
    /// For people.
    Text { columns: usize, all: bool },
    /// A JSON value for each file.
    Json(Vec<Value>),
    /// Workflow commands of GitHub Actions.
    Github,
    /// For code scanning.
    Sarif(Sarif),
}

impl<'a> Report<'a> {
    pub(super) fn new(matches: &ArgMatches, locale: &'a Locale) -> Self {
        let format = match matches.get_one::<String>("format").map(String::as_str) {
            Some("json") => Format::Json(Vec::new()),
            Some("github") => Format::Github,
            Some("sarif") => Format::Sarif(Sarif::default()),
            _ => Format::Text { columns: args::width(matches), all: matches.get_flag("all") },
        };
        Self { locale, format }
    }

    /// True for the format for people, which needs no syntax on stdout.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.format, Format::Text { .. })
    }

    /// Reads a file. An error goes to stderr, and into the report.
    pub(super) fn read(&mut self, path: &Path, streams: &mut Streams) -> Option<LoadedSchedule> {
        let before = streams.warnings().len();
        let schedule = source::read(path, self.locale, streams);
        if schedule.is_none() {
            let error = streams.warnings().get(before..).unwrap_or_default().trim_end().to_owned();
            self.unreadable(path, &error, streams);
        }
        schedule
    }

    /// Adds a file that was read.
    pub(super) fn checked(&mut self, schedule: &LoadedSchedule, streams: &mut Streams) {
        let locale = self.locale;
        match &mut self.format {
            Format::Text { columns, all } => {
                streams.print(&text::printed(schedule, locale, *columns, *all));
                streams.warn(&text::summary(schedule, locale));
            }
            Format::Json(files) => files.push(json::checked(schedule, locale)),
            Format::Github => {
                streams.print(&github::commands(schedule, locale));
                streams.warn(&text::summary(schedule, locale));
            }
            Format::Sarif(sarif) => sarif.checked(schedule, locale),
        }
    }

    fn unreadable(&mut self, path: &Path, error: &str, streams: &mut Streams) {
        match &mut self.format {
            Format::Text { .. } => {}
            Format::Json(files) => files.push(json::unreadable(path, error)),
            Format::Github => streams.print(&github::unreadable(path, error)),
            Format::Sarif(sarif) => sarif.unreadable(path, error),
        }
    }

    /// Prints the end.
    pub(super) fn end(self, streams: &mut Streams) {
        match self.format {
            Format::Text { .. } | Format::Github => {}
            Format::Json(files) => streams.print(&common::text(&json!({ "files": files }))),
            Format::Sarif(sarif) => streams.print(&common::text(&sarif.end(self.locale))),
        }
    }
}
