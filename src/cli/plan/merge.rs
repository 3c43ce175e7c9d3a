//! `kurultai plan merge PLAN PLAN…`: merges plan files and prints the result.

use clap::{ArgMatches, Command};

use super::{export, file};
use crate::cli::args::{self, HelpText};
use crate::cli::command::{CommandContext, Outcome, Subcommand};
use crate::i18n::Message;
use crate::store::plan_file;
use kurultai_schedule::model::Plan;
use kurultai_schedule::plan::merge;

pub(super) const COMMAND: Subcommand = Subcommand { name: "merge", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let plans = help.files().value_name(help.text(Message::CliPlanName)).help(help.text(Message::CliPlans));
    let command = help.command(name, Message::CliPlanMerge, Message::CliPlanMergeExamples);
    command.args([plans, export::output_path(help), export::force(help)])
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let locale = &languages.for_text(None, user_locale);
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
