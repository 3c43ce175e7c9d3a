//! Writes the file of `--output`.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::atomic_file::{self, IfExists};
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::text::SafeText;

#[derive(Debug)]
pub(in crate::cli) struct WriteError {
    path: SafeText,
    why: Message,
    /// The error message of the system.
    error: SafeText,
}

impl WriteError {
    fn new(path: &Path, why: Message) -> Self {
        Self { path: SafeText::line(&path.to_string_lossy()), why, error: SafeText::default() }
    }

    fn of(path: &Path, error: &io::Error) -> Self {
        let why = match error.kind() {
            ErrorKind::AlreadyExists => Message::OutputExists,
            _ => Message::OutputFailed,
        };
        Self { error: SafeText::line(&error.to_string()), ..Self::new(path, why) }
    }

    /// Returns the error as one sentence.
    pub(in crate::cli) fn sentence(&self, locale: &Locale) -> String {
        locale.with(
            self.why,
            &[("path", MessageArg::from(&self.path)), ("error", MessageArg::from(&self.error))],
        )
    }
}

/// True if a path means standard output.
pub(in crate::cli) fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

/// Writes a file. An existing file is replaced only with `force`, and only if it is a regular file, not a link.
pub(in crate::cli) fn write(path: &Path, text: &str, force: bool) -> Result<(), WriteError> {
    let old = match fs::symlink_metadata(path) {
        Ok(old) if old.is_symlink() => return Err(WriteError::new(path, Message::OutputIsLink)),
        Ok(old) if !old.is_file() => return Err(WriteError::new(path, Message::OutputIsNoFile)),
        Ok(_) if !force => return Err(WriteError::new(path, Message::OutputExists)),
        Ok(old) => Some(old.permissions()),
        Err(_) => None,
    };
    let if_exists = if force { IfExists::Replace } else { IfExists::Fail };
    atomic_file::write(path, text.as_bytes(), old, if_exists).map_err(|error| WriteError::of(path, &error))
}
