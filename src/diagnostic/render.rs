//! What people and programs read of a diagnostic; a form per file.

mod brief;
mod full;
mod sentence;

pub use brief::concise;
pub use full::full;
pub use sentence::{help, sentence};
