//! Localizes the fixed texts of `--help`, which clap has only in English.

use clap::{Arg, ArgAction, Command};

use crate::i18n::{Locale, Message};

/// Sets headings and the descriptions of `--help` and `--version`, including those of subcommands.
pub(super) fn localize(command: Command, locale: &Locale) -> Command {
    let word = |message| locale.text(message);
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        word(Message::CliUsage)
    );
    let heading = |arg: Arg| {
        let is_positional = arg.is_positional();
        arg.help_heading(word(if is_positional { Message::CliArguments } else { Message::CliOptions }))
    };
    let help =
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help(word(Message::CliPrintHelp));
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let version = command.get_version().map(|_| version.help(word(Message::CliPrintVersion)));
    command
        .help_template(template)
        .subcommand_help_heading(word(Message::CliCommands))
        .subcommand_value_name(word(Message::CliCommandName))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args([Some(help), version].into_iter().flatten())
        .mut_args(heading)
        .mut_subcommands(|command| localize(command, locale))
}
