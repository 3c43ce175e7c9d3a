//! What somebody's plan means for a program: which sessions its picks are now, where they collide, what fits; and what is
//! different in a new edition of a program.
//!
//! A [`Plan`](crate::model::Plan) names sessions by what was known of them; [`ResolvedPlan`] are the sessions of one program that
//! these are. A [`ConflictChecker`] is these among the times of the program, of which [`Timetable`] knows what lasts: it says what
//! collides, shows the plan by days, and finds as much of it as fits. [`changes()`] compares a program with what is remembered
//! of a former edition.

mod advice;
mod change_kind;
mod changes;
mod conflicts;
mod days;
mod edition;
mod edition_matching;
mod fingerprint;
mod matcher;
mod merge;
mod now;
mod plan_status;
mod repeats;
mod resolved_plan;
mod solve;
mod things;
mod time_span;
mod timetable;

pub use advice::{Advice, Reason};
pub use change_kind::{About, CHOICES, Fact, is_chosen};
pub use changes::{Change, Section, changes, concern_picks, count, picked_first};
pub use conflicts::{Commitment, Conflict, ConflictChecker, ConflictKind};
pub use days::{PlanDay, Row};
pub use edition::{Details, Edition, EditionDetails, Item, Thing, differing};
pub use edition_matching::pair_sessions;
pub use matcher::SessionMatcher;
pub use merge::{Comparison, compare, compare_in_schedule, merge};
pub use now::PlanNow;
pub use plan_status::PlanStatus;
pub use resolved_plan::ResolvedPlan;
pub use solve::{Assignment, Rejection, Solution};
use things::same_things;
pub use timetable::Timetable;
