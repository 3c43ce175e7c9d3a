//! From the text of a file to a conference: one folder per format.

pub mod toml;
