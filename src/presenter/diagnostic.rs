//! Formats diagnostics: as a sentence, on one line, or with a source excerpt; the meanings of codes, with examples.

mod concise;
mod example;
mod full;
mod meaning;
mod sentence;

pub use concise::concise;
pub use example::{Example, Examples};
pub use full::full;
pub use meaning::{markdown, meaning, meaning_in_short};
pub use sentence::{help, sentence, severity};
