//! `kurultai`: the program of a conference, in the terminal.

pub mod model;
pub mod text;
