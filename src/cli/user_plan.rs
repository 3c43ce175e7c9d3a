//! [`UserPlan`]: the user's plan for a schedule.

use std::path::Path;

use crate::schedule::LoadedSchedule;
use crate::store::{self, ConferenceKey, Folders, StoreWarning};
use kurultai_schedule::model::Plan;
use kurultai_schedule::plan::{PlanStatus, ResolvedPlan, Timetable};

/// The user's plan for a schedule.
#[derive(Debug)]
pub(super) struct UserPlan {
    pub(super) plan: Plan,
    /// The plan's status for each session.
    pub(super) status: PlanStatus,
    /// Warnings about its file.
    pub(super) notices: Vec<StoreWarning>,
}

impl UserPlan {
    /// Loads the plan; empty if there is none.
    pub(super) fn load(folders: Option<&Folders>, schedule: &LoadedSchedule, path: &Path) -> Self {
        let load = |folders| store::load_plan(folders, &ConferenceKey::new(&schedule.conference, path));
        let (plan, notices) = folders.map(load).unwrap_or_default();
        let conference = &schedule.conference;
        let planned = if plan.is_empty() {
            PlanStatus::default()
        } else {
            let picks = ResolvedPlan::new(&plan, conference);
            PlanStatus::new(conference, &Timetable::new(conference), picks, &plan.busy)
        };
        Self { plan, status: planned, notices }
    }
}
