//! What lies over the program.

pub(super) mod help;
