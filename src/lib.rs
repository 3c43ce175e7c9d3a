//! `kurultai`: the program of a conference, in the terminal.

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod format;
pub mod index;
pub mod keymap;
pub mod locale;
pub mod model;
pub mod text;
pub mod theme;
pub mod tui;
pub mod wording;
