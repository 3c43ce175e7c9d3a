//! [`UserPlan`]: what the user has of their own beside a program that a command is about.

use std::path::Path;

use crate::model::Plan;
use crate::plan::{PlanStatus, ResolvedPlan, Timetable};
use crate::schedule::LoadedSchedule;
use crate::store::{self, ConferenceKey, Folders, StoreWarning};

/// The user's own plan for a program.
#[derive(Debug)]
pub(super) struct UserPlan {
    pub(super) plan: Plan,
    /// How the sessions of the program stand with it.
    pub(super) planned: PlanStatus,
    /// What is wrong with its file.
    pub(super) notices: Vec<StoreWarning>,
}

impl UserPlan {
    /// That for a program that was read from a path; empty where there is none, or no home.
    pub(super) fn of(folders: Option<&Folders>, schedule: &LoadedSchedule, path: &Path) -> Self {
        let load = |folders| store::load_plan(folders, &ConferenceKey::of(&schedule.conference, path));
        let (plan, notices) = folders.map(load).unwrap_or_default();
        let conference = &schedule.conference;
        let planned = if plan.is_empty() {
            PlanStatus::default()
        } else {
            let picks = ResolvedPlan::new(&plan, conference);
            PlanStatus::new(conference, &Timetable::new(conference), picks, &plan.busy)
        };
        Self { plan, planned, notices }
    }
}
