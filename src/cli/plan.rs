//! `kurultai plan …`: what somebody picked, for whoever has no terminal to look at it. Same arguments and same files, same bytes.
//!
//! The plan for a program is the user's own, in their folders, unless `--plan` names another file.

mod compare;
mod export;
mod file;
mod import;
mod json;
mod list;
mod merge;
mod page;
pub(super) mod plan_context;
pub(super) mod rows;
mod show;
mod solve;
mod vdir;

use clap::{ArgMatches, Command};

use super::args::HelpText;
use super::{CommandContext, Outcome, Subcommand};
use crate::i18n::Message;

pub(super) const COMMAND: Subcommand = Subcommand { name: "plan", command: describe, run };

/// In the order of the help.
const SUBCOMMANDS: [Subcommand; 6] =
    [show::COMMAND, solve::COMMAND, import::COMMAND, export::COMMAND, merge::COMMAND, compare::COMMAND];

fn describe(name: &'static str, words: HelpText<'_>) -> Command {
    Command::new(name)
        .about(words.say(Message::CliPlan))
        .after_help(words.say(Message::CliPlanExamples))
        .arg_required_else_help(true)
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommands(SUBCOMMANDS.map(|subcommand| (subcommand.command)(subcommand.name, words)))
}

fn run(matches: &ArgMatches, asked: CommandContext<'_>) -> Outcome {
    let named = matches.subcommand().and_then(|(name, of)| {
        let subcommand = SUBCOMMANDS.into_iter().find(|subcommand| subcommand.name == name)?;
        Some((subcommand, of))
    });
    // The parser of arguments lets nothing else through.
    named.map_or(Outcome::Failed, |(subcommand, of)| (subcommand.run)(of, asked))
}
