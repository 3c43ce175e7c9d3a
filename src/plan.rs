//! What somebody's plan means for a program: which sessions its picks are now, where they collide, what fits.
//!
//! A [`Plan`](crate::model::Plan) names sessions by what was known of them; [`Picks`] are the sessions of one program that
//! these are.

mod follow;
mod picks;

pub use follow::Followed;
pub use picks::Picks;
