//! [`RunError`]: reasons why the terminal UI could not run.

use std::error::Error;
use std::fmt;
use std::io;

use crate::store::StoreError;

/// A reason why the terminal UI could not start or continue.
#[derive(Debug)]
pub enum RunError {
    /// There is no terminal for input or output, as under cron or in a pipe.
    NoTerminal,
    /// The terminal failed.
    Io(io::Error),
    /// The last changes of the plan could not be saved; `None` if there is no folder for the user's files.
    Unsaved(Option<StoreError>),
    /// The user quit before the last changes of the plan were saved.
    Unfinished,
}

/// Formats errors for logs. The messages for users are in `locales/`.
impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTerminal => f.write_str("no terminal"), // not UI text
            Self::Io(error) => error.fmt(f),
            Self::Unsaved(_) | Self::Unfinished => f.write_str("not saved"), // not UI text
        }
    }
}

impl Error for RunError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NoTerminal | Self::Unsaved(_) | Self::Unfinished => None,
            Self::Io(error) => Some(error),
        }
    }
}

impl From<io::Error> for RunError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// True if the terminal is lost.
pub(super) fn is_loss(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let lost = [Errno::IO, Errno::NXIO, Errno::PIPE].map(Errno::raw_os_error);
        error.raw_os_error().is_some_and(|code| lost.contains(&code))
    }
    #[cfg(not(unix))]
    {
        error.kind() == io::ErrorKind::BrokenPipe
    }
}
