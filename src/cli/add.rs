//! `kurultai add FILE…`: adds event files and URLs to the library.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::streams::Streams;
use super::{library, source};
use crate::i18n::{Locale, Message, MessageArg};
use crate::store::library::{Event, add};

pub(super) const COMMAND: Subcommand = Subcommand { name: "add", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    help.command(name, Message::CliAdd, Message::CliAddExamples).arg(help.files())
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let locale = &languages.for_text(None, user_locale);
    let Some(folders) = library::folders(locale, streams) else { return Outcome::Failed };
    let (mut events, mut outcome) = (Vec::new(), Outcome::Ok);
    for path in args::paths(matches) {
        match event(&path, locale, streams) {
            Some(event) => events.push((path, event)),
            None => outcome = Outcome::Failed,
        }
    }
    if events.is_empty() {
        return outcome;
    }
    let (paths, events): (Vec<_>, Vec<_>) = events.into_iter().unzip();
    match add(&folders, &events, &library::wait_callback(locale)) {
        Ok((is_new, notices)) => {
            for (path, is_new) in paths.iter().zip(is_new) {
                let message = if is_new { Message::LibraryAdded } else { Message::LibraryKnown };
                streams.print(&format!("{}\n", locale.with(message, &[("path", name(path))])));
            }
            library::warn_all(&notices, locale, streams);
            outcome
        }
        Err(error) => library::fail(&error, locale, streams),
    }
}

/// Returns the event at a path or URL; reports the reason if there is none.
fn event(path: &Path, locale: &Locale, streams: &mut Streams) -> Option<Event> {
    let no_file = |streams: &mut Streams| {
        streams.warn(&locale.with(Message::LibraryNoFile, &[("path", name(path))]));
    };
    // Standard input can be read only once.
    if path == Path::new("-") {
        no_file(streams);
        return None;
    }
    let conference = source::read_schedule(path, locale, streams)?.conference;
    let title = conference.title.get(&conference.reading(None)).clone();
    let event = Event::new(path, Some(title));
    if event.is_none() {
        no_file(streams);
    }
    event
}

fn name(path: &Path) -> MessageArg {
    MessageArg::text(&path.to_string_lossy())
}
