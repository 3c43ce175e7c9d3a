//! `kurultai export --to FORMAT FILE`: writes a schedule in another format.

mod html;
mod job;
mod md;
mod outline;
pub(super) mod output;
mod summary;

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use self::job::{Days, Job};
use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::plan::plan_context::PlanContext;
use super::streams::Streams;
use super::{source, venue};
use crate::format::{
    Export, ExportError, LossKind, RoundTripLoss, c3voc, csv, event_file, ical, schedule_xml,
};
use crate::i18n::{Locale, Message, MessageArg};
use crate::model::{Plan, Priority, SessionId, ViewerTimeZone};
use crate::presenter;

pub(super) const COMMAND: Subcommand = Subcommand { name: "export", command: describe, run };

/// An export format.
struct Format {
    /// The value of `--to`.
    name: &'static str,
    write: fn(&Job) -> Result<Export, ExportError>,
}

const FORMATS: [Format; 7] = [
    Format { name: "toml", write: |job| Ok(event_file::write(job.conference)) },
    Format { name: "ics", write: |job| Ok(calendar(job)) },
    Format { name: "json", write: |job| c3voc::write(job.conference, &job.reading) },
    Format { name: "xml", write: |job| schedule_xml::write(job.conference, &job.reading) },
    Format { name: "md", write: |job| Ok(md::write(job)) },
    Format { name: "html", write: |job| Ok(html::write(job)) },
    Format { name: "csv", write: |job| Ok(csv::write(job.conference, &job.reading)) },
];

fn describe(name: &'static str, help: HelpText<'_>) -> Command {
    let to = help.option("to", Message::CliToName, Message::CliTo).required(true);
    let to = to.value_parser(FORMATS.map(|format| format.name)).hide_possible_values(true);
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
    let said = &languages.for_text(None, user_locale);
    let Some(mut schedule) = source::read_schedule(&args::path(matches), said, streams) else {
        return Outcome::Failed;
    };
    venue::set(&mut schedule, matches, said, streams);
    // A zone in the schedule takes precedence.
    if let Some(zone) = matches.get_one::<ViewerTimeZone>("tz") {
        schedule.set_venue_zone(zone.zone());
    }
    let name = matches.get_one::<String>("to");
    let Some(format) = FORMATS.iter().find(|format| Some(format.name) == name.map(String::as_str)) else {
        return Outcome::Failed;
    };
    let reading = schedule.conference.reading(args::lang(matches));
    let mut plan = Plan::default();
    let mut part = None;
    let mut planned = BTreeMap::new();
    let mut sessions: Vec<SessionId> = (0..schedule.conference.sessions.len()).map(SessionId::new).collect();
    if matches.contains_id("plan") {
        let (path, other) = (args::path(matches), matches.get_one("plan"));
        let Some(mine) = PlanContext::new(schedule, &path, other, said, streams) else {
            return Outcome::Failed;
        };
        if mine.plan.is_empty() {
            mine.warn(said, &reading, streams);
            return Outcome::Ok;
        }
        sessions = mine.picks.sessions().map(|(id, _)| id).collect();
        part = Some(mine.schedule.conference.subset(&sessions));
        let of_plan = mine.planned();
        planned = sessions.iter().map(|id| (*id, of_plan(*id))).collect();
        drop(of_plan);
        left_of_plan(&mine, format, said, streams);
        (schedule, plan) = (mine.schedule, mine.plan);
    }
    let labels = &languages.for_text(reading.own.as_ref(), Locale::english());
    let name = MessageArg::from(schedule.source.name());
    let days =
        Days { schedule: &schedule.conference, sessions: &sessions, busy: &plan.busy, planned: &planned };
    let job =
        Job { conference: part.as_ref().unwrap_or(&schedule.conference), days, reading, locale: labels };
    let written = match (format.write)(&job) {
        Ok(written) => written,
        Err(refused) => {
            let why = match refused {
                ExportError::NoDate => Message::ExportNoDate,
                ExportError::NoZone => Message::ExportNoZone,
            };
            streams.warn(&said.with(why, &[("path", name), ("format", MessageArg::Word(format.name))]));
            return Outcome::Failed;
        }
    };
    match matches.get_one::<PathBuf>("output").filter(|path| !output::is_standard(path)) {
        None => streams.print(&written.text),
        Some(path) => {
            if let Err(error) = output::write(path, &written.text, matches.get_flag("force")) {
                streams.warn(&error.sentence(said));
                return Outcome::Failed;
            }
        }
    }
    // For a plan only missing sessions are reported.
    let matters = |loss: &RoundTripLoss| part.is_none() || loss.lost == LossKind::All;
    let lost: Vec<&RoundTripLoss> = written.lost.iter().filter(|loss| matters(loss)).collect();
    for sentence in summary::sentences(&lost, format.name, said) {
        streams.warn(&sentence);
    }
    source::warn_mistakes(&schedule, said, streams);
    Outcome::Ok
}

fn calendar(job: &Job) -> Export {
    let Days { schedule, sessions, busy, planned } = job.days;
    let plan = |id| planned.get(&id).cloned().unwrap_or_default();
    let (reading, locale) = (job.reading.clone(), job.locale);
    let options = ical::Options { reading, words: locale, busy, sequence: None, plan: Some(&plan) };
    ical::write(schedule, sessions, &options)
}

/// Warns about parts of the plan that are not written.
fn left_of_plan(mine: &PlanContext, format: &Format, locale: &Locale, streams: &mut Streams) {
    mine.warn_gone(locale, streams);
    let maybes = mine.picks.sessions().filter(|(_, level)| *level == Priority::Maybe).count();
    let counts = if format.name == "ics" {
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
