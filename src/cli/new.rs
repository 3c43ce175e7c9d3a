//! `kurultai new [FILE]`: writes an event file to fill in.

mod answers;
mod template;

use std::fs;
use std::path::{Path, PathBuf};

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use self::answers::Answers;
use super::args::HelpText;
use super::command::{CommandContext, Outcome, Subcommand};
use super::export::output;
use super::streams::Streams;
use super::{json, source};
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::format::event_file::{self, json_schema};
use kurultai_schedule::model::{LocalizedText, Zone};
use kurultai_schedule::text::{Lang, SafeText};

pub(super) const COMMAND: Subcommand = Subcommand { name: "new", command, run };

/// The name of the JSON Schema beside the event file, as in docs/FORMAT.md.
const SCHEMA: &str = "event.schema.json";
/// The length of the longest file name made of a title, in bytes.
const MAX_NAME: usize = 60;

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let command = help.command(name, Message::CliNew, Message::CliNewExamples);
    let file =
        Arg::new("file").value_name(help.text(Message::CliFileName)).help(help.text(Message::CliNewFile));
    let text = |name, about| help.option(name, Message::CliTextName, about);
    let day = |name, about| help.option(name, Message::CliDayName, about).value_parser(day(help));
    command.args([
        file.value_parser(value_parser!(PathBuf)),
        text("title", Message::CliNewTitle),
        day("start", Message::CliNewStart),
        day("end", Message::CliNewEnd),
        text("city", Message::CliNewCity),
        text("room", Message::CliNewRoom).action(ArgAction::Append),
        help.option("from", Message::CliFileName, Message::CliNewFrom).value_parser(value_parser!(PathBuf)),
        help.venue_tz(),
        help.language("language", Message::CliNewLang),
        help.flag("force", Message::CliForce),
    ])
}

/// Creates the parser of dates, which accepts the forms that `check --fix` corrects.
fn day(help: HelpText<'_>) -> ValueParser {
    let sentence = help.text(Message::NewBadDate);
    ValueParser::new(move |text: &str| answers::date(text).ok_or_else(|| sentence.clone()))
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale: locale, streams, .. } = context;
    if let Some(from) = matches.get_one::<PathBuf>("from") {
        return convert(from, matches, &locale, streams);
    }
    let answers = match Answers::collect(matches, &locale) {
        Ok(answers) => answers,
        Err(message) => {
            streams.warn(&locale.text(message));
            return Outcome::Failed;
        }
    };
    write(&answers.title, &template::template(&answers, SCHEMA, &locale), matches, &locale, streams)
}

/// Writes a schedule in any format as an event file.
fn convert(from: &Path, matches: &ArgMatches, locale: &Locale, streams: &mut Streams) -> Outcome {
    let Some(mut schedule) = source::read_schedule(from, locale, streams) else { return Outcome::Failed };
    source::warn_mistakes(&schedule, locale, streams);
    let conference = &mut schedule.conference;
    if let Some(title) = matches.get_one::<String>("title") {
        conference.title = LocalizedText::untagged(SafeText::line(title));
    }
    if let Some(language) = matches.get_one::<Lang>("language") {
        conference.language = Some(language.clone());
    }
    if let Some(zone) = matches.get_one::<Zone>("venue-tz") {
        conference.set_venue_zone(*zone);
    }
    let title = conference.title.get(&conference.reading(None)).to_string();
    let text = format!("#:schema ./{SCHEMA}\n{}", event_file::write(conference).text);
    write(&title, &text, matches, locale, streams)
}

/// Writes the event file, and the schema unless it is there.
fn write(title: &str, text: &str, matches: &ArgMatches, locale: &Locale, streams: &mut Streams) -> Outcome {
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_else(|| file_name(title));
    if let Err(error) = output::write(&path, text, matches.get_flag("force")) {
        streams.warn(&error.sentence(locale));
        return Outcome::Failed;
    }
    let name = |path: &Path| [("path", MessageArg::from(&SafeText::line(&path.to_string_lossy())))];
    streams.warn(&locale.with(Message::NewWritten, &name(&path)));
    let schema = path.with_file_name(SCHEMA);
    // A schema that is there may be newer, or the user's own.
    if fs::symlink_metadata(&schema).is_err() {
        match output::write(&schema, &json::text(&json_schema()), false) {
            Ok(()) => streams.warn(&locale.with(Message::NewSchemaWritten, &name(&schema))),
            Err(error) => streams.warn(&error.sentence(locale)),
        }
    }
    Outcome::Ok
}

/// Returns a file name for a title: `day-of-water.toml`. Only ASCII letters and digits remain.
fn file_name(title: &str) -> PathBuf {
    let letters = title.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    let letters: String = letters.collect();
    let words: Vec<&str> = letters.split('-').filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(MAX_NAME).collect();
    PathBuf::from(format!("{}.toml", if name.is_empty() { "event" } else { &name }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_have_only_letters_and_digits() {
        for (title, name) in [
            ("Day of Water", "day-of-water.toml"),
            ("../../etc/passwd", "etc-passwd.toml"),
            ("Суу күнү", "event.toml"),
            ("FOSDEM'25", "fosdem-25.toml"),
        ] {
            assert_eq!(file_name(title), PathBuf::from(name));
        }
    }
}
