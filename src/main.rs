//! The `kurultai` binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    kurultai::cli::run(std::env::args_os())
}
