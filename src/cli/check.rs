//! `kurultai check FILE…`: prints all diagnostics of files, or the meaning of a code.

mod explain;
mod fix;
mod json;

use std::collections::BTreeMap;

use clap::{ArgMatches, Command};

use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::json::text;
use super::streams::Streams;
use super::{source, venue};
use crate::i18n::{Locale, Message, MessageArg};
use crate::presenter::diagnostic::full;
use crate::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::{Code, Diagnostic};

/// The number of diagnostics per code and file to print in full without `--all`.
const OF_A_KIND: usize = 3;

pub(super) const COMMAND: Subcommand = Subcommand { name: "check", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let command = help.command(name, Message::CliCheck, Message::CliCheckExamples);
    let files = help.files().required(false).required_unless_present("explain");
    let explain = help.option("explain", Message::CliCodeName, Message::CliExplain).conflicts_with("files");
    let [all, fix] = [("all", Message::CliCheckAll), ("fix", Message::CliCheckFix)]
        .map(|(name, about)| help.flag(name, about));
    command.args([files, explain, all, fix, help.format(), help.venue_tz()])
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let locale = languages.for_text(None, user_locale);
    if let Some(code) = matches.get_one::<String>("explain") {
        return explain(code, matches, &locale, streams);
    }
    let mut outcome = Outcome::Ok;
    let mut files = Vec::new();
    for path in args::paths(matches) {
        let before = streams.warnings().len();
        let Some(mut schedule) = source::read(&path, &locale, streams) else {
            outcome = Outcome::Failed;
            let error = streams.warnings().get(before..).unwrap_or_default().trim_end().to_owned();
            files.push(json::unreadable(&path, &error));
            continue;
        };
        if matches.get_flag("fix") {
            if !fix::fix(&path, &schedule, &locale, streams) {
                outcome = Outcome::Failed;
            }
            let Some(fixed) = source::read(&path, &locale, streams) else { continue };
            schedule = fixed;
        }
        venue::set(&mut schedule, matches, &locale, streams);
        if args::is_json(matches) {
            files.push(json::checked(&schedule, &locale));
        } else {
            streams.print(&printed(&schedule, &locale, args::width(matches), matches.get_flag("all")));
            streams.warn(&summary(&schedule, &locale));
        }
        if schedule.is_empty() {
            outcome = Outcome::Failed;
        } else if schedule.mistakes() > 0 && outcome == Outcome::Ok {
            outcome = Outcome::Problems;
        }
    }
    if args::is_json(matches) {
        streams.print(&text(&serde_json::json!({ "files": files })));
    }
    outcome
}

/// Prints the meaning of a code.
fn explain(written: &str, matches: &ArgMatches, locale: &Locale, streams: &mut Streams) -> Outcome {
    match explain::code(written, locale) {
        Ok(code) if args::is_json(matches) => streams.print(&text(&explain::json(code, locale))),
        Ok(code) => streams.print(&explain::text(code, locale, args::width(matches))),
        Err(sentence) => {
            streams.warn(&sentence);
            return Outcome::Failed;
        }
    }
    Outcome::Ok
}

/// Formats the diagnostics of a file, the first few of each code.
fn printed(schedule: &LoadedSchedule, locale: &Locale, columns: usize, all: bool) -> String {
    let mut of_kind: BTreeMap<Code, usize> = BTreeMap::new();
    for diagnostic in &schedule.diagnostics {
        *of_kind.entry(diagnostic.code).or_default() += 1;
    }
    let mut printed: BTreeMap<Code, usize> = BTreeMap::new();
    let mut texts = Vec::new();
    for diagnostic in &schedule.diagnostics {
        let count = printed.entry(diagnostic.code).or_default();
        *count += 1;
        if !all && *count > OF_A_KIND {
            continue;
        }
        let mut text = full(diagnostic, &schedule.source, locale, columns);
        let left = of_kind.get(&diagnostic.code).map_or(0, |all| all.saturating_sub(OF_A_KIND));
        if !all && *count == OF_A_KIND && left > 0 {
            text += &format!("\n{}\n", more(diagnostic, schedule, left, locale));
        }
        texts.push(text);
    }
    texts.join("\n")
}

fn more(diagnostic: &Diagnostic, schedule: &LoadedSchedule, left: usize, locale: &Locale) -> String {
    let values = [
        ("path", MessageArg::from(schedule.source.name())),
        ("code", MessageArg::text(diagnostic.code.as_str())),
        ("count", MessageArg::count(left)),
    ];
    locale.with(Message::CheckMore, &values)
}

fn summary(schedule: &LoadedSchedule, locale: &Locale) -> String {
    let (errors, warnings) = schedule.counts();
    let name = MessageArg::from(schedule.source.name());
    let hints = schedule.diagnostics.len() - errors - warnings;
    if errors + warnings == 0 {
        let message = if hints == 0 { Message::CheckFine } else { Message::CheckHints };
        return locale.with(message, &[("path", name), ("count", MessageArg::count(hints))]);
    }
    let errors = locale.with(Message::CheckErrors, &[("count", MessageArg::count(errors))]);
    let warnings = locale.with(Message::CheckWarnings, &[("count", MessageArg::count(warnings))]);
    let values =
        [("path", name), ("errors", MessageArg::text(&errors)), ("warnings", MessageArg::text(&warnings))];
    locale.with(Message::CheckSummary, &values)
}
