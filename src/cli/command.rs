//! [`Subcommand`] and [`CommandContext`].

use clap::{ArgMatches, Command};

use super::args::HelpText;
use super::language::Languages;
pub(super) use super::outcome::Outcome;
use super::streams::Streams;
use crate::i18n::Locale;

/// A command that needs no terminal, such as `kurultai show FILE`.
pub(super) struct Subcommand {
    pub(super) name: &'static str,
    /// Creates the description of the arguments.
    pub(super) command: fn(&'static str, HelpText<'_>) -> Command,
    pub(super) run: fn(&ArgMatches, CommandContext<'_>) -> Outcome,
}

/// The context of a command.
pub(super) struct CommandContext<'a> {
    /// The interface in the language of the user's environment.
    pub(super) user_locale: Locale,
    pub(super) languages: &'a Languages,
    pub(super) streams: &'a mut Streams,
}

/// Returns the chosen command with its arguments.
pub(super) fn chosen<'a>(
    subcommands: &'a [Subcommand],
    matches: &'a ArgMatches,
) -> Option<(&'a Subcommand, &'a ArgMatches)> {
    let (name, arguments) = matches.subcommand()?;
    Some((subcommands.iter().find(|subcommand| subcommand.name == name)?, arguments))
}
