//! From a path to a program with everything that is wrong with it.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use crate::diagnostic::{self, Diagnostic, Severity, Source};
use crate::format::{self, Read};
use crate::locale::{Locale, Message, Value};
use crate::model::Conference;
use crate::text::Clean;

/// A file that was read.
pub(super) struct Loaded {
    pub(super) source: Source,
    pub(super) conference: Conference,
    pub(super) findings: Vec<Diagnostic>,
}

/// No program is larger; what is, is something else.
const LARGEST: u64 = 512 << 20;

impl Loaded {
    /// Reads a file and looks the program over.
    ///
    /// # Errors
    /// One sentence, when there is no file that can be read.
    pub(super) fn from_path(path: &Path, locale: &Locale) -> Result<Self, String> {
        let name = path.to_string_lossy();
        let bytes = read(path).map_err(|error| sentence(&name, &error, locale))?;
        let (source, mut findings) = Source::decode(&name, &bytes);
        drop(bytes);
        let Read { conference, places, findings: of_format } = format::toml::read(&source);
        findings.extend(of_format);
        findings.extend(crate::check::check(&conference, &places));
        diagnostic::sort(&mut findings);
        Ok(Self { source, conference, findings })
    }

    /// How many findings are errors, and how many warnings.
    pub(super) fn counts(&self) -> (usize, usize) {
        let count = |severity| self.findings.iter().filter(|finding| finding.severity() == severity).count();
        (count(Severity::Error), count(Severity::Warning))
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if metadata.len() > LARGEST {
        return Err(ErrorKind::FileTooLarge.into());
    }
    // A pipe and a device have no length that one could trust.
    let limit = if metadata.is_file() { LARGEST } else { LARGEST / 8 };
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

fn sentence(name: &str, error: &io::Error, locale: &Locale) -> String {
    let message = match error.kind() {
        ErrorKind::NotFound if fs::symlink_metadata(name).is_ok() => Message::CannotFollow,
        ErrorKind::NotFound => Message::NoSuchFile,
        ErrorKind::PermissionDenied => Message::NotAllowed,
        ErrorKind::IsADirectory => Message::IsAFolder,
        ErrorKind::FileTooLarge => Message::TooLarge,
        _ => Message::CannotRead,
    };
    let values = [("path", Value::text(name)), ("error", Value::Text(Clean::line(&error.to_string())))];
    locale.with(message, &values)
}
