//! A plan resolved for a schedule: conflicts, the best feasible part, free time.

#![cfg(test)]

mod days;
mod fosdem;
mod generated;
mod solve;
mod times;
mod words;

use kurultai_schedule::diagnostic::{Code, Source};
use kurultai_schedule::format::{Parsed, event_file};
use kurultai_schedule::model::{BusyBlock, Conference, Pick, Plan, Priority, SessionId};
use kurultai_schedule::plan::{ConflictChecker, ResolvedPlan, Timetable};

/// Reads an event file, in which only the dates of the conference may be missing.
pub(crate) fn read(text: &str) -> Parsed {
    let read = event_file::read(&Source::new("event.toml", text));
    let mut mistakes = read.diagnostics.iter().filter(|diagnostic| diagnostic.code != Code::NoDates);
    assert_eq!(mistakes.next(), None);
    read
}

/// A schedule with a plan.
pub(crate) struct Planned {
    pub(crate) conference: Conference,
    pub(crate) plan: Plan,
    timetable: Timetable,
    picks: ResolvedPlan,
}

impl Planned {
    pub(crate) fn new(conference: Conference, picks: &[(usize, Priority)], busy: Vec<BusyBlock>) -> Self {
        let pick = |(at, priority): &(usize, Priority)| Pick {
            session: conference.snapshot(SessionId::new(*at)),
            priority: *priority,
        };
        let plan = Plan { picks: picks.iter().map(pick).collect(), busy, ..Plan::default() };
        let (timetable, picks) = (Timetable::new(&conference), ResolvedPlan::new(&plan, &conference));
        Self { conference, plan, timetable, picks }
    }

    /// Reads an event file whose session titles are letters. `picked` lists the picks, musts in capitals.
    pub(crate) fn read(text: &str, picked: &str, busy: Vec<BusyBlock>) -> Self {
        let read = read(text);
        let reading = read.conference.reading(None);
        let title = |at: usize| read.conference.sessions[at].title.as_ref().unwrap().get(&reading);
        let picks = (0..read.conference.sessions.len()).filter_map(|at| {
            let is_picked =
                |letter: char| picked.contains(letter) && title(at).eq_ignore_ascii_case(&letter.to_string());
            let letter = picked.chars().find(|letter| is_picked(*letter))?;
            Some((at, if letter.is_uppercase() { Priority::Must } else { Priority::Maybe }))
        });
        let picks: Vec<_> = picks.collect();
        Self::new(read.conference, &picks, busy)
    }

    pub(crate) fn checker(&self) -> ConflictChecker<'_> {
        ConflictChecker::new(&self.conference, &self.timetable, &self.picks, &self.plan.busy)
    }

    pub(crate) fn timetable(&self) -> &Timetable {
        &self.timetable
    }

    pub(crate) fn picks(&self) -> &ResolvedPlan {
        &self.picks
    }

    /// Returns the title of a session.
    pub(crate) fn title(&self, id: SessionId) -> &str {
        let title = self.conference.session(id).title.as_ref().expect("a title");
        title.get(&self.conference.reading(None))
    }
}
