//! `kurultai export --to FORMAT FILE`: writes a schedule in another format.

mod html;
mod md;
mod outline;
pub(super) mod output;
mod summary;

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::plan::plan_context::PlannedSchedule;
use super::progress::Progress;
use super::streams::Streams;
use super::{source, venue};
use crate::i18n::{Locale, Message, MessageArg};
use crate::presenter;
use kurultai_schedule::format::{
    CalendarScope, Export, ExportError, ExportJob, LossKind, RoundTripLoss, WRITERS,
};
use kurultai_schedule::model::{Plan, Priority, SessionId, ViewerTimeZone};

pub(super) const COMMAND: Subcommand = Subcommand { name: "export", command, run };

/// A document format.
struct Document {
    name: &'static str,
    write: fn(&ExportJob, &Locale) -> Export,
}

/// The document formats, which are written for people and never read back.
const DOCUMENTS: &[Document] =
    &[Document { name: "md", write: md::write }, Document { name: "html", write: html::write }];

/// Returns the values of `--to`.
fn formats() -> impl Iterator<Item = &'static str> {
    WRITERS.iter().map(|writer| writer.name).chain(DOCUMENTS.iter().map(|document| document.name))
}

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let to = help.option("to", Message::CliToName, Message::CliTo).required(true);
    let to = to.value_parser(formats().collect::<Vec<_>>()).hide_possible_values(true);
    let output = help.option("output", Message::CliFileName, Message::CliOutput).short('o');
    let output = output.value_parser(value_parser!(PathBuf));
    let force = help.flag("force", Message::CliForce).requires("output");
    let tz = help.text(Message::CliExportTz);
    // Otherwise `--plan FILE` would name a plan.
    let plan = help.plan().help(help.text(Message::CliExportPlan)).num_args(0..=1).require_equals(true);
    let command = help.command(name, Message::CliExport, Message::CliExportExamples);
    command
        .args([to, output, force, plan, help.venue_tz(), help.file()])
        .mut_arg("tz", |of_venue| of_venue.help(tz))
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let words_locale = &languages.for_text(None, user_locale);
    let Some(mut schedule) = source::read_schedule(&args::path(matches), words_locale, streams) else {
        return Outcome::Failed;
    };
    venue::set(&mut schedule, matches, words_locale, streams);
    // A zone in the schedule takes precedence.
    if let Some(zone) = matches.get_one::<ViewerTimeZone>("tz") {
        schedule.set_venue_zone(zone.zone());
    }
    let format = matches.get_one::<String>("to").map_or("", String::as_str);
    let Some(format) = formats().find(|name| *name == format) else { return Outcome::Failed };
    let writer = WRITERS.iter().find(|writer| writer.name == format);
    let reading = schedule.conference.reading(args::lang(matches));
    let mut plan = Plan::default();
    let mut part = None;
    let mut planned = BTreeMap::new();
    let mut sessions: Vec<SessionId> = (0..schedule.conference.sessions.len()).map(SessionId::new).collect();
    if matches.contains_id("plan") {
        let (path, other) = (args::path(matches), matches.get_one("plan"));
        let Some(mine) = PlannedSchedule::new(schedule, &path, other, words_locale, streams) else {
            return Outcome::Failed;
        };
        if mine.plan.is_empty() {
            mine.warn(words_locale, &reading, streams);
            return Outcome::Ok;
        }
        sessions = mine.picks.sessions().map(|(id, _)| id).collect();
        part = Some(mine.schedule.conference.subset(&sessions));
        let of_plan = mine.planned();
        planned = sessions.iter().map(|id| (*id, of_plan(*id))).collect();
        drop(of_plan);
        warn_left_out(&mine, writer.is_some_and(|writer| writer.keeps_plan), words_locale, streams);
        (schedule, plan) = (mine.schedule, mine.plan);
    }
    let labels = &languages.for_text(reading.own.as_ref(), Locale::english());
    let name = MessageArg::from(schedule.source.name());
    let (whole, busy) = (&schedule.conference, &plan.busy);
    let calendar = CalendarScope { schedule: whole, sessions: &sessions, busy, planned: &planned };
    let job = ExportJob { conference: part.as_ref().unwrap_or(whole), calendar, reading, words: labels };
    let document = DOCUMENTS.iter().find(|document| document.name == format);
    let progress = Progress::start(|| words_locale.text(Message::Exporting));
    let written = match (writer, document) {
        (Some(writer), _) => (writer.write)(&job),
        (None, Some(document)) => Ok((document.write)(&job, labels)),
        (None, None) => return Outcome::Failed,
    };
    drop(progress);
    let written = match written {
        Ok(written) => written,
        Err(refused) => {
            let why = match refused {
                ExportError::NoDate => Message::ExportNoDate,
                ExportError::NoZone => Message::ExportNoZone,
            };
            streams.warn(&words_locale.with(why, &[("path", name), ("format", MessageArg::Word(format))]));
            return Outcome::Failed;
        }
    };
    match matches.get_one::<PathBuf>("output").filter(|path| !output::is_standard(path)) {
        None => streams.print(&written.text),
        Some(path) => {
            if let Err(error) = output::write(path, &written.text, matches.get_flag("force")) {
                streams.warn(&error.sentence(words_locale));
                return Outcome::Failed;
            }
        }
    }
    // For a plan, report only missing sessions.
    let matters = |loss: &RoundTripLoss| part.is_none() || loss.lost == LossKind::All;
    let lost: Vec<&RoundTripLoss> = written.lost.iter().filter(|loss| matters(loss)).collect();
    for sentence in summary::sentences(&lost, format, words_locale) {
        streams.warn(&sentence);
    }
    source::warn_mistakes(&schedule, words_locale, streams);
    Outcome::Ok
}

/// Warns about parts of the plan that the format does not contain.
fn warn_left_out(mine: &PlannedSchedule, keeps_plan: bool, locale: &Locale, streams: &mut Streams) {
    mine.warn_gone(locale, streams);
    let maybes = mine.picks.sessions().filter(|(_, priority)| *priority == Priority::Maybe).count();
    let counts = if keeps_plan {
        [("maybe", 0), ("notes", mine.count_other_notes()), ("busy", 0)]
    } else {
        [("maybe", maybes), ("notes", mine.plan.notes.len()), ("busy", mine.plan.busy.len())]
    };
    let left: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| presenter::plan_count(locale, what, count))
        .collect();
    if !left.is_empty() {
        let values = [("what", MessageArg::text(&left.join(", ")))];
        streams.warn(&locale.with(Message::ExportPlanLeft, &values));
    }
}
