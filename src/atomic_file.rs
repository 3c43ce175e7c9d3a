//! Writes files so that each is complete or absent at any moment, even if the process is killed.

use std::ffi::OsString;
use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// The largest number of temporary files for one name.
const MAX_FILES: usize = 100;

/// The behavior if the file exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfExists {
    /// It is replaced.
    Replace,
    /// The write fails with [`ErrorKind::AlreadyExists`].
    Fail,
}

/// Writes a temporary file beside `path`, syncs it and renames it.
///
/// # Errors
///
/// If any of these steps fails. The file is then unchanged and the temporary file removed.
pub fn write(
    path: &Path,
    bytes: &[u8],
    permissions: Option<Permissions>,
    if_exists: IfExists,
) -> io::Result<()> {
    let (file, temporary) = create_beside(path)?;
    let written = fill(file, bytes, permissions).and_then(|()| rename(&temporary, path, if_exists));
    if written.is_err() {
        // The file may be gone already, and a leftover does no harm.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Removes the temporary file left by a killed process. Only for callers that hold a lock on `path`.
///
/// # Errors
/// If it exists and cannot be removed.
pub fn remove_leftover(path: &Path) -> io::Result<()> {
    match fs::remove_file(temporary(path, 0)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn temporary(path: &Path, number: usize) -> PathBuf {
    let mut name: OsString = path.file_name().unwrap_or_default().to_owned();
    name.push(if number == 0 { ".tmp".to_owned() } else { format!(".tmp-{number}") });
    path.with_file_name(name)
}

/// Creates a file that no other process writes, in the same folder.
fn create_beside(path: &Path) -> io::Result<(File, PathBuf)> {
    path.file_name().ok_or(ErrorKind::InvalidInput)?;
    let mut number = 0;
    loop {
        let temporary = temporary(path, number);
        match File::create_new(&temporary) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < MAX_FILES => number += 1,
            file => return Ok((file?, temporary)),
        }
    }
}

fn fill(mut file: File, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    // Set the permissions before writing content that others may not read.
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

fn rename(temporary: &Path, path: &Path, if_exists: IfExists) -> io::Result<()> {
    if if_exists == IfExists::Replace {
        return fs::rename(temporary, path);
    }
    match fs::hard_link(temporary, path) {
        Ok(()) => fs::remove_file(temporary),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Some file systems have no hard links.
        Err(_) if fs::symlink_metadata(path).is_err() => fs::rename(temporary, path),
        Err(_) => Err(ErrorKind::AlreadyExists.into()),
    }
}
