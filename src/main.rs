//! The program `kurultai`; all of it is in the library.

fn main() {}
