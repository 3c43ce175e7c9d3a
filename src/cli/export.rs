//! `kurultai export --to FORMAT FILE`: any program in the format of others. Same arguments, same bytes.

mod html;
mod md;
mod outline;
pub(super) mod output;

use std::path::PathBuf;

use chrono_tz::Tz;
use clap::{ArgMatches, Command, value_parser};

use super::args::{self, Words};
use super::{Asked, Outcome, Subcommand, source};
use crate::format::{Loss, Lost, Refused, Written, csv, frab, ical, toml, voc};
use crate::locale::{Locale, Message, Value};
use crate::model::{Conference, Reading, SessionId, Zone};

pub(super) const COMMAND: Subcommand = Subcommand { name: "export", describe, run };

/// A format that a program can be written in.
struct Format {
    /// What it is called on the command line and in messages.
    name: &'static str,
    write: fn(&Job) -> Result<Written, Refused>,
}

/// What is to be written.
struct Job<'a> {
    conference: &'a Conference,
    /// The language of the texts, for formats that have one.
    reading: Reading,
    /// The words that are not the program's.
    locale: &'a Locale,
}

const FORMATS: [Format; 7] = [
    Format { name: "toml", write: |job| Ok(toml::write(job.conference)) },
    Format { name: "ics", write: |job| Ok(calendar(job)) },
    Format { name: "json", write: |job| voc::write(job.conference, &job.reading) },
    Format { name: "xml", write: |job| frab::write(job.conference, &job.reading) },
    Format { name: "md", write: |job| Ok(md::write(job)) },
    Format { name: "html", write: |job| Ok(html::write(job)) },
    Format { name: "csv", write: |job| Ok(csv::write(job.conference, &job.reading)) },
];

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let to = words.option("to", Message::CliToName, Message::CliTo).required(true);
    let to = to.value_parser(FORMATS.map(|format| format.name)).hide_possible_values(true);
    let output = words.option("output", Message::CliFileName, Message::CliOutput).short('o');
    let output = output.value_parser(value_parser!(PathBuf));
    let force = words.flag("force", Message::CliForce).requires("output");
    let tz = words.tz().help(words.say(Message::CliExportTz));
    words.command(name, Message::CliExport, Message::CliExportExamples).args([
        to,
        output,
        force,
        tz,
        words.file(),
    ])
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let said = &languages.for_text(None, reader);
    let Some(mut program) = source::read(&args::path(matches), said, streams) else { return Outcome::Failed };
    // A zone that the program names is a fact; the one that is given only says what it does not.
    if let (Zone::Unknown, Some(zone)) = (program.conference.zone, matches.get_one::<Tz>("tz")) {
        program.conference.zone = Zone::Named(*zone);
    }
    let name = matches.get_one::<String>("to");
    let Some(format) = FORMATS.iter().find(|format| Some(format.name) == name.map(String::as_str)) else {
        return Outcome::Failed;
    };
    let reading = program.conference.reading(args::lang(matches));
    let words = Locale::english();
    let words = &languages.for_text(reading.own.as_ref(), words);
    let name = Value::from(program.source.name());
    let job = Job { conference: &program.conference, reading, locale: words };
    let written = match (format.write)(&job) {
        Ok(written) => written,
        Err(refused) => {
            let why = match refused {
                Refused::NoDate => Message::ExportNoDate,
                Refused::NoZone => Message::ExportNoZone,
            };
            streams.note(&said.with(why, &[("path", name), ("format", Value::Word(format.name))]));
            return Outcome::Failed;
        }
    };
    match matches.get_one::<PathBuf>("output") {
        None => streams.answer(&written.text),
        Some(path) => {
            if let Err(error) = output::write(path, &written.text, matches.get_flag("force")) {
                streams.note(&error.sentence(said));
                return Outcome::Failed;
            }
        }
    }
    for (loss, keys) in grouped(&written.lost) {
        streams.note(&sentence(format, loss, &keys, name.clone(), said));
    }
    let mistakes = program.mistakes();
    if mistakes > 0 {
        let values = [("path", name), ("count", Value::count(mistakes))];
        streams.note(&said.with(Message::ShowMistakes, &values));
    }
    Outcome::Fine
}

fn calendar(job: &Job) -> Written {
    let options =
        ical::Options { reading: job.reading.clone(), locale: job.locale, busy: &[], sequence: None };
    let all: Vec<SessionId> = (0..job.conference.sessions.len()).map(SessionId::new).collect();
    ical::write(job.conference, &all, &options)
}

/// The losses, with the keys of one thing together.
fn grouped(lost: &[Loss]) -> Vec<(&Loss, Vec<&'static str>)> {
    let mut groups: Vec<(&Loss, Vec<&'static str>)> = Vec::new();
    for loss in lost {
        let key = if let Lost::Key(key) = loss.lost { Some(key) } else { None };
        match (groups.last_mut(), key) {
            (Some((first, keys)), Some(key))
                if first.table == loss.table
                    && first.name == loss.name
                    && !keys.is_empty()
                    && !keys.contains(&key) =>
            {
                keys.push(key);
            }
            _ => groups.push((loss, key.into_iter().collect())),
        }
    }
    groups
}

/// What is lost of which thing.
fn sentence(format: &Format, loss: &Loss, keys: &[&str], path: Value, locale: &Locale) -> String {
    let thing = [
        ("path", path),
        ("table", Value::text(loss.table)),
        ("name", Value::from(&loss.name)),
        ("format", Value::Word(format.name)),
    ];
    let with = |message, values: &[_]| locale.with(message, &[&thing[..], values].concat());
    match &loss.lost {
        Lost::All => with(Message::ExportLost, &[]),
        Lost::Key(_) => {
            let names: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
            let names = Value::text(&names.join(", "));
            with(Message::ExportLostKey, &[("keys", names), ("count", Value::count(keys.len()))])
        }
        Lost::Id(id) => with(Message::ExportMadeId, &[("id", Value::from(id))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Clean;

    #[test]
    fn what_is_lost_is_said_thing_by_thing() {
        let locale = Locale::english();
        let loss = |name: &str, lost| Loss { table: "days", name: Clean::line(name), lost };
        let all = [
            loss("1", Lost::All),
            loss("2", Lost::Key("opens")),
            loss("3", Lost::Key("title")),
            loss("3", Lost::Key("opens")),
            loss("3", Lost::Key("opens")),
            loss("3", Lost::Id(Clean::line("x"))),
        ];
        let said = |format: &Format| -> Vec<String> {
            let groups = grouped(&all);
            let path = Value::text("a.xml");
            groups.iter().map(|(loss, keys)| sentence(format, loss, keys, path.clone(), &locale)).collect()
        };
        assert_eq!(
            said(&FORMATS[0]),
            [
                "a.xml: days “1”: an event file cannot hold this.",
                "a.xml: days “2”: an event file cannot hold its `opens` as it is.",
                "a.xml: days “3”: an event file cannot hold its `title`, `opens` as they are.",
                "a.xml: days “3”: an event file cannot hold its `opens` as it is.",
                "a.xml: days “3”: others name it, and its name is not enough for that; its id is now `x`.",
            ]
        );
        assert_eq!(said(&FORMATS[1])[0], "a.xml: days “1”: a calendar cannot hold this.");
    }
}
