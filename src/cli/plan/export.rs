//! `kurultai plan export FILE`: what is picked, and what else takes time, as one calendar; or the plan as a file.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::mine::Mine;
use super::rows;
use crate::cli::args::{self, Words};
use crate::cli::export::output;
use crate::cli::streams::Streams;
use crate::cli::{Asked, Outcome, Subcommand};
use crate::format::{Lost, ical};
use crate::locale::{Locale, Message, Value};
use crate::model::{Level, Plan, Reading, SessionId};
use crate::plan::merge;
use crate::store::plan_text;
use crate::wording;

pub(super) const COMMAND: Subcommand = Subcommand { name: "export", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let to = words.option("to", Message::CliToName, Message::CliPlanTo);
    let to = to.value_parser(["ics", "toml"]).hide_possible_values(true);
    let command = words.command(name, Message::CliPlanExport, Message::CliPlanExportExamples);
    command.args([to, output_path(words), force(words), words.plan(), words.file()])
}

/// The file that is written instead of stdout.
pub(super) fn output_path(words: Words<'_>) -> Arg {
    let output = words.option("output", Message::CliFileName, Message::CliOutput).short('o');
    output.value_parser(value_parser!(PathBuf))
}

pub(super) fn force(words: Words<'_>) -> Arg {
    words.flag("force", Message::CliForce).requires("output")
}

fn run(matches: &ArgMatches, asked: Asked<'_>) -> Outcome {
    let Asked { reader, languages, streams } = asked;
    let Some(mine) = Mine::read(matches, &reader, streams) else { return Outcome::Failed };
    let reading = mine.conference().reading(args::lang(matches));
    // What is said beside is for the reader, what stands in the calendar for whoever gets it.
    let own = &languages.for_text(reading.own.as_ref(), Locale::english());
    mine.note(&reader, &reading, streams);
    if mine.plan.is_empty() {
        return Outcome::Fine;
    }
    let text = if matches.get_one::<String>("to").is_some_and(|to| to == "toml") {
        Some(plan(&mine))
    } else {
        calendar(&mine, &reading, own, &reader, streams)
    };
    text.map_or(Outcome::Fine, |text| write(matches, &text, &reader, streams))
}

/// Writes an answer where the arguments say.
pub(super) fn write(matches: &ArgMatches, text: &str, locale: &Locale, streams: &mut Streams) -> Outcome {
    let output = matches.get_one::<PathBuf>("output").filter(|path| !output::is_standard(path));
    let Some(path) = output else {
        streams.answer(text);
        return Outcome::Fine;
    };
    match output::write(path, text, matches.get_flag("force")) {
        Ok(()) => Outcome::Fine,
        Err(error) => {
            streams.note(&error.sentence(locale));
            Outcome::Failed
        }
    }
}

/// The plan in the one layout of plan files, with the conference that it is for.
fn plan(mine: &Mine) -> String {
    let mut plan = merge(&mine.plan, &Plan::default());
    plan.conference = plan.conference.or_else(|| mine.identity.names.first().cloned());
    plan.title = plan.title.or_else(|| mine.identity.title.clone());
    plan_text::write(&plan, None)
}

/// The calendar; `None` after a sentence where nothing could stand in it.
fn calendar(
    mine: &Mine,
    reading: &Reading,
    own: &Locale,
    reader: &Locale,
    streams: &mut Streams,
) -> Option<String> {
    let conference = mine.conference();
    let sessions: Vec<SessionId> = mine.picks.sessions().map(|(id, _)| id).collect();
    let options =
        ical::Options { reading: reading.clone(), locale: own, busy: &mine.plan.busy, sequence: None };
    let written = ical::write(conference, &sessions, &options);
    let path = Value::from(mine.program.source.name());
    let mut left = 0;
    for loss in written.lost.iter().filter(|loss| loss.table == "agenda" && loss.lost == Lost::All) {
        left += 1;
        let values = [
            ("path", path.clone()),
            ("table", Value::text(loss.table)),
            ("name", Value::from(&loss.name)),
            ("format", Value::Word("ics")),
        ];
        streams.note(&reader.with(Message::ExportLost, &values));
    }
    for place in mine.picks.gone() {
        let title = rows::title(reader, &mine.plan.picks[place].session);
        let values = [("path", path.clone()), ("title", Value::text(&title))];
        streams.note(&reader.with(Message::PlanExportGone, &values));
    }
    let maybes = mine.picks.sessions().filter(|(_, level)| *level == Level::Maybe).count();
    let others = [("maybe", maybes), ("notes", mine.plan.notes.len()), ("muted", mine.plan.muted.len())];
    let others = others.into_iter().filter(|(_, count)| *count > 0);
    let others: Vec<String> = others.map(|(what, count)| wording::plan_count(reader, what, count)).collect();
    if !others.is_empty() {
        let values = [("what", Value::text(&others.join(", ")))];
        streams.note(&reader.with(Message::PlanExportLeft, &values));
    }
    if left == sessions.len() && mine.plan.busy.is_empty() {
        streams.note(&reader.text(Message::NoticeNothingToExport));
        return None;
    }
    Some(written.text)
}
