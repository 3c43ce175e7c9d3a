//! What somebody's plan means for a program: which sessions its picks are now, where they collide, what fits; and what is
//! different in a new edition of a program.
//!
//! A [`Plan`](crate::model::Plan) names sessions by what was known of them; [`Picks`] are the sessions of one program that
//! these are. A [`Calendar`] is these among the times of the program, of which [`Timetable`] knows what lasts: it says what
//! collides, shows the plan by days, and finds as much of it as fits. [`changes()`] compares a program with what is remembered
//! of a former edition.

mod advice;
mod calendar;
mod changes;
mod days;
mod edition;
mod fact;
mod follow;
mod merge;
mod now;
mod pairs;
mod picks;
mod planned;
mod repeats;
mod solve;
mod span;
mod things;
mod timetable;
mod trace;

pub use advice::{Advice, Because};
pub use calendar::{Calendar, Clash, Collision, Party};
pub use changes::{Change, Section, changes, count, mine, mine_first};
pub use days::{PlanDay, Row};
pub use edition::{Details, Edition, EditionDetails, Item, Thing, differing};
pub use fact::{About, CHOICES, Fact, is_chosen};
pub use follow::Followed;
pub use merge::{Comparison, compare, compare_in_program, merge};
pub use now::PlanNow;
pub use pairs::pairs;
pub use picks::Picks;
pub use planned::Planned;
pub use solve::{Kept, Solution, Why};
use things::same_things;
pub use timetable::Timetable;
