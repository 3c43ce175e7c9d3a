//! [`EvalContext`]: the state, besides the schedule, that filters depend on.

use crate::model::{Moment, Priority, SessionId};

/// The state, besides the schedule, that a filter depends on.
#[derive(Clone, Copy)]
pub struct EvalContext<'a> {
    /// The current moment, if known. Without it no session is running, next or past, and no day is today.
    pub now: Option<Moment>,
    /// The user's plan.
    pub plan: &'a dyn PlanLookup,
}

/// The user's plan, as far as filters depend on it.
pub trait PlanLookup {
    /// Returns the priority of a picked session.
    fn priority(&self, id: SessionId) -> Option<Priority>;
    /// True if the session is hidden.
    fn is_hidden(&self, id: SessionId) -> bool;
    /// True if the session has a note.
    fn is_noted(&self, id: SessionId) -> bool;
    /// True if the session overlaps another pick or a busy time; it need not be picked itself.
    fn has_conflict(&self, id: SessionId) -> bool;
}

/// An empty plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NoPlan;

impl PlanLookup for NoPlan {
    fn priority(&self, _: SessionId) -> Option<Priority> {
        None
    }

    fn is_hidden(&self, _: SessionId) -> bool {
        false
    }

    fn is_noted(&self, _: SessionId) -> bool {
        false
    }

    fn has_conflict(&self, _: SessionId) -> bool {
        false
    }
}
