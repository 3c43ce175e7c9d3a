//! The command line.
//!
//! Results go to stdout, everything else to stderr. Exit codes: 0 for success; 1 if `check` found errors or
//! warnings, or `diff` found changes; 2 for invalid arguments, or if input could not be read or output
//! not written.

mod add;
mod args;
mod check;
mod command;
#[cfg(test)]
mod damaged_tests;
mod diff;
mod export;
mod help;
mod json;
mod language;
mod library;
mod list;
mod new;
mod now;
mod open;
mod outcome;
mod page;
mod places;
mod plan;
mod progress;
mod question;
mod remove;
mod schema;
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

use clap::Command;

use crate::i18n::{Locale, Message};
use crate::schedule;
use crate::store::{self, Folders};
use crate::tui::default_keymap;
use args::HelpText;
use command::{CommandContext, Subcommand, chosen};
use language::Languages;
use streams::Streams;

/// The subcommands in the order of the help.
const SUBCOMMANDS: &[Subcommand] = &[
    show::COMMAND,
    now::COMMAND,
    search::COMMAND,
    plan::COMMAND,
    add::COMMAND,
    list::COMMAND,
    remove::COMMAND,
    new::COMMAND,
    check::COMMAND,
    diff::COMMAND,
    export::COMMAND,
    schema::COMMAND,
];

/// Runs the command in the arguments, of which the first is the name of the binary.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    schedule::silence_reader_panics();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let kurultai = if are_only_files(&arguments) { command_with(None, &[]) } else { command(None) };
    let arguments = spelling::options_behind_command(arguments, &kurultai);
    let languages = Languages::new(&arguments, |name| env::var(name).ok());
    let user_locale = languages.for_user();
    // Help texts are formatted only if they are shown.
    let parse_arguments = || command(Some(&user_locale)).try_get_matches_from(&arguments);
    let matches = match kurultai.try_get_matches_from(&arguments).or_else(|_| parse_arguments()) {
        Ok(matches) => matches,
        Err(answer) => {
            let meant = spelling::meant_command(&arguments, || command(None), &user_locale);
            return match meant.filter(|_| answer.use_stderr()) {
                Some(sentence) => streams::fail(&sentence),
                None => streams::print_clap(&answer),
            };
        }
    };
    let mut streams = Streams::new();
    let context = CommandContext { user_locale, languages: &languages, streams: &mut streams };
    let outcome = match chosen(SUBCOMMANDS, &matches) {
        Some((subcommand, arguments)) => {
            let warnings = Folders::find().map(|folders| store::load_config(&folders, default_keymap()).1);
            library::warn_all(&warnings.unwrap_or_default(), &context.user_locale, context.streams);
            (subcommand.run)(arguments, context)
        }
        None => open::run(&matches, || command(None), context),
    };
    streams.end(outcome).into()
}

/// True if no argument is an option or a command. Then the commands, which take a while to describe, are not needed.
fn are_only_files(arguments: &[OsString]) -> bool {
    let is_command = |text: &str| SUBCOMMANDS.iter().any(|subcommand| subcommand.name == text);
    let is_file = |argument: &OsString| {
        argument.to_str().is_some_and(|text| !text.is_empty() && !text.starts_with('-') && !is_command(text))
    };
    arguments.iter().skip(1).all(is_file)
}

fn command(locale: Option<&Locale>) -> Command {
    command_with(locale, SUBCOMMANDS)
}

fn command_with(locale: Option<&Locale>, subcommands: &[Subcommand]) -> Command {
    let help = HelpText(locale);
    let kurultai = Command::new("kurultai")
        .version(env!("CARGO_PKG_VERSION"))
        .about(help.text(Message::CliAbout))
        .after_help(help.text(Message::CliExamples))
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .args(open::arguments(help))
        .subcommands(subcommands.iter().map(|subcommand| (subcommand.command)(subcommand.name, help)));
    match locale {
        Some(locale) => help::localize(kurultai, locale),
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
        command_with(None, &[]).debug_assert();
    }

    #[test]
    fn commands_are_described_unless_all_arguments_are_files() {
        for (written, is_shortcut) in [
            ("k", true),
            ("k a.toml", true),
            ("k a.toml events https://example.org/a.xml", true),
            ("k exprot", true),
            ("k show", false),
            ("k a.toml show", false),
            ("k a.toml --lang ru", false),
            ("k -", false),
            ("k -- show", false),
        ] {
            let arguments: Vec<OsString> = written.split(' ').map(OsString::from).collect();
            assert_eq!(are_only_files(&arguments), is_shortcut, "{written}");
        }
    }
}
