//! `kurultai plan …`: the commands on plans.
//!
//! The plan is the user's own plan for the conference, or the file of `--plan`.

mod compare;
mod export;
mod file;
mod import;
mod json;
mod list;
mod merge;
pub(super) mod plan_context;
pub(super) mod rows;
mod show;
mod solve;
mod vdir;

use clap::{ArgMatches, Command};

use super::args::HelpText;
use super::command::{CommandContext, Outcome, Subcommand, chosen};
use crate::i18n::Message;

pub(super) const COMMAND: Subcommand = Subcommand { name: "plan", command, run };

/// The subcommands in the order of the help.
const SUBCOMMANDS: &[Subcommand] =
    &[show::COMMAND, solve::COMMAND, import::COMMAND, export::COMMAND, merge::COMMAND, compare::COMMAND];

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    Command::new(name)
        .about(help.text(Message::CliPlan))
        .after_help(help.text(Message::CliPlanExamples))
        .arg_required_else_help(true)
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommands(SUBCOMMANDS.iter().map(|subcommand| (subcommand.command)(subcommand.name, help)))
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    // clap accepts no other subcommand.
    chosen(SUBCOMMANDS, matches)
        .map_or(Outcome::Failed, |(subcommand, arguments)| (subcommand.run)(arguments, context))
}
