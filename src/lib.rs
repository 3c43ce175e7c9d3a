//! `kurultai`: the program of a conference, in the terminal.

pub mod text;
