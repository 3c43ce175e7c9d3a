//! `kurultai check FILE…`: everything that is wrong with files, at once.

use clap::{ArgMatches, Command};

use super::args::{self, Words};
use super::{Asked, Outcome, Subcommand, source};
use crate::diagnostic::full;
use crate::locale::{Locale, Message, Value};
use crate::program::Program;

/// As wide are excerpts, whatever the terminal.
const WIDTH: usize = 80;
/// So many findings of a file are printed in full; somebody who has more begins with these.
const MOST: usize = 1000;

pub(super) const COMMAND: Subcommand = Subcommand { name: "check", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    words.command(name, Message::CliCheck, Message::CliCheckExamples).arg(words.files())
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let locale = languages.for_text(None, reader);
    let mut outcome = Outcome::Fine;
    for path in args::paths(matches) {
        let Some(program) = source::read(&path, &locale, streams) else {
            outcome = Outcome::Failed;
            continue;
        };
        let findings = program.findings.iter().take(MOST);
        let texts: Vec<String> =
            findings.map(|finding| full(finding, &program.source, &locale, WIDTH)).collect();
        streams.answer(&texts.join("\n"));
        if program.findings.len() > MOST {
            let values = [("count", Value::count(program.findings.len() - MOST))];
            streams.answer(&format!("\n{}\n", locale.with(Message::CheckMore, &values)));
        }
        streams.note(&summary(&program, &locale));
        if program.mistakes() > 0 && outcome == Outcome::Fine {
            outcome = Outcome::Findings;
        }
    }
    outcome
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
