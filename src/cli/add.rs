//! `kurultai add FILE…`: puts event files into the library.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::args::{self, Words};
use super::{Asked, Outcome, Subcommand, library};
use crate::locale::{Locale, Message, Value};
use crate::program;
use crate::store::library::{Event, add};

pub(super) const COMMAND: Subcommand = Subcommand { name: "add", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    words.command(name, Message::CliAdd, Message::CliAddExamples).arg(words.files())
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let locale = &languages.for_text(None, reader);
    let Some(folders) = library::folders(locale, streams) else { return Outcome::Failed };
    let (mut events, mut outcome) = (Vec::new(), Outcome::Fine);
    for path in args::paths(matches) {
        match event(&path, locale) {
            Ok(event) => events.push((path, event)),
            Err(sentence) => {
                streams.note(&sentence);
                outcome = Outcome::Failed;
            }
        }
    }
    if events.is_empty() {
        return outcome;
    }
    let (paths, events): (Vec<_>, Vec<_>) = events.into_iter().unzip();
    match add(&folders, &events) {
        Ok((is_new, notices)) => {
            for (path, is_new) in paths.iter().zip(is_new) {
                let message = if is_new { Message::LibraryAdded } else { Message::LibraryKnown };
                streams.answer(&format!("{}\n", locale.with(message, &[("path", name(path))])));
            }
            library::tell(&notices, locale, streams);
            outcome
        }
        Err(error) => library::refuse(&error, locale, streams),
    }
}

/// The event in a file; else a sentence that says why there is none.
fn event(path: &Path, locale: &Locale) -> Result<Event, String> {
    let no_file = || locale.with(Message::LibraryNoFile, &[("path", name(path))]);
    // Standard input is there once.
    if path == Path::new("-") {
        return Err(no_file());
    }
    let conference = program::read(path).map_err(|error| error.sentence(locale))?.conference;
    let title = conference.title.get(&conference.reading(None)).clone();
    Event::new(path, Some(title)).ok_or_else(no_file)
}

fn name(path: &Path) -> Value {
    Value::text(&path.to_string_lossy())
}
