//! [`PlannedSchedule`]: a schedule with a plan for it.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{file, rows};
use crate::cli::command::{CommandContext, Outcome};
use crate::cli::streams::Streams;
use crate::cli::{args, library, source, venue};
use crate::i18n::{Locale, Message, MessageArg};
use crate::presenter::Presenter;
use crate::schedule::LoadedSchedule;
use crate::store::{self, ConferenceKey, Folders};
use crate::tui::default_keymap;
use kurultai_schedule::format::ical::Planned;
use kurultai_schedule::index::Index;
use kurultai_schedule::model::{Conference, LanguagePreference, Note, Plan, Priority, SessionId};
use kurultai_schedule::plan::{ConflictChecker, ResolvedPlan, SessionMatcher, Timetable};

/// A schedule with a plan for it.
pub(in crate::cli) struct PlannedSchedule {
    pub(in crate::cli) schedule: LoadedSchedule,
    pub(super) identity: ConferenceKey,
    pub(in crate::cli) plan: Plan,
    pub(in crate::cli) picks: ResolvedPlan,
    matcher: SessionMatcher,
    timetable: Timetable,
}

impl PlannedSchedule {
    /// Reads the schedule and the plan in the arguments, or the user's own plan. `None` after an error.
    fn read(matches: &ArgMatches, locale: &Locale, streams: &mut Streams) -> Option<Self> {
        let path = args::path(matches);
        let mut schedule = source::read_schedule(&path, locale, streams)?;
        let folders = Folders::find();
        venue::set_or_recall(&mut schedule, &path, matches, folders.as_ref(), locale, streams);
        Self::new(schedule, &path, matches.get_one("plan"), locale, streams)
    }

    /// Runs a command that prints the plan in the arguments.
    pub(super) fn run(
        matches: &ArgMatches,
        context: CommandContext<'_>,
        print: impl FnOnce(&Self, &Presenter<'_>, &mut Streams),
    ) -> Outcome {
        let CommandContext { user_locale, languages, streams } = context;
        let Some(plan_context) = Self::read(matches, &user_locale, streams) else { return Outcome::Failed };
        let reading = plan_context.conference().reading(args::lang(matches));
        let locale = &languages.for_text(reading.own.as_ref(), user_locale);
        let LoadedSchedule { conference, index, .. } = &plan_context.schedule;
        let presenter = presenter(conference, index, locale, &reading, matches);
        args::warn_unknown_zone(&presenter, streams);
        print(&plan_context, &presenter, streams);
        plan_context.warn(locale, &reading, streams);
        Outcome::Ok
    }

    /// Loads a plan for a schedule.
    pub(in crate::cli) fn new(
        schedule: LoadedSchedule,
        path: &Path,
        plan: Option<&PathBuf>,
        locale: &Locale,
        streams: &mut Streams,
    ) -> Option<Self> {
        let identity = ConferenceKey::new(&schedule.conference, path);
        let plan = match plan {
            Some(path) => file::plan(path, locale, streams)?,
            None => own(&identity, locale, streams)?,
        };
        let followed = SessionMatcher::new(&schedule.conference);
        let picks = ResolvedPlan::with(&plan, &schedule.conference, &followed);
        let timetable = Timetable::new(&schedule.conference);
        Some(Self { schedule, identity, plan, picks, matcher: followed, timetable })
    }

    /// Returns the calendar entries of sessions, with the configured reminders.
    pub(in crate::cli) fn planned(&self) -> impl Fn(SessionId) -> Planned + '_ {
        let config = |folders: Folders| store::load_config(&folders, default_keymap()).0;
        let minutes = Folders::find().map_or(0, |folders| config(folders).reminders.minutes);
        move |id| Planned {
            is_maybe: self.picks.priority(id) == Some(Priority::Maybe),
            note: self.picks.note(id).cloned(),
            minutes: minutes.into(),
        }
    }

    /// Counts the notes on sessions that are not picked.
    pub(in crate::cli) fn count_other_notes(&self) -> usize {
        let noted = self.picks.sessions().filter(|(id, _)| self.picks.note(*id).is_some()).count();
        self.plan.notes.len().saturating_sub(noted)
    }

    /// Iterates over the notes on a pick that is missing from the schedule.
    pub(super) fn notes_of_gone(&self, place: usize) -> impl Iterator<Item = &Note> {
        let name = self.plan.picks[place].session.key();
        self.plan.notes.iter().filter(move |note| note.session.key() == name)
    }

    /// Returns the notes on sessions that are not picked, each with its session if that is in the schedule.
    pub(super) fn other_notes(&self) -> Vec<(&Note, Option<SessionId>)> {
        let found = self.matcher.find_all(self.plan.notes.iter().map(|note| &note.session));
        let is_picked = |note: &Note, id: Option<SessionId>| match id {
            Some(id) => self.picks.priority(id).is_some(),
            None => {
                self.picks.missing().any(|place| self.plan.picks[place].session.key() == note.session.key())
            }
        };
        self.plan.notes.iter().zip(found).filter(|(note, id)| !is_picked(note, *id)).collect()
    }

    pub(super) fn conference(&self) -> &Conference {
        &self.schedule.conference
    }

    pub(super) fn conflict_checker(&self) -> ConflictChecker<'_> {
        ConflictChecker::new(&self.schedule.conference, &self.timetable, &self.picks, &self.plan.busy)
    }

    /// Warns about an empty plan and about mistakes in the schedule.
    pub(in crate::cli) fn warn(&self, locale: &Locale, reading: &LanguagePreference, streams: &mut Streams) {
        if self.plan.is_empty() {
            let title = self.conference().title.get(reading);
            streams.warn(&locale.quoting(Message::PlanEmpty, title));
        }
        source::warn_mistakes(&self.schedule, locale, streams);
    }

    /// Warns about picks that are missing from the schedule.
    pub(in crate::cli) fn warn_gone(&self, locale: &Locale, streams: &mut Streams) {
        for place in self.picks.missing() {
            let title = rows::title(locale, &self.plan.picks[place].session);
            let path = MessageArg::from(self.schedule.source.name());
            let values = [("path", path), ("title", MessageArg::text(&title))];
            streams.warn(&locale.with(Message::PlanExportGone, &values));
        }
    }
}

/// Loads the user's own plan for a schedule.
pub(super) fn own_plan(
    schedule: &LoadedSchedule,
    path: &Path,
    locale: &Locale,
    streams: &mut Streams,
) -> Option<Plan> {
    own(&ConferenceKey::new(&schedule.conference, path), locale, streams)
}

fn own(identity: &ConferenceKey, locale: &Locale, streams: &mut Streams) -> Option<Plan> {
    let (plan, notices) = store::load_plan(&library::folders(locale, streams)?, identity);
    library::warn_all(&notices, locale, streams);
    Some(plan)
}

/// Creates a presenter for texts about a plan, in the time zone of `--tz` or the venue's.
pub(super) fn presenter<'a>(
    conference: &'a Conference,
    index: &'a Index,
    locale: &'a Locale,
    reading: &'a LanguagePreference,
    matches: &ArgMatches,
) -> Presenter<'a> {
    Presenter { conference, index, locale, reading, clocks: args::clocks(matches) }
}
