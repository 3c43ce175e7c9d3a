//! [`PlanContext`]: what whoever looks has beside the program: their plan, and what it means for it.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use super::reminders::Reminded;
use crate::index::PlanLookup;
use crate::model::{Plan, PlanChange, Priority, SessionId};
use crate::plan::{
    Advice, Change, ConflictChecker, PlanDay, PlanStatus, ResolvedPlan, Row, SessionMatcher, Timetable,
};
use crate::schedule::LoadedSchedule;
use crate::store::ConferenceKey;

/// What whoever looks has beside the program.
#[derive(Debug, Clone)]
pub(in crate::tui) struct PlanContext {
    /// Which conference it is about.
    pub(in crate::tui) identity: ConferenceKey,
    pub(in crate::tui) plan: Plan,
    /// How the sessions of the program stand with it.
    pub(in crate::tui) planned: PlanStatus,
    /// The plan by days, with what collides in it.
    pub(in crate::tui) days: Vec<PlanDay>,
    /// The sessions of the program, to be found by what the plan remembers of them; made when something is in the plan.
    followed: Option<Arc<SessionMatcher>>,
    timetable: Arc<Timetable>,
    /// The changes that were asked to be saved and were not answered yet, in that order.
    pending: VecDeque<Vec<PlanChange>>,
    /// What could not be saved, to be tried again with the next change.
    unsaved: Vec<PlanChange>,
    /// What was reminded of.
    pub(in crate::tui) reminded: Reminded,
    /// The reminders that were taken away before what they are about began.
    pub(in crate::tui) dismissed: Reminded,
    /// What is new in the program since it was last looked at, what is picked first.
    pub(in crate::tui) changes: Vec<Change>,
    /// How many of these are about what is picked.
    pub(in crate::tui) own_changes: usize,
}

impl PlanContext {
    pub(in crate::tui) fn new(identity: ConferenceKey, plan: Plan, schedule: &LoadedSchedule) -> Self {
        let mut plan_context = Self {
            identity,
            plan,
            planned: PlanStatus::default(),
            days: Vec::new(),
            followed: None,
            timetable: Arc::new(Timetable::new(&schedule.conference)),
            pending: VecDeque::new(),
            unsaved: Vec::new(),
            reminded: HashSet::new(),
            dismissed: HashSet::new(),
            changes: Vec::new(),
            own_changes: 0,
        };
        plan_context.look(schedule);
        plan_context
    }

    /// Finds the plan's sessions anew: the plan is another one.
    fn look(&mut self, schedule: &LoadedSchedule) {
        let conference = &schedule.conference;
        let picks = if self.plan.is_empty() {
            ResolvedPlan::default()
        } else {
            let followed = self.followed.get_or_insert_with(|| Arc::new(SessionMatcher::new(conference)));
            ResolvedPlan::with(&self.plan, conference, followed)
        };
        self.planned = PlanStatus::new(conference, &self.timetable, picks, &self.plan.busy);
        self.days = self.calendar(schedule).days();
    }

    pub(in crate::tui) fn calendar<'a>(&'a self, schedule: &'a LoadedSchedule) -> ConflictChecker<'a> {
        ConflictChecker::new(&schedule.conference, &self.timetable, &self.planned.picks, &self.plan.busy)
    }

    pub(in crate::tui) fn level(&self, id: SessionId) -> Option<Priority> {
        self.planned.picks.level(id)
    }

    /// Whether a pick collides with something else of the plan.
    pub(in crate::tui) fn is_colliding(&self, id: SessionId) -> bool {
        self.level(id).is_some() && self.planned.collides(id)
    }

    /// What could be done about all that a pick collides with, each once.
    pub(in crate::tui) fn advice(&self, id: SessionId) -> Vec<Advice> {
        let rows = self.days.iter().flat_map(|day| &day.rows);
        let of_pick = rows.filter_map(|row| match row {
            Row::Session(pick, collisions) if *pick == id => Some(collisions),
            _ => None,
        });
        let mut advised = Vec::new();
        for (_, advice) in of_pick.flatten() {
            if !advised.contains(advice) {
                advised.push(*advice);
            }
        }
        advised
    }

    /// The other times at which a session is given.
    pub(in crate::tui) fn repeats(&self, id: SessionId) -> impl Iterator<Item = SessionId> {
        self.timetable.repeats(id)
    }

    /// Changes the plan and returns the changes to save, also those that could not be saved before.
    pub(in crate::tui) fn change(
        &mut self,
        changes: Vec<PlanChange>,
        schedule: &LoadedSchedule,
    ) -> Vec<PlanChange> {
        if changes.is_empty() {
            return changes;
        }
        for change in &changes {
            self.plan.apply(change.clone());
        }
        self.look(schedule);
        let changes: Vec<PlanChange> = self.unsaved.drain(..).chain(changes).collect();
        self.pending.push_back(changes.clone());
        changes
    }

    /// A change was saved: the plan is what the file has now, which other windows may have changed, too.
    pub(in crate::tui) fn saved(&mut self, plan: Plan, schedule: &LoadedSchedule) {
        self.pending.pop_front();
        // What was changed since is not in that file yet.
        if self.pending.is_empty() && self.unsaved.is_empty() && plan != self.plan {
            self.plan = plan;
            self.look(schedule);
        }
    }

    /// The file of the plan was read anew; whether the plan is another one now. What is still to be saved counts more.
    pub(in crate::tui) fn reread(&mut self, plan: Plan, schedule: &LoadedSchedule) -> bool {
        let is_new = self.pending.is_empty() && self.unsaved.is_empty() && plan != self.plan;
        if is_new {
            self.plan = plan;
            self.look(schedule);
        }
        is_new
    }

    /// The program was read again, and the plan with it.
    pub(in crate::tui) fn reopened(&mut self, plan: Plan, schedule: &LoadedSchedule) {
        if self.pending.is_empty() && self.unsaved.is_empty() {
            self.plan = plan;
        }
        self.timetable = Arc::new(Timetable::new(&schedule.conference));
        self.followed = None;
        self.changes.clear();
        self.look(schedule);
    }

    /// A change could not be saved; it stays in memory.
    pub(in crate::tui) fn not_saved(&mut self, changes: Vec<PlanChange>) {
        self.pending.pop_front();
        self.unsaved.extend(changes);
        // What was asked for later stands when this is tried again.
        self.unsaved.extend(self.pending.iter().flatten().cloned());
    }

    /// Returns the changes that could not be saved.
    pub(in crate::tui) fn unsaved(&self) -> &[PlanChange] {
        &self.unsaved
    }
}
