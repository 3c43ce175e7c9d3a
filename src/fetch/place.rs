//! Places that somebody names: files, folders and addresses.

use std::path::{Path, PathBuf};

use super::{Address, FetchError, Fetcher};
use crate::locale::{Locale, Message, Value};
use crate::program::{self, Found, ReadError, Summary};
use crate::text::Clean;

/// Why the program of a place cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// There is no file that can be read.
    File(ReadError),
    /// Nothing was fetched.
    Address(FetchError),
    /// Nothing was kept of this address, and nobody was asked.
    NotFetched(Clean),
}

impl OpenError {
    /// One sentence that says what, where and what to do.
    #[must_use]
    pub fn sentence(&self, locale: &Locale) -> String {
        match self {
            Self::File(error) => error.sentence(locale),
            Self::Address(error) => error.sentence(locale),
            Self::NotFetched(url) => locale.with(Message::FetchNotYet, &[("url", Value::from(url))]),
        }
    }
}

impl From<ReadError> for OpenError {
    fn from(error: ReadError) -> Self {
        Self::File(error)
    }
}

impl From<FetchError> for OpenError {
    fn from(error: FetchError) -> Self {
        Self::Address(error)
    }
}

impl Address {
    /// The address that somebody means who names this place; `None` where it is a file or a folder.
    #[must_use]
    pub fn meant(place: &Path) -> Option<&str> {
        place.to_str().filter(|text| Self::is_meant(text))
    }
}

impl Fetcher {
    /// Looks into these places, as [`program::list`] does. Of addresses it is told what was kept; nobody is asked.
    pub fn list(&self, places: &[PathBuf], tell: impl Fn(PathBuf, Found<OpenError>) + Sync) {
        let (addresses, files): (Vec<PathBuf>, Vec<PathBuf>) =
            places.iter().cloned().partition(|place| Address::meant(place).is_some());
        for place in addresses {
            let found = self.look(&place);
            tell(place, found);
        }
        program::list(&files, |path, found| {
            let found = match found {
                Found::Event(summary) => Found::Event(summary),
                Found::Unreadable(error) => Found::Unreadable(error.into()),
                Found::Other => Found::Other,
            };
            tell(path, found);
        });
    }

    fn look(&self, place: &Path) -> Found<OpenError> {
        let text = Address::meant(place).unwrap_or_default();
        let address = match self.address(text) {
            Ok(address) => address,
            Err(error) => return Found::Unreadable(error.into()),
        };
        match self.kept(&address) {
            Some((program, fetched_at)) => {
                Found::Event(Box::new(Summary { fetched_at: Some(fetched_at), ..Summary::of(&program) }))
            }
            None => Found::Unreadable(OpenError::NotFetched(Clean::line(address.as_str()))),
        }
    }
}
