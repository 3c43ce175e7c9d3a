//! `kurultai plan import FILE PLAN…`: adds plans or calendars to the user's plan.

mod calendar;
mod merge;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::file::{self, Found};
use super::rows;
use crate::cli::args::{self, HelpText};
use crate::cli::command::{CommandContext, Outcome, Subcommand};
use crate::cli::streams::Streams;
use crate::cli::{library, source};
use crate::i18n::{Locale, Message, MessageArg};
use crate::presenter;
use crate::schedule::LoadedSchedule;
use crate::store::{self, ConferenceKey};
use calendar::Calendars;
use kurultai_schedule::format::ical;
use kurultai_schedule::text::SafeText;
use merge::{Imported, PlanMerge, union};

pub(super) const COMMAND: Subcommand = Subcommand { name: "import", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let plans = Arg::new("plans").value_name(help.text(Message::CliPlanName));
    let plans = plans.help(help.text(Message::CliPlanImported)).required(true);
    let plans = plans.value_parser(value_parser!(PathBuf)).action(ArgAction::Append).num_args(1..);
    let command = help.command(name, Message::CliPlanImport, Message::CliPlanImportExamples);
    command.args([help.file(), plans, help.plan().help(help.text(Message::CliPlanInto))])
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let locale = &languages.for_text(None, user_locale);
    let path = args::path(matches);
    let Some(schedule) = source::read_schedule(&path, locale, streams) else { return Outcome::Failed };
    let identity = ConferenceKey::new(&schedule.conference, &path);
    let Some(own) = plan_to_change(matches, &identity, locale, streams) else { return Outcome::Failed };
    let taking = Importer { calendars: Calendars::new(&schedule.conference), locale };
    let (mut taken, mut outcome) = (Imported::default(), Outcome::Ok);
    for path in matches.get_many::<PathBuf>("plans").into_iter().flatten() {
        match taking.read(path, streams) {
            Some(of_file) => taken.add(of_file),
            None => outcome = Outcome::Failed,
        }
    }
    if taken.is_empty() {
        return outcome;
    }
    let mut new = None;
    let saved = store::edit_plan(&own, &identity, &library::wait_callback(locale), |plan| {
        let (merged, count) = union(plan, &taken, &schedule.conference, taking.calendars.matcher());
        new = Some(count);
        merged
    });
    match saved {
        Ok(saved) => {
            for notice in &saved.notices {
                streams.warn(&presenter::store_warning(notice, locale));
            }
            streams.print(&format!("{}\n", summary(new.unwrap_or_default(), locale)));
            outcome
        }
        Err(error) => {
            streams.warn(&presenter::store_error(&error, locale));
            Outcome::Failed
        }
    }
}

/// Returns the plan file to change; `None` after an error.
fn plan_to_change(
    matches: &ArgMatches,
    identity: &ConferenceKey,
    locale: &Locale,
    streams: &mut Streams,
) -> Option<PathBuf> {
    let Some(named) = matches.get_one::<PathBuf>("plan") else {
        return Some(store::plan_path(&library::folders(locale, streams)?, identity));
    };
    // A missing file is created; a file that is not a plan is not overwritten.
    if named.symlink_metadata().is_ok() && !file::is_plan(named, locale, streams) {
        return None;
    }
    Some(named.clone())
}

/// Reads imported files.
struct Importer<'a> {
    calendars: Calendars<'a>,
    locale: &'a Locale,
}

impl Importer<'_> {
    /// Returns a plan, or the sessions of a calendar that are in the schedule, and reports the others. `None`
    /// if nothing matches this schedule.
    fn read(&self, path: &Path, streams: &mut Streams) -> Option<Imported> {
        let found = file::find(path).map_err(|error| streams.warn(&error.sentence(self.locale))).ok()?;
        let name =
            SafeText::line(&if path == Path::new("-") { "<stdin>".into() } else { path.to_string_lossy() });
        let report = |message, title: &str| {
            let values = [("path", MessageArg::from(&name)), ("title", MessageArg::text(title))];
            self.locale.with(message, &values)
        };
        match found {
            Found::Plan(plan, notice) => {
                if let Some(notice) = notice {
                    streams.warn(&presenter::store_warning(&notice, self.locale));
                }
                let followed = self.calendars.matcher();
                let found = followed.find_all(plan.picks.iter().map(|pick| &pick.session));
                if !found.is_empty() && found.iter().all(Option::is_none) {
                    streams.warn(&report(Message::PlanImportOther, ""));
                    return None;
                }
                for (pick, _) in plan.picks.iter().zip(found).filter(|(_, found)| found.is_none()) {
                    streams.warn(&report(Message::PlanImportGone, &rows::title(self.locale, &pick.session)));
                }
                Some(Imported { plan, ..Imported::default() })
            }
            Found::Other(source) => {
                let plan = ical::plan(&source);
                let schedule = LoadedSchedule::new(source);
                if schedule.conference.sessions.is_empty() {
                    streams.warn(&report(Message::PlanImportNothing, ""));
                    return None;
                }
                let (taken, missing) = self.calendars.read(&schedule.conference, &plan);
                for session in &missing {
                    streams.warn(&report(Message::PlanImportMissing, &rows::title(self.locale, session)));
                }
                Some(taken)
            }
        }
    }
}

/// Summarizes the new entries.
fn summary(new: PlanMerge, locale: &Locale) -> String {
    let parts = [
        ("picks", new.picks),
        ("raised", new.raised),
        ("notes", new.notes),
        ("busy", new.busy),
        ("muted", new.hidden),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(what, count)| presenter::plan_count(locale, what, count)).collect();
    if parts.is_empty() {
        return locale.text(Message::PlanImportedNothing);
    }
    locale.with(Message::PlanImported, &[("what", MessageArg::text(&parts.join(", ")))])
}
