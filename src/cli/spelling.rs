//! Accepts options before a command, and tells a misspelled command from a file.

use std::ffi::OsString;

use clap::{Arg, Command};

use super::SUBCOMMANDS;
use crate::text::closest_match;

/// Words of other software for commands, each with the arguments that do the same here.
const SYNONYMS: [(&str, &str); 20] = [
    ("cat", "show"),
    ("compare", "diff"),
    ("convert", "export"),
    ("delete", "remove"),
    ("dump", "show"),
    ("find", "search"),
    ("grep", "search"),
    ("help", "--help"),
    ("lint", "check"),
    ("ls", "list"),
    ("print", "show"),
    ("rm", "remove"),
    ("status", "now"),
    ("test", "check"),
    ("today", "now"),
    ("validate", "check"),
    ("verify", "check"),
    ("version", "--version"),
    ("view", "show"),
    ("what", "now"),
];

/// Returns the arguments with the options that come before a command put behind it: `--lang ru check f` becomes
/// `check --lang ru f`, and `--lang ru plan show f` becomes `plan show --lang ru f`. Without a command nothing changes.
pub(super) fn options_behind_command(arguments: Vec<OsString>, kurultai: &Command) -> Vec<OsString> {
    let mut rest = arguments.iter().skip(1).peekable();
    let (mut names, mut options, mut command) = (Vec::new(), Vec::new(), kurultai);
    while let Some(argument) = rest.peek() {
        let Some(text) = argument.to_str() else { break };
        if let Some(option) = text.strip_prefix("--").filter(|option| !option.is_empty()) {
            let (name, has_value) = option.split_once('=').map_or((option, false), |(name, _)| (name, true));
            let Some(takes_value) = takes_value(kurultai, name) else { break };
            options.extend(rest.next());
            if takes_value && !has_value {
                options.extend(rest.next());
            }
        } else if let Some(of_name) = command.find_subcommand(text) {
            names.extend(rest.next());
            command = of_name;
            if !command.has_subcommands() {
                break;
            }
        } else {
            break;
        }
    }
    if names.is_empty() {
        return arguments;
    }
    arguments.first().into_iter().chain(names).chain(options).chain(rest).cloned().collect()
}

/// Returns the first argument behind the options, where it is no command.
pub(super) fn first_word<'a>(arguments: &'a [OsString], kurultai: &Command) -> Option<&'a str> {
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        let text = argument.to_str()?;
        let Some(option) = text.strip_prefix("--").filter(|option| !option.is_empty()) else {
            return Some(text).filter(|text| kurultai.find_subcommand(text).is_none());
        };
        let (name, has_value) = option.split_once('=').map_or((option, false), |(name, _)| (name, true));
        if takes_value(kurultai, name)? && !has_value {
            rest.next();
        }
    }
    None
}

/// True if the option of this name, of any command, takes a value behind a blank; `None` if there is no such option.
fn takes_value(command: &Command, name: &str) -> Option<bool> {
    let of_command = command.get_arguments().find(|arg| arg.get_long() == Some(name));
    let takes = |arg: &Arg| arg.get_action().takes_values() && !arg.is_require_equals_set();
    of_command.map(takes).or_else(|| command.get_subcommands().find_map(|command| takes_value(command, name)))
}

/// The command, or the option, that was probably meant by a word that is neither a command nor a file.
pub(super) fn meant(word: &str) -> Option<&'static str> {
    // A word with a dot or a slash is the name of a file.
    if word.contains(['.', '/', '\\']) {
        return None;
    }
    let written = word.to_lowercase();
    let synonym = SYNONYMS.into_iter().find(|(known, _)| *known == written).map(|(_, meant)| meant);
    synonym.or_else(|| closest_match(&written, SUBCOMMANDS.map(|subcommand| subcommand.name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command;

    #[track_caller]
    fn becomes(written: &str, meant: &str) {
        let arguments = written.split(' ').map(OsString::from).collect();
        let read = options_behind_command(arguments, &command(None));
        assert_eq!(read.join(" ".as_ref()), meant);
    }

    #[test]
    fn options_may_come_before_the_command() {
        becomes("k --lang ru check f", "k check --lang ru f");
        becomes("k --lang=ru --now 2025-02-01T10:00 show f", "k show --lang=ru --now 2025-02-01T10:00 f");
        becomes("k --width 60 plan --tz Asia/Tokyo show f", "k plan show --width 60 --tz Asia/Tokyo f");
        becomes("k --format json list", "k list --format json");
        becomes("k --plan=p.toml diff a b", "k diff --plan=p.toml a b");
        becomes("k --lang ru search --lang ky x", "k search --lang ru --lang ky x");
    }

    #[test]
    fn the_first_word_is_behind_the_options() {
        for (written, word) in [
            ("k exprot --to ics f", Some("exprot")),
            ("k --lang ru serach --format json f", Some("serach")),
            ("k --lang=ru f", Some("f")),
            ("k --lang ru export --nonsense", None),
            ("k --nonsense f", None),
            ("k --lang", None),
            ("k", None),
        ] {
            let arguments: Vec<OsString> = written.split(' ').map(OsString::from).collect();
            assert_eq!(first_word(&arguments, &command(None)), word, "{written}");
        }
    }

    #[test]
    fn other_arguments_stay_as_they_are() {
        for written in [
            "k",
            "k f",
            "k --lang ru f",
            "k --lang",
            "k --lang ru ./check",
            "k f show",
            "k --nonsense show f",
        ] {
            becomes(written, written);
        }
        becomes("k -- check", "k -- check");
        becomes("k check --lang ru f", "k check --lang ru f");
    }

    #[test]
    fn a_command_is_meant() {
        let pairs = [("serach", "search"), ("Chekc", "check"), ("exprot", "export"), ("ls", "list")];
        for (written, command) in pairs {
            assert_eq!(meant(written), Some(command), "{written}");
        }
        for written in ["rust", "fosdem.toml", "showcase.toml", "a/search", ""] {
            assert_eq!(meant(written), None, "{written}");
        }
    }
}
