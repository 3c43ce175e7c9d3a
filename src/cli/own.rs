//! [`Own`]: what the user has of their own beside a program that a command is about.

use std::path::Path;

use crate::model::Plan;
use crate::plan::{Picks, Planned, Timetable};
use crate::program::Program;
use crate::store::{self, Folders, Identity, Notice};

/// The user's own plan for a program.
#[derive(Debug)]
pub(super) struct Own {
    pub(super) plan: Plan,
    /// How the sessions of the program stand with it.
    pub(super) planned: Planned,
    /// What is wrong with its file.
    pub(super) notices: Vec<Notice>,
}

impl Own {
    /// That for a program that was read from a path; empty where there is none, or no home.
    pub(super) fn of(folders: Option<&Folders>, program: &Program, path: &Path) -> Self {
        let load = |folders| store::load_plan(folders, &Identity::of(&program.conference, path));
        let (plan, notices) = folders.map(load).unwrap_or_default();
        let conference = &program.conference;
        let planned = if plan.is_empty() {
            Planned::default()
        } else {
            let picks = Picks::new(&plan, conference);
            Planned::new(conference, &Timetable::new(conference), picks, &plan.busy)
        };
        Self { plan, planned, notices }
    }
}
