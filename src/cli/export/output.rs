//! A file that is written as a whole or not at all, and never over another one that nobody gave up.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::i18n::{Locale, Message, MessageArg};
use crate::text::SafeText;

/// Why a file was not written.
#[derive(Debug)]
pub(in crate::cli) struct WriteError {
    path: SafeText,
    why: Message,
    /// In the words of the system.
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

    /// One sentence that says what, where, and what to do.
    pub(in crate::cli) fn sentence(&self, locale: &Locale) -> String {
        locale.with(
            self.why,
            &[("path", MessageArg::from(&self.path)), ("error", MessageArg::from(&self.error))],
        )
    }
}

/// Writes a file. One that is there is replaced only with `force`, and only if it is a plain file: a link leads to one that
/// Whether a path means standard output, as it means standard input elsewhere.
pub(in crate::cli) fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

/// nobody named. Whoever reads meanwhile sees the old file or the new one.
pub(in crate::cli) fn write(path: &Path, text: &str, force: bool) -> Result<(), WriteError> {
    let old = match fs::symlink_metadata(path) {
        Ok(old) if old.is_symlink() => return Err(WriteError::new(path, Message::OutputIsLink)),
        Ok(old) if !old.is_file() => return Err(WriteError::new(path, Message::OutputIsNoFile)),
        Ok(_) if !force => return Err(WriteError::new(path, Message::OutputExists)),
        Ok(old) => Some(old),
        Err(_) => None,
    };
    let error = |error: io::Error| WriteError::of(path, &error);
    let (beside, file) = beside(path).map_err(error)?;
    let permissions = old.map(|old| old.permissions());
    let done = fill(file, text, permissions).and_then(|()| place(&beside, path, force));
    if done.is_err() {
        // It may be gone already; and what remains of it is not worth another word.
        let _ = fs::remove_file(&beside);
    }
    done.map_err(error)
}

/// A new file in the same folder, under a name that is free.
fn beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let name = path.file_name().ok_or(ErrorKind::InvalidInput)?;
    let mut number = 0;
    loop {
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}-{number}", std::process::id()));
        let beside = path.with_file_name(hidden);
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 100 => number += 1,
            file => return Ok((beside, file?)),
        }
    }
}

fn fill(mut file: File, text: &str, permissions: Option<fs::Permissions>) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.sync_all()
}

/// Gives a file its name. Without `force` this fails if somebody else has made a file of this name meanwhile.
fn place(beside: &Path, path: &Path, force: bool) -> io::Result<()> {
    if force {
        return fs::rename(beside, path);
    }
    match fs::hard_link(beside, path) {
        Ok(()) => fs::remove_file(beside),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Not every file system knows links.
        Err(_) if fs::symlink_metadata(path).is_err() => fs::rename(beside, path),
        Err(_) => Err(ErrorKind::AlreadyExists.into()),
    }
}
