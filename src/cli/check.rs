//! `kurultai check FILE…`: prints all diagnostics of files, or the meaning of a code.

mod explain;
mod fix;
mod github;
mod json;
mod report;
mod sarif;
mod text;

use clap::{ArgMatches, Command};

use self::fix::{Fixed, fix};
use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::streams::Streams;
use super::{json as common, venue};
use crate::i18n::{Locale, Message};
use report::Report;

pub(super) const COMMAND: Subcommand = Subcommand { name: "check", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let command = help.command(name, Message::CliCheck, Message::CliCheckExamples);
    let files = help.files().required(false).required_unless_present("explain");
    let explain = help.option("explain", Message::CliCodeName, Message::CliExplain).conflicts_with("files");
    let format = help.option("format", Message::CliFormatName, Message::CliCheckFormat);
    let format = format.value_parser(report::FORMATS).hide_possible_values(true);
    let [all, fix] = [("all", Message::CliCheckAll), ("fix", Message::CliCheckFix)]
        .map(|(name, about)| help.flag(name, about));
    command.args([files, explain, all, fix, format, help.venue_tz()])
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let locale = languages.for_text(None, user_locale);
    if let Some(code) = matches.get_one::<String>("explain") {
        return explain(code, matches, &locale, streams);
    }
    let mut outcome = Outcome::Ok;
    let mut report = Report::new(matches, &locale);
    for path in args::paths(matches) {
        let Some(mut schedule) = report.read(&path, streams) else {
            outcome = Outcome::Failed;
            continue;
        };
        if matches.get_flag("fix") {
            match fix(&path, &schedule, &locale, report.is_text(), streams) {
                Fixed::Nothing => {}
                Fixed::Written => {
                    let Some(fixed) = report.read(&path, streams) else {
                        outcome = Outcome::Failed;
                        continue;
                    };
                    schedule = fixed;
                }
                Fixed::Failed => outcome = Outcome::Failed,
            }
        }
        venue::set(&mut schedule, matches, &locale, streams);
        report.checked(&schedule, streams);
        if schedule.is_empty() {
            outcome = Outcome::Failed;
        } else if schedule.mistakes() > 0 && outcome == Outcome::Ok {
            outcome = Outcome::Problems;
        }
    }
    report.end(streams);
    outcome
}

/// Prints the meaning of a code.
fn explain(written: &str, matches: &ArgMatches, locale: &Locale, streams: &mut Streams) -> Outcome {
    match explain::code(written, locale) {
        Ok(code) if args::is_json(matches) => streams.print(&common::text(&explain::json(code, locale))),
        Ok(code) => streams.print(&explain::text(code, locale, args::width(matches))),
        Err(sentence) => {
            streams.warn(&sentence);
            return Outcome::Failed;
        }
    }
    Outcome::Ok
}
