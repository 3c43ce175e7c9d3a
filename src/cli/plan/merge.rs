//! `kurultai plan merge PLAN PLAN…`: all that is in several plans, as one plan file. It touches no plan of anybody's own.

use clap::{ArgMatches, Command};

use super::{export, file};
use crate::cli::args::{self, Words};
use crate::cli::{Asked, Outcome, Subcommand};
use crate::locale::Message;
use crate::model::Plan;
use crate::plan::merge;
use crate::store::plan_text;

pub(super) const COMMAND: Subcommand = Subcommand { name: "merge", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let plans = words.files().value_name(words.say(Message::CliPlanName)).help(words.say(Message::CliPlans));
    let command = words.command(name, Message::CliPlanMerge, Message::CliPlanMergeExamples);
    command.args([plans, export::output_path(words), export::force(words)])
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let locale = &languages.for_text(None, reader);
    let mut merged = Plan::default();
    let mut outcome = Outcome::Fine;
    for path in args::paths(matches) {
        match file::plan(&path, locale, streams) {
            Some(plan) => merged = merge(&merged, &plan),
            None => outcome = Outcome::Failed,
        }
    }
    // What is merged without one of its parts would be taken for all of it.
    if outcome == Outcome::Failed {
        return outcome;
    }
    export::write(matches, &plan_text::write(&merged, None), locale, streams)
}
