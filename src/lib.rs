//! `kurultai`: the program of a conference, in the terminal.

pub mod diagnostic;
pub mod format;
pub mod locale;
pub mod model;
pub mod text;
