//! stdout and stderr, as pipelines want them: whole, without escapes, and quiet when nobody reads on.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use super::Outcome;

/// What a command has to say.
pub(super) struct Streams {
    out: String,
    err: String,
}

impl Streams {
    pub(super) fn new() -> Self {
        Self { out: String::new(), err: String::new() }
    }

    /// Adds text to the answer.
    pub(super) fn print(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Adds a line to what is said beside the answer.
    pub(super) fn warn(&mut self, line: &str) {
        self.err.push_str(line);
        self.err.push('\n');
    }

    /// What was said beside the answer until now.
    pub(super) fn noted(&self) -> &str {
        &self.err
    }

    /// Writes everything. That nobody reads the answer to its end is fine; that it cannot be written is not.
    pub(super) fn end(self, outcome: Outcome) -> Outcome {
        let written = write(&mut io::stdout().lock(), &self.out);
        // Where even this cannot be said there is nobody to say it to.
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

/// Writes a line to stderr at once, before the command ends.
pub(super) fn say_now(line: &str) {
    // Where even this cannot be said there is nobody to say it to.
    let _ = write(&mut io::stderr().lock(), &format!("{line}\n"));
}

fn write(stream: &mut impl Write, text: &str) -> io::Result<()> {
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Prints what the parser of arguments says: help and version on stdout, what is wrong on stderr.
pub(super) fn answer(answer: &clap::Error) -> ExitCode {
    let mut streams = Streams::new();
    let text = answer.render().to_string().trim_end().to_owned() + "\n";
    if answer.use_stderr() {
        streams.err = crate::text::SafeText::verbatim(&text).to_string();
        return streams.end(Outcome::Failed).into();
    }
    streams.print(&text);
    streams.end(Outcome::Ok).into()
}

/// Prints one sentence on stderr in place of an answer.
pub(super) fn refuse(sentence: &str) -> ExitCode {
    let mut streams = Streams::new();
    streams.warn(sentence);
    streams.end(Outcome::Failed).into()
}
