//! [`Mine`]: a program with somebody's plan for it.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::file;
use crate::cli::streams::Streams;
use crate::cli::{args, library, source, venue};
use crate::format::ical::Planned;
use crate::index::Index;
use crate::locale::{Locale, Message, Value};
use crate::model::{Conference, Level, Plan, Reading, SessionId};
use crate::plan::{Calendar, Followed, Picks, Timetable};
use crate::program::Program;
use crate::store::{self, Folders, Identity};
use crate::wording::Wording;

/// A program with somebody's plan for it.
pub(in crate::cli) struct Mine {
    pub(in crate::cli) program: Program,
    pub(super) identity: Identity,
    pub(in crate::cli) plan: Plan,
    pub(in crate::cli) picks: Picks,
    pub(super) followed: Followed,
    timetable: Timetable,
}

impl Mine {
    /// The program in the file that the arguments name, with the plan that they name or the user's own. What cannot be
    /// read of the plan is said; `None` after a sentence where there is nothing to read.
    pub(super) fn read(matches: &ArgMatches, locale: &Locale, streams: &mut Streams) -> Option<Self> {
        let path = args::path(matches);
        let mut program = source::read_program(&path, locale, streams)?;
        let folders = Folders::find();
        venue::set_or_recall(&mut program, &path, matches, folders.as_ref(), locale, streams);
        Self::of(program, &path, matches.get_one("plan"), locale, streams)
    }

    /// The same of a program that was read from a path.
    pub(in crate::cli) fn of(
        program: Program,
        path: &Path,
        plan: Option<&PathBuf>,
        locale: &Locale,
        streams: &mut Streams,
    ) -> Option<Self> {
        let identity = Identity::of(&program.conference, path);
        let plan = match plan {
            Some(path) => file::plan(path, locale, streams)?,
            None => own(&identity, locale, streams)?,
        };
        let followed = Followed::new(&program.conference);
        let picks = Picks::with(&plan, &program.conference, &followed);
        let timetable = Timetable::new(&program.conference);
        Some(Self { program, identity, plan, picks, followed, timetable })
    }

    /// Returns the plan's entries for the sessions of a calendar, with reminders as configured.
    pub(in crate::cli) fn planned(&self) -> impl Fn(SessionId) -> Planned + '_ {
        let minutes = Folders::find().map_or(0, |folders| store::load_config(&folders).0.reminders.minutes);
        move |id| Planned {
            is_maybe: self.picks.level(id) == Some(Level::Maybe),
            note: self.picks.note(id).cloned(),
            minutes: minutes.into(),
        }
    }

    /// The number of notes on sessions that are not picked; a calendar has no place for them.
    pub(in crate::cli) fn other_notes(&self) -> usize {
        let noted = self.picks.sessions().filter(|(id, _)| self.picks.note(*id).is_some()).count();
        self.plan.notes.len().saturating_sub(noted)
    }

    pub(super) fn conference(&self) -> &Conference {
        &self.program.conference
    }

    /// The plan among the times of the program.
    pub(super) fn calendar(&self) -> Calendar<'_> {
        Calendar::new(&self.program.conference, &self.timetable, &self.picks, &self.plan.busy)
    }

    pub(super) fn words<'a>(
        &'a self,
        locale: &'a Locale,
        reading: &'a Reading,
        matches: &ArgMatches,
    ) -> Wording<'a> {
        let Program { conference, index, .. } = &self.program;
        words(conference, index, locale, reading, matches)
    }

    /// Says that nothing is in the plan, where that is so, and what is wrong with the program.
    pub(in crate::cli) fn note(&self, locale: &Locale, reading: &Reading, streams: &mut Streams) {
        if self.plan.is_empty() {
            let title = self.conference().title.get(reading);
            streams.note(&locale.quoting(Message::PlanEmpty, title));
        }
        let mistakes = self.program.mistakes();
        if mistakes > 0 {
            let path = Value::from(self.program.source.name());
            let values = [("path", path), ("count", Value::count(mistakes))];
            streams.note(&locale.with(Message::ShowMistakes, &values));
        }
    }
}

/// The user's own plan for a program that was read from a path.
pub(super) fn own_plan(
    program: &Program,
    path: &Path,
    locale: &Locale,
    streams: &mut Streams,
) -> Option<Plan> {
    own(&Identity::of(&program.conference, path), locale, streams)
}

fn own(identity: &Identity, locale: &Locale, streams: &mut Streams) -> Option<Plan> {
    let (plan, notices) = store::load_plan(&library::folders(locale, streams)?, identity);
    library::tell(&notices, locale, streams);
    Some(plan)
}

/// The words for a text about a plan; its times are on the venue's clock unless the arguments name another one.
pub(super) fn words<'a>(
    conference: &'a Conference,
    index: &'a Index,
    locale: &'a Locale,
    reading: &'a Reading,
    matches: &ArgMatches,
) -> Wording<'a> {
    Wording { conference, index, locale, reading, clocks: args::clocks(matches) }
}
