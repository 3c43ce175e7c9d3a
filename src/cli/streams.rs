//! Buffered stdout and stderr.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use super::outcome::Outcome;

/// The output of a command.
pub(super) struct Streams {
    out: String,
    err: String,
}

impl Streams {
    pub(super) fn new() -> Self {
        Self { out: String::new(), err: String::new() }
    }

    /// Appends to stdout.
    pub(super) fn print(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Appends a line to stderr.
    pub(super) fn warn(&mut self, line: &str) {
        self.err.push_str(line);
        self.err.push('\n');
    }

    /// Returns everything written to stderr so far.
    pub(super) fn warnings(&self) -> &str {
        &self.err
    }

    /// Writes all output. A closed pipe is not an error.
    pub(super) fn end(self, outcome: Outcome) -> Outcome {
        let written = write(&mut io::stdout().lock(), &self.out);
        // There is no way to report this.
        let _ = write(&mut io::stderr().lock(), &self.err);
        match written {
            Ok(()) => outcome,
            Err(error) => {
                let _ = writeln!(io::stderr(), "{error}");
                Outcome::Failed
            }
        }
    }
}

/// Writes a line to stderr immediately.
pub(super) fn warn_now(line: &str) {
    // There is no way to report this.
    let _ = write(&mut io::stderr().lock(), &format!("{line}\n"));
}

fn write(stream: &mut impl Write, text: &str) -> io::Result<()> {
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Prints the output of clap: help and version on stdout, errors on stderr.
pub(super) fn print_clap(answer: &clap::Error) -> ExitCode {
    let mut streams = Streams::new();
    let text = answer.render().to_string().trim_end().to_owned() + "\n";
    if answer.use_stderr() {
        streams.err = kurultai_schedule::text::SafeText::verbatim(&text).to_string();
        return streams.end(Outcome::Failed).into();
    }
    streams.print(&text);
    streams.end(Outcome::Ok).into()
}

/// Prints an error without other output.
pub(super) fn fail(sentence: &str) -> ExitCode {
    let mut streams = Streams::new();
    streams.warn(sentence);
    streams.end(Outcome::Failed).into()
}
