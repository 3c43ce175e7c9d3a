//! Reads a schedule from a path.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use flate2::read::MultiGzDecoder;

use super::LoadedSchedule;
use super::contained::{ReaderPanic, run_reader};
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::text::SafeText;

/// The size limit of standard input and of unpacked files.
const MAX_BYTES: u64 = 64 << 20;
/// The size limit of files.
const MAX_FILE_BYTES: u64 = 256 << 20;

/// The magic number of gzip (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// The reason why a path could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    path: SafeText,
    message: Message,
    /// The message of the system.
    error: SafeText,
    /// True if the reader panicked, regardless of the content.
    is_fault: bool,
}

/// Reads, parses and checks a file.
///
/// # Errors
/// If the file cannot be read. Mistakes in it are diagnostics, not errors.
pub fn read(path: &Path) -> Result<LoadedSchedule, ReadError> {
    let (name, file) = name_and_bytes(path)?;
    let decode = move || match file.origin {
        Origin::File => LoadedSchedule::decode_local(&name, file.bytes),
        Origin::Stream => LoadedSchedule::decode(&name, file.bytes),
        Origin::DamagedStream => {
            let mut schedule = LoadedSchedule::decode(&name, file.bytes);
            schedule.report_bad_archive();
            schedule
        }
    };
    run_reader(None, decode).map_err(|fault| ReadError::from_panic(path, fault))
}

/// A file that is being read on another thread.
#[derive(Debug)]
pub struct PendingRead {
    path: PathBuf,
    result: Receiver<Result<LoadedSchedule, ReadError>>,
}

impl PendingRead {
    /// Starts reading a file.
    ///
    /// # Errors
    /// If the system cannot start a thread.
    pub fn start(path: PathBuf) -> Result<Self, ReadError> {
        let (done, result) = channel();
        let own = path.clone();
        // The receiver may be gone.
        let spawned = thread::Builder::new().spawn(move || drop(done.send(read(&own))));
        spawned.map_err(|error| ReadError::new(&path, &error))?;
        Ok(Self { path, result })
    }

    /// Returns the path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Waits up to `patience` for the schedule.
    ///
    /// # Errors
    /// Returns itself if reading is not finished.
    pub fn wait_for(self, patience: Duration) -> Result<Result<LoadedSchedule, ReadError>, Self> {
        match self.result.recv_timeout(patience) {
            Ok(result) => Ok(result),
            Err(RecvTimeoutError::Timeout) => Err(self),
            Err(RecvTimeoutError::Disconnected) => {
                Ok(Err(ReadError::from_panic(&self.path, ReaderPanic::Panicked)))
            }
        }
    }

    /// Waits for the schedule.
    ///
    /// # Errors
    /// See [`read`].
    pub fn wait(self) -> Result<LoadedSchedule, ReadError> {
        self.result.recv().unwrap_or_else(|_| Err(ReadError::from_panic(&self.path, ReaderPanic::Panicked)))
    }
}

/// Reads the text of a file of any kind.
///
/// # Errors
/// If the file cannot be read.
pub fn source(path: &Path) -> Result<Source, ReadError> {
    let (name, FileBytes { bytes, .. }) = name_and_bytes(path)?;
    run_reader(None, move || Source::decode(&name, bytes).0)
        .map_err(|fault| ReadError::from_panic(path, fault))
}

/// Returns the display name and the content of a file.
fn name_and_bytes(path: &Path) -> Result<(String, FileBytes), ReadError> {
    let name = if is_standard_input(path) { "<stdin>".into() } else { path.to_string_lossy() };
    match bytes(path) {
        Ok(bytes) => Ok((name.into_owned(), bytes)),
        Err(error) => Err(ReadError::new(path, &error)),
    }
}

impl ReadError {
    fn new(path: &Path, error: &io::Error) -> Self {
        let why = match error.kind() {
            ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => Message::CannotFollow,
            ErrorKind::NotFound if looks_like_url(path) => Message::NoSuchFileButHost,
            ErrorKind::NotFound => Message::NoSuchFile,
            ErrorKind::PermissionDenied => Message::NotAllowed,
            ErrorKind::IsADirectory => Message::IsAFolder,
            ErrorKind::FileTooLarge => Message::TooLarge,
            _ => Message::CannotRead,
        };
        Self {
            path: SafeText::line(&path.to_string_lossy()),
            message: why,
            error: SafeText::line(&error.to_string()),
            is_fault: false,
        }
    }

    fn from_panic(path: &Path, fault: ReaderPanic) -> Self {
        match fault {
            ReaderPanic::NoThread(error) => Self::new(path, &error),
            ReaderPanic::Panicked | ReaderPanic::TooSlow => {
                let path = SafeText::line(&path.to_string_lossy());
                Self { path, message: Message::FaultOfReader, error: SafeText::default(), is_fault: true }
            }
        }
    }

    /// True if the reader panicked, so the file may be an event.
    pub(super) fn is_fault(&self) -> bool {
        self.is_fault
    }

    /// Returns the error as one sentence.
    #[must_use]
    pub fn sentence(&self, locale: &Locale) -> String {
        locale.with(
            self.message,
            &[("path", MessageArg::from(&self.path)), ("error", MessageArg::from(&self.error))],
        )
    }
}

/// True if a path looks like a URL without a scheme: `fosdem.org/2026/schedule/xml`, `fosdem.org`.
fn looks_like_url(path: &Path) -> bool {
    let Some((host, rest)) = path.to_str().map(|path| path.split_once('/').unwrap_or((path, ""))) else {
        return false;
    };
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        let is_of = |c: char| c.is_alphanumeric() || c == '-';
        !label.is_empty() && !label.starts_with('-') && label.chars().all(is_of)
    };
    let last = labels.last().copied().unwrap_or_default();
    let is_domain = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic);
    labels.len() >= 2
        && labels.iter().all(is_label)
        && is_domain
        && (!rest.is_empty() || DOMAINS.contains(&last))
}

/// Top-level domains that are not also file name extensions.
const DOMAINS: [&str; 12] = ["org", "net", "com", "eu", "de", "kg", "kz", "uz", "ru", "dev", "io", "events"];

/// Returns an error if a path is a pipe, a socket or a device: opening one may block, and it can be read only
/// once.
pub(super) fn refuse_pipe(path: &Path) -> Option<ReadError> {
    let metadata = fs::metadata(path).ok()?;
    let is_pipe = !metadata.is_file() && !metadata.is_dir();
    let shown = || SafeText::line(&path.to_string_lossy());
    is_pipe.then(|| ReadError {
        path: shown(),
        message: Message::IsAPipe,
        error: SafeText::default(),
        is_fault: false,
    })
}

const STANDARD_INPUT: &str = "-";

/// True for the path `-`, standard input.
#[must_use]
pub fn is_standard_input(path: &Path) -> bool {
    path == Path::new(STANDARD_INPUT)
}

/// The content of a file.
struct FileBytes {
    bytes: Vec<u8>,
    origin: Origin,
}

/// The origin of bytes. Limits grow only with the size of a file, not with what little can be unpacked to.
enum Origin {
    File,
    /// A compressed file or standard input.
    Stream,
    /// A compressed file of which only a part could be unpacked.
    DamagedStream,
}

/// Reads a file or standard input; unpacks gzip.
fn bytes(path: &Path) -> io::Result<FileBytes> {
    let (bytes, origin) = if is_standard_input(path) {
        (read_at_most(io::stdin().lock(), MAX_BYTES, 0)?, Origin::Stream)
    } else {
        (file_bytes(path)?, Origin::File)
    };
    if bytes.starts_with(&GZIP) {
        return decompress(&bytes);
    }
    Ok(FileBytes { bytes, origin })
}

fn file_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if metadata.len() > MAX_FILE_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    read_at_most(file, MAX_FILE_BYTES, metadata.len())
}

/// Unpacks a file up to the first damage.
fn decompress(packed: &[u8]) -> io::Result<FileBytes> {
    let mut bytes = Vec::new();
    let end = MultiGzDecoder::new(packed).take(MAX_BYTES + 1).read_to_end(&mut bytes);
    match end {
        Err(error) if bytes.is_empty() => Err(error),
        _ if bytes.len() as u64 > MAX_BYTES => Err(ErrorKind::FileTooLarge.into()),
        Ok(_) => Ok(FileBytes { bytes, origin: Origin::Stream }),
        Err(_) => Ok(FileBytes { bytes, origin: Origin::DamagedStream }),
    }
}

/// Reads up to `limit` bytes. `expected` is the probable number.
fn read_at_most(reader: impl io::Read, limit: u64, expected: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(limit)).unwrap_or_default());
    reader.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::contained::FAULTY;

    #[test]
    fn a_reader_panic_is_an_error_of_its_file() {
        let path = std::env::temp_dir().join(format!("kurultai-faulty-{}.toml", std::process::id()));
        fs::write(&path, FAULTY).unwrap();
        let error = read(&path).unwrap_err();
        let sentence = "cannot be read because of a bug in kurultai; please report it and attach the file.";
        assert_eq!(error.sentence(&Locale::english()), format!("{}: {sentence}", path.display()));
        fs::remove_file(path).unwrap();
    }

    #[test]
    fn more_is_read_of_a_large_file_but_not_of_what_is_unpacked() {
        let path = std::env::temp_dir().join(format!("kurultai-large-{}.toml", std::process::id()));
        let lines = 150_000;
        let comments =
            "# A long comment, so that the file is as large as its number of lines.\n".repeat(lines);
        let text = format!("title = 'T'\n{comments}{comments}[[agenda]]\ntitle = 's'\n");
        let sessions = |bytes: &[u8]| {
            fs::write(&path, bytes).unwrap();
            read(&path).unwrap().conference.sessions.len()
        };
        assert_eq!(sessions(text.as_bytes()), 1);
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        io::Write::write_all(&mut packed, text.as_bytes()).unwrap();
        assert_eq!(sessions(&packed.finish().unwrap()), 0);
        fs::remove_file(path).unwrap();
    }

    #[test]
    fn urls_without_a_scheme_are_recognized() {
        for (path, is_told) in [
            ("fosdem.org/2026/schedule/xml", true),
            ("fosdem.org", true),
            ("events.ccc.de/congress/2025/", true),
            ("программа.рф/день", true),
            ("gone.toml", false),
            ("gone.xml", false),
            ("events/gone.toml", false),
            ("./fosdem.org/x", false),
            ("../a.org/x", false),
            ("/a.org/x", false),
            ("v1.2/x", false),
            ("-a.org/x", false),
            ("a..org/x", false),
            ("", false),
        ] {
            let sentence =
                ReadError::new(Path::new(path), &ErrorKind::NotFound.into()).sentence(&Locale::english());
            let expected = format!("{path}: no such file");
            let help = format!("; if it is a URL, write https://{path}");
            assert_eq!(sentence, if is_told { expected + &help } else { expected + "." });
        }
    }
}
