//! Reads and replaces whole files under a lock.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::{StoreError, StoreErrorKind, StoreWarning, WaitCallback};
use crate::atomic_file::{self, IfExists};
use kurultai_schedule::text::SafeText;

/// The size limit of a file.
const MAX_BYTES: u64 = 16 << 20;

/// The time after which waiting for another process is reported. A save takes a few hundredths of a second.
const SILENCE: Duration = Duration::from_secs(1);

/// The time after which waiting for another process fails.
const PATIENCE: Duration = Duration::from_secs(59);

/// The largest number of symlinks to follow.
const LINKS: usize = 40;

/// The largest number of copies of a damaged file.
const COPIES: usize = 1000;

/// The content of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Content {
    pub(super) text: String,
    /// False if the file is too large or not UTF-8.
    pub(super) is_whole: bool,
}

/// The new content of a file.
pub(super) struct NewContent<T> {
    pub(super) text: String,
    /// True if the new text lacks a part of the old one, so that a copy must be kept.
    pub(super) is_lossy: bool,
    pub(super) value: T,
}

/// Reads a file; a missing one is empty.
pub(super) fn read(path: &Path) -> Result<Content, StoreError> {
    read_content(path).map_err(|error| StoreError::new(path, &error))
}

fn read_content(path: &Path) -> io::Result<Content> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        // A dangling link is treated as a missing file.
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(Content { is_whole: true, ..Content::default() });
        }
        Err(error) => return Err(error),
    };
    // Opening a pipe would block.
    if !metadata.is_file() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    if metadata.len() <= MAX_BYTES {
        File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    }
    if bytes.is_empty() || bytes.len() as u64 > MAX_BYTES {
        return Ok(Content { text: String::new(), is_whole: metadata.len() == 0 });
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Content { text, is_whole: true },
        Err(error) => {
            Content { text: String::from_utf8_lossy(error.as_bytes()).into_owned(), is_whole: false }
        }
    })
}

/// Reads a file and replaces it atomically, under a lock. An unchanged file is not written. `waits` is called if
/// another process holds the lock for long.
pub(super) fn update<T>(
    path: &Path,
    waits: WaitCallback<'_>,
    change: impl FnOnce(&Content) -> NewContent<T>,
) -> Result<(T, Vec<StoreWarning>), StoreError> {
    let mut notices = Vec::new();
    let value =
        update_locked(path, &mut notices, waits, change).map_err(|error| StoreError::new(path, &error))?;
    Ok((value, notices))
}

fn update_locked<T>(
    path: &Path,
    notices: &mut Vec<StoreWarning>,
    waits: WaitCallback<'_>,
    change: impl FnOnce(&Content) -> NewContent<T>,
) -> io::Result<T> {
    let folder = path.parent().unwrap_or(Path::new("."));
    create_folders(folder)?;
    // The lock is held until the file is closed.
    let lock = lock(path, waits)?;
    if lock.is_none() {
        notices.push(StoreWarning::Unlocked { path: display(folder) });
    }
    let former = read_content(path)?;
    let new = change(&former);
    if former.is_whole && new.text == former.text {
        return Ok(new.value);
    }
    // A missing or empty file has nothing to lose.
    if (new.is_lossy && !former.text.is_empty()) || !former.is_whole {
        let copy = backup_damaged(path)?;
        notices.push(StoreWarning::SetAside { path: display(path), copy: display(&copy) });
    }
    replace(&target(path)?, &new.text)?;
    Ok(new.value)
}

fn display(path: &Path) -> SafeText {
    SafeText::line(&path.to_string_lossy())
}

/// Appends to the file name of a path.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// Locks the `.lock` file beside a file, which is never replaced or deleted. `None` if the file system has no locks.
fn lock(path: &Path, waits: WaitCallback<'_>) -> io::Result<Option<File>> {
    let file =
        private(OpenOptions::new().write(true).create(true).truncate(false)).open(beside(path, ".lock"))?;
    match file.try_lock() {
        Ok(()) => return Ok(Some(file)),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(_)) => return Ok(None),
    }
    // The system's lock queue is fair but has no timeout, and the holder may be suspended.
    let (sender, receiver) = mpsc::channel();
    thread::Builder::new().spawn(move || {
        let locked = file.lock().map(|()| file);
        // If the receiver is gone, the lock is released here.
        let _ = sender.send(locked);
    })?;
    let locked = receiver.recv_timeout(SILENCE).or_else(|error| match error {
        RecvTimeoutError::Timeout => {
            waits(&display(path));
            receiver.recv_timeout(PATIENCE)
        }
        RecvTimeoutError::Disconnected => Err(error),
    });
    match locked {
        Ok(Ok(file)) => Ok(Some(file)),
        Ok(Err(_)) => Ok(None),
        Err(_) => Err(ErrorKind::WouldBlock.into()),
    }
}

/// Follows symlinks to a file that need not exist.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(link) => path = path.parent().unwrap_or(Path::new("")).join(link),
            // Not a link, or missing.
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links"))
}

/// Replaces a file, unless it is read-only.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let permissions = fs::metadata(path).ok().map(|metadata| metadata.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    atomic_file::remove_leftover(path)?;
    #[cfg(unix)]
    let permissions = permissions.or_else(|| Some(std::os::unix::fs::PermissionsExt::from_mode(0o600)));
    atomic_file::write(path, text.as_bytes(), permissions, IfExists::Replace)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Copies a damaged file and returns the path of the copy. An identical copy is reused.
fn backup_damaged(path: &Path) -> io::Result<PathBuf> {
    for number in 1..=COPIES {
        let copy = beside(path, &format!(".damaged-{number}"));
        match private(OpenOptions::new().write(true).create_new(true)).open(&copy) {
            Ok(mut file) => {
                let copied = File::open(path).and_then(|mut from| io::copy(&mut from, &mut file));
                if let Err(error) = copied.and_then(|_| file.sync_all()) {
                    // An incomplete copy is useless.
                    let _ = fs::remove_file(&copy);
                    return Err(error);
                }
                return Ok(copy);
            }
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
            Err(_) if is_same(path, &copy) => return Ok(copy),
            Err(_) => {}
        }
    }
    Err(io::Error::other("too many damaged files"))
}

fn is_same(one: &Path, other: &Path) -> bool {
    let length = |path: &Path| fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| file.len());
    let is_small = length(one).is_some_and(|length| length <= MAX_BYTES) && length(one) == length(other);
    is_small && fs::read(one).ok() == fs::read(other).ok()
}

/// Makes a new file readable only for the user.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

fn create_folders(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes a rename durable.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some file systems cannot sync folders.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

impl StoreError {
    fn new(path: &Path, error: &io::Error) -> Self {
        let why = match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreErrorKind::NotAllowed,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreErrorKind::Full,
            ErrorKind::WouldBlock => StoreErrorKind::Busy,
            ErrorKind::IsADirectory | ErrorKind::NotADirectory => StoreErrorKind::NotAFile,
            _ => StoreErrorKind::Other,
        };
        Self { path: display(path), kind: why, error: SafeText::line(&error.to_string()) }
    }
}
