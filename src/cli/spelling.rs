//! Handles options before a command, and misspelled commands.

use std::ffi::OsString;
use std::path::Path;

use clap::{Arg, Command};

use crate::fetch::ScheduleUrl;
use crate::i18n::{Locale, Message, MessageArg};
use crate::schedule::is_standard_input;
use kurultai_schedule::text::closest_match;

/// Words from other tools, with the equivalent arguments.
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

/// Moves options from before a command to after it: `--lang ru check f` becomes `check --lang ru f`, and
/// `--lang ru plan show f` becomes `plan show --lang ru f`.
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

/// Returns the first argument that is not an option, unless it is a command.
fn first_word<'a>(arguments: &'a [OsString], kurultai: &Command) -> Option<&'a str> {
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

/// True if the option of any command takes a value as the next argument; `None` for an unknown option.
fn takes_value(command: &Command, name: &str) -> Option<bool> {
    let of_command = command.get_arguments().find(|arg| arg.get_long() == Some(name));
    let takes = |arg: &Arg| arg.get_action().takes_values() && !arg.is_require_equals_set();
    of_command.map(takes).or_else(|| command.get_subcommands().find_map(|command| takes_value(command, name)))
}

/// Returns the error for arguments that clap rejects, if the first word looks like a misspelled command.
pub(super) fn meant_command(
    arguments: &[OsString],
    kurultai: impl FnOnce() -> Command,
    locale: &Locale,
) -> Option<String> {
    let kurultai = kurultai();
    meant_file(Path::new(first_word(arguments, &kurultai)?), || kurultai.clone(), locale)
}

/// Returns the error for a first argument that is neither a file nor a URL and looks like a misspelled
/// command.
pub(super) fn meant_file(path: &Path, kurultai: impl FnOnce() -> Command, locale: &Locale) -> Option<String> {
    let written = path.to_str()?;
    let exists = is_standard_input(path) || path.symlink_metadata().is_ok();
    if exists || ScheduleUrl::from_path(path).is_some() {
        return None;
    }
    let kurultai = kurultai();
    let suggestion = suggestion(written, &kurultai)?;
    let values = [("name", MessageArg::text(written)), ("meant", MessageArg::text(suggestion))];
    Some(locale.with(Message::NoSuchCommand, &values))
}

/// Returns the command or option that a word is probably a misspelling of.
fn suggestion<'a>(word: &str, kurultai: &'a Command) -> Option<&'a str> {
    // A word with a dot or a slash is a file name.
    if word.contains(['.', '/', '\\']) {
        return None;
    }
    let written = word.to_lowercase();
    let synonym = SYNONYMS.into_iter().find(|(known, _)| *known == written).map(|(_, suggestion)| suggestion);
    synonym.or_else(|| closest_match(&written, kurultai.get_subcommands().map(Command::get_name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command;

    #[track_caller]
    fn becomes(written: &str, suggestion: &str) {
        let arguments = written.split(' ').map(OsString::from).collect();
        let read = options_behind_command(arguments, &command(None));
        assert_eq!(read.join(" ".as_ref()), suggestion);
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
    fn options_before_the_first_word_are_skipped() {
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
    fn misspelled_commands_are_recognized() {
        let pairs = [("serach", "search"), ("Chekc", "check"), ("exprot", "export"), ("ls", "list")];
        for (written, name) in pairs {
            assert_eq!(suggestion(written, &command(None)), Some(name), "{written}");
        }
        for written in ["rust", "fosdem.toml", "showcase.toml", "a/search", ""] {
            assert_eq!(suggestion(written, &command(None)), None, "{written}");
        }
    }
}
