//! `kurultai diff OLD NEW`: what changed between two editions of a program. Same arguments, same bytes.

pub(super) mod json;
mod markdown;
mod text;

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::args::{self, Words};
use super::streams::Streams;
use super::{Asked, Outcome, Subcommand, source};
use crate::locale::{Locale, Message, Value};
use crate::plan::{Change, changes};
use crate::program::Program;
use crate::wording::Wording;

pub(super) const COMMAND: Subcommand = Subcommand { name: "diff", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let file = |place, name, value, help| {
        let file = Arg::new(name).value_name(words.say(value)).help(words.say(help)).display_order(place);
        file.required(true).value_parser(value_parser!(PathBuf))
    };
    let old = file(1, "old", Message::CliDiffOldName, Message::CliDiffOld);
    let new = file(2, "new", Message::CliDiffNewName, Message::CliDiffNew);
    let format = words.option("format", Message::CliFormatName, Message::CliDiffFormat);
    let format = format.value_parser(["text", "json", "md"]).hide_possible_values(true);
    let width = words.width().help(words.say(Message::CliDiffWidth));
    words.command(name, Message::CliDiff, Message::CliDiffExamples).args([old, new, format, width])
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let mut read = |name| {
        let named = matches.get_one(name).cloned().unwrap_or_else(PathBuf::new);
        source::read(&named, &reader, streams)
    };
    // What is wrong with both is said at once.
    let (Some(old), Some(new)) = (read("old"), read("new")) else { return Outcome::Failed };
    let reading = new.conference.reading(args::lang(matches));
    let locale = &languages.for_text(reading.own.as_ref(), reader);
    let words =
        Wording { conference: &new.conference, index: &new.index, locale, reading: &reading, clocks: None };
    let changes = changes(&old.conference.remember_all(), &new.conference);
    streams.answer(&match matches.get_one("format").map(String::as_str) {
        Some("json") => json::text(&changes),
        Some("md") => markdown::text(&words, &changes),
        _ => text::text(&words, &changes, matches.get_one::<u16>("width").map(|_| args::width(matches))),
    });
    for program in [&old, &new] {
        note_mistakes(program, locale, streams);
    }
    if changes.is_empty() { Outcome::Fine } else { Outcome::Findings }
}

fn note_mistakes(program: &Program, locale: &Locale, streams: &mut Streams) {
    let mistakes = program.mistakes();
    if mistakes > 0 {
        let values = [("path", Value::from(program.source.name())), ("count", Value::count(mistakes))];
        streams.note(&locale.with(Message::ShowMistakes, &values));
    }
}

/// The changes of each day under its head, in their order, which is by day.
fn by_day<'a>(words: &Wording<'_>, changes: &'a [Change]) -> Vec<(String, &'a [Change])> {
    let days = changes.chunk_by(|one, other| one.day() == other.day());
    let head = |day: &[Change]| match day.first().and_then(Change::day) {
        Some(day) => words.locale.weekday_day(day),
        None => words.word(Message::DayNotAnnounced),
    };
    days.map(|day| (head(day), day)).collect()
}
