//! What somebody's plan means for a program: which sessions its picks are now, where they collide, what fits; and what is
//! different in a new edition of a program.
//!
//! A [`Plan`](crate::model::Plan) names sessions by what was known of them; [`Picks`] are the sessions of one program that
//! these are. [`changes`] compares a program with what is remembered of a former edition.

mod changes;
mod follow;
mod pairs;
mod picks;
mod trace;

pub use changes::{Change, Fact, changes, count, mine, mine_first};
pub use follow::Followed;
pub use pairs::pairs;
pub use picks::Picks;
