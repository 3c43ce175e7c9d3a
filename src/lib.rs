//! `kurultai`: the program of a conference, in the terminal.

pub mod check;
pub mod diagnostic;
pub mod format;
pub mod index;
pub mod locale;
pub mod model;
pub mod text;
pub mod wording;
