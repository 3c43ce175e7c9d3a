//! Diagnostics as text: a sentence, one line, or an excerpt of the source with carets.

mod concise;
mod full;
mod sentence;

pub use concise::concise;
pub use full::full;
pub use sentence::{help, sentence};
