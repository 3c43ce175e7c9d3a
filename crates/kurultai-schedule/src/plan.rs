//! The user's plan applied to a schedule: matching, conflicts, the best feasible subset; and the diff of two editions.
//!
//! A [`Plan`](crate::model::Plan) contains snapshots of sessions; [`ResolvedPlan`] maps them to the sessions of one
//! schedule. A [`ConflictChecker`] combines it with the [`Timetable`] to find conflicts, show the plan by days and solve it.
//! [`changes()`] compares a schedule with a former [`Edition`].

mod advice;
mod change_kind;
mod changes;
mod conflicts;
mod days;
mod edition;
mod edition_matching;
mod entity_matching;
mod fingerprint;
mod matcher;
mod merge;
mod now;
mod pairing;
mod plan_status;
mod repeats;
mod resolved_plan;
mod session_tree;
mod solve;
mod time_span;
mod timetable;

pub use advice::{Advice, Reason};
pub use change_kind::{About, CHOICES, Fact, is_chosen};
pub use changes::{Change, Section, changes, concern_picks, count, picked_first};
pub use conflicts::{Commitment, Conflict, ConflictChecker, ConflictKind};
pub use days::{PlanDay, Row};
pub use edition::{Details, Edition, EditionDetails, Item, Thing, differing};
pub use edition_matching::pair_sessions;
use entity_matching::same_things;
pub use matcher::SessionMatcher;
pub use merge::{Comparison, compare, compare_in_schedule, merge};
pub use now::PlanNow;
pub use plan_status::PlanStatus;
pub use resolved_plan::ResolvedPlan;
pub use solve::{Assignment, Rejection, Solution};
pub use timetable::Timetable;
