//! Questions to the user in a terminal.

use std::io::{self, IsTerminal as _, Write as _};

/// True if the user can read questions and answer them.
pub(super) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Prints a question on stderr and returns the answer without blanks around it; `None` at the end of the input.
pub(super) fn ask(question: &str) -> Option<String> {
    let mut stderr = io::stderr().lock();
    // Without stderr there is no question, but still an answer.
    let _ = write!(stderr, "{question} ").and_then(|()| stderr.flush());
    let mut answer = String::new();
    let length = io::stdin().read_line(&mut answer).ok()?;
    (length > 0).then(|| answer.trim().to_owned())
}
