//! What somebody's plan means for a program: which sessions its picks are now, where they collide, what fits.
//!
//! A [`Plan`](crate::model::Plan) names sessions by what was known of them; [`Picks`] are the sessions of one program that
//! these are. A [`Calendar`] is these among the times of the program, of which [`Timetable`] knows what lasts: it says what
//! collides, shows the plan by days, and finds as much of it as fits.

mod advice;
mod calendar;
mod days;
mod follow;
mod merge;
mod picks;
mod repeats;
mod solve;
mod span;
mod timetable;

pub use advice::{Advice, Because};
pub use calendar::{Calendar, Clash, Collision, Party};
pub use days::{PlanDay, Row};
pub use follow::Followed;
pub use merge::{Comparison, compare, compare_in_program, merge};
pub use picks::Picks;
pub use solve::{Kept, Solution, Why};
pub use timetable::Timetable;
