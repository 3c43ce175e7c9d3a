//! The command line: one file per subcommand.
//!
//! stdout carries the answer, stderr the rest. Exit codes: 0 fine; 1 findings (`check`: errors or warnings); 2 wrong
//! usage, or nothing readable.

mod args;
mod check;
mod export;
mod help;
mod language;
mod list;
mod open;
mod show;
mod streams;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use args::Request;
use language::Languages;
use streams::Streams;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It did what it was asked.
    Fine,
    /// There are errors or warnings.
    Findings,
    /// It was asked wrongly, or nothing could be read.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Does what the arguments ask for; the first of them is the name of the program.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let languages = Languages::new(&arguments, |name| env::var(name).ok());
    let locale = languages.for_reader();
    let request = match args::parse(arguments, &locale) {
        Ok(request) => request,
        Err(answer) => return streams::answer(&answer),
    };
    let mut streams = Streams::new();
    let outcome = match request {
        Request::Open(request) => open::run(request, locale, &languages, &mut streams),
        Request::Show(request) => show::run(&request, locale, &languages, &mut streams),
        Request::Export(path) => export::run(&path, &languages.for_text(None, locale), &mut streams),
        Request::Check(paths) => check::run(&paths, &languages.for_text(None, locale), &mut streams),
    };
    streams.end(outcome).into()
}
