//! [`PlanContext`]: the user's plan, resolved for the schedule.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::schedule::LoadedSchedule;
use crate::store::ConferenceKey;
use kurultai_schedule::index::PlanLookup;
use kurultai_schedule::model::{Plan, PlanChange, Priority, SessionId};
use kurultai_schedule::plan::{
    Advice, Change, ConflictChecker, PlanDay, PlanStatus, ResolvedPlan, Row, SessionMatcher, Timetable,
};

/// Reminded sessions with their start, so that a session that moves gets a new reminder.
pub(in crate::tui) type Reminded = HashSet<(SessionId, NaiveDateTime)>;

/// The number of changes that can be undone.
const MAX_UNDO: usize = 100;

/// A change of the plan that can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct UndoStep {
    /// The changes that revert it.
    pub(in crate::tui) changes: Vec<PlanChange>,
    /// The notice about it.
    pub(in crate::tui) notice: String,
}

/// The user's plan, resolved for the schedule.
#[derive(Debug, Clone)]
pub(in crate::tui) struct PlanContext {
    pub(in crate::tui) identity: ConferenceKey,
    pub(in crate::tui) plan: Plan,
    /// The picks and conflicts of each session.
    pub(in crate::tui) status: PlanStatus,
    /// The plan by days, with its conflicts.
    pub(in crate::tui) days: Vec<PlanDay>,
    /// Built when the plan has its first entry.
    matcher: Option<Arc<SessionMatcher>>,
    timetable: Arc<Timetable>,
    /// The changes that are being saved, oldest first.
    pending: VecDeque<Vec<PlanChange>>,
    /// The changes that could not be saved. They are retried with the next change.
    unsaved: Vec<PlanChange>,
    /// The changes that can be undone, oldest first.
    undoable: Vec<UndoStep>,
    pub(in crate::tui) reminded: Reminded,
    pub(in crate::tui) dismissed: Reminded,
    /// The changes of the schedule since the last visit, those of picks first.
    pub(in crate::tui) changes: Vec<Change>,
    /// The number of changes of picks.
    pub(in crate::tui) pick_changes: usize,
}

impl PlanContext {
    pub(in crate::tui) fn new(identity: ConferenceKey, plan: Plan, schedule: &LoadedSchedule) -> Self {
        let mut plan_context = Self {
            identity,
            plan,
            status: PlanStatus::default(),
            days: Vec::new(),
            matcher: None,
            timetable: Arc::new(Timetable::new(&schedule.conference)),
            pending: VecDeque::new(),
            unsaved: Vec::new(),
            undoable: Vec::new(),
            reminded: HashSet::new(),
            dismissed: HashSet::new(),
            changes: Vec::new(),
            pick_changes: 0,
        };
        plan_context.resolve(schedule);
        plan_context
    }

    /// Resolves the plan after it has changed.
    fn resolve(&mut self, schedule: &LoadedSchedule) {
        let conference = &schedule.conference;
        let picks = if self.plan.is_empty() {
            ResolvedPlan::default()
        } else {
            let followed = self.matcher.get_or_insert_with(|| Arc::new(SessionMatcher::new(conference)));
            ResolvedPlan::with(&self.plan, conference, followed)
        };
        self.status = PlanStatus::new(conference, &self.timetable, picks, &self.plan.busy);
        self.days = self.conflict_checker(schedule).days();
    }

    pub(in crate::tui) fn conflict_checker<'a>(
        &'a self,
        schedule: &'a LoadedSchedule,
    ) -> ConflictChecker<'a> {
        ConflictChecker::new(&schedule.conference, &self.timetable, &self.status.picks, &self.plan.busy)
    }

    pub(in crate::tui) fn priority(&self, id: SessionId) -> Option<Priority> {
        self.status.picks.priority(id)
    }

    /// True if the session is a pick with a conflict.
    pub(in crate::tui) fn has_conflict(&self, id: SessionId) -> bool {
        self.priority(id).is_some() && self.status.has_conflict(id)
    }

    /// Returns the distinct advice on the conflicts of a pick.
    pub(in crate::tui) fn advice(&self, id: SessionId) -> Vec<Advice> {
        let rows = self.days.iter().flat_map(|day| &day.rows);
        let of_pick = rows.filter_map(|row| match row {
            Row::Session(pick, conflicts) if *pick == id => Some(conflicts),
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

    /// Returns the repetitions of a session.
    pub(in crate::tui) fn repeats(&self, id: SessionId) -> impl Iterator<Item = SessionId> {
        self.timetable.repeats(id)
    }

    /// Changes the plan and returns the changes to save, including those that could not be saved before.
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
        self.resolve(schedule);
        let changes: Vec<PlanChange> = self.unsaved.drain(..).chain(changes).collect();
        self.pending.push_back(changes.clone());
        changes
    }

    /// Remembers how to undo changes before they are made, and the notice about them.
    pub(in crate::tui) fn remember(&mut self, changes: &[PlanChange], notice: String) {
        let changes = self.plan.inverse(changes);
        if changes.is_empty() {
            return;
        }
        if self.undoable.len() == MAX_UNDO {
            self.undoable.remove(0);
        }
        self.undoable.push(UndoStep { changes, notice });
    }

    /// Returns the last change that can be undone.
    pub(in crate::tui) fn last_change(&mut self) -> Option<UndoStep> {
        self.undoable.pop()
    }

    /// True if a change can be undone.
    pub(in crate::tui) fn can_undo(&self) -> bool {
        !self.undoable.is_empty()
    }

    /// Applies the plan as it was saved, which may include changes from other windows.
    pub(in crate::tui) fn saved(&mut self, plan: Plan, schedule: &LoadedSchedule) {
        self.pending.pop_front();
        // Later changes are not in that file yet.
        if self.pending.is_empty() && self.unsaved.is_empty() && plan != self.plan {
            self.plan = plan;
            self.resolve(schedule);
        }
    }

    /// Applies the plan from its file and returns true if it differs. Unsaved changes take precedence.
    pub(in crate::tui) fn reload(&mut self, plan: Plan, schedule: &LoadedSchedule) -> bool {
        let is_new = self.pending.is_empty() && self.unsaved.is_empty() && plan != self.plan;
        if is_new {
            self.plan = plan;
            self.resolve(schedule);
        }
        is_new
    }

    /// Resolves the plan for another edition of the schedule.
    pub(in crate::tui) fn replace_schedule(&mut self, plan: Plan, schedule: &LoadedSchedule) {
        if self.pending.is_empty() && self.unsaved.is_empty() {
            self.plan = plan;
        }
        self.timetable = Arc::new(Timetable::new(&schedule.conference));
        self.matcher = None;
        self.changes.clear();
        self.resolve(schedule);
    }

    /// Keeps changes that could not be saved.
    pub(in crate::tui) fn not_saved(&mut self, changes: Vec<PlanChange>) {
        self.pending.pop_front();
        self.unsaved.extend(changes);
        // Later changes are saved in the same attempt.
        self.unsaved.extend(self.pending.iter().flatten().cloned());
    }

    /// Returns the changes that could not be saved.
    pub(in crate::tui) fn unsaved(&self) -> &[PlanChange] {
        &self.unsaved
    }
}
