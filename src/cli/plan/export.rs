//! `kurultai plan export FILE`: writes the plan as a calendar, a folder of calendars, or a plan file.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::plan_context::PlannedSchedule;
use super::vdir;
use crate::cli::args::{self, HelpText};
use crate::cli::command::{CommandContext, Outcome, Subcommand};
use crate::cli::export::output;
use crate::cli::source;
use crate::cli::streams::Streams;
use crate::i18n::{Locale, Message, MessageArg};
use crate::presenter;
use crate::store::{Folders, plan_file};
use kurultai_schedule::format::{LossKind, ical};
use kurultai_schedule::model::{LanguagePreference, Plan, SessionId};
use kurultai_schedule::plan::merge;
use kurultai_schedule::text::SafeText;

pub(super) const COMMAND: Subcommand = Subcommand { name: "export", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let to = help.option("to", Message::CliToName, Message::CliPlanTo);
    let to = to.value_parser(["ics", "toml", "vdir"]).hide_possible_values(true);
    let command = help.command(name, Message::CliPlanExport, Message::CliPlanExportExamples);
    // With `--to vdir`, the folder may follow: DIR FILE.
    let files = help.file().action(ArgAction::Append).num_args(1..=2);
    command.args([to, output_path(help), force(help), help.plan(), help.venue_tz(), files])
}

pub(super) fn output_path(presenter: HelpText<'_>) -> Arg {
    let output = presenter.option("output", Message::CliFileName, Message::CliOutput).short('o');
    output.value_parser(value_parser!(PathBuf))
}

pub(super) fn force(presenter: HelpText<'_>) -> Arg {
    presenter.flag("force", Message::CliForce).requires("output")
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let (file, folder) = match places(matches) {
        Ok(places) => places,
        Err(message) => {
            streams.warn(&user_locale.text(message));
            return Outcome::Failed;
        }
    };
    let Some(schedule) = source::read_schedule(&file, &user_locale, streams) else { return Outcome::Failed };
    let Some(plan_context) =
        PlannedSchedule::new(schedule, &file, matches.get_one("plan"), &user_locale, streams)
    else {
        return Outcome::Failed;
    };
    let reading = plan_context.conference().reading(args::lang(matches));
    // Warnings are in the user's language, the calendar is in that of the schedule.
    let own = &languages.for_text(reading.own.as_ref(), Locale::english());
    plan_context.warn(&user_locale, &reading, streams);
    if let Some(folder) = folder {
        return store(matches, &folder, &plan_context, (&reading, own), (&user_locale, streams));
    }
    if plan_context.plan.is_empty() {
        return Outcome::Ok;
    }
    let text = if matches.get_one::<String>("to").is_some_and(|to| to == "toml") {
        Some(plan(&plan_context))
    } else {
        calendar(&plan_context, &reading, own, &user_locale, streams)
    };
    text.map_or(Outcome::Ok, |text| write(matches, &text, &user_locale, streams))
}

/// Returns the schedule file and, with `--to vdir`, the output folder: `--output`, or the argument after
/// `vdir`.
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

/// Writes a folder of calendars.
fn store(
    matches: &ArgMatches,
    folder: &Path,
    plan_context: &PlannedSchedule,
    (reading, own): (&LanguagePreference, &Locale),
    (user_locale, streams): (&Locale, &mut Streams),
) -> Outcome {
    let planned = plan_context.planned();
    let options = ical::Options {
        reading: reading.clone(),
        words: own,
        busy: &[],
        sequence: None,
        plan: Some(&planned),
    };
    let plan = matches.get_one::<PathBuf>("plan");
    let plan = plan.map(|path| path.canonicalize().unwrap_or_else(|_| path.clone()));
    let plan = plan.or_else(|| Folders::find().map(|folders| folders.data)).unwrap_or_default();
    let conference = plan_context.identity.names.first().map_or("", SafeText::as_str);
    let owner = ical::owner(&["plan", conference, &plan.to_string_lossy()]);
    plan_context.warn_gone(user_locale, streams);
    let is_done = vdir::write(folder, plan_context, &options, &owner, (user_locale, streams));
    if is_done { Outcome::Ok } else { Outcome::Failed }
}

/// Writes to `--output` or stdout.
pub(super) fn write(matches: &ArgMatches, text: &str, locale: &Locale, streams: &mut Streams) -> Outcome {
    let output = matches.get_one::<PathBuf>("output").filter(|path| !output::is_standard(path));
    let Some(path) = output else {
        streams.print(text);
        return Outcome::Ok;
    };
    match output::write(path, text, matches.get_flag("force")) {
        Ok(()) => Outcome::Ok,
        Err(error) => {
            streams.warn(&error.sentence(locale));
            Outcome::Failed
        }
    }
}

/// Formats the plan as a plan file.
fn plan(plan_context: &PlannedSchedule) -> String {
    let mut plan = merge(&plan_context.plan, &Plan::default());
    plan.conference = plan.conference.or_else(|| plan_context.identity.names.first().cloned());
    plan.title = plan.title.or_else(|| plan_context.identity.title.clone());
    plan_file::write(&plan, None)
}

/// Formats the plan as a calendar; `None` if nothing could be written.
fn calendar(
    plan_context: &PlannedSchedule,
    reading: &LanguagePreference,
    own: &Locale,
    user_locale: &Locale,
    streams: &mut Streams,
) -> Option<String> {
    let conference = plan_context.conference();
    let sessions: Vec<SessionId> = plan_context.picks.sessions().map(|(id, _)| id).collect();
    let planned = plan_context.planned();
    let options = ical::Options {
        reading: reading.clone(),
        words: own,
        busy: &plan_context.plan.busy,
        sequence: None,
        plan: Some(&planned),
    };
    let written = ical::write(conference, &sessions, &options);
    let path = MessageArg::from(plan_context.schedule.source.name());
    let mut left = 0;
    for loss in written.lost.iter().filter(|loss| loss.table == "agenda" && loss.lost == LossKind::All) {
        left += 1;
        let values = [
            ("path", path.clone()),
            ("table", MessageArg::text(loss.table)),
            ("name", MessageArg::from(&loss.name)),
            ("format", MessageArg::Word("ics")),
        ];
        streams.warn(&user_locale.with(Message::ExportLost, &values));
    }
    plan_context.warn_gone(user_locale, streams);
    let others = [("notes", plan_context.count_other_notes()), ("muted", plan_context.plan.hidden.len())];
    let others = others.into_iter().filter(|(_, count)| *count > 0);
    let others: Vec<String> =
        others.map(|(what, count)| presenter::plan_count(user_locale, what, count)).collect();
    if !others.is_empty() {
        let values = [("what", MessageArg::text(&others.join(", ")))];
        streams.warn(&user_locale.with(Message::PlanExportLeft, &values));
    }
    if left == sessions.len() && plan_context.plan.busy.is_empty() {
        streams.warn(&user_locale.text(Message::NoticeNothingToExport));
        return None;
    }
    Some(written.text)
}
