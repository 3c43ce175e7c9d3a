//! `kurultai check FILE…`: everything that is wrong with files, at once.

mod json;

use std::collections::BTreeMap;

use clap::{ArgMatches, Command};

use super::args::{self, Words};
use super::json::text;
use super::{Asked, Outcome, Subcommand, source, venue};
use crate::diagnostic::{Code, Diagnostic, full};
use crate::locale::{Locale, Message, Value};
use crate::program::Program;

/// Of each kind, so many diagnostics of a file are printed in full unless `--all` asks for the rest.
const OF_A_KIND: usize = 3;

pub(super) const COMMAND: Subcommand = Subcommand { name: "check", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let command = words.command(name, Message::CliCheck, Message::CliCheckExamples);
    command.args([words.files(), words.flag("all", Message::CliCheckAll), words.format(), words.venue_tz()])
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let locale = languages.for_text(None, reader);
    let mut outcome = Outcome::Fine;
    let mut files = Vec::new();
    for path in args::paths(matches) {
        let before = streams.noted().len();
        let Some(mut program) = source::read(&path, &locale, streams) else {
            outcome = Outcome::Failed;
            let error = streams.noted().get(before..).unwrap_or_default().trim_end().to_owned();
            files.push(json::Checked::unreadable(&path, error));
            continue;
        };
        venue::set(&mut program, matches, &locale, streams);
        if args::is_json(matches) {
            files.push(json::Checked::of(&program, &locale));
        } else {
            streams.answer(&printed(&program, &locale, args::width(matches), matches.get_flag("all")));
            streams.note(&summary(&program, &locale));
        }
        if program.is_none() {
            outcome = Outcome::Failed;
        } else if program.mistakes() > 0 && outcome == Outcome::Fine {
            outcome = Outcome::Findings;
        }
    }
    if args::is_json(matches) {
        streams.answer(&text(&json::Answer { files }));
    }
    outcome
}

/// The diagnostics of a file in its order; of each kind the first few, and then how many more there are.
fn printed(program: &Program, locale: &Locale, columns: usize, all: bool) -> String {
    let mut of_kind: BTreeMap<Code, usize> = BTreeMap::new();
    for finding in &program.findings {
        *of_kind.entry(finding.code).or_default() += 1;
    }
    let mut printed: BTreeMap<Code, usize> = BTreeMap::new();
    let mut texts = Vec::new();
    for finding in &program.findings {
        let count = printed.entry(finding.code).or_default();
        *count += 1;
        if !all && *count > OF_A_KIND {
            continue;
        }
        let mut text = full(finding, &program.source, locale, columns);
        let left = of_kind.get(&finding.code).map_or(0, |all| all.saturating_sub(OF_A_KIND));
        if !all && *count == OF_A_KIND && left > 0 {
            text += &format!("\n{}\n", more(finding, program, left, locale));
        }
        texts.push(text);
    }
    texts.join("\n")
}

/// A line with how many more of a kind there are.
fn more(finding: &Diagnostic, program: &Program, left: usize, locale: &Locale) -> String {
    let values = [
        ("path", Value::from(program.source.name())),
        ("code", Value::text(finding.code.as_str())),
        ("count", Value::count(left)),
    ];
    locale.with(Message::CheckMore, &values)
}

fn summary(program: &Program, locale: &Locale) -> String {
    let (errors, warnings) = program.counts();
    let name = Value::from(program.source.name());
    let hints = program.findings.len() - errors - warnings;
    if errors + warnings == 0 {
        let message = if hints == 0 { Message::CheckFine } else { Message::CheckHints };
        return locale.with(message, &[("path", name), ("count", Value::count(hints))]);
    }
    let errors = locale.with(Message::CheckErrors, &[("count", Value::count(errors))]);
    let warnings = locale.with(Message::CheckWarnings, &[("count", Value::count(warnings))]);
    let values = [("path", name), ("errors", Value::text(&errors)), ("warnings", Value::text(&warnings))];
    locale.with(Message::CheckSummary, &values)
}
