//! `kurultai plan export FILE`: what is picked, and what else takes time, as one calendar; or the plan as a file.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::mine::Mine;
use super::{rows, vdir};
use crate::cli::args::{self, Words};
use crate::cli::export::output;
use crate::cli::streams::Streams;
use crate::cli::{Asked, Outcome, Subcommand, source};
use crate::format::{Lost, ical};
use crate::locale::{Locale, Message, Value};
use crate::model::{Plan, Reading, SessionId};
use crate::plan::merge;
use crate::store::{Folders, plan_text};
use crate::text::Clean;
use crate::wording;

pub(super) const COMMAND: Subcommand = Subcommand { name: "export", describe, run };

fn describe(name: &'static str, words: Words<'_>) -> Command {
    let to = words.option("to", Message::CliToName, Message::CliPlanTo);
    let to = to.value_parser(["ics", "toml", "vdir"]).hide_possible_values(true);
    let command = words.command(name, Message::CliPlanExport, Message::CliPlanExportExamples);
    // With `--to vdir` the folder may stand behind it: DIR FILE.
    let files = words.file().action(ArgAction::Append).num_args(1..=2);
    command.args([to, output_path(words), force(words), words.plan(), words.venue_tz(), files])
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
    let (file, folder) = match places(matches) {
        Ok(places) => places,
        Err(message) => {
            streams.note(&reader.text(message));
            return Outcome::Failed;
        }
    };
    let Some(program) = source::read_program(&file, &reader, streams) else { return Outcome::Failed };
    let Some(mine) = Mine::of(program, &file, matches.get_one("plan"), &reader, streams) else {
        return Outcome::Failed;
    };
    let reading = mine.conference().reading(args::lang(matches));
    // What is said beside is for the reader, what stands in the calendar for whoever gets it.
    let own = &languages.for_text(reading.own.as_ref(), Locale::english());
    mine.note(&reader, &reading, streams);
    if let Some(folder) = folder {
        return store(matches, &folder, &mine, (&reading, own), (&reader, streams));
    }
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

/// Returns the schedule file and, with `--to vdir`, the output folder: `--output`, or the argument after `vdir`.
fn places(matches: &ArgMatches) -> Result<(PathBuf, Option<PathBuf>), Message> {
    let mut files: Vec<PathBuf> = matches.get_many("file").into_iter().flatten().cloned().collect();
    if matches.get_one::<String>("to").is_none_or(|to| to != "vdir") {
        return match &files[..] {
            [file] => Ok((file.clone(), None)),
            _ => Err(Message::PlanExportOneFile),
        };
    }
    let output = matches.get_one::<PathBuf>("output").cloned();
    match (&mut files[..], output) {
        ([file], Some(folder)) => Ok((file.clone(), Some(folder))),
        ([one, other], None) => {
            let behind = matches.index_of("to").map(|to| to + 1);
            let is_second = matches.indices_of("file").and_then(|mut indices| indices.nth(1)) == behind;
            let (folder, file) = if is_second { (other, one) } else { (one, other) };
            Ok((file.clone(), Some(folder.clone())))
        }
        _ => Err(Message::PlanVdirFolder),
    }
}

/// Writes the plan as a folder of calendars.
fn store(
    matches: &ArgMatches,
    folder: &Path,
    mine: &Mine,
    (reading, own): (&Reading, &Locale),
    (reader, streams): (&Locale, &mut Streams),
) -> Outcome {
    let planned = mine.planned();
    let options = ical::Options {
        reading: reading.clone(),
        locale: own,
        busy: &[],
        sequence: None,
        plan: Some(&planned),
    };
    let plan = matches.get_one::<PathBuf>("plan");
    let plan = plan.map(|path| path.canonicalize().unwrap_or_else(|_| path.clone()));
    let plan = plan.or_else(|| Folders::find().map(|folders| folders.data)).unwrap_or_default();
    let conference = mine.identity.names.first().map_or("", Clean::as_str);
    let owner = ical::owner(&["plan", conference, &plan.to_string_lossy()]);
    for place in mine.picks.gone() {
        let title = rows::title(reader, &mine.plan.picks[place].session);
        let values = [("path", Value::from(mine.program.source.name())), ("title", Value::text(&title))];
        streams.note(&reader.with(Message::PlanExportGone, &values));
    }
    let is_done = vdir::write(folder, mine, &options, &owner, (reader, streams));
    if is_done { Outcome::Fine } else { Outcome::Failed }
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
    let planned = mine.planned();
    let options = ical::Options {
        reading: reading.clone(),
        locale: own,
        busy: &mine.plan.busy,
        sequence: None,
        plan: Some(&planned),
    };
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
    let others = [("notes", mine.other_notes()), ("muted", mine.plan.muted.len())];
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
