//! Files that are read and written whole: under a lock, by way of a file beside them that takes their place.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::{StoreError, StoreErrorKind, StoreWarning, Waits};
use crate::text::SafeText;

/// No file of the user is larger; what is, is something else.
const LARGEST: u64 = 16 << 20;

/// After so long the caller is told that a lock of another process is waited for; a save takes some hundredths of a second.
const SILENCE: Duration = Duration::from_secs(1);

/// The time that is waited after that.
const PATIENCE: Duration = Duration::from_secs(59);

/// So many links are followed from one to the next.
const LINKS: usize = 40;

/// So many copies of a damaged file are kept at most.
const COPIES: usize = 1000;

/// What stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Content {
    pub(super) text: String,
    /// Whether the text is all that stands there: it is not too large, and UTF-8.
    pub(super) is_whole: bool,
}

/// What shall stand in a file.
pub(super) struct NewContent<T> {
    pub(super) text: String,
    /// Whether something of the former text is lost, so that a copy of it must be kept.
    pub(super) is_lossy: bool,
    pub(super) value: T,
}

/// Reads a file; one that is not there is empty.
pub(super) fn read(path: &Path) -> Result<Content, StoreError> {
    content(path).map_err(|error| StoreError::new(path, &error))
}

fn content(path: &Path) -> io::Result<Content> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        // A link that leads nowhere yet is a file that is not there yet.
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(Content { is_whole: true, ..Content::default() });
        }
        Err(error) => return Err(error),
    };
    // A pipe would keep whoever opens it waiting.
    if !metadata.is_file() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    if metadata.len() <= LARGEST {
        File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    }
    if bytes.is_empty() || bytes.len() as u64 > LARGEST {
        return Ok(Content { text: String::new(), is_whole: metadata.len() == 0 });
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Content { text, is_whole: true },
        Err(error) => {
            Content { text: String::from_utf8_lossy(error.as_bytes()).into_owned(), is_whole: false }
        }
    })
}

/// Reads a file and writes it anew, while nobody else does: it is the former file or the new one at any moment, whatever
/// happens. Nothing is written where nothing changes. `waits` is called when the lock of another process takes long.
pub(super) fn update<T>(
    path: &Path,
    waits: Waits<'_>,
    change: impl FnOnce(&Content) -> NewContent<T>,
) -> Result<(T, Vec<StoreWarning>), StoreError> {
    let mut notices = Vec::new();
    let value = locked(path, &mut notices, waits, change).map_err(|error| StoreError::new(path, &error))?;
    Ok((value, notices))
}

fn locked<T>(
    path: &Path,
    notices: &mut Vec<StoreWarning>,
    waits: Waits<'_>,
    change: impl FnOnce(&Content) -> NewContent<T>,
) -> io::Result<T> {
    let folder = path.parent().unwrap_or(Path::new("."));
    create_folders(folder)?;
    // The lock lasts until the file is closed, at the end of this function or of the process.
    let lock = lock(path, waits)?;
    if lock.is_none() {
        notices.push(StoreWarning::Unlocked { path: shown(folder) });
    }
    let former = content(path)?;
    let new = change(&former);
    if former.is_whole && new.text == former.text {
        return Ok(new.value);
    }
    // Of a file that is not there, or empty, nothing can be lost.
    if (new.is_lossy && !former.text.is_empty()) || !former.is_whole {
        let copy = backup_damaged(path)?;
        notices.push(StoreWarning::SetAside { path: shown(path), copy: shown(&copy) });
    }
    replace(&target(path)?, &new.text)?;
    Ok(new.value)
}

fn shown(path: &Path) -> SafeText {
    SafeText::line(&path.to_string_lossy())
}

/// A path with something more behind its name.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// Locks the file beside a file, which stays there: the file itself is another one after each change. `None` where
/// there are no locks.
fn lock(path: &Path, waits: Waits<'_>) -> io::Result<Option<File>> {
    let file =
        private(OpenOptions::new().write(true).create(true).truncate(false)).open(beside(path, ".lock"))?;
    match file.try_lock() {
        Ok(()) => return Ok(Some(file)),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(_)) => return Ok(None),
    }
    // The system lets those who wait in by turns, but never gives up; whoever holds the lock may be suspended.
    let (sender, receiver) = mpsc::channel();
    thread::Builder::new().spawn(move || {
        let locked = file.lock().map(|()| file);
        // Where nobody waits any more, the lock ends here.
        let _ = sender.send(locked);
    })?;
    let locked = receiver.recv_timeout(SILENCE).or_else(|error| match error {
        RecvTimeoutError::Timeout => {
            waits(&shown(path));
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

/// The file that links lead to; it need not exist.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(link) => path = path.parent().unwrap_or(Path::new("")).join(link),
            // It is no link, or not there.
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links"))
}

/// Writes a file in place of another one, which is there until the new one is on the disk.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mode = fs::metadata(path).ok().map(|metadata| metadata.permissions());
    // Whoever said that nobody may write it said so to this program, too.
    if mode.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let new = beside(path, ".tmp");
    // Under the lock it can only be left over.
    if let Err(error) = fs::remove_file(&new)
        && error.kind() != ErrorKind::NotFound
    {
        return Err(error);
    }
    let written = write(&new, text, mode).and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        // Where even this fails, the next one to write removes it.
        let _ = fs::remove_file(&new);
    }
    written?;
    path.parent().map_or(Ok(()), sync_folder)
}

fn write(path: &Path, text: &str, mode: Option<fs::Permissions>) -> io::Result<()> {
    let mut file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
    if let Some(mode) = mode {
        file.set_permissions(mode)?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Keeps a copy of a file as it is, beside it, and gives its path. A copy of the same bytes is not made twice.
fn backup_damaged(path: &Path) -> io::Result<PathBuf> {
    for number in 1..=COPIES {
        let copy = beside(path, &format!(".damaged-{number}"));
        match private(OpenOptions::new().write(true).create_new(true)).open(&copy) {
            Ok(mut file) => {
                let copied = File::open(path).and_then(|mut from| io::copy(&mut from, &mut file));
                if let Err(error) = copied.and_then(|_| file.sync_all()) {
                    // Half a copy would be taken for one.
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
    let is_small = length(one).is_some_and(|length| length <= LARGEST) && length(one) == length(other);
    is_small && fs::read(one).ok() == fs::read(other).ok()
}

/// What is made here nobody else may read.
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

/// That a file has a new name is on the disk once its folder is.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Not every file system can do this for folders.
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
            ErrorKind::IsADirectory | ErrorKind::NotADirectory => StoreErrorKind::NoFile,
            _ => StoreErrorKind::Other,
        };
        Self { path: shown(path), why, error: SafeText::line(&error.to_string()) }
    }
}
