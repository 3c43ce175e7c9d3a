//! `kurultai remove FILE|TITLE…`: removes events from the library.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::library;
use crate::fetch::ScheduleUrl;
use crate::i18n::{Locale, Message, MessageArg};
use crate::store::library::{Event, load, remove};
use kurultai_schedule::text::fold;

pub(super) const COMMAND: Subcommand = Subcommand { name: "remove", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let events = Arg::new("files").value_name(help.text(Message::CliEventsName));
    let events = events.help(help.text(Message::CliEvents)).required(true);
    let events = events.value_parser(value_parser!(PathBuf)).action(ArgAction::Append).num_args(1..);
    help.command(name, Message::CliRemove, Message::CliRemoveExamples).arg(events)
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let locale = &languages.for_text(None, user_locale);
    let Some(folders) = library::folders(locale, streams) else { return Outcome::Failed };
    let (known, notices) = load(&folders);
    let (mut events, mut outcome): (Vec<Event>, _) = (Vec::new(), Outcome::Ok);
    for name in args::paths(matches) {
        match find(&name, &known, locale) {
            Ok(event) if events.contains(event) => {}
            Ok(event) => events.push(event.clone()),
            Err(sentence) => {
                streams.warn(&sentence);
                outcome = Outcome::Failed;
            }
        }
    }
    if events.is_empty() {
        library::warn_all(&notices, locale, streams);
        return outcome;
    }
    match remove(&folders, &events, &library::wait_callback(locale)) {
        Ok(notices) => {
            for event in &events {
                let path = MessageArg::text(&event.path.to_string_lossy());
                let is_address = ScheduleUrl::from_path(&event.path).is_some();
                let message =
                    if is_address { Message::LibraryRemovedAddress } else { Message::LibraryRemoved };
                streams.print(&format!("{}\n", locale.with(message, &[("path", path)])));
            }
            library::warn_all(&notices, locale, streams);
            outcome
        }
        Err(error) => library::fail(&error, locale, streams),
    }
}

/// Returns the event with a path or title, or an error sentence.
fn find<'a>(name: &Path, known: &'a [Event], locale: &Locale) -> Result<&'a Event, String> {
    if let Some(event) = known.iter().find(|event| event.is_at(name)) {
        return Ok(event);
    }
    let title = fold(&name.to_string_lossy());
    let is_called = |event: &&Event| event.title.as_ref().is_some_and(|known| fold(known) == title);
    let found: Vec<&Event> = known.iter().filter(is_called).collect();
    match found[..] {
        [event] => Ok(event),
        [] => Err(locale.quoting(Message::LibraryNotThere, &name.to_string_lossy())),
        _ => Err(locale.quoting(Message::LibrarySeveral, &name.to_string_lossy())),
    }
}
