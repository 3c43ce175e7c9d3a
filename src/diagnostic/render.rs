//! What people and programs read of a diagnostic; a form per file.

mod full;

pub use full::full;
