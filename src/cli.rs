//! The command line: one file per subcommand, which says what it is asked with and does it.
//!
//! stdout carries the answer, stderr the rest. Exit codes: 0 fine; 1 findings (`check`: errors or warnings); 2 wrong
//! usage, or nothing readable.

mod add;
mod args;
mod check;
#[cfg(test)]
mod damaged_tests;
mod diff;
mod export;
mod help;
mod json;
mod language;
mod library;
mod list;
mod now;
mod open;
mod plan;
mod remove;
mod search;
mod show;
mod source;
mod spelling;
mod streams;
mod user_plan;
mod venue;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::i18n::{Locale, Message};
use crate::schedule;
use crate::store::{self, Folders};
use args::HelpText;
use language::Languages;
use streams::Streams;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It did what it was asked.
    Ok,
    /// There are errors or warnings.
    Problems,
    /// It was asked wrongly, or nothing could be read.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Ok => 0,
            Outcome::Problems => 1,
            Outcome::Failed => 2,
        })
    }
}

/// A command that needs no terminal: `kurultai show FILE`.
struct Subcommand {
    name: &'static str,
    /// How it is asked.
    command: fn(&'static str, HelpText<'_>) -> Command,
    /// What it does.
    run: fn(&ArgMatches, CommandContext<'_>) -> Outcome,
}

/// What a command is asked with beside its own arguments, and where its answer goes.
struct CommandContext<'a> {
    /// The words of the interface for whoever asks.
    reader: Locale,
    languages: &'a Languages,
    streams: &'a mut Streams,
}

/// In the order of the help.
const SUBCOMMANDS: [Subcommand; 10] = [
    show::COMMAND,
    now::COMMAND,
    search::COMMAND,
    plan::COMMAND,
    add::COMMAND,
    list::COMMAND,
    remove::COMMAND,
    check::COMMAND,
    diff::COMMAND,
    export::COMMAND,
];

/// Does what the arguments ask for; the first of them is the name of the program.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    schedule::hush_readers();
    let kurultai = command(None);
    let arguments = spelling::options_behind_command(arguments.into_iter().collect(), &kurultai);
    let languages = Languages::new(&arguments, |name| env::var(name).ok());
    let reader = languages.for_reader();
    // What all commands and arguments are for is only said when somebody asks, or asks wrongly.
    let said = || command(Some(&reader)).try_get_matches_from(&arguments);
    let matches = match kurultai.try_get_matches_from(&arguments).or_else(|_| said()) {
        Ok(matches) => matches,
        Err(answer) => {
            let no_command = open::no_command(&arguments, &reader).filter(|_| answer.use_stderr());
            return no_command
                .map_or_else(|| streams::answer(&answer), |sentence| streams::refuse(&sentence));
        }
    };
    let mut streams = Streams::new();
    let asked = CommandContext { reader, languages: &languages, streams: &mut streams };
    let named = matches.subcommand().and_then(|(name, of)| {
        let subcommand = SUBCOMMANDS.into_iter().find(|subcommand| subcommand.name == name)?;
        Some((subcommand, of))
    });
    let outcome = match named {
        Some((subcommand, of)) => {
            let settings = Folders::find().map(|folders| store::load_config(&folders).1);
            library::tell(&settings.unwrap_or_default(), &asked.reader, asked.streams);
            (subcommand.run)(of, asked)
        }
        None => open::run(&matches, asked),
    };
    streams.end(outcome).into()
}

fn command(locale: Option<&Locale>) -> Command {
    let words = HelpText(locale);
    let kurultai = Command::new("kurultai")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.say(Message::CliAbout))
        .after_help(words.say(Message::CliExamples))
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .args(open::arguments(words))
        .subcommands(SUBCOMMANDS.map(|subcommand| (subcommand.command)(subcommand.name, words)));
    match locale {
        Some(locale) => help::spoken(kurultai, locale),
        None => kurultai,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_well_formed() {
        command(Some(&Locale::english())).debug_assert();
        command(None).debug_assert();
    }
}
