//! The program `kurultai`; all of it is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    kurultai::cli::run(std::env::args_os())
}
