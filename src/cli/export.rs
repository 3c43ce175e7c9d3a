//! `kurultai export --to toml FILE`: any program as a file of another format. Same arguments, same bytes.

use clap::{ArgMatches, Command};

use super::args::{self, Words};
use super::{Asked, Outcome, Subcommand, source};
use crate::format::toml::{self, Loss, Lost};
use crate::locale::{Locale, Message, Value};

pub(super) const COMMAND: Subcommand = Subcommand { name: "export", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let to = words.option("to", Message::CliToName, Message::CliTo).required(true);
    // An event file is the only format so far.
    let to = to.value_parser(["toml"]).hide_possible_values(true);
    words.command(name, Message::CliExport, Message::CliExportExamples).args([to, words.file()])
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let locale = &languages.for_text(None, reader);
    let Some(program) = source::read(&args::path(matches), locale, streams) else { return Outcome::Failed };
    let written = toml::write(&program.conference);
    streams.answer(&written.text);
    let name = Value::from(program.source.name());
    for loss in &written.lost {
        streams.note(&sentence(loss, name.clone(), locale));
    }
    let mistakes = program.mistakes();
    if mistakes > 0 {
        let values = [("path", name), ("count", Value::count(mistakes))];
        streams.note(&locale.with(Message::ShowMistakes, &values));
    }
    Outcome::Fine
}

/// What is lost of which thing.
fn sentence(loss: &Loss, path: Value, locale: &Locale) -> String {
    let thing = [("path", path), ("table", Value::text(loss.table)), ("name", Value::from(&loss.name))];
    let with = |message, values: &[_]| locale.with(message, &[&thing[..], values].concat());
    match &loss.lost {
        Lost::All => with(Message::ExportLost, &[]),
        Lost::Key(key) => with(Message::ExportLostKey, &[("key", Value::text(key))]),
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
        for (lost, expected) in [
            (Lost::All, "a.xml: days “1”: an event file cannot hold this."),
            (Lost::Key("opens"), "a.xml: days “1”: an event file cannot hold its `opens` as it is."),
            (
                Lost::Id(Clean::line("x")),
                "a.xml: days “1”: others name it, and its name is not enough for that; its id is now `x`.",
            ),
        ] {
            let loss = Loss { table: "days", name: Clean::line("1"), lost };
            assert_eq!(sentence(&loss, Value::text("a.xml"), &locale), expected);
        }
    }
}
