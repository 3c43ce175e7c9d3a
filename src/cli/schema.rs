//! `kurultai schema`: prints the JSON Schema of event files, for editors.

use clap::{ArgMatches, Command};

use super::args::HelpText;
use super::command::{CommandContext, Outcome, Subcommand};
use super::json;
use crate::i18n::Message;
use kurultai_schedule::format::event_file::json_schema;

pub(super) const COMMAND: Subcommand = Subcommand { name: "schema", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    help.command(name, Message::CliSchema, Message::CliSchemaExamples)
}

fn run(_: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { streams, .. } = context;
    streams.print(&json::text(&json_schema()));
    Outcome::Ok
}
