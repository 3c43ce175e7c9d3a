//! [`Outcome`]: the result of a command, and its exit code.

use std::process::ExitCode;

/// The result of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Ok,
    /// `check` found errors or warnings, `diff` found changes.
    Problems,
    /// The arguments are invalid, input could not be read, or output could not be written.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Ok => 0,
            Outcome::Problems => 1,
            Outcome::Failed => 2,
        })
    }
}
