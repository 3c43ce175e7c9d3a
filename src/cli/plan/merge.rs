//! `kurultai plan merge PLAN PLAN…`: merges plan files and prints the result.

use clap::{ArgMatches, Command};

use super::{export, file};
use crate::cli::args::{self, HelpText};
use crate::cli::command::{CommandContext, Outcome, Subcommand};
use crate::i18n::Message;
use crate::model::Plan;
use crate::plan::merge;
use crate::store::plan_file;

pub(super) const COMMAND: Subcommand = Subcommand { name: "merge", command: describe, run };

fn describe(name: &'static str, words: HelpText<'_>) -> Command {
    let plans = words.files().value_name(words.say(Message::CliPlanName)).help(words.say(Message::CliPlans));
    let command = words.command(name, Message::CliPlanMerge, Message::CliPlanMergeExamples);
    command.args([plans, export::output_path(words), export::force(words)])
}

fn run(matches: &ArgMatches, asked: CommandContext<'_>) -> Outcome {
    let CommandContext { reader, languages, streams } = asked;
    let locale = &languages.for_text(None, reader);
    let mut merged = Plan::default();
    let mut outcome = Outcome::Ok;
    for path in args::paths(matches) {
        match file::plan(&path, locale, streams) {
            Some(plan) => merged = merge(&merged, &plan),
            None => outcome = Outcome::Failed,
        }
    }
    // A partial merge would look complete.
    if outcome == Outcome::Failed {
        return outcome;
    }
    export::write(matches, &plan_file::write(&merged, None), locale, streams)
}
