//! Locations of schedules: files, folders and URLs.

use std::path::{Path, PathBuf};

use super::{FetchError, Fetcher, ScheduleUrl};
use crate::i18n::{Locale, Message, MessageArg};
use crate::schedule::{self, Found, ReadError, Summary};
use kurultai_schedule::text::SafeText;

/// The reason why a schedule could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// The file cannot be read.
    File(ReadError),
    /// The download failed.
    Address(FetchError),
    /// The URL is not cached, and no request was made.
    NotFetched(SafeText),
}

impl OpenError {
    /// Returns the error as one sentence.
    #[must_use]
    pub fn sentence(&self, locale: &Locale) -> String {
        match self {
            Self::File(error) => error.sentence(locale),
            Self::Address(error) => error.sentence(locale),
            Self::NotFetched(url) => locale.with(Message::FetchNotYet, &[("url", MessageArg::from(url))]),
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

impl ScheduleUrl {
    /// Returns the URL if the path is one; `None` for a file or folder.
    #[must_use]
    pub fn from_path(place: &Path) -> Option<&str> {
        place.to_str().filter(|text| Self::is_url(text))
    }
}

impl Fetcher {
    /// Lists the schedules at these places, see [`schedule::list`]. Reads URLs from the cache.
    pub fn list(&self, places: &[PathBuf], tell: impl Fn(PathBuf, Found<OpenError>) + Sync) {
        let (addresses, files): (Vec<PathBuf>, Vec<PathBuf>) =
            places.iter().cloned().partition(|place| ScheduleUrl::from_path(place).is_some());
        for place in addresses {
            let found = self.look(&place);
            tell(place, found);
        }
        schedule::list(&files, |path, found| {
            let found = match found {
                Found::Event(summary) => Found::Event(summary),
                Found::Unreadable(error) => Found::Unreadable(error.into()),
                Found::NotAnEvent => Found::NotAnEvent,
            };
            tell(path, found);
        });
    }

    fn look(&self, place: &Path) -> Found<OpenError> {
        let text = ScheduleUrl::from_path(place).unwrap_or_default();
        let address = match self.address(text) {
            Ok(address) => address,
            Err(error) => return Found::Unreadable(error.into()),
        };
        match self.cached(&address) {
            Some((schedule, fetched_at)) => {
                Found::Event(Box::new(Summary { fetched_at: Some(fetched_at), ..Summary::new(&schedule) }))
            }
            None => Found::Unreadable(OpenError::NotFetched(SafeText::line(address.as_str()))),
        }
    }
}
