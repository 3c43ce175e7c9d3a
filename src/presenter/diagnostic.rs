//! Formats diagnostics: as a sentence, on one line, or with a source excerpt.

mod concise;
mod full;
mod sentence;

pub use concise::concise;
pub use full::full;
pub use sentence::{help, sentence};
